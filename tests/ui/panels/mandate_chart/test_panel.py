"""The panel around the chart: what it shows of the desk, and the ways on from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from emgdesk.operations.mandate import add_event
from emgdesk.operations.workstream import add_workstream
from emgdesk.ui.panels.mandate_chart import MandateChartPanel
from emgdesk.workspace import Workspace
from tests.mandate_desk import make_mandates


@pytest.fixture
def panel(qtbot, opened) -> MandateChartPanel:
    services = opened.services
    made = MandateChartPanel(services)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def shown(opened, panel) -> list[str]:
    panel.show()
    opened.tasks.settle()
    return [row.name for row in panel.view.facts.rows]


def test_an_empty_desk_says_what_to_do(opened, panel) -> None:
    assert shown(opened, panel) == []
    assert panel.empty.isVisible()
    assert not panel.view.isVisible()


def test_all_workstreams_or_the_family_of_one(opened, panel, workspace: Workspace) -> None:
    keys = make_mandates(workspace)
    assert len(shown(opened, panel)) == 13
    panel.show_workstream(keys["sand"])
    assert shown(opened, panel) == [
        "Consultative Process on Sand", "Issue Management Group on Dunes and Drifting Sands",
    ]  # fmt: skip
    assert not panel.bar.isVisible()
    panel.show_workstream("")
    assert len(shown(opened, panel)) == 13


def test_by_chapter_status_and_day(opened, panel, workspace: Workspace) -> None:
    make_mandates(workspace)
    shown(opened, panel)
    panel.bar.chapter.setCurrentIndex(
        panel.bar.chapter.findText(
            "Talks",
        )
        if False
        else 3
    )
    assert len(shown(opened, panel)) == 4
    panel.bar.status.setCurrentText("Concluded")
    assert shown(opened, panel) == ["Topic on Moss", "Consultations on Fungi", "Framework on Ferns"]
    panel.bar.status.setCurrentText("Proposed")
    assert shown(opened, panel) == []
    assert panel.empty.isVisible()
    panel._show_all()
    panel.bar.as_of.line.setText("2023-01-01")
    panel.bar.as_of.line.editingFinished.emit()
    assert "Task Team on Reefs" in shown(opened, panel)


def test_it_follows_the_desk(opened, panel, workspace: Workspace) -> None:
    key = workspace.do("New", add_workstream, name="Task Team on Rain").value
    shown(opened, panel)
    assert panel.view.facts.rows[0].stretches == ()
    opened.services.do("Event", add_event, workstream_id=key, kind="established", date="2025-01-01")
    opened.tasks.settle()
    assert panel.view.facts.rows[0].events[0].kind == "established"


def test_the_chart_on_the_clipboard(opened, panel, workspace: Workspace) -> None:
    make_mandates(workspace)
    shown(opened, panel)
    panel.copy_picture()
    assert QGuiApplication.clipboard().image().size() == panel.view.picture().size()


def test_print_or_save_opens_the_document_of_what_is_shown(opened, panel, workspace: Workspace) -> None:
    keys = make_mandates(workspace)
    panel.show_workstream(keys["fungi"])
    shown(opened, panel)
    panel.print_pages()
    opened.tasks.settle()
    dialog = next(w for w in opened.children() if type(w).__name__ == "DocumentDialog")
    assert dialog.side.name == "mandate-chart"
    assert dialog.side.values()["workstreams"] == "Consultations on Fungi"
    dialog.close()


def test_an_event_is_brought_into_view(opened, panel, workspace: Workspace) -> None:
    keys = make_mandates(workspace)
    panel.resize(1000, 260)
    shown(opened, panel)
    panel.open_item("mandate_event", keys["ferns concluded"])
    assert panel.view.accessibleDescription().startswith("Framework on Ferns\nConcluded.")
    assert panel.view.verticalScrollBar().value() > 0


def test_where_there_is_little_room_the_chart_gets_it(opened, panel, workspace: Workspace, qtbot) -> None:
    make_mandates(workspace)
    shown(opened, panel)
    assert panel.legend.isVisible()
    panel.resize(450, 260)
    assert panel.minimumSizeHint().width() <= 300
    assert not panel.legend.isVisible()
    assert panel._print.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
