"""Entities the desk does not know: answered with one key, and what an import then does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from emgdesk.queries.entities import list_entities
from emgdesk.queries.roster import list_roster
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import NONE, SHIFT, settled
from tests.ui.dialogs.sheets import write_book

ROWS = (
    ("Name", "Entity"),
    ("Tevita Havili", "Ministry of Tides (MoT)"),
    ("Sina Latu", "Ministry of Tides (MoT)"),
    ("Ana Ruiz", "UNEP Chemicals Branch"),
    ("Bo Lindh", "FAO"),
    ("Ida Brekke", "Reef Club"),
)


@pytest.fixture
def reef(desk):
    return make_meeting(desk, "REEF 9")


@pytest.fixture
def asked(open_import, tmp_path, reef):
    dialog = open_import(write_book(tmp_path / "who.xlsx", People=ROWS), reef)
    dialog.view.people.entities.table.setFocus()
    return dialog


def shown_rows(dialog):
    rows = dialog.view.people.entities.table.rows.shown_rows()
    return [(row.verdict, row.text, row.count, row.what) for row in rows]


def known(desk, acronym):
    return next((row for row in desk.read(list_entities) if row.acronym == acronym), None)


def test_it_begins_with_the_questions(asked):
    view = asked.view
    assert view.current == "people"
    assert view.people.groups.tabText(view.people.groups.currentIndex()) == "Enti&ties (3)"
    assert view.bar.buttons["people"].step.said == "3 to decide"
    verdict, text, count, _ = shown_rows(asked)[0]
    assert (verdict, text, count) == ("To decide", "Ministry of Tides (MoT)", 2)
    panel = view.people.entities.panel
    assert panel.title.text() == "What is “Ministry of Tides (MoT)”?"
    assert panel.people.text() == "In 2 rows: Tevita Havili, Sina Latu"


def test_a_new_entity_is_described_and_made(asked, services, desk, reef):
    settled(services, asked, Qt.Key.Key_N, NONE)
    entities = asked.view.people.entities
    assert entities.table.current().text != "Ministry of Tides (MoT)"  # went on, as with people
    entities.table.go_to(0)
    panel = entities.panel
    assert not panel.facts.isHidden()
    panel.facts.acronym.setText("MoT")
    panel.facts.full_name.setText("Ministry of Tides")
    panel.facts.full_name.editingFinished.emit()
    services.tasks.settle()
    assert shown_rows(asked)[0] == (
        "New", "Ministry of Tides (MoT)", 2, "A new entity: MoT – Ministry of Tides, guest",
    )  # fmt: skip
    asked.import_now()
    services.tasks.settle()
    assert known(desk, "MoT").full_name == "Ministry of Tides"
    rows = desk.read(list_roster, meeting_id=reef)
    assert [row.entity_name for row in rows if row.name == "Sina Latu"] == ["Ministry of Tides"]
    asked.finishing.undo()
    services.tasks.settle()
    assert known(desk, "MoT") is None


def test_a_digit_makes_it_another_name_and_shift_a_part(asked, services, desk):
    entities = asked.view.people.entities
    entities.table.go_to(
        next(at for at in range(3) if entities.table.rows.row_at(at).text.startswith("UNEP"))
    )
    settled(services, asked, Qt.Key.Key_1)
    chosen = next(row for row in shown_rows(asked) if row[1] == "UNEP Chemicals Branch")
    assert (chosen[0], chosen[3]) == ("Alias", "Another name of UNEP")
    entities.table.go_to(
        next(at for at in range(3) if entities.table.rows.row_at(at).text.startswith("UNEP"))
    )
    settled(services, asked, Qt.Key.Key_Exclam, SHIFT)
    chosen = next(row for row in shown_rows(asked) if row[1] == "UNEP Chemicals Branch")
    assert (chosen[0], chosen[3]) == ("Part", "A part of UNEP, counted with it")
    asked.import_now()
    services.tasks.settle()
    made = known(desk, "UNEP Chemicals Branch")
    assert made.parent_id == known(desk, "UNEP").id
    assert made.counts_as_parent


def test_an_entity_is_looked_for_by_any_name(asked, services, desk):
    entities = asked.view.people.entities
    entities.table.go_to(entities.table.rows.at_of("reef club"))
    fao = known(desk, "FAO")
    lines = entities.panel.search._texts.stringList()
    assert any(line.startswith("FAO – Food and Agriculture Organization") for line in lines)
    entities.panel.entity_chosen.emit(fao.id)
    settled(services, asked, Qt.Key.Key_1)
    assert ("Alias", "Reef Club", 1, "Another name of FAO") in shown_rows(asked)
    asked.import_now()
    services.tasks.settle()
    assert "Reef Club" in known(desk, "FAO").aliases


def test_a_text_stays_as_printed_and_an_answer_is_taken_back(asked, services):
    settled(services, asked, Qt.Key.Key_K)
    assert shown_rows(asked)[0][0::3] == ("As printed", "Stays as printed, no entity")
    assert asked.view.people.entities.table.current().text != "Ministry of Tides (MoT)"
    asked.view.people.entities.table.go_to(0)
    settled(services, asked, Qt.Key.Key_U)
    assert shown_rows(asked)[0][0] == "To decide"


def test_answers_on_rows_given_meanwhile_are_kept(asked, services):
    asked.view.people.entities.decide("K")
    asked.view.people.roster.decide("S")
    services.tasks.settle()
    plan = asked._opened.roster[0]
    assert len(plan.decisions) == 1
    assert [one.kind for one in plan.entity_decisions.values()] == ["text"]


def test_answers_are_not_lost_by_a_slip(asked, services):
    settled(services, asked, Qt.Key.Key_N)
    assert asked.answering.decisions() == 1


def test_an_acronym_typed_in_full_is_taken_with_enter(qtbot, asked, services, desk):
    entities = asked.view.people.entities
    entities.table.go_to(entities.table.rows.at_of("reef club"))
    search = entities.panel.search
    search.setFocus()
    QTest.keyClicks(search, "unep")
    QTest.keyClick(search, Qt.Key.Key_Return)
    services.tasks.settle()
    assert search.text() == ""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is entities.table)
    assert entities._candidates(entities.table.current())[0].entity_id == known(desk, "UNEP").id
    assert not asked.view.shows_result()


def test_enter_takes_nothing_that_several_are_called(asked, services):
    search = asked.view.people.entities.panel.search
    search.setText("united nations")
    QTest.keyClick(search, Qt.Key.Key_Return)
    services.tasks.settle()
    assert search.text() == "united nations"
    assert not asked.view.shows_result()


def test_a_part_shows_the_status_of_the_whole(asked, services):
    entities = asked.view.people.entities
    at = next(at for at in range(3) if entities.table.rows.row_at(at).text.startswith("UNEP"))
    entities.table.go_to(at)
    settled(services, asked, Qt.Key.Key_P)
    entities.table.go_to(at)
    facts = entities.panel.facts
    assert (facts.status.currentText(), facts.status.isEnabled()) == ("member", False)


def test_the_foot_counts_the_entities_to_decide(asked, services):
    assert asked.view.totals.text().endswith("; 3 entities to decide")
    for _ in range(2):
        settled(services, asked, Qt.Key.Key_K)
    assert asked.view.totals.text().endswith("; 1 entity to decide")
    settled(services, asked, Qt.Key.Key_K)
    assert asked.view.totals.text().endswith("0 problems")
