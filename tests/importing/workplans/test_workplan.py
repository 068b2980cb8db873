from datetime import datetime

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.answers import workplan_json
from emgdesk.importing.plan import Decision
from emgdesk.importing.snapshot import KnownChapter, KnownTask, KnownWorkstream, WorkplanSnapshot
from emgdesk.importing.workplans.plan import SheetCounts
from emgdesk.importing.workplans.planning import plan_workplan
from tests.importing.files import file, sheet

STREAMS = (
    "Name",
    "Aliases",
    "Short name",
    "Kind",
    "Parent",
    "Chapter",
    "Letter",
    "Leads",
    "Members",
    "Purpose",
)
TASKS = (
    "Chapter",
    "Workstream",
    "Task",
    "Source",
    "Responsible",
    "Due",
    "Status",
    "Progress",
    "Next steps",
    "As of",
)
OCEANS, SOILS = "I. Oceans", "II. Soils"
DAY = datetime(2031, 6, 30)


def workbook(*tasks, streams=(), extra=(), task_header=TASKS, stream_header=STREAMS):
    sheets = [sheet(task_header, *tasks, name="Tasks"), *extra]
    if streams:
        sheets.insert(0, sheet(stream_header, *streams, name="Workstreams"))
    return file(*sheets, name="plan.xlsx")


def planned(*tasks, desk=None, **more):
    keys = ("update", "doubtful", "decisions")
    policies = {key: more.pop(key) for key in keys if key in more}
    return plan_workplan(workbook(*tasks, **more), desk or WorkplanSnapshot("3"), **policies)


def applied(plan):
    """The desk after applying the plan to an empty one."""
    entries = {t.ref: tuple((f"e{e.row}", e.status, e.text, e.as_of) for e in t.entries) for t in plan.tasks}
    return WorkplanSnapshot(
        "4",
        tuple(KnownChapter(c.ref, c.title) for c in plan.chapters),
        tuple(
            KnownWorkstream(
                w.ref, w.name, (w.name, *w.new_aliases), w.chapter, w.short_name, w.kind, w.parent, w.leads,
                w.members, w.purpose,
            )
            for w in plan.workstreams
        ),
        tuple(
            KnownTask(
                t.ref, t.chapter, t.workstream, t.text, entries[t.ref], t.source, t.responsible, t.due, t.next_steps
            )
            for t in plan.tasks
        ),
    )  # fmt: skip


REEFS = (
    "Task Team on Reefs",
    "Reef Team\nTeam on Coral",
    "TT-R",
    None,
    None,
    OCEANS,
    "a",
    "FAO",
    "ECE",
    "Looks on.",
)
ROWS = (
    (OCEANS, "Task Team on Reefs", "Map them.", "SOM 39", "FAO", "2032", "Completed", "Mapped.", None, DAY),
    (OCEANS, "The Reef Team", "Map them.", None, None, None, "On-going", "Mapping on.", "Go on.", DAY),
    (OCEANS, "Task Team on Reefs", None, None, None, None, None, "Met once.", None, DAY),
    (OCEANS, "Task Team on Reefs", None, None, None, None, None, "Met twice.", None, DAY),
    (SOILS, None, "Write a brief.", None, None, None, "Upcoming:", None, "Write.", "30 June 2031"),
    (SOILS, None, "Print it.", None, None, None, None, None, "Print.", None),
)


