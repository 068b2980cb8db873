from dataclasses import replace

import pytest

from emgdesk.reports.blocks import Heading, Paragraph
from emgdesk.reports.builders.action_points import ActionPointsFacts, ActionPointsOptions, build
from tests.reports.builders.decisions import OFFICIALS, REEFS, SECTIONS, action
from tests.reports.builders.papers import footnotes, lines, runs
from tests.reports.builders.rosters import MEETING

FACTS = ActionPointsFacts(MEETING, SECTIONS, "Summary of Actions", "As approved by the Technical Segment")


def test_the_whole_grammar() -> None:
    assert lines(build(FACTS)) == [
        "Summary of Actions",
        "As approved by the Technical Segment",
        "I. Task Team on Reefs",
        OFFICIALS,
        "a) Take note of the map;",
        "b) Decide to extend the Task Team for two years.12",
        "  i. to survey;",
        "  ii. to publish.",
        "Request the Secretariat to:",
        "c) [deferred]",
        "II. Coalition on Ports",
        OFFICIALS,
        "Agree to extend the Coalition to:",
        "i. Finish the survey;",
        "ii. [withdrawn]",
        "III. Soils",
        "Welcome the note on soils.",
    ]


def test_reservations_are_footnotes_of_their_action() -> None:
    assert footnotes(build(FACTS)) == [
        ("1", "IMO: The time is too long."),
        ("2", "ITU entered a reservation."),
    ]


def test_headings_stand_between_rules_and_stems_stay_with_what_they_begin() -> None:
    document = build(FACTS)
    heads = [b for b in document.blocks if isinstance(b, Heading)]
    assert [(h.level, h.ruled) for h in heads] == [(2, True)] * 3
    kept = [b.keeps_next for b in document.blocks if isinstance(b, Paragraph)]
    assert kept == [True, True, True, True, False]


def test_as_put_before_the_meeting() -> None:
    said = lines(build(FACTS, ActionPointsOptions("proposed", romans="bracket")))
    assert said[5:8] == [
        "b) Decide to extend the Task Team for one year.12",
        "  i) to survey;",
        "  ii) to publish.",
    ]
    assert "III. Soils" not in said  # made in the room


def test_as_adopted_labels_stay_and_what_was_not_adopted_says_so() -> None:
    said = lines(build(FACTS, ActionPointsOptions("adopted")))
    assert said[5] == "b) Decide to extend the Task Team for two years.12"
    assert said[9] == "c) [deferred]"
    assert said[14] == "ii. [withdrawn]"


def test_what_changed_word_by_word() -> None:
    document = build(FACTS, ActionPointsOptions("changes"))
    assert [r.text for r in runs(document) if r.struck] == ["one year", "Present it."]
    assert [r.text for r in runs(document) if r.underlined] == ["two years", "Welcome the note on soils."]


def test_outcomes() -> None:
    said = lines(build(FACTS, ActionPointsOptions(outcomes=True)))
    assert said[4] == "a) Take note of the map; [approved]"
    assert said[5] == "b) Decide to extend the Task Team for two years.12 [amended]"


def test_an_action_without_text_says_so() -> None:
    section = replace(REEFS, actions=(action("a", " "),))
    assert lines(build(ActionPointsFacts(MEETING, (section,))))[-1] == "a) [No text]"


@pytest.mark.parametrize(
    ("sections", "wording", "sentence"),
    [
        ((), "standing", "There are no actions before this meeting yet."),
        (SECTIONS[2:], "proposed", "There are no actions before this meeting yet."),
        (
            (replace(REEFS, actions=(action("a", "Act."),)),),
            "adopted",
            "This meeting has not adopted any of its actions yet.",
        ),
    ],
)
def test_nothing_to_print_is_said(sections, wording, sentence: str) -> None:
    document = build(ActionPointsFacts(MEETING, sections), ActionPointsOptions(wording))
    assert lines(document) == ["Summary of Action Points", f"[{sentence}]"]
    assert document.remarks == (sentence,)
