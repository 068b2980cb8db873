"""What a task was due at: days, months and SOMs that have passed."""

from datetime import date

import pytest

from emgdesk.ui.panels.work_plan.dues import is_overdue

DAY = date(2031, 9, 1)


@pytest.mark.parametrize(
    ("due", "late"),
    [
        ("", False), ("2031-08-31", True), ("2031-09-01", False), ("2031-08", True), ("2031-09", False),
        ("31 August 2031", True), ("SOM 40", True), ("SOM41", False), ("when the map is printed", False),
    ],
)  # fmt: skip
def test_what_has_passed_is_overdue(due, late):
    assert is_overdue(due, DAY, 41) is late


def test_without_soms_none_has_passed():
    assert is_overdue("SOM 40", DAY, 0) is False
