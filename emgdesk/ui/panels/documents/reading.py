"""What the documents of a meeting are shown from, read at once on the worker thread."""

from dataclasses import dataclass

from emgdesk.domain.register import Registered, next_number, propose_symbol, warnings_of
from emgdesk.domain.symbols import guess_pattern
from emgdesk.errors import EmgdeskError
from emgdesk.queries.documents import list_documents
from emgdesk.queries.entities import list_entities
from emgdesk.queries.issues import IssueRow, list_issues
from emgdesk.queries.meetings import MeetingRow, get_meeting
from emgdesk.ui.panels.documents.columns import KINDS, LANGUAGES, RegisterLine
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LoadedRegister:
    """A meeting's register and issues; `guessed` is the pattern its symbols follow as they stand."""

    meeting: MeetingRow
    lines: tuple[RegisterLine, ...]
    issues: tuple[IssueRow, ...]
    guessed: str
    proposals: dict[str, tuple[str, ...]]

    @property
    def pattern(self) -> str:
        return self.meeting.symbol_pattern or self.guessed

    @property
    def next_symbol(self) -> str:
        """The symbol a new line gets, "" where none can be proposed."""
        return self.symbol_for("")

    def symbol_for(self, number: str) -> str:
        """The symbol proposed for a line with this number that has none, "" where none can be."""
        lines = [Registered(line.id, line.row.number, line.row.symbol) for line in self.lines]
        som, segment = self.meeting.som_number, self.meeting.segment
        return propose_symbol(lines, self.pattern, som=som, segment=segment, number=number)

    def new_line(self) -> dict[str, str]:
        """What a new line starts with."""
        last = self.lines[-1].row if self.lines else None
        return {
            "number": next_number([line.row.number for line in self.lines]),
            "symbol": self.next_symbol,
            "distribution": self.meeting.distribution or (last.distribution if last else ""),
            "language": next((line.row.language for line in reversed(self.lines) if line.row.language), "en"),
        }


def load_register(workspace: Workspace, *, meeting_id: str) -> LoadedRegister | None:
    """The documents of a meeting; None if it is gone."""
    try:
        meeting = workspace.read(get_meeting, meeting_id=meeting_id)
    except EmgdeskError:  # deleted while it was in view: the page is about to leave it
        return None
    rows = workspace.read(list_documents, meeting_id=meeting_id)
    wrong = warnings_of(
        [Registered(row.id, row.number, row.symbol, row.title, row.language) for row in rows],
        meeting.som_number,
    )
    acronyms = tuple(entity.acronym for entity in workspace.read(list_entities))
    return LoadedRegister(
        meeting=meeting,
        lines=tuple(RegisterLine(row, wrong.get(row.id, ())) for row in rows),
        issues=workspace.read(list_issues, meeting_id=meeting_id),
        guessed=guess_pattern([row.symbol for row in rows]),
        proposals={
            "kind": _with(KINDS, [row.kind for row in rows]),
            "distribution": _with(("EMG members", "General", "Limited"), [row.distribution for row in rows]),
            "language": LANGUAGES,
            "submitted_by": ("Secretariat", *acronyms),
        },
    )


def _with(known: tuple[str, ...], used: list[str]) -> tuple[str, ...]:
    return tuple(sorted({*known, *used} - {""}))
