"""How the agenda panel is laid out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.settings import Settings
from emgdesk.ui.icons import icon
from emgdesk.ui.panels.agenda.detail import AgendaDetail
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.outline_view import OutlineView
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import IconButton, ToolButton, tool

_TOOLS: tuple[tuple[str, str, str, bool], ...] = (
    ("new", "New item", "plus", True),
    ("below", "New item below  (Ctrl+Enter)", "corner-down-right", False),
    ("out", "Step out  (Shift+Tab)", "indent-decrease", False),
    ("in", "Step in  (Tab)", "indent-increase", False),
    ("up", "Move up  (Alt+Up)", "arrow-up", False),
    ("down", "Move down  (Alt+Down)", "arrow-down", False),
)
_BESIDE, _LEAST = 620, 300  # pixels for outline and facts side by side, and for one of them
_FINDER, _FINDER_NARROW = 170, 96  # pixels
_TALL = 30  # pixels a tool is high at least
_OF_CHOSEN = ("below", "out", "in", "up", "down")
_EMPTY = (
    "Write the first item: Enter begins the next one, Tab steps it in below the one before. "
    "Labels follow from the order. Or begin with the agenda of an earlier meeting, or one copied in Word."
)


class WarningLink(IconButton):
    """A link whose icon warns."""

    def _tint(self) -> None:
        self.setIcon(icon(self._icon_name, tones().warn))


class AgendaView(QWidget):
    """Tools over the outline, the facts of the chosen item beside it; `asked` are the tools' clicks."""

    def __init__(self, settings: Settings, styles: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self.outline = OutlineView("Agenda")
        self.detail = AgendaDetail()
        self.finder = FilterEdit("Find an item")
        self.finder.setFixedWidth(_FINDER)
        self.styles = MenuTool("Labels", "list-ordered", styles, tip="Label style of the first level")
        self.misfits = self._warning("Go to the next one")
        self.zone = self._warning("Show the meeting's facts")
        self.facts = tool("Facts", lambda: self._turn(facts=True), "info", tip="The facts of the chosen item")
        self._narrow = self._turned = self._chosen = False  # one side alone has room; it is the facts
        self.asked: dict[str, SignalInstance] = {}
        self._tools: dict[str, ToolButton] = {}
        self.empty = EmptyState("list-tree", "No agenda yet", _EMPTY)
        self._stack = Stack()
        self.detail.back.clicked.connect(lambda _checked=False: self._turn(facts=False))
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled(settings))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _filled(self, settings: Settings) -> QWidget:
        left = self._left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tool_line())
        for warning in (self.misfits, self.zone):
            column.addWidget(warning)
        column.addWidget(self.outline, 1)
        return SideSplit((left, self.detail), (640, 360), 0, settings, "agenda")

    def _tool_line(self) -> FlowLayout:
        """The tools in a row, in two where there is less room."""
        row = FlowLayout(2)
        for key, words, picture, shown in _TOOLS:
            row.addWidget(self._tool(key, words, picture, shown))
        row.addWidget(self.facts)
        row.addWidget(self.styles)
        row.addWidget(self.finder)
        row.addWidget(self._tool("copy", "Copy as text", "copy", False))
        row.addWidget(self._tool("print", "Print", "printer", True))
        return row

    def _tool(self, key: str, words: str, picture: str, shown: bool) -> ToolButton:
        made = ToolButton(picture, with_text=shown)
        made.setMinimumHeight(_TALL)
        made.setToolTip(words)
        made.setAccessibleName(words.partition("  ")[0])
        if shown:
            made.setText(f" {words}")  # the style leaves no room after the icon
        self.asked[key] = made.clicked
        self._tools[key] = made
        return made

    def _warning(self, tip: str) -> IconButton:
        made = WarningLink("", "triangle-alert")
        made.setProperty("link", True)
        made.setToolTip(tip)
        made.hide()
        return made

    def allow(self, chosen: bool, *, new: bool = False) -> None:
        """Whether there is an item to show and for the tools to do something with, or a new one written."""
        for key in _OF_CHOSEN:
            self._tools[key].setEnabled(chosen)
        self.facts.setEnabled(chosen)
        self._chosen = chosen or new
        self._stand()

    def _turn(self, *, facts: bool) -> None:
        """Where both have no room side by side: to the facts of the item, or back to the agenda."""
        self._turned = facts
        self._stand()
        if facts:
            self.detail.form.widget("title").setFocus()
        else:
            self.outline.setFocus()

    def _stand(self) -> None:
        alone = self._narrow and self._turned and self._chosen
        self.facts.setVisible(self._narrow)
        self.finder.setFixedWidth(_FINDER_NARROW if self._narrow else _FINDER)
        style = Qt.ToolButtonStyle
        words = style.ToolButtonIconOnly if self._narrow else style.ToolButtonTextBesideIcon
        self._tools["print"].setToolButtonStyle(words)
        self.detail.back.setVisible(self._narrow)
        self._left.setVisible(not alone)
        self.detail.setVisible(self._chosen and (alone or not self._narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _BESIDE
        if narrow != self._narrow:
            self._narrow = narrow
            self._stand()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def say_misfits(self, number: int) -> None:
        """How many items have times that do not fit."""
        self._say(
            self.misfits, f"The times of {counted(number, 'item', 'items')} do not fit" if number else ""
        )

    def say_zone(self, sentence: str) -> None:
        """What is wrong with the meeting's time zone label, "" nothing."""
        self._say(self.zone, sentence)

    def _say(self, warning: IconButton, sentence: str) -> None:
        warning.setText(f" {sentence}")
        warning.setAccessibleName(sentence)
        warning.setVisible(bool(sentence))

    def say_style(self, words: str) -> None:
        """The label style of the first level."""
        self.styles.say(words)
        self.styles.setAccessibleName(f"Labels: {words}")

    def show_agenda(self, filled: bool, offers: Sequence[Offer]) -> None:
        """Show the agenda, or the ways to begin one."""
        if not filled:
            self.empty.say("list-tree", "No agenda yet", _EMPTY, offers)
        self._stack.setCurrentIndex(1 if filled else 0)
