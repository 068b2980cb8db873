"""Every wording of an action, from the meeting it was first drafted for to the last one it came before."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting
from emgdesk.domain.statuses import ADOPTED, DECIDED
from emgdesk.errors import DataError
from emgdesk.queries.actions import list_actions


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A wording: `stage` says whose it is ("agreed by the technical segment"), `text` is CommonMark.

    `outcome` is that of the action at the meeting, "" for a wording that only came before it. `step`
    says where it stands seen from the action asked about: earlier, this or later.
    """

    action_id: str
    meeting_id: str
    code: str
    date: str
    citation: str
    stage: str
    outcome: str
    text: str
    step: str


def list_wordings(session: Session, *, action_id: str) -> tuple[WordingRow, ...]:
    """The wordings of an action along its chain of origins, in both directions, the first one first.

    A wording put before a meeting as the one before it left it is not repeated. Raises DataError if
    the action is gone.
    """
    asked = session.get(Action, action_id)
    if asked is None:
        raise DataError("This action is no longer on the desk.")
    first, earlier = _first(session, asked)
    rows: list[WordingRow] = []
    for action in _later(session, first):
        step = "earlier" if action.id in earlier else "this" if action is asked else "later"
        for row in _of(session, action):
            same = rows and row.outcome == "" and row.text == rows[-1].text
            if not same:
                rows.append(replace(row, step=step))
    return tuple(rows)


def _first(session: Session, action: Action) -> tuple[Action, set[str]]:
    """The action the chain begins with, and the keys of those before `action`."""
    passed: set[str] = set()
    while action.origin_id and action.origin_id not in passed:
        before = session.get(Action, action.origin_id)
        if before is None:
            break
        passed.add(before.id)
        action = before
    return action, passed


def _later(session: Session, first: Action) -> Iterator[Action]:
    """`first` and whatever was made of it, nearest first, by the date of the meeting."""
    statement = (
        select(Action)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(Action.origin_id.is_not(None))
        .order_by(Meeting.date == "", Meeting.date, Action.id)
    )
    made: dict[str, list[Action]] = defaultdict(list)
    for action in session.scalars(statement):
        made[action.origin_id or ""].append(action)
    waiting, seen = [first], {first.id}
    while waiting:
        action = waiting.pop(0)
        yield action
        fresh = [one for one in made[action.id] if one.id not in seen]
        seen.update(one.id for one in fresh)
        waiting += fresh


def _of(session: Session, action: Action) -> Iterator[WordingRow]:
    section = session.get_one(ActionSection, action.section_id)
    meeting = session.get_one(Meeting, section.meeting_id)
    sections = list_actions(session, meeting_id=meeting.id)
    citation = next(row.citation for held in sections for row in held.actions if row.id == action.id)

    def row(stage: str, outcome: str, text: str) -> WordingRow:
        return WordingRow(
            action.id, meeting.id, meeting.code, meeting.date, citation, stage, outcome, text, "this"
        )

    body = body_of(meeting.segment, meeting.code)
    if not action.made_in_room:
        came = "drafted by the secretariat" if action.origin_id is None else f"put before {body}"
        yield row(came, "", action.text)
    if action.outcome in DECIDED:
        yield row(
            stage_of(meeting.segment, action.outcome, body),
            action.outcome,
            action.adopted_text or action.text,
        )


def body_of(segment: str, code: str) -> str:
    """Who decides at a meeting: "the technical segment", or the code of another one."""
    return f"the {segment} segment" if segment in ("mid-term", "technical", "senior") else code


def stage_of(segment: str, outcome: str, body: str) -> str:
    """What a meeting did with a wording: the senior segment adopts, others agree."""
    done = outcome if outcome not in ADOPTED else "adopted" if segment == "senior" else "agreed"
    return f"{done} by {body}"
