"""An event of a mandate asked for: only the fields its kind needs, the date from the meeting."""

import pytest

from emgdesk.domain.mandates import EVENTS
from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.mandate import add_event
from emgdesk.queries.mandates import list_events
from emgdesk.ui.panels.mandate.event_dialog import EventDialog
from emgdesk.ui.panels.mandate.part_date import iso_part
from emgdesk.ui.panels.mandate.reading import load_mandate
from emgdesk.ui.panels.mandate.until_field import DAY, NEXT, SOM, WORDS, UntilField
from tests.desks import make_meeting, make_workplan


@pytest.fixture
def keys(workspace):
    keys = make_workplan(workspace)
    facts = {"date": "2031-10-01", "end_date": "2031-10-02", "som_number": 41}
    keys["meeting"] = make_meeting(workspace, "SOM41 senior", **facts)
    section = workspace.do("Section", add_action_section, meeting_id=keys["meeting"], heading="Reefs").value
    keys["action"] = workspace.do("Action", add_action, section_id=section, text="Agree to extend it").value
    return keys


@pytest.fixture
def ask(opened, workspace, keys):
    """Opens the dialog for the reefs, for a new event or to change one."""
    made = []

    def opens(row=None):
        dialog = EventDialog(opened.services, load_mandate(workspace, keys["reefs"], ""), opened, row)
        dialog.open()
        opened.tasks.settle()
        made.append(dialog)
        return dialog

    yield opens
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def choose(dialog, kind):
    dialog.kind.setCurrentIndex(EVENTS.index(kind))


def fields_shown(dialog):
    named = ("other", "new_name", "new_kind", "until")
    return [name for name in named if not getattr(dialog, name).isHidden()]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("proposed", []),
        ("established", ["other", "new_name", "new_kind", "until"]),
        ("extended", ["until"]),
        ("continued", ["until"]),
        ("renamed", ["new_name"]),
        ("changed kind", ["new_name", "new_kind"]),
        ("absorbed", ["other", "new_name"]),
        ("became part of", ["other", "new_name", "new_kind"]),
        ("split", ["other"]),
        ("transferred", ["other"]),
        ("engagement ended", []),
        ("taken up under", ["other"]),
        ("not pursued", []),
        ("concluded", []),
    ],
)
def test_each_kind_asks_for_what_it_needs(ask, kind, shown):
    dialog = ask()
    choose(dialog, kind)
    assert fields_shown(dialog) == shown
    assert dialog.meaning.text()


def test_a_meeting_proposes_its_date_its_decisions_and_the_som_after_it(ask, opened, keys, workspace):
    dialog = ask()
    assert dialog.event_kind == "established"
    choose(dialog, "extended")
    assert dialog.decision.isHidden()
    dialog.meeting.setCurrentText("SOM41 senior")
    opened.tasks.settle()
    assert dialog.date.value() == "2031-10-02"
    assert [dialog.decision.itemText(at) for at in range(dialog.decision.count())] == [
        "(none)", "I. a) Agree to extend it",
    ]  # fmt: skip
    dialog.decision.setCurrentIndex(1)
    dialog.until.choice.setCurrentIndex(SOM)
    assert dialog.until.value() == "SOM 42"
    dialog.submit()
    opened.tasks.settle()
    (row,) = workspace.read(list_events)
    assert (row.event.kind, row.event.date, row.event.until, row.event.som) == (
        "extended",
        "2031-10-02",
        "SOM 42",
        41,
    )
    assert (row.meeting_id, row.action_id, row.applied) == (keys["meeting"], keys["action"], False)
    assert workspace.state().undo == "Add mandate event of Task Team on Reefs: extended"


def test_a_date_that_was_typed_stays_whatever_meeting_is_chosen(ask, opened):
    dialog = ask()
    dialog.date.line.setText("May 2031")
    dialog.date.line.editingFinished.emit()
    dialog.meeting.setCurrentText("SOM41 senior")
    opened.tasks.settle()
    assert dialog.date.value() == "2031-05"


def test_another_workstream_is_found_by_its_name_or_kept_as_typed(ask, opened, keys, workspace):
    dialog = ask()
    choose(dialog, "became part of")
    dialog.other.setCurrentText("The coalition on PORTS")
    assert dialog.other_note.isHidden()
    assert dialog.fields()["other_workstream_id"] == keys["ports"]
    dialog.other.setCurrentText("A joint secretariat")
    assert (
        dialog.other_note.text()
        == "“A joint secretariat” is no workstream of this desk; it is kept as typed."
    )
    assert not dialog.other_note.isHidden()
    dialog.meeting.setCurrentText("A workshop in May")
    dialog.submit()
    opened.tasks.settle()
    (row,) = workspace.read(list_events)
    assert (row.words, row.meeting, row.event.other_id) == (
        "became part of “A joint secretariat”", "A workshop in May", None,
    )  # fmt: skip


def test_what_is_missing_is_said_in_the_dialog(ask, opened, workspace):
    dialog = ask()
    choose(dialog, "renamed")
    dialog.ok.setFocus()
    dialog.ok.click()
    opened.tasks.settle()
    assert dialog.banner.text == "“Renamed” has to say the new name."
    assert dialog.focusWidget() is dialog.new_name
    assert [part.isDefault() for part in dialog.buttons.buttons()] == [True, False]
    choose(dialog, "extended")
    dialog.until.choice.setCurrentIndex(WORDS)
    dialog.submit()
    assert dialog.banner.text == "Say until when the mandate runs, or choose “the next SOM”."
    dialog.until.choice.setCurrentIndex(NEXT)
    dialog.date.line.setText("soon")
    dialog.submit()
    assert dialog.banner.text == "Date: “soon” is not a date; write 2027-09-23, 2027-09 or 2027."
    assert workspace.read(list_events) == ()