def test_rows_become_chapters_workstreams_tasks_and_entries():
    plan = planned(*ROWS, streams=(REEFS,))
    assert [(c.title, c.position, c.is_new) for c in plan.chapters] == [
        ("Oceans", 1, True),
        ("Soils", 2, True),
    ]
    (reefs,) = plan.workstreams
    assert (reefs.name, reefs.new_aliases, reefs.short_name, reefs.kind, reefs.leads, reefs.purpose) == (
        "Task Team on Reefs", ("Reef Team", "Team on Coral"), "TT-R", "Task Team", "FAO", "Looks on.",
    )  # fmt: skip
    assert [(t.row, t.text, len(t.entries), t.next_steps) for t in plan.tasks] == [
        (2, "Map them.", 2, "Go on."), (4, "", 2, ""), (6, "Write a brief.", 1, "Write."), (7, "Print it.", 0, "Print."),
    ]  # fmt: skip
    assert [(e.row, e.status, e.text, e.as_of) for t in plan.tasks for e in t.entries] == [
        (2, "completed", "Mapped.", "2031-06-30"), (3, "ongoing", "Mapping on.", "2031-06-30"),
        (4, "", "Met once.", "2031-06-30"), (5, "", "Met twice.", "2031-06-30"),
        (6, "upcoming", "", "2031-06-30"),
    ]  # fmt: skip
    assert [t.workstream for t in plan.tasks] == [reefs.ref, reefs.ref, None, None]
    assert {t.chapter for t in plan.tasks[:2]} == {plan.chapters[0].ref}
    assert plan.sheets == {"Workstreams": SheetCounts(1, new=1), "Tasks": SheetCounts(6, new=6)}


def test_the_same_file_again_is_all_the_same():
    first = planned(*ROWS, streams=(REEFS,))
    for update in ("fill", "replace", "add-only"):
        again = planned(*ROWS, streams=(REEFS,), desk=applied(first), update=update)
        assert again.sheets == {"Workstreams": SheetCounts(1, same=1), "Tasks": SheetCounts(6, same=6)}
        assert {t.verdict for t in again.tasks} | {w.verdict for w in again.workstreams} == {"same"}


def test_a_new_report_adds_entries_to_known_tasks():
    desk = applied(planned(*ROWS, streams=(REEFS,)))
    later = (
        OCEANS,
        "Team on Coral",
        "map them",
        None,
        None,
        None,
        "Completed",
        "All mapped.",
        None,
        "2032-06-30",
    )
    plan = planned(later, desk=desk)
    (task,) = plan.tasks
    assert (task.verdict, task.workstream, task.changes) == ("changed", "new:1", {})
    assert [(e.verdict, e.text, e.as_of) for e in task.entries] == [("new", "All mapped.", "2032-06-30")]
    assert plan.sheets["Tasks"] == SheetCounts(1, new=1)
    assert plan.workstreams == ()


def test_policies_for_what_differs():
    desk = applied(planned(*ROWS, streams=(REEFS,)))
    row = (OCEANS, "Task Team on Reefs", "Map them.", "SOM 40", "FAO", None, None, None, "Stop.", None)
    assert planned(row, desk=desk).tasks[0].changes == {}
    replaced = planned(row, desk=desk, update="replace")
    assert replaced.tasks[0].changes == {"source": ("SOM 39", "SOM 40"), "next_steps": ("Go on.", "Stop.")}
    assert replaced.sheets["Tasks"] == SheetCounts(1, changed=1)
    stream = (*REEFS[:7], "WB", *REEFS[8:])
    assert planned(row, streams=(stream,), desk=desk).workstreams[0].changes == {}
    lines = planned(row, streams=(stream,), desk=desk, update="replace").workstreams
    assert lines[0].changes == {"leads": ("FAO", "WB")}


def test_ids_of_an_exported_workbook_make_a_new_wording_a_change():
    desk = applied(planned(*ROWS, streams=(REEFS,)))
    streams = (("Task Team on Coral Reefs", *REEFS[1:], "new:1"),)
    tasks = (
        (*ROWS[0][:2], "Map all of them.", *ROWS[0][3:7], "Mapped it.", None, DAY, "e2"),
        (*ROWS[1][:2], "Map them.", *ROWS[1][3:], "e3"),
        (*ROWS[5][:2], "Print two.", *ROWS[5][3:], "new:task-4"),
    )
    plan = planned(
        *tasks, streams=streams, desk=desk, task_header=(*TASKS, "ID"), stream_header=(*STREAMS, "ID")
    )
    assert plan.workstreams[0].changes == {"name": ("Task Team on Reefs", "Task Team on Coral Reefs")}
    mapped, printed = plan.tasks
    assert mapped.changes == {"text": ("Map them.", "Map all of them.")}
    assert [(e.id, e.verdict, dict(e.changes)) for e in mapped.entries] == [
        ("e2", "changed", {"text": ("Mapped.", "Mapped it.")}),
        ("e3", "same", {}),
    ]
    assert printed.changes == {"text": ("Print it.", "Print two.")}
    assert plan.sheets == {
        "Workstreams": SheetCounts(1, changed=1),
        "Tasks": SheetCounts(3, changed=2, same=1),
    }


