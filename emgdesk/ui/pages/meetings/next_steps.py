"""What a meeting still needs, read off its facts, the numbers of its roster and its size."""

from dataclasses import dataclass
from datetime import date

from emgdesk.domain.numbering import counted
from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.roster import RosterNumbers
from emgdesk.queries.sizes import MeetingSizes


@dataclass(frozen=True, slots=True)
class Step:
    """One line: `key` names what its button does, `state` is done, todo or attention."""

    key: str
    text: str
    button: str = ""
    state: str = "todo"


def next_steps(
    meeting: MeetingRow, numbers: RosterNumbers, sizes: MeetingSizes, today: date
) -> tuple[Step, ...]:
    """The steps from date to printed report, those done ticked off."""
    if meeting.status == "cancelled":
        return (Step("", "The meeting is cancelled; there is nothing left to do.", state="done"),)
    steps = [_date(meeting), _agenda(sizes), _roster(meeting, numbers)]
    if numbers.people and numbers.without_entity:
        some = counted(numbers.without_entity, "person has", "people have")
        steps.append(Step("without_entity", f"{some} no entity yet.", "Show", "attention"))
    if _is_over(meeting, today):
        steps += _afterwards(meeting, numbers, sizes)
    if numbers.people:
        steps.append(Step("print", "Print the list of participants.", "Preview…"))
    if sizes.agenda or sizes.report:
        steps.append(Step("check", "Check before anything is published.", "Check"))
    return tuple(steps)


def _date(meeting: MeetingRow) -> Step:
    if not meeting.date:
        return Step("date", "Decide on a date.", "Enter")
    if not meeting.venue and not meeting.mode:
        return Step("venue", "Say where it takes place.", "Enter")
    return Step("date", "Date and place are known.", state="done")


def _roster(meeting: MeetingRow, numbers: RosterNumbers) -> Step:
    if numbers.people:
        return Step("roster", f"{counted(numbers.people, 'person', 'people')} on the roster.", "Open", "done")
    if meeting.head_count:
        return Step("roster", f"No list, but a head count of {meeting.head_count}.", "Open", "done")
    return Step("import", "Take in the registrations.", "Import…")


def _agenda(sizes: MeetingSizes) -> Step:
    if sizes.agenda:
        return Step("agenda", f"{counted(sizes.agenda, 'line', 'lines')} on the agenda.", "Open", "done")
    return Step("agenda", "Draw up the agenda.", "Begin")


def _afterwards(meeting: MeetingRow, numbers: RosterNumbers, sizes: MeetingSizes) -> list[Step]:
    steps = []
    if meeting.status in ("planned", "confirmed"):
        steps.append(Step("held", "The date has passed.", "Mark as held", "attention"))
    if numbers.people and not numbers.attended:
        steps.append(Step("attendance", "No attendance marked yet.", "Open", "attention"))
    if sizes.undecided:
        some = counted(sizes.undecided, "action is", "actions are")
        steps.append(Step("actions", f"{some} not decided yet.", "Open", "attention"))
    if not sizes.report:
        steps.append(Step("report", "Write the report.", "Begin"))
    return steps


def _is_over(meeting: MeetingRow, today: date) -> bool:
    last = meeting.end_date or meeting.date
    return len(last) == 10 and last < today.isoformat()
