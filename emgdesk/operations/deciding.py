"""What a meeting makes of the actions before it: put forward, decided, adopted, turned into tasks."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    Action,
    ActionSection,
    Chapter,
    MandateEvent,
    Meeting,
    Paragraph,
    ReportSection,
    Task,
)
from emgdesk.domain.dates import decided_on
from emgdesk.domain.outcomes import outcome_fault
from emgdesk.domain.statuses import ADOPTED, DECIDED, OUTCOMES
from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, branch, delete_actions, refuse_adopted, short
from emgdesk.operations.adopting import apply_effect
from emgdesk.operations.forwarding import copy_actions
from emgdesk.operations.mandate import remove_event
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch
from emgdesk.operations.task import add_task
from emgdesk.queries.actions import list_actions
from emgdesk.queries.decisions import OfferedTask, offered_tasks, planned_effects, why_nothing_waits


@dataclass(frozen=True, slots=True)
class Adopted:
    """How many mandate events were made, and the names of the workstreams that are new."""

    events: int
    new_workstreams: tuple[str, ...]


@operation
def put_forward(session: Session, /, *, from_meeting_id: str, to_meeting_id: str) -> int:
    """Put the actions of a meeting before another one, with their standing wording; how many were put.

    What was deferred or withdrawn stays behind; what was put before it already is left as it is
    there. Raises DataError where there is nothing (new) to put.
    """
    source = fetch(session, Meeting, from_meeting_id, "meeting")
    target = fetch(session, Meeting, to_meeting_id, "meeting")
    if source is target:
        raise DataError("Actions are put before another meeting than the one they stand before.")
    held, made = copy_actions(session, source, target)
    if not made and not held:
        raise DataError(f"{source.code} has no actions to put before {target.code}.")
    if not made:
        raise DataError(f"All actions of {source.code} stand before {target.code} already.")
    return made


@operation
def decide(session: Session, /, *, action_ids: Sequence[str], outcome: str, adopted_text: str = "") -> int:
    """Write down what the meeting made of actions; how many were decided, those below included.

    Deferred or withdrawn, everything below an action goes with it; approved, what below it was not
    decided yet; one of several that was approved with changes stays that. "amended" is for one action
    and takes `adopted_text` (CommonMark). The first two outcomes take a decision back. Raises DataError
    for an unknown outcome, "amended" without another wording, or a decision whose effects were applied.
    """
    if outcome not in OUTCOMES:
        raise DataError(f"The outcome of an action is one of: {', '.join(OUTCOMES)}.", place="outcome")
    chosen = [fetch(session, Action, key, "action") for key in action_ids]
    if outcome == "amended":
        return _amend(session, chosen, adopted_text.strip())
    decided: set[str] = set()
    for action in chosen:
        for one in branch(session, action):
            follows = one in chosen or outcome not in ADOPTED or one.outcome not in DECIDED
            kept = outcome == "approved" and one.outcome == "amended" and len(chosen) > 1
            if follows and not kept and one.id not in decided:
                _decide(session, one, outcome)
                decided.add(one.id)
    return len(decided)


def _amend(session: Session, chosen: Sequence[Action], wording: str) -> int:
    if len(chosen) != 1:
        raise DataError("One action at a time is approved with changes, as each has a wording of its own.")
    (action,) = chosen
    wording = wording or action.adopted_text
    if fault := outcome_fault("amended", text=action.text, adopted_text=wording, applied=False):
        raise DataError(fault, place="adopted_text")
    action.outcome, action.adopted_text = "amended", wording
    open_ones = [one for one in branch(session, action)[1:] if one.outcome not in DECIDED]
    for one in open_ones:
        _decide(session, one, "approved")
    return 1 + len(open_ones)


def _decide(session: Session, action: Action, outcome: str) -> None:
    if outcome not in ADOPTED:
        refuse_adopted(session, [action])
    action.outcome, action.adopted_text = outcome, ""


@operation
def approve_all(session: Session, /, *, meeting_id: str) -> int:
    """Approve as proposed whatever a meeting has not decided yet; how many there were.

    Raises DataError if there was none.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    open_ones = [
        row.id
        for section in list_actions(session, meeting_id=meeting_id)
        for row in section.actions
        if row.outcome not in DECIDED
    ]
    if not open_ones:
        raise DataError(f"No action of {meeting.code} is waiting for a decision.")
    for key in open_ones:
        _decide(session, fetch(session, Action, key, "action"), "approved")
    return len(open_ones)


