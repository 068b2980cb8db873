"""A copy of the user's file in which the rows that could not be taken are marked, with the reasons."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from emgdesk.domain.numbering import counted
from emgdesk.intake import Intake, Returned, return_rejected
from emgdesk.ui.file_choice import choose_target
from emgdesk.ui.services import Services

_COPIES = "Workbooks (*.xlsx)"


def words_to_save(rows: int) -> str:
    """What the button says: "Save the 2 rows that could not be taken…"."""
    return f"Save the {counted(rows, 'row', 'rows')} that could not be taken…"


def save_rejected(
    services: Services,
    intake: Intake,
    source: Path,
    window: QWidget,
    saved: Callable[[str], object],
    refused: Callable[[Exception], object],
) -> None:
    """Ask where to, and write the copy; `saved` is told in a sentence what was written."""
    folder = Path(str(services.settings.get("folder.import", "") or source.parent))
    folder = folder if folder.is_dir() else Path.home()
    proposal = folder / f"{Path(intake.raw.name).stem} - not imported.xlsx"
    target = choose_target(window, "Save the rows that could not be taken", _COPIES, proposal)
    if target is not None:
        services.tasks.run(
            "Saving the copy",
            lambda job: return_rejected(intake, source, target, job=job),
            lambda returned: saved(_told(returned)),
            refused,
            cancellable=True,
        )


def _told(returned: Returned) -> str:
    rows = counted(returned.rows, "row", "rows")
    said = f"{rows} marked in {returned.path.name}, with the reasons as comments."
    return " ".join((said, *returned.notes))
