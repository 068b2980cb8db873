"""Renders every screen of the sample desk offscreen to docs/screenshots/.

`python docs/make_screenshots.py [--scale 2] [--dark] [--output FOLDER] [NAME ...]`
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1366, 768
_DRAWING = 700  # milliseconds
REGISTRATIONS = """\
List of registrations;;;
;;;
First name;LAST NAME;Organisation;Email
Hanneke;VAN DER WIELEN;UNCCD;hanneke.vanderwielen@unccd.example
Tomas;Arrieta;;t.arrieta@elsewhere.example
Ödön;Szabó;WMO;odon.szabo@wmo.example
Mei-Ling;Zhou;;
Sina;Latu;Pacific Islands Forum;sina.latu@pif.example
Total;5;;
"""
LOOK_ALIKES: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Ingeborg Ravnas Lindqvist", "EMG",
     {"emails": ("ingeborg.ravnas@emg.example",), "phone": "+41 22 555 01 42", "title": "Ms"}),
    ("Adaeze Olisa Brandt", "UNEP", {"function": "Chair, Environment Management Group"}),
    ("Zsofia Keresztury-Nagy", "UNEP", {"emails": ("zsofia.keresztury@unep.example",)}),
    ("Çağrı Yildizoglu", "UNDP", {}),
)  # fmt: skip


def main() -> None:
    chosen = arguments()
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen_file(Path(folder), chosen.scale)}"
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        take(chosen, Path(folder))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Render every screen of the sample desk.")
    parser.add_argument("names", nargs="*", help="only these screens")
    parser.add_argument("--scale", type=float, default=1, help="1 or 2: the screen's scale")
    parser.add_argument("--dark", action="store_true", help="the dark appearance")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "screenshots")
    return parser.parse_args()


def screen_file(folder: Path, scale: float) -> Path:
    """The screen the offscreen platform is to have, as a file it reads."""
    path = folder / "screen.json"
    size = {"width": round(WIDTH * scale), "height": round(HEIGHT * scale)}
    screen = {"name": "laptop", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **size}
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path


def take(chosen: argparse.Namespace, folder: Path) -> None:
    from emgdesk.app import assemble

    _application, window = assemble(None)
    window.setFixedSize(WIDTH, HEIGHT)
    window.commands["appearance_dark" if chosen.dark else "appearance_light"].trigger()
    chosen.output.mkdir(parents=True, exist_ok=True)
    for name, screen in Screens(window, folder).all():
        window.tasks.settle()
        if not chosen.names or name in chosen.names:
            wait(_DRAWING)
            target = chosen.output / f"{name}.png"
            screen().grab().save(str(target))
            sys.stdout.write(f"{target}\n")
    window.tasks.settle()
    window.close()


def wait(milliseconds: int) -> None:
    """Let the pages of a preview be drawn: Qt does it on a thread of its own and tells nobody."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Screens:
    """Leads the window from screen to screen."""

    def __init__(self, window: object, folder: Path) -> None:
        self.window = window
        self.folder = folder

    def all(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Each screen's name, and what gives the widget to render once work has settled."""
        window = self.window
        yield "welcome", lambda: window
        window.opener.open_sample()
        window.tasks.settle()
        page = window.desk.page("meetings")
        yield "meetings", lambda: window
        page.view.list.choose(page.view.list.model.ids()[-1])
        page.view.tabs.setCurrentIndex(1)
        yield "participants", lambda: window
        window.show_place("workstreams")
        yield "workstreams", lambda: window
        yield from self.rosters()
        yield from self.dialogs()
        yield from self.duplicates()

    def rosters(self) -> Iterator[tuple[str, Callable[[], object]]]:
        window = self.window
        window.show_place("rosters")
        window.tasks.settle()
        view = window.desk.page("rosters").view
        view.shown.table.select([view.shown.table.model.row_at(7).id])
        yield "people", lambda: window
        view.list.choose("entities")
        window.tasks.settle()
        view.shown.table.select([view.shown.table.model.row_at(2).id])
        yield "entities", lambda: window

    def duplicates(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Last, because it puts people and entities on the desk who look like others."""
        from emgdesk.operations.entity import add_entity
        from emgdesk.operations.person import add_person
        from emgdesk.queries.entities import list_entities

        window = self.window
        entities = {row.acronym: row.id for row in window.services.workspace.read(list_entities)}
        for name, acronym, more in LOOK_ALIKES:
            window.services.do(
                f"New person {name}", add_person, name=name, entity_id=entities[acronym], **more
            )
        window.services.do(
            "New entity UN-Habitat Office", add_entity, acronym="UN-Habitat Office",
            full_name="United Nations Human Settlement Programme", domains=("unhabitat.org",),
        )  # fmt: skip
        window.show_place("rosters")
        view = window.desk.page("rosters").view
        view.list.choose("duplicates")
        window.tasks.settle()
        window.activateWindow()
        view.shown.shown.pane.view.setFocus()
        yield "duplicates", lambda: window
        view.shown.tabs.setCurrentIndex(1)
        yield "entity-duplicates", lambda: window

    def dialogs(self) -> Iterator[tuple[str, Callable[[], object]]]:
        window = self.window
        sheet = self.folder / "registrations.csv"
        sheet.write_text(REGISTRATIONS, encoding="utf-8")
        meeting = window.desk.page("meetings").view.list.chosen_id
        openings = {
            "import": lambda: window.start_import(sheet, meeting),
            "participants-list": lambda: window.start_export("participants", meeting),
            "progress-report": lambda: window.start_export("progress-report", meeting),
            "history": window.commands["history"].trigger,
            "new-meeting": window.new_meeting,
            "shortcuts": window.commands["shortcuts"].trigger,
        }
        for name, begin in openings.items():
            begin()
            dialog = newest_dialog(window)
            yield name, lambda dialog=dialog: dialog
            if name == "import":
                yield from self.steps(dialog)
            dialog.reject()

    def steps(self, dialog: object) -> Iterator[tuple[str, Callable[[], object]]]:
        """The steps of the import window."""
        for step in ("table", "columns", "people", "changes"):
            dialog.view.go_to(step)
            yield f"import-{step}", lambda: dialog


def newest_dialog(window: object) -> object:
    from PySide6.QtWidgets import QDialog

    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()][-1]


if __name__ == "__main__":
    main()
