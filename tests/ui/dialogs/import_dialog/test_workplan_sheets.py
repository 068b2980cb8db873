"""A work plan and sheets that came back, shown before they are taken in."""

from datetime import date

import pytest

from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.publishing import write_progress_sheets
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.workstreams import list_tasks
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from emgdesk.ui.dialogs.import_dialog.after import done_text
from tests.desks import entity_id, make_workplan
from tests.sheets import write_book
from tests.test_progress_sheets_out_and_in import fill
from tests.workplan_books import HEADS
from tests.workplan_desks import make_whole_workplan

REEFS = "Task Team on Reefs"


def lines(item):
    """(text, verdict, what) of every line shown."""
    for at in range(item.childCount()):
        child = item.child(at)
        yield child.text(0), child.text(1), child.text(3)
        yield from lines(child)


def shown(dialog):
    return list(lines(dialog.view.workplan.preview.tree.invisibleRootItem()))


def test_every_sheet_is_shown_with_what_changes(open_import, desk, tmp_path):
    make_workplan(desk)
    rows = {
        "Tasks": [],
        "Workstreams": [("UN Dune Coalition",)],
        "Mandate": [(REEFS, "Extension", "2031", None, "SOM 42"), (REEFS, "Creation", "2029")],
        "Members": [(REEFS, "lead", "UNEP", None, "2030")],
    }
    path = write_book(tmp_path / "plan.xlsx", {name: [HEADS[name], *held] for name, held in rows.items()})
    dialog = open_import(path)
    assert shown(dialog) == [
        ("Cannot be taken", "", ""),
        (
            f"Mandate: {REEFS}: Creation (2029)",
            "Problem",
            "“Creation” is no event the desk knows (Mandate B3).",
        ),
        ("Without a chapter", "", ""),
        ("UN Dune Coalition", "New", ""),
        ("Mandate", "", ""),
        (f"{REEFS}: extended until SOM 42 (2031)", "New", ""),
        ("Members", "", ""),
        (f"{REEFS}: UNEP, lead", "New", ""),
    ]
    assert (
        dialog.view.totals.text()
        == "Workstreams: 1 new.  Tasks: no rows.  Mandate: 1 new, 1 problem.  Members: 1 new"
    )
    assert dialog.view.import_button.text() == "Import 1 workstream and 2 other rows"


@pytest.fixture
def sheets(desk, tmp_path):
    """The sheets of UNEP and FAO; only that of UNEP is filled in."""
    make_whole_workplan(desk)
    keys = desk.do(
        "Ask", ask_for_progress, entities=[(entity_id(desk, name), "") for name in ("UNEP", "FAO")],
        as_of="2031-11-30", asked_on="2031-11-01", due="2031-11-20",
    ).value  # fmt: skip
    paths = [one.path for one in write_progress_sheets(desk, tmp_path / "sheets", request_ids=keys)]
    fill(paths[0], Status="completed", Progress="All of it.")
    return paths


def test_sheets_that_came_back_are_one_import(open_import, services, desk, sheets):
    dialog: ImportDialog = open_import(sheets[0], None, tuple(sheets[1:]))
    names = ", ".join(path.name for path in sheets)
    assert dialog.view.queue.text() == f"2 files are taken in together: {names}."
    assert ("UNEP", "", f"Answers with {sheets[0].name}") in shown(dialog)
    before = desk.state().revision
    dialog.import_now()
    services.tasks.settle()
    assert dialog.view.shows_result()
    assert desk.state().revision == before + 1
    assert [(r.entity, r.state == "answered") for r in desk.read(list_requests, today=date.today())] == [
        ("FAO", False),
        ("UNEP", True),
    ]
    task = next(task for task in desk.read(list_tasks) if task.text == "Make the map.")
    assert (task.entries[-1].status, task.entries[-1].text) == ("completed", "All of it.")
    state = dialog.view.result.state
    assert state._title.text() == "1 task and 1 progress entry imported."
    assert state._sentence.text() == "Still to answer: FAO."
    assert (
        done_text(dialog.finishing._made.applied)
        == "1 task and 1 progress entry imported. Still to answer: FAO."
    )
