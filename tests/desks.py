"""Desks for tests: real files, filled through the real operations."""

import sqlite3
from contextlib import closing
from pathlib import Path

from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.person import add_person
from emgdesk.operations.roster import add_participant
from emgdesk.operations.task import add_entry, add_task
from emgdesk.operations.workstream import add_chapter, add_workstream
from emgdesk.workspace import Workspace

PEOPLE = (
    ("Amélie Dürst", "UNEP"),
    ("Jorge Peña Ibáñez", "FAO"),
    ("Ngozi Adeyemi-Okoro", "WWF"),
    ("Светлана Воронова", "EMG"),
    ("Ruth Solberg", ""),
)


def entity_id(desk: Workspace, acronym: str) -> str:
    """The key of a shipped entity."""
    with closing(sqlite3.connect(desk.path)) as file:
        return file.execute("SELECT id FROM entity WHERE acronym = ?", (acronym,)).fetchone()[0]


def make_meeting(desk: Workspace, code: str = "SOM40 technical", **facts: object) -> str:
    return desk.do(f"New meeting {code}", create_meeting, code=code, title=f"Segment {code}", **facts).value


def make_roster(desk: Workspace, meeting_id: str, people: tuple[tuple[str, str], ...] = PEOPLE) -> list[str]:
    """Keys of the lines, in order."""
    return [
        desk.do("Add", add_participant, meeting_id=meeting_id, name=name, entity=entity, mode="online").value
        for name, entity in people
    ]


def make_person(desk: Workspace, name: str, entity: str = "", emails: tuple[str, ...] = ()) -> str:
    key = entity_id(desk, entity) if entity else None
    return desk.do("Add", add_person, name=name, entity_id=key, emails=emails).value


def make_workplan(desk: Workspace) -> dict[str, str]:
    """A chapter with two workstreams, a task each and one of the chapter itself; keys by name."""
    chapter = desk.do("Chapter", add_chapter, title="Oceans and coasts").value
    reefs = desk.do("Workstream", add_workstream, name="Task Team on Reefs", chapter_id=chapter).value
    ports = desk.do("Workstream", add_workstream, name="Coalition on Ports", chapter_id=chapter).value
    keys = {"chapter": chapter, "reefs": reefs, "ports": ports}
    for name, workstream in (("map", reefs), ("survey", ports), ("website", None)):
        keys[name] = desk.do(
            "Task", add_task, chapter_id=chapter, workstream_id=workstream, text=f"Make the {name}."
        ).value
    keys["entry"] = desk.do(
        "Entry", add_entry, task_id=keys["map"], status="ongoing", text="Half of it.", as_of="2031-05-02"
    ).value
    return keys


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the journal's own, ordered by key."""
    with closing(sqlite3.connect(path)) as file:
        tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        own = ("revision", "change", "alembic_version")
        return {
            table: file.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
            for table in sorted(tables)
            if table not in own
        }
