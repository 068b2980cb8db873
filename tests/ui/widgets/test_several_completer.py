"""Several names in one cell: spread for typing, gathered for the desk."""

import pytest

from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.cell_editing import editor_for, editor_value, fill_editor
from emgdesk.ui.widgets.several_completer import gathered_names, spread_names

KNOWN = ("UNEP", "FAO", "WHO", "Office for Outer Space, Vienna")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("UNEP; FAO", "UNEP, FAO"),
        ("UNEP; FAO, WHO; UNEP", "UNEP, FAO, WHO"),
        ("Office for Outer Space, Vienna; WHO", "Office for Outer Space, Vienna; WHO"),
        (" ; ", ""),
        ("", ""),
    ],
)
def test_names_are_gathered(typed, kept):
    assert gathered_names(typed, KNOWN) == kept


def test_names_are_spread_for_typing():
    assert spread_names("UNEP, WHO and FAO") == "UNEP; WHO; FAO"


def test_the_last_name_of_a_cell_is_completed(qtbot):
    line = editor_for(Column("entities", "Entities", editor="several"), lambda _key: KNOWN, None)
    qtbot.addWidget(line)
    line.show()
    fill_editor(line, "UNEP, FAO")
    assert line.text() == "UNEP; FAO"
    line.deselect()
    qtbot.keyClicks(line, "; wh")
    completer = line.completer()
    assert completer.currentCompletion().endswith("WHO")
    completer.popup().hide()
    line.setText("UNEP; FAO; WHO")
    assert editor_value(line) == "UNEP, FAO, WHO"
