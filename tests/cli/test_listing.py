"""Lists on the command line tell what the desk knows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from emgdesk.cli import main
from emgdesk.operations.entity import count_as_parents
from emgdesk.operations.person import update_person
from emgdesk.operations.roster import add_participant
from emgdesk.workspace import Workspace, open_desk
from tests.desks import entity_id, make_meeting, make_person

Listed = Callable[..., Any]


@pytest.fixture
def listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Listed:
    """Fills a desk with `fill` and answers what the command prints, as JSON if it asks for that."""

    def command(fill: Callable[[Workspace], object], *words: str) -> Any:
        path = tmp_path / "desk.emgdesk"
        with open_desk(path) as desk:
            fill(desk)
        assert main(["--database", str(path), *words]) == 0
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in words else out

    return command


def _twice(desk: Workspace) -> None:
    make_person(desk, "Jorge Peña", "FAO", ("jp@fao.example",))
    make_person(desk, "PENA Jorge", "FAO", ("jp@fao.example",))


def test_people_who_look_alike_are_listed(listed: Listed) -> None:
    (pair,) = listed(_twice, "duplicates", "--json")["duplicates"]
    assert (pair["one_name"], pair["other_name"], pair["together"]) == ("Jorge Peña", "PENA Jorge", [])
    assert sorted(pair) == [
        "one_entity", "one_id", "one_meetings", "one_name", "other_entity", "other_id", "other_meetings",
        "other_name", "score", "together", "why",
    ]  # fmt: skip


def test_a_desk_without_look_alikes_says_so(listed: Listed) -> None:
    text = listed(lambda desk: make_person(desk, "Bo Lindh"), "duplicates")
    assert text == "Nobody on this desk looks like somebody else.\n"


def test_people_tell_the_rule_of_their_particles(listed: Listed) -> None:
    def fill(desk: Workspace) -> None:
        key = make_person(desk, "Ana van Dijk")
        desk.do("Rule", update_person, person_id=key, particles="kept")

    (person,) = listed(fill, "list", "people", "--json")["people"]
    assert (person["family_name"], person["particles"]) == ("van Dijk", "kept")


def test_participants_tell_who_walked_in(listed: Listed) -> None:
    def fill(desk: Workspace) -> None:
        meeting_id = make_meeting(desk)
        for name, walk_in in (("Bo Lindh", False), ("Ruth Solberg", True)):
            desk.do("Add", add_participant, meeting_id=meeting_id, name=name, walk_in=walk_in)

    rows = listed(fill, "list", "participants", "--meeting", "SOM40 technical", "--json")["participants"]
    assert [(row["name"], row["walk_in"]) for row in rows] == [("Bo Lindh", False), ("Ruth Solberg", True)]


def test_entities_tell_their_domains_and_what_they_are_counted_as(listed: Listed) -> None:
    def fill(desk: Workspace) -> None:
        desk.do("Count", count_as_parents, ids=[entity_id(desk, "SUN")], counts=True)

    rows = {row["acronym"]: row for row in listed(fill, "list", "entities", "--json")["entities"]}
    assert (rows["SUN"]["parent"], rows["SUN"]["counts_as_parent"]) == ("UNEP", True)
    assert (rows["FAO"]["domains"], rows["FAO"]["counts_as_parent"]) == (["fao.org"], False)
