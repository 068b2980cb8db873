"""The report's panel on a desk with an agenda, actions and a roster."""

import pytest

from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_paragraph, make_report
from emgdesk.queries.meetings import find_meeting
from emgdesk.ui.panels.report.panel import ReportPanel
from tests.ui.panels.report.shown import sections


@pytest.fixture
def meeting(opened, workspace) -> str:
    """SOM40 technical with three items and a section of actions."""
    key = workspace.read(find_meeting, code="SOM40 technical").id
    workspace.do("Facts", update_meeting, meeting_id=key, opened_by="Amélie Dürst", opened_at="15:02")
    for title in ("Opening of the meeting", "Reefs", "Closure of the meeting"):
        workspace.do("Item", add_agenda_item, meeting_id=key, title=title)
    section = workspace.do("Section", add_action_section, meeting_id=key, heading="Reefs").value
    workspace.do("Action", add_action, section_id=section, text="Map the reefs.")
    opened.tasks.settle()
    return key


@pytest.fixture
def report(opened, qtbot, meeting) -> ReportPanel:
    """The panel of a meeting without report, in a window of its own."""
    made = ReportPanel(opened.services)
    qtbot.addWidget(made)
    made.resize(1090, 560)
    made.show()
    made.show_meeting(meeting)
    opened.tasks.settle()
    return made


@pytest.fixture
def text(opened, report, workspace, meeting):
    """Its text, the first report written from the agenda."""
    workspace.do("Write", make_report, meeting_id=meeting, form="numbered")
    opened.tasks.settle()
    return report.part(0)


@pytest.fixture
def written(text, opened, workspace, meeting):
    """A paragraph with two footnotes under “Reefs”, chosen."""
    key = workspace.do(
        "Add", add_paragraph, section_id=sections(workspace, meeting)[1].id,
        text="One[^1] two[^2].", footnotes=["first", "second"],
    ).value  # fmt: skip
    opened.tasks.settle()
    assert text.view.outline.choose(key)
    opened.tasks.settle()
    return key
