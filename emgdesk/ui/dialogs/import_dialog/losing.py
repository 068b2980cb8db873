"""Asked before something is lost: decisions, a list that was typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from emgdesk.domain.numbering import counted


def lost_in_words(decisions: int, typed: bool) -> str:
    """What would be lost: "Your 3 decisions", "The list you typed", "" for nothing."""
    made = counted(decisions, "decision", "decisions") if decisions else ""
    if typed:
        return f"The list you typed and your {made}" if made else "The list you typed"
    return f"Your {made}" if made else ""


def ask_to_lose(
    window: QWidget, question: str, lost: str, yes: tuple[str, Callable[[], object]], no: str = "Stay"
) -> None:
    """Ask; `yes` is the button that loses it and what it does."""
    box = QMessageBox(QMessageBox.Icon.Question, window.windowTitle(), question, parent=window)
    box.setInformativeText(f"{lost} would be lost; the desk stays as it is.")
    leave = box.addButton(yes[0], QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    leave.clicked.connect(lambda _checked=False: yes[1]())
    box.finished.connect(box.deleteLater)
    box.open()
