"""The check before publication, without a window."""

import argparse
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.output import Answer
from emgdesk.domain.numbering import counted
from emgdesk.queries.findings import Finding, list_findings

_DESK = "Mandates and work plan"


def run_check(arguments: argparse.Namespace) -> Answer:
    """What does not fit in a meeting, or in all of them and in the mandates and the work plan."""
    with opened(arguments) as desk:
        chosen = meeting(desk, arguments.meeting)
        findings = desk.read(list_findings, meeting_id=chosen.id if chosen else None, today=date.today())
    return Answer({"findings": [_fields(one) for one in findings]}, _text(findings))


def _fields(one: Finding) -> dict[str, object]:
    return {
        "id": one.id, "kind": one.kind, "severity": one.severity, "place": one.place, "text": one.text,
        "intended": one.intended, "reason": one.reason, "area": one.area, "meeting": one.meeting,
        "target_kind": one.target_kind, "target_id": one.target_id,
    }  # fmt: skip


def _text(findings: Sequence[Finding]) -> str:
    """Findings under their places, the intended ones counted at the end."""
    open_ = [one for one in findings if not one.intended]
    lines: list[str] = []
    for code, own in groupby(open_, lambda one: one.meeting):
        heading = code or _DESK
        lines += ["", heading] if lines else [heading]
        for place, here in groupby(sorted(own, key=_place), lambda one: one.place):
            lines.append(f"  {place}")
            lines += [f"    {one.severity}: {one.text} ({one.kind})" for one in here]
    intended = len(findings) - len(open_)
    said = f"{counted(len(open_), 'finding', 'findings')}." if open_ else "Nothing found."
    if intended:
        said += f" {counted(intended, 'finding is', 'findings are')} marked as intended."
    return "\n".join([*lines, "", said] if lines else [said])


def _place(one: Finding) -> tuple[str, str]:
    """By area and place; within a place the gravest stay first."""
    return one.area, one.place
