"""A pasted agenda becomes items."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import AgendaItem, Meeting
from emgdesk.domain.outline import label_style
from emgdesk.domain.pasted_agenda import PastedItem, parse_agenda
from emgdesk.errors import DataError
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch


@operation
def paste_agenda(
    session: Session, /, *, meeting_id: str, text: str, after_id: str | None = None
) -> tuple[str, ...]:
    """Make items of pasted text, after the one given (and on its level) or at the end.

    Labels typed there become levels and label styles; an empty agenda takes the style of the first
    label. Returns the keys in order. Raises DataError where the text holds no item.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    lines = parse_agenda(text)
    if not lines:
        raise DataError("There is no text to paste that could be an agenda.")
    after = fetch(session, AgendaItem, after_id, "agenda item") if after_id else None
    parent_id = after.parent_id if after is not None else None
    if session.scalar(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id).limit(1)) is None:
        style = next((line.style for line in lines if line.depth == 0 and line.style), "")
        meeting.agenda_style = "" if style == "1" else style
    base = _depth(session, parent_id)
    made: list[tuple[int, str]] = []  # depth and key of the items the next one may stand below
    keys = []
    for line in lines:
        while made and made[-1][0] >= line.depth:
            after_id = made.pop()[1]
        above = made[-1][1] if made else parent_id
        key = _add(session, replace(line, depth=base + line.depth), meeting_id, above, after_id)
        made.append((line.depth, key))
        keys.append(key)
        after_id = None
    return tuple(keys)


def _add(session: Session, line: PastedItem, meeting_id: str, above: str | None, after_id: str | None) -> str:
    """One item; `line.depth` is its level on the agenda. The first of a branch says how it is labelled."""
    if above is not None and line.style and not _has_below(session, above):
        usual = line.style == label_style("", line.depth)
        fetch(session, AgendaItem, above, "agenda item").children_style = "" if usual else line.style
    return add_agenda_item(
        session,
        meeting_id=meeting_id,
        title=line.title,
        parent_id=above,
        after_id=after_id,
        numbered=line.numbered,
        start_time=line.start,
        end_time=line.end,
        presenter=line.presenter,
    )


def _has_below(session: Session, item_id: str) -> bool:
    return session.scalar(select(AgendaItem.id).where(AgendaItem.parent_id == item_id).limit(1)) is not None


def _depth(session: Session, item_id: str | None) -> int:
    """How many items stand above one below `item_id`."""
    depth = 0
    while item_id:
        depth += 1
        item_id = fetch(session, AgendaItem, item_id, "agenda item").parent_id
    return depth
