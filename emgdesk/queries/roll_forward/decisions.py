"""Decisions of the SOM that ends, each of which can become a task of the new work plan."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Effect
from emgdesk.domain.mandate_wordings import with_article
from emgdesk.domain.mandates import WITH_UNTIL
from emgdesk.queries.decisions import OfferedTask, offered_tasks
from emgdesk.queries.open_decisions import opening, quotations
from emgdesk.queries.origins import put_before
from emgdesk.queries.roll_forward.heirs import successors
from emgdesk.queries.roll_forward.proposals import DECISION, MAKE, Choice, Proposal
from emgdesk.queries.roll_forward.year import Year

_WORKING = WITH_UNTIL | {"proposed"}
"""Effects by which a workstream has something to do."""


def waiting_decisions(session: Session, year: Year) -> list[OfferedTask]:
    """The decisions of SOM n that no task comes from or quotes, each where it was decided last."""
    quoted = quotations(task.text for task in year.tasks)
    found: list[OfferedTask] = []
    for meeting in year.segments(year.number):
        later = put_before(session, meeting_id=meeting.id)
        offers = offered_tasks(session, meeting_id=meeting.id)
        found += [one for one in offers if one.action_id not in later and opening(one.text) not in quoted]
    return found


def decisions(session: Session, year: Year, offers: list[OfferedTask]) -> Iterator[Proposal]:
    """A task for each decision that asks for work: under its workstream, or the one that goes on with it.

    Without a tick where the workstream has ended, and where it is the mandate that changes, not the work.
    """
    changing = _changing_mandates(session)
    for one in offers:
        if not one.likely:
            continue
        own = Choice(MAKE, _under(year, one.workstream_id), one.workstream_id, one.chapter_id)
        ended = year.has_ended(one.workstream_id)
        after = successors(year, one.workstream_id, MAKE) if ended else ()
        chapters = tuple(Choice(MAKE, f"{c.label} {c.title}", None, c.id) for c in year.chapters)
        choices = (*after, own) if own.chapter_id else (*after, *_elsewhere(one, chapters))
        if not choices:
            continue
        placed = bool(after or own.chapter_id)
        why = f"{one.source.rstrip('.')}."
        if ended:
            why += " Its workstream has ended."
        elif one.action_id in changing:
            why += " It changes a mandate; does it also ask for work?"
        yield Proposal(
            id=f"decision:{one.action_id}",
            kind=DECISION,
            key=one.action_id,
            subject=one.text,
            reason=why if placed else f"{why} Choose the chapter it belongs to.",
            choices=choices,
            ticked=placed and not ended and one.action_id not in changing,
            text=one.text,
            source=one.source,
            workstream_id=one.workstream_id,
            workstream=one.workstream,
        )


def _changing_mandates(session: Session) -> set[str]:
    """Actions with effects, none of which gives a workstream time to work (keys)."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for key, kind in session.execute(select(Effect.action_id, Effect.kind)):
        kinds[key].add(kind)
    return {key for key, held in kinds.items() if not held & _WORKING}


def _elsewhere(one: OfferedTask, chapters: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The chapters a decision can go to; with its workstream, which stands in none."""
    return tuple(Choice(MAKE, c.words, one.workstream_id, c.chapter_id) for c in chapters)


def _under(year: Year, workstream_id: str | None) -> str:
    return f"Under {with_article(year.name(workstream_id))}" if workstream_id else "In its chapter"
