"""A small dialog with a form, a sentence on what is wrong, and one button that does it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from emgdesk.errors import EmgdeskError
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.text import label
from emgdesk.workspace import Done


class FormDialog(QDialog):
    """Subclasses fill `form` and call `send`; `made` carries the key of what was made.

    Those that know which field an error speaks of say so in `field_at`.
    """

    made = Signal(str)

    def __init__(self, services: Services, title: str, do_it: str, intro: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.services = services
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(14)
        self.banner = Banner()
        self._had_keyboard: QWidget | None = None
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(do_it)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.submit)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(14)
        self._column.addWidget(self.banner)
        if intro:
            self._column.addWidget(label(intro, "muted", wrap=True))
        self._column.addLayout(self.form)
        self._column.addWidget(self.buttons)
        self.ok.setDefault(True)  # only now: before it stands in the dialog, another button may be it

    def add_row(self, text: str, field: QWidget) -> QLabel:
        """Put a field under a label (with "&" for its key); returns the label."""
        caption = QLabel(text)
        caption.setBuddy(field)
        (field.focusProxy() or field).setAccessibleName(text.replace("&", ""))
        self.form.addRow(caption, field)
        return caption

    def event(self, event: QEvent) -> bool:
        """Grow by what comes to stand in it, a sentence on what is wrong, so that no field is squeezed."""
        answered = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._column.totalHeightForWidth(self.width())
            if needed > self.height():
                fit_screen(self, self.width(), needed)
        return answered

    def submit(self) -> None:
        """Do what the button says."""
        raise NotImplementedError

    def send(self, title: str, operation: Callable[..., Any], /, **kw: Any) -> None:
        """Run the operation; close when it is done, else say what is wrong; a date that is none is wrong."""
        for field in self.findChildren(DateField):
            if field.isVisibleTo(self) and (sentence := field.problem()):
                self.refuse(sentence, field)
                return
        self._had_keyboard = self.focusWidget()  # a button that is disabled hands it on
        self.ok.setEnabled(False)
        self.services.do(title, operation, self._done, self._failed, **kw)

    def _done(self, done: Done[Any]) -> None:
        self.accept()
        self.made.emit(str(done.value))

    def _failed(self, error: Exception) -> None:
        self.ok.setEnabled(True)
        self.ok.setDefault(True)
        if isinstance(error, EmgdeskError):
            self.refuse(str(error), self.field_at(error.place or "") or self._had_keyboard)

    def refuse(self, sentence: str, field: QWidget | None) -> None:
        """Say what is wrong, the keyboard in the field at fault."""
        self.banner.tell(sentence, "error")
        if field is not None:
            field.setFocus()

    def field_at(self, place: str) -> QWidget | None:
        """The field an error names by its `place`, None where it is none of this dialog's."""
        return None


def choice(texts: Sequence[str]) -> QComboBox:
    """A choice of words."""
    made = QComboBox()
    made.addItems(list(texts))
    return made
