from datetime import date

import pytest

from emgdesk.errors import UsageError
from emgdesk.reports.builders.action_points import ActionPointsOptions
from emgdesk.reports.builders.agenda import AgendaOptions
from emgdesk.reports.builders.annotated_agenda import AnnotatedOptions
from emgdesk.reports.builders.calendar import CalendarOptions
from emgdesk.reports.builders.meeting_report import MeetingReportOptions
from emgdesk.reports.builders.participants import ParticipantsOptions
from emgdesk.reports.builders.progress_selection import ProgressOptions
from emgdesk.reports.builders.segment_set import SetOptions
from emgdesk.reports.catalog import DOCUMENTS, check_suffix, document, parse_options


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_defaults_are_allowed_values(kind) -> None:
    given = {option.key: option.default for option in kind.options}
    assert parse_options(kind.name, given) == parse_options(kind.name, {})


def test_defaults_are_those_of_the_builders() -> None:
    assert parse_options("participants", {}) == ParticipantsOptions()
    assert parse_options("progress-report", {}) == ProgressOptions()
    assert parse_options("agenda", {}) == AgendaOptions()
    assert parse_options("annotated-agenda", {}) == AnnotatedOptions()
    assert parse_options("action-points", {}) == ActionPointsOptions()
    assert parse_options("meeting-report", {}) == MeetingReportOptions()
    assert parse_options("segment-set", {}) == SetOptions()
    assert parse_options("calendar", {}) == CalendarOptions()


def test_every_option_of_the_annex() -> None:
    given = {
        "style": "two-blocks", "order": "family", "columns": "3", "heading": "Annex 1: People", "titles": "yes",
        "function": "no", "email": "yes", "include": "in-person", "totals": "yes", "split": "56", "group-lines": "no",
    }  # fmt: skip
    assert parse_options("participants", given) == ParticipantsOptions(
        "two-blocks", "family", 3, "Annex 1: People", True, False, True, "in-person", True, 56, False
    )


def test_every_option_of_the_progress_report() -> None:
    given = {
        "as-of": "2035-06-30",
        "since": "2034-10-01",
        "concluded": "no",
        "tasks": "open",
        "chapter-tasks": "no",
        "workstreams": "Forests; Rivers;",
        "statistics": "yes",
        "group-lines": "no",
    }
    since = date(2034, 10, 1)
    assert parse_options("progress-report", given) == ProgressOptions(
        date(2035, 6, 30), since, None, False, "open", False, ("Forests", "Rivers"), True, False
    )
    assert parse_options("progress-report", {"changes": "EMG SOM41/03"}) == ProgressOptions(
        changes="EMG SOM41/03"
    )


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("minutes", {}, f"There is no document called 'minutes'; there are: {', '.join(kind.name for kind in DOCUMENTS)}."),
        ("participants", {"style": "neat"}, "Option style cannot be 'neat'; it takes list, two-blocks, by-entity."),
        ("participants", {"columns": "4"}, "Option columns cannot be '4'; it takes 1, 2, 3."),
        ("participants", {"totals": "maybe"}, "Option totals cannot be 'maybe'; it takes yes or no."),
        ("participants", {"split": "-3"}, "Option split cannot be '-3'; it takes a whole number from 1 on."),
        ("sign-in-sheet", {"days": "0"}, "Option days cannot be '0'; it takes a whole number from 1 to 7."),
        ("sign-in-sheet", {"days": "8"}, "Option days cannot be '8'; it takes a whole number from 1 to 7."),
        ("sign-in-sheet", {"height": "5"}, "Option height cannot be '5'; it takes a whole number from 6 to 60."),
        ("sign-in-sheet", {"height": "61"}, "Option height cannot be '61'; it takes a whole number from 6 to 60."),
        ("sign-in-sheet", {"blank": "501"}, "Option blank cannot be '501'; it takes a whole number from 0 to 500."),
        ("attendance-statistics", {"from": "2031-02-01", "to": "2031-01-31"}, "The period begins on 1 February 2031 and ends before that, on 31 January 2031."),
        ("progress-report", {"as-of": "30.6.35"}, "Option as-of cannot be '30.6.35'; it takes a date such as 2022-05-18."),
        ("progress-report", {"since": "2035-07-01", "as-of": "2035-06-30"}, "The report is of 30 June 2035: option since cannot be a later day."),
        ("progress-report", {"since": "X/1", "changes": "X/1"}, "Options since and changes cannot go together: one leaves out what is old, the other prints all."),
        ("progress-report", {"colour": "red"}, "Progress report has no option 'colour'; it has: as-of, since, changes, concluded, tasks, chapter-tasks, workstreams, statistics, group-lines."),
    ],
)  # fmt: skip
def test_wrong_words_are_named(name: str, given: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_options(name, given)
    assert str(refused.value) == sentence


def test_suffixes() -> None:
    check_suffix("participants", ".PDF")
    with pytest.raises(
        UsageError, match=r"List of participants is written as \.pdf, \.docx, \.xlsx, \.csv, not as \.odt\."
    ):
        check_suffix("participants", ".odt")


def test_what_documents_need() -> None:
    assert (document("participants").needs, document("progress-report").needs) == ("meeting", "desk")


def test_every_option_of_the_agenda() -> None:
    given = {
        "state": "adopted", "clock": "24", "heading": "Draft", "documents": "no", "symbols": "yes", "presenters": "no",
        "group-lines": "no",
    }  # fmt: skip
    assert parse_options("agenda", given) == AgendaOptions(
        "adopted", "24", "Draft", False, True, False, False
    )
    chairs = {
        "clock": "24",
        "documents": "no",
        "conclusions": "no",
        "room": "4",
        "heading": "H",
        "group-lines": "no",
    }
    assert parse_options("annotated-agenda", chairs) == AnnotatedOptions("24", False, False, 4, "H", False)


def test_every_option_of_the_action_points() -> None:
    given = {
        "wording": "adopted",
        "outcomes": "yes",
        "romans": "bracket",
        "heading": "H",
        "group-lines": "no",
    }
    assert parse_options("action-points", given) == ActionPointsOptions(
        "adopted", True, "bracket", "H", False
    )


def test_every_option_of_the_meeting_report() -> None:
    given = {
        "form": "items", "annexes": "agenda,participants", "annex-numbers": "I", "sections": "plain",
        "wording": "proposed", "outcomes": "yes", "romans": "bracket", "actions-heading": "Decisions", "people": "list",
        "order": "entity", "split": "56", "clock": "24", "heading": "H", "group-lines": "no",
    }  # fmt: skip
    assert parse_options("meeting-report", given) == MeetingReportOptions(
        "items", "agenda,participants", "I", "plain", "proposed", True, "bracket", "Decisions", "list", "entity", 56,
        "24", "H", False,
    )  # fmt: skip


def test_every_option_of_the_set_and_of_the_calendar() -> None:
    given = {
        "agenda": "no", "annotated-agenda": "yes", "progress-report": "yes", "action-points": "no",
        "meeting-report": "no", "participants": "no", "clock": "24", "form": "items", "wording": "changes",
        "files": "docx",
    }  # fmt: skip
    assert parse_options("segment-set", given) == SetOptions(
        False, True, True, False, False, False, "24", "items", "changes", "docx"
    )
    calendar = {"clock": "24", "cancelled": "no", "group-lines": "no"}
    assert parse_options("calendar", calendar) == CalendarOptions("24", False, False)
