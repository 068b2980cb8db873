"""Commands on the desk as a whole: a new meeting, history, undo, backup."""

import argparse
from dataclasses import asdict
from pathlib import Path

from emgdesk.cli.desk import opened
from emgdesk.cli.output import Answer, table
from emgdesk.errors import InputError
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.setting import set_setting
from emgdesk.paths import default_database
from emgdesk.queries.history import list_history
from emgdesk.queries.settings import get_setting
from emgdesk.restoring import restore_desk
from emgdesk.workspace import ChangeSet


def new_meeting(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        label = f"New meeting {arguments.code}"
        code, title, date = arguments.code, arguments.title, arguments.date
        key = desk.do(label, create_meeting, code=code, title=title, date=date).value
    made = {"id": key, "code": code, "title": title, "date": date}
    return Answer({"meeting": made}, f"Made the meeting {code}.")


def history(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        rows = [asdict(row) for row in reversed(desk.read(list_history))]
    columns = {
        "number": "No.",
        "at": "When (UTC)",
        "author": "Who",
        "kind": "Step",
        "label": "What",
        "rows": "Rows",
    }
    return Answer({"history": rows}, table(rows, columns, "Nothing was done on this desk yet."))


def undo(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        return _replayed("Undone", desk.undo())


def redo(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        return _replayed("Redone", desk.redo())


def _replayed(word: str, changes: ChangeSet) -> Answer:
    return Answer({word.lower(): changes.label, "revision": changes.revision}, f"{word}: {changes.label}.")


SETTINGS = {
    "logo": "picture file printed at the head of documents",
    "progress-introduction": "text at the beginning of the progress report (CommonMark)",
}


def setting(arguments: argparse.Namespace) -> Answer:
    """Show a setting of the desk, or change it."""
    name, value = arguments.name, arguments.value
    if name == "logo" and value and not Path(value).is_file():
        raise InputError(f"There is no picture file {value}.", place="logo")
    with opened(arguments) as desk:
        if value is not None:
            stored = str(Path(value).absolute()) if name == "logo" and value else value
            desk.do(f"Set {name}", set_setting, name=name, value=stored)
        now = desk.read(get_setting, name=name)
    return Answer({"setting": {"name": name, "value": now}}, now or f"{name} is not set.")


def verify(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        checked = desk.verify()
    return Answer({"revisions": checked}, f"The history of {checked} steps is whole.")


def backup(arguments: argparse.Namespace) -> Answer:
    with opened(arguments) as desk:
        desk.backup(arguments.output)
    return Answer(text=f"Copied the desk to {arguments.output}.")


def restore(arguments: argparse.Namespace) -> Answer:
    target = arguments.database or default_database()
    kept = restore_desk(arguments.file, target)
    return Answer(text=f"Restored {target}." + (f" The desk as it was is kept in {kept}." if kept else ""))
