"""The options of a document as a form made from what the catalog declares."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

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


NOTHING: Mapping[str, Sequence[Any]] = MappingProxyType({})
_NONE_TICKED = {
    "names": " (none ticked: all)", "bodies": " (none ticked: all)", "meetings": " (none ticked: automatic)",
}  # fmt: skip

Field = ChoiceField | FlagField | TextField | NumberField | DayField | NamesField | EntityField | ReportField
_CHOOSING: dict[str, Callable[[Sequence[Any]], Field]] = {
    "bodies": BodiesField,
    "entity": EntityField,
    "report": ReportField,
}  # others that choose from things of the desk tick names
_FIELDS: dict[str, Callable[[Option], Field]] = {
    "choice": ChoiceField,
    "flag": FlagField,
    "text": TextField,
    "number": NumberField,
    "date": DayField,
}


class OptionsForm(QWidget):
    """One field for each option; `values()` are as they would be typed on the command line.

    `names` are what options of a kind that names things choose from, by that kind.
    """

    changed = Signal()

    def __init__(self, options: Sequence[Option], names: Mapping[str, Sequence[Any]] = NOTHING) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._conditions = {option.key: option.only_with for option in options if option.only_with}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for option in options:
            made = _FIELDS.get(option.kind)
            choosing = _CHOOSING.get(option.kind, NamesField)
            field = made(option) if made else choosing(names.get(option.kind, ()))
            if not isinstance(field, FlagField):
                label = QLabel(option.label + _NONE_TICKED.get(option.kind, ""))
                label.setBuddy(field)
                layout.addWidget(label)
            field.setAccessibleName(option.label)
            field.setObjectName(f"option-{option.key}")
            field.set_value(option.default)
            field.edited.connect(self._show_effective)
            field.edited.connect(self.changed)
            layout.addWidget(field)
            layout.addSpacing(8)
            self._fields[option.key] = field
        layout.addStretch(1)
        self._show_effective()

    def _show_effective(self) -> None:
        """What has no effect beside the other options cannot be set."""
        for key, (other, values) in self._conditions.items():
            effective = self._fields[other].value() in values
            self._fields[key].setEnabled(effective)
            self._fields[key].setToolTip("" if effective else "Has no effect in this style")

    def values(self) -> dict[str, str]:
        """Every option by key; a report that has no effect beside the other options is not named."""
        return {
            key: field.value() if field.isEnabled() or not isinstance(field, ReportField) else ""
            for key, field in self._fields.items()
        }

    def set_values(self, values: Mapping[str, str]) -> None:
        """Set the options given, without announcing it; keys of no option here are passed over."""
        with QSignalBlocker(self):
            for key, value in values.items():
                if key in self._fields:
                    self._fields[key].set_value(value)
            self._show_effective()
