"""The sheet Names: other names of workstreams, from day to day."""

from collections.abc import Mapping

from emgdesk.domain.folding import fold
from emgdesk.domain.terms import ends_before_it_begins
from emgdesk.importing.sheets.book_rows import FileRow
from emgdesk.importing.workplans.plan import SheetLine
from emgdesk.importing.workplans.sheets import SheetPlanner


class NamePlanner(SheetPlanner):
    """Plans the rows; afterwards the index of workstreams knows their names."""

    def plan(self) -> None:
        """Take every row."""
        found, wrong = self.meet()
        held = {(row.owner_id, fold(row.cells["Name"])): row for row in self.desk}
        taken = {row.id for row in found.values()}
        seen: dict[tuple[str, str], int] = {}
        for row in self.sheet.rows:
            name, text = row.get("Name"), _text(row)
            since, bad_since = self.date(row, "Since")
            until, bad_until = self.date(row, "Until")
            known = found.get(row.number)
            ref, nobody = ("", "") if row.number in wrong else self.workstream(row, known)
            if known is None and ref and (match := held.get((ref, fold(name)))) and match.id not in taken:
                known = match
            said = {"Name": name, "Since": since, "Until": until}
            changes = self.changed(row, known, said, needed=("Name",)) if known is not None else {}
            held_now = known.cells if known is not None else said
            now = {column: changes[column][1] if column in changes else held_now[column] for column in said}
            bad = wrong.get(row.number) or nobody or bad_since or bad_until
            why = bad or self._fault(row, ref, now)
            first = seen.setdefault((ref, fold(name)), row.number) if ref else row.number
            if not why and first != row.number:
                why = f"The name stands in row {first} already ({row.place('Name')})."
            if why:
                self.problem(row, text, why)
                continue
            if known is None and self.means.streams.is_called(ref, name):
                self.lines.append(self._own(row, ref, text))
                continue
            self.means.streams.index.add_dated(ref, name, now["Since"], now["Until"])
            fields = {"Name": "name", "Since": "since", "Until": "until"}
            values = {fields[c]: said[c] for c in (changes if known is not None else said)}
            self.line(row, known, text, ref, values, changes)

    def _fault(self, row: FileRow, ref: str, now: Mapping[str, str]) -> str:
        name = row.get("Name")
        if not name:
            return f"The row holds no Name ({row.place('Name')})."
        if ends_before_it_begins(now["Since"], now["Until"]):
            return f"The name ends before it begins ({row.place('Until')})."
        other = self.means.streams.bearer(name, ref)
        return f"“{name}” is already a name of “{other}” ({row.place('Name')})." if other else ""

    def _own(self, row: FileRow, ref: str, text: str) -> SheetLine:
        said = (f"It is the name of the workstream itself ({row.place('Name')}).",)
        return SheetLine(row.sheet, row.number, "same", "", text, ref, messages=said)


def _text(row: FileRow) -> str:
    return ": ".join(part for part in (row.get("Workstream"), row.get("Name")) if part)