@operation
def adopt(session: Session, /, *, meeting_id: str) -> Adopted:
    """Apply the effects of a meeting's approved actions: a mandate event each, dated as the meeting.

    An effect that establishes a workstream the desk does not have makes it; a rename keeps the old name
    as an alias. Raises DataError where no effect waits, as they were adopted at another meeting or the
    actions were put before one, or where an effect does not say enough.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    planned = planned_effects(session, meeting_id=meeting_id)
    if not planned:
        raise DataError(why_nothing_waits(session, meeting_id=meeting.id))
    for one in planned:
        if one.lacking:
            raise DataError(f"The effect “{one.words}” of action {one.citation} does not say {one.lacking}.")
    for one in planned:
        apply_effect(session, meeting, one)
    return Adopted(len(planned), tuple(one.workstream for one in planned if one.is_new))


@operation
def withdraw_adoption(session: Session, /, *, action_ids: Sequence[str]) -> int:
    """Take back what adopting these actions did to mandates; how many events there were.

    Names and kinds go back unless somebody typed over them; a workstream that was made stays, as a
    proposed one, and so do events that were entered or imported. Raises DataError if none was adopted.
    """
    events = _events(session, action_ids)
    if not events:
        raise DataError("None of these actions was adopted with an effect.")
    for event in reversed(events):
        remove_event(session, event)
    return len(events)


def _events(session: Session, action_ids: Sequence[str]) -> list[MandateEvent]:
    wanted = select(MandateEvent).where(
        MandateEvent.action_id.in_(list(action_ids)), MandateEvent.effect_id.is_not(None)
    )
    return list(session.scalars(wanted.order_by(MandateEvent.id)))


@operation
def add_tasks(
    session: Session, /, *, action_ids: Sequence[str], chapter_id: str | None = None
) -> tuple[str, ...]:
    """Put decisions into the work plan, each under its workstream, with where it was decided as source
    and the day of the meeting as the day from which they stand in it.

    `chapter_id` is for those whose workstream stands in no chapter. Returns the keys of the tasks.
    Raises DataError for an action that is no decision or has its task, or where a chapter is missing.
    """
    if chapter_id is not None:
        fetch(session, Chapter, chapter_id, "chapter")
    made: list[str] = []
    offers = _offers(session, action_ids)
    for key in action_ids:
        action = fetch(session, Action, key, "action")
        offer = offers.pop(key, None)
        if offer is None:
            raise DataError(f"“{short(action)}” is no decision that waits for a task.")
        chapter = offer.chapter_id or chapter_id
        if chapter is None:
            raise DataError(f"Choose the chapter of the work plan for “{short(action)}”.", place="chapter_id")
        task_id = add_task(
            session,
            chapter_id=chapter,
            workstream_id=offer.workstream_id,
            text=offer.text,
            source=offer.source,
            since=_decided(session, action),
        )
        fetch(session, Task, task_id, "task").action_id = key
        made.append(task_id)
    return tuple(made)


def _decided(session: Session, action: Action) -> str:
    """The day (ISO) a decision was taken: reports of earlier days do not have its task."""
    section = fetch(session, ActionSection, action.section_id, "section")
    meeting = fetch(session, Meeting, section.meeting_id, "meeting")
    return decided_on(meeting.date, meeting.end_date)


def _offers(session: Session, action_ids: Sequence[str]) -> dict[str, OfferedTask]:
    """What the meetings of these actions offer, by key of action."""
    actions = [fetch(session, Action, key, "action") for key in action_ids]
    sections = {action.section_id for action in actions}
    meetings = {fetch(session, ActionSection, key, "section").meeting_id for key in sections}
    offers = (one for key in sorted(meetings) for one in offered_tasks(session, meeting_id=key))
    return {one.action_id: one for one in offers}


@operation
def decide_in_room(session: Session, /, *, paragraph_id: str, section_id: str) -> str:
    """Make a conclusion of the report the decision it is, at the end of a section; returns the action's key.

    Its words move to the action, where they stand alone. Raises DataError without words, for one that
    is a decision already, has footnotes, or belongs to another meeting.
    """
    paragraph = fetch(session, Paragraph, paragraph_id, "paragraph")
    section = fetch(session, ActionSection, section_id, "section")
    report = fetch(session, ReportSection, paragraph.section_id, "section")
    if report.meeting_id != section.meeting_id:
        raise DataError("A conclusion becomes a decision of its own meeting.")
    if paragraph.action_id:
        raise DataError("This conclusion is a decision already.")
    if "[^" in paragraph.text:
        raise DataError(
            "This conclusion has footnotes; take their marks out first, and enter a reservation as such."
        )
    key = add_action(
        session, section_id=section_id, text=paragraph.text, outcome="approved", made_in_room=True
    )  # fmt: skip
    paragraph.kind, paragraph.text, paragraph.action_id = "conclusion", "", key
    return key


@operation
def undecide_in_room(session: Session, /, *, paragraph_id: str) -> None:
    """Make a decision made in the room words of the report again; the action goes.

    Raises DataError for a paragraph that is none, or a decision whose effects were applied.
    """
    paragraph = fetch(session, Paragraph, paragraph_id, "paragraph")
    action = session.get(Action, paragraph.action_id) if paragraph.action_id else None
    if action is None or not action.made_in_room:
        raise DataError("This paragraph is no decision that was made in the room.")
    delete_actions(session, action_ids=[action.id])
