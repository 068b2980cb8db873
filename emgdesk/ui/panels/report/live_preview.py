"""The report as it prints, drawn anew beside the text whenever the desk changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import CancelledError
from emgdesk.publishing import build_document
from emgdesk.reports.blocks import Document
from emgdesk.reports.catalog import document
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.pages_view import DrawnPages, PagesView, drawn
from emgdesk.ui.widgets.room import ElidedLabel

_FORM = "form"  # the option one chooses here as well
_PAUSE = 350  # milliseconds without another change before the pages are drawn


class LivePreview(QWidget):
    """Draws document `name` of a meeting off the window's thread, only while it is seen."""

    def __init__(self, services: Services, name: str) -> None:
        super().__init__()
        self._services, self._name = services, name
        self._meeting, self._drawing, self._stale = "", 0, True
        self._words = ""  # those pointed at
        self.pages = PagesView()
        self.status = ElidedLabel(role="caption")
        self.status.cut_at = Qt.TextElideMode.ElideRight
        self.form = QComboBox()
        self.form.setAccessibleName("Form of the report")
        self.form.setToolTip("The house form it prints in")
        for option in document(name).options:
            if option.key == _FORM:
                for choice in option.choices:
                    self.form.addItem(choice.label, choice.value)
        self.form.setVisible(self.form.count() > 0)
        self.form.activated.connect(lambda _at: self._choose_form())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 2, 4)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.form)
        column.addLayout(foot)

    def show_meeting(self, meeting_id: str) -> None:
        """Draw the document of another meeting."""
        if meeting_id != self._meeting:
            self._meeting = meeting_id
            self.draw_soon()

    def point_at(self, words: str) -> None:
        """Mark where these words stand on the pages, and go there."""
        if words != self._words:
            self._words = words
            self._point()

    def _point(self) -> None:
        if self.pages.pages:
            self.pages.search_for(self._words)

    def draw_soon(self) -> None:
        """The desk changed: draw anew after a pause, or when shown next."""
        self._stale = True
        if self.isVisible() and self._meeting:
            self._pause.start()

    def draw(self) -> None:
        """Draw the pages of now, with the options they are printed with."""
        if not self._meeting:
            return
        self._pause.stop()
        self._stale = False
        self._drawing += 1
        options = self._options()
        self.form.setCurrentIndex(max(0, self.form.findData(options.get(_FORM, ""))))
        build = partial(
            build_document,
            self._services.workspace,
            self._name,
            meeting_id=self._meeting,
            options=options,
        )
        self._services.tasks.run(
            "Reading the desk", lambda _job: build(), partial(self._render, self._drawing), self._failed,
            quiet=True, latest=(id(self), "read"),
        )  # fmt: skip

    def _options(self) -> dict[str, str]:
        """Those the document was printed with last."""
        remembered = self._services.settings.get(f"document.{self._name}", {})
        return {key: value for key, value in remembered.items() if isinstance(value, str)}

    def _choose_form(self) -> None:
        chosen = {**self._options(), _FORM: self.form.currentData()}
        self._services.settings.set(f"document.{self._name}", chosen)
        self.draw()

    def _render(self, drawing: int, content: Document) -> None:
        if drawing == self._drawing:
            self._services.tasks.compute(
                "Drawing the pages", partial(drawn, content), partial(self._show, drawing), self._failed,
                latest=(id(self), "draw"),
            )  # fmt: skip

    def _show(self, drawing: int, pages: DrawnPages) -> None:
        if drawing == self._drawing:
            self.pages.show_pdf(pages.pdf)
            self._point()
            remarks = (counted(pages.count, "page", "pages"), *pages.warnings[:1])
            self.status.tell("  ·  ".join(remarks))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self.status.tell(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.draw_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing may be drawn while the window goes away; the pages are drawn anew when shown next."""
        super().hideEvent(event)
        self._pause.stop()
        self._drawing += 1
        self._stale = True
        self.pages.close_pdf()
