"""Reading and planning a file for the import window, on a real desk."""

from pathlib import Path

from emgdesk.importing.plan import RosterPlan
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.matching import revision
from emgdesk.ui.dialogs.import_dialog.source import open_file
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster
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


def test_a_file_whose_title_names_the_meeting_is_compared_once(desk, tmp_path):
    meeting = make_meeting(desk, "SOM40 mid-term", som_number=40, segment="mid-term")
    make_roster(desk, meeting)
    desk.do("New meeting elsewhere", create_meeting, code="REEF 1")
    plan, texts = opened_plan(desk, write_roster(tmp_path), None)
    assert plan.meeting_id == meeting
    assert texts.count("Recognising columns") == 1
