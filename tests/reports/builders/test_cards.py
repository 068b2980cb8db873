"""Badges and name plates: what stands on them, and how large the cards are."""

import pytest

from emgdesk.reports.blocks import Cards, CardText, Document, Note
from emgdesk.reports.builders import badges, name_plates
from emgdesk.reports.builders.badges import BadgeOptions
from emgdesk.reports.builders.name_plates import PlateOptions
from tests.reports.builders.rosters import MEETING, SIX, line


def cards(document: Document) -> Cards:
    (block,) = document.blocks
    assert isinstance(block, Cards)
    return block


def words(texts: tuple[CardText, ...]) -> list[str]:
    return [text.text for text in texts]


def test_a_badge_says_who_somebody_is() -> None:
    found = cards(badges.build(MEETING, SIX))
    assert (found.width, found.height, found.marks, found.tent) == (90.0, 55.0, "marks", False)
    assert words(found.cards[0].texts) == [MEETING.title, "ánder Ost", "FAO"]
    assert words(found.cards[3].texts) == [MEETING.title, "Marta Quell", "UNEP", "Officer"]
    assert found.cards[1].whose == "Bela Rim"
    plain = cards(badges.build(MEETING, SIX, BadgeOptions(titles=True, function=False, meeting_title=False)))
    assert words(plain.cards[3].texts) == ["Ms. Marta Quell", "UNEP"]


@pytest.mark.parametrize(
    ("size", "measures"), [("86x54", (86, 54)), ("105x74", (105, 74)), ("96x134", (96, 134))]
)
def test_sizes_of_badges(size, measures: tuple[int, int]) -> None:
    found = cards(badges.build(MEETING, SIX, BadgeOptions(size=size)))
    assert (found.width, found.height) == measures


def test_the_band_names_the_role_before_the_capacity() -> None:
    people = [
        line(1, "A", role="chair"), line(2, "B"), line(3, "C", capacity="guest"),
        line(4, "D", capacity="observer", role="presenter"),
    ]  # fmt: skip

    def bands(**options) -> list[tuple[str, bool] | None]:
        made = cards(badges.build(MEETING, people, BadgeOptions(**options))).cards
        return [(card.band.label, card.band.colour is not None) if card.band else None for card in made]

    assert bands() == [("CHAIR", True), ("MEMBER", True), ("GUEST", False), ("PRESENTER", True)]
    assert bands(band="plain") == [("CHAIR", True), ("MEMBER", False), ("GUEST", False), ("PRESENTER", True)]
    assert bands(band="none") == [None] * 4


def test_a_plate_bears_the_name_and_the_entity_on_both_faces() -> None:
    found = cards(name_plates.build(MEETING, SIX))
    assert (found.paper, found.width, found.height, found.tent) == ("a4-landscape", 297.0, 105.0, True)
    assert words(found.cards[3].texts) == ["Marta Quell", "UNEP"]
    assert words(found.cards[1].texts) == ["Bela Rim"]
    small = cards(name_plates.build(MEETING, SIX, PlateOptions(size="a5", function=True, marks=False)))
    assert (small.paper, small.width, small.height, small.marks) == ("a5-landscape", 210.0, 74.0, "none")
    assert words(small.cards[3].texts) == ["Marta Quell", "UNEP", "Officer"]


@pytest.mark.parametrize("document", [badges.build(MEETING, []), name_plates.build(MEETING, [])])
def test_with_nobody_the_page_says_so(document: Document) -> None:
    assert document.blocks[-1] == Note("Nobody is on the roster of this meeting yet.")
