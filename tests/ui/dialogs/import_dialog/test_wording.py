"""What the import says, word by word."""

from dataclasses import replace

import pytest

from emgdesk.importing.plan import Candidate, Decision, PlanRow
from emgdesk.importing.records import RosterRecord
from emgdesk.ui.dialogs.import_dialog.deciding import kinds_of
from emgdesk.ui.dialogs.import_dialog.rows import view_row
from emgdesk.ui.dialogs.import_dialog.wording import (
    action_words,
    button_text,
    counted_people,
    done_meeting,
    done_roster,
    done_workplan,
    lacks_entity,
    many,
)

RECORD = RosterRecord(5, "Ida Brekke")
KAI = Candidate("p1", "Kai Lund", "WHO", 0.9, "an initial")


def row(verdict="new", action="none", **more) -> PlanRow:
    return PlanRow(5, verdict, "Ida Brekke", "WHO", RECORD, action=action, **more)


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (row(action="create"), "Adds a new person"),
        (row("matched", "join"), "Adds this person to the list"),
        (row("matched", "update", line_changes={"notes": ("", "late")}), "Changes notes"),
        (
            row("matched", "join", person_changes={"email": ("", "i@x.example"), "given": ("", "Ida")}),
            "Adds this person to the list. Changes e-mail, given name",
        ),
        (
            row("matched", "join", person_changes={"email_added": ("", "i@x.example")}),
            "Adds this person to the list. Adds the e-mail i@x.example",
        ),
        (row("already"), "Nothing to change"),
        (row("possible", candidates=(KAI,)), "Is this Kai Lund? An initial"),
        (row("possible", candidates=(KAI, KAI)), "Which of 2 people is this?"),
        (row("new", "create", decision=Decision("new")), "Adds a new person. Decided by you"),
        (row("skipped", messages=("A row that counts, no person.",)), "A row that counts, no person."),
    ],
)
def test_a_row_says_what_happens(planned, words):
    assert action_words(planned) == words


@pytest.mark.parametrize(
    ("actions", "words"),
    [
        (("create", "join", "none"), "Import 2 people"),
        (("create",), "Import 1 person"),
        (("create", "update"), "Import 1 person, update 1"),
        (("update", "update"), "Update 2 people"),
        (("none",), "Nothing to import"),
        ((), "Nothing to import"),
    ],
)
def test_the_button_says_what_it_does(actions, words):
    assert button_text(row(action=action) for action in actions) == words


def test_afterwards_the_banner_says_what_was_done():
    assert done_roster(103, 0, "SOM40 senior") == "103 people imported into SOM40 senior."
    assert done_roster(0, 1, "SOM40 senior") == "1 person updated."
    assert done_roster(0, 0, "SOM40 senior") == "Nothing changed in SOM40 senior."
    assert done_meeting("REEF 2", 0) == "REEF 2 imported."
    assert done_workplan(0, 1, 2) == "1 task and 2 progress entries imported."
    assert done_workplan(0, 0, 0) == "Nothing changed in the work plan."


def test_people_are_counted_once():
    rows = (
        row("new"),
        row("possible"),
        replace(row("skipped"), double_of=1),
        PlanRow(9, "skipped", "Total", ""),
    )
    assert counted_people(rows[:2]) == (2, "")
    assert counted_people(rows) == (2, ", 1 row repeats one of them, 1 row set aside")


def test_a_person_without_an_entity_is_marked():
    known, unknown, said = row("matched"), row(), row("problem")
    rows = (known, said, *(replace(r, entity="") for r in (known, unknown, row("possible"), said)))
    assert [lacks_entity(r) for r in rows] == [False, False, False, True, True, False]
    assert view_row(rows[3]).entity == "no entity"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "row 45 of this file: the same name, another e-mail",
            "row 9207 of this file: the same name, another e-mail",
        ),
        ("the same name, another entity (FAO)", "the same name, another entity (WHO)"),
        ("the same entity, an initial", "an initial, the same entity"),
    ],
)
def test_reasons_of_the_same_kinds_are_alike(one, other):
    assert kinds_of(one) == kinds_of(other)


def test_other_evidence_is_another_reason():
    assert kinds_of("the same name, another e-mail") != kinds_of("the same name")
    assert kinds_of("row 45 of this file: the same name") != kinds_of("the same name")


def test_thousands_stand_apart():
    assert (many(9264, "row", "rows"), many(1, "row", "rows")) == ("9,264 rows", "1 row")
