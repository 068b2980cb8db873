"""Sections of actions and the actions in them: written, moved, taken away. Labels follow from the order."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, MandateEvent, Meeting, Paragraph, Workstream
from emgdesk.domain.keys import new_key
from emgdesk.domain.mandates import EVENTS, event
from emgdesk.domain.outline import BY_DEPTH
from emgdesk.domain.statuses import OUTCOMES
from emgdesk.errors import DataError
from emgdesk.operations.clearing import remove_actions
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, descends, fetch

SECTION_FIELDS = frozenset({"heading", "workstream_id", "style"})
EFFECT_FIELDS = frozenset(
    (
        "kind", "workstream_id", "workstream", "other_workstream_id", "other_workstream", "new_name",
        "new_kind", "until",
    )
)  # fmt: skip
FIELDS = frozenset(
    ("text", "stem", "lettered", "children_style", "outcome", "adopted_text", "origin_id", "made_in_room")
)


@operation
def add_action_section(
    session: Session,
    /,
    *,
    meeting_id: str,
    heading: str,
    workstream_id: str | None = None,
    style: str = "a",
    after_id: str | None = None,
) -> str:
    """A new section after another one, or at the end; returns its key.

    Raises DataError without a heading or for a label style there is none of.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    section = ActionSection(meeting_id=meeting_id)
    _assign_section(
        session, section, {"heading": heading, "workstream_id": workstream_id, "style": style}
    )  # fmt: skip
    ordered = _sections(session, meeting_id)
    place = next((at + 1 for at, other in enumerate(ordered) if other.id == after_id), len(ordered))
    ordered.insert(place, section)
    _number(ordered)
    session.add(section)
    session.flush()
    return section.id


@operation
def update_action_section(session: Session, /, *, section_id: str, **fields: Any) -> None:
    """Change heading, workstream or label style of a section. Raises DataError as `add_action_section`."""
    _assign_section(session, fetch(session, ActionSection, section_id, "section"), fields)


def _assign_section(session: Session, section: ActionSection, fields: dict[str, Any]) -> None:
    if not fields.get("heading", section.heading or "").strip():
        raise DataError("A section of the actions needs a heading.", place="heading")
    check_style(fields.get("style", ""))
    if fields.get("workstream_id"):
        fetch(session, Workstream, fields["workstream_id"], "workstream")
    assign(section, SECTION_FIELDS, fields)


@operation
def move_action_section(session: Session, /, *, section_id: str, index: int) -> None:
    """Put a section to place `index` (from 0) among the sections; the Roman numbers follow."""
    section = fetch(session, ActionSection, section_id, "section")
    ordered = [other for other in _sections(session, section.meeting_id) if other is not section]
    ordered.insert(max(0, min(index, len(ordered))), section)
    _number(ordered)


@operation
def delete_action_sections(session: Session, /, *, section_ids: Sequence[str]) -> None:
    """Take sections with their actions off the desk; what was made of the actions stays on its own.

    Raises DataError for an action whose effects were applied.
    """
    for section_id in section_ids:
        section = fetch(session, ActionSection, section_id, "section")
        _remove(session, session.scalars(select(Action).where(Action.section_id == section_id)).all())
        for paragraph in session.scalars(select(Paragraph).where(Paragraph.action_section_id == section_id)):
            paragraph.action_section_id = None
        session.flush()
        session.delete(section)
        session.flush()


