"""Progress and cancel for long work, without Qt: a function takes a `job` and reports to it."""

from typing import Protocol


class Job(Protocol):
    """What long work talks to; both calls are cheap enough for every few hundred rows."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done; `total` 0 means the end is not known."""

    def check_cancelled(self) -> None:
        """Raise `CancelledError` if the user asked to stop."""


class QuietJob:
    """A job nobody watches and nobody cancels: the command line's and the tests'."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        pass

    def check_cancelled(self) -> None:
        pass


QUIET: Job = QuietJob()
