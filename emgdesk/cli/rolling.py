"""From one SOM to the next without a window: what is proposed, and all of it done as proposed."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from emgdesk.cli.desk import opened
from emgdesk.cli.output import Answer, table
from emgdesk.domain.codes import code_key
from emgdesk.errors import DataError
from emgdesk.operations.roll_forward import roll_forward
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.roll_forward import Proposal, RollForward, propose, som_to_leave
from emgdesk.queries.roll_forward.proposals import MEETING

_COLUMNS = {"kind": "Kind", "about": "About", "does": "What is done", "why": "Why"}


def run_roll_forward(arguments: argparse.Namespace) -> Answer:
    """Do what is ticked, or list all that is proposed; what has no tick is left for the window."""
    today = date.today()
    with opened(arguments) as desk:
        meetings = desk.read(list_meetings)
        som = _som(meetings, arguments.som, desk.read(som_to_leave, today=today))
        plan = desk.read(propose, som_number=som, today=today)
        ticked = [one for one in plan.proposals if one.ticked]
        told = {"from": som, "to": som + 1, "proposals": [_row(one) for one in plan.proposals]}
        warnings = tuple(one.sentence for one in plan.obstacles)
        made_too = [one.subject for one in ticked if one.kind == MEETING]
        target = _target(arguments.before, [*(row.code for row in meetings), *made_too]) or plan.target
        if arguments.dry_run or not ticked:
            closing = (
                "Nothing was changed (dry run)." if arguments.dry_run else "There was nothing to change."
            )
            return Answer(told, f"{_listed(plan)}\n{closing}", warnings)
        label = f"Roll forward to SOM {som + 1}"
        made = desk.do(label, roll_forward, plan=plan, chosen=plan.proposals, target=target).value
    left = len(plan.proposals) - len(ticked)
    text = f"{label}: {len(ticked)} of {len(plan.proposals)} proposals done."
    more = f" Left without a tick: {left}." if left else ""
    return Answer({**told, "made": asdict(made)}, text + more, warnings)


def _som(meetings: Iterable[MeetingRow], wanted: int | None, last: int) -> int:
    """The SOM to leave. Raises DataError for one that is not on the desk."""
    held = sorted({row.som_number for row in meetings if row.som_number})
    if not held:
        raise DataError("There is no SOM on this desk; make its meetings first.")
    if wanted is not None and wanted not in held:
        raise DataError(
            f"There is no SOM {wanted} on this desk; there is {_listed_numbers(held)}.", place="som"
        )
    return last if wanted is None else wanted


def _listed_numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"SOM {number}" for number in numbers)


def _target(wanted: str | None, codes: Iterable[str]) -> str:
    """The code of the meeting of the drafted actions. Raises DataError for one there will not be."""
    if not wanted:
        return ""
    found = next((code for code in codes if code_key(code) == code_key(wanted)), "")
    if not found:
        raise DataError(f"There is no meeting “{wanted}” on this desk.", place="before")
    return found


def _row(one: Proposal) -> dict[str, Any]:
    return {
        "id": one.id, "kind": one.kind, "about": one.subject, "does": one.chosen.words, "why": one.reason,
        "text": one.text, "when": one.when, "ticked": one.ticked,
    }  # fmt: skip


def _listed(plan: RollForward) -> str:
    rows = [_row(one) for one in plan.proposals]
    for row in rows:
        row["does"] = row["does"] if row["ticked"] else f"(not ticked) {row['does']}"
    return table(rows, _COLUMNS, f"Nothing to carry over from SOM {plan.som_number}.")
