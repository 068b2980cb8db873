"""Effects of decisions whose event stands in the history already, entered by hand or imported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, MandateEvent, Meeting
from emgdesk.domain.dates import decided_on
from emgdesk.domain.mandate_ends import end_of
from emgdesk.domain.workstream_names import workstream_key


def entered_effects(session: Session, actions: Sequence[str], known: Mapping[str, str]) -> frozenset[str]:
    """Keys of the effects of these actions (keys) that an event no decision made says word for word.

    Such an event is of the same meeting, or of its day where it names none, and its mandate ends at the
    same time. `known` as of `workstream_keys`. Adopting has nothing to add to it.
    """
    wanted = (
        select(Effect, ActionSection.workstream_id, Meeting)
        .join(Action, Action.id == Effect.action_id)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(Effect.action_id.in_(actions))
    )
    held: dict[str, list[MandateEvent]] = defaultdict(list)
    for event in session.scalars(select(MandateEvent).where(MandateEvent.effect_id.is_(None))):
        held[event.workstream_id].append(event)
    found = set()
    for effect, of_section, meeting in session.execute(wanted):
        named = known.get(workstream_key(effect.workstream)) if effect.workstream else of_section
        own = held.get(effect.workstream_id or named or "", ())
        if any(_says(event, effect, meeting, known) for event in own):
            found.add(effect.id)
    return frozenset(found)


def _says(event: MandateEvent, effect: Effect, meeting: Meeting, known: Mapping[str, str]) -> bool:
    day = decided_on(meeting.date, meeting.end_date)
    if event.action_id not in (None, effect.action_id) or event.meeting_id not in (None, meeting.id):
        return False
    if event.meeting_id is None and (not day or event.date != day):
        return False
    som = meeting.som_number
    return (event.kind, *_facts(event, known), end_of(event.until, som, day)) == (
        effect.kind, *_facts(effect, known), end_of(effect.until, som, day),
    )  # fmt: skip


def _facts(row: MandateEvent | Effect, known: Mapping[str, str]) -> tuple[str, ...]:
    key = workstream_key(row.other_workstream)
    return (row.other_workstream_id or known.get(key, key), row.new_name, row.new_kind)
