"""The agenda of a meeting: items written, arranged, timed, taken away. Labels follow from the order."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import AgendaDocument, AgendaItem, Document, Meeting, Workstream
from emgdesk.domain.agenda_times import shifted_times
from emgdesk.domain.clock_times import DAY, clock, minutes, read_time
from emgdesk.domain.keys import new_key
from emgdesk.domain.outline import BY_DEPTH
from emgdesk.errors import DataError
from emgdesk.operations.clearing import remove_items
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, descends, fetch
from emgdesk.queries.agendas import agenda_slots, list_agenda

FIELDS = frozenset(
    (
        "title", "numbered", "children_style", "start_time", "end_time", "presenter", "presented_by",
        "workstream_id", "notes", "draft_conclusion",
    )
)  # fmt: skip
_COPIED = ("title", "numbered", "children_style", "presenter", "workstream_id")
_TIMES = ("start_time", "end_time")


@operation
def add_agenda_item(
    session: Session,
    /,
    *,
    meeting_id: str,
    title: str,
    parent_id: str | None = None,
    after_id: str | None = None,
    key: str | None = None,
    **fields: Any,
) -> str:
    """A new item after another one, else the last below `parent_id` (None: of the first level).

    Returns its key, which is `key` where one was made for it (`domain.keys`). Raises DataError without a
    title, for a time that is none ("25:00"; times the wrong way round are stored and found later), and
    for a parent of another meeting.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    after = fetch(session, AgendaItem, after_id, "agenda item") if after_id else None
    above = parent_id or (after.parent_id if after is not None else None)
    for beside in (after_id, above):
        _check_home(session, meeting_id, beside)
    item = AgendaItem(id=key or new_key(), meeting_id=meeting_id, parent_id=above, numbered=1)
    _assign(session, item, {"title": title, **fields})
    siblings = _siblings(session, meeting_id, above)
    places = [at + 1 for at, other in enumerate(siblings) if other.id == after_id]
    siblings.insert(places[0] if places else len(siblings), item)
    _number(siblings)
    session.add(item)
    session.flush()
    return item.id


@operation
def update_agenda_item(session: Session, /, *, item_id: str, **fields: Any) -> None:
    """Change an item in its place. Raises DataError as `add_agenda_item` does."""
    _assign(session, fetch(session, AgendaItem, item_id, "agenda item"), fields)


@operation
def move_agenda_item(session: Session, /, *, item_id: str, parent_id: str | None, index: int) -> None:
    """Put an item with all below it under `parent_id` (None: on the first level).

    `index` counts among the items there without this one; too large is the end. Raises DataError if
    the new parent is the item itself or below it, or of another meeting.
    """
    item = fetch(session, AgendaItem, item_id, "agenda item")
    parent_id = parent_id or None
    _check_home(session, item.meeting_id, parent_id)
    if descends(session, AgendaItem, parent_id, item_id):
        raise DataError(f"“{item.title}” cannot be put below itself.")
    _put(session, item, parent_id, index)


@operation
def indent_agenda_items(session: Session, /, *, item_ids: Sequence[str]) -> None:
    """Put each item below the one before it. Raises DataError where none has one before it."""
    chosen = _tops(session, item_ids)
    own = {item.id for item in chosen}
    moved = False
    for item in chosen:
        siblings = _siblings(session, item.meeting_id, item.parent_id)
        before = [other for other in siblings[: siblings.index(item)] if other.id not in own]
        if before:
            _put(session, item, before[-1].id, _count_below(session, before[-1]))
            moved = True
    if not moved:
        raise DataError("There is no item before this one that it could be put below.")


@operation
def outdent_agenda_items(session: Session, /, *, item_ids: Sequence[str]) -> None:
    """Put each item after the one it is below. Raises DataError where all are on the first level."""
    chosen = [item for item in _tops(session, item_ids) if item.parent_id]
    if not chosen:
        raise DataError("An item on the first level cannot go further out.")
    for item in reversed(chosen):  # so that several keep their order after the same parent
        above = fetch(session, AgendaItem, str(item.parent_id), "agenda item")
        siblings = _siblings(session, item.meeting_id, above.parent_id)
        _put(session, item, above.parent_id, siblings.index(above) + 1)


