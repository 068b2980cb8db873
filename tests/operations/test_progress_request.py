"""Who was asked to report, and who has answered."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.progress_request import ask_for_progress, mark_answered, withdraw_requests
from emgdesk.queries.row_names import name_rows
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id
from tests.operations.cases_progress_request import asked


def rows(desk: Workspace) -> list[tuple[object, ...]]:
    """Name, as of, asked on, due, answered on, file."""
    return [row[2:] for row in dump(desk.path)["progress_request"]]


def test_who_was_asked_stands_with_the_acronym_of_the_desk(desk: Workspace) -> None:
    asked(desk)
    assert rows(desk) == [
        ("UNEP", "2031-06-30", "2031-06-01", "2031-06-20", "", ""),
        ("Harbour Union", "2031-06-30", "2031-06-01", "2031-06-20", "", ""),
    ]


def test_asking_again_renews_what_waits_and_adds_to_what_was_answered(desk: Workspace) -> None:
    unep, union = asked(desk)
    desk.do("Answered", mark_answered, request_ids=[unep], answered_on="2031-06-18", file=" UNEP.xlsx ")
    again = desk.do(
        "Ask", ask_for_progress, entities=((entity_id(desk, "UNEP"), "x"), (None, "HARBOUR UNION")),
        as_of="2031-06-30", asked_on="2031-06-21", due="",
    ).value  # fmt: skip
    assert again[1] == union
    assert again[0] not in (unep, union)
    assert sorted(rows(desk)) == [
        ("Harbour Union", "2031-06-30", "2031-06-21", "", "", ""),
        ("UNEP", "2031-06-30", "2031-06-01", "2031-06-20", "2031-06-18", "UNEP.xlsx"),
        ("UNEP", "2031-06-30", "2031-06-21", "", "", ""),
    ]


def test_an_answer_can_be_taken_back_and_a_request_withdrawn(desk: Workspace) -> None:
    unep, union = asked(desk)
    desk.do("Answered", mark_answered, request_ids=[unep], answered_on="2031-06-18", file="UNEP.xlsx")
    desk.do("Waits", mark_answered, request_ids=[unep], answered_on="", file="UNEP.xlsx")
    desk.do("Withdraw", withdraw_requests, request_ids=[union])
    assert rows(desk) == [("UNEP", "2031-06-30", "2031-06-01", "2031-06-20", "", "")]


def test_a_request_has_a_name_in_the_history(desk: Workspace) -> None:
    unep, _ = asked(desk)
    named = desk.read(name_rows, keys={"progress_request": [unep]})
    assert named == {("progress_request", unep): "UNEP, progress as of 2031-06-30"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"entities": ()}, "Choose at least one entity to ask."),
        ({"entities": ((None, " "),)}, "An entity to ask needs a name."),
        ({"as_of": "2031-06"}, "“2031-06” is not a day; write 2026-05-28."),
        ({"as_of": "30/06/2031"}, "“30/06/2031” is not a day; write 2026-05-28."),
        ({"due": "2031-05-31"}, "The day of return, 2031-05-31, lies before the day of asking, 2031-06-01."),
        ({"due": "20310620"}, "“20310620” is not a day; write 2026-05-28."),
    ],
)
def test_what_cannot_be_asked_is_refused(desk: Workspace, fields: dict[str, object], sentence: str) -> None:
    usual = {"entities": ((None, "UNEP"),), "as_of": "2031-06-30", "asked_on": "2031-06-01", "due": ""}
    with pytest.raises(DataError) as caught:
        desk.do("Ask", ask_for_progress, **{**usual, **fields})
    assert str(caught.value) == sentence
