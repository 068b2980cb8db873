"""The user guide shows what there is: its pictures, its links, its commands."""

import hashlib
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from emgdesk.cli import checking, deskwork, exporting, importing, listing, rolling
from emgdesk.cli.arguments import parser
from emgdesk.reports.catalog import check_suffix, parse_options

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "guide").glob("*.md"))
TEXTS = [*PAGES, ROOT / "README.md"]
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
COMMAND = re.compile(r"`(emgdesk [^`]+)`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
RUNS = {
    "demo": exporting.demo, "import": importing.run_import, "new": deskwork.new_meeting,
    "export": exporting.run_export, "list": listing.run_list, "duplicates": listing.run_duplicates,
    "check": checking.run_check, "template": exporting.run_template, "history": deskwork.history, "undo": deskwork.undo, "redo": deskwork.redo,
    "roll-forward": rolling.run_roll_forward,
    "verify": deskwork.verify, "setting": deskwork.setting, "backup": deskwork.backup, "restore": deskwork.restore,
}  # fmt: skip


def commands() -> list[str]:
    return list(dict.fromkeys(found for page in PAGES for found in COMMAND.findall(page.read_text("utf-8"))))


def anchor(heading: str) -> str:
    """The anchor a heading gets on the page: "Odd input" is "odd-input"."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.name)
def test_every_picture_is_there_and_says_what_it_shows(page: Path) -> None:
    for words, target in PICTURE.findall(page.read_text("utf-8")):
        assert words, target
        assert (page.parent / target).is_file(), target


def test_no_picture_is_there_twice() -> None:
    pictures = (ROOT / "docs" / "screenshots").glob("*.png")
    kept = Counter(hashlib.sha256(picture.read_bytes()).hexdigest() for picture in pictures)
    assert set(kept.values()) == {1}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        name, _, part = target.partition("#")
        other = page.parent / name if name else page
        assert other.is_file(), target
        assert not part or part in map(anchor, HEADING.findall(other.read_text("utf-8"))), target


def test_the_contents_name_every_chapter() -> None:
    contents = (ROOT / "docs" / "guide" / "README.md").read_text("utf-8")
    assert {page.name for page in PAGES} - {"README.md"} <= set(LINK.findall(contents))


@pytest.mark.parametrize("command", commands())
def test_every_command_can_be_given_as_shown(command: str) -> None:
    arguments = parser().parse_args(shlex.split(command)[1:])
    assert arguments.run is RUNS[arguments.command]
    if arguments.command == "export":
        if arguments.document != "segment-set" or arguments.output.suffix:  # a set may go into a folder
            check_suffix(arguments.document, arguments.output.suffix)
        parse_options(arguments.document, dict(option.split("=", 1) for option in arguments.option))
