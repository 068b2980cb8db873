"""The step Columns: what each column is, what is left out, and the order of dates."""

import pytest

from emgdesk.queries.roster import list_roster
from tests.desks import make_meeting
from tests.ui.dialogs.sheets import write_book

HEADER = ("Name", "Organisation", "Registered on", "Meal")


@pytest.fixture
def reef(desk):
    return make_meeting(desk, "REEF 9")


def write_dated(folder, *dates):
    rows = [(f"Person {'Ab Cd Ef Gh'.split()[at]}", "FAO", date, "fish") for at, date in enumerate(dates)]
    return write_book(folder / "dated.xlsx", People=[HEADER, *rows])


def registered(desk, meeting):
    return [row.registered for row in desk.read(list_roster, meeting_id=meeting)]


def test_unused_columns_are_told_and_needed_ones_marked(shown):
    page = shown.view.columns
    assert page.said.text() == "Not used: “Meal”."
    first = next(card for card in page.strip.cards if card.header == "First name")
    assert first.field.currentText() == "Given name *"
    assert page.needed.text() == "* Needed: a column of names, or one of given and one of family names."
    assert page.dates.isHidden()


def test_an_undecidable_order_of_dates_is_asked_with_dates_of_the_file(
    open_import, tmp_path, desk, services, reef
):
    dialog = open_import(write_dated(tmp_path, "07/10/2031", "08/10/2031"), reef)
    dates = dialog.view.columns.dates
    assert dialog.view.current == "columns"
    assert dialog.view.bar.buttons["columns"].step.said == "order of the dates?"
    assert dates.said.text() == (
        "The dates under “Registered on” can be read in two ways. Which day is 07/10/2031?"
    )
    assert [made.text() for made in dates.choices.values()] == [
        "7 October 2031 (day first)", "10 July 2031 (month first)",
    ]  # fmt: skip
    assert dates.choices["mdy"].toolTip() == "07/10/2031: 10 July 2031\n08/10/2031: 10 August 2031"
    assert dialog.focusWidget() is dates.choices["dmy"]
    dates.choices["mdy"].click()
    services.tasks.settle()
    assert dates.said.text() == "07/10/2031 under “Registered on” is read as 10 July 2031, as you said."
    assert dialog.view.bar.buttons["columns"].step.said == "3 of 4 used"
    dialog.import_now()
    services.tasks.settle()
    assert registered(desk, reef) == ["2031-07-10", "2031-08-10"]


def test_a_decided_order_of_dates_is_told_and_can_be_changed(open_import, tmp_path, desk, services, reef):
    dialog = open_import(write_dated(tmp_path, "07/10/2031", "24/10/2031"), reef)
    dates = dialog.view.columns.dates
    assert dates.choices["dmy"].isChecked()
    assert dates.said.text().startswith(
        "07/10/2031 under “Registered on” is read as 7 October 2031, as the dates"
    )
    dates.choices["mdy"].click()
    services.tasks.settle()
    assert dates.choices["mdy"].isChecked()


def test_dates_that_mean_one_day_only_are_not_asked_about(open_import, tmp_path, reef):
    dialog = open_import(write_dated(tmp_path, "2031-10-07", "24 October 2031"), reef)
    assert dialog.view.columns.dates.isHidden()


def test_columns_taken_as_the_last_time_are_told(open_import, tmp_path, desk, services, reef):
    path = write_dated(tmp_path, "2031-10-07")
    first = open_import(path, reef)
    assert first.view.columns.said.text() == "Not used: “Meal”."
    first.import_now()
    services.tasks.settle()
    second = open_import(path, reef)
    assert second.view.columns.said.text() == (
        "The columns are taken as the last time a file had these headers. Not used: “Meal”."
    )
