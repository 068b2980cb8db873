from dataclasses import replace

import pytest

from emgdesk.reports.blocks import Note
from emgdesk.reports.builders import invitations, roster
from emgdesk.reports.builders.invitations import salutation
from tests.reports.builders.rosters import MEETING, line

MARTA = line(
    1, "Marta Quell", "UNEP", title="Ms", given="Marta", family="Quell", function="Officer", email="mq@mail.example",
    entity_name="United Nations Environment Programme",
)  # fmt: skip


def test_one_row_a_person_under_headers_without_blanks() -> None:
    (sheet,) = invitations.build(replace(MEETING, code="SOM41 technical"), [MARTA]).sheets
    headers = [column.header for column in sheet.columns]
    assert not any(" " in header for header in headers)
    assert dict(zip(headers, sheet.rows[0], strict=True)) == {
        "Title": "Ms.", "Given_name": "Marta", "Family_name": "Quell", "Name": "Marta Quell",
        "Salutation": "Dear Ms. Quell", "Entity": "UNEP", "Entity_name": "United Nations Environment Programme",
        "Function": "Officer", "Email": "mq@mail.example", "Meeting": "SOM41 technical",
        "Meeting_title": MEETING.title, "Date": "9 September 2035", "Time": "14:00–16:30 Geneva time",
        "Venue": "Online",
    }  # fmt: skip


def test_a_salutation_needs_title_and_family_name() -> None:
    assert salutation(replace(MARTA, title="")) == "Dear Marta Quell"
    assert salutation(replace(MARTA, family="")) == "Dear Marta Quell"
    assert salutation(replace(MARTA, title="H.E. Ms.")) == "Dear H.E. Ms. Quell"


@pytest.mark.parametrize("builder", [invitations, roster])
def test_with_nobody_the_page_says_so_and_the_sheet_is_empty(builder) -> None:
    document = builder.build(MEETING, [])
    assert document.blocks[-1] == Note("Nobody is on the roster of this meeting yet.")
    assert document.remarks == ("Nobody is on the roster of this meeting yet.",)
    assert document.sheets[0].rows == []
