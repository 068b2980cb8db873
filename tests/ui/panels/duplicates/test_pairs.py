"""Possible duplicates: found, compared, merged, told apart; by keyboard."""

import pytest
from PySide6.QtCore import Qt

from emgdesk.errors import CancelledError
from emgdesk.operations.merging import say_two_people
from emgdesk.operations.person import delete_person, update_person
from emgdesk.queries.duplicates import list_merges, list_two_people
from emgdesk.queries.entities import list_entities
from emgdesk.queries.people import get_person, list_people, person_meetings
from emgdesk.ui.panels.duplicates.choosing import Side
from emgdesk.ui.panels.duplicates.comparison_model import HEADERS, LABEL, RESULT
from emgdesk.ui.panels.duplicates.searching import PairSearch
from tests.desks import make_person
from tests.ui.test_accessibility import nameless

Key = Qt.Key


def person(workspace, name):
    return next(row for row in workspace.read(list_people) if row.name == name)


def listed(pairs):
    lines = {line.id: line for line in pairs._lines()}
    return [(lines[key].one, lines[key].other) for key in pairs.list.model.ids()]


def shown(pairs):
    """The comparison as rows of text."""
    model = pairs.pane.view.lines
    return [[model.data(model.index(at, c)) for c in range(len(HEADERS))] for at in range(model.rowCount())]


def row_of(pairs, label):
    return next(at for at, row in enumerate(shown(pairs)) if row[LABEL] == label)


