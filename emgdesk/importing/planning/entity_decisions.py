"""What decisions on entity texts mean: entities to be made, aliases to be learned, texts left alone.

The same answer serves the preview (texts taught to the matching) and the import (rows written).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from emgdesk.domain.entity_names import in_brackets
from emgdesk.domain.folding import fold
from emgdesk.errors import InputError
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.plan import NEW_ENTITY, EntityDecision
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.snapshot import KnownEntity, RosterSnapshot

_LONGEST_ACRONYM = 14


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity a decision makes; `id` is its key until it is made, `aliases` the texts that mean it."""

    id: str
    acronym: str
    full_name: str
    status: str
    parent_id: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """All decisions together: entities to make, (entity id, text) to learn, texts that stay as printed.

    `meaning` gives the entity id of each decided key, None for a text that stays.
    """

    new: tuple[NewEntity, ...]
    aliases: tuple[tuple[str, str], ...]
    meaning: Mapping[str, str | None]


def settle(texts: Mapping[str, str], decisions: Mapping[str, EntityDecision]) -> Settled:
    """What `decisions` (by key) come to; `texts` are the decided texts as printed, by key.

    Two texts decided to be new entities of one acronym are one entity. Raises `InputError` where
    these differ in what they are part of or in status.
    """
    new: dict[str, NewEntity] = {}
    aliases: list[tuple[str, str]] = []
    meaning: dict[str, str | None] = {}
    for key, decision in decisions.items():
        text = texts[key]
        if decision.kind == "text":
            meaning[key] = None
        elif decision.kind == "alias":
            meaning[key] = decision.entity_id
            aliases.append((decision.entity_id or "", text))
        else:
            made = _new(text, decision)
            known = new.get(made.id, made)
            _refuse_unlike(known, made, text)
            new[made.id] = replace(known, aliases=_names(known, (*known.aliases, made.full_name, text)))
            meaning[key] = made.id
    return Settled(tuple(new.values()), tuple(aliases), meaning)


def _refuse_unlike(known: NewEntity, made: NewEntity, text: str) -> None:
    differs = "part of another entity" if known.parent_id != made.parent_id else ""
    if not differs and made.parent_id is None and known.status != made.status:
        differs = f"as {made.status}, not {known.status}"
    if differs:
        _refuse(
            f"“{text}” would be the new entity {known.acronym} of another text, but {differs}: decide both "
            f"alike, or give one of them another acronym.",
            text,
        )


def _new(text: str, decision: EntityDecision) -> NewEntity:
    """The entity a text becomes: "Ministry of Tides (MoT)" tells both names, "MoT" the acronym alone."""
    acronym, full_name = decision.acronym.strip(), decision.full_name.strip()
    if not acronym and not full_name:
        full_name, acronym = in_brackets(text) or (text, "")
        if not _is_acronym(acronym):
            full_name, acronym = ("", text) if _is_acronym(text) else (text, "")
    acronym = acronym or full_name
    parent_id = decision.entity_id if decision.kind == "part" else None
    return NewEntity(NEW_ENTITY + fold(acronym), acronym, full_name, decision.status, parent_id)


def _is_acronym(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_ACRONYM and " " not in text


def _names(entity: NewEntity, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that are neither acronym nor full name, each once however it is written."""
    own = {fold(entity.acronym), fold(entity.full_name), ""}
    return tuple({fold(text): text for text in reversed(texts) if fold(text) not in own}.values())


def teach(
    snapshot: RosterSnapshot, mapped: MappedRoster, decisions: Mapping[str, EntityDecision]
) -> RosterSnapshot:
    """The snapshot with the decided texts known, for the rows to be matched with; a text the desk
    knows by itself is left to it.

    Raises `InputError` where a decision cannot be: no such text in the file, no such entity, or
    a name another entity has.
    """
    index = EntityIndex(snapshot.entities)
    texts = entity_texts(mapped)
    for key in decisions:
        if key not in texts:
            _refuse(f"No row of {mapped.file} has the entity “{key}”.", key)
    asked = {key: said for key, said in decisions.items() if index.find(texts[key]).entity is None}
    settled = settle(texts, asked)
    _check(settled, asked, texts, snapshot)
    taught = _known(settled, index)
    return replace(snapshot, taught={key: taught[id] if id else None for key, id in settled.meaning.items()})


def entity_texts(mapped: MappedRoster) -> dict[str, str]:
    """{folded: as first printed} of every text in the column of entities."""
    texts: dict[str, str] = {}
    for record in mapped.records:
        if record.entity:
            texts.setdefault(fold(record.entity), record.entity)
    return texts


def _known(settled: Settled, index: EntityIndex) -> dict[str, KnownEntity]:
    """The entities decided on as the matching knows entities, by id."""
    known = {
        made.id: KnownEntity(
            made.id,
            made.acronym,
            tuple(name for name in (made.acronym, made.full_name, *made.aliases) if name),
            parent_id=made.parent_id,
            status=whole.status if (whole := index.by_id(made.parent_id)) else made.status,
        )
        for made in settled.new
    }
    for entity_id, text in settled.aliases:
        entity = known.get(entity_id) or index.by_id(entity_id)
        if entity is not None:
            known[entity_id] = replace(entity, names=(*entity.names, text))
    return known


def _check(
    settled: Settled,
    decisions: Mapping[str, EntityDecision],
    texts: Mapping[str, str],
    snapshot: RosterSnapshot,
) -> None:
    ids = {entity.id for entity in snapshot.entities}
    for key, decision in decisions.items():
        if decision.kind in ("alias", "part") and decision.entity_id not in ids:
            _refuse(f"“{texts[key]}” cannot be decided so: the desk has no such entity.", texts[key])
    acronyms = {one.id: one.acronym for one in snapshot.entities}
    known = {fold(name): one.id for one in snapshot.entities for name in (one.acronym, *one.names)}
    acronyms |= {one.id: one.acronym for one in settled.new}
    wanted = [(one.id, name) for one in settled.new for name in (one.acronym, one.full_name, *one.aliases)]
    said: dict[str, str] = {}
    for entity_id, name in (*wanted, *settled.aliases):
        if name and (owner := known.get(fold(name), entity_id)) != entity_id:
            _refuse(f"“{name}” is already a name of {acronyms[owner]}.", name)
        if name and (owner := said.setdefault(fold(name), entity_id)) != entity_id:
            _refuse(f"“{name}” would be a name of both {acronyms[owner]} and {acronyms[entity_id]}.", name)


def _refuse(sentence: str, place: str) -> NoReturn:
    raise InputError(sentence, place=place)
