"""Members of a workstream in the window: added, pasted, corrected, proposed, written to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from emgdesk.operations.entity import add_entity
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member, update_members
from emgdesk.operations.office import add_designation
from emgdesk.operations.roster import add_participant
from emgdesk.operations.workstream import update_workstream
from emgdesk.operations.workstream_names import add_alias
from emgdesk.queries.memberships import list_members
from emgdesk.queries.search import search
from emgdesk.queries.workstream_names import list_names
from emgdesk.ui.dialogs.new_entity import NewEntityDialog
from emgdesk.ui.panels.members import MembersPanel, NamesDialog
from tests.desks import entity_id, make_meeting, make_person, make_workplan


@pytest.fixture
def keys(workspace):
    """UNEP leads the team on reefs, FAO is in it with Ines Calado as focal point, WHO is no longer."""
    keys = make_workplan(workspace)
    workspace.do("M", update_workstream, workstream_id=keys["reefs"], leads="UNEP", members="FAO")
    keys["ines"] = make_person(workspace, "Ines Calado", "FAO", emails=("ines@mail.example",))
    fao = {"person_id": keys["ines"], "entity_id": entity_id(workspace, "FAO")}
    workspace.do("M", add_member, workstream_id=keys["reefs"], role="focal point", **fao, since="2020-05")
    workspace.do(
        "M", add_member, workstream_id=keys["reefs"], role="member", entity="WHO", until="2001", note="left"
    )
    return keys


@pytest.fixture
def panel(opened, qtbot, keys):
    made = MembersPanel(opened.services)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_workstream(keys["reefs"])
    made.line.day.set_value("2031-05-02")
    made.show()
    opened.tasks.settle()
    return made


def shown(panel: MembersPanel) -> list[tuple[str, ...]]:
    model = panel.table.model
    return [
        tuple(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def who(workspace, keys) -> list[tuple[str, str]]:
    return [(row.role, row.named) for row in workspace.read(list_members, workstream_id=keys["reefs"])]


def dialog(panel) -> QDialog:
    panel.services.tasks.settle()
    (found,) = (window for window in panel.findChildren(QDialog) if window.isVisible())
    return found


def test_members_are_shown_by_role_and_former_ones_when_asked(panel, opened):
    assert shown(panel) == [
        ("Lead", "UNEP", "", "", "", "", ""),
        ("Member", "FAO", "", "", "", "", ""),
        ("Focal point", "FAO", "Ines Calado", "May 2020", "", "", ""),
    ]
    panel.line.former.click()
    assert ("Member", "WHO", "", "", "2001", "left", "former") in shown(panel)
    panel.line.day.set_value("2000-05-02")
    panel.line.as_of_changed.emit()
    assert ("Member", "WHO", "", "", "2001", "left", "") in shown(panel)
    panel.line.chips["lead"].click()
    assert [row[1] for row in shown(panel)] == ["UNEP"]
    assert [chip.text() for chip in panel.line.chips.values() if not chip.isHidden()] == [
        "All (3)", "Leads (1)", "Members (2)", "Focal points (0)",
    ]  # fmt: skip


def test_a_member_is_added_with_a_new_entity_on_the_way(panel, opened, workspace, keys):
    panel.add()
    adding = dialog(panel)
    assert adding.role.currentText() == "Member"
    adding.entity.setText("Reef Club")
    assert adding.told.text() == "This entity is not on the desk; its name stays as written."
    adding.new_entity.click()
    new = next(one for one in QApplication.topLevelWidgets() if isinstance(one, NewEntityDialog))
    assert (new.acronym.text(), new.full_name.text()) == ("", "Reef Club")
    new.reject()
    adding._entity_made(workspace.do("New", add_entity, acronym="RCL", full_name="Reef Club").value)
    opened.tasks.settle()
    assert adding.entity.text() == "RCL"
    adding.since.setText("May 2031")
    adding.submit()
    opened.tasks.settle()
    (row,) = (row for row in workspace.read(list_members) if row.entity == "RCL")
    assert (row.role, row.since, row.entity_id is not None) == ("member", "2031-05", True)
    assert workspace.state().undo == "Add RCL to Task Team on Reefs"


def test_tab_takes_the_one_entity_proposed(panel, opened, workspace, qtbot, keys):
    workspace.do("New", add_entity, acronym="RCLUB", full_name="Reef Club")
    panel.add()
    adding = dialog(panel)
    opened.tasks.settle()
    adding.entity.setFocus()
    qtbot.keyClicks(adding.entity, "rclu")
    qtbot.keyClick(QApplication.activePopupWidget() or adding.entity, Qt.Key.Key_Tab)
    assert adding.entity.text() == "RCLUB"


def test_a_person_is_added_as_focal_point(panel, opened, workspace, keys):
    make_person(workspace, "Omar Keita", "UNDP")
    opened.tasks.settle()
    panel.line.choose("focal point")
    panel.add()
    adding = dialog(panel)
    assert adding.role.currentText() == "Focal point"
    (hit,) = workspace.read(search, text="Omar Keita")
    adding.person._take(hit)
    opened.tasks.settle()
    assert adding.entity.text() == "UNDP"
    adding.until.setText("sometime")
    adding.submit()
    opened.tasks.settle()
    assert adding.banner.text == (
        "“sometime” is not a date; write 2026-05-28, 2026-05 for a month or 2026 for a year."
    )
    adding.until.setText("")
    adding.submit()
    opened.tasks.settle()
    assert ("focal point", "Omar Keita (UNDP)") in who(workspace, keys)


def test_a_list_is_pasted(panel, opened, workspace, keys):
    panel._paste("UNDP, WHO and Reef Club")
    opened.tasks.settle()
    assert who(workspace, keys)[1:6] == [
        ("member", "FAO"), ("member", "WHO"), ("member", "UNDP"), ("member", "WHO"), ("member", "Reef Club"),
    ]  # fmt: skip
    assert opened.desk.banner.text == "3 members were added."
    panel._paste("Focal point\tUNDP\tOmar Keita\t2031-05\nOfficer\tRuth Solberg")
    opened.tasks.settle()
    assert who(workspace, keys)[-3:] == [
        ("focal point", "Ines Calado (FAO)"), ("focal point", "Omar Keita (UNDP)"), ("officer", "Ruth Solberg"),
    ]  # fmt: skip
    panel._paste("FAO")
    opened.tasks.settle()
    assert opened.desk.banner.text == ("Nobody was added to “Task Team on Reefs”: they are in it already.")


def test_cells_are_corrected_ended_moved_and_deleted(panel, opened, workspace, keys):
    panel.line.day.set_value("2999-12-31")
    panel.line.as_of_changed.emit()
    opened.tasks.settle()
    lead, member = panel.table.model.row_at(0), panel.table.model.row_at(1)
    panel.table.edit_requested.emit((lead.id, member.id), "since", "2 May 2999")
    opened.tasks.settle()
    assert [row[3] for row in shown(panel)][:2] == ["2 May 2999", "2 May 2999"]
    assert workspace.state().undo == "Change since of 2 entries"
    panel.table.edit_requested.emit((member.id,), "role", "Co-chair")
    opened.tasks.settle()
    assert who(workspace, keys)[:2] == [("lead", "UNEP"), ("co-chair", "FAO")]
    panel.table.edit_requested.emit((lead.id,), "until", "soon")
    opened.tasks.settle()
    assert opened.desk.banner.text.startswith("“soon” is not a date")
    panel.table.select([lead.id])
    panel._end()
    opened.tasks.settle()
    assert workspace.read(list_members)[0].since == "2999-05-02"
    assert opened.desk.banner.text.startswith("It would end (")
    panel._delete((member.id,))
    opened.tasks.settle()
    assert ("co-chair", "FAO") not in who(workspace, keys)
    workspace.undo()
    assert ("co-chair", "FAO") in who(workspace, keys)


def test_addresses_of_entities_are_those_of_their_focal_points(panel, opened, workspace, keys):
    omar = make_person(workspace, "Omar Keita", "UNEP", emails=("omar@mail.example",))
    unep = entity_id(workspace, "UNEP")
    workspace.do("D", add_designation, entity_id=unep, person_id=omar, role="focal point")
    workspace.do("M", add_member, workstream_id=keys["reefs"], role="member", entity="UNDP")
    opened.tasks.settle()
    panel.copy_addresses()
    assert QGuiApplication.clipboard().text() == (
        "Omar Keita <omar@mail.example>; Ines Calado <ines@mail.example>"
    )
    assert opened.desk.banner.text == "Copied 2 addresses; nobody is known to write to at UNDP."
    panel.line.choose("lead")
    panel.copy_addresses()
    assert QGuiApplication.clipboard().text() == "Omar Keita <omar@mail.example>"


def test_focal_points_and_who_came_are_proposed(panel, opened, workspace, keys):
    omar = make_person(workspace, "Omar Keita", "UNEP")
    unep = entity_id(workspace, "UNEP")
    workspace.do("D", add_designation, entity_id=unep, person_id=omar, role="focal point")
    meeting = make_meeting(workspace, "REEF 2", workstream_id=keys["reefs"], date="2031-05-02")
    for name, entity, attendance in (
        ("Jan Ostrow", "UNDP", "attended"), ("Ines Calado", "FAO", "attended"), ("Ana Quell", "WMO", "absent"),
    ):  # fmt: skip
        person = keys["ines"] if name == "Ines Calado" else None
        workspace.do(
            "P", add_participant, meeting_id=meeting, name=name, entity=entity, attendance=attendance,
            person_id=person,
        )  # fmt: skip
    opened.tasks.settle()
    panel.propose()
    proposing = dialog(panel)
    assert [proposing.source.itemText(at) for at in range(2)] == [
        "Focal points of the Group (1)", "Who was at REEF 2, 2 May 2031 (2)",
    ]  # fmt: skip
    assert [one.person for one in proposing.ticked()] == ["Omar Keita"]
    proposing.source.setCurrentIndex(1)
    assert [(one.role, one.entity) for one in proposing.ticked()] == [("member", "UNDP")]
    proposing.list.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    assert proposing.ok.text() == "Add 2"
    proposing.submit()
    opened.tasks.settle()
    assert {("member", "UNDP"), ("focal point", "Jan Ostrow (UNDP)")} <= set(who(workspace, keys))
    assert workspace.state().undo == "Add 2 members to Task Team on Reefs"


def test_who_was_at_the_meetings_is_a_table(panel, opened, workspace, keys):
    first = make_meeting(workspace, "REEF 2", workstream_id=keys["reefs"], date="2031-05-02")
    workspace.do(
        "P", add_participant, meeting_id=first, name="Jan Ostrow", entity="UNDP", attendance="attended"
    )
    workspace.do(
        "P", add_participant, meeting_id=first, name="Ines Calado", person_id=keys["ines"], entity="FAO",
        attendance="excused",
    )  # fmt: skip
    opened.tasks.settle()
    panel.line.meetings.click()
    model = panel.presence.model
    cells = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert cells == [
        ("UNEP", "Lead", "0 of 1", "–"),
        ("FAO", "Member", "0 of 1", "excused"),
        ("WHO", "Member", "", "·"),
        ("Ines Calado (FAO)", "Focal point", "0 of 1", "excused"),
        ("UNDP", "not a member", "1 of 1", "attended"),
    ]
    assert panel.presence.sentence.text() == "1 meeting with attendance. Never came: UNEP, FAO."
    header = model.headerData(3, Qt.Orientation.Horizontal)
    assert header == "REEF 2\n2 May 2031\n1 person, 1 entity"
    panel.line.choose("")
    assert panel.pages.currentWidget() is panel.table


def test_a_text_of_an_older_desk_is_edited_like_rows(panel, opened, workspace, keys):
    """The panel knows names in texts by their place, and the first edit makes rows of them."""
    from sqlalchemy import text

    from emgdesk.operations.marking import operation

    @operation
    def as_before(session) -> None:
        session.execute(text("UPDATE workstream SET leads = 'UNEP, WMO' WHERE name LIKE 'Coalition%'"))

    workspace.do("Older", as_before)
    panel.show_workstream(keys["ports"])
    opened.tasks.settle()
    assert [row[:2] for row in shown(panel)] == [("Lead", "UNEP"), ("Lead", "WMO")]
    panel.table.edit_requested.emit((panel.table.model.row_at(1).id,), "note", "since the start")
    opened.tasks.settle()
    assert [(row[1], row[5]) for row in shown(panel)] == [("UNEP", ""), ("WMO", "since the start")]
    assert all(row.id for row in workspace.read(list_members, workstream_id=keys["ports"]))


def test_names_are_added_dated_and_forgotten(opened, qtbot, workspace, keys):
    reefs = keys["reefs"]
    workspace.do(
        "R", add_event, workstream_id=reefs, kind="renamed", date="2030-05", new_name="Team on Corals"
    )
    workspace.do("N", add_alias, workstream_id=reefs, name="TTR")
    names = NamesDialog(opened.services, reefs, opened)
    names.show()
    opened.tasks.settle()
    model = names.table.model
    rows = [tuple(model.index(r, c).data() or "" for c in range(4)) for r in range(model.rowCount())]
    assert rows == [
        ("Team on Corals", "in use", "May 2030", ""),
        ("Task Team on Reefs", "former name", "", "May 2030"),
        ("TTR", "spelling", "", ""),
    ]
    names.day.set_value("2029-01-01")
    names._tell()
    assert names.called.text() == "“Task Team on Reefs”"
    names.line.setText("Coalition on Ports")
    names._add()
    opened.tasks.settle()
    assert names.banner.text == "“Coalition on Ports” is already a name of “Coalition on Ports”."
    names._edit((model.row_at(2).id,), "until", "2028")
    opened.tasks.settle()
    assert [(row.name, row.kind, row.until) for row in workspace.read(list_names, workstream_id=reefs)][1:] == [
        ("Task Team on Reefs", "former", "2030-05"), ("TTR", "former", "2028"),
    ]  # fmt: skip
    names._edit((model.row_at(0).id,), "name", "Other")
    assert names.banner.text.startswith("The name in use is changed in the overview")
    names._delete((model.row_at(2).id,))
    opened.tasks.settle()
    assert len(workspace.read(list_names, workstream_id=reefs)) == 2
    names.close()
    names.deleteLater()


def test_rosters_tell_the_workstreams_of_an_entity_and_a_person(opened, workspace, keys):
    workspace.do(
        "E", update_members, member_ids=[workspace.read(list_members)[0].id], since="2029", note="chairs it"
    )
    opened.services.navigator.show("entity", entity_id(workspace, "UNEP"))
    opened.tasks.settle()
    detail = opened.desk.current.view.shown
    assert _lines(detail.workstreams) == [("Task Team on Reefs", "Lead, since 2029")]
    opened.services.navigator.show("person", keys["ines"])
    opened.tasks.settle()
    detail = opened.desk.current.view.shown
    assert _lines(detail.workstreams) == [("Task Team on Reefs", "Focal point · FAO, since May 2020")]


def _lines(section) -> list[tuple[str, str]]:
    from PySide6.QtWidgets import QLabel, QPushButton

    texts = [line.text() for line in section.findChildren(QLabel) if line.isVisibleTo(section)][1:]
    links = [link.accessibleName() for link in section.findChildren(QPushButton)]
    return list(zip(links, texts, strict=True))
