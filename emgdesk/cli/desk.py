"""Opening the desk a command works on, and finding the meeting it names."""

import argparse
import getpass

from emgdesk.paths import default_database
from emgdesk.queries.meetings import MeetingRow, find_meeting
from emgdesk.workspace import Workspace, open_desk


def author() -> str:
    """The name of whoever is logged in, for the history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def opened(arguments: argparse.Namespace) -> Workspace:
    """The desk of --database, or the user's own; a file that does not exist yet is made."""
    return open_desk(arguments.database or default_database(), author=author())


def meeting(workspace: Workspace, code: str | None) -> MeetingRow | None:
    """The meeting of --meeting, None where it was not given. Raises DataError with the list of codes."""
    return workspace.read(find_meeting, code=code) if code is not None else None
