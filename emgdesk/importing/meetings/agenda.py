"""The sheet Agenda against the agenda of the desk."""

import re
from collections import defaultdict
from collections.abc import Sequence

from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.numbering import LabelStyle
from emgdesk.domain.outline import label_style
from emgdesk.importing.matching.book_rows import by_id, by_keys, by_likeness
from emgdesk.importing.meetings.collecting import Changes, Collector
from emgdesk.importing.meetings.papers import DocumentIndex
from emgdesk.importing.meetings.plan import MEETING_REF
from emgdesk.importing.meetings.trees import Arrangement, Branch, Spot, arrange
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, key_of

_PLAIN = {
    "Title": "title", "Presenter": "presenter", "Presented by": "presented_by", "Notes": "notes",
    "Draft conclusion": "draft_conclusion",
}  # fmt: skip
_TIMES = {"Start": "start_time", "End": "end_time"}
_ALIKE = 50  # titles under one number, the one a corrected wording of the other
_PART = re.compile(r"[0-9]+|[A-Za-z]+")
_BETWEEN = re.compile(r"[\s.()\[\]:\-–—/]*")


def labels_of(written: str) -> tuple[str, ...]:
    """The labels of a number as written: "4.1.a" -> ("4", "1", "a"); () for what is no number."""
    parts = _PART.findall(written)
    rest = _PART.sub("", written)
    return tuple(part.lstrip("0") or part for part in parts) if _BETWEEN.fullmatch(rest) else ()


