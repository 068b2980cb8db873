"""What an adopted effect does to a workstream."""

from sqlalchemy.orm import Session

from emgdesk.db.models import Effect, Meeting
from emgdesk.domain.dates import decided_on
from emgdesk.domain.workstream_names import kind_and_subject, workstream_key
from emgdesk.operations.mandate import add_event
from emgdesk.operations.rows import fetch
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.decisions import PlannedEffect
from emgdesk.queries.workstreams import workstream_keys


def apply_effect(session: Session, meeting: Meeting, planned: PlannedEffect) -> None:
    """Make the mandate event of an effect, and the workstream if the desk does not have it."""
    effect = fetch(session, Effect, planned.effect_id, "effect")
    known = workstream_keys(session)
    key = planned.workstream_id or known.get(workstream_key(planned.workstream))
    if key is None:
        kind = _kind(effect, planned.workstream)
        key = add_workstream(session, name=planned.workstream, kind=kind, status="proposed")
    effect.workstream_id = key
    if effect.other_workstream_id is None and effect.other_workstream:
        effect.other_workstream_id = known.get(workstream_key(effect.other_workstream))
    add_event(
        session,
        workstream_id=key,
        kind=effect.kind,
        date=decided_on(meeting.date, meeting.end_date),
        meeting_id=meeting.id,
        action_id=effect.action_id,
        effect_id=effect.id,
        other_workstream_id=effect.other_workstream_id,
        other_workstream=effect.other_workstream,
        new_name=effect.new_name,
        new_kind=effect.new_kind,
        until=effect.until,
    )


def _kind(effect: Effect, name: str) -> str:
    if effect.new_kind:
        return effect.new_kind
    kind, _ = kind_and_subject(workstream_key(name))
    return kind.title()
