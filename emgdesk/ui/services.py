"""What a page is given: the desk through the worker thread, its changes, preferences, ways elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emgdesk.settings import Settings
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.tasks import Tasks

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.workspace import Done, Workspace


@dataclass(frozen=True, slots=True)
class Notice:
    """A line over the page: `kind` is info, success or error; with a way to act on it."""

    text: str
    kind: str = "info"
    action: str = ""
    on_action: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Navigator:
    """Ways to other places of the window, so that pages need not know one another."""

    show: Callable[[str, str], object]  # kind as in desk_view.HOMES, id
    start_import: Callable[[Path | None, str | None], object]  # file or None to ask; meeting id
    start_export: Callable[..., object]  # document name; meeting id; options as typed, if any are given
    new_meeting: Callable[[], object]
    notify: Callable[[Notice], object]
    undo: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to every page and dialog; `read` and `do` are the only ways to the desk."""

    workspace: Workspace
    tasks: Tasks
    hub: ChangeHub
    settings: Settings
    navigator: Navigator

    def read(
        self,
        query: Callable[..., Any],
        on_done: Callable[[Any], object],
        *,
        latest: Hashable | None = None,
        **kw: Any,
    ) -> None:
        """Run a query on the worker thread and hand its rows to `on_done`, without a dialog."""
        self.load(lambda workspace: workspace.read(query, **kw), on_done, latest=latest)

    def load(
        self,
        load: Callable[[Workspace], Any],
        on_done: Callable[[Any], object],
        *,
        latest: Hashable | None = None,
    ) -> None:
        """As `read`, for what takes more than one query: `load(workspace)` on the worker thread."""
        self.tasks.run("Reading", lambda _job: load(self.workspace), on_done, quiet=True, latest=latest)

    def do(
        self,
        label: str,
        operation: Callable[..., Any],
        on_done: Callable[[Done[Any]], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        **kw: Any,
    ) -> None:
        """Run one operation as one undo step called `label`; screens refresh through the hub."""
        self.tasks.run(label, lambda _job: self.workspace.do(label, operation, **kw), on_done, on_failed)
