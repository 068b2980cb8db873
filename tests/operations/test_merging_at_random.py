"""Merges made and parted in any order, edits between them: the rows come back, the desk stays whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from random import Random
from typing import Any

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.entity import add_entity, update_entity
from emgdesk.operations.membership import add_member, delete_members, update_members
from emgdesk.operations.merging import merge_entities, merge_people, part_entities, part_people
from emgdesk.operations.person import add_person, update_person
from emgdesk.operations.roster import add_participant, remove_participations, update_participations
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.entities import list_entities
from emgdesk.queries.memberships import list_members
from emgdesk.queries.people import list_people
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting

NAMES = ("Ana Silva", "A. Silva", "Ana Maria Silva", "SILVA Ana", "Ana da Silva")
MAILS = ("a@x.example", "A@X.example", "b@x.example", "c@x.example")
MEMORY = ("two_people", "two_entities")


class Chance:
    """A desk of a few people and entities, and everything that may happen to them."""

    def __init__(self, desk: Workspace, seed: int) -> None:
        self.desk, self.random = desk, Random(seed)
        self.entities = [self._add_entity(number) for number in range(5)]
        for _ in range(2):
            with suppress(DataError):  # a circle
                self._do(
                    update_entity, entity_id=self._one(self.entities), parent_id=self._one(self.entities)
                )
        self.people = [self._add_person(name) for name in NAMES]
        self.meetings = [make_meeting(desk, f"IMG {number + 1}") for number in range(4)]
        for meeting_id in self.meetings:
            for person_id in self._some(self.people, 4):
                self._seat(meeting_id, person_id)
        self.workstream = self._do(add_workstream, name="Task Team on Reefs")
        for _ in range(9):
            with suppress(DataError):  # in it already
                self._join()
        self.merges: list[tuple[Callable[..., Any], str]] = []

    def _do(self, operation: Callable[..., Any], **fields: Any) -> Any:
        return self.desk.do("Step", operation, **fields).value

    def _one(self, things: Any) -> Any:
        return self.random.choice(list(things))

    def _some(self, things: Any, most: int) -> list[Any]:
        return self.random.sample(list(things), self.random.randint(0, most))

    def _add_entity(self, number: int) -> str:
        domains = [*self._some(("x.example",), 1), f"y{number}.example"]
        names = {"acronym": f"E{number}", "full_name": self._one(("", f"Name {number}")), "domains": domains}
        return str(self._do(add_entity, **names, aliases=self._some((f"Alias {number}",), 1)))

    def _add_person(self, name: str) -> str:
        home = self._one((None, *self.entities))
        facts = {"phone": self._one(("", "1", "2")), "particles": self._one(("", "kept"))}
        return str(self._do(add_person, name=name, emails=self._some(MAILS, 3), entity_id=home, **facts))

    def _seat(self, meeting_id: str, person_id: str) -> None:
        facts = {
            "entity": self._one(("", "E1", "Alias 2", "E3", "Zed")), "mode": self._one(("", "online")),
            "attendance": self._one(("registered", "attended", "absent")), "notes": self._one(("", "n")),
        }  # fmt: skip
        self._do(add_participant, meeting_id=meeting_id, person_id=person_id, name=self._one(NAMES), **facts)

    def _join(self) -> None:
        who = {"entity_id": self._one((None, *self.entities)), "person_id": self._one((None, *self.people))}
        facts = {"since": self._one(("", "2030")), "until": self._one(("", "2032")), "note": self._one("ab")}
        self._do(add_member, workstream_id=self.workstream, role="member", **who, **facts)

    def living_people(self) -> list[str]:
        return [row.id for row in self.desk.read(list_people)]

    def merge_some(self) -> None:
        known = {row.id for row in self.desk.read(list_entities)}
        entities = [key for key in self.entities if key in known]
        people = self.living_people()
        if self.random.random() < 0.6 and len(people) > 1:
            chosen = self._one(({}, {"name": "X Y"}, {"emails": ["b@x.example", "n@x.example"]}))
            self._merge(merge_people, part_people, people, chosen)
        elif len(entities) > 1:
            self._merge(merge_entities, part_entities, entities, self._one(({}, {"parent_id": None})))

    def _merge(self, merge: Any, part: Any, keys: list[str], chosen: dict[str, Any]) -> None:
        kept, lost = self.random.sample(keys, 2)
        made = self._do(merge, kept_id=kept, lost_id=lost, forget_two=True, **chosen)
        self.merges.append((part, made))

    def part_some(self) -> None:
        if self.merges:
            operation, merge_id = self.merges.pop(self.random.randrange(len(self.merges)))
            self._do(operation, merge_id=merge_id)

    def edit_some(self) -> None:
        person_id = self._one(self.living_people())
        lines = [row.id for key in self.meetings for row in self.desk.read(list_roster, meeting_id=key)]
        line = self._one(lines)
        members = [row.id for row in self.desk.read(list_members)]
        edits: tuple[Callable[[], Any], ...] = (
            lambda: self._do(update_person, person_id=person_id, phone=self._one(("", "z"))),
            lambda: self._do(update_person, person_id=person_id, name=self._one(NAMES), all_rosters=True),
            lambda: self._do(update_person, person_id=person_id, emails=self._some(MAILS, 2)),
            lambda: self._do(update_person, person_id=person_id, entity_id=None),
            lambda: self._do(remove_participations, ids=[line]),
            lambda: self._do(delete_members, member_ids=members[:1]),
            lambda: self._do(update_members, member_ids=members[1:2], until="2033", note="c"),
            lambda: self._do(update_participations, ids=[line], entity="Zed", notes=""),
            lambda: self._do(
                add_participant, meeting_id=self._one(self.meetings), person_id=person_id, name="N"
            ),
        )
        with suppress(DataError):  # seated there already
            self._one(edits)()

    def part_all(self) -> None:
        self.random.shuffle(self.merges)
        while self.merges:
            self.part_some()


def rows(desk: Workspace) -> dict[str, list[tuple[object, ...]]]:
    return {table: found for table, found in dump(desk.path).items() if table not in MEMORY}


@pytest.mark.parametrize("seed", range(4))
def test_all_parted_the_desk_is_as_it_was(desk: Workspace, seed: int) -> None:
    chance = Chance(desk, seed)
    before = rows(desk)
    for _ in range(12):
        chance.random.choice((chance.merge_some, chance.merge_some, chance.part_some))()
    chance.part_all()
    assert rows(desk) == before
    assert desk.verify() == desk.state().revision


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_between_the_desk_stays_whole(desk: Workspace, seed: int) -> None:
    chance = Chance(desk, seed)
    for _ in range(16):
        chance.random.choice((chance.merge_some, chance.part_some, chance.edit_some))()
    chance.part_all()
    assert sorted(chance.living_people()) == sorted(chance.people)
    with closing(sqlite3.connect(desk.path)) as file:
        twice = "SELECT meeting_id FROM participation GROUP BY meeting_id, person_id HAVING count(*) > 1"
        assert file.execute(twice).fetchall() == []
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert desk.verify() == desk.state().revision
