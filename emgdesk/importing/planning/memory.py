"""What somebody decided in an earlier import is not asked again.

The same file comes with the decisions made on it, and its rows are the people they became in the
meeting imported into. Another file is a question still, unless
a roster prints a row's name and entity for one person only and somebody once said who that is:
the spelling or the entity was given to the person then, or the person was told apart from another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from emgdesk.domain.folding import fold, name_key
from emgdesk.importing.matching.evidence import clashes
from emgdesk.importing.matching.finding import RosterMatches, RowMatch
from emgdesk.importing.plan import Decision
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

_SKIPPED = "skip"


def doubtful_names(matches: RosterMatches) -> frozenset[str]:
    """The names, as printed, of the rows somebody would have to decide on, or may have to once it is
    decided what their entity means.
    """
    taught = matches.snapshot.taught
    return frozenset(
        match.record.name
        for match in matches.rows
        if (text := match.record.entity)
        and (match.candidates or match.entity.entity is None or (taught and fold(text) in taught))
    )


def recall(matches: RosterMatches) -> RosterMatches:
    """The matches with the rows sure that the snapshot's rosters (`printed`, `taken_rows`) tell of."""
    if taken := matches.snapshot.taken_rows:
        matches = replace(matches, rows=tuple(_as_taken(matches, match, taken) for match in matches.rows))
    if not matches.snapshot.printed:
        return matches
    bearers = Counter(_printed(match.record) for match in matches.rows)
    rows = tuple(
        _recalled(matches, match) if match.candidates and bearers[_printed(match.record)] == 1 else match
        for match in matches.rows
    )
    return replace(matches, rows=rows)


def _as_taken(matches: RosterMatches, match: RowMatch, taken: Mapping[int, str]) -> RowMatch:
    """A doubtful row of a file taken before as the person it became then."""
    person = matches.people.get(taken.get(match.record.row, "")) if match.candidates else None
    if person is None or person.id not in {candidate.person_id for candidate in match.candidates}:
        return match
    return replace(match, person=person, candidates=())


def _printed(record: RosterRecord) -> tuple[str, str]:
    return record.name, fold(record.entity)


def _recalled(matches: RosterMatches, match: RowMatch) -> RowMatch:
    known = matches.snapshot.printed.get(_printed(match.record), ())
    if len(known) != 1:
        return match
    person = matches.people.get(next(iter(known)))
    if person is None or person.id not in {candidate.person_id for candidate in match.candidates}:
        return match
    if not _speaks_of(match.record, person) or not _was_decided(matches, match, person):
        return match
    return replace(match, person=person, candidates=())


def _speaks_of(record: RosterRecord, person: KnownPerson) -> bool:
    """Whether neither address nor title nor country speak against the person."""
    other_mail = bool(record.email and person.emails) and record.email.lower() not in person.emails
    return not other_mail and not clashes(record, person)


def _was_decided(matches: RosterMatches, match: RowMatch, person: KnownPerson) -> bool:
    key = name_key(match.record.name)
    if key in person.keys and key != name_key(person.name):
        return True
    entity = match.entity.entity
    if key in person.keys and entity is not None and entity.id in person.printed_for:
        return True
    return any(person.id in pair for pair in matches.snapshot.two_people)


def written_decisions(rows: Iterable[tuple[int, str | None]]) -> dict[str, str]:
    """Decisions to be kept, of (row, person id or None for a row left out)."""
    return {str(row): person_id or _SKIPPED for row, person_id in rows}


def read_decisions(kept: Mapping[str, str], matches: RosterMatches) -> dict[int, Decision]:
    """The decisions kept on the rows of this file that can be made still, and need to be: a row that
    is sure by now to be the person decided on does not.
    """
    decisions: dict[int, Decision] = {}
    for row, said in kept.items():
        match = matches.row(int(row))
        if match is None or match.problem or (match.person is not None and match.person.id == said):
            continue
        if said == _SKIPPED:
            decisions[int(row)] = Decision("skip")
        elif said in matches.people:
            decisions[int(row)] = Decision("match", said)
    return decisions
