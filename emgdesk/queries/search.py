"""The one search field: whatever the desk holds, by any word."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, AgendaItem, Meeting
from emgdesk.domain.folding import fold, words
from emgdesk.queries.documents import list_documents
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.workstreams import list_tasks, list_workstreams

_SHARE = 3  # hits every kind may show, however many there are of the others


@dataclass(frozen=True, slots=True)
class Hit:
    """A place the search leads to; `kind` is as in `Navigator.show`."""

    kind: str
    id: str
    text: str
    detail: str


def search(session: Session, *, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """Everything in which all words of `text` occur, without regard to case and accents.

    Kind by kind; where there is more than `limit`, every kind keeps some of its own.
    """
    wanted = words(text)
    if not wanted:
        return ()
    sources = (_meetings, _workstreams, _entities, _people, _documents, _actions, _agenda, _tasks)
    found = [list(islice(source(session, wanted), limit)) for source in sources]
    room = limit - sum(len(hits[:_SHARE]) for hits in found)
    kept: list[Hit] = []
    for hits in found:
        more = max(0, min(room, len(hits) - _SHARE))
        kept += hits[: _SHARE + more]
        room -= more
    return tuple(kept[:limit])


def _fits(wanted: tuple[str, ...], *texts: str) -> bool:
    hay = fold(" ".join(texts))
    return all(word in hay for word in wanted)


def _meetings(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    for m in list_meetings(session):
        if _fits(wanted, m.code, m.title, m.date, m.venue):
            yield Hit("meeting", m.id, m.code, m.title)


def _workstreams(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    for w in list_workstreams(session):
        if _fits(wanted, w.name, w.short_name, *w.aliases):
            other = "" if _fits(wanted, w.name, w.short_name) else _written(wanted, w.aliases)
            yield Hit("workstream", w.id, w.name, " · ".join(part for part in (other, w.chapter) if part))


def _written(wanted: tuple[str, ...], aliases: tuple[str, ...]) -> str:
    """By which other name a workstream was found: "also “Reef Team”", "" for none of them alone."""
    found = next((name for name in aliases if _fits(wanted, name)), "")
    return f"also “{found}”" if found else ""


def _entities(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    for e in list_entities(session):
        if _fits(wanted, e.acronym, e.full_name, *e.aliases):
            yield Hit("entity", e.id, e.acronym, e.full_name)


def _people(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    clauses = " AND ".join(f"n.key LIKE :w{i}" for i in range(len(wanted)))
    statement = sql(
        "SELECT DISTINCT p.id, p.name, p.function, coalesce(e.acronym, '') FROM person_name n "
        "JOIN person p ON p.id = n.person_id LEFT JOIN entity e ON e.id = p.entity_id "
        f"WHERE {clauses} LIMIT 100"
    )
    rows = session.execute(statement, {f"w{i}": f"%{word}%" for i, word in enumerate(wanted)})
    for row in rows:
        yield Hit("person", row[0], row[1], " · ".join(part for part in row[2:4] if part))


def _documents(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    for line in list_documents(session):
        if _fits(wanted, line.symbol, line.title, line.number, line.meeting):
            yield Hit("document", line.id, line.title or line.symbol, f"{line.meeting} · {line.symbol}")


def _actions(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    columns = (Action.id, Action.text, Action.adopted_text, Meeting.code, ActionSection.heading)
    found = (
        select(*columns)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .order_by(Meeting.date.desc(), ActionSection.position, Action.position)
    )
    for key, text, adopted, code, heading in session.execute(found):
        if _fits(wanted, text, adopted, heading, code):
            yield Hit("action", key, (adopted or text)[:100], f"{code} · {heading}")


def _agenda(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    found = select(AgendaItem.id, AgendaItem.title, AgendaItem.presenter, Meeting.code).join(
        Meeting, Meeting.id == AgendaItem.meeting_id
    )
    for key, title, presenter, code in session.execute(found.order_by(Meeting.date.desc())):
        if _fits(wanted, title, presenter, code):
            yield Hit("agenda_item", key, title[:100], " · ".join(part for part in (code, presenter) if part))


def _tasks(session: Session, wanted: tuple[str, ...]) -> Iterator[Hit]:
    for task in list_tasks(session):
        if _fits(wanted, task.text):
            yield Hit("task", task.id, task.text[:100], task.responsible)
