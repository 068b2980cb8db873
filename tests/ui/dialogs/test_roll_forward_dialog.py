"""The assistant to the next SOM, driven as a user drives it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import add_task
from emgdesk.queries.actions import list_actions
from emgdesk.queries.meetings import find_meeting, list_meetings
from emgdesk.ui.dialogs.roll_forward import RollForwardDialog
from emgdesk.ui.dialogs.roll_forward.choosing import stored
from tests.desks import dump, make_meeting, make_workplan
from tests.meeting_actions import make_action, make_section
from tests.ui.test_accessibility import nameless
from tests.yearly import make_year

_CHECKED, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked


@pytest.fixture
def year(desk):
    return make_year(desk)


@pytest.fixture
def opened(qtbot, services):
    def opening(som: int | None = 40) -> RollForwardDialog:
        dialog = RollForwardDialog(services, None, som)
        qtbot.addWidget(dialog)
        dialog.show()
        services.tasks.settle()
        return dialog

    return opening


def lines(dialog: RollForwardDialog) -> list[str]:
    """What the tree shows: a mark, the proposal, what is done; groups first in their place."""
    found = []
    for at in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(at)
        found.append(f"{group.text(0)} ({group.text(1)})")
        for n in range(group.childCount()):
            item = group.child(n)
            found.append(f"{'x' if item.checkState(0) == _CHECKED else '-'} {item.text(0)} | {item.text(1)}")
    return found


def choose(dialog: RollForwardDialog, proposal_id: str) -> None:
    dialog.tree.choose(proposal_id)
    assert dialog.tree.chosen_id == proposal_id


def press(dialog: RollForwardDialog, words: str) -> None:
    (button,) = [one for one in dialog.outcome.findChildren(QPushButton) if one.accessibleName() == words]
    button.click()


def test_all_is_shown_in_groups_with_what_is_done(opened, year) -> None:
    dialog = opened()
    assert lines(dialog) == [
        "Meetings of SOM 41 (3 of 3)",
        "x SOM41 mid-term | Make it, May 2032",
        "x SOM41 technical | Make it, September 2032",
        "x SOM41 senior | Make it, October 2032",
        "Mandates to decide on (2 of 2)",
        "x Task Team on Reefs | Extend until SOM 42",
        "x Coalition on Ports | Conclude",
        "Mandates that hang on a condition (0 of 1)",
        "- Network on Dust | Ask to report",
        "Decisions of SOM 40 that are no task yet (1 of 1)",
        "x Task Team on Reefs: Request the Task Team to count the corals. | Under the Task Team on Reefs",
        "Tasks that are done and reported (2 of 2)",
        "x Coalition on Ports: Make the survey. | Leaves the work plan",
        "x Network on Dust: Weigh the dust. | Leaves the work plan",
        "Open tasks of workstreams that have ended (1 of 1)",
        "x Consultative Process on Kelp: Count the harvest. | Go on under the Task Team on Reefs",
        "Open tasks nobody reported on since SOM 39 (2 of 2)",
        "x Network on Tides: Chart the tides. | Ask for progress",
        "x Network on Tides: Lay out buoys. | Ask for progress",
        "Carried over by itself (2)",
        "- 3 open tasks of the work plan | Stay in the work plan",
        "- UNEP owes “Send the figures.” | Due at the next meeting",
    ]
    assert dialog.words.text() == (
        "3 meetings, 2 drafted actions, 1 new task, 2 tasks leave the work plan, 1 task goes on elsewhere, "
        "2 reports asked for."
    )
    assert (dialog.range.number.value(), dialog.range.to.text()) == (40, "to SOM 41")
    assert dialog.range.target.currentText() == "SOM41 technical"
    assert dialog.banner.isHidden()


def test_it_begins_with_the_som_that_ended_last(opened, year) -> None:
    assert opened(None).range.number.value() == 40


def test_the_side_tells_why_and_takes_the_wording(opened, year) -> None:
    dialog = opened()
    reefs = f"mandate:{year['reefs']}"
    choose(dialog, reefs)
    side = dialog.detail
    assert side.title.text() == "Task Team on Reefs"
    assert side.reason.text() == "Its mandate runs until SOM 41. 1 task is open."
    assert side.effect.text() == "Once adopted: extended until SOM 42."
    assert side.text.toPlainText() == "Agree to extend the Task Team on Reefs until SOM 42."
    assert [side.choice.itemText(at) for at in range(side.choice.count())] == [
        "Extend", "Conclude", "Ask to report", "Continue and report",
    ]  # fmt: skip
    assert not side.line.isVisibleTo(dialog)
    choose(dialog, "meeting:senior")
    assert (side.when.text(), side.line.text()) == ("October 2032", "Segment SOM40 senior")
    assert not side.choice.isVisibleTo(dialog)
    assert not side.text.isVisibleTo(dialog)
    choose(dialog, f"task:{year['chart']}")
    assert (side.who.text(), side.text.toPlainText()) == ("UNEP", "Report on progress: Chart the tides.")


def test_everything_the_keyboard_reaches_says_what_it_is(opened, year) -> None:
    dialog = opened()
    for key in ("meeting:senior", f"mandate:{year['reefs']}", f"task:{year['chart']}"):
        choose(dialog, key)
        assert nameless(dialog) == []


def test_a_group_says_what_is_done_with_it(opened, year) -> None:
    dialog = opened()
    said = {}
    for at in range(dialog.tree.topLevelItemCount()):
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(at))
        said[dialog.detail.title.text()] = dialog.detail.reason.text()
        assert not dialog.detail.choice.isVisibleTo(dialog)
    assert said["Decisions of SOM 40 that are no task yet"] == (
        "Each becomes a task of the work plan as of 30 October 2031, which cites the decision. 1 other "
        "decision asks nobody for work and is not listed."
    )
    assert said["Carried over by itself"].startswith("This is carried over without a tick")
    assert len(said) == 8


def test_the_wording_follows_the_choice_until_it_is_edited(opened, year, qtbot) -> None:
    dialog = opened()
    choose(dialog, f"mandate:{year['reefs']}")
    side = dialog.detail
    side.when.setFocus()
    side.when.selectAll()
    qtbot.keyClicks(side.when, "SOM 44")
    assert side.text.toPlainText() == "Agree to extend the Task Team on Reefs until SOM 44."
    assert "x Task Team on Reefs | Extend until SOM 44" in lines(dialog)
    qtbot.keyClicks(dialog.tree, "2")
    assert side.text.toPlainText() == "Decide to conclude the Task Team on Reefs."
    assert side.effect.text() == "Once adopted: concluded."
    assert not side.when.isVisibleTo(dialog)
    side.text.setPlainText("Decide to conclude it with thanks.")
    qtbot.keyClicks(dialog.tree, "3")
    assert side.text.toPlainText() == "Decide to conclude it with thanks."
    assert side.effect.text() == (
        "Asking for a report alone gives no more time: the mandate lapses, or stays lapsed."
    )
    assert not side.when.isVisibleTo(dialog)
    qtbot.keyClicks(dialog.tree, "4")
    assert side.effect.text() == "Once adopted: continued until SOM 44."
    assert side.when.isVisibleTo(dialog)


def test_boxes_are_ticked_by_mouse_and_space_and_a_group_at_once(opened, year, qtbot) -> None:
    dialog = opened()
    choose(dialog, f"task:{year['survey']}")
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    group = dialog.tree.currentItem().parent()
    assert (group.checkState(0), group.text(1)) == (_PARTLY, "1 of 2")
    dialog.tree.setCurrentItem(group)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert group.text(1) == "2 of 2"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert group.text(1) == "0 of 2"
    assert "leave the work plan" not in dialog.words.text()
    dialog.tree.scrollToItem(group.child(0))
    box = dialog.tree.visualItemRect(group.child(0)).topLeft() + QPoint(10, 8)
    qtbot.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert "1 task leaves the work plan" in dialog.words.text()


def test_choosing_ticks_what_was_left_out(opened, year, qtbot) -> None:
    dialog = opened()
    choose(dialog, f"mandate:{year['dust']}")
    qtbot.keyClicks(dialog.tree, "1")
    assert "x Network on Dust | Extend until the inventory is complete" in lines(dialog)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.detail.choice.hasFocus()


def test_apply_and_the_way_to_the_drafted_actions(opened, year, services, told, desk) -> None:
    dialog = opened()
    before = dump(desk.path)
    dialog.apply()
    services.tasks.settle()
    assert dialog.outcome.isVisible()
    assert dialog.outcome._title.text() == "SOM 41 is prepared"
    plan = "1 new task, 2 tasks leave the work plan, 1 task goes on elsewhere, 2 reports asked for."
    assert dialog.outcome._sentence.text().splitlines() == [
        "Made: SOM41 mid-term, SOM41 technical, SOM41 senior.",
        "2 drafted actions before SOM41 technical.",
        f"Work plan from 30 October 2031: {plan}",
        "Ctrl+Z takes all of it back in one step.",
    ]
    assert dialog.focusWidget().accessibleName() == "Show the drafted actions"
    press(dialog, "Show the drafted actions")
    technical = desk.read(find_meeting, code="SOM41 technical")
    assert told.shown == [("actions", technical.id)]
    assert not dialog.isVisible()
    assert desk.undo().label == "Roll forward to SOM 41"
    assert dump(desk.path) == before


def test_ctrl_z_takes_it_back_and_one_can_start_again(opened, year, services, desk, qtbot) -> None:
    dialog = opened()
    before = dump(desk.path)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    services.tasks.settle()
    assert dump(desk.path) != before
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    services.tasks.settle()
    assert dump(desk.path) == before
    assert dialog.outcome._title.text() == "It was taken back"
    press(dialog, "Start again")
    services.tasks.settle()
    assert dialog.tree.isVisible()
    assert lines(dialog)[0] == "Meetings of SOM 41 (3 of 3)"


def test_what_was_done_since_stands_in_the_way(opened, year, services, desk) -> None:
    dialog = opened()
    dialog.apply()
    services.tasks.settle()
    make_meeting(desk, "SOM42 technical")
    press(dialog, "Undo")
    services.tasks.settle()
    assert dialog.banner.isVisible()
    assert dialog.outcome._title.text() == "SOM 41 is prepared"
    assert len([m for m in desk.read(list_meetings) if m.som_number == 41]) == 3


def test_what_was_ticked_and_worded_is_what_is_made(opened, year, services, desk, qtbot) -> None:
    dialog = opened()
    choose(dialog, "meeting:mid-term")
    dialog.detail.when.setFocus()
    dialog.detail.when.selectAll()
    qtbot.keyClicks(dialog.detail.when, "6 May 2032")
    dialog.detail.line.selectAll()
    qtbot.keyClicks(dialog.detail.line, "Mid-term")
    choose(dialog, f"mandate:{year['ports']}")
    dialog.detail.text.setPlainText("Decide to conclude the Coalition, with thanks.")
    choose(dialog, f"mandate:{year['reefs']}")
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    dialog.range.target.setCurrentText("SOM41 mid-term")
    dialog.apply()
    services.tasks.settle()
    made = desk.read(find_meeting, code="SOM41 mid-term")
    assert (made.date, made.title) == ("2032-05-06", "Mid-term")
    sections = desk.read(list_actions, meeting_id=made.id)
    assert [(row.heading, [one.text for one in row.actions]) for row in sections] == [
        ("Coalition on Ports", ["Decide to conclude the Coalition, with thanks."])
    ]


def test_a_refusal_is_told_at_its_line_and_what_was_edited_stays(opened, year, services, qtbot) -> None:
    dialog = opened()
    choose(dialog, "meeting:senior")
    dialog.detail.when.setFocus()
    dialog.detail.when.selectAll()
    qtbot.keyClicks(dialog.detail.when, "in spring")
    choose(dialog, "meeting:mid-term")
    dialog.apply()
    services.tasks.settle()
    assert dialog.banner.accessibleName() == (
        "“in spring” is no date for SOM41 senior; write 2032-05-28, or 2032-05 for a month."
    )
    assert dialog.tree.chosen_id == "meeting:senior"
    assert dialog.detail.when.text() == "in spring"


def test_a_desk_that_moved_on_is_read_again_with_what_was_edited(opened, year, services, desk) -> None:
    dialog = opened()
    choose(dialog, f"mandate:{year['reefs']}")
    dialog.detail.text.setPlainText("Agree to extend it.")
    desk.do("Title", update_meeting, meeting_id=year["senior"], title="Senior Segment")
    make_meeting(desk, "SOM41 mid-term")
    dialog.apply()
    services.tasks.settle()
    assert dialog.banner.accessibleName().startswith("The desk has changed")
    assert "SOM41 mid-term" not in " ".join(lines(dialog))
    assert dialog.detail.text.toPlainText() == "Agree to extend it."
    dialog.apply()
    services.tasks.settle()
    assert dialog.outcome.isVisible()
    assert len([m for m in desk.read(list_meetings) if m.som_number == 41]) == 3


def test_another_som_is_read_when_its_number_is_given(opened, year, services) -> None:
    dialog = opened()
    dialog.range.number.setValue(39)
    services.tasks.settle()
    assert dialog.range.to.text() == "to SOM 40"
    assert lines(dialog)[0] != "Meetings of SOM 41 (3 of 3)"
    assert "SOM41" not in " ".join(lines(dialog))


def test_nothing_to_carry_over_is_said(opened, year, services) -> None:
    dialog = opened()
    dialog.apply()
    services.tasks.settle()
    again = opened()
    assert again.empty.isVisible()
    assert again.empty._title.text() == "Nothing to carry over"
    assert again.empty._sentence.text() == (
        "All that SOM 40 left is carried; 5 open tasks stay in the work plan."
    )
    assert not again.apply_button.isEnabled()
    assert not again.range.target.isVisible()


def test_an_obstacle_is_told_with_the_way_to_it(opened, year, services, told, desk) -> None:
    desk.do("Back", update_meeting, meeting_id=year["senior"], status="planned", date="2999-01-01")
    assert opened().banner.accessibleName() == (
        "SOM40 senior (1 January 2999) is still ahead; what it decides will be missing."
    )
    desk.do("Held", update_meeting, meeting_id=year["senior"], status="held", date="2031-10-29")
    make_action(desk, make_section(desk, year["senior"], "Others"), "Request UNEP to write.")
    dialog = opened()
    assert dialog.banner.accessibleName() == (
        "1 action of SOM40 senior is not decided: say first what became of it."
    )
    (way,) = [one for one in dialog.banner.findChildren(QPushButton) if one.text() == "Show the actions"]
    way.click()
    assert told.shown == [("actions", year["senior"])]


def test_a_desk_with_a_work_plan_alone(opened, services, desk) -> None:
    keys = make_workplan(desk)
    desk.do("Task", add_task, chapter_id=keys["chapter"], text="A [link](https://a.example) in **bold**.")
    dialog = opened(None)
    assert dialog.range.number.value() == 1
    assert "- A link in bold. | Report it as dropped" in lines(dialog)
    assert dialog.words.text() == "Nothing is ticked."
    assert not dialog.apply_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("2032-05", "2032-05"),
        (" May 2032 ", "2032-05"),
        ("6 May 2032", "2032-05-06"),
        ("6–8 May 2032", "6–8 May 2032"),
        ("May", "May"),
        ("in May 2032", "in May 2032"),
    ],
)
def test_dates_as_people_write_them(typed: str, kept: str) -> None:
    assert stored(typed) == kept
