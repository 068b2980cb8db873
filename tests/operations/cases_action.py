"""Cases of the operations on actions, their effects, reservations and decisions."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.models import Paragraph, ReportSection
from emgdesk.operations.deciding import adopt, approve_all, decide_in_room, put_forward
from emgdesk.operations.marking import operation
from emgdesk.operations.reservation import add_reservation
from emgdesk.workspace import Workspace
from tests.desks import entity_id
from tests.meeting_actions import make_action, make_actions

Case = Callable[[Workspace], Mapping[str, Any]]


@operation
def conclude(session: Session, /, *, meeting_id: str, text: str) -> str:
    """A report of one section with one paragraph."""
    section = ReportSection(meeting_id=meeting_id, heading="Reefs", position=1)
    session.add(section)
    session.flush()
    paragraph = Paragraph(section_id=section.id, kind="paragraph", text=text, position=1)
    session.add(paragraph)
    session.flush()
    return paragraph.id


def in_room(desk: Workspace) -> dict[str, str]:
    """A paragraph that may become a decision, and the section it would stand in."""
    keys = make_actions(desk)
    text = "Agreed to meet on reefs every spring."
    paragraph = desk.do("Conclude", conclude, meeting_id=keys["technical"], text=text).value
    return {"paragraph_id": paragraph, "section_id": keys["I"]}


def _decided_in_room(desk: Workspace) -> Mapping[str, Any]:
    said = in_room(desk)
    desk.do("Decide", decide_in_room, **said)
    return {"paragraph_id": said["paragraph_id"]}


def approved(desk: Workspace) -> dict[str, str]:
    """The actions of `make_actions`, approved."""
    keys = make_actions(desk)
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    return keys


def _adopted(desk: Workspace) -> Mapping[str, Any]:
    keys = approved(desk)
    desk.do("Adopt", adopt, meeting_id=keys["technical"])
    return {"action_ids": [keys["rename"], keys["establish"]]}


def _reserved(desk: Workspace) -> str:
    keys = make_actions(desk)
    return desk.do(
        "Reserve", add_reservation, entity="FAO", text="Not before spring.", action_id=keys["rename"]
    ).value


def _put_before_with_more(desk: Workspace) -> Mapping[str, Any]:
    keys = make_actions(desk)
    before = {"from_meeting_id": keys["technical"], "to_meeting_id": keys["senior"]}
    desk.do("Put", put_forward, **before)
    make_action(desk, keys["I"], "Invite FAO to help.", after_id=keys["welcome"])
    return before


def _of(*wanted: tuple[str, str], **fields: Any) -> Case:
    """Keywords made of keys of `make_actions`: ("action_id", "rename")."""
    return lambda desk: {**_keys(make_actions(desk), wanted), **fields}


def _keys(keys: Mapping[str, str], wanted: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {
        name: keys[key] if name.endswith("id") else [keys[k] for k in key.split()] for name, key in wanted
    }


CASES: Mapping[str, Case] = {
    "action.add_action": _of(("section_id", "I"), ("after_id", "welcome"), text="Invite FAO.", lettered=False),
    "action.add_action_section": _of(("meeting_id", "technical"), ("after_id", "I"), heading="Ports"),
    "action.add_effect": _of(("action_id", "welcome"), kind="concluded"),
    "action.delete_action_sections": _of(("section_ids", "I II")),
    "action.delete_actions": _of(("action_ids", "request rename dust")),
    "action.delete_effect": _of(("effect_id", "renamed")),
    "action.indent_actions": _of(("action_ids", "request rename")),
    "action.move_action": _of(("action_id", "request"), ("section_id", "II"), parent_id=None, index=0),
    "action.move_action_section": _of(("section_id", "II"), index=0),
    "action.outdent_actions": _of(("action_ids", "finish count")),
    "action.set_stem": _of(("action_id", "finish"), stem="The Group:"),
    "action.update_action": _of(("action_id", "rename"), text="Rename it.", children_style="1"),
    "action.update_action_section": _of(("section_id", "I"), heading="Reefs", style="1", workstream_id=None),
    "action.update_effect": _of(("effect_id", "extended"), until="SOM 43"),
    "deciding.add_tasks": lambda desk: {
        "action_ids": [(keys := approved(desk))["finish"], keys["dust"]], "chapter_id": keys["chapter"],
    },
    "deciding.adopt": lambda desk: {"meeting_id": approved(desk)["technical"]},
    "deciding.approve_all": _of(("meeting_id", "technical")),
    "deciding.decide": _of(("action_ids", "rename"), outcome="amended", adopted_text="Decide to rename it."),
    "deciding.decide_in_room": in_room,
    "deciding.put_forward": _put_before_with_more,
    "deciding.undecide_in_room": _decided_in_room,
    "deciding.withdraw_adoption": _adopted,
    "pasting.paste_actions": _of(("section_id", "I"), text="a) Welcome:\ni. the map;\nii. the survey.\n"),
    "reservation.add_reservation": lambda desk: {
        "action_id": make_actions(desk)["rename"], "entity": "FAO", "entity_id": entity_id(desk, "FAO"),
        "text": "Not before spring.",
    },
    "reservation.delete_reservation": lambda desk: {"reservation_id": _reserved(desk)},
    "reservation.update_reservation": lambda desk: {"reservation_id": _reserved(desk), "text": "Never."},
}  # fmt: skip
