"""A day is read as people write it; what is none stays and is said."""

import pytest
from PySide6.QtCore import Qt

from emgdesk.ui.widgets.date_field import DateField, iso_day


@pytest.fixture
def field(qtbot):
    made = DateField()
    qtbot.addWidget(made)
    made.heard = []
    made.changed.connect(made.heard.append)
    made.line.setAccessibleName("Date")
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-9-3", "2027-09-03"),
        ("23/09/2027", "2027-09-23"),
        ("8.5.2022", "2022-05-08"),
        ("23/9/27", "2027-09-23"),
        ("23 September 2027", "2027-09-23"),
        ("Thursday, 23 Sept. 2027", "2027-09-23"),
        ("September 23, 2027", "2027-09-23"),
        ("", ""),
        ("soon", None),
        ("31/02/2027", None),
        ("September 2027", None),
        ("23/09/2", None),
        ("23/09/202", None),
        ("28-30 June 2027", None),
        ("2027-09-23 to 2027-09-24", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, day):
    assert iso_day(typed) == day


def test_a_day_in_words_is_taken_over_as_iso(qtbot, field):
    qtbot.keyClicks(field.line, "23 September 2027")
    assert field.value() == "2027-09-23"
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.heard, field.problem()) == ("2027-09-23", ["2027-09-23"], "")


def test_what_is_no_date_stays_and_is_said(qtbot, field):
    field.set_value("2027-09-23")
    field.line.setText("soon")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.value(), field.heard) == ("soon", "2027-09-23", [])
    assert field.problem() == "Date: “soon” is not a date; write 2027-09-23."
    assert field.line.property("invalid") is True
    field.line.setText("")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.value(), field.heard, field.line.property("invalid")) == ("", [""], False)


def test_a_month_that_was_stored_is_no_mistake(field):
    field.set_value("2027-09")
    assert (field.value(), field.problem()) == ("2027-09", "")
