"""Attendance statistics in the window: the numbers of the document, drawn and as tables."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from emgdesk.operations.roster import remove_participations, update_participations
from emgdesk.publishing import build_document
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.roster import list_roster
from emgdesk.reports.blocks import Chart
from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from emgdesk.ui.panels.statistics.choice import Choice
from emgdesk.ui.panels.statistics.panel import StatisticsPanel
from tests.desks import make_meeting, make_roster


@pytest.fixture
def panel(opened, workspace) -> StatisticsPanel:
    """Two meetings of SOM 40: one held, one with registrations."""
    senior = make_meeting(workspace, "SOM40 senior", som_number=40, segment="senior", date="2031-10-20")
    make_roster(workspace, senior, (("Amélie Dürst", "UNEP"), ("Bo Reef", "WHO")))
    rows = roster(workspace)
    workspace.do("Came", update_participations, ids=tuple(r.id for r in rows[:4]), attendance="attended")
    opened.commands["show_attendance"].trigger()
    opened.tasks.settle()
    return opened.desk.page("rosters").view.shown


def roster(workspace, code="SOM40 technical"):
    return workspace.read(list_roster, meeting_id=workspace.read(find_meeting, code=code).id)


def cells(table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def headers(table) -> list[str]:
    model = table.model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def choose(opened, panel, choice: Choice) -> None:
    panel.show_choice(choice)
    opened.tasks.settle()


def dialog_of(opened) -> DocumentDialog:
    opened.tasks.settle()
    return opened.findChild(DocumentDialog)


def test_the_charts_are_those_of_the_document(panel, workspace):
    document = build_document(
        workspace, "attendance-statistics", options={"meetings": "SOM40 technical; SOM40 senior"}
    )
    drawn = [block for block in document.blocks if isinstance(block, Chart)]
    assert [view.chart for view in panel.board.views] == drawn
    assert [chart.title for chart in drawn] == [
        "People",
        "Entities represented",
        "Online and in person",
        "Registered and attended",
    ]
    assert panel.board.views[0].told(0) == (
        "SOM40 technical: Members 2, Observers 1, Secretariat 1, together 4 people"
    )


def test_the_tables_hold_the_same_numbers(panel):
    assert headers(panel.by_meeting)[:12] == [
        "Meeting", "People", "Members", "Observers", "Guests", "Secretariat", "Online", "In person",
        "Registered", "Attended", "Absent", "Walk-ins",
    ]  # fmt: skip
    assert [row[:12] for row in cells(panel.by_meeting)] == [
        ["SOM40 technical", "4", "2", "1", "0", "1", "4", "0", "5", "4", "0", "0"],
        ["SOM40 senior", "2", "2", "0", "0", "0", "2", "0", "2", "–", "–", "–"],
    ]
    assert headers(panel.by_entity) == ["Entity", "Capacity", "SOM40 technical", "SOM40 senior", "Total"]
    assert cells(panel.by_entity) == [
        ["FAO", "member", "1", "", "1"],
        ["UNEP", "member", "1", "1", "2"],
        ["WHO", "member", "", "1", "1"],
        ["WWF", "observer", "1", "", "1"],
        ["EMG", "secretariat", "1", "", "1"],
    ]
    assert panel.words.text() == (
        "2 meetings: those who attended or, as long as nobody is marked so, those registered."
    )


def test_columns_sort_and_come_back_to_their_order(panel):
    header = panel.by_entity.horizontalHeader()
    header.setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in cells(panel.by_entity)] == ["UNEP", "FAO", "WHO", "WWF", "EMG"]
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in cells(panel.by_entity)] == ["FAO", "UNEP", "WHO", "WWF", "EMG"]


def test_other_meetings_are_counted_and_remembered(opened, panel, settings):
    choose(opened, panel, Choice("last", last=1))
    assert panel.bar.last.isVisible()
    assert [row[0] for row in cells(panel.by_meeting)] == ["SOM40 senior"]
    assert [view.chart.title for view in panel.board.views][-1] == "People by entity"
    panel.bar.last.setValue(2)
    opened.tasks.settle()
    assert [row[0] for row in cells(panel.by_meeting)] == ["SOM40 technical", "SOM40 senior"]
    assert settings.get("statistics.choice", {})["last"] == 2
    again = StatisticsPanel(opened.services)
    assert again.bar.choice == Choice("last", last=2)
    again.deleteLater()


def test_two_days_are_typed(opened, panel):
    panel.bar.box.setCurrentIndex(panel.bar.box.findText("Meetings between two days"))
    panel.bar.box.activated.emit(panel.bar.box.currentIndex())
    opened.tasks.settle()
    assert panel.bar.since.isVisible()
    panel.bar.until.line.setText("2031-9-30")
    panel.bar.until.line.editingFinished.emit()
    opened.tasks.settle()
    assert [row[0] for row in cells(panel.by_meeting)] == ["SOM40 technical"]


def test_a_click_on_a_meeting_opens_it(qtbot, opened, panel, workspace):
    view = panel.board.views[0]
    top, height = view._drawing.rows[1]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, round(top + height / 2)))
    opened.tasks.settle()
    assert opened.header.tabs.tabText(opened.header.tabs.currentIndex()) == "Meetings"
    assert opened.meeting_in_view() == workspace.read(find_meeting, code="SOM40 senior").id


def test_enter_in_the_table_opens_the_meeting(qtbot, opened, panel, workspace):
    panel.by_meeting.selectRow(0)
    qtbot.keyClick(panel.by_meeting, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert opened.meeting_in_view() == workspace.read(find_meeting, code="SOM40 technical").id


def test_entities_lead_nowhere(opened, panel):
    choose(opened, panel, Choice("last", last=1))
    panel.board.views[-1].chosen.connect(pytest.fail)
    panel.board.views[-1]._choose(0)
    assert opened.header.tabs.tabText(opened.header.tabs.currentIndex()) == "Rosters"


def test_the_table_in_view_is_copied(opened, panel):
    panel.tabs.setCurrentIndex(1)
    panel.copy_table()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == [
        "Entity\tCapacity\tSOM40 technical\tSOM40 senior\tTotal",
        "FAO\tmember\t1\t\t1",
    ]
    assert opened.desk.banner.text == "Copied 5 rows, with their headings."
    table = panel.by_entity  # not by selectRow: it asks which keys are held, whoever held them last
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(1, 0), flags.ClearAndSelect | flags.Rows)
    table.copy_pressed.emit()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["UNEP\tmember\t1\t1\t2"]


def test_the_document_is_of_the_same_meetings(opened, panel, settings):
    settings.set("document.attendance-statistics", {"from": "2040-01-01", "entities": "no"})
    choose(opened, panel, Choice("last", last=1))
    panel._print_pages()
    dialog = dialog_of(opened)
    values = dialog.side.values()
    assert (values["meetings"], values["from"], values["entities"]) == ("SOM40 senior", "", "no")
    assert dialog.windowTitle() == "Attendance statistics"
    assert "SOM40 technical" not in dialog.preview.document().getAllText(0).text()
    dialog.reject()


def test_a_change_of_the_roster_is_counted(opened, panel, workspace):
    ids = tuple(row.id for row in roster(workspace, "SOM40 senior"))
    opened.services.do("Remove", remove_participations, ids=ids[:1])
    opened.tasks.settle()
    assert cells(panel.by_meeting)[1][:2] == ["SOM40 senior", "1"]


def test_what_is_left_out_is_said(opened, panel, workspace):
    make_meeting(workspace, "SOM40 mid-term", som_number=40, segment="mid-term", date="2031-05-20")
    choose(opened, panel, Choice("som", "40"))
    assert panel.words.text().endswith("1 meeting has no roster and is left out: SOM40 mid-term.")


def test_nothing_in_the_choice_offers_all(opened, panel):
    choose(opened, panel, Choice("between", since="2040-01-01"))
    assert panel.empty.isVisible()
    texts = [part.text() for part in panel.empty.findChildren(QLabel) if part.text()]
    assert texts == ["None of these meetings has a roster", "Choose other meetings above."]
    assert not panel._print.isEnabled()
    panel.empty.findChild(QPushButton).click()
    opened.tasks.settle()
    assert not panel.empty.isVisible()
    assert panel.bar.box.currentText() == "All meetings"


def test_a_desk_without_rosters_says_what_to_do(opened, panel, workspace):
    for code in ("SOM40 technical", "SOM40 senior"):
        ids = tuple(row.id for row in roster(workspace, code))
        opened.services.do("Remove", remove_participations, ids=ids)
    opened.tasks.settle()
    assert panel.empty.isVisible()
    texts = [part.text() for part in panel.empty.findChildren(QLabel) if part.text()]
    assert texts == [
        "Nothing to count yet",
        (
            "Take in the registrations of a meeting, or the list of those who came: its people are counted "
            "here, by capacity, by entity, online and in person."
        ),
    ]


def test_the_choice_falls_back_when_its_som_is_gone(opened, panel, workspace):
    choose(opened, panel, Choice("som", "40"))
    for code in ("SOM40 technical", "SOM40 senior"):
        ids = tuple(row.id for row in roster(workspace, code))
        opened.services.do("Remove", remove_participations, ids=ids)
    make_roster(workspace, workspace.read(find_meeting, code="REEF 1").id, (("Bo Reef", "WHO"),))
    opened.tasks.settle()
    panel.read_soon()
    opened.tasks.settle()
    assert panel.bar.box.currentText() == "All meetings"
    assert [row[0] for row in cells(panel.by_meeting)] == ["REEF 1"]


@pytest.mark.parametrize(("width", "columns"), [(1366, 2), (900, 1)])
def test_charts_stand_side_by_side_where_there_is_room(opened, panel, width, columns):
    opened.resize(width, 768)
    opened.tasks.settle()
    lefts = {view.x() for view in panel.board.views}
    assert len(lefts) == columns
    assert all(view.height() == view.heightForWidth(view.width()) for view in panel.board.views)
    places = [view.geometry() for view in panel.board.views]
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
