"""What a meeting workbook does to agenda, documents, actions and report, shown before it is done."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox

from emgdesk.importing.plan import Decision
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from tests.desks import make_workplan
from tests.meeting_books import HEADS, column, held, taken, workbook
from tests.sheets import write_book

AGENDA = [("1", "Opening", "15:00"), ("2", "Reefs"), ("2.a", "Corals")]
ACTIONS = [("Coalition on Port", "Ports", "The Group:", "a", "Agree to survey the ports.")]


@pytest.fixture
def open_import(qtbot, services):
    def opening(path):
        dialog = ImportDialog(services, path, None)
        qtbot.addWidget(dialog)
        dialog.resize(1100, 700)
        dialog.show()
        services.tasks.settle()
        return dialog

    return opening


def write(folder, **sheets):
    facts = [("Field", "Value"), ("Code", "SOM40 technical")]
    return write_book(
        folder / "meeting.xlsx",
        {"Meeting": facts, **{name: [HEADS[name], *rows] for name, rows in sheets.items()}},
    )


def lines(item, depth=0):
    """(depth, text, verdict, what) of every line shown."""
    for at in range(item.childCount()):
        child = item.child(at)
        yield depth, child.text(0), child.text(1), child.text(3)
        yield from lines(child, depth + 1)


def shown(dialog):
    return list(lines(dialog.view.sheets.preview.tree.invisibleRootItem()))


def test_problems_stand_first_and_changes_show_old_and_new(open_import, services, desk, tmp_path):
    taken(desk, workbook(Agenda=AGENDA))
    rows = [("1", "Opening of the segment", "15:00"), ("2", "Reefs"), ("4.b", "Lost"), ("3", "Ports")]
    dialog = open_import(write(tmp_path, Agenda=rows))
    assert dialog.view.current == "sheets"
    assert shown(dialog) == [
        (0, "Cannot be taken", "", ""),
        (1, "Agenda: 4.b  Lost", "Problem", "There is no item 4 for 4.b to stand below (Agenda A4)."),
        (0, "Agenda", "", "1 new, 1 changed, 1 the same, 1 problem"),
        (1, "1  Opening of the segment", "Changed", ""),
        (2, "Title", "", "Opening  →  Opening of the segment"),
        (1, "2  Reefs", "Same", ""),
        (1, "3  Ports", "New", ""),
    ]
    assert dialog.view.totals.text() == "Agenda: 1 new, 1 changed, 1 the same, 1 problem"
    assert dialog.view.left_out.text() == "1 row cannot be taken"
    assert dialog.view.import_button.text() == "Update SOM40 technical"
    dialog.import_now()
    services.tasks.settle()
    assert column(held(desk).agenda, "Number", "Title") == [
        ("1", "Opening of the segment"), ("2", "Reefs"), ("2.a", "Corals"), ("3", "Ports"),
    ]  # fmt: skip
    assert dialog.view.shows_result()


def test_a_workstream_is_decided_on_in_the_window(open_import, services, desk, tmp_path):
    keys = make_workplan(desk)
    dialog = open_import(write(tmp_path, Actions=ACTIONS))
    assert shown(dialog)[:3] == [
        (0, "To decide", "", ""),
        (1, "Coalition on Port", "To decide", ""),
        (
            2,
            "Stands in Actions A2",
            "",
            "Is it one of the workstreams of the desk, written otherwise, or a new one?",
        ),
    ]
    tree = dialog.view.sheets.preview.tree

    def choice():
        (found,) = (box for box in tree.findChildren(QComboBox) if box.isVisibleTo(tree))
        return found

    offered = [choice().itemData(at) for at in range(choice().count())]
    assert offered == [None, Decision("match", keys["ports"]), Decision("new")]
    for answer in (2, 1):  # a slip, put right
        choice().activated.emit(answer)
        services.tasks.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert [line[:3] for line in shown(dialog)[:2]] == [
            (0, "Decided", ""), (1, "Coalition on Port", "Decided"),
        ]  # fmt: skip
        assert choice().currentIndex() == answer
    assert dialog.view.sheets.preview.verdicts.button("all").text() == "All  1"
    choice().activated.emit(0)
    services.tasks.settle()
    assert shown(dialog)[0] == (0, "To decide", "", "")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    choice().activated.emit(1)
    services.tasks.settle()
    dialog.import_now()
    services.tasks.settle()
    assert held(desk).action_sections[0].workstream_id == keys["ports"]


def test_a_workbook_that_says_nothing_new_has_nothing_to_import(open_import, desk, tmp_path):
    taken(desk, workbook(Agenda=AGENDA))
    dialog = open_import(write(tmp_path, Agenda=AGENDA))
    assert [line[2] for line in shown(dialog)] == ["", "Same", "Same", "Same"]
    assert not dialog.view.import_button.isEnabled()
    assert dialog.view.totals.text() == "Agenda: 3 the same"
