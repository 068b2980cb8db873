"""From SOM n to the next in one step: meetings, drafted actions, the new work plan."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import ActionSection, Meeting, Task
from emgdesk.domain.codes import code_key
from emgdesk.domain.dates import is_stored_date
from emgdesk.domain.mandate_wordings import EFFECT_OF, WITH_END
from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.forwarding import copy_deferred
from emgdesk.operations.imports.runs import refuse_if_moved_on
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.next_meeting import make_next_meeting
from emgdesk.operations.rows import fetch
from emgdesk.operations.task import add_entry, add_task, update_task
from emgdesk.queries.roll_forward import (
    ASK,
    CONDITION,
    DECISION,
    DEFERRED,
    DROP,
    ENDED,
    FINISHED,
    GO_ON,
    KINDS,
    LEAVE,
    MAKE,
    MANDATE,
    MEETING,
    SILENT,
    Proposal,
    RollForward,
)

_OF_PLAN = frozenset((DECISION, FINISHED, ENDED, SILENT))
_ASKING = "EMG Secretariat"
"""To whom a report on progress is owed."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """What was made: codes of meetings, and how many actions, tasks and so on.

    `brought` are deferred actions put before a segment that was there already. `actions_meeting_id` is the
    meeting of the drafted actions, None without any. `left` counts tasks that left the work plan, `gone_on`
    those of them that go on under another workstream.
    """

    som_number: int
    meetings: tuple[str, ...]
    brought: int
    actions: int
    tasks: int
    left: int
    gone_on: int
    asked: int
    dropped: int
    actions_meeting_id: str | None


@operation
def roll_forward(
    session: Session, /, *, plan: RollForward, chosen: Sequence[Proposal], target: str
) -> Rolled:
    """Carry the ticked ones of `chosen` to the next SOM; they are those of `plan` as the user left them.

    Meetings are made like the ones before. Mandates become drafted actions with their effects, each in a
    section of its own before the segment with the code `target`. Tasks leave the work plan, and new ones
    come into it, on the day the plan says; one that goes on elsewhere is a task of its own there, and what
    was reported so far stays where it was reported. Progress is asked for by a follow-up.
    Raises DataError if the desk moved on since the plan was made, nothing is ticked, the segment of the
    actions is neither there nor ticked, a wording is empty, an extension or continuation says no
    end, or a date is none.
    """
    refuse_if_moved_on(session, plan.revision)
    ticked = sorted((one for one in chosen if one.ticked), key=lambda one: KINDS.index(one.kind))
    if not ticked:
        raise DataError("Nothing is ticked.")
    for one in ticked:
        _check(one)
    done = Counter(one.chosen.verb for one in ticked)
    for one in ticked:
        if one.kind == MEETING:
            _make_meeting(session, one)
    brought = sum(_bring(session, one) for one in ticked if one.kind == DEFERRED)
    actions = [one for one in ticked if one.kind in (MANDATE, CONDITION)]
    before = _target(session, target).id if actions else None
    if before is not None:
        for one in actions:
            _draft(session, plan, before, one)
    for one in ticked:
        if one.kind in _OF_PLAN:
            _DOING[one.chosen.verb](session, plan, one)
    made = Counter(one.kind for one in ticked)
    return Rolled(
        som_number=plan.som_number + 1,
        meetings=tuple(one.source for one in ticked if one.kind == MEETING),
        brought=brought,
        actions=len(actions),
        tasks=made[DECISION],
        left=done[LEAVE] + done[GO_ON],
        gone_on=done[GO_ON],
        asked=done[ASK],
        dropped=done[DROP],
        actions_meeting_id=before,
    )


def _check(one: Proposal) -> None:
    if one.kind in (MANDATE, CONDITION, DECISION) and not one.text.strip():
        raise DataError(f"The wording for “{_short(one.subject)}” is empty.", place=one.id)
    if one.chosen.verb in WITH_END and not one.when.strip():
        raise DataError(f"Say until when “{_short(one.subject)}” is to go on.", place=one.id)
    if one.kind == MEETING and not is_stored_date(one.when.strip()):
        raise DataError(
            f"“{one.when}” is no date for {one.source}; write 2032-05-28, or 2032-05 for a month.",
            place=one.id,
        )


def _short(text: str) -> str:
    said = text.split()
    return " ".join(said[:8]) + ("…" if len(said) > 8 else "")


def _make_meeting(session: Session, one: Proposal) -> None:
    if one.key:
        make_next_meeting(session, meeting_id=one.key, code=one.source, title=one.text, date=one.when)
    else:
        create_meeting(session, code=one.source, title=one.text, date=one.when)


def _bring(session: Session, one: Proposal) -> int:
    """Put what a segment deferred before its counterpart; how many actions."""
    source = fetch(session, Meeting, one.key, "meeting")
    return copy_deferred(session, source, _target(session, one.source))


def _target(session: Session, code: str) -> Meeting:
    found = session.scalar(select(Meeting).where(Meeting.code_key == code_key(code)))
    if found is None:
        raise DataError(
            f"{code} is not on the desk; tick it, or choose another meeting for the drafted actions.",
            place="target",
        )
    return found


def _draft(session: Session, plan: RollForward, meeting_id: str, one: Proposal) -> None:
    """The action on a mandate, with its effect, in the section of its workstream."""
    own = select(ActionSection.id).where(
        ActionSection.meeting_id == meeting_id, ActionSection.workstream_id == one.key
    )
    section = session.scalar(own.limit(1)) or add_action_section(
        session, meeting_id=meeting_id, heading=one.subject, workstream_id=one.key
    )
    action = add_action(session, section_id=section, text=one.text, stem=plan.stem)
    verb = one.chosen.verb
    if verb in EFFECT_OF:
        until = one.when if verb in WITH_END else ""
        add_effect(session, action_id=action, kind=EFFECT_OF[verb], workstream_id=one.key, until=until)


def _make_task(session: Session, plan: RollForward, one: Proposal) -> None:
    chapter = one.chosen.chapter_id
    if chapter is None:
        raise DataError(f"Choose the chapter of the work plan for “{_short(one.subject)}”.", place=one.id)
    add_task(
        session, chapter_id=chapter, workstream_id=one.chosen.workstream_id, text=one.text, source=one.source,
        action_id=one.key, since=plan.starts_on,
    )  # fmt: skip


def _leave(session: Session, plan: RollForward, one: Proposal) -> None:
    update_task(session, task_id=one.key, until=plan.starts_on)


def _go_on(session: Session, plan: RollForward, one: Proposal) -> None:
    """Past reports keep the task where it was, so it is another one from now on."""
    task, to = fetch(session, Task, one.key, "task"), one.chosen
    add_task(
        session, chapter_id=to.chapter_id or task.chapter_id, workstream_id=to.workstream_id, text=task.text,
        source=task.source, responsible=task.responsible, due=task.due, next_steps=task.next_steps,
        action_id=task.action_id, since=plan.starts_on,
    )  # fmt: skip
    _leave(session, plan, one)


def _ask(session: Session, plan: RollForward, one: Proposal) -> None:
    if plan.meeting_id is None:
        raise DataError(f"SOM {plan.som_number} has no meeting on this desk to ask from.", place=one.id)
    add_follow_up(session, meeting_id=plan.meeting_id, what=one.text, who=one.who, whom=_ASKING)


def _drop(session: Session, plan: RollForward, one: Proposal) -> None:
    """It stays in the work plan until it was reported as dropped."""
    add_entry(session, task_id=one.key, status="dropped", as_of=plan.today)


_DOING: Mapping[str, Callable[[Session, RollForward, Proposal], None]] = {
    MAKE: _make_task, LEAVE: _leave, GO_ON: _go_on, ASK: _ask, DROP: _drop,
}  # fmt: skip
