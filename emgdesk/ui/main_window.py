"""The window: menus, header and status line around the open desk; it lends pages the ways to one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QVBoxLayout, QWidget

from emgdesk.errors import EmgdeskError
from emgdesk.paths import log_file
from emgdesk.settings import Settings
from emgdesk.ui import doors
from emgdesk.ui.actions import Actions
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.desk_opener import DeskOpener
from emgdesk.ui.desk_view import HOMES, PLACES, DeskView
from emgdesk.ui.drop_target import DropTarget, is_desk
from emgdesk.ui.header import Header
from emgdesk.ui.services import Navigator, Notice, Services
from emgdesk.ui.status_line import StatusLine
from emgdesk.ui.tasks import Tasks
from emgdesk.ui.theme import APPEARANCES, Appearance
from emgdesk.ui.welcome import Welcome
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.room import Room, Stack

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.queries.search import Hit
    from emgdesk.workspace import ChangeSet, HistoryState, Workspace

_OVERLAP = 10  # pixels of a page's lower margin that a message may take beside the status line
_PLACE_KEYS = tuple(place.key for place in PLACES)
_TOLD = {"undo": "Undone", "redo": "Redone", "elsewhere": "Changed in another window"}
_FIRST = "meetings"  # the page a new user begins with; later the last one used
_LISTS = {
    "participants": "participants",
    "sign_in": "sign-in-sheet",
    "badges": "badges",
    "plates": "name-plates",
    "roster": "roster",
    "invitations": "invitations",
    "addresses": "address-list",
    "statistics": "attendance-statistics",
}  # the documents of the meeting in view, by the commands that open them


class MainWindow(QMainWindow):
    """Shows the open desk, or how to begin while none is open."""

    def __init__(self, settings: Settings, appearance: Appearance | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self)
        self.desk: DeskView | None = None
        self._closing = False
        self._appearance = appearance
        self.opener = DeskOpener(self.tasks, settings, self)
        self.opener.opened.connect(self._show_desk)
        self.opener.failed.connect(self._complain)
        self._lay_out()
        self._restore()
        self._desk_open(None)

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle("emgdesk")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.commands = Actions(self, self._handlers())
        self._recent = QMenu("Open &recent", self)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.commands.fill(self.menuBar(), self._recent)
        self.header = Header(self.commands, [place.title for place in PLACES], self._search, self)
        self.header.place_chosen.connect(lambda at: self.show_place(_PLACE_KEYS[at]))
        self.header.search.found.connect(self.show_item)
        self.status = StatusLine(self.settings)
        self.setStatusBar(self.status)
        opener = self.opener
        self.welcome = Welcome(
            (
                (
                    Offer("Try it with sample data", opener.open_sample, "flask-conical"),
                    "One cycle of meetings with invented people and a work plan.",
                ),
                (
                    Offer("Start an empty desk", opener.start_empty, "file-plus"),
                    "Your own desk; the entities of the Group are already in it.",
                ),
                (Offer("Open a file", opener.ask, "folder-open"), "A desk that you or a colleague made."),
            ),
            opener.open_known,
        )
        self._stack = Stack()
        self._stack.addWidget(Room(self.welcome))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.banner = Banner()
        self.banner.lie_over(self)
        self.status.setMinimumHeight(self.banner.line_height() - _OVERLAP)
        self.drop_target = DropTarget(self)
        self.drop_target.dropped.connect(self._dropped)
        self.drop_target.several_dropped.connect(self.start_imports)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            "new_meeting": self.new_meeting,
            "new_person": partial(self._with_desk, doors.open_new_person, "person"),
            "new_entity": partial(self._with_desk, doors.open_new_entity, "entity"),
            "new_desk": self.opener.ask_new,
            "open_desk": self.opener.ask,
            "sample_desk": self.opener.open_sample,
            "import": lambda: self.start_import(None, self.meeting_in_view()),
            "paste_list": self.paste_list,
            "export": lambda: self.start_export(None, self.meeting_in_view()),
            "copy_addresses": self._copy_addresses,
            "show_attendance": lambda: self.show_item("attendance", ""),
            "export_progress": lambda: self.start_export("progress-report", None),
            "backup": self._back_up,
            "quit": self.close,
            "undo": partial(self._replay, "Undo"),
            "redo": partial(self._replay, "Redo"),
            "history": self._show_history,
            "author": self._ask_author,
            "find": self._find,
            "filter": self._filter,
            "shortcuts": partial(doors.open_shortcuts, self),
            "log_folder": self._open_log_folder,
            "about": partial(doors.open_about, self),
        }
        handlers |= {f"export_{key}": partial(self._export, name) for key, name in _LISTS.items()}
        handlers |= {f"show_{key}": partial(self.show_place, key) for key in _PLACE_KEYS}
        return handlers | {f"appearance_{name}": partial(self._dress, name) for name in APPEARANCES}

    # --- the open desk ------------------------------------------------------------------------

    @property
    def services(self) -> Services | None:
        return self.desk.services if self.desk is not None else None

    def _show_desk(self, workspace: Workspace) -> None:
        self._put_away()
        hub = ChangeHub(workspace, self)
        navigator = Navigator(
            show=self.show_item,
            start_import=self.start_import,
            start_export=self.start_export,
            new_meeting=self.new_meeting,
            undo=partial(self._replay, "Undo"),
            notify=lambda notice: self.desk is not None and self.desk.notify(notice),  # type: ignore[func-returns-value]
        )
        self.desk = DeskView(Services(workspace, self.tasks, hub, self.settings, navigator), self.banner)
        hub.changed.connect(self._on_changed)
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self._desk_open(workspace.path)
        self._ask_state()
        place = self.settings.get("window.place", _FIRST)
        self.show_place(place if place in _PLACE_KEYS else _FIRST)

    def _put_away(self) -> None:
        """Take the pages away and close the desk, after what it still has to do."""
        if self.desk is None:
            return
        self.desk.flush()
        self.banner.dismiss()
        services, self.desk = self.desk.services, None
        services.hub.deleteLater()
        page = self._stack.currentWidget()
        self._stack.removeWidget(page)
        page.deleteLater()
        self.tasks.run("Closing the desk", lambda _job: services.workspace.close())

    def _desk_open(self, path: Path | None) -> None:
        self.commands.desk_open(path is not None)
        self.header.setVisible(path is not None)
        self.drop_target.ready = path is not None
        self.status.show_desk(path)
        self.setWindowTitle(f"{path.stem} – emgdesk" if path else "emgdesk")
        self.welcome.show_recent(self.settings.recent_desks()[:4])

    def _complain(self, sentence: str) -> None:
        if self.desk is not None:
            self.desk.notify(Notice(sentence, "error"))
        else:
            self.welcome.banner.tell(sentence, "error")

    def _say_failure(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self._complain(str(error))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.settings.recent_desks():
            self._recent.addAction(str(path), partial(self.opener.open_known, path))
        if self._recent.isEmpty():
            self._recent.addAction("No desk opened yet").setEnabled(False)

    # --- undo and redo ------------------------------------------------------------------------

    def _on_changed(self, changes: ChangeSet) -> None:
        self.status.show_saved()
        if changes.kind != "do":
            self.status.say(f"{_TOLD[changes.kind]}: {changes.label}")
        self._ask_state()

    def _ask_state(self) -> None:
        if (services := self.services) is not None:
            state = services.workspace.state
            self.tasks.run("Reading", lambda _job: state(), self._show_state, quiet=True, latest="state")

    def _show_state(self, state: HistoryState) -> None:
        for key, word, label in (("undo", "Undo", state.undo), ("redo", "Redo", state.redo)):
            action = self.commands[key]
            action.setEnabled(label is not None)
            action.setText(f"&{word} {label}" if label else f"&{word}")
            action.setToolTip(f"{word} “{label}”" if label else f"Nothing to {word.lower()}")

    def _replay(self, word: str) -> None:
        if (services := self.services) is not None:
            act = services.workspace.undo if word == "Undo" else services.workspace.redo
            self.tasks.run(word, lambda _job: act(), on_failed=self._say_failure)
            self.commands["redo" if word == "Undo" else "undo"].setEnabled(True)  # for fast fingers

    # --- ways from page to page ---------------------------------------------------------------

    def show_place(self, key: str) -> None:
        """Show the page of a tab."""
        if self.desk is None:
            return
        self.desk.show_place(key)
        self.header.show_place(_PLACE_KEYS.index(key))
        self.settings.set("window.place", key)
        if not self.header.tabs.hasFocus() and self.desk.current is not None:
            self.desk.current.setFocus()

    def show_item(self, kind: str, item_id: str) -> None:
        """Go to a person, entity, meeting, its participants, a workstream or task."""
        if self.desk is not None:
            self.show_place(HOMES[kind])
            self.desk.page(HOMES[kind]).open_item(kind, item_id)

    def meeting_in_view(self) -> str | None:
        """The meeting the page in view is about."""
        page = self.desk.current if self.desk is not None else None
        return page.meeting_in_view() if page is not None else None

    def start_import(self, path: Path | None, meeting_id: str | None) -> None:
        if (services := self.services) is not None:
            doors.open_import(services, path, meeting_id, self)

    def start_imports(self, paths: Sequence[Path]) -> None:
        """Import several files into the meeting in view, one after another."""
        if (services := self.services) is not None:
            doors.open_imports(services, paths, self.meeting_in_view(), self)

    def paste_list(self) -> None:
        """Import the list on the clipboard into the meeting in view."""
        if (services := self.services) is not None:
            doors.open_paste(services, self.meeting_in_view(), self)

    def _dropped(self, path: Path) -> None:
        if is_desk(path):
            self.opener.open_known(path)
        else:
            self.start_import(path, self.meeting_in_view())

    def start_export(
        self, name: str | None, meeting_id: str | None, options: Mapping[str, str] | None = None
    ) -> None:
        if (services := self.services) is not None:
            doors.open_document(services, name, meeting_id, self, options)

    def _export(self, name: str) -> None:
        self.start_export(name, self.meeting_in_view())

    def _copy_addresses(self) -> None:
        if self.desk is not None and self.desk.current is not None:
            self.desk.current.copy_addresses()

    def new_meeting(self) -> None:
        self._with_desk(doors.open_new_meeting, "meeting")

    def _with_desk(self, open_dialog: Callable[..., object], kind: str) -> None:
        if (services := self.services) is not None:
            open_dialog(services, partial(self.show_item, kind), self)

    def _search(self, text: str, answer: Callable[[Sequence[Hit]], object]) -> None:
        from emgdesk.queries.search import search

        if (services := self.services) is not None:
            services.read(search, answer, latest="search", text=text)

    def _find(self) -> None:
        self.header.search.start()

    def _filter(self) -> None:
        page = self.desk.current if self.desk is not None else None
        if page is not None:
            page.start_filter()

    # --- the rest -----------------------------------------------------------------------------

    def _show_history(self) -> None:
        if (services := self.services) is not None:
            doors.open_history(services, self)

    def _ask_author(self) -> None:
        doors.ask_text(
            self, "Your name", "The name that stands in the history:", self.settings.author(), self._sign
        )

    def _sign(self, name: str) -> None:
        self.settings.set("author", name.strip() or None)
        if (services := self.services) is not None:
            services.workspace.author = self.settings.author()

    def _back_up(self) -> None:
        if (services := self.services) is not None:
            self.opener.back_up(services.workspace, self._backed_up)

    def _backed_up(self, target: Path) -> None:
        if (services := self.services) is not None:
            self.status.note_backup(services.workspace.path)
            self.status.say(f"Backed up to {target}")

    def _open_log_folder(self) -> None:
        folder = log_file().parent
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _dress(self, name: str) -> None:
        self.settings.set("appearance", name)
        for other in APPEARANCES:
            self.commands[f"appearance_{other}"].setChecked(other == name)
        if self._appearance is not None:
            self._appearance.choose(name)

    def _restore(self) -> None:
        self.resize(1280, 720)
        geometry = self.settings.get("window.geometry", "")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        chosen = self.settings.get("appearance", "system")
        self.commands[f"appearance_{chosen if chosen in APPEARANCES else 'system'}"].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Back in this window, take up what another one changed on the desk meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._catch_up()

    def _catch_up(self) -> None:
        if (services := self.services) is not None:
            catch_up = services.workspace.catch_up
            self.tasks.run("Reading", lambda _job: catch_up(), quiet=True, latest="elsewhere")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo that a text field had no use for."""
        for key in ("undo", "redo"):
            action = self.commands[key]
            if QKeySequence(event.keyCombination()) in action.shortcuts():
                action.trigger()
                return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, wait for what writes; ask before long work is cut short."""
        title = self.tasks.running_title
        if self._closing or (title and not self._may_stop(title)):
            event.ignore()
            return
        self._closing = True
        self._hand_over()
        self._closing = False
        self.settings.set("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.tasks.close()
        if (services := self.services) is not None:
            services.workspace.close()
        super().closeEvent(event)

    def _hand_over(self) -> None:
        """Write what is being typed; whatever else goes on is stopped where it can be."""
        if self.desk is None:
            return
        self.tasks.cancel_running()
        self.desk.flush()
        with suppress(TimeoutError):  # closing the tasks waits for what writes
            self.tasks.settle()

    def _may_stop(self, title: str) -> bool:
        answer = QMessageBox.question(
            self,
            "emgdesk",
            f"“{title}” is still under way. Stop it and quit? What it has begun is taken back.",
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes
