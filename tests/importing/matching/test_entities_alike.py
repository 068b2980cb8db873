"""Entities that may be one: by acronym, by initials, by the words of their names."""

import pytest

from emgdesk.importing.matching.entities_alike import entities_alike
from emgdesk.importing.snapshot import KnownEntity

OTHERS = (
    KnownEntity("x1", "WTO", ("WTO", "World Trade Organization")),
    KnownEntity("x2", "UNWTO", ("UNWTO", "World Tourism Organization")),
    KnownEntity("x3", "WMO", ("WMO", "World Meteorological Organization", "UN WMO")),
    KnownEntity("x4", "ADB", ("ADB", "Asian Development Bank")),
    KnownEntity("x5", "IDB", ("IDB", "Islamic Development Bank")),
    KnownEntity("x6", "CBD", ("CBD", "CBD Secretariat", "Convention on Biological Diversity")),
    KnownEntity("x7", "CEB", ("CEB", "CEB Secretariat", "Chief Executives Board")),
    KnownEntity("x8", "UNEP", ("UNEP", "UN Environment", "United Nations Environment Programme")),
    KnownEntity("x9", "EMG", ("EMG", "UN Environment Management Group", "UNEP EMG")),
)


def entity(key: str, *names: str, **more: object) -> KnownEntity:
    return KnownEntity(key, names[0], names, **more)


def test_bodies_with_names_alike_are_left_alone() -> None:
    assert entities_alike(OTHERS) == ()


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("FAO", "Food and Agriculture Organization"), ("Food & Agriculture Organisation",), "the same name"),
        (("IMO", "International Maritime Organization"), ("UNIMO",), "the acronym with and without UN"),
        (("UN-HC",), ("UNHC",), "the acronym with and without UN"),
        (("ABC", "Alliance of Bays"), ("Aliance of Bays",), "another spelling of the name"),
        (("ABC", "Baltic Harbour Cities"), ("BHC",), "the initials of the name"),
        (
            ("BHC", "Baltic Harbour Cities Network"), ("Baltic Harbour Cities",),
            "the name with words left out",
        ),
    ],
)  # fmt: skip
def test_one_body_under_two_names_is_found(one: tuple[str, ...], other: tuple[str, ...], why: str) -> None:
    (pair,) = entities_alike((*OTHERS, entity("a", *one), entity("b", *other)))
    assert (pair.one.id, pair.other.id, pair.why) == ("a", "b", why)
    assert entities_alike((*OTHERS, entity("a", *one), entity("b", *other)), {("a", "b")}) == ()


def test_a_part_is_not_its_whole() -> None:
    whole = entity("a", "BHC", "Baltic Harbour Cities")
    office = entity("b", "Baltic Harbour Cities Nairobi", parent_id="a")
    desk = entity("c", "BHC", "Baltic Harbour Cities Desk", parent_id="b")
    assert entities_alike((whole, office, desk)) == ()


def test_a_shared_domain_makes_it_likelier() -> None:
    one = entity("a", "Baltic Harbour Cities Network", domains=("bhc.example",))
    other = entity("b", "Baltic Harbour Cities", domains=("x.example", "bhc.example"))
    (pair,) = entities_alike((*OTHERS, one, other))
    (plain,) = entities_alike((*OTHERS, one, entity("b", "Baltic Harbour Cities")))
    assert pair.why == "the name with words left out, the same e-mail domain"
    assert pair.score > plain.score
