"""Open tasks nobody reported on for a year: to be asked about, or given up."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, FollowUp, Meeting, Task
from emgdesk.domain.dates import written_date
from emgdesk.queries.roll_forward.proposals import ASK, DROP, SILENT, Choice, Proposal
from emgdesk.queries.roll_forward.tasks import about_task, last_day
from emgdesk.queries.roll_forward.year import Year


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
        last = f"since {written_date(last_day(task))}" if last_day(task) else ""
        reason = f"Nothing was reported {last}." if last else "Nothing was ever reported on it."
        if at is not None:
            reason += f" Progress was asked for at {at[1]}."
        yield about_task(
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
