"""The reading child: one process per file, so that a hostile file can hurt nothing else.

It is told on its standard input what to read and answers on its standard output
(see `wire`). The frozen program calls `main` when started with `launch.CHILD_ARGUMENT`.
"""

import contextlib
import faulthandler
import gc
import os
import pickle
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from emgdesk.errors import InputError
from emgdesk.importing.read.limits import Limits
from emgdesk.importing.read.source import Source, open_source, shown_name
from emgdesk.importing.read.wire import Sender

if TYPE_CHECKING:
    from emgdesk.importing.read.marks import SheetMarks

_GRACE = 5.0  # seconds after the parent's deadline, should the parent be gone


def main() -> NoReturn:
    """Read, or copy with marks, the file named on standard input, answer, and end the process."""
    out = _take_stdout()
    path, limits, sheet, marks, target = pickle.load(sys.stdin.buffer)
    _restrain(limits)
    gc.disable()  # nothing here lives in cycles, and the process is short
    sender = Sender(out, shown_name(Path(path)))
    try:
        source = open_source(Path(path))
        if target:
            _copy(source, marks, Path(target), sender)
            sender.done("xlsx", source.sha256, len(source.data), ())
        else:
            kind, notes = _read(source, sheet, sender)
            sender.done(kind, source.sha256, len(source.data), notes)
    except InputError as refusal:
        sender.refused(str(refusal))
    out.close()
    os._exit(0)  # without tidying up: the parent waits


def _take_stdout() -> IO[bytes]:
    """The pipe to the parent, out of reach of anything that prints."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _restrain(limits: Limits) -> None:
    if sys.stderr is not None:
        faulthandler.dump_traceback_later(limits.whole + _GRACE, exit=True)
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ValueError, OSError):  # a stricter limit is set already
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _copy(source: Source, marks: "tuple[SheetMarks, ...]", target: Path, sender: Sender) -> None:
    """Write the copy. Raises InputError, the reason being of no use to the user."""
    sender.alive()  # no rows will come
    from emgdesk.importing.read.marking import write_marked

    try:
        write_marked(source, marks, target)
    except OSError as error:
        raise InputError(f"{target.name} cannot be written: {error.strerror}.") from error


def _read(source: Source, sheet: str | None, sender: Sender) -> tuple[str, tuple[str, ...]]:
    """Send the sheets; -> (kind, notes). Each reader is imported only when its turn comes."""
    from emgdesk.importing.read.sniff import container_of

    container = container_of(source.data, source.name)
    if container == "zip":
        from emgdesk.importing.read.zipped import read_zipped

        return read_zipped(source, sheet, sender)
    if container == "ole":
        from emgdesk.importing.read.ole import check_is_workbook
        from emgdesk.importing.read.other import read_other

        check_is_workbook(source.data, source.name)
        return "xls", read_other(source, "xls", sheet, sender)
    from emgdesk.importing.read.delimited import read_text

    if sheet is not None:
        raise InputError(f"{source.name} is a text file: there is no sheet “{sheet}” in it.")
    return "csv", read_text(source, sender)
