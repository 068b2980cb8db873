"""`emgdesk import`: plan, say what would happen, and do it unless it is a dry run."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.exporting import options_of
from emgdesk.cli.import_words import entity_decisions, entity_words, name_decisions, row_decisions
from emgdesk.cli.output import Answer, table
from emgdesk.cli.telling import answers_told, changes_told, items_told, resembled
from emgdesk.domain.numbering import counted
from emgdesk.errors import InputError, UsageError
from emgdesk.importing.plan import Decision
from emgdesk.importing.rosters.detect import WANTED as KINDS
from emgdesk.intake import (
    Choices,
    Intake,
    Returned,
    RosterIntake,
    WorkplanIntake,
    commit,
    plan_import,
    plan_together,
    return_rejected,
    take_all_proposals,
)
from emgdesk.queries.entities import list_entities
from emgdesk.queries.progress_requests import list_requests
from emgdesk.workspace import Workspace

__all__ = ["KINDS", "run_import"]

_COLUMNS = {"row": "Row", "verdict": "Verdict", "name": "Name", "entity": "Entity", "says": "Message"}


def run_import(arguments: argparse.Namespace) -> Answer:
    choices = Choices(
        kind=arguments.kind,
        sheet=arguments.sheet,
        overrides=options_of(arguments.map, "--map"),
        date_order=arguments.date_order,
        update=arguments.update,
        doubtful=arguments.doubtful,
        decisions=row_decisions(arguments.decide),
        names=name_decisions(arguments.decide) or None,
        mark_absent=arguments.mark_absent,
    )
    said = entity_words(arguments.entity)
    first: Path = arguments.file[0]
    if arguments.rejected and len(arguments.file) > 1:
        raise UsageError("--rejected copies one file: import the files one by one.")
    returned = None
    with opened(arguments) as desk:
        chosen = meeting(desk, arguments.meeting)
        if said:
            choices = replace(choices, entities=entity_decisions(said, desk.read(list_entities)))
        if len(arguments.file) > 1:
            intake: Intake = plan_together(desk, arguments.file, choices=choices)
        else:
            intake = plan_import(desk, first, meeting_id=chosen.id if chosen else None, choices=choices)
        _refuse_names(intake, choices.names or {})
        if arguments.take_proposals:
            intake = take_all_proposals(intake)
        if arguments.mark_absent and getattr(intake.plan, "meets", None) is None:
            raise InputError(
                f"{first.name} is no list of who was there, so it marks nobody absent; "
                "if it is one, add --as attendance."
            )
        data = intake.answer() | {"doubtful": choices.doubtful}
        if arguments.rejected:
            returned = return_rejected(intake, first, arguments.rejected)
            data |= {"rejected": {"file": str(returned.path), "rows": returned.rows}}
        if not arguments.dry_run:
            done = commit(desk, intake)
            data |= {"committed": True, "revision": done.changes.revision if done.changes else None}
            data |= _requests(desk, intake)
    notes = (*intake.notes(), *(returned.notes if returned else ()))
    return Answer(data, "\n".join((_text(intake, data, arguments.dry_run), *_told(returned))), notes)


def _refuse_names(intake: Intake, names: Mapping[str, Decision]) -> None:
    """Raise UsageError for decisions on workstreams where the file is a list of people."""
    if isinstance(intake, RosterIntake):
        for name, said in names.items():
            raise UsageError(
                f"--decide {name}={said.person_id or said.kind}: write ROW=PERSON_ID, ROW=new or ROW=skip."
            )


def _requests(desk: Workspace, intake: Intake) -> dict[str, Any]:
    """Who is still to answer, of those asked for the same day as the sheets that came back."""
    answers = intake.plan.answers if isinstance(intake, WorkplanIntake) else ()
    if not answers:
        return {}
    rows = desk.read(list_requests, today=date.today())
    days = {row.as_of for row in rows if row.id in {one.request_id for one in answers}}
    return {"waiting": [row.entity for row in rows if row.as_of in days and not row.answered_on]}


def _told(returned: Returned | None) -> tuple[str, ...]:
    """What became of the copy with the rejected rows, if one was asked for."""
    if returned is None:
        return ()
    if not returned.rows:
        return ("No row was rejected, so no copy was written.",)
    rows = "The rejected row is" if returned.rows == 1 else f"The {returned.rows} rejected rows are"
    return (f"{rows} marked in {returned.path}.",)


def _text(intake: Intake, data: dict[str, Any], dry: bool) -> str:
    rows = [
        {**row, "says": " ".join((*row["messages"], *resembled(row, data["doubtful"])))}
        for row in data["rows"]
        if row["messages"] or row["verdict"] in ("possible", "problem")
    ]
    told = table(rows, _COLUMNS, "")
    said = (*changes_told(data), *items_told(data, new=dry), *_entities(data), *_proposals(data))
    told = "\n".join(part for part in (told, *said, *_attendance(data), *answers_told(data)) if part)
    outcome = "Nothing was changed (dry run)"
    if data["committed"]:
        outcome = "Imported" if data["revision"] else "There was nothing to change"
    return "\n".join(part for part in (told, f"{data['file']}: {intake.summary()}.", f"{outcome}.") if part)


def _entities(data: Mapping[str, Any]) -> list[str]:
    """The entity texts nobody decided on, each with what it may be."""
    said = []
    for question in data.get("entities", ()):
        if question["decision"] is None:
            named = ", ".join(f"{c['id']} ({c['why']})" for c in question["candidates"][:3])
            rows = counted(len(question["rows"]), "row", "rows")
            said.append(f"Unknown entity “{question['text']}”, {rows}{': ' if named else ''}{named}.")
    return [*said, "Unknown entities stay as printed; decide with --entity."] if said else []


def _proposals(data: Mapping[str, Any]) -> list[str]:
    """The entities proposed for rows that name none and take none."""
    open_ones = [row for row in data["rows"] if "proposed_entity" in row and not row["entity"]]
    told = [
        f"Row {row['row']}, {row['name']}: {row['proposed_entity']['id']}? ({row['proposed_entity']['why']})"
        for row in open_ones
    ]
    return [*told, "Proposed entities are not taken; take them with --take-proposals."] if told else []


def _attendance(data: Mapping[str, Any]) -> list[str]:
    """How an attendance list meets those registered, where anybody was."""
    met = data.get("attendance")
    if not met or not any(met.values()):
        return []
    unsure = f", {met['registered_unsure']} are to be decided" if met["registered_unsure"] else ""
    said = f"Of those registered {met['registered_present']} were there, {met['registered_absent']} were not"
    return [f"{said}{unsure}; {met['present_unregistered']} came without having registered."]