@operation
def add_action(
    session: Session,
    /,
    *,
    section_id: str,
    text: str,
    parent_id: str | None = None,
    after_id: str | None = None,
    stem: str | None = None,
    index: int | None = None,
    key: str | None = None,
    **fields: Any,
) -> str:
    """An action after another one (and below the same parent), at place `index`, or at the end; its key.

    The key is `key` where one was made for it (`domain.keys`).
    Without a `stem` it goes on under that of the action before it. Raises DataError without a text,
    for an unknown outcome or label style.
    """
    if after_id is not None:
        parent_id = fetch(session, Action, after_id, "action").parent_id
    beside = after_id or parent_id
    if beside is not None:
        section_id = fetch(session, Action, beside, "action").section_id
    section = fetch(session, ActionSection, section_id, "section")
    action = Action(id=key or new_key(), section_id=section_id, parent_id=parent_id, lettered=1, text="")
    action.outcome = OUTCOMES[0]
    siblings = below(session, section_id, parent_id)
    last = len(siblings) if index is None else max(0, min(index, len(siblings)))
    at = next((at + 1 for at, other in enumerate(siblings) if other.id == after_id), last)
    if stem is None and not at and siblings:
        stem = siblings[0].stem
    elif stem is None:
        stem = _stem_before(session, section, siblings[:at])
    _assign_action(session, action, {"stem": "" if parent_id else stem, "text": text, **fields})
    siblings.insert(at, action)
    _number(siblings)
    session.add(action)
    session.flush()
    return action.id


@operation
def update_action(session: Session, /, *, action_id: str, **fields: Any) -> None:
    """Change an action's wording, stem, label style or what a meeting made of it.

    Raises DataError where the wording would be empty, for an unknown outcome or label style.
    """
    _assign_action(session, fetch(session, Action, action_id, "action"), fields)


def _assign_action(session: Session, action: Action, fields: dict[str, Any]) -> None:
    if not fields.get("text", action.text).strip():
        raise DataError("An action needs a text that says what is decided or asked for.", place="text")
    if fields.get("outcome", OUTCOMES[0]) not in OUTCOMES:
        raise DataError(f"The outcome of an action is one of: {', '.join(OUTCOMES)}.", place="outcome")
    check_style(fields.get("children_style", ""))
    for name in ("lettered", "made_in_room"):
        if name in fields:
            fields[name] = int(fields[name])
    if fields.get("origin_id"):
        _check_origin(session, action, fields["origin_id"])
    assign(action, FIELDS, fields)


def _check_origin(session: Session, action: Action, origin_id: str) -> None:
    at: Action | None = fetch(session, Action, origin_id, "action")
    seen: set[str] = set()
    while at is not None and at.id not in seen:
        if at.id == action.id:
            raise DataError("An action cannot come from itself.", place="origin_id")
        seen.add(at.id)
        at = session.get(Action, at.origin_id) if at.origin_id else None


def check_style(style: str) -> None:
    """Raises DataError for a label style there is none of; "" leaves it to the level."""
    if style and style not in BY_DEPTH:
        raise DataError(
            f"“{style}” is no label style; it is one of a, i, 1, A and I, as the first label is written.",
            place="style",
        )


@operation
def set_stem(session: Session, /, *, action_id: str, stem: str, following: bool = True) -> None:
    """Put another stem over an action, and over those after it that stand under the same one."""
    action = fetch(session, Action, action_id, "action")
    while action.parent_id:
        action = fetch(session, Action, action.parent_id, "action")
    siblings = below(session, action.section_id, None)
    old, here = action.stem, siblings.index(action)
    for other in siblings[here:]:
        if other.stem != old or (other is not action and not following):
            break
        other.stem = stem.strip()


@operation
def move_action(
    session: Session, /, *, action_id: str, section_id: str, parent_id: str | None, index: int
) -> None:
    """Put an action with all below it to place `index` (from 0) below `parent_id`, or on the first level.

    Raises DataError for a place below itself, or in the actions of another meeting.
    """
    action = fetch(session, Action, action_id, "action")
    target = fetch(session, ActionSection, section_id, "section")
    if fetch(session, ActionSection, action.section_id, "section").meeting_id != target.meeting_id:
        raise DataError("An action is moved within the actions of its meeting.")
    if parent_id is not None:
        section_id = fetch(session, Action, parent_id, "action").section_id
        if descends(session, Action, parent_id, action_id):
            raise DataError("An action cannot be put below itself.")
    put(session, action, section_id, parent_id, index)