@operation
def delete_agenda_items(session: Session, /, *, item_ids: Sequence[str]) -> None:
    """Take items off the agenda with everything below them; what refers to them lets go."""
    gone: dict[str, AgendaItem] = {}
    level = [fetch(session, AgendaItem, key, "agenda item") for key in item_ids]
    while level:
        gone.update({item.id: item for item in level})
        below = session.scalars(select(AgendaItem).where(AgendaItem.parent_id.in_([i.id for i in level])))
        level = [item for item in below if item.id not in gone]
    homes = {(item.meeting_id, item.parent_id) for item in gone.values() if item.parent_id not in gone}
    remove_items(session, list(gone))
    for meeting_id, parent_id in homes:
        _number(_siblings(session, meeting_id, parent_id))
    session.flush()


@operation
def set_agenda_style(session: Session, /, *, meeting_id: str, parent_id: str | None, style: str) -> None:
    """The label style (1, a, A, i, I; "" by depth) of the items below one, or of the first level."""
    _check_style(style)
    if parent_id is None:
        fetch(session, Meeting, meeting_id, "meeting").agenda_style = style
        return
    _check_home(session, meeting_id, parent_id)
    fetch(session, AgendaItem, parent_id, "agenda item").children_style = style


@operation
def shift_times(session: Session, /, *, item_id: str, minutes: int) -> int:
    """Let this item and all later ones begin and end so many minutes later (earlier if negative).

    Returns how many items moved. Raises DataError where one would pass midnight, or none has times.
    """
    item = fetch(session, AgendaItem, item_id, "agenda item")
    slots = agenda_slots(list_agenda(session, meeting_id=item.meeting_id))
    moved = shifted_times(slots, item_id, minutes)
    if not moved:
        raise DataError("There are no times to shift from here on.", place="shift")
    for key, (start, end) in moved.items():
        assign(fetch(session, AgendaItem, key, "agenda item"), FIELDS, {"start_time": start, "end_time": end})
    session.flush()
    return len(moved)


@operation
def link_document(session: Session, /, *, item_id: str, document_id: str) -> str:
    """Put a document of the register under an item; linked already it stays so. Returns the link's key."""
    item = fetch(session, AgendaItem, item_id, "agenda item")
    document = fetch(session, Document, document_id, "document")
    if document.meeting_id != item.meeting_id:
        raise DataError(f"“{document.title or document.symbol}” is in the register of another meeting.")
    link = _link(session, item_id, document_id)
    if link is None:
        link = AgendaDocument(agenda_item_id=item_id, document_id=document_id)
        session.add(link)
        session.flush()
    return link.id


@operation
def unlink_document(session: Session, /, *, item_id: str, document_id: str) -> None:
    """Take a document from under an item; it stays in the register."""
    link = _link(session, item_id, document_id)
    if link is None:
        raise DataError("This document is not linked to this item any more.")
    session.delete(link)


@operation
def copy_agenda(session: Session, /, *, from_meeting_id: str, to_meeting_id: str) -> tuple[str, ...]:
    """Copy the items of one meeting to the end of another's agenda; returns their keys in printed order.

    Titles, arrangement, label styles, planned presenters and workstreams are copied, and the times,
    counted from the beginning of each meeting where both are known. Raises DataError where there is
    nothing to copy.
    """
    source = fetch(session, Meeting, from_meeting_id, "meeting")
    target = fetch(session, Meeting, to_meeting_id, "meeting")
    rows = list_agenda(session, meeting_id=from_meeting_id)
    if not rows:
        raise DataError(f"The agenda of {source.code} is empty.")
    present = _siblings(session, to_meeting_id, None)
    if not present:
        target.agenda_style = source.agenda_style
    by = _later(source.start_time, target.start_time)
    held = {item.id: item for item in session.scalars(_of(from_meeting_id))}
    made: dict[str, AgendaItem] = {}
    for row in rows:
        item = AgendaItem(meeting_id=to_meeting_id)
        item.parent_id = made[row.parent_id].id if row.parent_id in made else None
        item.position = held[row.id].position + (0 if item.parent_id else len(present))
        for name in _COPIED:
            setattr(item, name, getattr(held[row.id], name))
        for name in _TIMES:
            setattr(item, name, _moved(getattr(row, name), by))
        session.add(item)
        session.flush()
        made[row.id] = item
    _number(_siblings(session, to_meeting_id, None))
    session.flush()
    return tuple(item.id for item in made.values())


