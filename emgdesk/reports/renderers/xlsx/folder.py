"""Several workbooks into one folder."""

from collections.abc import Sequence
from pathlib import Path

from emgdesk.errors import OutputError
from emgdesk.jobs import QUIET, Job
from emgdesk.reports.renderers.xlsx.writing import write_sheets
from emgdesk.reports.sheets import Sheet


def write_folder(
    books: Sequence[tuple[str, Sequence[Sheet]]], folder: Path, *, job: Job = QUIET
) -> tuple[Path, ...]:
    """Write each book (file name, sheets) into `folder`, made if missing; answers the paths.

    A file of the same name is replaced. OutputError if the folder or a file cannot be written,
    CancelledError; what was written by then stays.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file has that name" if folder.exists() else error.strerror
        raise OutputError(f"{folder} cannot be written: {reason}.", place=str(folder)) from error
    written = []
    for number, (name, sheets) in enumerate(books, 1):
        job.check_cancelled()
        job.report(f"Writing {name}", number, len(books))
        write_sheets(sheets, folder / name)
        written.append(folder / name)
    return tuple(written)
