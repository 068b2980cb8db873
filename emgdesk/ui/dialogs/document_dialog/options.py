"""The options of a document as a form made from what the catalog declares."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from emgdesk.reports.options import Option
from emgdesk.ui.dialogs.document_dialog.fields import (
    BodiesField,
    ChoiceField,
    DayField,
    EntityField,
    FlagField,
    NamesField,
    NumberField,
    ReportField,
    TextField,
)

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
    """One field for each option of one file; `values()` are as they would be typed on the command line.

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
        for option in (each for each in options if not each.folder):
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
