import pytest

from emgdesk.reports.blocks import Note, Table
from emgdesk.reports.builders.addresses import build
from emgdesk.reports.builders.mailboxes import mailbox
from tests.reports.builders.rosters import MEETING, line


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ana Quell", "Ana Quell <a@b.example>"),
        ("Quell, Ana", '"Quell, Ana" <a@b.example>'),
        ("Ana Q. Quell", '"Ana Q. Quell" <a@b.example>'),
        ('Ana "Bo" Quell', r'"Ana \"Bo\" Quell" <a@b.example>'),
        (r"A\B (x)", r'"A\\B (x)" <a@b.example>'),
        ("Ana@Work; Unit", '"Ana@Work; Unit" <a@b.example>'),
        ("กนกวรรณ O'Neil-Li", "กนกวรรณ O'Neil-Li <a@b.example>"),
        ("Ana\nQuell\u202e", "Ana Quell <a@b.example>"),
        ("", "a@b.example"),
    ],
)
def test_names_are_quoted_where_a_mail_program_needs_it(name: str, written: str) -> None:
    assert mailbox(name, "a@b.example") == written


def test_each_address_once_and_nobody_silently_left_out() -> None:
    people = [
        line(1, "Zoe", "ILO", email="z@b.example"), line(2, "Ana", email="Office@b.example"), line(3, "Bo"),
        line(4, "Cy", email="office@B.example"), line(5, "Dee"),
    ]  # fmt: skip
    document = build(MEETING, people)
    assert document.line == "Zoe <z@b.example>; Ana <Office@b.example>"
    assert document.remarks == (
        "2 people have no e-mail address: Bo; Dee.",
        "1 person shares an address that is in the list already: Cy.",
    )
    assert [list(row) for row in document.sheets[0].rows] == [
        ["Zoe", "z@b.example", "ILO", "Zoe <z@b.example>"],
        ["Ana", "Office@b.example", "", "Ana <Office@b.example>"],
    ]
    table, *notes = document.blocks[2:]
    assert isinstance(table, Table)
    assert notes == [Note(remark) for remark in document.remarks]


def test_nobody() -> None:
    document = build(MEETING, [])
    assert document.blocks[-1] == Note("Nobody is on the roster of this meeting yet.")
    assert (document.line, document.sheets[0].rows) == ("", [])
