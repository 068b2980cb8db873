"""What planning a meeting workbook has gathered so far: lines, writes, questions on workstreams."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.numbering import counted
from emgdesk.domain.workstream_names import kind_name, workstream_key
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.meetings.plan import (
    NEW,
    BookLine,
    BookWrite,
    LineVerdict,
    StreamQuestion,
    Table,
)
from emgdesk.importing.plan import Candidate, Decision, Doubtful, Update
from emgdesk.importing.sheets.book_rows import FileRow, shown
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.workplans.index import WorkstreamIndex

_CLEARED: Mapping[str, frozenset[str]] = {
    "Agenda": frozenset(
        ("Start", "End", "Presenter", "Presented by", "Workstream", "Notes", "Draft conclusion", "Documents")
    ),
    "Documents": frozenset(
        ("Number", "Symbol", "Title", "Kind", "Distribution", "Language", "Submitted by", "Circulated on",
         "Web address", "Workstream")
    ),
    "Actions": frozenset(("Adopted text",)),
    "Effects": frozenset(("New name", "New kind", "Until")),
    "Paragraphs": frozenset(("Speaker", "Entity", "Footnotes")),
}  # fmt: skip
"""Columns whose cells may be emptied: in rows with an ID, by "replace"."""
_NEEDED = {"Agenda": "Title", "Actions": "Text", "Effects": "Effect", "Paragraphs": "Text"}
Changes = dict[str, tuple[str, str]]
Values = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said of how the workbook is taken in."""

    update: Update = "fill"
    doubtful: Doubtful = "skip"
    decisions: Mapping[str, Decision] | None = None  # by name of a workstream
    date_order: DateOrder | None = None


