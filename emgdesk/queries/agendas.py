"""The agenda of a meeting in printed order, its labels generated."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import AgendaDocument, AgendaItem, Document, Meeting, Workstream
from emgdesk.domain.agenda_times import Slot, TimesFinding, times_findings
from emgdesk.domain.outline import Node, place


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item: `label` is its own ("a"), `path` the whole ("3.a", that of the item above for a timed line).

    `numbered` False is a timed line without a label. Times are HH:MM or ""; `documents` are keys
    of the register; `children_style` "" goes by depth.
    """

    id: str
    parent_id: str | None
    depth: int
    label: str
    path: str
    title: str
    numbered: bool
    children_style: str
    start_time: str
    end_time: str
    presenter: str
    presented_by: str
    workstream_id: str | None
    workstream: str
    notes: str
    draft_conclusion: str
    documents: tuple[str, ...]


def list_agenda(session: Session, *, meeting_id: str) -> tuple[AgendaRow, ...]:
    """Every item, each followed by those below it."""
    style = session.scalar(select(Meeting.agenda_style).where(Meeting.id == meeting_id)) or ""
    mine = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    items = session.scalars(mine.order_by(AgendaItem.position, AgendaItem.id)).all()
    names = dict(session.execute(select(Workstream.id, Workstream.name)).all())
    papers: dict[str, list[str]] = defaultdict(list)
    links = select(AgendaDocument.agenda_item_id, AgendaDocument.document_id).join(
        AgendaItem, AgendaItem.id == AgendaDocument.agenda_item_id
    )
    ordered = links.join(Document).order_by(Document.position, Document.id)
    for item_id, document_id in session.execute(ordered.where(AgendaItem.meeting_id == meeting_id)):
        papers[item_id].append(document_id)
    by_id = {item.id: item for item in items}
    nodes = [Node(i.id, i.parent_id, bool(i.numbered), i.children_style) for i in items]
    rows = []
    for spot in place(nodes, style):
        item = by_id[spot.id]
        rows.append(
            AgendaRow(
                id=item.id,
                parent_id=item.parent_id,
                depth=spot.depth,
                label=spot.label,
                path=".".join(spot.path),
                title=item.title,
                numbered=bool(item.numbered),
                children_style=item.children_style,
                start_time=item.start_time,
                end_time=item.end_time,
                presenter=item.presenter,
                presented_by=item.presented_by,
                workstream_id=item.workstream_id,
                workstream=names.get(item.workstream_id or "", ""),
                notes=item.notes,
                draft_conclusion=item.draft_conclusion,
                documents=tuple(papers[item.id]),
            )
        )
    return tuple(rows)


def agenda_slots(rows: Sequence[AgendaRow]) -> list[Slot]:
    """The items with their times, called as sentences call them: item 3.a, or a timed line by its title."""
    return [
        Slot(row.id, row.parent_id, row.start_time, row.end_time, item_name(row.path, row.label, row.title))
        for row in rows
    ]


def item_name(path: str, label: str, title: str) -> str:
    """How a sentence calls an item: by its labels, a line without one by its title."""
    return f"item {path}" if label else f"“{title}”"


def find_times(session: Session, *, meeting_id: str) -> tuple[TimesFinding, ...]:
    """What does not fit in the times on a meeting's agenda, in printed order."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return ()
    days = 2 if meeting.end_date not in ("", meeting.date) else 1
    rows = list_agenda(session, meeting_id=meeting_id)
    return times_findings(agenda_slots(rows), meeting.start_time, meeting.end_time, days=days)


@dataclass(frozen=True, slots=True)
class AgendaSource:
    """Another meeting whose agenda can be copied: its code, its date (ISO) and how many items it has."""

    meeting_id: str
    code: str
    date: str
    items: int


def list_agenda_sources(session: Session, *, meeting_id: str) -> tuple[AgendaSource, ...]:
    """Other meetings with an agenda: the one this was made like first, then its like, the newest first."""
    mine = session.get(Meeting, meeting_id)
    if mine is None:
        return ()
    counted = select(AgendaItem.meeting_id, func.count().label("number")).group_by(AgendaItem.meeting_id)
    items = counted.subquery()
    wanted = (
        select(Meeting, items.c.number)
        .join(items, items.c.meeting_id == Meeting.id)
        .where(Meeting.id != meeting_id)
        .order_by(
            Meeting.id != (mine.previous_id or ""),
            (Meeting.segment != mine.segment) | (Meeting.kind != mine.kind),
            Meeting.date.desc(),
            Meeting.code,
        )
    )
    return tuple(
        AgendaSource(meeting.id, meeting.code, meeting.date, number)
        for meeting, number in session.execute(wanted)
    )