def test_a_workstream_only_a_task_names_is_made_and_told_of():
    plan = planned((OCEANS, "Coalition on Kelp", "Plant it.", *[None] * 7))
    (kelp,) = plan.workstreams
    assert (kelp.sheet, kelp.row, kelp.verdict, kelp.kind, kelp.chapter) == (
        "Tasks", 2, "new", "Coalition", plan.chapters[0].ref,
    )  # fmt: skip
    assert kelp.messages == (
        "Workstream “Coalition on Kelp” was not on the desk nor on the first sheet; it is made.",
    )


@pytest.mark.parametrize(
    "name",
    [
        "The IMG on Reefs & the Seas in the UN system",
        "Issue Management Group on Reefs and the Seas (RS) in the United Nations System",
        "issue management group on reefs and seas in un system",
    ],
)
def test_a_workstream_is_known_however_it_is_written(name):
    known = KnownWorkstream("w1", "IMG on Reefs and the Seas in the United Nations system", ())
    desk = WorkplanSnapshot("3", (KnownChapter("c1", "Oceans"),), (known,))
    plan = planned((None, name, "Swim.", *[None] * 7), desk=WorkplanSnapshot("3", desk.chapters, (known,)))
    assert [note.message for note in plan.problems] == [
        "The row names no chapter, and its workstream stands in none."
    ]
    plan = planned(("Oceans", name, "Swim.", *[None] * 7), desk=desk)
    assert (plan.tasks[0].workstream, plan.tasks[0].chapter, plan.workstreams) == ("w1", "c1", ())


ALIKE = KnownWorkstream(
    "w1", "Task Team on Reefs and Kelp Forests", ("Task Team on Reefs and Kelp Forests",), "c1"
)


def alike(**more):
    desk = WorkplanSnapshot("3", (KnownChapter("c1", "Oceans"),), (ALIKE,))
    row = ("Oceans", "Task Team on Reefs and Kelp", "Swim.", *[None] * 7)
    return planned(row, (OCEANS, None, "Dive.", *[None] * 7), desk=desk, **more)


def test_a_name_that_is_only_alike_is_left_out_and_asked_about():
    plan = alike()
    (asked,) = plan.workstreams
    assert (asked.verdict, [c.person_id for c in asked.candidates]) == ("problem", ["w1"])
    said = "“Task Team on Reefs and Kelp” may be “Task Team on Reefs and Kelp Forests”"
    assert asked.messages == (f"{said}: left out with its tasks until it is said to be new or the same.",)
    assert [t.text for t in plan.tasks] == ["Dive."]
    assert plan.sheets == {"Tasks": SheetCounts(2, new=1, problem=1)}
    assert plan.problems[0].message == "Workstream “Task Team on Reefs and Kelp” must be decided on first."


def test_it_can_be_said_what_it_is():
    assert [w.verdict for w in alike(doubtful="new").workstreams] == ["new"]
    assert [t.workstream for t in alike(doubtful="match").tasks] == ["w1", None]
    same = {"Task team on reefs & kelp": Decision("match", "w1")}
    assert [t.workstream for t in alike(decisions=same).tasks] == ["w1", None]
    new = {"Task Team on Reefs and Kelp": Decision("new")}
    assert [w.verdict for w in alike(decisions=new).workstreams] == ["new"]


def test_two_bodies_on_one_subject_are_two():
    desk = WorkplanSnapshot("3", (), (KnownWorkstream("w1", "Consultative Process on Reefs and Kelp", ()),))
    plan = planned(("Oceans", "Task Team on Reefs and Kelp", "Swim.", *[None] * 7), desk=desk)
    assert [w.verdict for w in plan.workstreams] == ["new"]


