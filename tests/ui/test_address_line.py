"""People's addresses on the clipboard, and what is said of it."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication

from emgdesk.operations.person import update_person
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.roster import list_roster
from emgdesk.ui.address_line import copy_address_line
from emgdesk.ui.services import Navigator
from tests.desks import make_person


@pytest.fixture
def copied(qapp):
    """Copies the addresses of people given as name and address; what stands there, and what is said."""
    QGuiApplication.clipboard().setText("before")

    def copy(*people: tuple[str, str]) -> tuple[str, str, str]:
        told = []
        nowhere = lambda *_: None  # noqa: E731
        navigator = Navigator(nowhere, nowhere, nowhere, nowhere, told.append)
        copy_address_line([SimpleNamespace(name=name, email=email) for name, email in people], navigator)
        return QGuiApplication.clipboard().text(), told[0].kind, told[0].text

    return copy


def write(workspace, name: str, email: str) -> None:
    person = next(row for row in roster(workspace) if row.name == name)
    workspace.do("Mail", update_person, person_id=person.person_id, emails=[email])


def roster(workspace):
    return workspace.read(list_roster, meeting_id=workspace.read(find_meeting, code="SOM40 technical").id)


@pytest.fixture
def with_mail(opened, workspace):
    write(workspace, "Amélie Dürst", "amelie.duerst@unep.example")
    write(workspace, "Jorge Peña Ibáñez", "jorge.pena@fao.example")
    return opened


def test_everybody_has_an_address(copied):
    line, kind, said = copied(("Ana Quell", "aq@mail.example"), ("Quell, Ben", "bq@mail.example"))
    assert line == 'Ana Quell <aq@mail.example>; "Quell, Ben" <bq@mail.example>'
    assert (kind, said) == ("success", "Copied 2 addresses.")


def test_who_has_none_is_named(copied):
    line, kind, said = copied(("Ana Quell", "aq@mail.example"), ("Bo Reef", ""))
    assert line == "Ana Quell <aq@mail.example>"
    assert (kind, said) == ("info", "Copied 1 address; 1 person has no e-mail: Bo Reef.")
    people = [(f"Person {n}", "") for n in range(1, 10)]
    assert copied(("Ana Quell", "aq@mail.example"), *people)[2] == (
        "Copied 1 address; 9 people have no e-mail: Person 1, Person 2, Person 3, Person 4, Person 5, "
        "Person 6, Person 7, Person 8, Person 9."
    )
    people = [(f"Person {n}", "") for n in range(1, 21)]
    assert copied(("Ana Quell", "aq@mail.example"), *people)[2].endswith("Person 8 and 12 others.")


def test_an_address_of_two_people_is_copied_once(copied):
    line, _, said = copied(("Ana Quell", "office@mail.example"), ("Ben Quell", "Office@mail.example"))
    assert (line, said) == ("Ana Quell <office@mail.example>", "Copied 1 address.")


def test_nothing_to_copy_leaves_the_clipboard_alone(copied):
    assert copied()[0::2] == ("before", "There is nobody here to write to; nothing was copied.")
    assert copied(("Bo Reef", ""))[0::2] == ("before", "Nothing was copied: Bo Reef has no e-mail.")
    assert copied(("Bo Reef", ""), ("Al Sand", ""))[2] == (
        "Nothing was copied: none of these 2 people has an e-mail."
    )


def test_the_roster_of_the_meeting_in_view(with_mail):
    with_mail.commands["copy_addresses"].trigger()
    with_mail.tasks.settle()
    assert QGuiApplication.clipboard().text() == (
        "Amélie Dürst <amelie.duerst@unep.example>; Jorge Peña Ibáñez <jorge.pena@fao.example>"
    )
    assert with_mail.desk.banner.text == (
        "Copied 2 addresses; 3 people have no e-mail: Ngozi Adeyemi-Okoro, Светлана Воронова, Ruth Solberg."
    )


def test_the_rows_chosen_or_shown(with_mail):
    page = with_mail.desk.page("meetings")
    page.open_sheet("participants")
    with_mail.tasks.settle()
    table = page.roster.table
    assert page.roster._lists()[-1][0] == "Copy address line of 5 people"
    table.filter.setText("fao")
    table._apply_filter()
    assert page.roster._lists()[-1][0] == "Copy address line of 1 person shown"
    with_mail.commands["copy_addresses"].trigger()
    assert with_mail.desk.banner.text == "Copied 1 address."
    table.filter.clear()
    table._apply_filter()
    table.select([row.id for row in table.model.rows()[:2]])
    assert page.roster._lists()[-1][0] == "Copy address line of 2 people selected"
    with_mail.commands["copy_addresses"].trigger()
    assert with_mail.desk.banner.text == "Copied 2 addresses."
    table.select([table.model.rows()[4].id])
    page.roster._copy_selected()
    assert with_mail.desk.banner.text == "Nothing was copied: Ruth Solberg has no e-mail."


def test_all_people_or_those_found(with_mail, workspace):
    make_person(workspace, "Lena Brook", "WHO", ("lena.brook@who.example",))
    with_mail.show_place("rosters")
    with_mail.tasks.settle()
    panel = with_mail.desk.page("rosters").view.shown
    panel.table.filter.setText("who")
    panel.table._apply_filter()
    panel.copy_addresses()
    assert QGuiApplication.clipboard().text() == "Lena Brook <lena.brook@who.example>"
    assert with_mail.desk.banner.text == "Copied 1 address."


def test_where_there_are_no_people_it_says_where_to_go(opened):
    opened.show_place("workstreams")
    opened.tasks.settle()
    opened.commands["copy_addresses"].trigger()
    assert opened.desk.banner.text == "Choose a meeting, or All people, to copy their addresses."
