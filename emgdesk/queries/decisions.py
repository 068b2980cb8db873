"""What the decisions of a meeting would do: effects to be applied, tasks to be offered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting, Workstream
from emgdesk.domain.action_grammar import asks_for_work
from emgdesk.domain.effects import ESTABLISHING, effect_sentence, lacking
from emgdesk.domain.statuses import ADOPTED
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.queries.actions import ActionRow, ActionSectionRow, EffectRow, list_actions
from emgdesk.queries.origins import put_before, read_chains
from emgdesk.queries.workstreams import workstream_keys

_ENDINGS = ("; and", "; or", " and;", " or;", ", and", ", or", ";", ",")


@dataclass(frozen=True, slots=True)
class PlannedEffect:
    """An effect that adopting would apply: `words` what happens to `workstream` ("extended until SOM 32").

    `is_new` says that this effect makes the workstream. `lacking` is what it has to say before it can
    be applied, "" where nothing is. `workstream_id` is None for one that is not on the desk yet.
    """

    effect_id: str
    action_id: str
    citation: str
    workstream_id: str | None
    workstream: str
    words: str
    is_new: bool
    lacking: str


@dataclass(frozen=True, slots=True)
class OfferedTask:
    """A decision that may become a task: `text` its words, `source` what the work plan cites.

    `likely` says that it asks somebody to do something. `chapter_id` is that of its workstream.
    """

    action_id: str
    citation: str
    text: str
    source: str
    workstream_id: str | None
    workstream: str
    chapter_id: str | None
    likely: bool


def planned_effects(session: Session, *, meeting_id: str) -> tuple[PlannedEffect, ...]:
    """What adopting the approved actions of a meeting would do, in printed order.

    Left out is what was adopted along the chain of a decision, what was put before another meeting, and
    what an event that was entered or imported says already.
    """
    names = dict(session.execute(select(Workstream.id, Workstream.name)).all())
    known = workstream_keys(session)
    coming: set[str] = set()  # keys of workstreams an effect before this one makes
    planned: list[PlannedEffect] = []
    elsewhere = _decided_elsewhere(session, meeting_id)
    for section, action in _adopted(list_actions(session, meeting_id=meeting_id)):
        if action.id in elsewhere:
            continue
        waiting = (effect for effect in action.effects if effect.waits)
        planned += [_planned(section, action, effect, names, known, coming) for effect in waiting]
    return tuple(planned)


def why_nothing_waits(session: Session, *, meeting_id: str) -> str:
    """Why adopting at a meeting would do nothing: one sentence."""
    code = session.scalar(select(Meeting.code).where(Meeting.id == meeting_id)) or ""
    elsewhere = _decided_elsewhere(session, meeting_id)
    for _, action in _adopted(list_actions(session, meeting_id=meeting_id)):
        if action.id in elsewhere and any(effect.waits for effect in action.effects):
            return elsewhere[action.id]
    return f"No approved action of {code} has an effect that was not applied yet."


def _decided_elsewhere(session: Session, meeting_id: str) -> dict[str, str]:
    """Why the effects of an action are not adopted at this meeting, by key, where they are not."""
    code = session.scalar(select(Meeting.code).where(Meeting.id == meeting_id)) or ""
    chains = read_chains(session)
    found = {
        key: f"The actions of {code} were put before {later}; they are adopted there."
        for key, later in put_before(session, meeting_id=meeting_id).items()
    }
    mine = select(Action.id).join(ActionSection, ActionSection.id == Action.section_id)
    for key in session.scalars(mine.where(ActionSection.meeting_id == meeting_id)):
        if there := chains.adopted_elsewhere(key):
            found[key] = f"What {code} decided was adopted at {there}; withdraw the adoption there first."
    return found


def _planned(
    section: ActionSectionRow,
    action: ActionRow,
    effect: EffectRow,
    names: Mapping[str, str],
    known: Mapping[str, str],
    coming: set[str],
) -> PlannedEffect:
    own = effect.workstream_id or known.get(workstream_key(effect.workstream))
    if own is None and not effect.workstream:
        own = section.workstream_id
    name = names.get(own or "", effect.workstream)
    key = workstream_key(name)
    is_new = own is None and bool(name) and effect.kind in ESTABLISHING and key not in coming
    missing = lacking(
        effect.kind, workstream=name, other=effect.other_workstream, new_name=effect.new_name,
        new_kind=effect.new_kind,
    )  # fmt: skip
    if not missing and own is None and not is_new and key not in coming:
        missing = f"a workstream of this desk (“{name}” is none)"
    if is_new and not missing:
        coming.add(key)
    words = effect_sentence(
        effect.kind, other=effect.other_workstream, new_name=effect.new_name, new_kind=effect.new_kind,
        until=effect.until,
    )  # fmt: skip
    return PlannedEffect(effect.id, action.id, action.citation, own, name, words, is_new, missing)


def offered_tasks(session: Session, *, meeting_id: str) -> tuple[OfferedTask, ...]:
    """The decisions of a meeting no task was made of yet, in printed order.

    A decision with others below it is left out: what it asks for is said there, with its words before it.
    So is one of which a task was made at another meeting it came before.
    """
    code = session.scalar(select(Meeting.code).where(Meeting.id == meeting_id)) or ""
    chains = read_chains(session)
    chapters = dict(session.execute(select(Workstream.id, Workstream.chapter_id)).all())
    sections = list_actions(session, meeting_id=meeting_id)
    rows = {action.id: action for section in sections for action in section.actions}
    parents = {action.parent_id for action in rows.values() if action.outcome != "withdrawn"}
    offered = []
    for section, action in _adopted(sections):
        if action.id in parents or chains.has_task(action.id):
            continue
        above = [rows[key].wording for key in _above(action, rows)]
        stem = rows[(_above(action, rows) or [action.id])[-1]].stem
        offered.append(
            OfferedTask(
                action_id=action.id,
                citation=action.citation,
                text=as_sentence(with_above(action.wording, above)),
                source=f"{code}, decision {action.citation}",
                workstream_id=section.workstream_id,
                workstream=section.workstream,
                chapter_id=chapters.get(section.workstream_id or ""),
                likely=asks_for_work(action.wording, above[::-1], stem),
            )
        )
    return tuple(offered)


def _adopted(sections: tuple[ActionSectionRow, ...]) -> Iterator[tuple[ActionSectionRow, ActionRow]]:
    for section in sections:
        for action in section.actions:
            if action.outcome in ADOPTED:
                yield section, action


def _above(action: ActionRow, rows: Mapping[str, ActionRow]) -> list[str]:
    """Keys of the actions above one, the nearest first."""
    found: list[str] = []
    while action.parent_id and action.parent_id in rows and action.parent_id not in found:
        found.append(action.parent_id)
        action = rows[action.parent_id]
    return found


def with_above(wording: str, above: Sequence[str]) -> str:
    """A wording behind those above it, the nearest first.

    >>> with_above("Share data;", ["Invite members to:"])
    'Invite members to share data;'
    """
    text = wording
    for lead in above:
        bare = lead.rstrip().removesuffix(":").rstrip()
        if bare.endswith(" to") and text[1:2].islower():
            text = text[:1].lower() + text[1:]
        joined = " " if text[:1].islower() or bare == lead.rstrip() else ": "
        text = f"{bare}{joined}{text}"
    return text


def as_sentence(wording: str) -> str:
    """A wording as a sentence of its own: what joined it to the next one is left off."""
    text = wording.rstrip()
    for ending in _ENDINGS:
        if text.endswith(ending):
            return f"{text.removesuffix(ending).rstrip()}."
    return text


def meetings_with_actions(session: Session) -> frozenset[str]:
    """Keys of the meetings that have sections of actions."""
    return frozenset(session.scalars(select(ActionSection.meeting_id).distinct()))