@operation
def indent_actions(session: Session, /, *, action_ids: Sequence[str]) -> None:
    """Put actions below the one before them. Raises DataError where none of them has one."""
    stayed: set[str] = set()
    moved = False
    for action in _topmost(session, action_ids):
        siblings = below(session, action.section_id, action.parent_id)
        here = siblings.index(action)
        if here == 0 or siblings[here - 1].id in stayed:
            stayed.add(action.id)
            continue
        before = siblings[here - 1]
        put(session, action, action.section_id, before.id, len(below(session, action.section_id, before.id)))
        moved = True
    if not moved:
        raise DataError("The first action cannot go a level deeper: there is none before it to stand below.")


@operation
def outdent_actions(session: Session, /, *, action_ids: Sequence[str]) -> None:
    """Put actions behind the one above them, a level up. Raises DataError where all are on the first."""
    chosen = [action for action in _topmost(session, action_ids) if action.parent_id]
    if not chosen:
        raise DataError("An action of the first level cannot go a level up.")
    for action in reversed(chosen):
        parent = fetch(session, Action, action.parent_id or "", "action")
        siblings = below(session, parent.section_id, parent.parent_id)
        put(session, action, parent.section_id, parent.parent_id, siblings.index(parent) + 1)


@operation
def add_effect(session: Session, /, *, action_id: str, kind: str, **fields: Any) -> str:
    """What an action does to a mandate, after the effects it has; returns its key.

    Without a workstream it concerns that of the section. Raises DataError for an unknown kind.
    """
    action = fetch(session, Action, action_id, "action")
    last = session.scalar(select(func.max(Effect.position)).where(Effect.action_id == action_id))
    effect = Effect(action_id=action_id, position=(last or 0) + 1)
    if not fields.get("workstream_id") and not fields.get("workstream"):
        fields["workstream_id"] = fetch(session, ActionSection, action.section_id, "section").workstream_id
    _assign_effect(session, effect, {"kind": kind, **fields})
    session.add(effect)
    session.flush()
    return effect.id


@operation
def update_effect(session: Session, /, *, effect_id: str, **fields: Any) -> None:
    """Correct an effect. Raises DataError for an unknown kind, or once it was applied."""
    effect = fetch(session, Effect, effect_id, "effect")
    _refuse_applied(session, effect)
    _assign_effect(session, effect, fields)


@operation
def delete_effect(session: Session, /, *, effect_id: str) -> None:
    """Take an effect away. Raises DataError once it was applied."""
    effect = fetch(session, Effect, effect_id, "effect")
    _refuse_applied(session, effect)
    session.delete(effect)


def _assign_effect(session: Session, effect: Effect, fields: dict[str, Any]) -> None:
    if "kind" in fields:
        kind = event(fields["kind"])
        if not kind:
            raise DataError(
                f"“{fields['kind']}” is no effect on a mandate; it is one of: {', '.join(EVENTS)}.",
                place="kind",
            )
        fields["kind"] = kind
    for name in ("workstream_id", "other_workstream_id"):
        if fields.get(name):
            fetch(session, Workstream, fields[name], "workstream")
    assign(effect, EFFECT_FIELDS, fields)


def refuse_adopted(session: Session, actions: Sequence[Action]) -> None:
    """Raises DataError for the first of `actions` that was adopted with an effect."""
    keys = [action.id for action in actions]
    held = select(MandateEvent.action_id).where(MandateEvent.effect_id.is_not(None))
    adopted = set(session.scalars(held.where(MandateEvent.action_id.in_(keys))))
    for action in actions:
        if action.id in adopted:
            raise DataError(f"“{short(action)}” was adopted; withdraw its adoption first.")


def short(action: Action) -> str:
    """The first words of an action, to name it by."""
    words = (action.adopted_text or action.text).split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")


def _refuse_applied(session: Session, effect: Effect) -> None:
    if session.scalar(select(MandateEvent.id).where(MandateEvent.effect_id == effect.id).limit(1)):
        raise DataError("This effect was applied when it was adopted; withdraw the adoption first.")


