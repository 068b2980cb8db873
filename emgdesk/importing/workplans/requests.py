"""Sheets an entity was asked to fill in, and what their coming back says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.snapshot import KnownRequest, WorkplanSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import RequestAnswer
from emgdesk.importing.workplans.rows import Request, WorkplanRows


def answers(
    read: Sequence[WorkplanRows],
    raws: Sequence[RawFile],
    taken: Collection[tuple[str, int]],
    snapshot: WorkplanSnapshot,
) -> tuple[tuple[RequestAnswer, ...], list[str]]:
    """The requests of the desk the files answer, and sentences on sheets that answer none or not their own.

    `taken` are the rows of the sheets Tasks that could be taken, by file and number. A sheet that came
    back as it was sent answers nothing.
    """
    meeting = _Meeting(snapshot)
    for rows, raw in zip(read, raws, strict=True):
        if rows.request is not None:
            filled = any(
                (row.has_entry or row.next_steps) and (row.file, row.row) in taken for row in rows.tasks
            )
            meeting.take(raw.name, rows.request, filled=filled)
    return tuple(meeting.found), meeting.said


@dataclass(slots=True)
class _Meeting:
    """Meets the sheets with the requests of the desk, one after the other."""

    snapshot: WorkplanSnapshot
    found: list[RequestAnswer] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def take(self, file: str, request: Request, *, filled: bool) -> None:
        one, why = self._meant(request)
        if one is None:
            more = "what it reports is taken all the same" if filled else "nothing is filled in"
            self.said.append(f"{file}: {why}; {more}{self._waiting(request)}.")
            return
        before = next((other.file for other in self.found if other.request_id == one.id), "")
        if not (filled or before or one.answered_on):
            self.said.append(f"{file}: nothing is filled in, so {one.entity} is still to answer.")
        elif before:
            self.said.append(
                f"{file}: {one.entity} answers with {before} too; what both tell is taken once, what differs "
                "is taken from both."
            )
        elif one.answered_on:
            self.said.append(f"{file}: {one.entity} has answered already; what is new is taken all the same.")
        else:
            self.found.append(RequestAnswer(one.id, one.entity, file))
            if why:
                self.said.append(f"{file}: {why}; it is taken as the answer of {one.entity}.")

    def _meant(self, request: Request) -> tuple[KnownRequest | None, str]:
        """The request a sheet answers, and what is odd about it, or why there is none."""
        own = next((one for one in self.snapshot.requests if one.id == request.id), None)
        if own is not None and fold(own.entity) == fold(request.entity):
            return own, ""
        alike = [one for one in self._of(request.entity) if one.as_of == request.as_of]
        alike.sort(key=lambda one: not one.answered_on)
        if own is None:
            what = f"its Request ID is of no request of this desk{'' if alike else ' (it may be withdrawn)'}"
            return (alike[-1] if alike else None), what
        what = f"its Request ID is that of {own.entity}, and the sheet is of {request.entity or 'nobody'}"
        if alike:
            return alike[-1], what
        stranger = EntityIndex(self.snapshot.entities).find(request.entity).entity
        if stranger is None or fold(stranger.acronym) == fold(own.entity):
            return own, what if stranger is None else ""
        return None, what

    def _of(self, entity: str) -> list[KnownRequest]:
        return [one for one in self.snapshot.requests if entity and fold(one.entity) == fold(entity)]

    def _waiting(self, request: Request) -> str:
        """What of the entity of a sheet goes on waiting."""
        days = [written_date(one.as_of) for one in self._of(request.entity) if not one.answered_on]
        return f", and {request.entity} is still to answer as of {' and '.join(days)}" if days else ""