# --- order ------------------------------------------------------------------------------------


def _of(meeting_id: str) -> Any:
    return select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)


def _siblings(session: Session, meeting_id: str, parent_id: str | None) -> list[AgendaItem]:
    mine = _of(meeting_id).where(AgendaItem.parent_id == parent_id)
    return list(session.scalars(mine.order_by(AgendaItem.position, AgendaItem.id)))


def _number(items: Sequence[AgendaItem]) -> None:
    for position, item in enumerate(items, 1):
        if item.position != position:
            item.position = position


def _put(session: Session, item: AgendaItem, parent_id: str | None, index: int) -> None:
    """Take an item out of its place and put it to `index` below `parent_id`."""
    home = item.parent_id
    there = [other for other in _siblings(session, item.meeting_id, parent_id) if other.id != item.id]
    there.insert(max(0, index), item)
    item.parent_id = parent_id
    _number(there)
    session.flush()
    if home != parent_id:
        _number(_siblings(session, item.meeting_id, home))
        session.flush()


def _count_below(session: Session, item: AgendaItem) -> int:
    return len(_siblings(session, item.meeting_id, item.id))


def _tops(session: Session, item_ids: Sequence[str]) -> list[AgendaItem]:
    """The items that are not below another of them, in printed order."""
    items = {key: fetch(session, AgendaItem, key, "agenda item") for key in item_ids}
    order: dict[str, int] = {}
    within: set[str] = set()  # below a chosen item
    for meeting_id in {item.meeting_id for item in items.values()}:
        for row in list_agenda(session, meeting_id=meeting_id):  # each after the one it is below
            order[row.id] = len(order)
            if row.parent_id in items or row.parent_id in within:
                within.add(row.id)
    tops = [item for key, item in items.items() if key not in within]
    return sorted(tops, key=lambda item: order[item.id])


# --- values -----------------------------------------------------------------------------------


def _assign(session: Session, item: AgendaItem, fields: dict[str, Any]) -> None:
    made = dict(fields)
    if "title" in made:
        made["title"] = " ".join(str(made["title"]).split())
        if not made["title"]:
            raise DataError("An agenda item needs a title.", place="title")
    for name in _TIMES:
        if name in made:
            made[name] = _time(str(made[name]), name)
    if "children_style" in made:
        _check_style(made["children_style"])
    if "numbered" in made:
        made["numbered"] = int(bool(made["numbered"]))
    if "workstream_id" in made:
        made["workstream_id"] = made["workstream_id"] or None
        if made["workstream_id"]:
            fetch(session, Workstream, made["workstream_id"], "workstream")
    assign(item, FIELDS, made)


def _time(typed: str, place: str) -> str:
    read = read_time(typed)
    if read is None:
        raise DataError(f"“{typed.strip()}” is not a time of day; write 15:00.", place=place)
    return read


def _check_style(style: str) -> None:
    if style and style not in BY_DEPTH:
        raise DataError(f"“{style}” is no label style; choose one of: {', '.join(BY_DEPTH)}.", place="style")


def _check_home(session: Session, meeting_id: str, parent_id: str | None) -> None:
    if parent_id and fetch(session, AgendaItem, parent_id, "agenda item").meeting_id != meeting_id:
        raise DataError("An item cannot be put below an item of another meeting.")


def _link(session: Session, item_id: str, document_id: str) -> AgendaDocument | None:
    mine = select(AgendaDocument).where(AgendaDocument.agenda_item_id == item_id)
    return session.scalar(mine.where(AgendaDocument.document_id == document_id))


def _later(before: str, after: str) -> int:
    """Minutes from one beginning to another, 0 where one of them is open."""
    first, second = minutes(before), minutes(after)
    return second - first if first is not None and second is not None else 0


def _moved(time: str, by: int) -> str:
    """A time so many minutes later; "" where it would pass midnight."""
    made = minutes(time)
    return "" if made is None or not 0 <= made + by < DAY else clock(made + by)
