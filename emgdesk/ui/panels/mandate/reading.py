"""What the mandate of a workstream shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from emgdesk.domain.lineage import Standing
from emgdesk.domain.standing_words import standing_words
from emgdesk.queries.mandates import EventRow, list_events, read_lineage
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LoadedMandate:
    """A workstream as of an ISO day: `facts` say how it stands, in words; `bodies` are all names by key."""

    id: str
    day: str
    name: str
    stands: Standing
    facts: tuple[str, ...]
    events: tuple[EventRow, ...]
    bodies: Mapping[str, str]
    kinds: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]


def load_mandate(workspace: Workspace, workstream_id: str, day: str) -> LoadedMandate | None:
    """The mandate of a workstream as of a day, None if it has gone meanwhile."""
    return workspace.read(partial(_read, workstream_id=workstream_id, day=day))


def _read(session: Session, /, *, workstream_id: str, day: str) -> LoadedMandate | None:
    lineage = read_lineage(session)
    if workstream_id not in lineage.bodies:
        return None
    stands = lineage.standing(workstream_id, day)
    facts = standing_words(
        stands,
        day,
        parent=_called(lineage.bodies, stands.parent_id),
        taker=_called(lineage.bodies, stands.taker_id),
    )
    return LoadedMandate(
        id=workstream_id,
        day=day,
        name=lineage.bodies[workstream_id].name,
        stands=stands,
        facts=facts,
        events=list_events(session, workstream_id=workstream_id),
        bodies={key: body.name for key, body in lineage.bodies.items()},
        kinds=tuple(sorted({body.kind for body in lineage.bodies.values() if body.kind})),
        meetings=list_meetings(session),
    )


def _called(bodies: Mapping[str, object], key: str | None) -> str:
    return getattr(bodies.get(key or ""), "name", "")
