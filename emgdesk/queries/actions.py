"""The actions before a meeting, section after section, with their labels, effects and reservations."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect, Reservation, Workstream
from emgdesk.domain.numbering import roman
from emgdesk.queries.action_labels import cited, place_actions
from emgdesk.queries.entered_effects import entered_effects
from emgdesk.queries.origins import first_of, read_chains, said_of
from emgdesk.queries.workstreams import workstream_keys


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What a decision does to a mandate; `workstream` and `other_workstream` are names, known or as typed.

    `applied` says that its mandate event stands on the desk, made of this effect or of the same one of
    the decision at another meeting it came before; `entered` that an event nobody's decision made says
    the same already.
    """

    id: str
    kind: str
    workstream_id: str | None
    workstream: str
    other_workstream_id: str | None
    other_workstream: str
    new_name: str
    new_kind: str
    until: str
    applied: bool
    entered: bool

    @property
    def waits(self) -> bool:
        """Whether adopting the decision would add an event."""
        return not (self.applied or self.entered)


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A reservation: `entity` as printed, `text` CommonMark."""

    id: str
    entity_id: str | None
    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action of a meeting: `label` its own ("b"), `path` within its section ("b.i").

    `citation` is what a text calls it ("IV. b) i"; that of its section where it has no letter).
    `text` is the wording before the meeting, `adopted_text` that after it where it differs,
    `wording` the one that stands. Outcomes are those of the workbook.
    """

    id: str
    section_id: str
    parent_id: str | None
    depth: int
    label: str
    path: str
    citation: str
    stem: str
    lettered: bool
    children_style: str
    text: str
    outcome: str
    adopted_text: str
    origin_id: str | None
    made_in_room: bool
    effects: tuple[EffectRow, ...] = ()
    reservations: tuple[ReservationRow, ...] = ()

    @property
    def wording(self) -> str:
        """The wording that stands."""
        return self.adopted_text or self.text


@dataclass(frozen=True, slots=True)
class ActionSectionRow:
    """A section: `number` is its Roman number ("IV"), `style` the label style of its actions ("a" if unsaid).

    `actions` are in printed order, each followed by those below it.
    """

    id: str
    number: str
    heading: str
    workstream_id: str | None
    workstream: str
    style: str
    actions: tuple[ActionRow, ...]


def list_actions(session: Session, *, meeting_id: str) -> tuple[ActionSectionRow, ...]:
    """The sections of a meeting's actions in order."""
    mine = select(ActionSection).where(ActionSection.meeting_id == meeting_id)
    sections = session.scalars(mine.order_by(ActionSection.position, ActionSection.id)).all()
    names = dict(session.execute(select(Workstream.id, Workstream.name)).all())
    keys = [section.id for section in sections]
    actions: dict[str, list[Action]] = defaultdict(list)
    ordered = select(Action).where(Action.section_id.in_(keys)).order_by(Action.position, Action.id)
    for action in session.scalars(ordered):
        actions[action.section_id].append(action)
    owned = [action.id for held in actions.values() for action in held]
    effects, reservations = _effects(session, owned, names), _reservations(session, owned)
    rows = []
    for number, section in enumerate(sections, start=1):
        numeral = roman(number).upper()
        lines = _lines(section, actions[section.id], numeral, effects, reservations)
        rows.append(
            ActionSectionRow(
                section.id, numeral, section.heading, section.workstream_id,
                names.get(section.workstream_id or "", ""), section.style or "a", lines,
            )
        )  # fmt: skip
    return tuple(rows)


def _lines(
    section: ActionSection,
    actions: Sequence[Action],
    numeral: str,
    effects: Mapping[str, Sequence[EffectRow]],
    reservations: Mapping[str, Sequence[ReservationRow]],
) -> tuple[ActionRow, ...]:
    by_id = {action.id: action for action in actions}
    rows = []
    for spot in place_actions(section, actions):
        action = by_id[spot.id]
        rows.append(
            ActionRow(
                id=action.id,
                section_id=section.id,
                parent_id=action.parent_id,
                depth=spot.depth,
                label=spot.label,
                path=".".join(spot.path),
                citation=cited(numeral, spot.path),
                stem=action.stem,
                lettered=bool(action.lettered),
                children_style=action.children_style,
                text=action.text,
                outcome=action.outcome,
                adopted_text=action.adopted_text,
                origin_id=action.origin_id,
                made_in_room=bool(action.made_in_room),
                effects=tuple(effects[action.id]),
                reservations=tuple(reservations[action.id]),
            )
        )
    return tuple(rows)


def _effects(
    session: Session, actions: Sequence[str], names: Mapping[str, str]
) -> Mapping[str, list[EffectRow]]:
    found: dict[str, list[EffectRow]] = defaultdict(list)
    wanted = select(Effect).where(Effect.action_id.in_(actions)).order_by(Effect.position, Effect.id)
    effects = session.scalars(wanted).all()
    if not effects:
        return found
    chains, known = read_chains(session), workstream_keys(session)
    entered = entered_effects(session, actions, known)
    for effect in effects:
        first = first_of(effect.action_id, chains.origins)
        found[effect.action_id].append(
            EffectRow(
                id=effect.id,
                kind=effect.kind,
                workstream_id=effect.workstream_id,
                workstream=names.get(effect.workstream_id or "", effect.workstream),
                other_workstream_id=effect.other_workstream_id,
                other_workstream=names.get(effect.other_workstream_id or "", effect.other_workstream),
                new_name=effect.new_name,
                new_kind=effect.new_kind,
                until=effect.until,
                applied=(first, said_of(effect, known)) in chains.effects,
                entered=effect.id in entered,
            )
        )
    return found


def _reservations(session: Session, actions: Sequence[str]) -> Mapping[str, list[ReservationRow]]:
    found: dict[str, list[ReservationRow]] = defaultdict(list)
    wanted = select(Reservation).where(Reservation.action_id.in_(actions))
    for row in session.scalars(wanted.order_by(Reservation.position, Reservation.id)):
        found[row.action_id or ""].append(ReservationRow(row.id, row.entity_id, row.entity, row.text))
    return found