class AgendaPlanner:
    """Plans the rows; afterwards `numbers` leads from a number in the file to the ref of its item."""

    def __init__(
        self, sheet: BookSheet, book: MeetingBook, collector: Collector, papers: DocumentIndex
    ) -> None:
        self._sheet = sheet
        self._papers = papers
        self._book = book
        self._to = collector
        self._rows = {row.id: row for row in book.agenda}
        self.numbers: dict[tuple[str, ...], str] = {}

    def plan(self) -> None:
        """Take every row."""
        spots, wrong = self._spots()
        desk: dict[Branch, list[BookRow]] = defaultdict(list)
        for held in self._book.agenda:
            desk["", held.parent_id].append(held)
        made = arrange(spots, desk, self._style_of, "Number")
        lines = {spot.row.number: spot for spot in spots}
        for row in self._sheet.rows:
            spot = lines.get(row.number)
            said = wrong.get(row.number) or (spot.problem if spot else "")
            if said:
                self._to.problem(row, said, row.get("Number"), row.get("Title"))
        for spot in sorted(spots, key=lambda s: (s.known is not None, len(s.labels))):
            if not spot.problem:
                self._take(spot, made)
        self._finish(made)

    def _spots(self) -> tuple[list[Spot], dict[int, str]]:
        found, wrong, strange = by_id(self._sheet.rows, self._book.agenda)
        if strange:
            self._to.notes.append(strange_ids(strange, "Agenda"))

        def number(row: FileRow) -> tuple[str, ...]:
            return labels_of(row.get("Number"))

        def title(row: FileRow) -> str:
            return key_of(row.get("Title"))

        def desk_number(row: BookRow) -> tuple[str, ...]:
            return labels_of(row.cells["Number"])

        def desk_title(row: BookRow) -> str:
            return key_of(row.cells["Title"])

        whole = (lambda r: (number(r), title(r)), lambda k: (desk_number(k), desk_title(k)))
        pairs = (whole, (title, desk_title))
        rows = [row for row in self._sheet.rows if row.number not in wrong]
        by_keys(rows, self._book.agenda, found, pairs)
        by_likeness(rows, self._book.agenda, found, ((number, desk_number, _ALIKE),), "Title")
        spots = []
        for row in rows:
            known = found.get(row.number)
            if not row.get("Title") and known is None:
                wrong[row.number] = f"The item has no Title ({row.place('Title')})."
                continue
            said = self._number(row)
            if said:
                wrong[row.number] = said
                continue
            unread = known is not None and "Number" in row.source.unread
            written = known.cells["Number"] if known and unread else row.get("Number")
            spots.append(Spot(row, known.id if known else self._to.new_ref(), known, labels_of(written)))
        self._place(spots)
        return spots, wrong

    def _number(self, row: FileRow) -> str:
        written = row.get("Number")
        if written and (not labels_of(written) or any(len(part) > 7 for part in labels_of(written))):
            return (
                f"“{written}” is no number of an agenda item; write 3, 3.a or 4.1.a ({row.place('Number')})."
            )
        return ""

    def _place(self, spots: list[Spot]) -> None:
        """Below which item each row stands: by its number, where that is another than the desk's."""
        on_desk = {labels_of(r.cells["Number"]): r.id for r in self._book.agenda if r.cells["Number"]}
        has_numbers = "Number" in self._sheet.columns
        for spot in spots:
            if not spot.labels and not has_numbers and spot.known is None:
                spot.labels = (str(1 + sum(bool(s.labels) for s in spots[: spots.index(spot)])),)
        self._claim(spots)
        for spot in spots:
            known = spot.known
            old = labels_of(known.cells["Number"]) if known else ()
            above = self.numbers.get(spot.labels[:-1])
            stays = above is None or above == on_desk.get(spot.labels[:-1])  # the file numbers it so too
            unsaid = spot.row.leaves("Number")
            spot.keeps = known is not None and (unsaid or (old == spot.labels and stays))
            if spot.keeps and known is not None:
                spot.branch = ("", known.parent_id)
            elif len(spot.labels) > 1:
                parent = above or on_desk.get(spot.labels[:-1])
                spot.branch = ("", parent)
                if parent is None and not spot.problem:
                    above = ".".join(spot.labels[:-1])
                    spot.problem = (
                        f"There is no item {above} for {spot.row.get('Number')} to stand below "
                        f"({spot.row.place('Number')})."
                    )
        for labels, ref in on_desk.items():
            self.numbers.setdefault(labels, ref)

    def _claim(self, spots: list[Spot]) -> None:
        """Whose each number of the file is: the first row's with an ID, else the first one's."""
        rows: dict[tuple[str, ...], Spot] = {}
        for spot in (s for s in spots if s.labels):
            first = rows.setdefault(spot.labels, spot)
            if first is spot:
                continue
            said = (
                f"Number {spot.row.get('Number')} stands in row {first.row.number} already "
                f"({spot.row.place('Number')})."
            )
            if spot.known is None:
                spot.problem = said
            else:
                spot.messages.append(said)
                if spot.row.id == spot.ref and first.row.id != first.ref:
                    rows[spot.labels] = spot
        self.numbers |= {labels: spot.ref for labels, spot in rows.items()}

    def _style_of(self, branch: Branch, level: int) -> LabelStyle:
        parent = self._rows.get(branch[1] or "")
        own = parent.style if parent else "" if branch[1] else self._book.agenda_style
        return label_style(own, level)

    def _take(self, spot: Spot, made: Arrangement) -> None:
        row, known = spot.row, spot.known
        said, messages = self._times(row)
        changes: Changes = {}
        papers = self._named_papers(row, messages)
        if known is None:
            self._to.write(
                "agenda_item", spot.ref, meeting_id=MEETING_REF, parent_id=spot.branch[1],
                numbered=int(bool(spot.labels)), workstream_id=self._to.stream(row, "Workstream"),
                **{name: said.get(column, "") for column, name in (_PLAIN | _TIMES).items()},
            )  # fmt: skip
            self._put_papers(spot.ref, (), papers)
        else:
            if spot.moved and self._to.may_change:
                changes["Number"] = (known.cells["Number"], row.get("Number"))
                self._to.write(
                    "agenda_item", spot.ref, parent_id=spot.branch[1], numbered=int(bool(spot.labels))
                )
            values = self._to.changed_texts(said, known, _PLAIN | _TIMES, changes, row)
            stream = self._to.changed_stream(row, "Workstream", known, changes)
            if stream:
                values["workstream_id"] = stream
            if self._to.clears(row, known, "Workstream"):
                changes["Workstream"] = (known.cells["Workstream"], "")
                values["workstream_id"] = None
            if values:
                self._to.write("agenda_item", spot.ref, **values)
            self._change_papers(row, known, papers, changes)
        label = row.get("Number") or (known.cells["Number"] if known else "")
        title = row.get("Title") or (known.cells["Title"] if known else "")
        self._to.line(row, known, changes, (*spot.messages, *messages), label, title)

    def _named_papers(self, row: FileRow, messages: list[str]) -> list[str]:
        """The refs of the documents a row names, and sentences on those nobody knows."""
        refs: list[str] = []
        for written in filter(None, map(str.strip, re.split(r"[;\n]", row.get("Documents")))):
            ref = self._papers.find(written)
            if ref is None:
                place = row.place("Documents")
                messages.append(f"There is no document “{written}” in the register ({place}).")
            elif ref not in refs:
                refs.append(ref)
        return refs

    def _change_papers(self, row: FileRow, known: BookRow, papers: list[str], changes: Changes) -> None:
        """The documents of an item of the desk: those the row names, none where its cell was emptied."""
        cleared = self._to.clears(row, known, "Documents")
        if not (papers or cleared) or set(papers) == set(known.parts) or not self._to.may_change:
            return
        changes["Documents"] = (known.cells["Documents"], row.get("Documents"))
        self._put_papers(known.id, known.parts, papers)

    def _put_papers(self, item: str, held: Sequence[str], papers: Sequence[str]) -> None:
        for ref in papers:
            if ref not in held:
                self._to.make("agenda_document", agenda_item_id=item, document_id=ref)
        for ref in held:
            if ref not in papers:
                self._to.remove("agenda_document", f"{item}/{ref}")

    def _times(self, row: FileRow) -> tuple[dict[str, str], list[str]]:
        """The texts of a row with its times as HH:MM, and sentences on times that are none."""
        said, messages = dict(row.cells), []
        for column in _TIMES:
            written = said.pop(column, "")
            clock = cell_dates.clock_time(row.source.cells.get(column)) if written else ""
            if clock:
                said[column] = clock
            elif written:
                messages.append(f"“{written}” is no time of day; write 15:10 ({row.place(column)}).")
        if said.get("Start", "") > said.get("End", "99"):
            messages.append(
                f"The item ends at {said['End']}, before it starts at {said['Start']} ({row.place('End')})."
            )
        return said, messages

    def _finish(self, made: Arrangement) -> None:
        for (_, parent), style in made.styles.items():
            if parent is None:
                self._to.write("meeting", MEETING_REF, agenda_style=style)
            else:
                self._to.write("agenda_item", parent, children_style=style)
        self._to.notes += made.notes if self._to.may_change else []
        for order in self._to.allowed(made.orders.values()):
            self._to.place("agenda_item", order)


def strange_ids(count: int, sheet: str) -> str:
    """The sentence on rows whose IDs are those of another meeting or desk."""
    one = count == 1
    rows = "The ID of one row" if one else f"The IDs of {count:,} rows"
    was = "is not" if one else "are not"
    return f"{rows} of sheet “{sheet}” {was} of this meeting: what they say tells which rows they are."
