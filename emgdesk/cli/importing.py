"""`emgdesk import`: plan, say what would happen, and do it unless it is a dry run."""

import argparse
from typing import Any

from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.exporting import options_of
from emgdesk.cli.output import Answer, table
from emgdesk.errors import UsageError
from emgdesk.importing.detect import WANTED as KINDS
from emgdesk.importing.plan import Decision
from emgdesk.intake import Choices, Intake, Returned, commit, plan_import, return_rejected

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
        decisions=_decisions(arguments.decide),
    )
    returned = None
    with opened(arguments) as desk:
        chosen = meeting(desk, arguments.meeting)
        intake = plan_import(desk, arguments.file, meeting_id=chosen.id if chosen else None, choices=choices)
        data = intake.answer() | {"doubtful": choices.doubtful}
        if arguments.rejected:
            returned = return_rejected(intake, arguments.file, arguments.rejected)
            data |= {"rejected": {"file": str(returned.path), "rows": returned.rows}}
        if not arguments.dry_run:
            done = commit(desk, intake)
            data |= {"committed": True, "revision": done.changes.revision if done.changes else None}
    notes = (*intake.notes(), *(returned.notes if returned else ()))
    return Answer(data, "\n".join((_text(intake, data), *_told(returned))), notes)


def _told(returned: Returned | None) -> tuple[str, ...]:
    """What became of the copy with the rejected rows, if one was asked for."""
    if returned is None:
        return ()
    if not returned.rows:
        return ("No row was rejected, so no copy was written.",)
    rows = "The rejected row is" if returned.rows == 1 else f"The {returned.rows} rejected rows are"
    return (f"{rows} marked in {returned.path}.",)


def _text(intake: Intake, data: dict[str, Any]) -> str:
    rows = [
        {**row, "says": " ".join((*row["messages"], *_question(row, data["doubtful"])))}
        for row in data["rows"]
        if row["messages"] or row["verdict"] in ("possible", "problem")
    ]
    told = table(rows, _COLUMNS, "")
    outcome = "Nothing was changed (dry run)"
    if data["committed"]:
        outcome = "Imported" if data["revision"] else "There was nothing to change"
    return "\n".join(part for part in (told, f"{data['file']}: {intake.summary()}.", f"{outcome}.") if part)


_DONE = {
    "skip": "Left out; decide with --decide",
    "new": "Taken as somebody new",
    "match": "Taken as the first of",
}


def _question(row: dict[str, Any], doubtful: str) -> list[str]:
    """Who a doubtful row may be, and what becomes of it."""
    if row["verdict"] != "possible":
        return []
    said = [
        f"{row['row']}={c['id']} ({c['name']}{', ' + c['entity'] if c['entity'] else ''}: {c['why']})"
        for c in row["candidates"][:3]
    ]
    return [f"{_DONE[doubtful]}: {'; '.join(said)}."]


def _decisions(words: list[str]) -> dict[int, Decision]:
    decisions: dict[int, Decision] = {}
    for word in words:
        row, _, said = word.partition("=")
        if not row.strip().isdecimal() or not said.strip():
            raise UsageError(f"--decide {word}: write ROW=PERSON_ID, ROW=new or ROW=skip.")
        said = said.strip()
        if said == "new":
            decisions[int(row)] = Decision("new")
        elif said == "skip":
            decisions[int(row)] = Decision("skip")
        else:
            decisions[int(row)] = Decision("match", said)
    return decisions
