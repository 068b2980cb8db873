"""The words of the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeAlias

from emgdesk import __version__
from emgdesk.cli import checking, deskwork, exporting, importing, listing, rolling
from emgdesk.cli.output import Answer
from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.paths import default_database
from emgdesk.reports.catalog import DOCUMENTS, FOLDERS

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Run = Callable[[argparse.Namespace], Answer]
LISTS = tuple(listing.LISTS)
_WORKSTREAM = "by its name, an earlier one, its short name, or words only it has"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, after a line on where the words are told."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:].rstrip('.')}."
        self.exit(2, f"usage: {self.prog} ..., told by {self.prog} --help\n{sentence}\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; each command leaves its function in `run`."""
    whole: argparse.ArgumentParser = _Parser(
        prog="emgdesk", description="Rosters, work plans and printed documents."
    )
    whole.add_argument("--version", action="version", version=f"emgdesk {__version__}")
    whole.add_argument(
        "--database", type=Path, default=None, metavar="FILE",
        help=f"the desk to work on (default: {default_database()})",
    )  # fmt: skip
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _demo(commands)
    _import(commands)
    _new(commands)
    _roll_forward(commands)
    _export(commands)
    _list(commands)
    _check(commands)
    _template(commands)
    _deskwork(commands)
    return whole


def _command(commands: Commands, name: str, run: Run, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.set_defaults(run=run)
    return command


def _demo(commands: Commands) -> None:
    command = _command(
        commands, "demo", exporting.demo, "do the main job on the sample data, in a folder of its own"
    )
    command.add_argument("--output", type=Path, required=True, metavar="DIR")


def _import(commands: Commands) -> None:
    command = _command(
        commands, "import", importing.run_import, "take in a roster, work plan or meeting from a file"
    )
    command.add_argument(
        "file", type=Path, nargs="+", metavar="FILE",
        help="several files are taken in together if they are work plans, as sheets entities filled in",
    )  # fmt: skip
    command.add_argument("--meeting", metavar="CODE")
    command.add_argument("--sheet", metavar="NAME")
    command.add_argument("--map", action="append", default=[], metavar="FIELD=HEADER")
    command.add_argument(
        "--as", dest="kind", default="auto", choices=importing.KINDS,
        help="what the file is: a roster (people registered), an attendance list (people who were there), a "
        "meeting or a work plan; auto (the default) tells by the file; what a row says of itself counts more",
    )  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    command.add_argument("--doubtful", default="skip", choices=("skip", "new", "match"))
    command.add_argument(
        "--decide", action="append", default=[], metavar="ROW=PERSON_ID|new|skip",
        help="who a row is; with the name of a workstream and a key, new or skip: which workstream it means",
    )  # fmt: skip
    command.add_argument(
        "--rejected", type=Path, metavar="FILE.xlsx",
        help="write a copy of the file in which rows that could not be taken are marked",
    )  # fmt: skip
    command.add_argument(
        "--entity", action="append", default=[], metavar="TEXT=alias:UNEP|part:UNEP|new|text",
        help="what an entity the desk does not know is: another name of, part of, a new one, or as printed",
    )  # fmt: skip
    command.add_argument(
        "--take-proposals", action="store_true",
        help="take the entities proposed by display names and e-mail domains",
    )  # fmt: skip
    command.add_argument(
        "--mark-absent", action="store_true",
        help="mark as absent who was registered and is not on this attendance list",
    )  # fmt: skip
    command.add_argument(
        "--update", default="fill", choices=("fill", "replace", "add-only"),
        help="what becomes of what the desk knows: fill (the default) fills what is empty, replace takes "
        "what the file says, add-only changes nothing; in the sheets of a meeting workbook, and in rows with "
        "an ID, fill takes a corrected cell too, and replace also clears cells that were emptied",
    )  # fmt: skip
    command.add_argument("--date-order", choices=("dmy", "mdy", "ymd"))
    command.add_argument("--json", action="store_true")


def _new(commands: Commands) -> None:
    command = _command(commands, "new", deskwork.new_meeting, "make a meeting")
    command.add_argument("what", choices=("meeting",))
    command.add_argument("--code", required=True)
    command.add_argument("--title", required=True)
    command.add_argument("--date", default="")
    command.add_argument("--json", action="store_true")


def _roll_forward(commands: Commands) -> None:
    command = _command(
        commands, "roll-forward", rolling.run_roll_forward, "take the desk to the next SOM, as proposed"
    )
    command.add_argument("--som", type=int, metavar="N", help="the SOM that ended (default: the last one)")
    command.add_argument("--before", metavar="CODE", help="the meeting of the drafted actions")
    command.add_argument("--dry-run", action="store_true", help="say what is proposed, change nothing")
    command.add_argument("--json", action="store_true")


def _export(commands: Commands) -> None:
    command = _command(
        commands, "export", exporting.run_export,
        "write a document or a workbook; progress-sheets writes a workbook for each entity into a folder",
    )  # fmt: skip
    command.add_argument("document", choices=[kind.name for kind in (*DOCUMENTS, *FOLDERS)])
    command.add_argument("--meeting", metavar="CODE")
    command.add_argument("--workstream", metavar="NAME", help=_WORKSTREAM)
    command.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    command.add_argument("--output", type=Path, required=True, metavar="FILE")
    command.add_argument("--json", action="store_true")


def _list(commands: Commands) -> None:
    command = _command(commands, "list", listing.run_list, "list what is on the desk")
    command.add_argument("what", choices=LISTS)
    command.add_argument("--meeting", metavar="CODE")
    command.add_argument("--workstream", metavar="NAME", help=_WORKSTREAM)
    command.add_argument("--as-of", metavar="DATE", help="how workstreams stood on that day")
    command.add_argument("--json", action="store_true")
    command = _command(
        commands, "duplicates", listing.run_duplicates, "list people who look alike, the likeliest first"
    )
    command.add_argument("--json", action="store_true")


def _check(commands: Commands) -> None:
    command = _command(
        commands, "check", checking.run_check, "check a meeting, or all of them, before anything is published"
    )
    command.add_argument("--meeting", metavar="CODE")
    command.add_argument("--json", action="store_true")


def _template(commands: Commands) -> None:
    command = _command(commands, "template", exporting.run_template, "write an empty workbook to fill in")
    command.add_argument("what", choices=tuple(WORKBOOKS))
    command.add_argument("--output", type=Path, required=True, metavar="FILE.xlsx")


def _deskwork(commands: Commands) -> None:
    for name, run, help in (
        ("history", deskwork.history, "what was done, the newest last"),
        ("undo", deskwork.undo, "take back the last step"),
        ("redo", deskwork.redo, "bring back the step last undone"),
        ("verify", deskwork.verify, "check that the history leads back to an empty desk"),
    ):
        _command(commands, name, run, help).add_argument("--json", action="store_true")
    told = "; ".join(f"{name}: {what}" for name, what in deskwork.SETTINGS.items())
    command = _command(
        commands, "setting", deskwork.setting, f"show or change a setting of the desk ({told})"
    )
    command.add_argument("name", choices=tuple(deskwork.SETTINGS))
    command.add_argument("value", nargs="?", help='the new value; "" takes it away')
    command.add_argument("--json", action="store_true")
    command = _command(commands, "backup", deskwork.backup, "copy the desk to a file")
    command.add_argument("--output", type=Path, required=True, metavar="FILE")
    command = _command(commands, "restore", deskwork.restore, "replace the desk by a backup")
    command.add_argument("file", type=Path, metavar="FILE")
