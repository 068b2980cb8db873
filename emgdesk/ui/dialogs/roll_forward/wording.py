"""What the assistant says: its groups, what a tick will do, what was done."""

import re
from collections.abc import Sequence

from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.mandate_wordings import CONCLUDE, CONTINUE, EXTEND, WITH_END
from emgdesk.domain.numbering import counted
from emgdesk.operations.roll_forward import Rolled
from emgdesk.queries.due import DueFollowUp
from emgdesk.queries.roll_forward import (
    ASK,
    CONDITION,
    DECISION,
    DEFERRED,
    DROP,
    ENDED,
    FINISHED,
    GO_ON,
    LEAVE,
    MANDATE,
    MEETING,
    SILENT,
    Proposal,
    RollForward,
)

_MARKS = re.compile(r"[*_`]|\]\([^)\s]*\)|\[")


def group_title(kind: str, som: int) -> str:
    """What stands over the proposals of a kind; `som` is the SOM that ends."""
    return {
        MEETING: f"Meetings of SOM {som + 1}",
        DEFERRED: f"Actions SOM {som} deferred",
        MANDATE: "Mandates to decide on",
        CONDITION: "Mandates that hang on a condition",
        DECISION: f"Decisions of SOM {som} that are no task yet",
        FINISHED: "Tasks that are done and reported",
        ENDED: "Open tasks of workstreams that have ended",
        SILENT: f"Open tasks nobody reported on since SOM {som - 1}",
    }[kind]


def group_words(kind: str, plan: RollForward) -> str:
    """What is done with the proposals of a kind; "" for what is carried by itself."""
    som, starts = plan.som_number, written_date(plan.starts_on)
    over = counted(plan.passed_over, "other decision asks", "other decisions ask")
    more = f" {over} nobody for work and {'is' if plan.passed_over == 1 else 'are'} not listed."
    return {
        MEETING: f"The segments of SOM {som + 1} that are not on the desk yet, made like those of SOM {som}: "
        "agenda, documents with new symbols, invitations, deferred actions. A date can be left open.",
        DEFERRED: f"They come before the segments of SOM {som + 1} that are on the desk already, as drafts.",
        MANDATE: "Each gets a drafted action, in a section of its own, before the meeting chosen above; with "
        "the effect it has once it is adopted.",
        CONDITION: "A condition is asked about at each SOM: ask for a report, extend the mandate or end it.",
        DECISION: f"Each becomes a task of the work plan as of {starts}, which cites the decision."
        + (more if plan.passed_over else ""),
        FINISHED: f"They leave the work plan on {starts}; reports of earlier days still show them.",
        ENDED: f"They leave the work plan on {starts}, or go on as a task of the workstream that took over; "
        "what was reported so far stays where it was reported.",
        SILENT: "Progress is asked for by a follow-up, due at the next meeting. A task reported as dropped "
        "leaves when it was reported so. What is not ticked stays as it is.",
    }.get(kind, "This is carried over without a tick: it stays as it is until somebody changes it.")


def to_do(one: Proposal) -> str:
    """What is to be done, beside a proposal: "Extend until SOM 42", "Make it, May 2032"."""
    words = one.chosen.words
    if one.chosen.verb in WITH_END:
        return f"{words} until {one.when}" if one.when else words
    if one.kind == MEETING:
        return f"{words}, {written_date(one.when)}" if one.when else f"{words}, date undecided"
    return words


def effect_words(one: Proposal) -> str:
    """What adopting the drafted action does to the mandate."""
    if one.chosen.verb == EXTEND:
        return f"Once adopted: extended until {one.when or '…'}."
    if one.chosen.verb == CONCLUDE:
        return "Once adopted: concluded."
    if one.chosen.verb == CONTINUE:
        return f"Once adopted: continued until {one.when or '…'}."
    if one.kind == MANDATE:
        return "Asking for a report alone gives no more time: the mandate lapses, or stays lapsed."
    return "Asking for a report changes nothing about the mandate."


def plain_line(text: str) -> str:
    """CommonMark on one line, without its marks."""
    return " ".join(_MARKS.sub("", text).split())


def owed_line(row: DueFollowUp) -> tuple[str, str, str]:
    """A follow-up beside the proposals: what is owed, when it is due, where it arose."""
    due = f"due {written_date(row.due)}" if is_stored_date(row.due) else f"due at {_meeting(row.due)}"
    if row.state == "overdue":
        due = f"overdue ({due})"
    who = f"{row.who} owes " if row.who else ""
    return f"{who}“{plain_line(row.what)}”", due.capitalize(), f"Since {row.meeting}."


def _meeting(due: str) -> str:
    return "the next meeting" if due == "next meeting" else due


def summary(chosen: Sequence[Proposal]) -> str:
    """What applying would do: "3 meetings, 2 drafted actions, 1 new task"; "Nothing is ticked."."""
    ticked = [one for one in chosen if one.ticked]
    kinds, verbs = [one.kind for one in ticked], [one.chosen.verb for one in ticked]
    said = _parts(
        meetings=kinds.count(MEETING),
        segments=kinds.count(DEFERRED),
        actions=kinds.count(MANDATE) + kinds.count(CONDITION),
        tasks=kinds.count(DECISION),
        left=verbs.count(LEAVE),
        gone_on=verbs.count(GO_ON),
        asked=verbs.count(ASK),
        dropped=verbs.count(DROP),
    )
    return f"{', '.join(said)}." if said else "Nothing is ticked."


def done_lines(rolled: Rolled, plan: RollForward, target: str) -> tuple[str, ...]:
    """What was done, a line each."""
    lines = []
    if rolled.meetings:
        lines.append(f"Made: {', '.join(rolled.meetings)}.")
    if rolled.brought:
        lines.append(f"{counted(rolled.brought, 'deferred action', 'deferred actions')} put forward.")
    if rolled.actions:
        lines.append(f"{counted(rolled.actions, 'drafted action', 'drafted actions')} before {target}.")
    left = rolled.left - rolled.gone_on
    rest = _parts(
        tasks=rolled.tasks, left=left, gone_on=rolled.gone_on, asked=rolled.asked, dropped=rolled.dropped
    )
    if rest:
        lines.append(f"Work plan from {written_date(plan.starts_on)}: {', '.join(rest)}.")
    lines.append("Ctrl+Z takes all of it back in one step.")
    return tuple(lines)


def _parts(
    *, meetings: int = 0, segments: int = 0, actions: int = 0, tasks: int = 0, left: int = 0,
    gone_on: int = 0, asked: int = 0, dropped: int = 0,
) -> list[str]:  # fmt: skip
    said = (
        (meetings, "meeting", "meetings"),
        (segments, "segment gets deferred actions", "segments get deferred actions"),
        (actions, "drafted action", "drafted actions"),
        (tasks, "new task", "new tasks"),
        (left, "task leaves the work plan", "tasks leave the work plan"),
        (gone_on, "task goes on elsewhere", "tasks go on elsewhere"),
        (asked, "report asked for", "reports asked for"),
        (dropped, "task reported as dropped", "tasks reported as dropped"),
    )
    return [counted(number, one, many) for number, one, many in said if number]
