"""Progress of all workstreams in a panel of its own, on a desk whose report was issued."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from emgdesk.issuing import issue
from emgdesk.operations.document import add_document
from emgdesk.operations.task import add_entry, update_entry, update_task
from emgdesk.queries.settings import get_setting
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.panels.progress import ProgressPanel
from emgdesk.ui.services import Navigator, Services
from emgdesk.ui.widgets.text_dialog import TextDialog
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan

SYMBOL = "EMG SOM20/mid-term/03"


@pytest.fixture
def asked() -> list[tuple[object, ...]]:
    """What the panel asked of the window."""
    return []


@pytest.fixture
def services(desk: Workspace, tasks, settings, appearance, asked) -> Iterator[Services]:
    navigator = Navigator(
        show=lambda *what: asked.append(("show", *what)),
        start_import=lambda *what: asked.append(("import", *what)),
        start_export=lambda *what: asked.append(("export", *what)),
        new_meeting=lambda: asked.append(("new meeting",)),
        notify=lambda notice: asked.append(("notice", notice.text)),
    )
    hub = ChangeHub(desk)
    yield Services(desk, tasks, hub, settings, navigator)
    assert tasks.shown == []
    hub.deleteLater()


def settle(services: Services) -> None:
    for _ in range(3):
        services.tasks.settle()
        QApplication.processEvents()


@pytest.fixture
def open_panel(qtbot, services: Services) -> Callable[[], ProgressPanel]:
    def made() -> ProgressPanel:
        panel = ProgressPanel(services)
        qtbot.addWidget(panel)
        panel.resize(1000, 560)
        panel.show()
        settle(services)
        return panel

    return made


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """A work plan reported on 2011-05-02, its report issued for a meeting on 14 May 2011."""
    made = make_workplan(desk)
    desk.do("Later", update_entry, entry_id=made["entry"], as_of="2999-05-02")
    desk.do("Entry", add_entry, task_id=made["survey"], status="upcoming", text="Soon.", as_of="2011-05-02")
    made["meeting"] = make_meeting(
        desk, "SOM20 mid-term", som_number=20, segment="mid-term", date="2011-05-14"
    )
    desk.do("Paper", add_document, meeting_id=made["meeting"], symbol=SYMBOL, title="Progress report")
    issue(desk, "progress-report", made["meeting"])
    return made


def shown(panel: ProgressPanel) -> list[tuple[str, str, str, str]]:
    items = (panel.list.model.item(at) for at in range(panel.list.model.rowCount()))
    return [(item.group, item.badge, item.title, item.detail) for item in items if item.id]


def compare(panel: ProgressPanel, services: Services, at: int) -> None:
    panel.against.box.setCurrentIndex(at)
    panel.against.box.activated.emit(at)
    settle(services)


def test_figures_are_those_of_the_report(open_panel, keys: dict[str, str]) -> None:
    panel = open_panel()
    assert panel.words.text() == "3 tasks: 1 upcoming, 2 no status"
    assert panel.table.sheet.rows[-1] == ("Together", 3, 0, 0, 1, 2)
    assert panel.chart.told(0) == "I. Oceans and coasts: Upcoming 1, No status 2, together 3 tasks"
    assert panel.nothing._title.text() == "Compare with an earlier report"


def test_figures_of_another_day(open_panel, services, keys: dict[str, str]) -> None:
    panel = open_panel()
    panel.as_of.line.setText("2011-05-01")
    panel.as_of.line.editingFinished.emit()
    settle(services)
    assert panel.words.text() == "3 tasks: 3 no status"


def test_what_changed_since_an_issued_report(
    open_panel, services, desk: Workspace, asked, keys: dict[str, str]
) -> None:
    panel = open_panel()
    assert [panel.against.box.itemText(at) for at in range(panel.against.box.count())] == [
        "Nothing", f"{SYMBOL}  ·  14 May 2011", "A day…",
    ]  # fmt: skip
    compare(panel, services, 1)
    assert panel.nothing._title.text() == "Nothing has changed"
    desk.do("Edit", update_task, task_id=keys["website"], next_steps="Find a designer.")
    desk.do("Add", add_entry, task_id=keys["survey"], status="completed", text="Done.", as_of="2011-06-01")
    settle(services)
    assert panel.told.text() == f"Since {SYMBOL} of 14 May 2011: 1 new, 1 finished in 2 workstreams"
    assert shown(panel) == [
        ("Coalition on Ports", "Finished", "Make the survey", "Completed: Done."),
        ("Oceans and coasts", "New", "Make the website", "Next steps: Find a designer."),
    ]
    panel.list.opened.emit(panel.list.model.ids()[0])
    assert asked == [("show", "task", keys["survey"])]


def test_what_changed_since_a_day(open_panel, services, keys: dict[str, str]) -> None:
    panel = open_panel()
    compare(panel, services, 2)
    panel.against.day.line.setText("1 May 2011")
    panel.against.day.line.editingFinished.emit()
    settle(services)
    assert shown(panel) == [("Coalition on Ports", "Reported", "Make the survey", "Upcoming: Soon.")]
    assert services.settings.get("progress.against", "") == "2011-05-01"


def test_a_report_that_is_gone_is_said(open_panel, services, keys: dict[str, str]) -> None:
    services.settings.set("progress.against", "EMG SOM1/1")
    panel = open_panel()
    assert panel.against.value() == ""
    assert panel.words.text() == "3 tasks: 1 upcoming, 2 no status"


def test_the_report_is_printed_as_shown(open_panel, services, asked, keys: dict[str, str]) -> None:
    panel = open_panel()
    compare(panel, services, 1)
    panel.print_report()
    options = {"as-of": "", "since": "", "changes": SYMBOL, "statistics": "yes"}
    assert asked == [("export", "progress-report", None, options)]


def test_the_introduction_is_written_here(open_panel, services, desk: Workspace, keys) -> None:
    panel = open_panel()
    panel.edit_introduction()
    settle(services)
    dialog = panel.findChild(TextDialog)
    dialog.editor.set_text("This note is short.")
    dialog.accept()
    settle(services)
    assert desk.read(get_setting, name="progress-introduction") == "This note is short."


def test_an_empty_desk_says_what_to_do_first(open_panel, asked) -> None:
    panel = open_panel()
    assert panel._stack.currentWidget() is panel.empty
    assert panel.empty._title.text() == "No tasks yet"
    panel._import()
    assert asked == [("import", None, None)]


def test_the_figures_have_the_room_while_nothing_is_compared(
    open_panel, services, keys: dict[str, str]
) -> None:
    panel = open_panel()
    alone, beside = panel._split.sizes()
    assert alone > 1.8 * beside
    compare(panel, services, 1)
    figures, listed = panel._split.sizes()
    assert abs(figures - listed) < 0.1 * (figures + listed)
