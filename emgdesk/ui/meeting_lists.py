"""The lists that can be printed or saved of a meeting, as entries of a menu."""

from collections.abc import Callable
from functools import partial

from emgdesk.reports.catalog import DOCUMENTS
from emgdesk.ui.services import Navigator
from emgdesk.ui.widgets.menu_tool import Entry


def list_entries(
    navigator: Navigator, meeting_id: str, address_words: str, copy_addresses: Callable[[], object]
) -> list[Entry]:
    """Every document of a meeting's people, its statistics, and the address line under these words."""
    entries: list[Entry] = [
        (f"{kind.title}…", partial(navigator.start_export, kind.name, meeting_id))
        for kind in DOCUMENTS
        if kind.of_people
    ]
    return [*entries, None, (address_words, copy_addresses)]
