"""Cells of a work plan that somebody emptied in rows with an ID."""

import pytest

from emgdesk.queries.deliverables import list_deliverables
from emgdesk.queries.mandates import list_events
from emgdesk.queries.memberships import list_members
from emgdesk.queries.workplan_books import workplan_book
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import dump, make_workplan
from tests.importing.files import file, sheet
from tests.workplan_books import HEADS, planned, said, taken

REEFS, PORTS = "Task Team on Reefs", "Coalition on Ports"


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """A work plan whose rows fill every cell that may be emptied."""
    keys = make_workplan(desk)
    taken(
        desk,
        update="replace",
        Workstreams=[
            (REEFS, None, "TT-R", None, None, None, None, "UNEP", "FAO, WHO", "Reefs.", "ILO", "Bo Lindh",
             "Ada Holm", "WMO"),
        ],
        Names=[(REEFS, "Reef Team", "2029", "2030")],
        Mandate=[
            (REEFS, "extended", "2030-05", "SOM39 senior", "two years", None, None, None, "A note."),
            (REEFS, "renamed", "2030-06", None, None, None, REEFS),
        ],
        Members=[(PORTS, "member", "FAO", "Ines Calado", "2029", "2032", "half time")],
        Tasks=[
            (None, REEFS, "Make the map.", "SOM 39", "FAO", "2032", "ongoing", "Half of it.", "Go on.", "2031-05-02",
             None, "2030-01-01", "2033-01-01"),
            (None, REEFS, "Make the map.", None, None, None, "ongoing", "The rest.", None, "2031-06-02"),
        ],
        Deliverables=[
            ("Atlas", "report", "1st", REEFS, "FAO", "https://example.org/atlas", "draft", "2031-05", None, "Early."),
        ],
    )  # fmt: skip
    return keys


def emptied(desk: Workspace, sheet: str, *columns: str, rows: int = 99):
    """The rows of a sheet as exported, these columns emptied in the first `rows` of them."""
    told = []
    for at, row in enumerate(desk.read(workplan_book)[sheet]):
        blank = columns if at < rows else ()
        told.append(tuple(None if c in blank else {**row.cells, "ID": row.id}.get(c) for c in HEADS[sheet]))
    return {sheet: told}


ALL = (
    ("Workstreams", "Short name", "Leads", "Members", "Purpose", "Co-chairs", "Focal points", "Officer", "Proposer"),
    ("Names", "Since", "Until"),
    ("Mandate", "Date", "Meeting", "Until", "Note"),
    ("Members", "Since", "Until", "Note"),
    ("Tasks", "Source", "Responsible", "Due", "Next steps", "Since", "Left", "As of"),
    ("Deliverables", "Kind", "Edition", "Entities", "Web address", "Stage date", "Stage note"),
)  # fmt: skip


@pytest.mark.parametrize("sheet", ALL, ids=[sheet[0] for sheet in ALL])
@pytest.mark.usefixtures("keys")
def test_emptied_cells_are_cleared_by_replace_alone(desk, sheet):
    before, (name, *columns) = dump(desk.path), sheet
    for update in ("fill", "add-only"):
        plan = planned(desk, update=update, **emptied(desk, *sheet)).plan
        assert plan.sheets[name].changed == 0
        (note,) = (note for note in plan.notes if "emptied" in note)
        assert note.endswith(f"of sheet “{name}” change nothing; “replace” clears them.")
    assert dump(desk.path) == before
    intake = taken(desk, update="replace", **emptied(desk, *sheet))
    assert not [note for note in intake.notes() if "emptied" in note]
    held = {row.cells.get(column, "") for row in desk.read(workplan_book)[name] for column in columns}
    assert held == {""}
    again = planned(desk, update="replace", **emptied(desk, *sheet)).plan
    assert (again.sheets[name].changed, again.sheets[name].problem) == (0, 0)


def test_what_a_row_needs_stays(desk, keys):
    plan = taken(desk, update="replace", **emptied(desk, "Mandate", "New name", "Event")).plan
    assert said(plan) == [f"Mandate {row}: The row names no Event (Mandate B{row})." for row in (2, 3)]
    taken(desk, update="replace", **emptied(desk, "Mandate", "New name"))
    taken(desk, update="replace", **emptied(desk, "Names", "Name"))
    taken(
        desk, update="replace", **emptied(desk, "Workstreams", "Name", "Chapter", "Kind", "Parent", "Aliases")
    )
    taken(desk, update="replace", **emptied(desk, "Tasks", "Task", "Chapter", "Workstream"))
    taken(desk, update="replace", **emptied(desk, "Deliverables", "Title"))
    plan = taken(desk, update="replace", **emptied(desk, "Members", "Entity", "Person", "Role")).plan
    count = len(desk.read(list_members))
    assert said(plan) == [
        f"Members {row}: The row names neither an Entity nor a Person (Members C{row})."
        for row in range(2, count + 2)
    ]
    assert [row.event.new_name for row in desk.read(list_events)] == ["", REEFS]
    reefs = desk.read(list_workstreams)[0]
    assert (reefs.name, reefs.aliases, reefs.chapter) == (REEFS, ("Reef Team",), "I. Oceans and coasts")
    assert [task.text for task in desk.read(list_tasks, workstream_id=keys["reefs"])] == ["Make the map."]
    assert [row.title for row in desk.read(list_deliverables)] == ["Atlas"]
    assert [(m.entity, m.person) for m in desk.read(list_members, workstream_id=keys["ports"])] == [
        ("FAO", "Ines Calado")
    ]


def test_one_row_of_a_task_may_empty_or_correct_it(desk, keys):
    taken(desk, update="replace", **emptied(desk, "Tasks", "Next steps", "Source", rows=1))
    (task,) = desk.read(list_tasks, workstream_id=keys["reefs"])
    assert (task.next_steps, task.source, task.due, len(task.entries)) == ("", "", "2032", 2)
    rows = emptied(desk, "Tasks")["Tasks"]
    at = HEADS["Tasks"].index("Due")
    rows[1] = (*rows[1][:at], "2034", *rows[1][at + 1 :])
    taken(desk, Tasks=rows)
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].due == "2034"


def test_a_column_that_is_not_there_empties_nothing(desk, keys):
    before = dump(desk.path)
    rows = [(row[HEADS["Tasks"].index("Task")], row[-1]) for row in emptied(desk, "Tasks")["Tasks"]]
    raw = file(sheet(("Task", "ID"), *rows, name="Tasks"), name="plan.xlsx")
    assert planned(desk, raw=raw, update="replace").plan.sheets["Tasks"].changed == 0
    assert dump(desk.path) == before
