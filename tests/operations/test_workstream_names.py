"""Names of workstreams: dated, one body each, told as of a day."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.mandate import add_event
from emgdesk.operations.workstream import add_workstream, update_workstream
from emgdesk.operations.workstream_names import add_alias, delete_aliases, set_aliases, update_alias
from emgdesk.queries.workstream_names import list_names, name_as_of
from emgdesk.workspace import Workspace
from tests.desks import make_workplan


@pytest.fixture
def reefs(desk: Workspace) -> str:
    return make_workplan(desk)["reefs"]


def told(desk: Workspace, workstream_id: str) -> list[tuple[str, str, str, str]]:
    names = desk.read(list_names, workstream_id=workstream_id)
    return [(row.name, row.kind, row.since, row.until) for row in names]


def test_names_come_from_events_and_from_dates(desk: Workspace, reefs: str) -> None:
    for day, name in (("2029-05", "Team on Corals"), ("2031-05-02", "Coral Coalition")):
        desk.do("R", add_event, workstream_id=reefs, kind="renamed", date=day, new_name=name)
    desk.do("N", add_alias, workstream_id=reefs, name="Reef Club", until="2020")
    desk.do("N", add_alias, workstream_id=reefs, name="TTR")
    assert told(desk, reefs) == [
        ("Coral Coalition", "in use", "2031-05-02", ""),
        ("Team on Corals", "former", "2029-05", "2031-05-02"),
        ("Task Team on Reefs", "former", "", "2029-05"),
        ("Reef Club", "former", "", "2020"),
        ("TTR", "spelling", "", ""),
    ]
    names = desk.read(list_names, workstream_id=reefs)
    asked = ("", "2031-05-02", "2031-05-01", "2030-12-31", "2028-01-01", "2019-12-31")
    assert [name_as_of(names, day) for day in asked] == [
        "Coral Coalition", "Coral Coalition", "Team on Corals", "Team on Corals", "Task Team on Reefs",
        "Reef Club",
    ]  # fmt: skip


def test_the_dates_of_names_that_stay_are_kept(desk: Workspace, reefs: str) -> None:
    alias = desk.do("N", add_alias, workstream_id=reefs, name="Reef Team", since="2028").value
    desk.do("Set", set_aliases, workstream_id=reefs, names=["TTR", "Reef Team"])
    desk.do("Set", update_workstream, workstream_id=reefs, aliases=("Reef Team", "Team of Reefs"))
    assert told(desk, reefs)[1:] == [
        ("Reef Team", "spelling", "2028", ""), ("Team of Reefs", "spelling", "", ""),
    ]  # fmt: skip
    desk.do("Change", update_alias, alias_id=alias, name="The Reef Team", until="2030-05")
    assert told(desk, reefs)[1] == ("The Reef Team", "former", "2028", "2030-05")
    desk.do("Forget", delete_aliases, alias_ids=[alias])
    assert [row[0] for row in told(desk, reefs)] == ["Task Team on Reefs", "Team of Reefs"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "A name cannot be empty."),
        ({"name": "task team on reefs"}, "“task team on reefs” is a name of this workstream already."),
        ({"name": "The Coalition on Ports"}, "“The Coalition on Ports” is already a name of “Coalition on Ports”."),
        ({"name": "TTR", "since": "x"}, "“x” is not a date; write 2026-05-28, 2026-05 for a month or 2026 for a year."),
        ({"name": "TTR", "since": "2031", "until": "2030"}, "It would end (2030) before it begins (2031)."),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused(
    desk: Workspace, reefs: str, fields: dict[str, str], sentence: str
) -> None:  # fmt: skip
    with pytest.raises(DataError) as refused:
        desk.do("N", add_alias, workstream_id=reefs, **fields)
    assert str(refused.value) == sentence
    assert len(told(desk, reefs)) == 1


def test_two_living_workstreams_do_not_share_a_name(desk: Workspace, reefs: str) -> None:
    for act in (
        lambda: desk.do("Add", add_workstream, name="The Task Team on Reefs"),
        lambda: desk.do(
            "Add", add_workstream, name="Dust", aliases=("Coalition for Dust", "Task Team on Reefs")
        ),
        lambda: desk.do("Set", set_aliases, workstream_id=reefs, names=["Coalition on Ports"]),
    ):
        with pytest.raises(DataError, match="is already a name of"):
            act()
    desk.do("Over", add_event, workstream_id=reefs, kind="concluded", date="2031-05-02")
    desk.do("Anew", add_workstream, name="Task Team on Reefs")
