"""Which workstream is meant by what somebody typed."""

from collections.abc import Iterable, Sequence

from emgdesk.domain.folding import words
from emgdesk.domain.workstream_names import kind_and_subject, workstream_key
from emgdesk.errors import DataError
from emgdesk.queries.workstreams import WorkstreamRow


def find_workstream(rows: Sequence[WorkstreamRow], name: str) -> WorkstreamRow:
    """The workstream of a name, short name or alias, in any writing; else the only one with all its words.

    Raises DataError with the list: of those it may be, or of all.
    """
    for fits in (_called, _about, _worded):
        found = [row for row in rows if fits(row, name)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(row.name for row in found)
            raise DataError(f"“{name}” may be one of several workstreams: {listed}.", place="workstream")
    known = "; ".join(row.name for row in rows) or "none yet"
    raise DataError(
        f"There is no workstream “{name}” on this desk; its workstreams are: {known}.", place="workstream"
    )


def _called(row: WorkstreamRow, name: str) -> bool:
    key = workstream_key(name)
    return bool(key) and key in map(workstream_key, _names(row))


def _about(row: WorkstreamRow, name: str) -> bool:
    """Whether it is about just that: "Reefs" is the Task Team on Reefs."""
    subject = kind_and_subject(workstream_key(name))
    return bool(subject[1]) and any(
        subject[1] == own[1] and subject[0] in ("", own[0])
        for own in map(kind_and_subject, map(workstream_key, _names(row)))
    )


def _worded(row: WorkstreamRow, name: str) -> bool:
    said = set(words(name))
    return bool(said) and any(said <= set(words(own)) for own in _names(row))


def _names(row: WorkstreamRow) -> Iterable[str]:
    return (known for known in (row.name, row.short_name, *row.aliases) if known)
