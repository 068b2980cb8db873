"""The events of a mandate as the lines of a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from emgdesk.domain.dates import written_date
from emgdesk.domain.effects import effect_sentence
from emgdesk.domain.lineage import has_begun
from emgdesk.domain.mandates import WITH_UNTIL
from emgdesk.domain.standing_words import end_words
from emgdesk.queries.mandates import EventRow
from emgdesk.ui.models.columns import Column


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in words; `own` is False for one of another workstream that names this one.

    `faint` says that it is of another, or comes after the day in view.
    """

    row: EventRow
    order: int
    date: str
    words: str
    meeting: str
    decision: str
    until: str
    note: str
    own: bool
    faint: bool

    @property
    def id(self) -> str:
        """The key of the event."""
        return self.row.id


def lines(events: Iterable[EventRow], workstream_id: str, day: str) -> tuple[EventLine, ...]:
    """Events as read; `day` (ISO) is the one in view."""
    return tuple(_line(row, at, workstream_id, day) for at, row in enumerate(events))


def _line(row: EventRow, at: int, workstream_id: str, day: str) -> EventLine:
    event = row.event
    own = event.workstream_id == workstream_id
    until = end_words(event.end) if event.kind in WITH_UNTIL else ""
    return EventLine(
        row=row,
        order=at,
        date=written_date(event.date),
        words=event_words(row, own=own),
        meeting=row.meeting,
        decision=_decision(row),
        until=until if own else "",
        note=" ".join(row.note.split()),
        own=own,
        faint=not own or not has_begun(event.day or "", day),
    )


def _decision(row: EventRow) -> str:
    """The number of the decision, with its meeting where that is another one than the event's."""
    if row.decision is None:
        return ""
    return row.decision.number if row.decision.meeting == row.meeting else row.decision.words


def event_words(row: EventRow, *, own: bool) -> str:
    """What happened, without its end: "Extended", "Coalition on Ports: absorbed the tasks of “Reefs”"."""
    event = row.event
    words = effect_sentence(event.kind, other=row.other, new_name=event.new_name, new_kind=event.new_kind)
    return words[:1].upper() + words[1:] if own else f"{row.workstream}: {words}"


def _tone(line: EventLine) -> str:
    return "muted" if line.faint else ""


def _wording(line: EventLine) -> str:
    """The decision quoted."""
    return line.row.decision.wording if line.row.decision else ""


COLUMNS = (
    Column("date", "Date", 21, least=16, sort=lambda line: line.order, tone=_tone, blank="no date"),
    Column("words", "What happened", 56, least=24, tone=_tone, cell_tip=lambda line: line.words),
    Column("until", "Until", 16, least=9, tone=_tone, tip="Of a mandate that was given: until when it runs"),
    Column("meeting", "Meeting", 18, least=12, tone=_tone),
    Column(
        "decision", "Decision", 18, least=10, tone=_tone, cell_tip=_wording, tip="The decision that made it"
    ),
    Column("note", "Note", 20, least=8, tone=_tone, cell_tip=lambda line: line.row.note),
)
