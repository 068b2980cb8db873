"""The words of --decide and --entity: what somebody says of rows, workstreams and unknown entities."""

from collections.abc import Iterable, Mapping
from typing import get_args

from emgdesk.domain.folding import fold
from emgdesk.errors import DataError, UsageError
from emgdesk.importing.plan import Decision, EntityDecision, EntityKind
from emgdesk.queries.entities import EntityRow

EntityWord = tuple[EntityKind, str]
_KINDS: Mapping[str, EntityKind] = {kind: kind for kind in get_args(EntityKind)}
_ANSWERS = {"new": Decision("new"), "skip": Decision("skip")}
_NAMING = ("alias", "part")


def name_decisions(words: Iterable[str]) -> dict[str, Decision]:
    """Decisions on workstreams, of NAME=WORKSTREAM_ID, NAME=new and NAME=skip: those not on a row."""
    decisions: dict[str, Decision] = {}
    for word in words:
        name, _, said = (part.strip() for part in word.rpartition("="))
        if name and said and not name.isdecimal():
            decisions[name] = _ANSWERS.get(said) or Decision("match", said)
    return decisions


def row_decisions(words: Iterable[str]) -> dict[int, Decision]:
    """Decisions by row number, of ROW=PERSON_ID, ROW=new and ROW=skip. Raises UsageError."""
    decisions: dict[int, Decision] = {}
    for word in words:
        row, _, said = word.rpartition("=")
        if not row.strip() or not said.strip():
            raise UsageError(f"--decide {word}: write ROW=PERSON_ID, ROW=new or ROW=skip.")
        if not row.strip().isdecimal():
            continue  # on a workstream, by its name
        said = said.strip()
        if said == "new":
            decisions[int(row)] = Decision("new")
        elif said == "skip":
            decisions[int(row)] = Decision("skip")
        else:
            decisions[int(row)] = Decision("match", said)
    return decisions


def entity_words(words: Iterable[str]) -> dict[str, EntityWord]:
    """{text: (kind, entity named)} of TEXT=alias:UNEP, TEXT=part:UNEP, TEXT=new, TEXT=text.

    Raises UsageError.
    """
    said: dict[str, EntityWord] = {}
    for word in words:
        text, _, answer = word.rpartition("=")
        told, _, named = answer.strip().partition(":")
        kind = _KINDS.get(told.strip())
        if not text.strip() or kind is None or (kind in _NAMING) != bool(named.strip()):
            raise UsageError(
                f"--entity {word}: write TEXT=alias:ENTITY, TEXT=part:ENTITY, TEXT=new or TEXT=text."
            )
        said[text.strip()] = (kind, named.strip())
    return said


def entity_decisions(
    said: Mapping[str, EntityWord], entities: Iterable[EntityRow]
) -> dict[str, EntityDecision]:
    """The decisions by folded text. Raises DataError for an entity the desk does not have."""
    ids = {
        fold(name): entity.id
        for entity in entities
        for name in (entity.full_name, *entity.aliases, entity.acronym)
    }
    decisions: dict[str, EntityDecision] = {}
    for text, (kind, named) in said.items():
        entity_id = ids.get(fold(named)) if named else None
        if named and entity_id is None:
            raise DataError(f"--entity {text}: there is no entity “{named}” on this desk.", place=text)
        decisions[fold(text)] = EntityDecision(kind, entity_id)
    return decisions