def press(qtbot, opened, pairs, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(pairs.pane.view, key, modifier)
    opened.tasks.settle()


def test_pairs_are_listed_with_why_and_counted(opened, pairs):
    assert listed(pairs) == [("Amélie Dürst", "Amelie Durst"), ("Jorge Peña Ibáñez", "Jorge Pena Ibanez")]
    page = opened.desk.page("rosters")
    assert page.view.title.text() == "Possible duplicates"
    assert page.view.shown.tabs.tabText(0) == "People (2)"
    items = [page.view.list.model.item(at) for at in range(page.view.list.model.rowCount())]
    assert next(item.badge for item in items if item.id == "duplicates") == "2"
    assert pairs.pane.question.text() == "Are these one person?"
    assert pairs.pane.why.text() == "the same name, the same entity"


def test_both_are_compared_field_by_field_with_the_result_beside(pairs):
    assert shown(pairs) == [
        ["Stays", "1 meeting", "1 meeting", "The other"],
        ["Name", "Amélie Dürst", "Amelie Durst", "Amélie Dürst"],
        ["Given name", "Amélie", "Amelie", "Amélie"],
        ["Family name", "Dürst", "Durst", "Dürst"],
        ["Entity", "UNEP", "UNEP", "UNEP"],
        ["E-mails", "", "a.durst@unep.example", "a.durst@unep.example"],
        ["Also written", "", "", "Amelie Durst"],
        [
            "Meetings",
            "SOM40 technical · 24 September 2031 · UNEP",
            "REEF 1 · UNEP",
            "REEF 1 · UNEP\nSOM40 technical · 24 September 2031 · UNEP",
        ],
    ]


def test_arrows_choose_the_sides_and_m_merges(qtbot, opened, workspace, pairs, twins):
    before = person(workspace, "Amélie Dürst").id
    view = pairs.pane.view
    assert view.currentIndex().row() == row_of(pairs, "Name")
    press(qtbot, opened, pairs, Key.Key_Right)
    assert shown(pairs)[row_of(pairs, "Family name")][RESULT] == "Durst"
    press(qtbot, opened, pairs, Key.Key_Left)
    press(qtbot, opened, pairs, Key.Key_Up)
    assert view.currentIndex().row() == 0
    press(qtbot, opened, pairs, Key.Key_Left)
    assert shown(pairs)[0][RESULT] == "One"
    press(qtbot, opened, pairs, Key.Key_M)
    merged = workspace.read(get_person, person_id=before)
    assert (merged.name, merged.spellings, merged.emails) == (
        "Amélie Dürst", "Amelie Durst", "a.durst@unep.example",
    )  # fmt: skip
    assert merged.meetings == 2
    assert workspace.state().undo == "Merge Amelie Durst into Amélie Dürst"
    assert listed(pairs) == [("Jorge Peña Ibáñez", "Jorge Pena Ibanez")]
    assert shown(pairs)[1][:3] == ["Name", "Jorge Peña Ibáñez", "Jorge Pena Ibanez"]
    assert opened.desk.banner.text == "Amélie Dürst and Amelie Durst are one person now: Amélie Dürst."


def test_undo_in_the_notice_brings_the_pair_back_into_view(qtbot, opened, workspace, pairs):
    first = pairs.list.chosen_id
    press(qtbot, opened, pairs, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(listed(pairs)) == 1
    assert opened.desk.banner._action.text() == "Undo"
    opened.desk.banner._action.click()
    opened.tasks.settle()
    assert len(listed(pairs)) == 2
    assert pairs.list.chosen_id == first
    press(qtbot, opened, pairs, Key.Key_M)
    press(qtbot, opened, pairs, Key.Key_M)
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert [names[0] for names in listed(pairs)] == ["Jorge Peña Ibáñez"]
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert pairs.list.chosen_id == first


def test_two_people_are_remembered_and_can_be_taken_back(qtbot, opened, workspace, pairs):
    assert pairs.said.isHidden()
    press(qtbot, opened, pairs, Key.Key_T)
    assert [(two.one_name, two.other_name) for two in workspace.read(list_two_people)] == [
        ("Amélie Dürst", "Amelie Durst")
    ]
    assert listed(pairs) == [("Jorge Peña Ibáñez", "Jorge Pena Ibanez")]
    assert pairs.said.text() == "Said to be two (1)"
    pairs.said.click()
    opened.tasks.settle()
    assert listed(pairs) == [("Amélie Dürst", "Amelie Durst")]
    assert pairs.pane.question.text() == "These were said to be two people."
    assert not pairs.merge.isVisible()
    press(qtbot, opened, pairs, Key.Key_U)
    assert workspace.read(list_two_people) == ()
    assert pairs.empty.isVisible()
    pairs.said.click()
    opened.tasks.settle()
    assert len(listed(pairs)) == 2


def test_space_goes_on_to_the_next_and_comes_round(qtbot, opened, pairs):
    first, second = pairs.list.model.ids()
    press(qtbot, opened, pairs, Key.Key_Space)
    assert pairs.list.chosen_id == second
    assert pairs.list.model.item(0).faint
    press(qtbot, opened, pairs, Key.Key_Space)
    assert pairs.list.chosen_id == first


def test_the_list_takes_the_same_keys_and_leads_to_the_comparison(qtbot, opened, pairs):
    pairs.list.view.setFocus()
    qtbot.keyClick(pairs.list.view, Key.Key_X)
    assert pairs.list.filter.text() == ""
    qtbot.keyClick(pairs.list.view, Key.Key_Right)
    assert pairs.pane.view.hasFocus()
    pairs.list.view.setFocus()
    qtbot.keyClick(pairs.list.view, Key.Key_M)
    opened.tasks.settle()
    assert len(listed(pairs)) == 1


def test_a_side_is_chosen_by_a_click(qtbot, opened, pairs):
    view = pairs.pane.view
    at = view.lines.index(row_of(pairs, "Name"), 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(at).center())
    assert shown(pairs)[row_of(pairs, "Name")][RESULT] == "Amelie Durst"
    spoken = view.lines.data(at, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Name, The other: Amelie Durst, chosen"


def test_the_list_is_filtered_by_name_entity_and_reason(opened, pairs):
    opened.desk.page("rosters").start_filter()
    assert pairs.list.filter.hasFocus()
    pairs.list.filter.setText("pena fao")
    assert listed(pairs) == [("Jorge Peña Ibáñez", "Jorge Pena Ibanez")]


def test_both_on_one_roster_is_said(opened, workspace, pairs, twins):
    ruth = make_twin_on_roster(workspace)
    opened.tasks.settle()
    key = next(key for key in pairs.list.model.ids() if ruth in key)
    pairs.list.choose(key)
    opened.tasks.settle()
    assert pairs.pane.against.text() == (
        "Both are on the roster of SOM40 technical; merged, the two lines become one."
    )


def make_twin_on_roster(workspace):
    from emgdesk.operations.roster import add_participant
    from emgdesk.queries.meetings import find_meeting

    meeting = workspace.read(find_meeting, code="SOM40 technical").id
    workspace.do("Add", add_participant, meeting_id=meeting, name="Ruth Solberg-Solberg")
    workspace.do(
        "Rename", update_person, person_id=person(workspace, "Ruth Solberg-Solberg").id, name="Solberg Ruth"
    )
    return person(workspace, "Solberg Ruth").id


def test_what_others_change_meanwhile_is_taken_up(opened, workspace, pairs, twins):
    opened.services.do("Delete", delete_person, person_id=twins["jorge"])
    opened.tasks.settle()
    assert listed(pairs) == [("Amélie Dürst", "Amelie Durst")]
    opened.services.do("Phone", update_person, person_id=twins["amelie"], phone="+41 22")
    opened.tasks.settle()
    assert shown(pairs)[row_of(pairs, "Phone")] == ["Phone", "", "+41 22", "+41 22"]


def test_a_pair_of_which_one_has_gone_is_not_merged(qtbot, opened, workspace, pairs, twins):
    line = pairs._line_in_view()
    pairs.pane.show_pair(line, None, "One of the two is no longer on the desk.")
    press(qtbot, opened, pairs, Key.Key_M)
    assert len(workspace.read(list_people)) == 7
    two = sorted((person(workspace, "Amélie Dürst").id, twins["amelie"]))
    pairs._choose(line.id)
    opened.tasks.settle()
    workspace.do("Two", say_two_people, one_id=two[0], other_id=two[1])
    pairs._merge()
    opened.tasks.settle()
    assert opened.desk.banner.text.endswith("were said to be two people; take that back first.")
    assert listed(pairs) == [("Jorge Peña Ibáñez", "Jorge Pena Ibanez")]


def test_everything_the_keyboard_reaches_says_what_it_is(opened, pairs):
    assert nameless(opened) == []


def test_nobody_alike_says_so(qtbot, opened, pairs):
    press(qtbot, opened, pairs, Key.Key_M)
    press(qtbot, opened, pairs, Key.Key_M)
    assert pairs.empty.isVisible()
    assert pairs.empty._title.text() == "Nobody looks like somebody else"
    assert pairs.empty._sentence.text() == "All 5 people on this desk were compared with one another."
    page = opened.desk.page("rosters")
    assert page.view.shown.tabs.tabText(0) == "People (0)"


def test_a_search_is_watched_and_stopped(opened, twins):
    opened.show_place("rosters")
    opened.desk.page("rosters").view.list.choose("duplicates")
    pairs = opened.desk.page("rosters").view.shown.shown
    assert pairs.empty._title.text() == "Looking for people who look alike"
    pairs.search.job.report("Looking for people twice", 3, 10)
    pairs.progress.look()
    assert pairs.progress.words.text() == "Looking for people twice"
    assert (pairs.progress.bar.value(), pairs.progress.bar.maximum()) == (3, 10)
    job = pairs.search.job
    pairs.progress.stop.click()
    with pytest.raises(CancelledError):
        job.check_cancelled()
    opened.tasks.settle()
    assert pairs.empty._title.text() == "Stopped"
    assert not pairs.progress.stop.isVisible()
    pairs.search.begin()
    opened.tasks.settle()
    assert len(listed(pairs)) == 2


def test_where_there_is_much_to_compare_a_search_waits_for_the_desk_to_be_quiet(opened, pairs):
    search: PairSearch = pairs.search
    search._total = 50_000
    search.begin_soon()
    assert search.job is None
    search._later.timeout.emit()
    assert search.job is not None
    opened.tasks.settle()
    assert search.job is None


def test_merges_can_be_found_with_the_person(qtbot, opened, workspace, pairs, twins):
    press(qtbot, opened, pairs, Key.Key_M)
    (merge,) = workspace.read(list_merges, person_id=twins["amelie"])
    assert merge.lost_name == "Amélie Dürst"
    assert len(workspace.read(person_meetings, person_id=twins["amelie"])) == 2


def test_entities_are_compared_and_merged_alike(qtbot, opened, workspace, entity_pairs):
    assert listed(entity_pairs) == [("FAO", "FAO-UN")]
    rows = {row[0]: row[1:] for row in shown(entity_pairs)}
    assert rows["Stays"] == ["1 person, 1 meeting", "0 people, 0 meetings", "One"]
    assert rows["Acronym"] == ["FAO", "FAO-UN", "FAO"]
    assert rows["Status"] == ["member", "guest", "member"]
    press(qtbot, opened, entity_pairs, Key.Key_M)
    fao = next(row for row in workspace.read(list_entities) if row.acronym == "FAO")
    assert {"FAO-UN", "Food & Agriculture Organization (United Nations)"} <= set(fao.aliases)
    assert opened.desk.banner.text == "FAO and FAO-UN are one entity now: FAO."
    assert entity_pairs.empty._title.text() == "No entity looks like another one"


def test_entities_said_to_be_two_are_left_alone(qtbot, opened, workspace, entity_pairs):
    press(qtbot, opened, entity_pairs, Key.Key_T)
    assert entity_pairs._lines() == ()
    entity_pairs.said.click()
    opened.tasks.settle()
    assert listed(entity_pairs) == [("FAO", "FAO-UN")]
    press(qtbot, opened, entity_pairs, Key.Key_U)
    entity_pairs.said.click()
    opened.tasks.settle()
    assert listed(entity_pairs) == [("FAO", "FAO-UN")]


def badge(opened):
    model = opened.desk.page("rosters").view.list.model
    return model.item(model.at_of("duplicates")).badge


def test_the_number_of_pairs_is_counted_again_while_another_list_is_looked_at(
    qtbot, opened, workspace, pairs
):
    panel = opened.desk.page("rosters").view.shown
    qtbot.waitUntil(lambda: badge(opened) == "2")
    opened.desk.page("rosters").view.list.choose("people")
    opened.tasks.settle()
    make_person(workspace, "Ruth Sollberg")
    qtbot.waitUntil(lambda: badge(opened) == "3")
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    qtbot.waitUntil(lambda: badge(opened) == "2")
    assert panel.tabs.tabText(0) == "People (2)"
    opened.commands["redo"].trigger()
    qtbot.waitUntil(lambda: badge(opened) == "3")


def test_the_keys_pass_over_lines_with_nothing_to_choose(qtbot, opened, pairs):
    view, choices = pairs.pane.view, pairs.pane.choices
    open_ = [at for at, field in enumerate(choices.fields) if choices.can_choose(field.key)]
    view._go(0)
    met = [0]
    for _ in range(len(choices.fields)):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        met.append(view.currentIndex().row())
    assert sorted(set(met)) == open_
    for _ in range(len(choices.fields)):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 0


def test_what_does_not_go_together_is_said_below_the_comparison(opened, pairs):
    pane = pairs.pane
    assert not pane.unfit.isVisible()
    pane.show_pair(None, (named("a", "Ann Berg", "Berg"), named("b", "Ann Olt", "Olt")), "")
    family = [field.key for field in pane.choices.fields].index("family")
    pane.view.pick(family, 1)
    assert pane.unfit.text() == "Family name “Olt” does not fit in the name “Ann Berg”."
    assert pane.unfit.isVisible()
    pane.view.pick(family, 0)
    assert not pane.unfit.isVisible()


def named(key, name, family):
    values = {"name": name, "family": family}
    return Side(key, name, values, {field: {field: text} for field, text in values.items()})
