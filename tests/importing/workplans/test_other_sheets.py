"""The sheets Names, Mandate, Members and Deliverables on their way in."""

from dataclasses import replace
from datetime import datetime

import pytest

from emgdesk.importing.plan import Decision
from emgdesk.operations.task import add_task
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.deliverables import list_deliverables
from emgdesk.queries.mandates import list_events
from emgdesk.queries.memberships import list_members
from emgdesk.queries.workplan_books import workplan_book
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person, make_workplan
from tests.importing.files import file, sheet
from tests.workplan_books import HEADS, planned, said, taken

REEFS, PORTS = "Task Team on Reefs", "Coalition on Ports"


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """Reefs and ports, two bodies without a history."""
    return make_workplan(desk)


def test_events_are_read_as_people_write_them(desk, keys):
    make_meeting(desk, "SOM40 senior", date="2031-10-28")
    taken(
        desk,
        Mandate=[
            (REEFS, "Creation", "2029"),
            (REEFS, "set up", "2030-05", "SOM39 senior", "two years"),
            (REEFS, "Extension", None, "som 40 SENIOR", "SOM 42"),
            (
                PORTS,
                "merged into",
                datetime(2031, 9, 24),
                None,
                None,
                "the task team on reefs",
                None,
                None,
                "a\nb",
            ),
        ],
    )
    events = [
        (e.workstream, e.event.kind, e.event.date, e.meeting, e.event.until, e.other)
        for e in desk.read(list_events)
    ]
    assert events == [
        (REEFS, "established", "2030-05", "SOM39 senior", "two years", ""),
        (PORTS, "became part of", "2031-09-24", "", "", REEFS),
        (REEFS, "extended", "2031-10-28", "SOM40 senior", "SOM 42", ""),
    ]  # fmt: skip


def test_rows_that_cannot_be_taken_name_their_cell(desk, keys):
    plan = planned(
        desk,
        Mandate=[
            (REEFS, "Creation", "2029"),
            (REEFS, "extended", "soon"),
            (REEFS, "renamed", "2030"),
            (REEFS, "absorbed", "2030"),
            (REEFS, "absorbed", "2030", None, None, REEFS),
            (None, "extended"),
            ("Reef", None),
            (REEFS, "extended", "2030"),
            (REEFS, "Extension", "2030"),
        ],
        Names=[(REEFS, None), (REEFS, PORTS), (REEFS, "Reef Team", "2031", "2030"), (REEFS, REEFS)],
        Members=[
            (REEFS, "king", "UNEP"), (REEFS, "lead"), (REEFS, "lead", "UNEP", None, "2031", "2030"),
            (REEFS, "Leads", "WHO"), (REEFS, "lead", "WHO"), (REEFS, "member", "FAO", None, "some day"),
        ],
        Deliverables=[
            ("Atlas", None, None, REEFS, None, None, "half done"),
            (None, "report"),
            ("Atlas", None, None, REEFS, None, "not an address"),
            ("Atlas", None, None, REEFS, None, None, None, "2031-05"),
        ],
    ).plan  # fmt: skip
    assert said(plan) == [
        "Names 2: The row holds no Name (Names B2).",
        f"Names 3: “{PORTS}” is already a name of “{PORTS}” (Names B3).",
        "Names 4: The name ends before it begins (Names D4).",
        "Names 5: It is the name of the workstream itself (Names B5).",
        "Mandate 2: “Creation” is no event the desk knows (Mandate B2).",
        "Mandate 3: “soon” is no date; write 2026-05-28, 2026-05 or 2026 (Mandate C3).",
        "Mandate 4: “Renamed” has to say the new name (Mandate G4).",
        "Mandate 5: “Absorbed” has to say the other workstream (Mandate F5).",
        "Mandate 6: The other workstream is the same one (Mandate F6).",
        "Mandate 7: The row names no Workstream (Mandate A7).",
        "Mandate 8: The row names no Event (Mandate B8).",
        "Mandate 10: The same event stands in row 9 already (Mandate B10).",
        "Members 2: “king” is no role in a workstream; write lead, co-chair, member, focal point, officer (Members B2).",
        "Members 3: The row names neither an Entity nor a Person (Members C3).",
        "Members 4: The time in the workstream ends before it begins (Members F4).",
        "Members 6: WHO is lead at that time already, in row 5 (Members B6).",
        "Members 7: “some day” is no date; write 2026-05-28, 2026-05 or 2026 (Members E7).",
        (
            "Deliverables 2: “half done” is no stage of a deliverable; write draft, comments, final, endorsed, "
            "launched (Deliverables G2)."
        ),
        "Deliverables 3: The deliverable has no Title (Deliverables A3).",
    ] + [text for text in said(plan) if text.startswith(("Deliverables 4", "Deliverables 5"))]
    assert [text.rpartition("(")[2] for text in said(plan)[-2:]] == ["Deliverables F4).", "Deliverables G5)."]


