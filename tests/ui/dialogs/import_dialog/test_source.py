"""Reading and planning a file for the import window, on a real desk."""

from dataclasses import replace
from pathlib import Path

from emgdesk.importing.plan import Decision, RosterPlan
from emgdesk.importing.planning.roster import decide
from emgdesk.intake import Choices, commit, plan_import
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.matching import revision
from emgdesk.ui.dialogs.import_dialog.source import decided, open_file, plan_opened, with_roster
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person, make_roster
from tests.ui.dialogs.sheets import write_book, write_roster


class Heard:
    """A job that keeps what it is told."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        if text not in self.texts[-1:]:
            self.texts.append(text)

    def check_cancelled(self) -> None:
        return None


def opened_plan(desk: Workspace, path: Path, meeting: str | None) -> tuple[RosterPlan, list[str]]:
    job = Heard()
    opened = open_file(desk, path, meeting, job)
    assert opened.roster is not None
    return opened.roster[0], job.texts


def test_the_desk_is_read_once_while_the_file_is_read(desk, tmp_path):
    meeting = make_meeting(desk, "SOM40 mid-term")
    make_roster(desk, meeting)
    plan, texts = opened_plan(desk, write_roster(tmp_path), meeting)
    assert (plan.meeting_id, plan.revision) == (meeting, desk.read(revision))
    assert "Reading the desk" not in texts


def test_a_workbook_with_nothing_in_it_is_opened_with_its_refusal(desk, tmp_path):
    opened = open_file(desk, write_book(tmp_path / "blank.xlsx", One=[], Two=[]), None, Heard())
    assert opened.intake is None
    assert "blank.xlsx" in opened.refusal


def test_a_remembered_decision_taken_back_stays_so_when_the_policy_changes(desk, tmp_path):
    meeting = make_meeting(desk)
    make_person(desk, "Ana Lima", "UNEP")
    path = write_book(tmp_path / "list.xlsx", List=[("Name", "Entity"), ("Ana Lima", "FAO")])
    commit(
        desk, plan_import(desk, path, meeting_id=meeting, choices=Choices(decisions={2: Decision("skip")}))
    )
    opened = open_file(desk, path, meeting, Heard())
    assert [row.verdict for row in opened.roster[0].rows] == ["skipped"]
    opened = with_roster(opened, decide(*opened.roster, 2, None))
    choices = decided(opened)
    assert choices.decisions == {2: None}
    again = plan_opened(desk, opened.raw, replace(choices, update="replace"), meeting, Heard())
    assert [(row.verdict, row.decision) for row in again.roster[0].rows] == [("possible", None)]
    anew = with_roster(again, decide(*again.roster, 2, Decision("new")))
    assert decided(anew).decisions == {2: Decision("new")}


def test_a_file_whose_title_names_the_meeting_is_compared_once(desk, tmp_path):
    meeting = make_meeting(desk, "SOM40 mid-term", som_number=40, segment="mid-term")
    make_roster(desk, meeting)
    desk.do("New meeting elsewhere", create_meeting, code="REEF 1")
    plan, texts = opened_plan(desk, write_roster(tmp_path), None)
    assert plan.meeting_id == meeting
    assert texts.count("Recognising columns") == 1
