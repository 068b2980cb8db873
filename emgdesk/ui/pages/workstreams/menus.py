"""What else can be done with a workstream, a chapter, or all of them."""

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu

from emgdesk.ui.services import Services

_OF_ALL = (
    ("Progress report…", "progress-report"),
    ("Mandate chart…", "mandate-chart"),
    ("Work plan as a table…", "workplan-table"),
    ("What was asked of an entity…", "entity-extract"),
    ("Work plan workbook (.xlsx)…", "workplan"),
)
_OF_ONE = (("Sheet", "workstream"), ("Progress report", "progress-report"))


class Doing(Protocol):
    """The page whose commands they are."""

    services: Services

    def roll_forward(self) -> None: ...
    def ask_for_progress(self) -> None: ...
    def import_plan(self) -> None: ...
    def open_names(self) -> None: ...
    def open_chapter(self) -> None: ...
    def print_this(self, name: str) -> None: ...
    def move_chosen(self, offset: int) -> None: ...
    def delete_chosen(self) -> None: ...


def fill_menu_of_all(menu: QMenu, page: Doing) -> None:
    """Steps of the year, documents, the workbook."""
    menu.addAction("Roll forward to the next SOM…", page.roll_forward)
    menu.addAction("Ask entities for progress…", page.ask_for_progress)
    menu.addSeparator()
    for words, name in _OF_ALL:
        menu.addAction(words, partial(page.services.navigator.start_export, name, None))
    menu.addSeparator()
    menu.addAction("Import a work plan…", page.import_plan)


def fill_menu_of_one(menu: QMenu, page: Doing, *, is_workstream: bool) -> None:
    """Documents, names and place of what is chosen."""
    menu.clear()
    if is_workstream:
        for words, name in _OF_ONE:
            menu.addAction(f"{words} of this workstream…", partial(page.print_this, name))
        menu.addAction("Names and spellings…", page.open_names)
        menu.addAction("Go to its chapter", page.open_chapter)
        menu.addSeparator()
    menu.addAction("Move up\tAlt+Up", partial(page.move_chosen, -1))
    menu.addAction("Move down\tAlt+Down", partial(page.move_chosen, 1))
    menu.addSeparator()
    menu.addAction("Delete", page.delete_chosen)