def test_a_body_renamed_in_the_file_has_its_former_name_before(desk):
    taken(
        desk,
        Workstreams=[("IMG on Reefs", None, None, None, None, "I. Oceans")],
        Names=[("IMG on Reefs", "Consultative Process on Reefs", None, "2030-05")],
        Mandate=[
            ("IMG on Reefs", "established", "2028"),
            ("IMG on Reefs", "renamed", "2030-05", None, None, None, "IMG on Reefs"),
            ("IMG on Reefs", "changed kind", "2030-05", None, None, None, None, "Issue Management Group"),
        ],
    )
    (then,) = desk.read(list_workstreams, as_of="2029-01-01")
    (now,) = desk.read(list_workstreams)
    assert (then.name, then.kind) == ("Consultative Process on Reefs", "Consultative Process")
    assert (now.name, now.kind, now.aliases) == ("IMG on Reefs", "Issue Management Group", (then.name,))
    again = planned(desk, Mandate=[("Consultative Process on Reefs", "established", "2028")])
    assert again.plan.sheets["Mandate"].same == 1


def test_members_are_met_by_what_they_are(desk, keys):
    rows = [
        (REEFS, "Lead", "UNEP", None, "2029"), (REEFS, "focal points", "FAO", "Ines Calado"),
        (REEFS, "Responsible officer", None, "Bo Lindh", None, None, "half time"),
    ]  # fmt: skip
    taken(desk, Members=rows)
    held = [
        (m.role, m.entity, m.person, m.since, m.note)
        for m in desk.read(list_members, workstream_id=keys["reefs"])
    ]
    assert ("lead", "UNEP", "", "2029", "") in held
    assert ("focal point", "FAO", "Ines Calado", "", "") in held
    assert ("officer", "", "Bo Lindh", "", "half time") in held
    assert planned(desk, Members=rows).plan.sheets["Members"].same == 3
    later = planned(desk, Members=[(REEFS, "officer", None, "Bo Lindh", None, "2032", "half time")])
    assert [line.changes for line in later.plan.lines] == [{"Until": ("", "2032")}]


def test_cells_of_the_first_sheet_and_rows_of_members_are_one(desk):
    head = ("Task Team on Kelp", None, None, None, None, "I. Oceans", None, "UNEP, WHO", "FAO", None, "IMO")
    taken(desk, Workstreams=[head], Members=[("Task Team on Kelp", "lead", "UNEP", None, "2030")])
    held = [(m.role, m.entity, m.since) for m in desk.read(list_members)]
    assert held == [
        ("lead", "UNEP", "2030"),
        ("lead", "WHO", ""),
        ("co-chair", "IMO", ""),
        ("member", "FAO", ""),
    ]


def test_rows_of_one_deliverable_are_its_stages(desk, keys):
    make_meeting(desk, "SOM40 senior", date="2031-10-28")
    rows = [
        ("Atlas", "report", "2031", REEFS, "UNEP, FAO", "https://atlas.example", "Draft", "2031-05"),
        ("Atlas", None, "2031", REEFS, None, None, "adopted", "2031-10-28", "SOM40 senior", "with thanks"),
        ("Atlas", None, "2031", REEFS, None, None, "launch", "2032-01", "SOM 41"),
        ("Light meter", "tool"),
    ]
    taken(desk, Deliverables=rows)
    atlas, meter = desk.read(list_deliverables)
    assert (atlas.title, atlas.edition, meter.title, meter.kind) == ("Atlas", "2031", "Light meter", "tool")
    cells = [row.cells for row in desk.read(workplan_book)["Deliverables"]]
    assert [(c.get("Stage"), c.get("Stage date"), c.get("Stage meeting"), c.get("Stage note")) for c in cells] == [
        ("draft", "2031-05", "", ""), ("endorsed", "2031-10-28", "SOM40 senior", "with thanks"),
        ("launched", "2032-01", "", "SOM 41"), (None, None, None, None),
    ]  # fmt: skip
    assert planned(desk, Deliverables=rows).plan.sheets["Deliverables"].same == 4


