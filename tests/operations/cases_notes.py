"""Cases of the operations on offices, designations, notes and follow-ups."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, AgendaItem, Document, ReportSection
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.intervention import add_intervention
from emgdesk.operations.marking import operation
from emgdesk.operations.office import add_designation, add_office
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person, make_roster


@operation
def make_section(session: Session, /, *, meeting_id: str) -> str:
    section = ReportSection(meeting_id=meeting_id, position=1, heading="Opening")
    session.add(section)
    session.flush()
    return section.id


@operation
def make_rows(session: Session, /, *, meeting_id: str) -> None:
    """An agenda of two levels, a register and actions of which one is deferred, below another."""
    top = AgendaItem(
        meeting_id=meeting_id, position=1, numbered=1, title="Progress", children_style="A", notes="Mine."
    )
    session.add(top)
    session.flush()
    below = AgendaItem(
        meeting_id=meeting_id,
        position=1,
        numbered=1,
        title="Reefs",
        parent_id=top.id,
        presenter="FAO",
        presented_by="Ada",
    )
    line = Document(
        meeting_id=meeting_id, position=1, number="04.A", title="Note", symbol="EMG/SOM.40/04", status="final"
    )
    section = ActionSection(meeting_id=meeting_id, position=1, heading="Reefs", style="a")
    session.add_all([below, line, section])
    session.flush()
    stem = Action(
        section_id=section.id, position=1, stem="The Group:", lettered=0, text="Agree to:", outcome="approved"
    )
    session.add(stem)
    session.flush()
    for position, outcome in enumerate(("deferred", "approved"), start=1):
        session.add(
            Action(
                section_id=section.id,
                parent_id=stem.id,
                position=position,
                lettered=1,
                text=f"{outcome} wording",
                outcome=outcome,
            )
        )


def _holder(desk: Workspace) -> dict[str, Any]:
    return {"person_id": make_person(desk, "Ines Calado", "UNDP"), "since": "2031-01-01"}


def _office(desk: Workspace) -> str:
    return desk.do("Office", add_office, office="Chair", **_holder(desk)).value


def _designated(desk: Workspace) -> dict[str, Any]:
    return {"entity_id": entity_id(desk, "UNDP"), "role": "focal point", **_holder(desk)}


def _designation(desk: Workspace) -> str:
    return desk.do("Designation", add_designation, **_designated(desk)).value


def _terms(desk: Workspace) -> list[str]:
    """An office and a designation of one person."""
    designated = _designated(desk)
    held = {"person_id": designated["person_id"], "since": "2031-01-01"}
    return [
        desk.do("Office", add_office, office="Chair", **held).value,
        desk.do("Designation", add_designation, **designated).value,
    ]


def notes(desk: Workspace, count: int = 2) -> tuple[str, list[str]]:
    """A meeting and notes of it."""
    meeting = make_meeting(desk)
    said = [
        desk.do(
            "Note",
            add_intervention,
            meeting_id=meeting,
            speaker=f"Speaker {n}",
            entity="FAO",
            gist=f"Point {n}.",
        ).value
        for n in range(1, count + 1)
    ]
    return meeting, said


def _written(desk: Workspace) -> Mapping[str, Any]:
    meeting, said = notes(desk)
    return {
        "intervention_ids": said,
        "section_id": desk.do("Section", make_section, meeting_id=meeting).value,
    }


def _owed(desk: Workspace) -> str:
    return desk.do("Follow-up", add_follow_up, meeting_id=make_meeting(desk), what="Send the list.").value


def _last(desk: Workspace) -> str:
    meeting = make_meeting(
        desk, "SOM40 technical", date="2030-09-12", symbol_pattern="EMG/SOM.{som}/{number:02}"
    )
    make_roster(desk, meeting)
    desk.do("Rows", make_rows, meeting_id=meeting)
    return meeting


CASES = {
    "next_meeting.make_next_meeting": lambda desk: {"meeting_id": _last(desk), "code": "SOM40 senior"},
    "next_meeting.invite_designated": lambda desk: {
        "meeting_id": make_meeting(desk, date=_designation(desk) and "2031-05-02"),
    },
    "office.add_office": lambda desk: {"office": "Secretary", **_holder(desk)},
    "office.update_office": lambda desk: {"office_id": _office(desk), "until": "2032-01-01"},
    "office.delete_office": lambda desk: {"office_id": _office(desk)},
    "office.add_designation": _designated,
    "office.update_designation": lambda desk: {"designation_id": _designation(desk), "role": "alternate"},
    "office.delete_designation": lambda desk: {"designation_id": _designation(desk)},
    "office.update_terms": lambda desk: {"term_ids": _terms(desk), "until": "2032-01-01"},
    "office.delete_terms": lambda desk: {"term_ids": _terms(desk)},
    "intervention.add_intervention": lambda desk: {
        "meeting_id": make_meeting(desk),
        "speaker": "Ada",
        "at": "15:20",
    },
    "intervention.update_intervention": lambda desk: {
        "intervention_id": notes(desk)[1][0],
        "kind": "question",
    },
    "intervention.update_interventions": lambda desk: {
        "intervention_ids": notes(desk)[1],
        "entity": "UNDP",
    },
    "intervention.move_intervention": lambda desk: {"intervention_id": notes(desk)[1][0], "offset": 1},
    "intervention.delete_interventions": lambda desk: {"intervention_ids": notes(desk)[1]},
    "intervention.write_interventions": _written,
    "follow_up.add_follow_up": lambda desk: {
        "meeting_id": make_meeting(desk),
        "what": "Send it.",
        "due": "2031-05-02",
    },
    "follow_up.update_follow_up": lambda desk: {"follow_up_id": _owed(desk), "due": "every meeting"},
    "follow_up.update_follow_ups": lambda desk: {"follow_up_ids": [_owed(desk)], "due": "every meeting"},
    "follow_up.answer_follow_up": lambda desk: {"follow_up_id": _owed(desk), "answer": "Sent."},
    "follow_up.delete_follow_ups": lambda desk: {"follow_up_ids": [_owed(desk)]},
}
