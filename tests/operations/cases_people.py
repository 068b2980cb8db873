"""Cases of the operations on people, entities, rosters, work plans and imports."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, EntityDomain
from emgdesk.importing.plan import (
    AttendanceMeets,
    Candidate,
    Decision,
    EntityDecision,
    EntityQuestion,
    PlanRow,
    RosterPlan,
)
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownParticipation
from emgdesk.operations.entity import add_entity
from emgdesk.operations.marking import operation
from emgdesk.operations.merging import merge_entities, merge_people, say_two_entities, say_two_people
from emgdesk.operations.spelling import add_spelling
from emgdesk.queries.meetings import list_meetings
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person, make_roster, make_workplan

Case = Callable[[Workspace], Mapping[str, Any]]


def _roster(desk: Workspace) -> tuple[str, list[str]]:
    meeting_id = make_meeting(desk)
    return meeting_id, make_roster(desk, meeting_id)


def _person_on_two_rosters(desk: Workspace) -> str:
    person_id = make_person(desk, "Ines Calado", "UNDP", ("ines@undp.example", "i.calado@undp.example"))
    from emgdesk.operations.roster import add_participant

    for code in ("SOM41 technical", "SOM41 senior"):
        key = make_meeting(desk, code)
        desk.do(
            "Add", add_participant, meeting_id=key, name="Ines Calado", person_id=person_id, entity="UNDP"
        )
    return person_id


def _spelt(desk: Workspace) -> Mapping[str, Any]:
    person_id = make_person(desk, "Ines Calado", "UNDP")
    desk.do("Spelling", add_spelling, person_id=person_id, name="Inês Calado")
    return {"person_id": person_id, "name": "Inês Calado"}


def _lines(desk: Workspace) -> list[str]:
    return _roster(desk)[1]


def _entity(desk: Workspace) -> str:
    return desk.do(
        "Add", add_entity, acronym="ABX", full_name="Alliance of Bays", aliases=["Bays", "ABX Secretariat"]
    ).value


@operation
def empty_entities(session: Session) -> None:
    session.execute(delete(EntityDomain))
    session.execute(delete(EntityAlias))
    for entity in session.scalars(select(Entity)):
        entity.parent_id = None
    session.flush()
    session.execute(delete(Entity))


def _no_entities(desk: Workspace) -> Mapping[str, Any]:
    desk.do("Empty", empty_entities)
    return {}


def roster_plan(desk: Workspace) -> Mapping[str, Any]:
    """A plan with a new person, a known one joining, one whose line changes, one row skipped and one decided,
    entities decided on and somebody absent.
    """
    meeting_id, _ = _roster(desk)
    known = make_person(desk, "Pilar Otero", "UNDP")
    from emgdesk.queries.roster import list_roster

    _, seated, away, *_ = desk.read(list_roster, meeting_id=meeting_id)
    unep = entity_id(desk, "UNEP")
    rows = (
        PlanRow(
            5, "new", "Li Wei-Ming", "UNEP", entity_id=unep, action="create",
            record=RosterRecord(
                5, "Li Wei-Ming", entity="UNEP", email="LI@unep.example", cells=(" Li Wei-Ming", "UNEP")
            ),
        ),
        PlanRow(
            6, "matched", "Pilar OTERO", "UNDP", entity_id=entity_id(desk, "UNDP"), action="join",
            target_id=known, person_id=known, record=RosterRecord(6, "Pilar OTERO", entity="UNDP"),
            person_changes={"email": ("", "pilar@undp.example"), "function": ("", "Head of Unit")},
        ),
        PlanRow(
            7, "matched", seated.name, "UNEP", entity_id=unep, action="update", target_id=seated.person_id,
            participation_id=seated.id, record=RosterRecord(7, seated.name, entity="UNEP", mode="in person"),
            line_changes={"mode": ("online", "in person"), "entity": ("FAO", "UNEP")},
            person_changes={"entity": ("FAO", "UNEP"), "phone": ("", "+41 22 000")},
        ),
        PlanRow(8, "skipped", "Total", "", messages=("A line of totals.",)),
        PlanRow(
            9, "new", "Pilar Oteró", "Harbour Guild", entity_id="new:hg", action="create",
            record=RosterRecord(9, "Pilar Oteró", entity="Harbour Guild", attendance="attended"),
            candidates=(Candidate(known, "Pilar Otero", "UNDP", 0.9, "the same name"),),
            decision=Decision("new"),
        ),
    )  # fmt: skip
    questions = (
        EntityQuestion("harbour guild", "Harbour Guild", (9,), (), EntityDecision("part", unep, "HG")),
        EntityQuestion("un enviroment", "UN Enviroment", (10,), (), EntityDecision("alias", unep)),
        EntityQuestion("ministry of tides", "Ministry of Tides", (11,), (), EntityDecision("text")),
    )
    absent = KnownParticipation(
        away.id, away.person_id, away.name, away.entity, None, attendance=away.attendance
    )
    plan = RosterPlan(
        revision=str(desk.state().revision), file="list.xlsx", sha256="0" * 64, format="generic",
        sheet="Sheet1", header_row=4, fingerprint="f" * 32, columns={"name": "Name"},
        headers=("Name", "Entity"), unused_columns=(), rows=rows, meeting_id=meeting_id,
        entity_questions=questions, is_attendance=True, mark_absent=True, default_mode="online",
        meets=AttendanceMeets(present=(7,), walk_ins=(9,), absent=(absent,)),
    )  # fmt: skip
    return {"plan": plan, "meeting_id": meeting_id}


def _two_tasks(desk: Workspace) -> Mapping[str, Any]:
    from emgdesk.operations.task import add_task

    keys = make_workplan(desk)
    second = desk.do(
        "Task", add_task, chapter_id=keys["chapter"], workstream_id=keys["reefs"], text="Print the map."
    ).value
    return {"task_id": second, "offset": -1}


def _empty_chapter(desk: Workspace) -> str:
    from emgdesk.operations.workstream import add_chapter

    desk.do("Chapter", add_chapter, title="Land")
    return desk.do("Chapter", add_chapter, title="Air").value


def _empty_workstream(desk: Workspace) -> str:
    from emgdesk.operations.workstream import add_workstream

    return desk.do("Add", add_workstream, name="Task Team on Dust", aliases=["Dust"]).value


def _two_people(desk: Workspace) -> dict[str, str]:
    """Ines and I. Calado, each at a meeting of her own and both on the roster of a third."""
    from emgdesk.operations.roster import add_participant

    kept = _person_on_two_rosters(desk)
    lost = make_person(desk, "I. Calado", "FAO", ("i.calado@undp.example", "ic@fao.example"))
    third = make_person(desk, "Ian Calado")
    desk.do("Two", say_two_people, one_id=lost, other_id=third)
    make_meeting(desk, "SOM42 senior")
    for meeting in desk.read(list_meetings)[:2]:
        desk.do(
            "Add", add_participant, meeting_id=meeting.id, name="I. Calado", person_id=lost, mode="online",
        )  # fmt: skip
    return {"kept_id": kept, "lost_id": lost}


def _merged_people(desk: Workspace) -> dict[str, str]:
    return {"merge_id": desk.do("Merge", merge_people, **_two_people(desk)).value}


def _two_entities(desk: Workspace) -> dict[str, str]:
    make_roster(desk, make_meeting(desk), (("Bo Lindh", "Bays"), ("Ngozi Adeyemi", "Harbour Club")))
    made = {"acronym": "HC", "full_name": "Harbour Club", "aliases": ["Harbours"], "domains": ["hc.example"]}
    lost = desk.do("Add", add_entity, **made, parent_id=entity_id(desk, "UNEP")).value
    make_roster(desk, make_meeting(desk, "SOM42 senior"), (("Ruth Solberg", "HC"),))
    desk.do("Part", add_entity, acronym="HC Nairobi", parent_id=lost, counts_as_parent=True)
    return {"kept_id": _entity(desk), "lost_id": lost}


def _merged_entities(desk: Workspace) -> dict[str, str]:
    return {"merge_id": desk.do("Merge", merge_entities, **_two_entities(desk)).value}


def _said_two(desk: Workspace, say: Any, kind: str) -> dict[str, str]:
    pair = _two_people(desk) if kind == "people" else _two_entities(desk)
    said = {"one_id": pair["lost_id"], "other_id": pair["kept_id"]}
    desk.do("Two", say, **said)
    return said


CASES: Mapping[str, Case] = {
    "desk.seed_entities": _no_entities,
    "entity.add_entity": lambda desk: {
        "acronym": "ABC", "full_name": "Alliance of Bays and Coasts", "status": "observer",
        "aliases": ["Bays"], "parent_id": entity_id(desk, "UNEP"), "unsure": True,
    },
    "entity.count_as_parents": lambda desk: {"ids": [entity_id(desk, "SUN")], "counts": True},
    "entity.delete_entity": lambda desk: {"entity_id": _entity(desk)},
    "entity.update_entity": lambda desk: {
        "entity_id": _entity(desk), "full_name": "Alliance of Bays and Ports", "aliases": ["Ports", "Bays"],
    },
    "imports.roster.apply_roster_plan": roster_plan,
    "meeting.create_meeting": lambda desk: {"code": "IMG-BIO 2", "title": "Second", "date": "2031-05"},
    "meeting.delete_meeting": lambda desk: {"meeting_id": _roster(desk)[0]},
    "meeting.update_meeting": lambda desk: {
        "meeting_id": make_meeting(desk), "code": "SOM40 senior", "date": "2031-10-02", "head_count": 44,
    },
    "merging.forget_two_entities": lambda desk: _said_two(desk, say_two_entities, "entities"),
    "merging.forget_two_people": lambda desk: _said_two(desk, say_two_people, "people"),
    "merging.merge_entities": lambda desk: {**_two_entities(desk), "acronym": "HC", "status": "observer"},
    "merging.merge_people": lambda desk: {
        **_two_people(desk), "name": "Inês Calado", "emails": ["ic@fao.example"], "particles": "skipped",
    },
    "merging.part_entities": _merged_entities,
    "merging.part_people": _merged_people,
    "merging.say_two_entities": lambda desk: {
        "one_id": entity_id(desk, "UNEP"), "other_id": entity_id(desk, "UNDP"),
    },
    "merging.say_two_people": lambda desk: {
        "one_id": make_person(desk, "Bo Lindh"), "other_id": make_person(desk, "Bo Lind"),
    },
    "person.add_person": lambda desk: {
        "name": "Ana van der Berg", "emails": ["ana@fao.example"], "entity_id": entity_id(desk, "FAO"),
    },
    "person.delete_person": lambda desk: {
        "person_id": make_person(desk, "Ines Calado", "UNDP", ("ines@undp.example",)),
    },
    "spelling.add_spelling": lambda desk: {
        "person_id": make_person(desk, "Ines Calado", "UNDP"),
        "name": "Inês Calado",
    },
    "spelling.remove_spelling": _spelt,
    "person.update_person": lambda desk: {
        "person_id": _person_on_two_rosters(desk), "name": "Inês Calado", "emails": ["i.calado@undp.example"],
        "all_rosters": True,
    },
    "roster.add_participant": lambda desk: {
        "meeting_id": make_meeting(desk), "name": "Jo Marsh", "entity": "WHO", "attendance": "attended",
    },
    "roster.correct_name": lambda desk: {
        "participation_id": _lines(desk)[0], "name": "Amélie Duerst", "person": True, "all_rosters": True,
    },
    "roster.remove_participations": lambda desk: {"ids": _lines(desk)[1:3]},
    "roster.update_participations": lambda desk: {"ids": _lines(desk)[:2], "entity": "WHO", "mode": ""},
    "sample.load_sample": lambda desk: {},
    "setting.set_setting": lambda desk: {"name": "logo", "value": "logo.png"},
    "setting.set_settings": lambda desk: {"values": {"deadline-comments": "5", "logo": ""}},
    "task.add_entry": lambda desk: {
        "task_id": make_workplan(desk)["survey"], "status": "completed", "as_of": "2031-06-01",
    },
    "task.add_task": lambda desk: {"chapter_id": make_workplan(desk)["chapter"], "text": "Write a leaflet."},
    "task.delete_entry": lambda desk: {"entry_id": make_workplan(desk)["entry"]},
    "task.delete_task": lambda desk: {"task_id": make_workplan(desk)["map"]},
    "task.move_task": _two_tasks,
    "task.update_entry": lambda desk: {"entry_id": make_workplan(desk)["entry"], "status": "completed"},
    "task.update_task": lambda desk: {"task_id": make_workplan(desk)["map"], "next_steps": "- print\n- post"},
    "workstream.add_chapter": lambda desk: {"title": "Air"},
    "workstream.add_workstream": lambda desk: {"name": "Task Team on Dust", "aliases": ["Dust"]},
    "workstream.delete_chapter": lambda desk: {"chapter_id": _empty_chapter(desk)},
    "workstream.delete_workstream": lambda desk: {"workstream_id": _empty_workstream(desk)},
    "workstream.move_chapter": lambda desk: {"chapter_id": _empty_chapter(desk), "offset": -1},
    "workstream.move_workstream": lambda desk: {"workstream_id": make_workplan(desk)["ports"], "offset": -1},
    "workstream.update_chapter": lambda desk: {"chapter_id": make_workplan(desk)["chapter"], "title": "Seas"},
    "workstream.update_workstream": lambda desk: {
        "workstream_id": make_workplan(desk)["reefs"], "aliases": ["R"], "chapter_id": _empty_chapter(desk),
    },
}  # fmt: skip
