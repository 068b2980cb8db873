"""The workstreams somebody named for a document."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import UsageError
from emgdesk.queries.workstreams import list_workstreams, workstream_keys


def chosen_workstreams(session: Session, *, names: Sequence[str]) -> tuple[str, ...]:
    """The keys of workstreams named in any spelling. Raises UsageError for a name nobody bears."""
    known = workstream_keys(session)
    for name in names:
        if workstream_key(name) not in known:
            raise UsageError(f"There is no workstream called “{name}”.", place="workstreams")
    return tuple(dict.fromkeys(known[workstream_key(name)] for name in names))


def chosen_names(session: Session, *, names: Sequence[str], as_of: date) -> tuple[str, ...]:
    """The names that the workstreams named in any spelling bore on a day; UsageError as above."""
    called = {row.id: row.name for row in list_workstreams(session, as_of=as_of.isoformat())}
    return tuple(called[key] for key in chosen_workstreams(session, names=names))
