"""Sheets that came back stand in the preview where their tasks stand on the desk."""

from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.task import add_task
from emgdesk.operations.workstream import add_chapter, add_workstream
from emgdesk.publishing import write_progress_sheets
from tests.test_progress_sheets_out_and_in import fill
from tests.ui.dialogs.import_dialog.test_workplan_sheets import shown
from tests.workplan_desks import make_whole_workplan


def test_letters_and_numbers_are_those_of_the_desk(open_import, desk, tmp_path):
    make_whole_workplan(desk)
    chapter = desk.do("Chapter", add_chapter, title="Rivers").value
    rivers = desk.do("Workstream", add_workstream, name="Rivers Team", chapter_id=chapter).value
    desk.do(
        "Task", add_task, chapter_id=chapter, workstream_id=rivers, text="Count the fish.", responsible="IMO"
    )
    keys = desk.do(
        "Ask", ask_for_progress, entities=[(None, "IMO")], as_of="2031-11-30", asked_on="2031-11-01", due=""
    ).value
    (sheet,) = write_progress_sheets(desk, tmp_path / "sheets", request_ids=keys)
    fill(sheet.path, Task="Eat the fish.", Progress="Half of them.")
    dialog = open_import(sheet.path)
    differs = "Task of row 2 differs from the desk and stays as on the desk"
    assert shown(dialog) == [
        ("Sheets that came back", "", ""),
        ("IMO", "", f"Answers with {sheet.path.name}"),
        ("III. Rivers", "", ""),
        ("d)  Rivers Team", "Same", ""),
        (
            "Count the fish.",
            "Changed",
            f"1 new progress entry. {differs}: an answer only reports on “Count the fish.”.",
        ),
        ("Progress: 30 November 2031", "New", "Half of them."),
    ]
