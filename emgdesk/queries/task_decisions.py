"""The decisions tasks come from: how they are cited, and what a task made of one would say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting, Task
from emgdesk.domain.statuses import ADOPTED
from emgdesk.queries.actions import ActionRow, ActionSectionRow, list_actions
from emgdesk.queries.decisions import as_sentence, with_above


@dataclass(frozen=True, slots=True)
class TaskDecision:
    """A decision: `cited` is how a work plan names it ("SOM26 senior, IV. b) ii").

    `text` is its wording that stands, with the words above it, as a task would say it (CommonMark).
    `adopted` is False for an action that was not decided, or decided against. `date` is the meeting's.
    """

    action_id: str
    meeting_id: str
    meeting: str
    date: str
    citation: str
    heading: str
    workstream_id: str | None
    text: str
    adopted: bool

    @property
    def cited(self) -> str:
        return f"{self.meeting}, {self.citation}"


def decisions_of_tasks(session: Session) -> dict[str, TaskDecision]:
    """The decisions that tasks of the desk come from, by key of action."""
    wanted = select(Task.action_id).where(Task.action_id.is_not(None)).distinct()
    keys = {key for key in session.scalars(wanted) if key}
    if not keys:
        return {}
    held = (
        select(ActionSection.meeting_id)
        .join(Action, Action.section_id == ActionSection.id)
        .where(Action.id.in_(keys))
        .distinct()
    )
    found = (row for key in session.scalars(held) for row in _of_meeting(session, key))
    return {row.action_id: row for row in found if row.action_id in keys}


def list_decisions(session: Session) -> tuple[TaskDecision, ...]:
    """All decisions of the desk, the newest meeting first, in printed order."""
    held = (
        select(Meeting.id)
        .where(Meeting.id.in_(select(ActionSection.meeting_id)))
        .order_by(Meeting.date.desc(), Meeting.code)
    )
    return tuple(row for key in session.scalars(held) for row in _of_meeting(session, key) if row.adopted)


def _of_meeting(session: Session, meeting_id: str) -> Iterator[TaskDecision]:
    meeting = session.get_one(Meeting, meeting_id)
    for section in list_actions(session, meeting_id=meeting_id):
        rows = {action.id: action for action in section.actions}
        for action in section.actions:
            yield _decision(meeting, section, action, rows)


def _decision(
    meeting: Meeting, section: ActionSectionRow, action: ActionRow, rows: Mapping[str, ActionRow]
) -> TaskDecision:
    return TaskDecision(
        action_id=action.id,
        meeting_id=meeting.id,
        meeting=meeting.code,
        date=meeting.date,
        citation=action.citation,
        heading=section.heading,
        workstream_id=section.workstream_id,
        text=as_sentence(with_above(action.wording, _above(action, rows))),
        adopted=action.outcome in ADOPTED,
    )


def _above(action: ActionRow, rows: Mapping[str, ActionRow]) -> Sequence[str]:
    """The wordings above an action, the nearest first."""
    found: dict[str, str] = {}
    while action.parent_id and action.parent_id in rows and action.parent_id not in found:
        action = rows[action.parent_id]
        found[action.id] = action.wording
    return tuple(found.values())
