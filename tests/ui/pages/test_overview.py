"""The overview on a real desk: what waits today, whose it is, where each line leads."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.document import add_document
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.task import add_entry
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.pages.overview.lines import headline
from emgdesk.ui.pages.overview.page import OverviewPage
from emgdesk.ui.pages.overview.rules import RulesDialog
from emgdesk.ui.services import Navigator, Services
from emgdesk.ui.widgets.line_list import LineButton
from emgdesk.workspace import Workspace, open_desk
from tests.desks import make_meeting, make_person, make_roster, make_workplan

TODAY = date.today()
SILENT = ["Make the survey.", "Make the website."]


@pytest.fixture
def desk(tmp_path):
    with open_desk(tmp_path / "now.emgdesk", author="Tester") as made:
        yield made


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(qtbot, desk, tasks, settings, appearance, asked):
    navigator = Navigator(
        show=lambda *what: asked.append(what),
        start_import=lambda *what: asked.append(("import", *what)),
        start_export=lambda *what: None,
        new_meeting=lambda: asked.append(("new meeting",)),
        notify=lambda notice: None,
    )
    hub = ChangeHub(desk)
    made = OverviewPage(Services(desk, tasks, hub, settings, navigator))
    made.resize(1200, 700)
    qtbot.addWidget(made)
    made.show()
    done(made)
    yield made
    assert tasks.shown == []
    hub.deleteLater()


def done(page):
    page.services.tasks.settle()


def fill(desk: Workspace) -> dict[str, str]:
    """A SOM in ten days, a mandate due at it, a silent task, a follow-up."""
    keys = make_workplan(desk)
    day = (TODAY + timedelta(days=10)).isoformat()
    before = (TODAY - timedelta(days=100)).isoformat()
    old = make_meeting(desk, "SOM40 mid-term", som_number=40, segment="mid-term", date=before, status="held")
    keys["meeting"] = make_meeting(
        desk, "SOM40 technical", som_number=40, segment="technical", date=day, status="confirmed"
    )
    make_roster(desk, keys["meeting"])
    desk.do("Paper", add_document, meeting_id=keys["meeting"], title="Agenda", status="planned")
    desk.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="established", date="2020-10-28", until="SOM 40"
    )
    ines = make_person(desk, "Ines Calado", "EMG")
    desk.do("Officer", add_member, workstream_id=keys["reefs"], role="officer", person_id=ines)
    desk.do("Owed", add_follow_up, meeting_id=old, who="FAO", what="Send the map.", due="next meeting")
    return keys


def lines(page, key):
    buttons = page.view.card(key).findChildren(LineButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def test_an_empty_desk_says_how_to_begin(page):
    assert page.view.empty.isVisibleTo(page)
    assert [button.text().strip() for button in page.view.empty.findChildren(QPushButton)] == [
        "New meeting…", "Import a work plan…",
    ]  # fmt: skip


def test_what_waits_stands_under_its_heading(page, desk):
    fill(desk)
    done(page)
    assert page.view.day.text() == headline(TODAY)
    ahead = lines(page, "ahead")
    assert (ahead[0].split(", ")[0], ahead[0].split(", ")[-1]) == ("SOM40 technical", "in 10 days")
    assert [line.split(" by ")[0] for line in ahead[1:4]] == [
        "Invitation", "Documents circulated", "Comments of members",
    ]  # fmt: skip
    assert ahead[2].endswith("1 of 1 document not circulated yet, 4 days ago")
    assert lines(page, "mandates") == [
        "Task Team on Reefs, runs until SOM 40 · since 2020 · Ines Calado, due"
    ]
    assert lines(page, "follow_ups") == ["Send the map., FAO · from SOM40 mid-term · next meeting"]


def test_every_line_leads_to_its_place_by_mouse_and_keyboard(page, desk, asked):
    keys = fill(desk)
    done(page)
    first = page.view.card("mandates").findChildren(LineButton)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    papers = page.view.card("ahead").findChildren(LineButton)[2]
    papers.setFocus()
    QTest.keyClick(papers, Qt.Key.Key_Return)
    assert asked == [("mandate", keys["reefs"]), ("documents", keys["meeting"])]


def test_mine_shows_what_one_officer_answers_for(page, desk):
    keys = fill(desk)
    desk.do("Told", add_entry, task_id=keys["map"], status="ongoing", as_of=date.today().isoformat())
    done(page)
    assert sorted(line.split(",")[0] for line in lines(page, "silent")) == SILENT
    page.view.whose.setCurrentText("Ines Calado")
    page.view.whose.activated.emit(1)
    done(page)
    assert len(lines(page, "mandates")) == 1
    assert [line.split(",")[0] for line in lines(page, "silent")] == []
    assert page.services.settings.get("overview.officer", "") == "Ines Calado"


def test_house_rules_are_kept_with_the_desk(page, desk):
    fill(desk)
    dialog = RulesDialog(page.services, page)
    done(page)
    assert {key: field.value() for key, field in dialog.fields.items()} == {
        "invitation": 56, "circulation": 14, "comments": 7,
    }  # fmt: skip
    dialog.fields["comments"].setValue(3)
    dialog.submit()
    done(page)
    assert lines(page, "ahead")[3].endswith("in 7 days")
    desk.undo()
    done(page)
    assert lines(page, "ahead")[3].endswith("in 3 days")
