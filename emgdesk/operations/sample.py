"""The sample desk: one cycle of a Senior Officials Meeting, made through the ordinary operations."""

import csv
import json
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Meeting
from emgdesk.domain.folding import fold
from emgdesk.errors import DataError
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.entity import entity_names
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import FACTS, create_meeting
from emgdesk.operations.person import add_person, learn_spelling
from emgdesk.operations.roster import add_participant
from emgdesk.operations.sample_mandates import load_mandates
from emgdesk.operations.sample_proceedings import load_proceedings
from emgdesk.operations.task import add_entry, add_task
from emgdesk.operations.workstream import add_chapter, add_workstream
from emgdesk.paths import resources

SAMPLE = resources() / "sample"


@operation
def load_sample(session: Session, /, *, job: Job = QUIET) -> None:
    """Fill a desk that has entities but no meetings yet. Raises DataError if it holds meetings."""
    if session.scalar(select(func.count()).select_from(Meeting)):
        raise DataError("The sample can only be put on an empty desk.")
    meetings = _load_meetings(session)
    people = _load_people(session)
    job.report("Writing the rosters")
    for line in _table("rosters.csv"):
        meeting_id, person_id = meetings[line.pop("meeting")], people[line.pop("person")]
        add_participant(session, meeting_id=meeting_id, person_id=person_id, **_kept(line))
    job.report("Writing the work plan")
    workstreams = _load_workplan(session)
    load_mandates(session, SAMPLE, workstreams, people)
    job.report("Writing agendas, actions and reports")
    load_proceedings(session, SAMPLE, meetings, people)


def _table(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _kept(line: dict[str, str]) -> dict[str, Any]:
    return {key: value for key, value in line.items() if value}


def _load_meetings(session: Session) -> dict[str, str]:
    stored = json.loads((SAMPLE / "meetings.json").read_text(encoding="utf-8"))["meetings"]
    return {
        facts["code"]: create_meeting(
            session, code=facts["code"], **{key: value for key, value in facts.items() if key in FACTS}
        )
        for facts in stored
    }


def _load_people(session: Session) -> dict[str, str]:
    entities = entity_names(session)
    people: dict[str, str] = {}
    for row in _table("people.csv"):
        key, entity = row.pop("person"), row.pop("entity")
        emails, spellings = row.pop("emails").split("|"), row.pop("spellings").split("|")
        people[key] = add_person(session, emails=emails, entity_id=entities.get(fold(entity)), **row)
        for spelling in spellings:
            learn_spelling(session, people[key], spelling)
    return people


def _load_workplan(session: Session) -> dict[str, str]:
    """Chapters, workstreams and tasks; the keys of the workstreams by name."""
    plan = json.loads((SAMPLE / "workplan.json").read_text(encoding="utf-8"))
    chapters = {title: add_chapter(session, title=title) for title in plan["chapters"]}
    made: dict[str, str] = {}
    for row in plan["workstreams"]:
        fields = {
            k: row[k] for k in ("short_name", "kind", "leads", "members", "purpose", "status", "aliases")
        }
        parent = made.get(row["parent"])
        chapter = chapters.get(row["chapter"])
        made[row["name"]] = add_workstream(
            session, name=row["name"], chapter_id=chapter, parent_id=parent, **fields
        )
    for row in plan["tasks"]:
        fields = {k: row[k] for k in ("source", "responsible", "due", "next_steps")}
        task_id = add_task(
            session, chapter_id=chapters[row["chapter"]], workstream_id=made.get(row["workstream"]),
            text=row["task"], **fields,
        )  # fmt: skip
        for entry in row["progress"]:
            add_entry(session, task_id=task_id, **entry)
    return made
