"""What the rows above a table tell of its meeting."""

import pytest

from emgdesk.importing.tables import RawSheet
from emgdesk.ui.dialogs.import_dialog.meeting_guess import MeetingGuess, guess_meeting


def sheet(*rows) -> RawSheet:
    return RawSheet("People", tuple(range(1, len(rows) + 1)), rows)


@pytest.mark.parametrize(
    ("title", "number", "segment"),
    [
        ("Mid-Term Technical Segment of the 40th Senior Officials Meeting", 40, "mid-term"),
        ("41st Meeting of the Senior Officials, Technical Segment", 41, "technical"),
        ("SOM 42 – senior segment", 42, "senior"),
        ("Workshop on reefs, 3 May 2031", None, ""),
    ],
)
def test_titles(title, number, segment):
    found = guess_meeting(sheet(("Registrations",), (title,), ("Name", "Entity")), 3)
    assert found == MeetingGuess(title, number, segment)


def test_a_table_without_anything_above_tells_nothing():
    assert guess_meeting(sheet(("Name", "Entity"), ("Ida Brekke", "WHO")), 1) == MeetingGuess()
    assert guess_meeting(sheet(("Ida Brekke", "WHO")), None) == MeetingGuess()
