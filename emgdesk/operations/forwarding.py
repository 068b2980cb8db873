"""Copies of a meeting's actions before another meeting, each knowing where it comes from."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, MandateEvent, Meeting
from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import ADOPTED, DECIDED
from emgdesk.operations.action import EFFECT_FIELDS, add_action, add_action_section, add_effect, below

DEFERRED = "deferred"
_LEFT_BEHIND = DECIDED - ADOPTED


def copy_actions(session: Session, source: Meeting, target: Meeting) -> tuple[int, int]:
    """Copy what is not before `target` yet; (how many stood there already, how many were copied)."""
    copier = _Copier(session, target, lambda action: action.outcome not in _LEFT_BEHIND, "suggested")
    for section in _sections(session, source):
        copier.copy_section(section)
    return copier.held, copier.made


def copy_deferred(session: Session, source: Meeting, target: Meeting) -> int:
    """Copy the deferred actions, drafts again, with their effects; how many there were.

    What they stood below comes along as the words to read them by: approved, without effects.
    """
    own = select(Action).join(ActionSection, ActionSection.id == Action.section_id)
    rows = {row.id: row for row in session.scalars(own.where(ActionSection.meeting_id == source.id))}
    wanted: set[str] = set()
    for action in rows.values():
        at: Action | None = action if action.outcome == DEFERRED else None
        while at is not None and at.id not in wanted:
            wanted.add(at.id)
            at = rows.get(at.parent_id or "")
    copier = _Copier(session, target, lambda action: action.id in wanted, "drafted")
    for section in _sections(session, source):
        copier.copy_section(section)
    return copier.made


def _sections(session: Session, meeting: Meeting) -> list[ActionSection]:
    mine = select(ActionSection).where(ActionSection.meeting_id == meeting.id)
    return list(session.scalars(mine.order_by(ActionSection.position, ActionSection.id)))


class _Copier:
    """Copies the actions it `takes`, each with the `outcome` it begins with before the target."""

    def __init__(
        self, session: Session, target: Meeting, takes: Callable[[Action], bool], outcome: str
    ) -> None:
        self.held = self.made = 0
        self._session, self._target, self._takes, self._outcome = session, target, takes, outcome
        own = select(Action).join(ActionSection, ActionSection.id == Action.section_id)
        there = session.scalars(
            own.where(ActionSection.meeting_id == target.id, Action.origin_id.is_not(None))
        )
        self._copies = {action.origin_id or "": action for action in there}
        self._section_before: str | None = None

    def copy_section(self, section: ActionSection) -> None:
        actions = [a for a in below(self._session, section.id, None) if self._takes(a)]
        if actions:
            target = self._counterpart(section, actions)
            self._copy(actions, target, None)
            self._section_before = target

    def _counterpart(self, section: ActionSection, actions: list[Action]) -> str:
        """The section of the target these actions stand in, or one of that heading, or a new one."""
        for action in actions:
            if action.id in self._copies:
                return self._copies[action.id].section_id
        for other in _sections(self._session, self._target):
            if fold(other.heading) == fold(section.heading):
                return other.id
        return add_action_section(
            self._session, meeting_id=self._target.id, heading=section.heading,
            workstream_id=section.workstream_id, style=section.style or "a", after_id=self._section_before,
        )  # fmt: skip

    def _copy(self, actions: list[Action], section_id: str, parent_id: str | None) -> None:
        before: Action | None = None
        for action in actions:
            copy = self._copies.get(action.id)
            if copy is None:
                beside = before is not None and (before.section_id, before.parent_id) == (
                    section_id,
                    parent_id,
                )
                copy = self._add(action, section_id, parent_id, before.id if before and beside else None)
                self.made += 1
            else:
                self.held += 1
            children = below(self._session, action.section_id, action.id)
            self._copy([child for child in children if self._takes(child)], copy.section_id, copy.id)
            before = copy

    def _add(self, action: Action, section_id: str, parent_id: str | None, after_id: str | None) -> Action:
        session = self._session
        settled = self._outcome == "drafted" and action.outcome in DECIDED and action.outcome != DEFERRED
        key = add_action(
            session, section_id=section_id, text=action.adopted_text or action.text, parent_id=parent_id,
            after_id=after_id, stem=action.stem, lettered=action.lettered,
            children_style=action.children_style, outcome="approved" if settled else self._outcome,
            origin_id=None if settled else action.id,
        )  # fmt: skip
        if settled:
            return session.get_one(Action, key)
        applied = set(
            session.scalars(select(MandateEvent.effect_id).where(MandateEvent.action_id == action.id))
        )
        effects = select(Effect).where(Effect.action_id == action.id).order_by(Effect.position, Effect.id)
        for effect in session.scalars(effects).all():
            if effect.id not in applied:
                add_effect(
                    session, action_id=key, **{name: getattr(effect, name) for name in sorted(EFFECT_FIELDS)}
                )
        return session.get_one(Action, key)
