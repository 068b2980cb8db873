"""What an adopted effect does to a workstream, and the same taken back."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Effect, MandateEvent, Meeting, Workstream, WorkstreamAlias
from emgdesk.domain.dates import decided_on
from emgdesk.domain.effects import STATUS_AFTER, note_of, noted
from emgdesk.domain.workstream_names import kind_and_subject, workstream_key
from emgdesk.operations.rows import fetch
from emgdesk.operations.workstream import add_workstream, update_workstream
from emgdesk.queries.decisions import PlannedEffect
from emgdesk.queries.workstreams import workstream_keys


def apply_effect(session: Session, meeting: Meeting, planned: PlannedEffect) -> None:
    """Make the mandate event of an effect; its workstream gets the name, kind and status it has now."""
    effect = fetch(session, Effect, planned.effect_id, "effect")
    known = workstream_keys(session)
    key = planned.workstream_id or known.get(workstream_key(planned.workstream))
    if key is None:
        kind = _kind(effect, planned.workstream)
        key = add_workstream(session, name=planned.workstream, kind=kind, status="proposed")
    effect.workstream_id = key
    if effect.other_workstream_id is None and effect.other_workstream:
        effect.other_workstream_id = known.get(workstream_key(effect.other_workstream))
    workstream = fetch(session, Workstream, key, "workstream")
    changes = _changes(effect, workstream)
    before = {name: getattr(workstream, name) or "" for name in changes}
    _change(session, workstream, changes)
    last = session.scalar(select(func.max(MandateEvent.position)).where(MandateEvent.workstream_id == key))
    session.add(
        MandateEvent(
            workstream_id=key,
            position=(last or 0) + 1,
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
            note=note_of({"parent" if name == "parent_id" else name: old for name, old in before.items()}),
        )
    )
    session.flush()


def _kind(effect: Effect, name: str) -> str:
    if effect.new_kind:
        return effect.new_kind
    kind, _ = kind_and_subject(workstream_key(name))
    return kind.title()


def _changes(effect: Effect, workstream: Workstream) -> dict[str, str]:
    """The fields of the workstream that this effect changes, with their new values."""
    wanted = {
        "name": effect.new_name,
        "kind": effect.new_kind,
        "status": STATUS_AFTER.get(effect.kind, ""),
        "parent_id": (effect.other_workstream_id or "") if effect.kind == "became part of" else "",
    }
    return {name: new for name, new in wanted.items() if new and new != getattr(workstream, name)}


def _change(session: Session, workstream: Workstream, changes: dict[str, Any]) -> None:
    if not changes:
        return
    if "name" in changes:
        mine = select(WorkstreamAlias.name).where(WorkstreamAlias.workstream_id == workstream.id)
        held = [name for name in session.scalars(mine) if name != changes["name"]]
        changes = {**changes, "aliases": [*held, workstream.name]}
    update_workstream(session, workstream_id=workstream.id, **changes)


def take_back_event(session: Session, event: MandateEvent) -> None:
    """Remove a mandate event; what it changed goes back where nothing else changed it since.

    A workstream that was made by it stays on the desk, as a proposed one.
    """
    effect = session.get(Effect, event.effect_id) if event.effect_id else None
    workstream = fetch(session, Workstream, event.workstream_id, "workstream")
    before = noted(event.note)
    if effect is not None:
        back: dict[str, Any] = {}
        for name, new in _made(effect).items():
            old = before.get("parent" if name == "parent_id" else name)
            if old is not None and getattr(workstream, name) == new:
                back[name] = old or None if name == "parent_id" else old
        _put_back(session, workstream, back)
    session.delete(event)
    session.flush()


def _made(effect: Effect) -> dict[str, str | None]:
    return {
        "name": effect.new_name,
        "kind": effect.new_kind,
        "status": STATUS_AFTER.get(effect.kind, ""),
        "parent_id": effect.other_workstream_id,
    }


def _put_back(session: Session, workstream: Workstream, back: dict[str, Any]) -> None:
    if "name" in back:
        mine = select(WorkstreamAlias.name).where(WorkstreamAlias.workstream_id == workstream.id)
        back = {**back, "aliases": [name for name in session.scalars(mine) if name != back["name"]]}
    if back:
        update_workstream(session, workstream_id=workstream.id, **back)
