"""The work plan carried over: decisions to be put in, tasks that leave, tasks nobody reported on."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, FollowUp, Meeting, Task
from emgdesk.domain.dates import written_date
from emgdesk.domain.mandate_wordings import with_article
from emgdesk.domain.mandates import WITH_UNTIL
from emgdesk.queries.decisions import OfferedTask, offered_tasks
from emgdesk.queries.open_decisions import opening, quotations
from emgdesk.queries.origins import put_before
from emgdesk.queries.roll_forward.proposals import (
    ASK,
    DECISION,
    DROP,
    ENDED,
    FINISHED,
    GO_ON,
    LEAVE,
    MAKE,
    SILENT,
    Choice,
    Proposal,
)
from emgdesk.queries.roll_forward.year import Year
from emgdesk.queries.workstreams import CLOSED, TaskRow

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
        after = _successors(year, one.workstream_id, MAKE) if ended else ()
        chapters = tuple(Choice(MAKE, f"{c.label} {c.title}", None, c.id) for c in year.chapters)
        choices = (*after, own) if own.chapter_id else (*after, *_elsewhere(one, chapters))
        if not choices:
            continue
        placed = bool(choices[0].workstream_id)
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


def _successors(year: Year, workstream_id: str | None, verb: str) -> tuple[Choice, ...]:
    """The workstreams that go on with one: its successors, who absorbed it, its parent; living ones only."""
    lines = [one for one in year.lineage.lines() if one.from_id == workstream_id]
    keys = [one.to_id for one in lines[::-1]]
    if workstream_id and (parent := year.lineage.standing(workstream_id).parent_id):
        keys.append(parent)
    living = [key for key in dict.fromkeys(keys) if not year.has_ended(key) and year.chapter_of.get(key)]
    said = "Go on under" if verb == GO_ON else "Under"
    return tuple(
        Choice(verb, f"{said} {with_article(year.name(key))}", key, year.chapter_of[key]) for key in living
    )


def finished(year: Year) -> Iterator[Proposal]:
    """Tasks completed or dropped, and reported so by the end of SOM n: they leave the work plan."""
    for task in year.tasks:
        if task.status in CLOSED and _last(task) <= (year.closed_on or year.today.isoformat()):
            when = f" on {written_date(_last(task))}" if _last(task) else ""
            choices = (Choice(LEAVE, "Leaves the work plan"),)
            yield _about(year, task, FINISHED, f"{task.status.capitalize()}, as reported{when}.", choices)


def ended(year: Year) -> Iterator[Proposal]:
    """Open tasks of workstreams that have ended: they leave, or go on under the one that took over."""
    for task in year.open_tasks():
        if year.has_ended(task.workstream_id):
            now = year.lineage.standing(task.workstream_id or "")
            day = f" on {written_date(now.ended)}" if now.ended else ""
            choices = (
                *_successors(year, task.workstream_id, GO_ON),
                Choice(LEAVE, "Leaves the work plan"),
            )
            yield _about(
                year, task, ENDED, f"Its workstream ended{day} ({now.ended_by or 'concluded'}).", choices
            )


def silent(session: Session, year: Year) -> Iterator[Proposal]:
    """Open tasks without an entry since the SOM before n (without any, if that is not on the desk).

    One whose progress was asked for in an earlier year can be dropped; it is not asked again.
    """
    since, new = year.closed_before, _new_this_year(session, year)
    asked, can_ask = _asked_at(session), bool(year.segments(year.number))
    for task in year.open_tasks():
        told = any(not entry.as_of or entry.as_of > since for entry in task.entries)
        came = task.since > since if since else bool(task.since)
        wording = asking_for(task.text)
        at = asked.get(wording)
        this_year = at is not None and (at[0] or 0) >= year.number
        if told or came or task.id in new or this_year or year.has_ended(task.workstream_id):
            continue
        asking = (Choice(ASK, "Ask for progress"),) if can_ask and at is None else ()
        last = f"since {written_date(_last(task))}" if _last(task) else ""
        reason = f"Nothing was reported {last}." if last else "Nothing was ever reported on it."
        if at is not None:
            reason += f" Progress was asked for at {at[1]}."
        yield _about(
            year, task, SILENT, reason, (*asking, Choice(DROP, "Report it as dropped")), text=wording,
            who=task.responsible or year.leads.get(task.workstream_id or "", ""), ticked=bool(asking),
        )  # fmt: skip


def _asked_at(session: Session) -> dict[str, tuple[int | None, str]]:
    """What is owed by open follow-ups, with the SOM and the code of the meeting they come from."""
    rows = session.execute(
        select(FollowUp.what, Meeting.som_number, Meeting.code)
        .join(Meeting, Meeting.id == FollowUp.meeting_id)
        .where(FollowUp.status == "open")
        .order_by(Meeting.date)
    )
    return {what: (number, code) for what, number, code in rows}


def asking_for(task: str) -> str:
    """What is owed where progress is asked for: one paragraph of CommonMark."""
    return f"Report on progress: {' '.join(task.split())}"


def _about(
    year: Year, task: TaskRow, kind: str, reason: str, choices: tuple[Choice, ...], *, text: str = "",
    who: str = "", ticked: bool = True,
) -> Proposal:  # fmt: skip
    return Proposal(
        id=f"task:{task.id}", kind=kind, key=task.id, subject=task.text, reason=reason, choices=choices,
        ticked=ticked, text=text, who=who, workstream_id=task.workstream_id,
        workstream=year.name(task.workstream_id),
    )  # fmt: skip


def _last(task: TaskRow) -> str:
    return max((entry.as_of for entry in task.entries), default="")


def _new_this_year(session: Session, year: Year) -> set[str]:
    """Tasks that come from a decision of SOM n or a later one (keys)."""
    rows = session.scalars(
        select(Task.id)
        .join(Action, Action.id == Task.action_id)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(Meeting.som_number >= year.number)
    )
    return set(rows)
