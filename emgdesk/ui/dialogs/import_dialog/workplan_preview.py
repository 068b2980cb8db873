"""The work plan of a file: what is new and what changes, chapter by chapter; open questions on top."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from emgdesk.importing.plan import Decision
from emgdesk.importing.workplans.plan import WorkplanPlan
from emgdesk.ui.dialogs.import_dialog.questions import answered, answers, question
from emgdesk.ui.dialogs.import_dialog.verdict_bar import ALL, VerdictBar
from emgdesk.ui.dialogs.import_dialog.workplan_lines import TONES, VERDICTS, Line, counts_of, lines_of
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.chips import ChipDelegate, Index

_VERDICT = Qt.ItemDataRole.UserRole
_OPEN = 150  # tasks up to which every line is shown opened


class WorkplanPreview(QWidget):
    """`decided({name: Decision or None})` for workstreams."""

    decided = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._asked: dict[str, Line] = {}  # by name, every question that was asked here
        self.verdicts = VerdictBar(VERDICTS, TONES)
        self.verdicts.chosen.connect(self._fill)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(["In the file", "Verdict", "Row", "What happens"])
        self.tree.setAccessibleName("Work plan in the file")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setItemDelegate(_PlainDelegate(self.tree))
        self.tree.setItemDelegateForColumn(1, ChipDelegate(_tone, self.tree))
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.verdicts)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)

    def show_plan(self, plan: WorkplanPlan, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        """Show the plan; `names` and `labels` are those of the desk's chapters and workstreams by key."""
        open_now = [w for w in plan.workstreams if w.candidates]
        asked = tuple(question(w.name, w.row, f"{w.sheet}, row {w.row}", w.candidates) for w in open_now)
        self.show_lines(lines_of(plan, names, labels), asked, plan.decisions)

    def show_lines(
        self, lines: tuple[Line, ...], asked: tuple[Line, ...], decisions: Mapping[str, Decision]
    ) -> None:
        """Show lines already worked out below the questions still open and those answered here."""
        self._asked |= {line.name: line for line in asked}
        done = answered(self._asked.values(), decisions, asked)
        heads = (("To decide", asked), ("Decided", done))
        self._lines = (*(Line(head, children=held) for head, held in heads if held), *lines)
        self.verdicts.show_counts(counts_of(self._lines))
        self.verdicts.choose(ALL)
        self._fill(ALL)

    def _fill(self, verdict: str) -> None:
        self.tree.clear()
        for line in self._lines:
            item = self._item(line, verdict)
            if item is not None:
                self.tree.addTopLevelItem(item)
                item.setExpanded(True)
        self._dress(self.tree.invisibleRootItem())
        letter = self.tree.fontMetrics().averageCharWidth()
        for column, letters in enumerate((64, 14, 7)):
            self.tree.setColumnWidth(column, letters * letter)

    def _item(self, line: Line, verdict: str, inside: bool = False) -> QTreeWidgetItem | None:
        """The line and those below it that are of the verdict asked for; None if there are none.

        Fields and entries (`inside` a row that is shown) go with their row.
        """
        own = verdict == ALL or (line.verdict == verdict if line.row else inside)
        below = own and (bool(line.row) or inside)
        children = [
            item for child in line.children if (item := self._item(child, verdict, below)) is not None
        ]
        if not own and not children:
            return None
        item = QTreeWidgetItem([line.text, VERDICTS.get(line.verdict, ""), str(line.row or ""), line.what])
        item.setData(0, _VERDICT, line)
        item.setToolTip(0, line.text)
        item.setToolTip(3, line.what)
        item.addChildren(children)
        return item

    def _dress(self, parent: QTreeWidgetItem, depth: int = 0) -> None:
        """Fonts, and the choices of what somebody must decide: both need items that are in the tree."""
        for at in range(parent.childCount()):
            item = parent.child(at)
            line: Line = item.data(0, _VERDICT)
            if depth == 0:
                font = QFont(self.tree.font())
                font.setWeight(QFont.Weight.DemiBold)
                item.setFont(0, font)
            elif not line.row:
                item.setForeground(0, QColor(tones().muted))
            if line.name:
                self.tree.setItemWidget(item, 3, self._choice(line))
            item.setExpanded(depth < 1 or (depth == 1 and len(self._lines) < _OPEN))
            self._dress(item, depth + 1)

    def _choice(self, line: Line) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"What {line.name} is")
        for words, answer in answers(line):
            box.addItem(words, answer)
            if answer == line.answer:
                box.setCurrentIndex(box.count() - 1)
        box.activated.connect(lambda at: self.decided.emit({line.name: box.itemData(at)}))
        return box


class _PlainDelegate(QStyledItemDelegate):
    """The current line is told by its colour; no frame around one of its cells."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


def _tone(index: Index) -> str:
    line = index.sibling(index.row(), 0).data(_VERDICT)
    return TONES.get(line.verdict, "") if isinstance(line, Line) else ""
