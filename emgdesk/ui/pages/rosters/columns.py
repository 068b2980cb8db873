"""The lines of the rosters list: the directories first, then the roster of each meeting."""

from collections.abc import Iterable

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.models.meeting_items import meeting_items

PEOPLE, ENTITIES, DUPLICATES, ATTENDANCE = "people", "entities", "duplicates", "attendance"
OFFICES = "offices"

_GROUP = "Directory"


def roster_items(meetings: Iterable[MeetingRow], pairs: int | None = None) -> tuple[ListItem, ...]:
    """Directories, then meetings as on their own screen; `pairs` look alike, None if not yet known."""
    return (
        ListItem(PEOPLE, "All people", group=_GROUP, icon="users"),
        ListItem(ENTITIES, "All entities", group=_GROUP, icon="building-2"),
        ListItem(OFFICES, "Offices and designations", group=_GROUP, icon="landmark"),
        ListItem(DUPLICATES, "Possible duplicates", group=_GROUP, icon="copy", badge=str(pairs or "")),
        ListItem(ATTENDANCE, "Attendance statistics", group=_GROUP, icon="chart-bar"),
        *meeting_items(meetings),
    )
