"""The documents of a meeting: its register, written in place, and what was issued."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabBar, QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.domain.symbols import REVISIONS, next_change, pattern_fault
from emgdesk.errors import EmgdeskError
from emgdesk.operations.attaching import read_file, read_files
from emgdesk.operations.document import (
    add_document,
    attach_file,
    attach_new,
    delete_documents,
    move_document,
    remove_attachment,
    update_document,
    update_documents,
)
from emgdesk.operations.meeting import update_meeting
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.file_choice import choose_file
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.documents.columns import RegisterLine
from emgdesk.ui.panels.documents.files import StoredFiles
from emgdesk.ui.panels.documents.issued_pane import IssuedPane
from emgdesk.ui.panels.documents.reading import LoadedRegister, load_register
from emgdesk.ui.panels.documents.register_pane import RegisterPane, called
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import ToolButton, tool
from emgdesk.workspace import ChangeSet, Done

_FOLDER = "folder.attachments"


class DocumentsPanel(MeetingPanel):
    """Shows the documents of the meeting given to `show_meeting`."""

    tables = ("document", "attachment", "issued_document", "meeting")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meeting_id = ""
        self._loaded: LoadedRegister | None = None
        self._wanted = ("", False)  # a line to select once it is read, and whether its title is to be typed
        self.files = StoredFiles(services, self)
        self.destroyed.connect(self.files.close)
        self.register = RegisterPane(services.settings)
        self.issued = IssuedPane(services, self.files)
        self.issued.issue_wanted.connect(self.ask_issue)
        self.table = self.register.table
        self.bar = QTabBar()
        self.bar.setObjectName("parts")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("Documents of the meeting")
        for words in ("Register", "Issued"):
            self.bar.addTab(words)
        self._stack = Stack()
        for pane in (self.register, self.issued):
            self._stack.addWidget(pane)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._wire_register()

    def _wire_register(self) -> None:
        pane, table = self.register, self.table
        pane.pattern_edited.connect(self._set_pattern)
        pane.moved.connect(self._move)
        pane.wanted_new.connect(self.add_line)
        pane.dropped.connect(self.attach)
        table.edit_requested.connect(self._edit)
        table.delete_requested.connect(self._delete)
        table.opened.connect(lambda _id: self._open())
        table.add_tool(tool("New line", self.add_line, "list-plus", tip="A new line  (Ins)"))
        table.add_tool(tool("Attach", self._choose_file, "paperclip", tip="Keep a file with the line"))
        for icon, words, offset in (("arrow-up", "Move up", -1), ("arrow-down", "Move down", 1)):
            table.add_tool(_arrow(icon, words, partial(self._move, offset)))
        table.add_tool(tool("Issue", self.ask_issue, "stamp", tip="Freeze a document as it is printed now"))
        self.more = MenuTool("Line", "ellipsis", self._entries, tip="More for the line chosen")
        table.add_tool(self.more)
        for words, act in (
            ("Open the file", self._open), ("Save a copy of the file…", self._save),
            ("Attach a file…", self._choose_file), ("Copy symbol", partial(self._copy, "symbol")),
            ("Copy web address", partial(self._copy, "web_address")),
        ):  # fmt: skip
            table.add_row_action(words, act)
        table.set_empty(
            "files",
            "No documents yet",
            "Add the documents of this meeting with number, symbol and title. Files dropped here become "
            "lines of the register.",
            (Offer("Add a document…", self.add_line, "list-plus", primary=True),
             Offer("Issue a document…", self.ask_issue, "stamp")),
        )  # fmt: skip

    # --- reading ------------------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._loaded = None
            self.read_soon()

    def meeting_in_view(self) -> str | None:
        return self._meeting_id or None

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            load = partial(load_register, meeting_id=self._meeting_id)
            self.services.load(load, self._show, latest=(id(self), "register"))

    def _show(self, loaded: LoadedRegister | None) -> None:
        if loaded is None or loaded.meeting.id != self._meeting_id:
            return
        self._loaded = loaded
        self.register.show_register(loaded)
        self.issued.show_issues(loaded.issues)
        self.bar.setTabText(1, f"Issued  {len(loaded.issues)}" if loaded.issues else "Issued")
        self.counted.emit(str(len(loaded.lines)) if loaded.lines else "")
        self._select_wanted()

    def _select_wanted(self) -> None:
        key, typing = self._wanted
        if key and self.table.model.row_of(key) is not None:
            self._wanted = ("", False)
            if typing:
                self.register.edit_title(key)
            else:
                self.table.select([key])

    def open_item(self, kind: str, item_id: str) -> None:
        if kind == "document":
            self.bar.setCurrentIndex(0)
            self._select_soon(item_id)

    def _select_soon(self, key: str, typing: bool = False) -> None:
        self._wanted = (key, typing)
        self._select_wanted()

    def start_filter(self) -> None:
        (self.table if self.bar.currentIndex() == 0 else self.issued.table).filter.setFocus()

    def ask_issue(self, name: str = "") -> None:
        """Ask which document to issue; `name` is proposed."""
        from emgdesk.ui.panels.documents.issue_dialog import IssueDialog

        if self._loaded is not None:
            dialog = IssueDialog(self.services, self._loaded.meeting, name, self.window())
            dialog.made.connect(self._show_issue)
            show_dialog(dialog)

    def _show_issue(self, issue_id: str) -> None:
        self.bar.setCurrentIndex(1)
        self.issued.select_soon(issue_id)

    # --- the register -------------------------------------------------------------------------

    def add_line(self) -> None:
        """A new line at the end, with the next number and symbol, its title to be typed."""
        if self._loaded is None:
            return
        self.table.filter.clear()
        self._do(
            "Add a document", add_document, lambda done: self._select_soon(done.value, typing=True),
            meeting_id=self._meeting_id, **self._loaded.new_line(),
        )  # fmt: skip

    def _revise(self, word: str) -> None:
        """A line for the next Rev., Add. or Corr. of the chosen document, below it."""
        line = self._line()
        if line is None or self._loaded is None:
            return
        used = [one.row.symbol for one in self._loaded.lines]
        row = line.row
        self._do(
            f"Add {word}. of {called(line)}", add_document, lambda done: self._select_soon(done.value),
            meeting_id=self._meeting_id, after_id=line.id, symbol=next_change(row.symbol, word, used),
            title=row.title, kind=row.kind, distribution=row.distribution, language=row.language,
            submitted_by=row.submitted_by,
        )  # fmt: skip

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        header = self.table.model.columns[self.table.model.column_of(key)].header.lower()
        if len(ids) == 1:
            label = f"Change {header} of {called(self.table.model.row_of(ids[0]))}"
            self._do(label, update_document, None, document_id=ids[0], **{key: value})
        else:
            label = f"Change {header} of {counted(len(ids), 'document', 'documents')}"
            self._do(label, update_documents, None, document_ids=ids, **{key: value})

    def _move(self, offset: int) -> None:
        line = self._line()
        if line is not None:
            self._do(f"Move {called(line)}", move_document, None, document_id=line.id, offset=offset)

    def _delete(self, ids: tuple[str, ...]) -> None:
        one = self.table.model.row_of(ids[0])
        what = called(one) if len(ids) == 1 else counted(len(ids), "document", "documents")
        self._do(f"Delete {what}", delete_documents, None, document_ids=ids)

    def _set_pattern(self, pattern: str) -> None:
        fault = pattern_fault(pattern)
        if fault:
            self.register.refuse_pattern()
            self.services.navigator.notify(Notice(fault, "error"))
            return
        self._do(
            "Change the pattern of symbols", update_meeting, None,
            meeting_id=self._meeting_id, symbol_pattern=pattern,
        )  # fmt: skip

    def _line(self) -> RegisterLine | None:
        """The current line."""
        return self.table.model.row_of(self.table.current_id() or "")

    def _do(
        self,
        label: str,
        operation: Callable[..., Any],
        on_done: Callable[[Done[Any]], object] | None,
        **kw: Any,
    ) -> None:
        self.services.do(label, operation, on_done, self._refused, **kw)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    # --- files --------------------------------------------------------------------------------

    def attach(self, paths: Sequence[Path], line_id: str = "") -> None:
        """Keep files in the desk: one with a line, or each as a new line ("")."""
        workspace, meeting_id = self.services.workspace, self._meeting_id
        if line_id:
            words = f"Attach {paths[0].name}"

            def attached(_job: object) -> list[str]:
                file = read_file(paths[0])
                workspace.do(words, attach_file, document_id=line_id, name=file.name, data=file.data)
                return [line_id]
        else:
            words = f"Attach {counted(len(paths), 'file', 'files')}"

            def attached(_job: object) -> list[str]:
                files = read_files(paths)
                return list(workspace.do(words, attach_new, meeting_id=meeting_id, files=files).value)

        self.services.tasks.run(words, attached, lambda keys: self._select_soon(keys[0]), self._refused)

    def _choose_file(self) -> None:
        line = self._line()
        folder = str(self.services.settings.get(_FOLDER, ""))
        path = choose_file(self, "Attach a file", "All files (*)", folder)
        if path is not None:
            self.services.settings.set(_FOLDER, str(path.parent))
            self.attach((path,), line.id if line else "")

    def _with_file(self, act: Callable[[RegisterLine, str], object]) -> None:
        line = self._line()
        if line is None:
            return
        if line.row.attachment_id is None:
            self.services.navigator.notify(Notice(f"No file is attached to {called(line)}."))
        else:
            act(line, line.row.attachment_id)

    def _open(self) -> None:
        self._with_file(lambda _line, file: self.files.open(file))

    def _save(self) -> None:
        self._with_file(lambda line, file: self.files.save(file, line.row.attachment))

    def _remove_file(self) -> None:
        def remove(line: RegisterLine, _file: str) -> None:
            self._do(f"Remove the file of {called(line)}", remove_attachment, None, document_id=line.id)

        self._with_file(remove)

    def _copy(self, field: str) -> None:
        line = self._line()
        if line is not None and (text := str(getattr(line.row, field))):
            QGuiApplication.clipboard().setText(text)
            self.services.navigator.notify(Notice(f"Copied: {text}", "success"))

    def _entries(self) -> Sequence[Entry]:
        line = self._line()
        if line is None:
            return [("Choose a line first", lambda: None)]
        entries: list[Entry] = []
        if line.row.attachment_id is not None:
            entries += [("Open the file", self._open), ("Save a copy of the file…", self._save),
                        ("Remove the file", self._remove_file), None]  # fmt: skip
        if line.row.symbol:
            entries.append(("Copy symbol", partial(self._copy, "symbol")))
        elif self._loaded is not None and (symbol := self._loaded.symbol_for(line.row.number)):
            entries.append(
                (f"Give it the symbol {symbol}", partial(self._edit, (line.id,), "symbol", symbol))
            )
        if line.row.web_address:
            entries.append(("Copy web address", partial(self._copy, "web_address")))
        if line.row.symbol:
            entries.append(None)
            for word in REVISIONS:
                entries.append((f"New {word}. of {line.row.symbol}", partial(self._revise, word)))
        entries += [None, ("Delete", lambda: self._delete(self.table.selected_ids() or (line.id,)))]
        return entries


def _arrow(icon: str, words: str, act: Callable[[], object]) -> ToolButton:
    made = ToolButton(icon, with_text=False)
    keys = "Alt+Up" if icon == "arrow-up" else "Alt+Down"
    made.setToolTip(f"{words}  ({keys})")
    made.setAccessibleName(words)
    made.clicked.connect(lambda _checked=False: act())
    return made
