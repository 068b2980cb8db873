"""The lines of the rosters list: the directories first, then the roster of each meeting."""

from collections.abc import Iterable

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.models.meeting_items import meeting_items

PEOPLE, ENTITIES = "people", "entities"

_DIRECTORIES = (
    ListItem(PEOPLE, "All people", group="Directory", icon="users"),
    ListItem(ENTITIES, "All entities", group="Directory", icon="building-2"),
)


def roster_items(meetings: Iterable[MeetingRow]) -> tuple[ListItem, ...]:
    """Directories, then meetings as on their own screen."""
    return (*_DIRECTORIES, *meeting_items(meetings))