def test_parents_may_stand_below_their_parts():
    part = ("Group on Kelp", None, None, None, "Task Team on Reefs", OCEANS, *[None] * 4)
    lost = ("Group on Sand", None, None, None, "Nobody", OCEANS, *[None] * 4)
    plan = planned(streams=(part, REEFS, lost))
    kelp, reefs, sand = plan.workstreams
    assert (kelp.parent, sand.parent) == (reefs.ref, None)
    assert sand.messages == (
        "Parent “Nobody” is no workstream of the desk or of this file (Workstreams E4).",
    )


def test_rows_that_cannot_be_taken_say_why():
    plan = planned(
        (OCEANS, None, None, *[None] * 7),
        (None, None, "Swim.", *[None] * 7),
        streams=(REEFS, (None, "Alias", *[None] * 8), ("the reef team", *[None] * 9)),
    )
    assert [(note.row, note.message) for note in plan.problems] == [
        (2, "The row names no task, no progress and no next steps."),
        (3, "The row names no chapter, and its workstream stands in none."),
    ]
    assert [(w.verdict, w.messages) for w in plan.workstreams[1:]] == [
        ("problem", ("The row holds no Name (Workstreams A3).",)),
        ("problem", ("The same workstream as row 2 (Workstreams A4).",)),
    ]
    assert plan.sheets == {
        "Workstreams": SheetCounts(3, new=1, problem=2),
        "Tasks": SheetCounts(2, problem=2),
    }


def test_statuses_in_the_text_and_ones_nobody_knows():
    plan = planned(
        (OCEANS, None, "A", *[None] * 4, "Ongoing: swimming.", None, None),
        (OCEANS, None, "B", *[None] * 3, "Blue", "Swam.", None, "soon"),
        (OCEANS, None, "C", *[None] * 4, "Next: dive.", None, None),
    )
    assert [(e.status, e.text) for t in plan.tasks for e in t.entries] == [
        ("ongoing", "swimming."), ("", "Blue: Swam."), ("upcoming", "dive."),
    ]  # fmt: skip
    assert plan.notes == (
        "Status “Blue” was not understood (Tasks G3).",
        "Date “soon” was not understood; the entry has no date (Tasks J3).",
    )


def test_what_is_not_read_is_told():
    budget = sheet(("Workstream", "Sum"), ("Reefs", 1), ("Kelp", 2), name="Budget")
    plan = planned((*ROWS[0], "red"), streams=(REEFS,), extra=(budget,), task_header=(*TASKS, "Colour"))
    assert plan.notes == (
        "Sheet “Budget” (2 rows) is none of a work plan and was not read.",
        "Column “Colour” of sheet “Tasks” was not read.",
    )


def test_long_texts_keep_their_lines():
    plan = planned((OCEANS, None, "A", *[None] * 4, " One.\r\n\r\n- two \n- three\n", None, None))
    assert plan.tasks[0].entries[0].text == "One.\n\n- two\n- three"


def test_the_answer_counts_by_sheet():
    answer = workplan_json(planned(*ROWS, (None, None, "x", *[None] * 7), streams=(REEFS,)))
    assert (answer["file"], answer["format"], answer["rows"], answer["committed"]) == (
        "plan.xlsx",
        "workbook",
        [],
        False,
    )
    assert answer["totals"]["rows"] == 0
    assert answer["sheets"]["Tasks"] == {"rows": 7, "new": 6, "changed": 0, "same": 0, "problem": 1}
    assert answer["notes"] == ["Tasks row 8: The row names no chapter, and its workstream stands in none."]


def test_another_file_is_refused():
    with pytest.raises(InputError) as refused:
        plan_workplan(file(sheet(("Name",), ("Ada",))), WorkplanSnapshot("3"))
    assert str(refused.value) == (
        "list.xlsx is no work plan: it has no sheet “Tasks” or “Workstreams” with their columns."
    )