def test_a_change_keeps_what_it_does_not_touch_and_drops_what_the_kind_does_not_need(
    ask, opened, keys, workspace
):
    workspace.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="established", date="2031", until="until one year",
        meeting_id=keys["meeting"], action_id=keys["action"], note="As agreed.",
    )  # fmt: skip
    (row,) = workspace.read(list_events)
    dialog = ask(row)
    assert (dialog.until.choice.currentIndex(), dialog.until.text.text()) == (WORDS, "until one year")
    assert dialog.date.value() == "2031"
    assert dialog.decision.currentData() == keys["action"]
    dialog.submit()
    opened.tasks.settle()
    assert workspace.read(list_events) == (row,)
    dialog = ask(row)
    choose(dialog, "concluded")
    dialog.submit()
    opened.tasks.settle()
    (after,) = workspace.read(list_events)
    assert (after.event.kind, after.event.until, after.note) == ("concluded", "", "As agreed.")


def test_a_mandate_given_on_no_day_is_asked_when(ask, opened, keys, workspace):
    dialog = ask()
    choose(dialog, "extended")
    dialog.submit()
    opened.tasks.settle()
    asked = "Say when: choose a meeting of the desk or give a date; the year alone will do."
    assert dialog.banner.text == asked
    assert dialog.focusWidget() is dialog.meeting
    dialog.meeting.setCurrentText("SOM40")
    dialog.submit()
    opened.tasks.settle()
    assert (dialog.banner.text, workspace.read(list_events)) == (asked, ())
    dialog.date.line.setText("2030")
    dialog.submit()
    opened.tasks.settle()
    (row,) = workspace.read(list_events)
    assert (row.event.kind, row.event.date, row.meeting) == ("extended", "2030", "SOM40")


def test_an_event_stored_without_a_day_can_be_corrected(ask, opened, keys, workspace):
    workspace.do("Event", add_event, workstream_id=keys["reefs"], kind="extended")
    (row,) = workspace.read(list_events)
    dialog = ask(row)
    dialog.note.setPlainText("Nobody knows when.")
    dialog.submit()
    opened.tasks.settle()
    (after,) = workspace.read(list_events)
    assert (after.event.date, after.note) == ("", "Nobody knows when.")


def test_a_code_is_understood_as_people_write_it_and_said_to_be_none_of_the_desk(ask):
    dialog = ask()
    assert dialog.meeting_note.isHidden()
    dialog.meeting.setCurrentText("som41-senior")
    assert (dialog.date.value(), dialog.meeting_note.isHidden()) == ("2031-10-02", True)
    dialog.meeting.setCurrentText("SOM41 s")
    assert not dialog.meeting_note.isHidden()
    assert dialog.meeting_note.text() == "“SOM41 s” is no meeting of this desk; it is kept as typed."


def test_a_decision_is_kept_before_its_meeting_is_read_and_where_it_is_of_another(
    ask, opened, keys, workspace
):
    workspace.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="extended", date="2031", meeting="By letter",
        action_id=keys["action"],
    )  # fmt: skip
    (row,) = workspace.read(list_events)
    dialog = ask(row)
    assert dialog.decision.currentText() == "SOM41 senior, I. a) Agree to extend it"
    dialog.note.setPlainText("As agreed.")
    dialog.submit()
    opened.tasks.settle()
    (after,) = workspace.read(list_events)
    assert (after.action_id, after.note) == (keys["action"], "As agreed.")
    dialog = EventDialog(opened.services, load_mandate(workspace, keys["reefs"], ""), opened, after)
    assert dialog.fields()["action_id"] == keys["action"]  # nothing was read yet
    dialog.meeting.setCurrentText("SOM41 senior")
    assert dialog.fields()["action_id"] is None
    dialog.deleteLater()
    opened.tasks.settle()


@pytest.mark.parametrize(
    ("until", "at"),
    [
        ("", NEXT),
        ("SOM29", SOM),
        ("31 December 2031", DAY),
        ("one year", WORDS),
        ("the map is printed", WORDS),
    ],
)
def test_an_end_is_shown_as_what_it_is_and_kept_as_written(qtbot, appearance, until, at):
    field = UntilField()
    qtbot.addWidget(field)
    field.set_value(until)
    assert (field.choice.currentIndex(), field.value(), field.missing()) == (at, until, "")


def test_an_end_that_is_changed_is_what_the_fields_say(qtbot, appearance):
    field = UntilField()
    qtbot.addWidget(field)
    field.set_value("SOM29")
    field.som.setValue(30)
    assert field.value() == "SOM 30"
    field.choice.setCurrentIndex(DAY)
    field.day.line.setText("2031-05")
    assert field.value() == "2031-05"
    field.day.line.setText("soon")
    assert field.missing() == "Until the date: “soon” is not a date; write 2027-09-23, 2027-09 or 2027."


def test_dates_may_be_known_in_part():
    texts = ("", "18 May 2022", "May 2022", "2022-05", "2022", "22", "soon", "8-9 May 2022")
    assert [iso_part(text) for text in texts] == [
        "",
        "2022-05-18",
        "2022-05",
        "2022-05",
        "2022",
        None,
        None,
        None,
    ]
