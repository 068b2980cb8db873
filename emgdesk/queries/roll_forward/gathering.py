"""All proposals of a roll forward, read in one go."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date
from emgdesk.domain.numbering import counted
from emgdesk.queries.decisions import planned_effects
from emgdesk.queries.due import follow_ups_due
from emgdesk.queries.matching import revision
from emgdesk.queries.roll_forward.decisions import decisions, waiting_decisions
from emgdesk.queries.roll_forward.mandates import mandates, usual_stem
from emgdesk.queries.roll_forward.proposals import ENDED, KINDS, Obstacle, RollForward
from emgdesk.queries.roll_forward.segments import deferred, proposed_target, segments, targets
from emgdesk.queries.roll_forward.silence import silent
from emgdesk.queries.roll_forward.tasks import ended, finished
from emgdesk.queries.roll_forward.year import Year, read_year, som_to_leave
from emgdesk.queries.sizes import undecided_actions
from emgdesk.queries.soms import is_over

__all__ = ["propose", "som_to_leave"]


def propose(session: Session, *, som_number: int, today: date) -> RollForward:
    """What can be carried from SOM `som_number` to the next, each with its reason and a sensible tick.

    What was carried before is not proposed again: meetings that are there, mandates an action of the SOM
    ahead is about, decisions with a task, tasks that left the work plan or whose progress was asked for.
    """
    year = read_year(session, som_number, today)
    offers = waiting_decisions(session, year)
    proposals = (
        *segments(year), *deferred(session, year), *mandates(session, year),
        *decisions(session, year, offers), *finished(year), *ended(year), *silent(session, year),
    )  # fmt: skip
    found = targets(year)
    here = year.segments(som_number)
    return RollForward(
        som_number=som_number,
        revision=revision(session),
        closed_on=year.closed_on,
        starts_on=year.starts_on,
        today=today.isoformat(),
        proposals=tuple(sorted(proposals, key=lambda one: KINDS.index(one.kind))),
        targets=found,
        target=proposed_target(year, found),
        stem=usual_stem(session, year),
        meeting_id=here[-1].id if here else None,
        obstacles=tuple(_obstacles(session, year)),
        carried=len(year.open_tasks()) - sum(one.kind == ENDED for one in proposals),
        passed_over=sum(not one.likely for one in offers),
        follow_ups=follow_ups_due(session, today=today),
    )


def _obstacles(session: Session, year: Year) -> Iterator[Obstacle]:
    here = year.segments(year.number)
    if not here:
        yield Obstacle(f"No segment of SOM {year.number} is on this desk; what it decided is not known.")
    for meeting in here:
        if not is_over(meeting, year.today):
            when = f" ({written_date(meeting.date)})" if meeting.date else ""
            yield Obstacle(f"{meeting.code}{when} is still ahead; what it decides will be missing.")
            continue
        if many := undecided_actions(session, meeting_id=meeting.id):
            actions = counted(many, "action", "actions")
            told = f"{actions} of {meeting.code} {'is' if many == 1 else 'are'} not decided:"
            yield Obstacle(f"{told} say first what became of {'it' if many == 1 else 'them'}.", meeting.id)
        if many := sum(not one.lacking for one in planned_effects(session, meeting_id=meeting.id)):
            effects = counted(many, "effect on a mandate", "effects on mandates")
            waits = "waits" if many == 1 else "wait"
            yield Obstacle(f"Adopt what {meeting.code} decided first: {effects} {waits}.", meeting.id)