def test_a_name_like_another_is_asked_about_and_learnt(desk, keys):
    event = [
        ("Reef Task Team on Corals and Reefs", "extended", "2031"),
        ("Task Team on Reef Corals", "extended", "2032"),
    ]
    first = planned(desk, Mandate=event[1:])
    (asked,) = first.plan.workstreams
    assert (asked.verdict, [c.person_id for c in asked.candidates]) == ("problem", [keys["reefs"]])
    decided = {"Task Team on Reef Corals": Decision("match", keys["reefs"])}
    taken(desk, Mandate=event[1:], names=decided)
    assert "Task Team on Reef Corals" in desk.read(list_workstreams)[0].aliases
    assert planned(desk, Mandate=event[1:]).plan.sheets["Mandate"].same == 1


def test_formulas_and_merged_cells_are_told(desk, keys):
    raw = file(
        sheet(HEADS["Tasks"], name="Tasks"),
        sheet(HEADS["Mandate"], (REEFS, "#REF!", "2031"), name="Mandate"),
        name="plan.xlsx",
    )
    (line,) = planned(desk, raw=raw).plan.lines
    assert line.messages == (
        "The row names no Event (Mandate B2).", "Mandate B2 holds #REF!, an error of the spreadsheet.",
    )  # fmt: skip


def test_a_refused_event_stands_in_nobodys_way(desk, keys):
    plan = taken(
        desk,
        Mandate=[
            (REEFS, "changed kind", "2030"),
            (REEFS, "changed kind", "2030", None, None, None, None, "Coalition"),
            (REEFS, "changed kind", "2030", None, None, None, None, "Network"),
        ],
    ).plan
    assert said(plan) == ["Mandate 2: “Changed kind” has to say the new kind (Mandate H2)."]
    assert [line.verdict for line in plan.lines] == ["problem", "new", "new"]


def test_days_of_the_desk_and_of_the_file_are_judged_together(desk, keys):
    taken(
        desk,
        Members=[(REEFS, "member", "FAO", None, "2031")],
        Names=[(REEFS, "Reef Team", "2031")],
        Tasks=[(None, REEFS, "Make the map.", *(None,) * 8, "2031-06-01")],
    )
    ids = {name: desk.read(workplan_book)[name][0].id for name in ("Members", "Names")}
    intake = planned(
        desk,
        Members=[(REEFS, "member", "FAO", None, None, "2030", None, ids["Members"])],
        Names=[(REEFS, "Reef Team", None, "2030", ids["Names"])],
        Tasks=[(None, REEFS, "Make the map.", *(None,) * 9, "2031-05-01")],
    )
    assert said(intake.plan) == [
        "Names 2: The name ends before it begins (Names D2).",
        "Members 2: The time in the workstream ends before it begins (Members F2).",
    ]
    assert "The task left the work plan before it came into it (Tasks row 2)." in intake.notes()
    assert intake.plan.sheets["Tasks"].same == 1


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Mandate", (REEFS, "extended", "2031")),
        ("Members", (REEFS, "lead", "UNEP")),
        ("Names", (REEFS, "Reef Team")),
        ("Deliverables", ("Atlas", "report", None, REEFS)),
    ],
)
def test_one_sheet_alone_is_a_work_plan(desk, keys, name, row):
    raw = file(sheet(HEADS[name], row, name=name), name="plan.xlsx")
    assert planned(desk, raw=raw).plan.sheets[name].new == 1


def test_an_answer_goes_to_the_task_in_the_plan(desk, keys):
    taken(desk, Tasks=[(None, REEFS, "Count.", *(None,) * 8, "2029-01-01", "2030-01-01")])
    gone = next(t for t in desk.read(list_tasks, workstream_id=keys["reefs"]) if t.text == "Count.")
    desk.do(
        "Add", add_task, chapter_id=keys["chapter"], workstream_id=keys["reefs"], text="Count.", due="2040"
    )
    (line,) = planned(desk, Tasks=[(None, REEFS, "Count.", None, None, None, "ongoing")]).plan.tasks
    assert line.verdict == "changed"
    assert line.ref != gone.id


