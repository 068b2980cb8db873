"""All people and all entities: read when opened, edited in the table or beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from emgdesk.domain.collation import text_key
from emgdesk.operations.merging import merge_entities, merge_people
from emgdesk.queries.entities import list_entities
from emgdesk.queries.people import list_people
from emgdesk.queries.roster import list_roster
from emgdesk.ui.dialogs.new_entity import NewEntityDialog
from emgdesk.ui.dialogs.new_person import NewPersonDialog
from emgdesk.ui.panels.directory.entities import EntitiesPanel
from emgdesk.ui.panels.directory.people import PeoplePanel
from tests.desks import make_person


@pytest.fixture
def people(opened) -> PeoplePanel:
    opened.show_place("rosters")
    opened.tasks.settle()
    return opened.desk.page("rosters").view.shown


@pytest.fixture
def entities(opened) -> EntitiesPanel:
    opened.show_place("rosters")
    opened.desk.page("rosters").view.list.choose("entities")
    opened.tasks.settle()
    return opened.desk.page("rosters").view.shown


def person(workspace, name):
    return next(row for row in workspace.read(list_people) if row.name == name)


def entity(workspace, acronym):
    return next(row for row in workspace.read(list_entities) if row.acronym == acronym)


def choose(panel, row_id):
    panel.table.select([row_id])
    panel.services.tasks.settle()


def test_people_are_not_read_before_they_are_looked_at(opened):
    assert "rosters" not in opened.desk._pages


def test_everybody_is_listed_with_their_meetings(people, workspace):
    assert people.table.count.text() == "5 people"
    choose(people, person(workspace, "Amélie Dürst").id)
    assert people.detail.isVisible()
    assert people.detail.heading.text() == "Amélie Dürst"
    assert people.meetings._lines.count() == 1


def test_the_meeting_of_a_person_is_one_click_away(opened, people, workspace):
    choose(people, person(workspace, "Amélie Dürst").id)
    people.meetings.acted.emit(opened.desk.page("meetings").view.list.chosen_id)
    opened.tasks.settle()
    assert opened.header.tabs.tabText(opened.header.tabs.currentIndex()) == "Meetings"


def test_an_edit_of_one_person_reads_that_one_again(opened, people, workspace):
    ruth = person(workspace, "Ruth Solberg")
    people.table.model.ask([ruth.id], "function", "Hydrologist")
    opened.tasks.settle()
    assert people.table.model.row_of(ruth.id).function == "Hydrologist"
    assert person(workspace, "Ruth Solberg").function == "Hydrologist"


def test_the_entity_of_today_is_known_by_any_of_its_names(opened, people, workspace):
    ruth = person(workspace, "Ruth Solberg")
    choose(people, ruth.id)
    people._edit_chosen("entity", "unep")
    opened.tasks.settle()
    assert person(workspace, "Ruth Solberg").entity == "UNEP"
    people._edit_chosen("entity", "Ministry of Magic")
    assert opened.desk.banner.text.startswith("There is no entity “Ministry of Magic” on this desk")


def test_past_rosters_keep_a_name_unless_asked(opened, people, workspace):
    ruth = person(workspace, "Ruth Solberg")
    meeting_id = opened.desk.page("meetings").view.list.chosen_id
    people.table.model.ask([ruth.id], "name", "Ruth Solberg-Ness")
    opened.tasks.settle()
    assert workspace.read(list_roster, meeting_id=meeting_id)[4].name == "Ruth Solberg"
    assert opened.desk.banner._action.text() == "Also correct 1 roster"
    opened.desk.banner._action.click()
    opened.tasks.settle()
    assert workspace.read(list_roster, meeting_id=meeting_id)[4].name == "Ruth Solberg-Ness"


def test_somebody_on_a_roster_is_not_deleted(opened, people, workspace):
    people.table.select([person(workspace, "Ruth Solberg").id])
    people._delete(people.table.selected_ids())
    opened.tasks.settle()
    assert opened.desk.banner.text.startswith("Ruth Solberg stands on a roster")
    assert people.table.model.total == 5


def test_a_new_person_is_made_and_shown(opened, people, workspace):
    opened.commands["new_person"].trigger()
    dialog = opened.findChild(NewPersonDialog)
    opened.tasks.settle()
    dialog.name.setText("Ödön Szabó")
    dialog.entity.setText("Atlantis")
    dialog.submit()
    assert dialog.banner.text.startswith("There is no entity “Atlantis”")
    dialog.entity.setText("FAO")
    dialog.email.setText("odon@example.org")
    dialog.submit()
    opened.tasks.settle()
    made = person(workspace, "Ödön Szabó")
    assert (made.entity, made.email) == ("FAO", "odon@example.org")
    assert people.table.selected_ids() == (made.id,)


def test_what_is_unsure_is_shown_as_such(entities, workspace):
    unsure = next(row for row in workspace.read(list_entities) if row.unsure)
    model = entities.table.model
    at = model.index(model.at_of(unsure.id), model.column_of("unsure"))
    assert model.data(at) == "to be confirmed"
    assert model.data(at, Qt.ItemDataRole.ForegroundRole) is not None


def test_status_aliases_and_parent_are_edited_beside_the_table(opened, entities, workspace):
    unsure = next(row for row in workspace.read(list_entities) if row.unsure)
    choose(entities, unsure.id)
    edit = entities.detail.form.edited.emit
    edit("unsure", "confirmed")
    edit("status", "observer")
    edit("aliases", "First way\nSecond way")
    edit("parent", "unep")
    opened.tasks.settle()
    now = entity(workspace, unsure.acronym)
    assert (now.unsure, now.status, set(now.aliases), now.parent) == (
        False,
        "observer",
        {"First way", "Second way"},
        "UNEP",
    )
    edit("parent", "Nowhere")
    assert opened.desk.banner.text == "There is no entity “Nowhere” on this desk."
    edit("parent", "")
    opened.tasks.settle()
    assert entity(workspace, unsure.acronym).parent == ""


def test_a_name_that_is_taken_is_refused(opened, entities, workspace):
    fao = entity(workspace, "FAO")
    entities.table.model.ask([fao.id], "acronym", "UNEP")
    opened.tasks.settle()
    assert "is already a name of" in opened.desk.banner.text
    assert entities.table.model.value(entities.table.model.row_of(fao.id), 0) == "FAO"


def test_an_entity_in_use_is_not_deleted_and_an_unused_one_is(opened, entities, workspace):
    opened.commands["new_entity"].trigger()
    dialog = opened.findChild(NewEntityDialog)
    dialog.acronym.setText("XYZ")
    dialog.aliases.setText("X Y Z; The XYZ")
    dialog.submit()
    opened.tasks.settle()
    made = entity(workspace, "XYZ")
    assert set(made.aliases) == {"X Y Z", "The XYZ"}
    assert entities.table.selected_ids() == (made.id,)
    entities._delete((made.id, entity(workspace, "FAO").id))
    opened.tasks.settle()
    assert "XYZ" not in [row.acronym for row in workspace.read(list_entities)]
    assert opened.desk.banner.text.startswith("FAO ")


def test_spellings_are_added_and_removed_beside_the_table(qtbot, opened, people, workspace):
    ruth = person(workspace, "Ruth Solberg")
    choose(people, ruth.id)
    people.spellings.line.setText("Ruth Sölberg")
    qtbot.keyClick(people.spellings.line, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert person(workspace, "Ruth Solberg").spellings == "Ruth Sölberg"
    (forget,) = people.spellings.findChildren(QToolButton)
    assert forget.accessibleName() == "Forget the spelling Ruth Sölberg"
    forget.click()
    opened.tasks.settle()
    assert person(workspace, "Ruth Solberg").spellings == ""
    people.spellings.added.emit("Ruth Solberg")
    opened.tasks.settle()
    assert opened.desk.banner.text == "Ruth Solberg is known as “Ruth Solberg” already."


def test_the_rule_for_particles_shows_where_a_person_sorts(opened, people, workspace):
    key = make_person(workspace, "Anna van der Berg")
    opened.tasks.settle()
    choose(people, key)
    assert people.sorting.text() == "Anna van der Berg sorts under Berg"
    people.order.edited.emit("particles", "kept")
    opened.tasks.settle()
    assert people.sorting.text() == "Anna van der Berg sorts under van der Berg"
    assert workspace.state().undo == "Change sorting of Anna van der Berg"
    model = people.table.model
    assert model.value(model.row_of(key), model.column_of("particles")) == "kept"


def test_who_was_merged_into_a_person_is_parted_again(opened, people, workspace):
    kept, lost = person(workspace, "Ruth Solberg").id, make_person(workspace, "Ruth Sølberg")
    opened.services.do("Merge", merge_people, kept_id=kept, lost_id=lost)
    opened.tasks.settle()
    choose(people, kept)
    assert people.merged.isVisible()
    (part,) = people.merged.findChildren(QPushButton)
    assert part.accessibleName() == "Part again: Ruth Sølberg"
    part.click()
    opened.tasks.settle()
    assert person(workspace, "Ruth Sølberg").id == lost
    assert people.detail.heading.text() == "Ruth Sølberg"
    assert opened.desk.banner.text == "Ruth Solberg was parted again; the two are remembered as two people."
    assert people.merged.isHidden()


def test_an_entity_is_counted_with_the_one_it_is_part_of(opened, entities, workspace):
    choose(entities, entity(workspace, "FAO").id)
    assert not entities.counts.isEnabled()
    choose(entities, entity(workspace, "SUN").id)
    assert (entities.counts.text(), entities.counts.isChecked()) == ("Counted with UNEP", False)
    entities.counts.click()
    opened.tasks.settle()
    assert entity(workspace, "SUN").counts_as_parent
    assert entities.counts.isChecked()
    assert workspace.state().undo == "Change counting of SUN"


def test_the_domains_of_an_entity_are_edited_beside_the_table(opened, entities, workspace):
    choose(entities, entity(workspace, "FAO").id)
    entities.detail.form.edited.emit("domains", "@FAO.org\nfao.example")
    opened.tasks.settle()
    assert entity(workspace, "FAO").domains == ("fao.org", "fao.example")
    entities.detail.form.edited.emit("domains", "nonsense")
    opened.tasks.settle()
    assert opened.desk.banner.text == "“nonsense” is no domain of e-mail addresses (like fao.org)."


def test_an_entity_merged_by_mistake_is_parted_again(opened, entities, workspace):
    kept, lost = entity(workspace, "FAO"), entity(workspace, "WHO")
    opened.services.do("Merge", merge_entities, kept_id=kept.id, lost_id=lost.id)
    opened.tasks.settle()
    choose(entities, kept.id)
    entities.merged.findChildren(QPushButton)[0].click()
    opened.tasks.settle()
    assert entity(workspace, "WHO").id == lost.id
    assert opened.desk.banner.text == "FAO was parted again; the two are remembered as two entities."


def test_people_stand_by_family_name_and_entities_by_acronym(opened, people, entities):
    opened.tasks.settle()
    assert [row.name for row in people.table.model.shown_rows()][:5] == [
        "Ngozi Adeyemi-Okoro",
        "Amélie Dürst",
        "Jorge Peña Ibáñez",
        "Ruth Solberg",
        "Светлана Воронова",
    ]
    acronyms = [row.acronym for row in entities.table.model.shown_rows()]
    assert acronyms == sorted(acronyms, key=text_key)


@pytest.mark.parametrize("which", ["people", "entities"])
def test_with_the_side_open_no_column_is_cut(request, opened, which):
    panel = request.getfixturevalue(which)
    opened.tasks.settle()
    panel.table.select([panel.table.model.row_at(0).id])
    opened.tasks.settle()
    QApplication.processEvents()
    view = panel.table.view
    last = panel.table.choice.shown_columns()[-1]
    assert panel.detail.isVisible()
    assert panel.table.model.columns[last].key == "meetings"
    assert view.columnViewportPosition(last) + view.columnWidth(last) == view.viewport().width()
