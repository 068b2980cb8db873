"""Opening the desk a command works on, and finding the meeting it names."""

import argparse

from emgdesk.errors import DataError
from emgdesk.paths import default_database
from emgdesk.queries.meetings import MeetingRow, find_meeting
from emgdesk.settings import login_name
from emgdesk.workspace import Workspace, open_desk


def opened(arguments: argparse.Namespace) -> Workspace:
    """The desk of --database, or the user's own; a file that does not exist yet is made, a folder is not.

    Raises DataError.
    """
    if arguments.database is not None and not arguments.database.absolute().parent.is_dir():
        folder = arguments.database.absolute().parent
        raise DataError(f"There is no folder {folder} to keep a desk in.", place="database")
    return open_desk(arguments.database or default_database(), author=login_name())


def meeting(workspace: Workspace, code: str | None) -> MeetingRow | None:
    """The meeting of --meeting, None where it was not given. Raises DataError with the list of codes."""
    return workspace.read(find_meeting, code=code) if code is not None else None
