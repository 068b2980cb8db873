"""The lines of the rosters list: the directories first, then the roster of each meeting."""

from collections.abc import Iterable

from emgdesk.domain.lineage import OVER
from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.workstreams import WorkstreamRow
from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.models.meeting_items import meeting_items

PEOPLE, ENTITIES, DUPLICATES, ATTENDANCE = "people", "entities", "duplicates", "attendance"
OFFICES = "offices"

_GROUP = "Directory"
BODIES = "Members of workstreams"


def roster_items(
    meetings: Iterable[MeetingRow], pairs: int | None = None, bodies: Iterable[WorkstreamRow] = ()
) -> tuple[ListItem, ...]:
    """Directories, meetings, workstreams; `pairs` look alike, None if that is not known yet."""
    return (
        ListItem(PEOPLE, "All people", group=_GROUP, icon="users"),
        ListItem(ENTITIES, "All entities", group=_GROUP, icon="building-2"),
        ListItem(OFFICES, "Offices and designations", group=_GROUP, icon="landmark"),
        ListItem(DUPLICATES, "Possible duplicates", group=_GROUP, icon="copy", badge=str(pairs or "")),
        ListItem(ATTENDANCE, "Attendance statistics", group=_GROUP, icon="chart-bar"),
        *meeting_items(meetings),
        *(ListItem(row.id, row.name, row.kind, BODIES, faint=row.status == OVER) for row in bodies),
    )