def test_workstreams_placed_later_stand_where_the_file_has_them(desk, keys):
    desk.do("Add", add_workstream, name="IMG on Kelp")
    taken(
        desk,
        Workstreams=[
            ("Network of Divers", *(None,) * 4, "I. Oceans and coasts", "d"),
            ("IMG on Kelp", *(None,) * 4, "I. Oceans and coasts", "b)"),
            (REEFS, *(None,) * 4, "I. Oceans and coasts", "A"),
            (PORTS, *(None,) * 4, "I. Oceans and coasts", "c"),
            ("Coalition on Dunes", *(None,) * 4, "II. Soils", "f"),
            ("Network on Loam", *(None,) * 4, "II. Soils", "e"),
        ],
    )
    assert [(row.letter, row.name) for row in desk.read(list_workstreams)] == [
        ("a", REEFS), ("b", "IMG on Kelp"), ("c", PORTS), ("d", "Network of Divers"), ("e", "Network on Loam"),
        ("f", "Coalition on Dunes"),
    ]  # fmt: skip


def test_events_do_not_make_a_body_part_of_itself(desk, keys):
    taken(desk, Mandate=[(REEFS, "became part of", "2030", None, None, PORTS)])
    plan = planned(
        desk,
        Mandate=[
            (PORTS, "became part of", "2031", None, None, "Network of Divers"),
            ("Network of Divers", "taken up under", "2032", None, None, REEFS),
            ("IMG on Kelp", "became part of", "2032", None, None, "IMG on Weed"),
            ("IMG on Weed", "became part of", "2033", None, None, "IMG on Kelp"),
            ("IMG on Kelp", "established", "2034"),
            ("IMG on Foam", "became part of", "2033", None, None, "IMG on Foam"),
        ],
    ).plan
    assert [text for text in said(plan) if "was not on" not in text] == [
        "Mandate 3: “Network of Divers” would be part of itself (Mandate F3).",
        "Mandate 7: The other workstream is the same one (Mandate F7).",
    ]


def test_a_name_of_a_body_that_goes_on_is_not_given(desk, keys):
    plan = planned(
        desk,
        Mandate=[(REEFS, "renamed", "2031", None, None, None, PORTS)],
    ).plan
    assert said(plan) == [
        f"Mandate 2: “{PORTS}” is the name of another workstream that goes on (Mandate G2)."
    ]
    plan = taken(
        desk,
        Mandate=[
            (PORTS, "concluded", "2030"),
            (REEFS, "renamed", "2031", None, None, None, PORTS),
        ],
    ).plan
    assert said(plan) == []


def test_a_cell_merged_over_the_rows_of_a_body_is_told_of_all(desk, keys):
    rows = [("I. Oceans and coasts", REEFS, "Dive.", "A"), (None, None, "Swim."), (None, None, "Sail.")]
    tasks = sheet(HEADS["Tasks"], *rows, name="Tasks")
    tasks = replace(tasks, merges=((2, 0, 4, 0), (2, 1, 4, 1), (2, 3, 4, 3)))
    intake = taken(desk, raw=file(tasks, name="plan.xlsx"))
    assert intake.plan.sheets["Tasks"].new == 3
    told = [(t.text, t.source) for t in desk.read(list_tasks, workstream_id=keys["reefs"])]
    assert told == [("Make the map.", ""), ("Dive.", "A"), ("Swim.", ""), ("Sail.", "")]
    assert [note for note in intake.notes() if "merged" in note] == [
        "Tasks D2:D4 is merged: only D2 is read."
    ]


def test_who_is_found_is_said_before_anything_is_taken(desk, keys):
    for name, entity in (("Ines Calado", "FAO"), ("Bo Lindh", "FAO"), ("Bo Lindh", "WHO")):
        make_person(desk, name, entity)
    plan = planned(
        desk,
        Members=[
            (REEFS, "focal point", "FAO", "Calado, Ines"),
            (REEFS, "focal point", "WHO", "Ines Calado"),
            (REEFS, "officer", None, "Bo Lindh"),
            (REEFS, "focal point", "WHO", "Bo Lindh"),
            (REEFS, "lead", "Harbour Union"),
        ],
    ).plan
    assert said(plan) == [
        "Members 2: “Calado, Ines” is Ines Calado.",
        "Members 3: “Ines Calado” is nobody on this desk; the name stays as written (Members D3).",
        "Members 4: “Bo Lindh” is the name of several people on this desk; the name stays as written (Members D4).",
        "Members 6: “Harbour Union” is no entity on this desk; it stays as written (Members C6).",
    ]
