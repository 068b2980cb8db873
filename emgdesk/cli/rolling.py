"""From one SOM to the next without a window: what is proposed, and all of it done as proposed."""

import argparse
from dataclasses import asdict
from datetime import date
from typing import Any

from emgdesk.cli.desk import opened
from emgdesk.cli.output import Answer, table
from emgdesk.errors import DataError
from emgdesk.operations.roll_forward import roll_forward
from emgdesk.queries.roll_forward import Proposal, RollForward, propose, som_to_leave

_COLUMNS = {"kind": "Kind", "about": "About", "does": "What is done", "why": "Why"}


def run_roll_forward(arguments: argparse.Namespace) -> Answer:
    """Do what is ticked, or list all that is proposed; what has no tick is left for the window."""
    today = date.today()
    with opened(arguments) as desk:
        som = arguments.som or desk.read(som_to_leave, today=today)
        if not som:
            raise DataError("There is no SOM on this desk; say with --som which one has ended.")
        plan = desk.read(propose, som_number=som, today=today)
        ticked = [one for one in plan.proposals if one.ticked]
        told = {"from": som, "to": som + 1, "proposals": [_row(one) for one in plan.proposals]}
        warnings = tuple(one.sentence for one in plan.obstacles)
        if arguments.dry_run or not ticked:
            return Answer(told, _listed(plan), warnings)
        label = f"Roll forward to SOM {som + 1}"
        target = arguments.before or plan.target
        made = desk.do(label, roll_forward, plan=plan, chosen=plan.proposals, target=target).value
    left = len(plan.proposals) - len(ticked)
    text = f"{label}: {len(ticked)} of {len(plan.proposals)} proposals done."
    more = f" Left without a tick: {left}." if left else ""
    return Answer({**told, "made": asdict(made)}, text + more, warnings)


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
