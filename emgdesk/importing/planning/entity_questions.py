"""The texts in the column of entities nobody knows: each once, with its rows and what it may mean."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import fold
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.matching.finding import RosterMatches, RowMatch
from emgdesk.importing.matching.likeness import alike_texts, nearest
from emgdesk.importing.plan import EntityCandidate, EntityDecision, EntityQuestion
from emgdesk.importing.snapshot import KnownEntity

_ALIKE = 84  # of 100: below, two names of organisations have little more than their kind in common
_SHOWN = 5
_NAMED, _INITIALS, _WITHIN, _POSTED = 0.9, 0.85, 0.8, 0.7
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "U.N.E.P."
_TOKENS = re.compile(r"[^\W_]+")


def entity_questions(
    matches: RosterMatches, decisions: Mapping[str, EntityDecision]
) -> tuple[EntityQuestion, ...]:
    """A question for every text that is surely no entity of the desk, decided ones included.

    The most frequent text comes first. Texts once said to stay as printed come last, answered so.
    """
    asked: dict[str, list[RowMatch]] = {}
    quiet = matches.snapshot.as_printed
    for match in matches.rows:
        text = match.record.entity
        if text and (match.entity.entity is None or decisions):
            key = fold(text)
            if key in decisions or match.entity.entity is None:
                asked.setdefault(key, []).append(match)
    guesser = _Guesser(matches.snapshot.entities) if asked else None
    questions = [
        EntityQuestion(
            key,
            rows[0].record.entity,
            tuple(match.record.row for match in rows),
            guesser.candidates(rows) if guesser else (),
            decisions.get(key, EntityDecision("text") if key in quiet else None),
            key in quiet and key not in decisions,
        )
        for key, rows in asked.items()
    ]
    return tuple(sorted(questions, key=lambda one: (one.remembered, -len(one.rows))))


class _Guesser:
    """What an unknown text may mean: by its letters, its initials, a part of it, the rows' addresses."""

    def __init__(self, entities: Sequence[KnownEntity]) -> None:
        self._index = EntityIndex(entities)  # without what was decided: a question stays as it was
        self._names: list[str] = []
        self._owners: list[KnownEntity] = []
        self._acronyms: dict[str, KnownEntity] = {}
        for entity in entities:
            for name in entity.names:
                if " " not in name and name.isupper():
                    self._acronyms.setdefault(name, entity)
        for entity in entities:
            self._acronyms[entity.acronym.upper()] = entity
            for key in {entity_key(name) for name in entity.names} - {""}:
                self._names.append(key)
                self._owners.append(entity)

    def candidates(self, rows: list[RowMatch]) -> tuple[EntityCandidate, ...]:
        """The entities the text of these rows may mean, the likeliest first."""
        text = rows[0].record.entity
        found: dict[str, EntityCandidate] = {}
        told = (self._meant(text), self._within(text), self._alike(text), self._posted(rows))
        for entity, score, why in (one for some in told for one in some):
            known = found.get(entity.id)
            if known is None:
                name = entity.names[1] if len(entity.names) > 1 else entity.acronym
                found[entity.id] = EntityCandidate(entity.id, entity.acronym, name, round(score, 2), why)
            elif why not in known.why:
                both = f"{known.why}, {why}"
                best = round(min(0.99, max(known.score, score) + 0.05), 2)
                found[entity.id] = EntityCandidate(entity.id, known.acronym, known.name, best, both)
        return tuple(sorted(found.values(), key=lambda one: (-one.score, one.acronym))[:_SHOWN])

    def _meant(self, text: str) -> Iterable[tuple[KnownEntity, float, str]]:
        for key in self._index.meant(text):
            entity = self._index.by_id(key)
            if entity is not None:
                yield entity, _NAMED, "a name of it is in the text"

    def _within(self, text: str) -> Iterable[tuple[KnownEntity, float, str]]:
        tokens = _TOKENS.findall(_DOTTED.sub(lambda found: found[0].replace(".", ""), text))
        for token in tokens:
            entity = self._acronyms.get(token)
            if entity is not None and len(token) > 2:
                yield entity, _WITHIN, f"“{token}” is part of the text"
        initials = "".join(token[0] for token in tokens if token[0].isupper() and not token.isupper())
        entity = self._acronyms.get(initials.upper())
        if entity is not None and len(initials) > 2:
            yield entity, _INITIALS, f"its initials are {entity.acronym}"

    def _alike(self, text: str) -> Iterable[tuple[KnownEntity, float, str]]:
        key = entity_key(text)
        for at in nearest(key, self._names):
            alike = alike_texts(key, self._names[at])
            if alike >= 100:
                yield self._owners[at], _WITHIN, "the words of one name are in the other"
            elif alike >= _ALIKE:
                yield self._owners[at], alike / 100, "almost the same name"

    def _posted(self, rows: list[RowMatch]) -> Iterable[tuple[KnownEntity, float, str]]:
        told = [self._index.of_domain(match.record.email) for match in rows if match.record.email]
        domains = Counter((entity.id, domain) for entity, domain in filter(None, told))
        for (key, domain), count in domains.items():
            entity = self._index.by_id(key)
            if entity is not None:
                said = f"{count} of its addresses are at {domain}" if count > 1 else f"an address at {domain}"
                yield entity, _POSTED + 0.1 * count / len(rows), said
