"""Renders every screen of the sample desk offscreen to docs/screenshots/.

`python docs/make_screenshots.py [--scale 2] [--dark] [--output FOLDER] [NAME ...]`
"""

import argparse
import datetime
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from pictured_files import ANNEX, attendance, registrations
from pictured_meetings import MeetingScreens
from pictured_workstreams import WorkstreamScreens

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1366, 768
_DRAWING = 700  # milliseconds
_LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "participants-list": ("participants", {"columns": "2", "totals": "yes"}),
    "participants-two-blocks": ("participants", {"style": "two-blocks"}),
    "participants-by-entity": ("participants", {"style": "by-entity", "columns": "2"}),
    "sign-in-sheet": ("sign-in-sheet", {}),
    "name-badges": ("badges", {}),
    "name-plates": ("name-plates", {}),
    "invitations": ("invitations", {}),
}
LOOK_ALIKES: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Ingeborg Ravnas Lindqvist", "EMG",
     {"emails": ("ingeborg.ravnas@emg.example",), "phone": "+41 22 555 01 42", "title": "Ms"}),
    ("Adaeze Olisa Brandt", "UNEP", {"function": "Chair, Environment Management Group"}),
    ("Zsofia Keresztury-Nagy", "UNEP", {"emails": ("zsofia.keresztury@unep.example",)}),
    ("Çağrı Yildizoglu", "UNDP", {}),
)  # fmt: skip


class Day(datetime.date):
    """The day of the sample desk."""

    @classmethod
    def today(cls) -> datetime.date:
        return datetime.date(2026, 10, 16)


class Moment(datetime.datetime):
    """Ten o'clock on that day."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime(2026, 10, 16, 10, 0, tzinfo=tz)


def main() -> None:
    chosen = arguments()
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    os.environ["TZ"] = "UTC"
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


def clocks() -> Iterator[str]:
    """The modules of the program that ask for the day or the time."""
    for path in sorted((ROOT / "emgdesk").rglob("*.py")):
        text = path.read_text("utf-8")
        if "date.today()" in text or "datetime.now(" in text:
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


def stop_clocks() -> None:
    """The pictures are the same on every day: the program takes it for the day of the sample desk."""
    for module in map(import_module, clocks()):
        for word, still in (("date", Day), ("datetime", Moment)):
            if hasattr(module, word):
                setattr(module, word, still)


def take(chosen: argparse.Namespace, folder: Path) -> None:
    from emgdesk.app import assemble

    stop_clocks()
    _application, window = assemble(None)
    window.settings.set("author", "Secretariat")
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


Screen = Iterator[tuple[str, Callable[[], object]]]


class Screens:
    """Leads the window from screen to screen."""

    def __init__(self, window: object, folder: Path) -> None:
        self.window = window
        self.folder = folder

    def all(self) -> Screen:
        """Each screen's name, and what gives the widget to render once work has settled."""
        window = self.window
        yield "welcome", lambda: window
        window.opener.open_sample()
        window.tasks.settle()
        page = window.desk.page("meetings")
        self.senior, self.midterm = page.view.list.model.ids()[0], page.view.list.model.ids()[-1]
        yield "meetings", lambda: window
        page.view.list.choose(self.midterm)
        page.view.tabs.setCurrentIndex(1)
        yield "participants", lambda: window
        yield from WorkstreamScreens(window, newest_dialog, wait).all()
        yield from self.rosters()
        yield from self.dialogs()
        yield from self.lists()
        meetings = (self.senior, page.view.list.model.ids()[1], self.midterm)
        yield from MeetingScreens(window, meetings, self.folder, newest_dialog, wait).all()
        yield from self.imports()
        yield from self.duplicates()

    def rosters(self) -> Screen:
        window = self.window
        window.show_place("rosters")
        window.tasks.settle()
        view = window.desk.page("rosters").view
        view.shown.table.select([view.shown.table.model.row_at(7).id])
        yield "people", lambda: window
        view.list.choose("entities")
        window.tasks.settle()
        wait(_DRAWING)  # the columns find their widths
        view.shown.table.select([view.shown.table.model.row_at(2).id])
        yield "entities", lambda: window
        view.list.choose("attendance")
        yield "attendance-statistics", lambda: window

    def duplicates(self) -> Screen:
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

    def dialogs(self) -> Screen:
        from emgdesk.ui.panels.roster.counting_dialog import CountingDialog

        window = self.window
        openings = {
            "history": window.commands["history"].trigger,
            "new-meeting": window.new_meeting,
            "shortcuts": window.commands["shortcuts"].trigger,
            "counting": lambda: CountingDialog(window.services, window).open(),
        }
        for name, begin in openings.items():
            begin()
            dialog = newest_dialog(window)
            yield name, lambda dialog=dialog: dialog
            dialog.reject()

    def lists(self) -> Screen:
        """The lists of a meeting, each with the options it is shown with."""
        for name, (document, options) in _LISTS.items():
            self.window.start_export(document, self.midterm, options)
            dialog = newest_dialog(self.window)
            yield name, lambda dialog=dialog: dialog
            dialog.reject()

    def imports(self) -> Screen:
        """A registration sheet, a list as text, and who was there, step by step; nothing of it stays."""
        window = self.window
        window.show_place("meetings")
        window.desk.page("meetings").view.list.choose(self.senior)
        yield from self.registrations(self.start(registrations(self.folder)))
        dialog = self.start(None)
        dialog.view.file.text.setPlainText(ANNEX)
        wait(_DRAWING)
        yield "import-text", lambda: dialog
        dialog.done(0)
        from emgdesk.queries.roster import list_roster

        people = window.services.workspace.read(list_roster, meeting_id=self.senior)
        dialog = self.start(attendance(self.folder, [(row.name, row.email) for row in people]))
        dialog.view.go_to("people")
        for group, name in ((2, "import-proposals"), (3, "import-attendance")):
            dialog.view.people.groups.setCurrentIndex(group)
            yield name, lambda: dialog
        dialog.done(0)

    def registrations(self, dialog: object) -> Screen:
        view = dialog.view
        for step in ("table", "columns"):
            view.go_to(step)
            yield f"import-{step}", lambda: dialog
        view.columns.order_chosen.emit("dmy")
        self.window.tasks.settle()
        view.go_to("people")
        yield "import", lambda: dialog
        view.people.groups.setCurrentIndex(1)
        view.people.entities.table.go_to(1)
        yield "import-entities", lambda: dialog
        view.go_to("changes")
        yield "import-changes", lambda: dialog
        dialog.import_now()
        yield "import-result", lambda: dialog
        dialog.finishing.undo()
        self.window.tasks.settle()
        dialog.reject()

    def start(self, path: Path | None) -> object:
        """The import window with a file, or waiting for one."""
        if path is None:
            self.window.paste_list()
        else:
            self.window.start_import(path, self.senior)
        self.window.tasks.settle()
        return newest_dialog(self.window)


def newest_dialog(window: object) -> object:
    from PySide6.QtWidgets import QDialog

    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()][-1]


if __name__ == "__main__":
    main()
