"""One task: where it comes from, when it stood in the work plan, and all that was reported on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.queries.workstreams import EntryRow
from emgdesk.ui.panels.work_plan.reading import Body, Place, TaskLine
from emgdesk.ui.widgets.commonmark import to_words
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.room import Room
from emgdesk.ui.widgets.text import label, link, tool
from emgdesk.ui.widgets.timeline import Happened, Timeline

_BESIDE = 560  # pixels from which the history stands beside the facts
_SIGNS = {
    "completed": ("check", "good"),
    "ongoing": ("half", "accent"),
    "upcoming": ("empty", "accent"),
    "not started": ("dashed", "muted"),
    "postponed": ("pause", "warn"),
    "dropped": ("cross", "bad"),
}


class TaskDetail(QWidget):
    """`edited(task_id, key, value)` for a field, `moved(task_id, place)` to another workstream or chapter.

    `entry_asked(entry or None)`, `entry_deleted(entry_id)` for the history; `decision_asked(what)` with
    what is to be done with the decision: show, choose, compare or remove.
    """

    edited = Signal(str, str, str)
    moved = Signal(str, object)
    entry_asked = Signal(object)
    entry_deleted = Signal(str)
    decision_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line: TaskLine | None = None
        self._printed: Mapping[str, Sequence[str]] = {}
        self.decision = link("", lambda: self.decision_asked.emit("show"))
        self.no_decision = label("none", "muted")
        self.choose = tool("Choose…", lambda: self.decision_asked.emit("choose"), "gavel")
        self.choose.setToolTip("Choose the decision the task comes from")
        self.compare = tool("Compare", lambda: self.decision_asked.emit("compare"), "split")
        self.compare.setToolTip("Compare the words of the task with those of the decision")
        self.remove = tool("Remove", lambda: self.decision_asked.emit("remove"), "x")
        self.remove.setToolTip("The task does not come from this decision")
        for part in (self.compare, self.remove):
            part.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.source = LineEdit()
        self.source.setPlaceholderText("terms of reference, own work plan, the secretariat …")
        self.source.editingFinished.connect(lambda: self._edited("source", self.source.text().strip()))
        self.since, self.until = DateField("from the beginning"), DateField("still in it")
        for field, key in ((self.since, "since"), (self.until, "until")):
            field.changed.connect(lambda iso, key=key: self._edited(key, iso))
        self.place = QComboBox()
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(14)
        self.place.activated.connect(self._place_chosen)
        self.history = Timeline("What was reported")
        self.history.opened.connect(lambda key: self.entry_asked.emit(self._entry(key)))
        self.history.add_asked.connect(lambda: self.entry_asked.emit(None))
        self.history.delete_asked.connect(self.entry_deleted)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 8, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(Room(self._facts(), QSize(250, 80)), 2)
        self._row.addWidget(self._told(), 3)
        self.show_line(None, {})

    def _facts(self) -> QWidget:
        words = QHBoxLayout()
        words.setSpacing(2)
        for part in (self.decision, self.no_decision, self.choose, self.compare, self.remove):
            words.addWidget(part)
        words.addStretch(1)
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label("Decision", "muted"), 0, 0)
        grid.addLayout(words, 0, 1)
        rows = (
            ("&Source", self.source),
            ("In it s&ince", self.since),
            ("&Left it on", self.until),
            ("Stands in", self.place),
        )
        for at, (name, field) in enumerate(rows, 1):
            caption = label(name, "muted")
            caption.setBuddy(field)
            (field.focusProxy() or field).setAccessibleName(_SPOKEN.get(name, name.replace("&", "")))
            grid.addWidget(caption, at, 0)
            grid.addWidget(field, at, 1)
        grid.setRowStretch(len(rows) + 1, 1)
        return facts

    def _told(self) -> QWidget:
        told = QWidget()
        head = QHBoxLayout()
        self.count = label("What was reported", "group")
        head.addWidget(self.count, 1)
        self.add = tool("Progress…", lambda: self.entry_asked.emit(None), "plus", tip="Report on this task")
        head.addWidget(self.add)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.history, 1)
        return told

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = (
            QBoxLayout.Direction.LeftToRight
            if event.size().width() >= _BESIDE
            else QBoxLayout.Direction.TopToBottom
        )
        if self._row.direction() != way:
            self._row.setDirection(way)

    # --- what is shown ------------------------------------------------------------------------

    def offer_places(self, places: Sequence[Place], body: Body) -> None:
        """Where a task may be moved to; it stands in `body`."""
        self.place.clear()
        for place in places:
            self.place.addItem(place.name, place)
        self.place.setCurrentIndex(next((at for at, one in enumerate(places) if _is(one, body)), -1))

    def show_line(self, line: TaskLine | None, printed: Mapping[str, Sequence[str]]) -> None:
        """Show this task; `printed` are the issued reports that carry an entry, by its key.

        A field being typed in is left alone while the task stays the same.
        """
        other = (line.id if line else "") != (self._line.id if self._line else "")
        self._line, self._printed = line, printed
        self.setEnabled(line is not None)
        self._show_decision(line)
        self._show_fields(typing_stays=not other)
        self.history.show_points([self._point(entry) for entry in line.entries] if line else ())

    def revert(self) -> None:
        """Show what stands on the desk again: an edit was refused."""
        self._show_fields(typing_stays=False)

    def _show_decision(self, line: TaskLine | None) -> None:
        decision = line.decision if line else None
        self.decision.setText(decision.cited if decision else "")
        self.decision.setToolTip("Show the decision" if decision else "")
        for part in (self.decision, self.remove):
            part.setVisible(decision is not None)
        self.no_decision.setVisible(decision is None)
        self.compare.setVisible(bool(line and line.differs))
        style = Qt.ToolButtonStyle
        wanted = style.ToolButtonIconOnly if decision else style.ToolButtonTextBesideIcon
        self.choose.setToolButtonStyle(wanted)

    def _show_fields(self, *, typing_stays: bool) -> None:
        line = self._line
        for field, text in (
            (self.since, line.since if line else ""),
            (self.until, line.until if line else ""),
        ):
            if not (typing_stays and field.line.hasFocus()):
                field.set_value(text)
        if not (typing_stays and self.source.hasFocus()):
            self.source.setText(line.source if line else "")
            self.source.setCursorPosition(0)

    def _point(self, entry: EntryRow) -> Happened:
        sign, tone = _SIGNS.get(entry.status, ("full", "muted"))
        printed = ", ".join(self._printed.get(entry.id, ()))
        word = entry.status.capitalize() or "Noted"
        note = f"Printed in {printed}" if printed else ""
        return Happened(
            entry.id, sign, tone, word, written_date(entry.as_of) or "no date", to_words(entry.text), note
        )

    def _entry(self, key: str) -> EntryRow | None:
        entries = self._line.entries if self._line else ()
        return next((entry for entry in entries if entry.id == key), None)

    # --- what is asked for --------------------------------------------------------------------

    def _edited(self, key: str, value: str) -> None:
        if self._line is not None and value != getattr(self._line, key):
            self.edited.emit(self._line.id, key, value)

    def _place_chosen(self, at: int) -> None:
        place = self.place.itemData(at)
        if self._line is not None and place is not None and not _is(place, self._here()):
            self.moved.emit(self._line.id, place)

    def _here(self) -> Body:
        assert self._line is not None
        return Body(self._line.task.chapter_id, self._line.task.workstream_id, "")


_SPOKEN = {"In it s&ince": "In the work plan since", "&Left it on": "Left the work plan on"}


def _is(place: Place, body: Body) -> bool:
    same = place.workstream_id == body.workstream_id
    return same and (place.workstream_id is not None or place.chapter_id == body.chapter_id)
