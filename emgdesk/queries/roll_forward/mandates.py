"""Mandates that ran out, end with the SOM ahead or hang on a condition: a drafted action for each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Effect
from emgdesk.domain.lineage import Event
from emgdesk.domain.mandate_ends import until_words
from emgdesk.domain.mandate_wordings import CONCLUDE, CONTINUE, EXTEND, REPORT, wording
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import ADOPTED, DECIDED
from emgdesk.queries.actions import list_actions
from emgdesk.queries.due import CONDITION as HANGS
from emgdesk.queries.due import LAPSED, LATER, known_end, mandate_state
from emgdesk.queries.roll_forward.proposals import CONDITION, MANDATE, Choice, Proposal
from emgdesk.queries.roll_forward.segments import still_deferred
from emgdesk.queries.roll_forward.year import Year
from emgdesk.queries.soms import SomAhead

_CHOICES = (Choice(EXTEND, "Extend"), Choice(CONCLUDE, "Conclude"), Choice(REPORT, "Ask to report"))
_GOING_ON = Choice(CONTINUE, "Continue and report")
"""Of a mandate without a condition: to be asked for a report alone would let it lapse."""
_LEFT_BEHIND = DECIDED - ADOPTED
STEM = "The Senior Officials:"
"""Over the actions, where those of the SOM before have none."""


def mandates(session: Session, year: Year) -> Iterator[Proposal]:
    """One for each workstream no action of SOM n+1 is about yet, in the order of the report.

    Where tasks are open an extension is proposed, where all are done a conclusion, else that it goes on
    until it has reported; of a condition a report is asked for. What SOM n says of it and was not adopted
    yet, or comes back deferred, leaves the line without a tick.
    """
    ahead = _ahead(year)
    spoken = _spoken_of(session, [m.id for m in year.segments(year.number + 1)])
    said = _not_adopted(session, year) | _coming_back(session, year)
    for key in year.chapter_of:
        given = year.lineage.standing(key, year.day).given
        if given is None or key in spoken:
            continue
        state = mandate_state(given, ahead, year.meetings, year.today)
        if state != LATER:
            yield _of_one(year, key, given, state, said.get(key, ""))


def _of_one(year: Year, key: str, given: Event, state: str, said: str) -> Proposal:
    name, hangs = year.name(key), state == HANGS
    end = known_end(given, year.meetings)
    until = until_words(end)
    told = f"Its mandate runs until {until}."
    if state == LAPSED:
        told = f"Its mandate ran out {'on' if end.day else 'with'} {until}."
    if hangs:
        told = f"Its mandate runs until “{until}”."
    choice, tasks = _proposed(year, key, hangs)
    when = until if hangs else f"SOM {year.number + 2}"
    made = Proposal(
        id=f"mandate:{key}",
        kind=CONDITION if hangs else MANDATE,
        key=key,
        subject=name,
        reason=f"{told} {said or tasks}",
        choices=_CHOICES if hangs else (*_CHOICES, _GOING_ON),
        choice=choice,
        ticked=not said,
        when=when,
        workstream_id=key,
        workstream=name,
    )
    return replace(made, text=suggested(made, year.number + 1))


def suggested(one: Proposal, som: int) -> str:
    """The wording of a drafted action before SOM `som`, as its choice and the end of an extension say."""
    verb = one.chosen.verb
    until = "" if verb == REPORT and one.kind == MANDATE else one.when
    return wording(verb, one.subject, until, som)


def _proposed(year: Year, key: str, hangs: bool) -> tuple[int, str]:
    """The choice that suggests itself, and the sentence that tells why."""
    mine = [task for task in year.tasks if task.workstream_id == key]
    waiting = sum(task in mine for task in year.open_tasks())
    told = "It has no tasks in the work plan."
    if mine:
        told = f"{counted(waiting, 'task is', 'tasks are')} open." if waiting else "All its tasks are done."
    if hangs:
        return 2, told
    if not mine:
        return 3, told
    return (0 if waiting else 1), told


def _ahead(year: Year) -> SomAhead:
    """SOM n+1; a day it has no segment for is taken from the year after that of SOM n."""
    number = year.number + 1
    dated = [m for m in year.segments(number) if m.date]
    after = f"{int(year.closed_on[:4]) + 1}" if year.closed_on else ""
    return SomAhead(number, None, "", dated[-1].date if dated else after)


def _spoken_of(session: Session, meetings: list[str]) -> set[str]:
    """The workstreams an action of these meetings is about, by its section or its effects."""
    return set(_about(session, ActionSection.meeting_id.in_(meetings)))


def _not_adopted(session: Session, year: Year) -> dict[str, str]:
    """By workstream, what tells that an action of SOM n on its mandate was not adopted yet."""
    found: dict[str, str] = {}
    for meeting in year.segments(year.number):
        for section in list_actions(session, meeting_id=meeting.id):
            waiting = [
                effect
                for action in section.actions
                if action.outcome not in _LEFT_BEHIND
                for effect in action.effects
                if effect.waits
            ]
            told = f"What {meeting.code} says of it is not adopted yet."
            keys = (key for one in waiting for key in (one.workstream_id, one.other_workstream_id))
            found |= {key: told for key in keys if key}
    return found


def _coming_back(session: Session, year: Year) -> dict[str, str]:
    """By workstream, what tells of a deferred action on it that comes back with the segments of SOM n+1."""
    found: dict[str, str] = {}
    for meeting in year.segments(year.number):
        deferred = _about(session, Action.id.in_(still_deferred(session, year, meeting)))
        found |= dict.fromkeys(deferred, f"What {meeting.code} deferred on it comes back.")
    return found


def _about(session: Session, *which: ColumnElement[bool]) -> list[str]:
    rows = session.execute(
        select(ActionSection.workstream_id, Effect.workstream_id, Effect.other_workstream_id)
        .join(Action, Action.section_id == ActionSection.id)
        .outerjoin(Effect, Effect.action_id == Action.id)
        .where(*which)
    )
    return [key for row in rows for key in row if key]


def usual_stem(session: Session, year: Year) -> str:
    """The stem most actions of SOM n stand under, the first of equals."""
    counts: dict[str, int] = defaultdict(int)
    mine = [m.id for m in year.segments(year.number)]
    wanted = select(Action.stem).join(ActionSection, ActionSection.id == Action.section_id)
    for stem in session.scalars(
        wanted.where(ActionSection.meeting_id.in_(mine), Action.stem.endswith(":")).order_by(Action.id)
    ):
        counts[stem] += 1
    return max(counts, key=lambda stem: counts[stem], default=STEM)
