"""The fields of options: each takes and gives its value as it would be typed on the command line."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QListWidget, QListWidgetItem

from emgdesk.reports.options import Option
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.number_edit import NumberEdit
from emgdesk.ui.widgets.report_choice import ReportChoice


class ChoiceField(QComboBox):
    edited = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        for choice in option.choices:
            self.addItem(choice.label, choice.value)
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> str:
        return str(self.currentData())

    def set_value(self, text: str) -> None:
        self.setCurrentIndex(max(0, self.findData(text)))


class FlagField(QCheckBox):
    edited = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__(option.label)
        self.toggled.connect(self.edited)

    def value(self) -> str:
        return "yes" if self.isChecked() else "no"

    def set_value(self, text: str) -> None:
        self.setChecked(text == "yes")


class TextField(QLineEdit):
    edited = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.setPlaceholderText(option.default)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        return self.text()

    def set_value(self, text: str) -> None:
        self.setText(text)


class NumberField(NumberEdit):
    """A number; one that may be empty says "Automatic" below its least value."""

    edited = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self._empty = option.least - 1 if not option.default else None
        self.setRange(option.least if self._empty is None else self._empty, option.most or 100_000)
        if self._empty is not None:
            self.setSpecialValueText("Automatic")
        self.setSuffix(f" {option.unit}" if option.unit else "")
        self.valueChanged.connect(self.edited)

    def value(self) -> str:  # type: ignore[override]
        number = super().value()
        return "" if number == self._empty else str(number)

    def set_value(self, text: str) -> None:
        self.setValue(int(text) if text else self.minimum())


class DayField(DateField):
    edited = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__("today" if option.key == "as-of" else "not set")
        self.changed.connect(self.edited)


class NamesField(QListWidget):
    """Names to tick; with none ticked the document decides, as its label says."""

    edited = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in names:
            item = QListWidgetItem(name, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(name)
        self.setMaximumHeight(min(len(names), 7) * self.sizeHintForRow(0) + 8 if names else 60)
        self.itemChanged.connect(lambda _: self.edited.emit())

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def value(self) -> str:
        ticked = [i.text() for i in self._items() if i.checkState() == Qt.CheckState.Checked]
        return "; ".join(ticked)

    def set_value(self, text: str) -> None:
        wanted = {part.strip() for part in text.split(";")}
        for item in self._items():
            ticked = item.text() in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


class BodiesField(NamesField):
    """As names, where all of them have to be asked for."""

    def value(self) -> str:
        return super().value() or "all"


class EntityField(QComboBox):
    """An entity chosen from a list or typed."""

    edited = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems(["", *names])
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.activated.connect(lambda _: self.edited.emit())
        self.lineEdit().editingFinished.connect(self._typed)
        self._said = ""

    def value(self) -> str:
        return self.currentText().strip()

    def set_value(self, text: str) -> None:
        self.setCurrentText(text)
        self._said = self.value()

    def _typed(self) -> None:
        if self.value() != self._said:
            self._said = self.value()
            self.edited.emit()


class ReportField(ReportChoice):
    """A day, or an issued progress report."""

    edited = Signal()

    def __init__(self, reports: Sequence[Any]) -> None:
        super().__init__("no earlier report")
        self.set_reports(reports)
        self.changed.connect(self.edited)
