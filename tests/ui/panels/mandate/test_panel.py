"""The mandate of a workstream in the window: how it stands, its history, chart and findings."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.operations.deciding import adopt, decide
from emgdesk.operations.mandate import add_event
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.mandates import list_events
from emgdesk.ui.panels.check.reason_dialog import ReasonDialog
from emgdesk.ui.panels.mandate import MandatePanel
from emgdesk.ui.panels.mandate.event_dialog import EventDialog
from tests.desks import make_meeting, make_workplan

YEARS = date.today().year - 2021


@pytest.fixture
def keys(workspace):
    """Reefs established in 2020, renamed; ports absorbed them after an extension by a decision."""
    keys = make_workplan(workspace)
    reefs = keys["reefs"]
    meeting = make_meeting(workspace, "SOM41 senior", date="2021-01-01", som_number=41)
    section = workspace.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    action = workspace.do("Action", add_action, section_id=section, text="Agree to *extend* it").value
    workspace.do(
        "Effect", add_effect, action_id=action, kind="established", workstream_id=reefs, until="SOM 900"
    )
    workspace.do("Decide", decide, action_ids=[action], outcome="approved")
    workspace.do("Adopt", adopt, meeting_id=meeting)
    keys["renamed"] = workspace.do(
        "Event", add_event, workstream_id=reefs, kind="renamed", date="2022-05", new_name="Corals", note="At last."
    ).value  # fmt: skip
    keys["joined"] = workspace.do(
        "Event", add_event, workstream_id=keys["ports"], kind="became part of", date="2023",
        other_workstream_id=reefs,
    ).value  # fmt: skip
    return {**keys, "action": action, "meeting": meeting}


@pytest.fixture
def panel(qtbot, opened, keys):
    made = MandatePanel(opened.services)
    made.numbers = []
    made.counted.connect(made.numbers.append)
    made.resize(1000, 620)
    made.show()
    made.show_workstream(keys["reefs"])
    opened.tasks.settle()
    yield made
    made.close()
    made.deleteLater()


def shown(panel):
    """The cells of the history, line by line."""
    model = panel.table.model
    return [
        tuple(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


HISTORY = [
    ("1 January 2021", "Established", "SOM 900", "SOM41 senior", "I. a)", ""),
    ("May 2022", "Renamed “Corals”", "", "", "", "At last."),
    ("2023", "Coalition on Ports: became part of “Corals”", "", "", "", ""),
]


def test_the_history_stands_with_how_it_stands(panel):
    assert shown(panel) == HISTORY
    assert panel.facts.text() == f"Active since 1 January 2021 ({YEARS} years) · runs until SOM 900"
    assert panel.numbers == ["2"]
    assert [panel.bar.tabText(at) for at in range(3)] == ["Event", "Chart", "Findings"]
    assert [row.name for row in panel.chart.facts.rows] == ["Corals", "Coalition on Ports"]


def test_as_of_a_day_what_comes_later_is_faint(panel, opened):
    panel.day.line.setText("31 December 2021")
    panel.day.line.editingFinished.emit()
    opened.tasks.settle()
    assert panel.facts.text() == "Active since 1 January 2021 (less than a year) · runs until SOM 900"
    assert [line.faint for line in panel.table.model.rows()] == [False, True, True]
    panel.day.line.setText("2020-12-31")
    panel.day.line.editingFinished.emit()
    opened.tasks.settle()
    assert panel.facts.text() == "Not there yet"


def test_another_workstream_shows_the_same_event_from_its_side(panel, opened, keys):
    panel.show_workstream(keys["ports"])
    opened.tasks.settle()
    assert [cells[1] for cells in shown(panel)] == ["Became part of “Corals”"]
    assert panel.facts.text() == "Active · part of Corals"


def test_the_event_in_view_quotes_its_decision(panel, opened, keys):
    panel.bar.setCurrentIndex(0)
    panel.table.select([panel.table.model.row_at(0).id])
    pane = panel.event_pane
    assert pane.heading.text() == "1 January 2021: Established, until SOM 900."
    assert pane.quote.toPlainText() == "Agree to extend it"
    assert (pane.decision.text(), pane.decision.isHidden()) == ("Decision SOM41 senior, I. a)", False)
    assert pane.meeting.isHidden()
    assert pane.other.isHidden()
    panel.table.select([keys["joined"]])
    assert (pane.other.text(), pane.decision.isHidden()) == ("Coalition on Ports", True)
    panel.table.select([keys["renamed"]])
    assert (pane.caption.text(), pane.quote.isHidden()) == ("At last.", True)


def test_enter_opens_the_dialog_of_an_event_entered_here(panel, keys, qtbot):
    panel.table.select([keys["renamed"]], focus=True)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Return)
    dialog = panel.findChild(EventDialog)
    assert (dialog.event_kind, dialog.new_name.text(), dialog.date.value()) == (
        "renamed",
        "Corals",
        "2022-05",
    )
    dialog.reject()


def test_insert_adds_an_event_and_selects_it(panel, opened, qtbot):
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Insert)
    dialog = panel.findChild(EventDialog)
    dialog.kind.setCurrentText("Concluded")
    dialog.date.line.setText("2024")
    dialog.submit()
    opened.tasks.settle()
    assert shown(panel)[-1] == ("2024", "Concluded", "", "", "", "")
    assert panel.table.selected_rows()[0].words == "Concluded"
    assert panel.facts.text() == "Concluded in 2024 · after 3 years"


def test_delete_takes_back_what_was_entered_here_only(panel, opened, workspace, keys, qtbot):
    panel.table.select([keys["joined"]], focus=True)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Delete)
    assert opened.banner.text == "This happened to another workstream; delete it in its own history."
    panel.table.select([panel.table.model.row_at(0).id], focus=True)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert opened.banner.text == (
        "A decision made this event; withdraw its adoption at the meeting to take it back."
    )
    panel.table.select([keys["renamed"]], focus=True)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert [cells[1] for cells in shown(panel)] == [
        "Established",
        "Coalition on Ports: became part of “Task Team on Reefs”",
    ]
    workspace.undo()
    opened.tasks.settle()
    assert shown(panel) == HISTORY


def test_what_does_not_fit_is_shown_below_and_marked(panel, opened, workspace, keys):
    workspace.do("End", add_event, workstream_id=keys["reefs"], kind="concluded", date="2024")
    late = workspace.do(
        "On", add_event, workstream_id=keys["reefs"], kind="continued", date="2025", until="SOM 99"
    ).value
    opened.tasks.settle()
    assert panel.bar.tabText(2) == "Findings  1"
    panel.bar.setCurrentIndex(2)
    finding = panel.findings.chosen
    assert panel.findings.detail.y() > panel.findings.list.y() + panel.findings.list.height()
    assert finding.text == "“Continued until SOM 99” of 2025 comes after Corals ended in 2024 (concluded)."
    panel.table.select([keys["renamed"]])
    panel.findings.show_place()
    assert panel.table.selected_ids() == (late,)
    panel.findings.mark()
    dialog = panel.findChild(ReasonDialog)
    dialog.reason.setText("So the Chair said.")
    dialog.submit()
    opened.tasks.settle()
    assert (panel.bar.tabText(2), panel.findings.chosen.reason) == ("Findings", "So the Chair said.")
    panel.findings.unmark()
    opened.tasks.settle()
    assert panel.bar.tabText(2) == "Findings  1"


def test_a_mark_in_the_chart_leads_to_the_event(panel, keys):
    panel.chart.chosen.emit("mandate_event", keys["renamed"])
    assert panel.table.selected_ids() == (keys["renamed"],)


def test_an_empty_history_says_what_to_do(panel, opened, workspace):
    panel.show_workstream(workspace.do("New", add_workstream, name="Network on Ice").value)
    opened.tasks.settle()
    assert shown(panel) == []
    texts = [label.text() for label in panel.table.findChildren(QLabel) if label.isVisibleTo(panel)]
    assert "Nothing is known of the mandate yet" in texts
    assert panel.facts.text() == "Active · until when is not known"
    assert panel.numbers[-1] == ""


def test_the_window_leads_to_an_event(opened, workspace, keys):
    opened.services.navigator.show("mandate_event", keys["renamed"])
    opened.tasks.settle()
    (panel,) = (one for one in opened.desk.findChildren(MandatePanel) if one.isVisible())
    assert panel.table.selected_ids() == (keys["renamed"],)
    assert [row.id for row in workspace.read(list_events, workstream_id=keys["reefs"])] == [
        line.id for line in panel.table.model.rows()
    ]
    panel.open_event(panel.table.model.row_at(0).id)
    opened.tasks.settle()
    assert opened.desk.current is opened.desk.page("meetings")


def test_the_event_of_another_leads_to_that_one(panel, opened, keys):
    panel.open_event(keys["joined"])
    opened.tasks.settle()
    assert opened.desk.current.view.outline.chosen_id == keys["ports"]


def test_where_there_is_little_height_the_history_gets_it(panel):
    panel.switch.setChecked(False)
    assert panel.head.isVisible()
    panel.setMinimumHeight(100)
    panel.resize(460, 150)
    assert not panel.head.isVisible()
    panel.resize(460, 400)
    panel.day.set_value("2022-01-01")
    panel.resize(460, 150)
    assert panel.head.isVisible()


def test_an_event_without_a_decision_stands_together_at_the_top(panel, keys):
    panel.bar.setCurrentIndex(0)
    pane = panel.event_pane
    panel.table.select([panel.table.model.row_at(1).id])
    pane.layout().activate()
    assert pane.heading.text() == "May 2022: Renamed “Corals”."
    assert pane.heading.y() < 10
    assert pane.caption.geometry().bottom() < 80
