"""The proposals as a tree: a group a kind, a box to tick, what is to be done, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from emgdesk.domain.numbering import counted
from emgdesk.queries.roll_forward import KINDS, Proposal, RollForward
from emgdesk.ui.dialogs.roll_forward.choosing import Choosing
from emgdesk.ui.dialogs.roll_forward.wording import group_title, owed_line, plain_line, to_do
from emgdesk.ui.theme import tones

_ID = Qt.ItemDataRole.UserRole
_CHECK = Qt.CheckState
_STILL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED = _STILL | Qt.ItemFlag.ItemIsUserCheckable
_AROUND = 10  # pixels a line is higher than its words
_NARROW = 560  # pixels below which there is no room for reasons
_SHARES, _NARROW_SHARES = (43, 22), (66, 34)  # of the width, per hundred; the last column has the rest


class ProposalTree(QTreeWidget):
    """`ticked(ids, whether)`: by mouse or Space, a whole group at once; `number_pressed(n)`: a digit, from 0.

    `entered` is Enter on a proposal; `chosen(id)` is "" for a group or a line that is only shown.
    """

    ticked = Signal(tuple, bool)
    chosen = Signal(str)
    number_pressed = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self.setHeaderLabels(["Proposal", "What is done", "Why"])
        self.setAccessibleName("Proposals")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.header().setStretchLastSection(True)
        self._height = QSize(0, self.fontMetrics().height() + _AROUND)
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.chosen_id))

    @property
    def chosen_id(self) -> str:
        """The key of the proposal in view, "" for none."""
        item = self.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    @property
    def chosen_group(self) -> tuple[str, str]:
        """The kind ("" for what is carried by itself) and the title of the group in view."""
        item = self.currentItem()
        group = item.parent() or item if item is not None else None
        kind = next((kind for kind, one in self._groups.items() if one is group), "")
        return kind, group.text(0) if group is not None else ""

    def choose(self, proposal_id: str | None) -> None:
        """Go to a proposal, if there is such a one."""
        if item := self._items.get(proposal_id or ""):
            self.setCurrentItem(item)

    def show_proposals(self, choosing: Choosing, wanted: str = "") -> None:
        """Show them all anew, `wanted` or the first one chosen."""
        with QSignalBlocker(self):
            self.clear()
            self._items, self._groups = {}, {}
            for kind in KINDS:
                if held := choosing.of_kind(kind):
                    self._add_group(kind, held, choosing.plan.som_number)
            self._add_carried(choosing.plan)
        self.expandAll()
        first = next(iter(self._items.values()), None)
        item = self._items.get(wanted, first) or self.topLevelItem(0)
        if item is not None:
            self.setCurrentItem(item)
        self.chosen.emit(self.chosen_id)

    def show_changed(self, choosing: Choosing) -> None:
        """Show what became of lines that are there."""
        with QSignalBlocker(self):
            for one in choosing.all():
                self._fill(self._items[one.id], one)
            for kind, group in self._groups.items():
                self._count(group, choosing.of_kind(kind))

    def _add_group(self, kind: str, held: Sequence[Proposal], som: int) -> None:
        group = self._group(group_title(kind, som))
        group.setFlags(_TICKED)
        self._groups[kind] = group
        for one in held:
            item = QTreeWidgetItem(group)
            item.setFlags(_TICKED)
            item.setData(0, _ID, one.id)
            item.setSizeHint(0, self._height)
            self._items[one.id] = item
            self._fill(item, one)
        self._count(group, held)

    def _add_carried(self, plan: RollForward) -> None:
        """What is carried by itself: nothing to tick."""
        if not (plan.follow_ups or plan.carried):
            return
        group = self._group("Carried over by itself")
        group.setFlags(_STILL)
        lines = [owed_line(row) for row in plan.follow_ups]
        if plan.carried:
            tasks = counted(plan.carried, "open task", "open tasks")
            lines.insert(0, (f"{tasks} of the work plan", "Stay in the work plan", ""))
        for line in lines:
            item = QTreeWidgetItem(group, list(line))
            item.setFlags(_STILL)
            item.setSizeHint(0, self._height)
            _tell_whole(item)
        group.setText(1, str(len(lines)))

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [title])
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        group.setFont(0, font)
        group.setSizeHint(0, self._height)
        group.setForeground(1, QColor(tones().muted))
        return group

    def _fill(self, item: QTreeWidgetItem, one: Proposal) -> None:
        item.setCheckState(0, _CHECK.Checked if one.ticked else _CHECK.Unchecked)
        named = (
            f"{one.workstream}: {plain_line(one.subject)}"
            if one.kind not in _NAMED and one.workstream
            else ""
        )
        for column, text in enumerate((named or plain_line(one.subject), to_do(one), one.reason)):
            item.setText(column, text)
        item.setForeground(1, QColor(tones().accent if one.ticked else tones().muted))
        item.setForeground(2, QColor(tones().muted))
        _tell_whole(item)

    def _count(self, group: QTreeWidgetItem, held: Sequence[Proposal]) -> None:
        taken = sum(one.ticked for one in held)
        state = (
            _CHECK.Unchecked
            if not taken
            else _CHECK.Checked
            if taken == len(held)
            else _CHECK.PartiallyChecked
        )
        group.setCheckState(0, state)
        group.setText(1, f"{taken} of {len(held)}")

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        """A box was ticked: of a group, all below it go along."""
        if column:
            return
        below = [str(item.child(at).data(0, _ID)) for at in range(item.childCount())]
        keys = below or [str(item.data(0, _ID))]
        self.ticked.emit(tuple(keys), item.checkState(0) != _CHECK.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.chosen_id and plain and event.text().isdecimal() and event.text() != "0":
            self.number_pressed.emit(int(event.text()) - 1)
        elif self.chosen_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def share_width(self) -> None:
        """Give the columns their shares of the width there is; where that is little, the side tells why."""
        width = self.viewport().width()
        narrow = width < _NARROW
        self.setColumnHidden(2, narrow)
        for column, share in enumerate(_NARROW_SHARES if narrow else _SHARES):
            self.setColumnWidth(column, width * share // 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_groups"):
            self._tint()

    def _tint(self) -> None:
        with QSignalBlocker(self):
            for item in self._items.values():
                ticked = item.checkState(0) == _CHECK.Checked
                item.setForeground(1, QColor(tones().accent if ticked else tones().muted))
                item.setForeground(2, QColor(tones().muted))
            for group in self._groups.values():
                group.setForeground(1, QColor(tones().muted))


_NAMED = frozenset(("meeting", "deferred", "mandate", "condition"))
"""Kinds whose subject is a meeting or a workstream itself."""


def _tell_whole(item: QTreeWidgetItem) -> None:
    for column in range(3):
        item.setToolTip(column, item.text(column))
