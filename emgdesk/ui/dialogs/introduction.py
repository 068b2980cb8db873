"""The first paragraphs of the progress report, written in a window of their own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from emgdesk.operations.setting import set_setting
from emgdesk.queries.settings import get_setting
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.text_dialog import TextDialog

_NAME = "progress-introduction"
_HINT = "Left empty, the report says what it is and of which day"


def ask_introduction(services: Services, window: QWidget, on_changed: Callable[[], object]) -> None:
    """Show what is written now; `on_changed` when something else was."""
    services.read(get_setting, partial(_ask, services, window, on_changed), name=_NAME)


def _ask(services: Services, window: QWidget, on_changed: Callable[[], object], before: str) -> None:
    dialog = TextDialog("Introduction of the progress report", before, _HINT, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def take() -> None:
        if dialog.text() != before:
            services.do(
                "Change introduction of the progress report", set_setting, lambda _done: on_changed(),
                name=_NAME, value=dialog.text(),
            )  # fmt: skip

    dialog.accepted.connect(take)
    dialog.open()
