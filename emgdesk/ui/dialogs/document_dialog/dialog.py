"""The document window: preview in the middle, options at the side, Print and Save below."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import CancelledError
from emgdesk.publishing import Published, build_document, export_document
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.progress_issues import list_issued_reports
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.reports.blocks import Document
from emgdesk.reports.catalog import document
from emgdesk.reports.renderers.files import replacing
from emgdesk.ui.dialogs.document_dialog.printing import print_pdf
from emgdesk.ui.dialogs.document_dialog.side import Choices, SidePanel
from emgdesk.ui.dialogs.introduction import ask_introduction
from emgdesk.ui.file_choice import target_dialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.pages_bar import PagesBar
from emgdesk.ui.widgets.pages_view import DrawnPages, PagesView, drawn
from emgdesk.ui.widgets.room import ElidedLabel, fit_screen
from emgdesk.ui.widgets.text import IconButton, button, rule

_SHOWN = (".pdf", ".docx")
_FORMATS = {".docx": "Word", ".xlsx": "Excel", ".csv": "CSV", ".txt": "text", ".ics": "calendar"}
_OF_THE_DESK = (
    "workstreams",
    "meetings",
    "entity",
    "since",
    "changes",
)  # options that name things of one desk are not remembered
_FIRST = {  # documents that are worked on elsewhere than on paper
    **dict.fromkeys(("roster", "address-list", "invitations", "meeting"), ".xlsx"),
    "calendar": ".ics",
}
_PAUSE = 250  # milliseconds after the last change of an option before pages are drawn anew


class DocumentDialog(QDialog):
    """Previews document `name` of the catalog, for a meeting or of the whole desk.

    `workstream` narrows a progress report to that workstream, by name; `options` as typed
    stand for those of last time until another document is chosen.
    """

    def __init__(
        self,
        services: Services,
        name: str | None = None,
        meeting_id: str | None = None,
        workstream: str | None = None,
        parent: QWidget | None = None,
        options: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._workstream = workstream
        self._asked = dict(options or {})
        self._pages: DrawnPages | None = None  # those of the options and document chosen, once drawn
        self._drawing = 0  # which drawing is awaited; answers of earlier ones are passed over
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        name = name or ("participants" if meeting_id else "progress-report")
        self.side = SidePanel(name, meeting_id)
        self.side.changed.connect(self._options_changed)
        self.side.document_changed.connect(self._document_changed)
        self.side.introduction_wanted.connect(self.edit_introduction)
        self._lay_out()
        services.read(_choices, self._fill)

    def _lay_out(self) -> None:
        self.setWindowTitle("Document")
        self.setSizeGripEnabled(True)
        fit_screen(self, 1180, 700)
        self.preview = PagesView()
        self.bar = PagesBar(self.preview)
        self.banner = Banner()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, rule(), self.banner):
            column.addWidget(part)
        column.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([880, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addWidget(rule())
        layout.addLayout(self._foot())
        for widget in (self.preview, self.bar.search):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview.setFocus()
        self.save_button.setDefault(True)
        self._others: list[str] = []
        self._let_go()

    def _foot(self) -> QHBoxLayout:
        self.status = ElidedLabel("", "muted")
        self.print_button = button("Print…", self.print_pages, "printer")
        self.save_button = IconButton("Save as PDF…", "download", primary=True)
        self.save_button.clicked.connect(lambda: self.save(".pdf"))
        close = button("Close", self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.status, 1)
        self._formats = QHBoxLayout()  # other formats than PDF, where the document has any
        self._first = ".pdf"
        self._last = QHBoxLayout()
        foot.addWidget(close)
        foot.addLayout(self._formats)
        self.others = MenuTool("Other formats", "download", self._other_formats)
        foot.addWidget(self.others)
        foot.addWidget(self.print_button)
        foot.addWidget(self.save_button)
        foot.addLayout(self._last)
        close.setAutoDefault(False)
        self.print_button.setAutoDefault(False)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_pages)
        QShortcut(QKeySequence.StandardKey.Save, self, lambda: self.save(self._first))
        return foot

    def _fill(self, choices: Choices) -> None:
        self.side.set_choices(choices)
        self._document_changed()

    def _document_changed(self) -> None:
        """Another document: its options as they were left last time, or as this window was asked for."""
        remembered = self._services.settings.get(f"document.{self.side.name}", {})
        wanted = {k: v for k, v in remembered.items() if isinstance(v, str) and k not in _OF_THE_DESK}
        wanted["workstreams"] = self._workstream or ""
        self.side.set_values(wanted | self._asked)
        self._asked = {}
        self.setWindowTitle(document(self.side.name).title)
        self._offer_formats(document(self.side.name).suffixes)
        self.refresh()

    def _offer_formats(self, suffixes: Sequence[str]) -> None:
        """A button for each format, the one most wanted of this document at the end."""
        for row in (self._formats, self._last):
            while (item := row.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
        self._first = _FIRST.get(self.side.name, ".pdf")
        leading = self.save_button
        usual = _SHOWN if self._first == ".pdf" else (".pdf", self._first)
        shown = [suffix for suffix in suffixes if suffix in usual]
        self._others = [suffix for suffix in suffixes if suffix not in (*shown, ".pdf")]
        self.others.setVisible(bool(self._others))
        for suffix in shown:
            if suffix != ".pdf":
                made = IconButton(f"Save as {_format(suffix)}…", "download")
                made.clicked.connect(lambda _checked=False, suffix=suffix: self.save(suffix))
                made.setAutoDefault(False)
                (self._last if suffix == self._first else self._formats).addWidget(made)
                leading = made if suffix == self._first else leading
        for made in (self.save_button, leading):
            made.lead(made is leading)
        leading.setDefault(True)

    def _other_formats(self) -> Sequence[Entry]:
        """The formats that have no button of their own: there is no room for all on a small screen."""
        return [(f"Save as {_format(suffix)}…", partial(self.save, suffix)) for suffix in self._others]

    def _options_changed(self) -> None:
        options = {k: v for k, v in self.side.values().items() if k not in _OF_THE_DESK}
        self._services.settings.set(f"document.{self.side.name}", options)
        self._let_go()
        self._pause.start()

    # drawing

    def _let_go(self) -> None:
        """The pages held are no longer those asked for: none are printed or saved until others are drawn."""
        self._drawing += 1
        self._pages = None
        self.status.tell("Drawing the pages…")
        self._ready(False)

    def refresh(self) -> None:
        """Draw the pages of the document as the desk and the options are now."""
        self._pause.stop()
        self._let_go()
        what = partial(
            build_document,
            self._services.workspace,
            self.side.name,
            meeting_id=self.side.meeting_id,
            options=self.side.values(),
        )
        self._services.tasks.run(
            "Reading the desk",
            lambda _: what(),
            partial(self._draw, self._drawing),
            partial(self._failed, self._drawing),
            quiet=True,
            latest=(id(self), "read"),
        )

    def _draw(self, drawing: int, content: Document) -> None:
        if drawing == self._drawing:
            self._services.tasks.compute(
                "Drawing the pages",
                partial(drawn, content),
                partial(self._show, drawing),
                partial(self._failed, drawing),
                latest=(id(self), "draw"),
            )

    def _show(self, drawing: int, pages: DrawnPages) -> None:
        if drawing != self._drawing:
            return
        self._pages = pages
        self.preview.show_pdf(pages.pdf)
        self.status.tell(counted(pages.count, "page", "pages"))
        self._ready(True)
        if pages.warnings:
            more = len(pages.warnings) - 1
            self.banner.tell(pages.warnings[0] + (f" And {more} more like it." if more else ""), "info")
        else:
            self.banner.hide()

    def edit_introduction(self) -> None:
        """Ask for the first paragraphs of the progress report and draw it with them."""
        ask_introduction(self._services, self, self.refresh)

    def _failed(self, drawing: int, error: Exception) -> None:
        if drawing != self._drawing or isinstance(error, CancelledError):
            return
        self.status.tell("")
        self.banner.tell(str(error), "error")

    def _ready(self, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    # out of the window

    def save(self, suffix: str) -> None:
        """Ask where, and write the document there; nothing while its pages are still being drawn."""
        if self._pages is None:
            return
        kind = document(self.side.name)
        folder = Path(self._services.settings.get("document.folder", str(Path.home())))
        proposed = folder / f"{self.side.file_name()}{suffix}"
        filters = f"{_format(suffix)} (*{suffix})"
        asked = target_dialog(self, f"Save {kind.title.lower()}", filters, proposed)
        asked.fileSelected.connect(partial(self._place_chosen, suffix))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _place_chosen(self, suffix: str, chosen: str) -> None:
        """Write to the file named; one with another ending gets its own, and replaces nothing unasked."""
        path = Path(chosen)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
            if path.exists():
                self.banner.tell(
                    f"{path} is there already; to replace it, choose it by its full name.", "error"
                )
                return
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the document to `path`, a PDF page for page as previewed.

        What stands in the way is told in the window.
        """
        pages = self._pages
        if pages is None:
            return
        self._services.settings.set("document.folder", str(path.parent))
        if path.suffix.lower() == ".pdf":
            self._services.tasks.compute(
                "Saving the document",
                lambda _: _saved(pages, path),
                self._written,
                self._failed_to_write,
                cancellable=False,
                quiet=False,
            )
            return
        options, name, meeting = self.side.values(), self.side.name, self.side.meeting_id
        self._services.tasks.run(
            "Saving the document",
            lambda job: export_document(
                self._services.workspace, name, path, meeting_id=meeting, options=options, job=job
            ),
            self._written,
            self._failed_to_write,
            cancellable=True,
        )

    def _written(self, published: Published) -> None:
        self.banner.tell(f"Saved as {published.path}", "success")

    def _failed_to_write(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self.banner.tell(str(error), "error")

    def print_pages(self) -> None:
        """Ask for a printer and print the pages shown."""
        if self._pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document(self.side.name).title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._pages.count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages shown on a printer already chosen."""
        if self._pages is None:
            return
        pdf = self._pages.pdf
        self._services.tasks.compute(
            "Printing",
            lambda job: print_pdf(pdf, printer, job=job),
            self._printed,
            self._failed_to_write,
            quiet=False,
        )

    def _printed(self, count: int) -> None:
        self.banner.tell(f"{counted(count, 'page', 'pages')} sent to the printer.", "success")

    def done(self, result: int) -> None:
        self._pause.stop()
        self.preview.close_pdf()
        super().done(result)


def _format(suffix: str) -> str:
    """What people call files of this suffix."""
    return _FORMATS.get(suffix, suffix[1:].upper())


def _choices(session: Any) -> Choices:
    return Choices(
        list_meetings(session),
        tuple(row.name for row in list_workstreams(session)),
        tuple(row.acronym for row in list_entities(session)),
        list_issued_reports(session),
    )


def _saved(pages: DrawnPages, path: Path) -> Published:
    with replacing(path) as part:
        part.write_bytes(pages.pdf)
    return Published(path, pages.count, pages.warnings)
