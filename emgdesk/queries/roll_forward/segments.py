"""The segments of the SOM ahead: made like the ones before, or given what those deferred."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection
from emgdesk.domain.codes import SEGMENTS, segment_code
from emgdesk.domain.meeting_titles import title_after
from emgdesk.domain.numbering import counted
from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.roll_forward.proposals import BRING, DEFERRED, MAKE, MEETING, Choice, Proposal, Target
from emgdesk.queries.roll_forward.year import Year
from emgdesk.queries.soms import is_over

_SEGMENTS = SEGMENTS[:3]
_PROPOSED = SEGMENTS[1]  # decisions go before the technical segment first


def segments(year: Year) -> Iterator[Proposal]:
    """A meeting for each segment that SOM n+1 does not have; without one to be made like it is not ticked."""
    ahead = year.number + 1
    for segment in _SEGMENTS:
        if year.segment(ahead, segment) is None:
            yield _segment(year, segment, segment_code(ahead, segment))


def _segment(year: Year, segment: str, code: str) -> Proposal:
    like = year.segment(year.number, segment)
    if like is None:
        reason = f"SOM {year.number} has no {segment} segment on this desk; it is made without one before it."
        return Proposal(
            f"{MEETING}:{segment}", MEETING, "", code, reason, (Choice(MAKE, "Make it"),), ticked=False,
            source=code,
        )  # fmt: skip
    month = _same_month_next_year(like.date)
    reason = f"Made like {like.code}: agenda, documents, invitations, what was deferred."
    if month:
        reason += f" The month is that of {like.code}; empty it if nothing is decided."
    title = title_after(like.title, like.som_number, like.segment, code)
    return Proposal(
        f"{MEETING}:{segment}", MEETING, like.id, code, reason, (Choice(MAKE, "Make it"),), text=title,
        when=month, source=code,
    )  # fmt: skip


def deferred(session: Session, year: Year) -> Iterator[Proposal]:
    """What the segments of SOM n deferred, for those of SOM n+1 that are there and do not have it."""
    for like in year.segments(year.number):
        there = year.segment(year.number + 1, like.segment)
        many = len(still_deferred(session, year, like)) if there is not None else 0
        if there is not None and many:
            actions = counted(many, "action", "actions")
            yield Proposal(
                f"{DEFERRED}:{like.id}", DEFERRED, like.id, f"{like.code}: {actions}",
                f"Deferred, and not before {there.code} yet.",
                (Choice(BRING, f"Put before {there.code}"),), source=there.code,
            )  # fmt: skip


def still_deferred(session: Session, year: Year, like: MeetingRow) -> frozenset[str]:
    """The actions a segment of SOM n deferred that stand before no segment of SOM n+1 (keys)."""
    ahead = [m.id for m in year.segments(year.number + 1)]
    mine = select(Action.id).join(ActionSection, ActionSection.id == Action.section_id)
    held = mine.where(ActionSection.meeting_id == like.id, Action.outcome == "deferred")
    back = select(Action.origin_id).join(ActionSection, ActionSection.id == Action.section_id)
    there = session.scalars(back.where(ActionSection.meeting_id.in_(ahead), Action.origin_id.is_not(None)))
    return frozenset(session.scalars(held)) - frozenset(key for key in there if key)


def _same_month_next_year(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:7]}" if len(day) >= len("2031-05") else ""


def targets(year: Year) -> tuple[Target, ...]:
    """The segments the drafted actions can go before, made or to be made; not those that are over."""
    ahead, found = year.number + 1, []
    for segment in _SEGMENTS:
        there = year.segment(ahead, segment)
        if there is None or not is_over(there, year.today):
            found.append(
                Target(there.code if there else segment_code(ahead, segment), there.id if there else None)
            )
    return tuple(found)


def proposed_target(year: Year, found: tuple[Target, ...]) -> str:
    """The code of the technical segment, else of the first after it; "" if all are over."""
    wanted = year.segment(year.number + 1, _PROPOSED)
    code = wanted.code if wanted else segment_code(year.number + 1, _PROPOSED)
    codes = [one.code for one in found]
    return code if code in codes else codes[-1] if codes else ""
