"""A field for a whole number."""

from PySide6.QtWidgets import QSpinBox

_MARGIN = 6  # pixels before the number: a style sheet's padding does not reach it


class NumberEdit(QSpinBox):
    """Takes arrow keys and the wheel; the style sheet leaves its buttons out."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
