"""The chain of origins: one decision at every meeting it came before, and what was made of it anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, MandateEvent, Meeting, Task
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.queries.workstreams import workstream_keys

Said = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """`origins` leads from an action (key) to the one it comes from.

    `tasked` are the first actions of the chains a task comes from; `effects` are what was applied along a
    chain, by its first action; `adopted` are the codes of the meetings that applied something, by action.
    """

    origins: Mapping[str, str]
    tasked: frozenset[str]
    effects: frozenset[tuple[str, Said]]
    adopted: Mapping[str, str]

    def has_task(self, action_id: str) -> bool:
        """Whether a task comes from this action in any of its wordings."""
        return first_of(action_id, self.origins) in self.tasked

    def adopted_elsewhere(self, action_id: str) -> str:
        """The code of another meeting that applied effects of this decision, "" if none did."""
        first = first_of(action_id, self.origins)
        alike = (key for key in self.adopted if key != action_id)
        return next((self.adopted[key] for key in alike if first_of(key, self.origins) == first), "")


def first_of(action_id: str, origins: Mapping[str, str]) -> str:
    """The action as it was first put before a meeting."""
    seen = {action_id}
    while (origin := origins.get(action_id)) and origin not in seen:
        action_id = origin
        seen.add(origin)
    return action_id


def read_origins(session: Session) -> dict[str, str]:
    """Where each action comes from that comes from another one, by key."""
    rows = session.execute(select(Action.id, Action.origin_id).where(Action.origin_id.is_not(None)))
    return {key: origin for key, origin in rows if origin}


def read_chains(session: Session) -> Chains:
    """What was made of the decisions of the desk, in five queries."""
    origins = read_origins(session)
    known = workstream_keys(session)
    sources = session.scalars(select(Task.action_id).where(Task.action_id.is_not(None)).distinct())
    applied = select(Effect).join(MandateEvent, MandateEvent.effect_id == Effect.id)
    codes = (
        select(MandateEvent.action_id, Meeting.code)
        .join(Action, Action.id == MandateEvent.action_id)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(MandateEvent.effect_id.is_not(None))
    )
    return Chains(
        origins=origins,
        tasked=frozenset(first_of(key, origins) for key in sources if key),
        effects=frozenset(
            (first_of(row.action_id, origins), said_of(row, known)) for row in session.scalars(applied)
        ),
        adopted={key: code for key, code in session.execute(codes) if key},
    )


def said_of(effect: Effect, known: Mapping[str, str]) -> Said:
    """What two effects that say the same share; `known` as of `workstream_keys`."""
    return (
        effect.kind,
        effect.workstream_id or _named(effect.workstream, known),
        effect.other_workstream_id or _named(effect.other_workstream, known),
        effect.new_name,
        effect.new_kind,
        effect.until,
    )


def _named(name: str, known: Mapping[str, str]) -> str:
    key = workstream_key(name)
    return known.get(key, key)


def put_before(session: Session, *, meeting_id: str) -> dict[str, str]:
    """The codes of the meetings that the actions of this one were put before, by key of action."""
    copies = (
        select(Action.origin_id, Meeting.code)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(Action.origin_id.is_not(None), Meeting.id != meeting_id, Meeting.status != "cancelled")
        .order_by(Meeting.date.desc(), Meeting.code)
    )
    mine = select(Action.id).join(ActionSection, ActionSection.id == Action.section_id)
    held = set(session.scalars(mine.where(ActionSection.meeting_id == meeting_id)))
    return {origin: code for origin, code in session.execute(copies) if origin in held}
