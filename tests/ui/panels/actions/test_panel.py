"""Actions written, arranged, decided and adopted in a real panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from emgdesk.operations.action import set_stem
from emgdesk.operations.deciding import approve_all, decide, put_forward
from emgdesk.queries.actions import list_actions
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.ui.dialogs.follow_up import NewFollowUpDialog
from emgdesk.ui.panels.actions.action_detail import ADOPTED, COMPARE
from emgdesk.ui.panels.actions.lines import STEM
from tests.meeting_actions import STEM as WORDS

KEY = Qt.Key


def shown(panel) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in panel.view.outline.lines.tree.lines]


def notes(panel, *keys: str) -> list[str]:
    return [panel.view.outline.line(key).note for key in keys]


def actions(desk, meeting_id: str) -> list[tuple[str, str, str]]:
    sections = desk.read(list_actions, meeting_id=meeting_id)
    return [(a.citation, a.outcome, a.wording) for s in sections for a in s.actions]


def press(panel, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.view.outline, key, modifier)


def typed(panel, text: str, key: Qt.Key) -> None:
    """Type into the line being edited and leave it by `key`."""
    editor = panel.view.outline.viewport().findChildren(QPlainTextEdit)[-1]
    editor.setPlainText(text)
    QTest.keyClick(editor, key)


def press_editor(panel, key: Qt.Key) -> None:
    QTest.keyClick(panel.view.outline.viewport().findChildren(QPlainTextEdit)[-1], key)


def test_sections_stems_and_labelled_actions_stand_in_printed_order(panel):
    assert shown(panel) == [
        "I. Task Team on Reefs", WORDS, "a) Welcome the map;", "b) Request the Task Team to:",
        "i) Finish the map; and", "ii) Count the corals;", "c) Decide to rename the Task Team.",
        "II. Task Team on Dust", WORDS, "Agree to establish a Task Team to:", "i) Measure dust.",
    ]  # fmt: skip
    assert panel.view.state.text() == "7 actions"
    assert panel.view.section.title.text() == "Section I."


def test_the_tab_is_told_how_many_there_are(panel, qtbot, keys, settle):
    said = []
    panel.counted.connect(said.append)
    panel.show_meeting(keys["senior"])
    settle()
    panel.show_meeting(keys["technical"])
    settle()
    assert said == ["", "7"]


def test_enter_writes_the_next_action(panel, desk, keys, settle):
    panel.view.outline.choose(keys["welcome"])
    press(panel, KEY.Key_Return)
    typed(panel, "Invite FAO to help.", KEY.Key_Return)
    typed(panel, "", KEY.Key_Return)
    settle()
    assert shown(panel)[2:5] == [
        "a) Welcome the map;",
        "b) Invite FAO to help.",
        "c) Request the Task Team to:",
    ]
    assert panel.view.action.title.text() == "I. b)"
    assert desk.state().undo == "Add action"


def test_enter_on_a_heading_writes_the_first_actions(panel, desk, settle, keys):
    panel.view.outline.choose(keys["I"])
    press(panel, KEY.Key_Return)
    typed(panel, "Recall the plan.", KEY.Key_Return)
    typed(panel, "Recall the report.", KEY.Key_Return)
    typed(panel, "", KEY.Key_Escape)
    settle()
    assert shown(panel)[3] == "b) Recall the report."
    assert desk.undo().label == "Add action"
    settle()
    assert shown(panel)[:4] == ["I. Task Team on Reefs", WORDS, "a) Recall the plan.", "b) Welcome the map;"]


def test_an_action_written_and_stepped_in_stands_below_the_one_before(panel, settle, keys):
    panel.view.outline.choose(keys["welcome"])
    press(panel, KEY.Key_Return)
    QTest.keyClicks(panel.view.outline.viewport().findChildren(QPlainTextEdit)[-1], "in")
    press_editor(panel, KEY.Key_Tab)
    QTest.keyClicks(panel.view.outline.viewport().findChildren(QPlainTextEdit)[-1], " colour")
    press_editor(panel, KEY.Key_Return)
    press_editor(panel, KEY.Key_Backtab)
    press_editor(panel, KEY.Key_Backtab)
    typed(panel, "Print it.", KEY.Key_Return)
    press_editor(panel, KEY.Key_Escape)
    settle()
    assert shown(panel)[2:6] == [
        "a) Welcome the map;", "i) in colour", "b) Print it.", "c) Request the Task Team to:",
    ]  # fmt: skip


def test_enter_on_a_stem_writes_under_that_stem(panel, desk, settle, keys):
    desk.do("Stem", set_stem, action_id=keys["rename"], stem="The Group agreed to:")
    settle()
    panel.view.outline.choose(STEM + keys["rename"])
    press(panel, KEY.Key_Return)
    typed(panel, "Meet again.", KEY.Key_Return)
    press_editor(panel, KEY.Key_Escape)
    settle()
    assert shown(panel)[3:9] == [
        "b) Request the Task Team to:", "i) Finish the map; and", "ii) Count the corals;",
        "The Group agreed to:", "c) Meet again.", "d) Decide to rename the Task Team.",
    ]  # fmt: skip


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_a_line_left_empty_goes(panel, desk, settle, keys, key):
    panel.view.outline.choose(keys["welcome"])
    before = desk.state().revision
    press(panel, KEY.Key_Return)
    assert len(shown(panel)) == 12
    typed(panel, "", key)
    settle()
    assert len(shown(panel)) == 11
    assert panel.view.outline.chosen_id == keys["welcome"]
    assert desk.state().revision == before


def test_tab_changes_the_level_and_alt_arrows_the_order(panel, settle, keys):
    panel.view.outline.choose(keys["rename"])
    press(panel, KEY.Key_Tab)
    settle()
    assert shown(panel)[6] == "iii) Decide to rename the Task Team."
    press(panel, KEY.Key_Backtab)
    settle()
    assert shown(panel)[6] == "c) Decide to rename the Task Team."
    press(panel, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert shown(panel)[3] == "b) Decide to rename the Task Team."


def test_an_action_is_dragged_to_another_section(panel, settle, keys):
    panel.view.outline.moved.emit(keys["request"], keys["II"], 2)
    settle()
    assert shown(panel)[3:] == [
        "b) Decide to rename the Task Team.", "II. Task Team on Dust", WORDS,
        "Agree to establish a Task Team to:", "i) Measure dust.", "i) Request the Task Team to:",
        "i) Finish the map; and", "ii) Count the corals;",
    ]  # fmt: skip


def test_a_stem_is_rewritten_in_its_line(panel, settle, keys):
    panel.view.outline.renamed.emit(STEM + keys["welcome"], "The Senior Officials agreed to:")
    settle()
    assert [text for text in shown(panel) if text.startswith("The Senior")] == [
        "The Senior Officials agreed to:", WORDS,
    ]  # fmt: skip


def test_a_wording_emptied_is_refused_in_a_sentence(panel, settle, keys, asked):
    panel.view.outline.choose(keys["rename"])
    panel.view.outline.renamed.emit(keys["rename"], " ")
    settle()
    assert asked == [("notice", "An action needs a text that says what is decided or asked for.")]
    assert shown(panel)[6] == "c) Decide to rename the Task Team."


def test_a_list_from_word_is_pasted_behind_the_chosen_action(panel, settle, keys):
    QGuiApplication.clipboard().setText("a)\tEndorse the map;\nb)\tRequest:\n\ti.\tprint;\n\tii.\tsend.")
    panel.view.outline.choose(keys["rename"])
    press(panel, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert shown(panel)[6:11] == [
        "c) Decide to rename the Task Team.", "d) Endorse the map;", "e) Request:", "i) print;", "ii) send.",
    ]  # fmt: skip


def test_deleting_takes_what_is_below_along_and_says_so(panel, settle, keys, asked, desk):
    panel.view.outline.choose(keys["request"])
    press(panel, KEY.Key_Delete)
    settle()
    assert shown(panel)[2:4] == ["a) Welcome the map;", "b) Decide to rename the Task Team."]
    assert asked == [("notice", "1 action was deleted.")]
    assert desk.state().undo == "Delete 1 action"


@pytest.mark.parametrize(
    ("key", "outcome", "note"),
    [
        (KEY.Key_F5, "approved", "Approved · 2 effects"), (KEY.Key_F7, "deferred", "Deferred · 2 effects"),
        (KEY.Key_F8, "withdrawn", "Withdrawn · 2 effects"),
    ],
)  # fmt: skip
def test_one_key_decides(panel, desk, settle, keys, key, outcome, note):
    panel.view.outline.choose(keys["rename"])
    press(panel, key)
    settle()
    assert actions(desk, keys["technical"])[4] == ("I. c)", outcome, "Decide to rename the Task Team.")
    assert notes(panel, keys["rename"]) == [note]
    assert panel.view.state.text().startswith("7 actions · 1 decided · 6 still open")


def test_several_are_decided_together(panel, desk, settle, keys):
    panel.view.outline.choose_all([keys["welcome"], keys["rename"]])
    assert panel.view.action.title.text() == "I. a) and 1 more"
    panel.view.action.buttons["approved"].click()
    settle()
    assert notes(panel, keys["welcome"], keys["request"], keys["rename"]) == [
        "Approved", "", "Approved · 2 effects",
    ]  # fmt: skip
    assert desk.state().undo == "Approve 2 actions"


def test_changes_are_written_down_and_shown_word_by_word(panel, desk, settle, keys):
    panel.view.outline.choose(keys["rename"])
    press(panel, KEY.Key_F6)
    detail = panel.view.action
    assert detail.tabs.currentIndex() == ADOPTED
    detail.adopted.editor.edit.setPlainText("Decide to rename the Task Team now.")
    assert detail.differences.toPlainText() == "Decide to rename the Task Team now."
    html = detail.differences.toHtml()
    assert "underline" in html
    assert " now" in html
    detail.adopted.hand_over()
    settle()
    assert actions(desk, keys["technical"])[4] == ("I. c)", "amended", "Decide to rename the Task Team now.")
    assert (detail.outcome.text(), shown(panel)[6]) == (
        "Approved with changes", "c) Decide to rename the Task Team now.",
    )  # fmt: skip


@pytest.mark.parametrize(("key", "word"), [(KEY.Key_F7, "Deferred"), (KEY.Key_F8, "Withdrawn")])
def test_what_was_put_off_was_not_adopted(panel, settle, keys, key, word):
    panel.view.outline.choose(keys["rename"])
    press(panel, key)
    settle()
    assert panel.view.action.differences.toPlainText() == f"{word}: no wording was adopted."


def test_any_two_wordings_are_compared(panel, desk, settle, keys):
    said = {"action_ids": [keys["rename"]], "outcome": "amended"}
    desk.do("Amend", decide, **said, adopted_text="Agree to rename the Task Team.")
    desk.do("Put", put_forward, from_meeting_id=keys["technical"], to_meeting_id=keys["senior"])
    copy = desk.read(list_actions, meeting_id=keys["senior"])[0].actions[-1].id
    desk.do("Amend", decide, action_ids=[copy], outcome="amended", adopted_text="Agree to rename it.")
    panel.view.outline.choose(keys["rename"])
    panel.view.action.tabs.setCurrentIndex(COMPARE)
    settle()
    pane = panel.view.action.wordings
    assert [pane.new.itemText(at) for at in range(pane.new.count())] == [
        "Drafted by the secretariat, SOM40 technical (24 September 2031)",
        "Agreed with changes by the technical segment, SOM40 technical (24 September 2031)",
        "Adopted with changes by the senior segment, SOM40 senior (29 October 2031)",
    ]
    assert pane.shown.toPlainText().split("\n") == [
        pane.new.itemText(0), "Decide to rename the Task Team.",
        pane.new.itemText(1), "Decide Agree to rename the Task Team.",
        pane.new.itemText(2), "Agree to rename the Task Team it.",
    ]  # fmt: skip
    compare(pane, 1, 2)
    assert pane.shown.toPlainText() == "Decide Agree to rename the Task Team it."
    assert pane.summary.text() == ("Struck: only in the older wording. Underlined: only in the newer one.")
    compare(pane, 2, 1)
    assert pane.summary.text() == "The two wordings are the same."


def compare(pane, old: int, new: int) -> None:
    for box, at in ((pane.old, old), (pane.new, new)):
        box.setCurrentIndex(at)
        box.activated.emit(at)


def test_a_follow_up_comes_from_an_action(panel, desk, settle, keys):
    panel.view.outline.choose(keys["dust"])
    settle()
    menu = {action.text(): action for action in panel.menu().actions()}
    menu["Follow-up…"].trigger()
    dialog = panel.findChild(NewFollowUpDialog)
    settle()
    assert dialog.what.toPlainText() == "Measure dust."
    dialog.who.setText("WHO")
    dialog.submit()
    settle()
    (owed,) = desk.read(list_follow_ups)
    assert (owed.who, owed.what, owed.action_id) == ("WHO", "Measure dust.", keys["dust"])
    assert owed.meeting_id == keys["technical"]


def test_a_section_stands_for_its_actions_and_a_decision_is_reopened(panel, desk, settle, keys):
    panel.view.outline.choose(keys["II"])
    menu = {action.text().split("\t")[0]: action for action in panel.menu().actions()}
    assert list(menu) == [
        "New action", "New action below", "Paste actions", "", "Approve", "With changes…", "Defer",
        "Withdraw", "Reopen", "Delete",
    ]  # fmt: skip
    menu["Approve"].trigger()
    settle()
    assert notes(panel, keys["establish"], keys["dust"]) == ["Approved · 1 effect", "Approved"]
    menu["Reopen"].trigger()
    settle()
    assert [outcome for _, outcome, _ in actions(desk, keys["technical"])][5:] == ["suggested", "suggested"]
    assert desk.state().undo == "Reopen 2 actions"


def test_a_wording_of_twenty_thousand_words_is_written_and_compared(panel, desk, settle, keys):
    long = " ".join(f"word{n}" for n in range(20_000))
    panel.view.outline.renamed.emit(keys["rename"], long)
    settle()
    panel.view.outline.choose(keys["rename"])
    panel.view.action.adopted.editor.set_text(long.replace("word777 ", "here "))
    panel.view.action.adopted.hand_over()
    settle()
    assert "word776 word777 here word778" in panel.view.action.differences.toPlainText()


def test_the_rest_is_approved_in_one_step(panel, desk, settle, keys):
    panel.view.tools["all"].click()
    settle()
    assert {outcome for _, outcome, _ in actions(desk, keys["technical"])} == {"approved"}
    assert panel.view.state.text() == "7 actions · all decided · 3 effects to adopt"
    assert desk.state().undo == "Approve 7 actions as proposed"
    assert not panel.view.tools["all"].isEnabled()


def test_what_adopting_does_is_shown_before_it_is_done(panel, desk, settle, keys):
    assert not panel.view.tools["adopt"].isEnabled()
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    settle()
    panel.view.tools["adopt"].click()
    dialog = panel.dialog
    assert [dialog.effects.item(at).text() for at in range(dialog.effects.count())] == [
        "I. c)  Task Team on Reefs: renamed “Task Team on Corals”",
        "I. c)  Task Team on Reefs: extended until SOM 42",
        "II.  Task Team on Dust (new on this desk): established",
    ]
    dialog.ok.click()
    settle()
    assert {row.name for row in desk.read(list_workstreams)} >= {"Task Team on Corals", "Task Team on Dust"}
    panel.view.outline.choose(keys["rename"])
    settle()
    assert notes(panel, keys["rename"]) == ["Approved · 2 effects applied"]
    assert not panel.view.action.effects.form.isEnabled()
    panel.view.action.withdraw.click()
    settle()
    assert notes(panel, keys["rename"]) == ["Approved · 2 effects"]
    assert "Task Team on Reefs" in {row.name for row in desk.read(list_workstreams)}


def test_an_effect_that_says_too_little_cannot_be_adopted(panel, desk, settle, keys):
    panel.view.outline.choose(keys["welcome"])
    settle()
    effects = panel.view.action.effects
    effects.add.click()
    settle()
    assert effects.list.item(0).text() == "Task Team on Reefs: extended"
    effects.edited.emit(effects.chosen_id, "kind", "became part of")
    settle()
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    settle()
    panel.view.outline.choose(keys["rename"])
    panel.adopt()
    dialog = panel.dialog
    assert dialog.effects.item(0).text() == (
        "I. a)  Task Team on Reefs: became part of\nIt does not say the other workstream."
    )
    assert [dialog.effects.item(at).icon().isNull() for at in range(4)] == [False, True, True, True]
    assert not dialog.ok.isEnabled()
    dialog.effects.itemActivated.emit(dialog.effects.item(0))
    assert not dialog.isVisible()
    assert panel.view.outline.chosen_id == keys["welcome"]
    assert panel.view.action.tabs.tabText(panel.view.action.tabs.currentIndex()) == "Effects (1)"
    effects.edited.emit(effects.chosen_id, "other_workstream", "coalition on PORTS")
    settle()
    assert effects.list.item(0).text() == "Task Team on Reefs: became part of “Coalition on Ports”"


def test_decisions_become_tasks(panel, desk, settle, keys):
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    settle()
    panel.view.tools["tasks"].click()
    dialog = panel.dialog
    assert dialog.ok.text() == "Add 4 tasks"
    assert [dialog.list.item(at).checkState().value for at in range(dialog.list.count())] == [0, 2, 2, 2, 2]
    dialog.list.item(3).setCheckState(Qt.CheckState.Unchecked)
    dialog.ok.click()
    settle()
    assert {(t.text, t.source) for t in desk.read(list_tasks)} >= {
        ("Request the Task Team to finish the map.", "SOM40 technical, decision I. b) i"),
        ("Request the Task Team to count the corals.", "SOM40 technical, decision I. b) ii"),
        ("Agree to establish a Task Team to measure dust.", "SOM40 technical, decision II. i)"),
    }
    assert desk.state().undo == "Add 3 tasks to the work plan"


def test_a_reservation_is_entered_with_its_entity(panel, desk, settle, keys):
    panel.view.outline.choose(keys["rename"])
    settle()
    panel.view.action.reservations.add.click()
    dialog = panel.dialog
    dialog.entity.setText("FAO")
    dialog.ok.click()
    settle()
    assert dialog.banner.text == "A reservation needs its words."
    dialog.words.setPlainText("Not before spring.")
    dialog.ok.click()
    settle()
    (row,) = desk.read(list_actions, meeting_id=keys["technical"])[0].actions[-1].reservations
    assert (row.entity, row.entity_id is not None, row.text) == ("FAO", True, "Not before spring.")
    assert notes(panel, keys["rename"]) == ["2 effects · reserved by FAO"]
    assert panel.view.action.tabs.tabText(4) == "Reservations (1)"


def test_a_section_is_changed_in_its_form(panel, desk, settle, keys, asked):
    panel.view.outline.choose(keys["I"])
    for key, text in (("heading", "Reefs"), ("style", "1"), ("stem", "The Group:"), ("workstream", "Ships")):
        panel.view.section.edited.emit(key, text)
        settle()
    assert shown(panel)[:3] == ["I. Reefs", "The Group:", "1) Welcome the map;"]
    assert asked == [("notice", "There is no workstream “Ships” on this desk; make it first.")]


def test_a_new_section_follows_the_one_in_view(panel, settle, keys):
    panel.view.outline.choose(keys["welcome"])
    panel.view.tools["section"].click()
    panel.dialog.workstream.setCurrentIndex(panel.dialog.workstream.findText("Coalition on Ports"))
    assert panel.dialog.heading.text() == "Coalition on Ports"
    panel.dialog.ok.click()
    settle()
    assert shown(panel)[7:9] == ["II. Coalition on Ports", "III. Task Team on Dust"]
    assert panel.view.section.title.text() == "Section II."


def test_actions_are_put_before_the_senior_segment(panel, desk, settle, keys, asked):
    panel.view.tools["forward"].click()
    assert panel.dialog.meeting.currentText() == "SOM40 senior  Segment SOM40 senior"
    panel.dialog.ok.click()
    settle()
    assert len(actions(desk, keys["senior"])) == 7
    assert asked == [("notice", "7 actions were put forward.")]
    assert desk.state().undo == "Put the actions of SOM40 technical before SOM40 senior"


def test_an_empty_meeting_offers_the_actions_of_the_segment_before(panel, desk, settle, keys):
    panel.show_meeting(keys["senior"])
    settle()
    panel._take_over(panel.board.meetings[0])
    settle()
    assert panel.view.state.text() == "7 actions"
    assert desk.state().undo == "Put the actions of SOM40 technical before this meeting"


def test_printing_and_going_to_an_action(panel, settle, keys, asked):
    panel.view.tools["print"].click()
    assert asked == [("export", "action-points", keys["technical"])]
    panel.open_item("action", keys["dust"])
    settle()
    assert panel.view.action.title.text() == "II. i)"
