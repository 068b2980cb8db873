"""What the sheets Names, Mandate, Members and Deliverables share: rows met with those of the desk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.meeting_books import BookRow
from emgdesk.importing.matching.book_rows import DeskKey, FileKey, by_id, by_keys
from emgdesk.importing.plan import Update
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, shown
from emgdesk.importing.workplans.changing import note_change
from emgdesk.importing.workplans.plan import NEW, Changes, LineVerdict, SheetLine
from emgdesk.importing.workplans.streams import StreamPlanner


@dataclass(frozen=True, slots=True)
class Means:
    """What planning a sheet needs besides its rows."""

    streams: StreamPlanner
    update: Update
    order: cell_dates.DateOrder | None = None

    def may_replace(self, row: FileRow, known: BookRow) -> Update:
        """How far a row may change that of the desk: one with its ID corrects it."""
        return "replace" if row.id == known.id and self.update != "add-only" else self.update


class SheetPlanner:
    """Gathers the lines of one sheet; `notes` are sentences on the sheet as a whole."""

    def __init__(self, sheet: BookSheet, desk: Sequence[BookRow], means: Means) -> None:
        self.sheet, self.desk, self.means = sheet, desk, means
        self.lines: list[SheetLine] = []
        self.notes: list[str] = []
        self._made = 0

    def meet(self, *pairs: tuple[FileKey, DeskKey]) -> tuple[dict[int, BookRow], dict[int, str]]:
        """Rows of the desk by row number, by ID and then by these keys; problems of IDs by row number."""
        found, wrong, strange = by_id(self.sheet.rows, self.desk)
        if strange:
            was = "ID of one row is" if strange == 1 else f"IDs of {strange:,} rows are"
            self.notes.append(
                f"The {was} not of this desk (sheet “{self.sheet.name}”): what the row says tells "
                "which it is."
            )
        by_keys([row for row in self.sheet.rows if row.number not in wrong], self.desk, found, pairs)
        return found, wrong

    def workstream(self, row: FileRow, known: BookRow | None, column: str = "Workstream") -> tuple[str, str]:
        """(ref, "") of the workstream a cell names, made if nobody knows it; ("", why not)."""
        name = row.get(column)
        own = known.owner_id if known is not None and column == "Workstream" else None
        if not name and own:
            return own, ""
        if not name:
            return "", f"The row names no {column} ({row.place(column)})."
        ref = self.means.streams.named(name, self.sheet.name, row.number, None, own=own)
        if ref is None:
            return "", f"Workstream “{name}” must be decided on first ({row.place(column)})."
        return ref, ""

    def new_ref(self) -> str:
        """A ref for a row that is to be made."""
        self._made += 1
        return f"{NEW}{self.sheet.name}-{self._made}"

    def changed(
        self, row: FileRow, known: BookRow, said: Mapping[str, str], needed: Collection[str] = ()
    ) -> dict[str, tuple[str, str]]:
        """The columns whose texts differ from the desk's and may be taken: (old, new).

        Cells emptied in a row with its ID count as the policy has it, but for columns that are `needed`.
        """
        changes: dict[str, tuple[str, str]] = {}
        for column, new in said.items():
            old = known.cells.get(column, "")
            if new != shown(column, old):
                note_change(changes, column, old, new, self.means.may_replace(row, known))
        if row.id == known.id:
            emptied = [c for c in said if c not in needed and not row.get(c) and not row.leaves(c)]
            held = {column: known.cells.get(column, "") for column in emptied}
            self.means.streams.clearing.note(changes, row.sheet, held)
        return changes

    def line(
        self,
        row: FileRow,
        known: BookRow | None,
        text: str,
        workstream: str | None,
        values: Mapping[str, str | None],
        changes: Changes | None = None,
        messages: Sequence[str] = (),
        owner: str = "",
    ) -> str:
        """A row that is taken; its ref."""
        verdict: LineVerdict = "new" if known is None else "changed" if changes else "same"
        ref = known.id if known is not None else self.new_ref()
        said = (*row.source.faults, *messages)
        self.lines.append(
            SheetLine(
                row.sheet, row.number, verdict, ref, text, workstream, owner, values, changes or {}, said
            )
        )
        return ref

    def problem(self, row: FileRow, text: str, why: str) -> None:
        """A row that cannot be taken."""
        said = (why, *row.source.faults)
        self.lines.append(SheetLine(row.sheet, row.number, "problem", "", text, messages=said))

    def date(self, row: FileRow, column: str) -> tuple[str, str]:
        """A day, month or year as ISO, ("", why) for a cell that is none."""
        written = row.get(column)
        if not written:
            return "", ""
        if len(written) == 4 and written.isdecimal():
            return written, ""
        found = cell_dates.iso_date(row.source.cells.get(column), self.means.order)
        if found:
            return found, ""
        return "", f"“{written}” is no date; write 2026-05-28, 2026-05 or 2026 ({row.place(column)})."
