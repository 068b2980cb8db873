"""Work-plan workbooks for tests, planned and taken in without the reading child. All people are invented."""

from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.intake import Choices, WorkplanIntake, commit, plan_any
from emgdesk.workspace import Workspace
from tests.importing.files import file, sheet

HEADS = {form.name: (*form.columns, "ID") for form in WORKBOOKS["workplan"]}
_CHOICES = ("update", "doubtful", "names")


def workbook(**sheets):
    """A file with these sheets, whose rows are tuples under `HEADS`; there is always a sheet Tasks."""
    held = {"Tasks": [], **sheets}
    return file(*(sheet(HEADS[name], *rows, name=name) for name, rows in held.items()), name="plan.xlsx")


def planned(desk: Workspace, *, raw=None, **sheets) -> WorkplanIntake:
    choices = Choices(**{key: sheets.pop(key) for key in _CHOICES if key in sheets})
    intake = plan_any(desk, raw or workbook(**sheets), RosterSnapshot("", (), ()), choices)
    assert isinstance(intake, WorkplanIntake)
    return intake


def taken(desk: Workspace, **sheets) -> WorkplanIntake:
    intake = planned(desk, **sheets)
    commit(desk, intake)
    return intake


def said(plan) -> list[str]:
    """What is said of rows of the other sheets: "Mandate 2: ..."."""
    return [f"{line.sheet} {line.row}: {text}" for line in plan.lines for text in line.messages]