class Collector:
    """Shared by the planners of the sheets."""

    def __init__(
        self, streams: WorkstreamIndex, entities: EntityIndex, wishes: Wishes, day: str = ""
    ) -> None:
        self.entities = entities
        self.day = day  # ISO, of the meeting: whose name a name was then
        self.beginning: frozenset[str] = frozenset()  # keys of workstreams an effect proposes or establishes
        self.wishes = wishes
        self.lines: list[BookLine] = []
        self.writes: list[BookWrite] = []
        self.notes: list[str] = []
        self._streams = streams
        self._decisions = {workstream_key(n): d for n, d in (wishes.decisions or {}).items()}
        self._asked: dict[str, tuple[str, int, list[str], tuple[Candidate, ...]]] = {}
        self._new_streams: list[str] = []
        self._made = 0
        self._emptied: Counter[str] = Counter()

    @property
    def may_change(self) -> bool:
        """Whether what the desk has may be changed."""
        return self.wishes.update != "add-only"

    def new_ref(self) -> str:
        """A ref for a row that is to be made."""
        self._made += 1
        return f"{NEW}{self._made}"

    def write(self, table: Table, ref: str, **values: str | int | None) -> None:
        """A row is made (a new ref) or these columns of it are set."""
        self.writes.append(BookWrite(table, ref, values))

    def make(self, table: Table, **values: str | int | None) -> str:
        """A row is made; its ref."""
        ref = self.new_ref()
        self.write(table, ref, **values)
        return ref

    def remove(self, table: Table, ref: str) -> None:
        """A row of the desk is removed."""
        self.writes.append(BookWrite(table, ref, remove=True))

    def place(self, table: Table, refs: Sequence[str]) -> None:
        """Rows stand in this order."""
        for position, ref in enumerate(refs, 1):
            self.write(table, ref, position=position)

    def allowed(self, orders: Iterable[Sequence[str]]) -> list[Sequence[str]]:
        """The orders that may be taken: where nothing may be changed, those something new stands in."""
        return [o for o in orders if self.may_change or any(ref.startswith(NEW) for ref in o)]

    def line(
        self,
        row: FileRow,
        known: BookRow | None,
        changes: Changes,
        messages: Sequence[str],
        label: str,
        text: str,
    ) -> None:
        """A row that is taken, and what it changes."""
        verdict: LineVerdict = "new" if known is None else "changed" if changes else "same"
        said = (*row.source.faults, *messages, *self._missing(row, known))
        self.lines.append(BookLine(row.sheet, row.number, verdict, label, text, changes, said))

    def clears(self, row: FileRow, known: BookRow, column: str) -> bool:
        """Whether a cell was emptied to empty that of the desk."""
        return self.wishes.update == "replace" and _is_emptied(row, known, column)

    def _missing(self, row: FileRow, known: BookRow | None) -> list[str]:
        """A sentence on an emptied text no row can be without; other emptied cells are counted."""
        if known is None or known.is_section:
            return []
        if self.wishes.update != "replace":
            self._emptied[row.sheet] += sum(
                _is_emptied(row, known, column) for column in _CLEARED.get(row.sheet, ())
            )
        needed = _NEEDED.get(row.sheet, "")
        if row.id != known.id or row.get(needed) or row.leaves(needed) or not known.cells.get(needed):
            return []
        return [f"{needed} cannot be empty and stays as it is ({row.place(needed)})."]

    def emptied(self) -> list[str]:
        """A sentence for each sheet on cells that were emptied and change nothing."""
        return [
            f"{counted(n, 'emptied cell', 'emptied cells')} of sheet “{sheet}” "
            f"{'changes' if n == 1 else 'change'} nothing; “replace” clears them."
            for sheet, n in self._emptied.items()
            if n
        ]

    def problem(self, row: FileRow, message: str, label: str, text: str) -> None:
        """A row that cannot be taken."""
        said = (message, *row.source.faults)
        self.lines.append(BookLine(row.sheet, row.number, "problem", label, text, {}, said))

    # --- workstreams ----------------------------------------------------------------------------

    def stream(
        self, row: FileRow, column: str, known: BookRow | None = None, *, make: bool = True
    ) -> str | None:
        """The ref of the workstream a cell names: surely, by decision, or made; None while it is asked about.

        One the desk has not is made with `make`, unless the row is `known` with that text.
        """
        name = row.get(column)
        if not name:
            return None
        decision = self._decisions.get(workstream_key(name))
        if decision is not None and decision.kind == "match":
            return decision.person_id if decision.person_id in self._streams.refs else None
        if decision is not None and decision.kind == "skip":
            return None
        found = self._streams.find((name,), self.day)
        if found is not None:
            return found
        candidates = self._streams.alike(name) if decision is None else ()
        if candidates and self.wishes.doubtful == "match":
            return candidates[0].person_id
        if candidates and self.wishes.doubtful == "skip":
            self._ask(name, row, column, candidates)
            return None
        if decision is None and known is not None and shown(column, known.cells.get(column, "")) == name:
            return None
        return self._make_stream(name, row, column) if make or decision is not None else None

    def _make_stream(self, name: str, row: FileRow, column: str) -> str:
        """A workstream of this name is made; of a kind its name tells."""
        ref = f"{NEW}workstream:{workstream_key(name)}"
        self._streams.add(ref, (name,))
        status = "proposed" if workstream_key(name) in self.beginning else "active"
        self.write("workstream", ref, name=name, kind=kind_name(name), status=status)
        self._new_streams.append(f"“{name}” ({row.place(column)})")
        return ref

    def _ask(self, name: str, row: FileRow, column: str, candidates: tuple[Candidate, ...]) -> None:
        """A name that may be one of the candidates."""
        asked = self._asked.setdefault(workstream_key(name), (name, row.number, [], candidates))
        asked[2].append(row.place(column))

    def questions(self) -> tuple[StreamQuestion, ...]:
        """The names that may be a workstream of the desk."""
        return tuple(StreamQuestion(n, row, tuple(places), c) for n, row, places, c in self._asked.values())

    def made_streams(self) -> list[str]:
        """A sentence on the workstreams that are made, each with where it is named first."""
        if not self._new_streams:
            return []
        one = len(self._new_streams) == 1
        what = "This workstream is" if one else "These workstreams are"
        return [f"{what} not on the desk and {'is' if one else 'are'} made: {', '.join(self._new_streams)}."]

    def changed_stream(
        self, row: FileRow, column: str, known: BookRow, changes: Changes, *, make: bool = True
    ) -> str | None:
        """The key of the workstream a cell names now, noted where it is another one than the desk has."""
        key = self.stream(row, column, known, make=make)
        if key is not None and key != known.links.get(column) and self.may_change:
            old, new = known.cells.get(column, ""), row.get(column)
            changes[column] = ("" if old == new else old, new)  # a text until now that names one
            return key
        return None

    # --- plain texts ----------------------------------------------------------------------------

    def changed_texts(
        self,
        said: Mapping[str, str],
        known: BookRow,
        fields: Mapping[str, str],
        changes: Changes,
        row: FileRow | None = None,
    ) -> Values:
        """Values by field for texts that differ from the desk's, noted by column.

        Empty ones say nothing, but for the cells of `row` that were emptied to clear them.
        """
        values: Values = {}
        for column, name in fields.items():
            new, old = said.get(column, ""), known.cells.get(column, "")
            if new and new != shown(column, old) and self.may_change:
                changes[column] = (old, new)
                values[name] = new
            elif row is not None and not new and self.clears(row, known, column):
                changes[column] = (old, "")
                values[name] = ""
        return values


def _is_emptied(row: FileRow, known: BookRow, column: str) -> bool:
    """Whether a row with an ID has nothing in a cell that could be cleared and is filled on the desk."""
    if row.id != known.id or row.get(column) or row.leaves(column) or not known.cells.get(column):
        return False
    return column in _CLEARED.get(row.sheet, ())
