"""Cases of the agenda's operations, each on an agenda of a few items."""

from collections.abc import Mapping
from typing import Any

from emgdesk.operations.agenda import add_agenda_item, link_document
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.agendas import make_agenda, make_document


def _made(desk: Workspace) -> tuple[str, dict[str, str]]:
    meeting = make_meeting(desk)
    return meeting, make_agenda(desk, meeting)


def _add(desk: Workspace) -> Mapping[str, Any]:
    meeting, keys = _made(desk)
    return {"meeting_id": meeting, "title": "Wrecks", "after_id": keys["reefs"], "start_time": "15:20"}


def _update(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = _made(desk)
    return {"item_id": keys["map"], "title": "The chart", "presenter": "UNEP; FAO", "numbered": False}


def _move(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = _made(desk)
    return {"item_id": keys["reefs"], "parent_id": keys["dust"], "index": 0}


def _indent(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = _made(desk)
    return {"item_ids": [keys["reefs"], keys["dust"]]}


def _outdent(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = _made(desk)
    return {"item_ids": [keys["map"], keys["survey"]]}


def _delete(desk: Workspace) -> Mapping[str, Any]:
    meeting, keys = _made(desk)
    desk.do("Link", link_document, item_id=keys["map"], document_id=make_document(desk, meeting))
    return {"item_ids": [keys["reefs"]]}


def _style(desk: Workspace) -> Mapping[str, Any]:
    meeting, keys = _made(desk)
    return {"meeting_id": meeting, "parent_id": keys["reefs"], "style": "i"}


def _shift(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = _made(desk)
    return {"item_id": keys["survey"], "minutes": 10}


def _link(desk: Workspace) -> Mapping[str, Any]:
    meeting, keys = _made(desk)
    return {"item_id": keys["map"], "document_id": make_document(desk, meeting)}


def _unlink(desk: Workspace) -> Mapping[str, Any]:
    prepared = _link(desk)
    desk.do("Link", link_document, **prepared)
    return prepared


def _copy(desk: Workspace) -> Mapping[str, Any]:
    meeting, _keys = _made(desk)
    other = make_meeting(desk, "SOM40 senior", start_time="10:00")
    desk.do("Add", add_agenda_item, meeting_id=other, title="Opening")
    return {"from_meeting_id": meeting, "to_meeting_id": other}


def _paste(desk: Workspace) -> Mapping[str, Any]:
    return {"meeting_id": make_meeting(desk), "text": "I. Opening\nII. Reefs\n1) The map\n5:00 p.m. Closure"}


CASES = {
    "agenda_pasting.paste_agenda": _paste,
    "agenda.add_agenda_item": _add,
    "agenda.update_agenda_item": _update,
    "agenda.move_agenda_item": _move,
    "agenda.indent_agenda_items": _indent,
    "agenda.outdent_agenda_items": _outdent,
    "agenda.delete_agenda_items": _delete,
    "agenda.set_agenda_style": _style,
    "agenda.shift_times": _shift,
    "agenda.link_document": _link,
    "agenda.unlink_document": _unlink,
    "agenda.copy_agenda": _copy,
}
