"""Starting the reading child: a bare Python of our own kind, or the frozen program itself.

A plain subprocess instead of `multiprocessing`: the child then never imports the
parent's `__main__` (which would be the window, pytest or a user's script), and
starts in the time of a bare interpreter. `-P -S` leaves out the current folder and
the site machinery; the parent's module path is handed over instead. A small text file
is read whole before an idle child of `multiprocessing` has come up (32 against 40 ms).
"""

import contextlib
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple

from emgdesk.importing.read.limits import Limits
from emgdesk.importing.read.marks import SheetMarks

CHILD_ARGUMENT = "--emgdesk-reading-child"
"""As first argument it makes the frozen program a reading child: see `child.main`."""

_BOOT = "import sys; sys.path[:0] = sys.argv[1:]; from emgdesk.importing.read.child import main; main()"
_PIPE_BYTES = 1 << 20  # wide enough that the child seldom waits for the parent


def command() -> list[str]:
    """The command line that starts a child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    executable = sys.executable
    if os.name == "nt":  # the launcher of a virtual environment would stand between us and the child
        executable = getattr(sys, "_base_executable", executable)
    package_root = str(Path(__file__).resolve().parents[3])
    return [executable, "-P", "-S", "-W", "ignore", "-c", _BOOT, package_root, *filter(None, sys.path)]


class Task(NamedTuple):
    """What a child is told: read `path` (one sheet, or all of them), or copy it with marks to `target`."""

    path: str
    limits: Limits
    sheet: str | None = None
    marks: tuple[SheetMarks, ...] = ()
    target: str = ""


def launch(task: Task, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """A running child that was told its task; its messages come on `stdout`.

    Raises OSError when the system cannot start a process.
    """
    process = subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        pipesize=_PIPE_BYTES,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    # A child that died at once takes nothing: whoever listens for its messages finds out.
    with contextlib.suppress(OSError), process.stdin as pipe:
        pipe.write(pickle.dumps(tuple(task)))
    return process
