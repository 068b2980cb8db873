"""The bar over the preview: which page, how large, and where a word stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.pages_view import PagesView
from emgdesk.ui.widgets.text import ToolButton, label

_ZOOMS = (
    ("Fit width", 0.0), ("Whole page", -1.0), ("50 %", 0.5), ("75 %", 0.75), ("100 %", 1.0), ("150 %", 1.5),
    ("200 %", 2.0),
)  # fmt: skip


class PagesBar(QWidget):
    """Drives one `PagesView` and shows where it stands."""

    def __init__(self, preview: PagesView) -> None:
        super().__init__()
        self._preview = preview
        layout = FlowLayout(8, self)
        layout.setContentsMargins(12, 6, 12, 6)
        for add in (self._add_pages, self._add_zoom, self._add_search):
            group = QWidget()
            line = QHBoxLayout(group)
            line.setContentsMargins(0, 0, 8, 0)
            line.setSpacing(4)
            add(line)
            layout.addWidget(group)
        preview.page_shown.connect(self._show_page)
        preview.zoom_changed.connect(self._show_zoom)
        preview.found.connect(self._show_found)

    def _add_pages(self, layout: QHBoxLayout) -> None:
        self.page = LineEdit()
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setFixedWidth(50)
        self.page.setAccessibleName("Page")
        self.page.returnPressed.connect(self._typed_page)
        self.pages = label("of 0")
        layout.addWidget(label("Page"))
        layout.addWidget(self.page)
        layout.addWidget(self.pages)

    def _add_zoom(self, layout: QHBoxLayout) -> None:
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Zoom")
        self.zoom.setEditable(True)
        self.zoom.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for text, factor in _ZOOMS:
            self.zoom.addItem(text, factor)
        self.zoom.setFixedWidth(118)
        self.zoom.activated.connect(lambda index: self._choose_zoom(float(self.zoom.itemData(index))))
        line = self.zoom.lineEdit()
        if line is not None:
            line.returnPressed.connect(self._typed_zoom)
        out = _button("zoom-out", "Smaller (Ctrl+-)", lambda: self._preview.zoom_by(-1))
        closer = _button("zoom-in", "Larger (Ctrl++)", lambda: self._preview.zoom_by(1))
        for widget in (out, self.zoom, closer):
            layout.addWidget(widget)
        for keys, step in ((QKeySequence.StandardKey.ZoomIn, 1), (QKeySequence.StandardKey.ZoomOut, -1)):
            QShortcut(keys, self, lambda step=step: self._preview.zoom_by(step))
        QShortcut(QKeySequence("Ctrl+="), self, lambda: self._preview.zoom_by(1))
        QShortcut(QKeySequence("Ctrl+0"), self, self._preview.fit_width)
        QShortcut(QKeySequence("Ctrl+1"), self, lambda: self._preview.zoom_to(1.0))

    def _add_search(self, layout: QHBoxLayout) -> None:
        self.search = _SearchLine()
        self.search.textChanged.connect(self._preview.search_for)
        self.search.stepped.connect(self._preview.step_hit)
        self.hits = label(role="muted")
        self.hits.setMinimumWidth(self.hits.fontMetrics().horizontalAdvance("888 of 888"))
        self.hits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.hits)
        layout.addWidget(self.search)
        layout.addWidget(_button("arrow-up", "Previous (Shift+Enter)", lambda: self._preview.step_hit(-1)))
        layout.addWidget(_button("arrow-down", "Next (Enter)", lambda: self._preview.step_hit(1)))
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _show_page(self, page: int, pages: int) -> None:
        self.page.setText(str(page))
        self.pages.setText(f"of {pages}")

    def _typed_page(self) -> None:
        if self.page.text().strip().isdecimal():
            self._preview.go_to_page(int(self.page.text()))
        self.page.selectAll()

    def _choose_zoom(self, factor: float) -> None:
        if factor > 0:
            self._preview.zoom_to(factor)
        elif factor == 0:
            self._preview.fit_width()
        else:
            self._preview.fit_page()

    def _typed_zoom(self) -> None:
        digits = "".join(c for c in self.zoom.currentText() if c.isdecimal())
        if digits:
            self._preview.zoom_to(int(digits[:4]) / 100)

    def _show_zoom(self, text: str) -> None:
        self.zoom.setCurrentText(text)

    def _show_found(self, hit: int, count: int) -> None:
        if not self.search.text().strip():
            self.hits.setText("")
        else:
            self.hits.setText(f"{hit} of {count}" if count else "Not found")


class _SearchLine(LineEdit):
    """Enter goes on, Shift+Enter back, Escape empties it before it closes the window."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find in the document")
        self.setAccessibleName("Find in the document")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(190)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _button(name: str, tip: str, act: Callable[[], object]) -> ToolButton:
    made = ToolButton(name, with_text=False)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.clicked.connect(lambda _=False: act())
    return made