@operation
def delete_actions(session: Session, /, *, action_ids: Sequence[str]) -> None:
    """Take actions with all below them away; what was made of them stays on its own.

    Raises DataError for one whose effects were applied.
    """
    gone = [one for action in _topmost(session, action_ids) for one in branch(session, action)]
    touched = {(action.section_id, action.parent_id) for action in gone}
    _remove(session, gone)
    for section_id, parent_id in touched:
        _number(below(session, section_id, parent_id))


def _remove(session: Session, actions: Sequence[Action]) -> None:
    """A conclusion that was one of these decisions keeps its words."""
    refuse_adopted(session, actions)
    words = {action.id: action.adopted_text or action.text for action in actions}
    for paragraph in session.scalars(select(Paragraph).where(Paragraph.action_id.in_(words))):
        paragraph.text = paragraph.text or words[paragraph.action_id or ""]
    remove_actions(session, list(words))


def put(session: Session, action: Action, section_id: str, parent_id: str | None, index: int) -> None:
    """Place `action` with all below it; a first level it comes to lends it its stem."""
    held = branch(session, action)
    old = (action.section_id, action.parent_id)
    siblings = [other for other in below(session, section_id, parent_id) if other is not action]
    at = max(0, min(index, len(siblings)))
    if parent_id is not None:
        action.stem = ""
    elif action.parent_id is not None:
        beside = siblings[at - 1] if at else siblings[0] if siblings else None
        action.stem = beside.stem if beside else ""
    siblings.insert(at, action)
    action.parent_id = parent_id
    for one in held:
        one.section_id = section_id
    _number(siblings)
    session.flush()
    if old != (section_id, parent_id):
        _number(below(session, *old))


def below(session: Session, section_id: str, parent_id: str | None) -> list[Action]:
    """The actions below one, or on the first level of a section, in order."""
    mine = select(Action).where(Action.section_id == section_id, Action.parent_id == parent_id)
    return list(session.scalars(mine.order_by(Action.position, Action.id)))


def branch(session: Session, action: Action) -> list[Action]:
    """An action and all below it, in printed order."""
    found = [action]
    for child in below(session, action.section_id, action.id):
        found += branch(session, child)
    return found


def _topmost(session: Session, action_ids: Sequence[str]) -> list[Action]:
    """The chosen actions that stand below no other chosen one, in printed order."""
    chosen = {key: fetch(session, Action, key, "action") for key in action_ids}
    tops = [a for a in chosen.values() if not any(descends(session, Action, a.parent_id, k) for k in chosen)]
    sections = {
        action.section_id: fetch(session, ActionSection, action.section_id, "section") for action in tops
    }
    return sorted(tops, key=lambda a: (sections[a.section_id].position, _way(session, a)))


def _way(session: Session, action: Action) -> tuple[tuple[int, str], ...]:
    above = session.get(Action, action.parent_id) if action.parent_id else None
    return (*(_way(session, above) if above is not None else ()), (action.position, action.id))


def _stem_before(session: Session, section: ActionSection, before: Sequence[Action]) -> str:
    """That of the action before on the first level, of the last section before this one that has any."""
    if before:
        return before[-1].stem
    earlier = (
        select(Action.stem)
        .join(ActionSection, ActionSection.id == Action.section_id)
        .where(
            ActionSection.meeting_id == section.meeting_id,
            ActionSection.position < section.position,
            Action.parent_id.is_(None),
        )
        .order_by(ActionSection.position.desc(), Action.position.desc())
        .limit(1)
    )
    return session.scalar(earlier) or ""


def _sections(session: Session, meeting_id: str) -> list[ActionSection]:
    mine = select(ActionSection).where(ActionSection.meeting_id == meeting_id)
    return list(session.scalars(mine.order_by(ActionSection.position, ActionSection.id)))


def _number(rows: Sequence[Any]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position
