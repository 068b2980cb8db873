"""The sheet Paragraphs against the report of the desk."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from emgdesk.domain import report_texts
from emgdesk.domain.folding import words
from emgdesk.domain.meeting_books import SUBSECTIONS, BookRow, MeetingBook
from emgdesk.importing.matching.book_rows import by_id, by_keys, by_likeness
from emgdesk.importing.meetings.agenda import labels_of, strange_ids
from emgdesk.importing.meetings.collecting import Changes, Collector, Values
from emgdesk.importing.meetings.headings import Headings, Path
from emgdesk.importing.meetings.ordering import Placed, left_told, move, moved_told
from emgdesk.importing.meetings.plan import MEETING_REF
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, key_of, shown

_PLAIN = {"Speaker": "speaker", "Entity": "entity"}
_FILL = {"Fill": "fill"}
_MARK = re.compile(r"\[\^(\d{1,3})\]")
_ALIKE = 65  # texts that are wordings of one paragraph


class ParagraphPlanner:
    """Plans the rows; `numbers` leads from a number of the agenda to its ref, `actions` are the headings
    of the sections of actions, `wordings` those of actions this very file makes.
    """

    def __init__(
        self,
        sheet: BookSheet,
        book: MeetingBook,
        numbers: Mapping[tuple[str, ...], str],
        actions: Headings,
        wordings: Mapping[str, str],
        to: Collector,
    ) -> None:
        self._sheet, self._book, self._to = sheet, book, to
        self._numbers, self._actions, self._wordings = numbers, actions, wordings
        self._pathed = _pathed(sheet)
        self._wrong: dict[int, str] = {}
        self._order: dict[str, list[Placed]] = defaultdict(list)  # section -> paragraphs of the file
        self._fresh: set[str] = set()  # sections something is new or moved in
        self._items: dict[str, list[str]] = {}
        self._items_row: dict[str, int] = {}
        self._made_sections: list[tuple[str, Path]] = []

    def plan(self) -> None:
        """Take every row."""
        found = self._find()
        self._sections = Headings(
            self._book.report_sections, self._pathed,
            [(row, found[row.number]) for row in self._sheet.rows if row.number in found],
        )  # fmt: skip
        for ref, heading in self._sections.renamed.items():
            if self._to.may_change:
                self._to.write("report_section", ref, heading=heading)
        for row in self._sheet.rows:
            said = self._wrong.get(row.number) or self._fault(row, found.get(row.number))
            if said:
                self._to.problem(row, said, "", row.get("Text") or row.get("Section"))
            else:
                self._take(row, found.get(row.number))
        self._finish()

    def _find(self) -> dict[int, BookRow]:
        found, self._wrong, strange = by_id(self._sheet.rows, self._book.paragraphs)
        if strange:
            self._to.notes.append(strange_ids(strange, "Paragraphs"))
        rows = [row for row in self._sheet.rows if row.number not in self._wrong]

        def section(row: FileRow) -> Path:
            return tuple(map(key_of, self._pathed.get(row.number, ())))

        def desk_section(row: BookRow) -> Path:
            below = row.cells["Subsection"]
            return tuple(map(key_of, (row.cells["Section"], *(below.split(SUBSECTIONS) if below else ()))))

        by_keys(
            rows,
            self._book.paragraphs,
            found,
            (
                (
                    lambda r: (section(r), _kind(r), key_of(r.get("Text"))),
                    lambda k: (desk_section(k), k.cells.get("Kind", ""), key_of(k.cells.get("Text", ""))),
                ),
                (
                    lambda r: len(r.get("Text")) > 40 and key_of(r.get("Text")),
                    lambda k: key_of(k.cells.get("Text", "")),
                ),
            ),
        )
        by_likeness(rows, self._book.paragraphs, found, ((section, desk_section, _ALIKE),))
        return found

    def _fault(self, row: FileRow, known: BookRow | None) -> str:
        if not self._pathed.get(row.number):
            return f"The row has no Section ({row.place('Section')})."
        heading_only = not any(row.get(column) for column in ("Text", "Kind", "Fill"))
        if known is not None and known.is_section and not heading_only:
            return f"The ID is that of a section, not of a paragraph ({row.place('ID')})."
        kind = _kind(row)
        if kind == "actions" and row.get("Text") and self._actions.of((row.get("Text"),)) is None:
            return f"“{row.get('Text')}” is no heading of actions ({row.place('Text')})."
        may_be_empty = kind == "deliverables" or follows(row.get("Fill"))
        if known is None and not heading_only and not row.get("Text") and not may_be_empty:
            return f"The {kind} has no Text ({row.place('Text')})."
        return ""

    def _section(self, path: Path) -> str:
        ref = self._sections.of(path)
        if ref is None:
            parent = self._section(path[:-1]) if len(path) > 1 else None
            ref = self._to.make("report_section", meeting_id=MEETING_REF, parent_id=parent, heading=path[-1])
            self._sections.add(path, ref)
            self._made_sections.append((ref, path))
        return ref

    def _take(self, row: FileRow, known: BookRow | None) -> None:
        path = self._pathed[row.number]
        section = self._section(path)
        changes: Changes = {}
        messages = self._read_items(row, section)
        if known is None and not any(row.get(column) for column in ("Text", "Kind", "Fill")):
            known = self._known_section(section, path)
            self._head(row, known, section, path, changes, messages)
            return
        if known is not None and known.is_section:
            self._head(row, known, section, path, changes, messages)
            return
        messages += _notes_of(row)
        if known is None:
            ref = self._make(row, section)
            if _kind(row) == "deliverables":
                messages.append(f"A workbook holds no deliverables: enter them again ({row.place('Kind')}).")
        else:
            ref = known.id
            self._change(row, known, section, path, changes, messages)
        self._order[section].append((row, ref))
        self._note_items(row, section, known, changes)
        self._to.line(row, known, changes, messages, "", row.get("Text") or path[-1])

    def _known_section(self, ref: str, path: Path) -> BookRow | None:
        if all(section.id != ref for section in self._book.report_sections):
            return None
        rows = (row for row in self._book.paragraphs if row.owner_id == ref)
        items = next((row.cells.get("Items", "") for row in rows), "")
        cells = {"Section": path[0], "Subsection": SUBSECTIONS.join(path[1:]), "Items": items}
        return BookRow(ref, cells, owner_id=ref)

    def _head(
        self,
        row: FileRow,
        known: BookRow | None,
        section: str,
        path: Path,
        changes: Changes,
        messages: list[str],
    ) -> None:
        """A row that shows a section alone."""
        self._note_path(known, section, path, changes)
        self._note_items(row, section, known, changes)
        self._to.line(row, known, changes, messages, "", path[-1])

    # --- paragraphs -----------------------------------------------------------------------------

    def _make(self, row: FileRow, section: str) -> str:
        kind, text = _kind(row), row.get("Text")
        values: Values = {name: row.get(column) for column, name in _PLAIN.items()}
        if kind == "actions":
            values["action_section_id"] = self._actions.of((text,))
        elif kind == "conclusion" and text in self._wordings:
            values["action_id"] = self._wordings[text]
            self._to.write("action", self._wordings[text], made_in_room=1)
        else:
            fill, frozen = read_fill(row.get("Fill"))
            values |= {"text": "" if fill and not frozen else text, "fill": fill, "frozen": int(frozen)}
        ref = self._to.make("paragraph", section_id=section, kind=kind, **values)
        for at, note in enumerate(_lines(row.get("Footnotes")), 1):
            self._to.make("footnote", paragraph_id=ref, position=at, text=note)
        self._fresh.add(section)
        return ref

    def _change(
        self, row: FileRow, known: BookRow, section: str, path: Path, changes: Changes, messages: list[str]
    ) -> None:
        said = dict(row.cells)
        if "Kind" in said:
            said["Kind"] = _kind(row)
        values = self._to.changed_texts(said, known, {**_PLAIN, "Kind": "kind"}, changes, row)
        values |= self._fill(row, known, changes) or self._text(row, known, changes, messages)
        if section != known.owner_id and self._to.may_change:
            values["section_id"] = section
            self._fresh.add(section)
        self._note_path(known, section, path, changes)
        if values:
            self._to.write("paragraph", known.id, **values)
        notes = self._to.changed_texts(row.cells, known, {"Footnotes": "notes"}, changes, row)
        if notes:
            self._set_notes(known, _lines(row.get("Footnotes")))

    def _fill(self, row: FileRow, known: BookRow, changes: Changes) -> Values:
        """A sentence that follows the data from now on, or no longer."""
        fill, frozen = read_fill(row.get("Fill"))
        told = f"{fill}, frozen" if fill and frozen else fill
        if not fill or known.decision_id or not self._to.changed_texts({"Fill": told}, known, _FILL, changes):
            return {}
        text = row.get("Text") or known.cells.get("Text", "")
        return {"fill": fill, "frozen": int(frozen), "text": text if frozen else ""}

    def _text(self, row: FileRow, known: BookRow, changes: Changes, messages: list[str]) -> Values:
        """The text of a paragraph goes where it stands: here, in its decision, in the name of its actions."""
        new = self._to.changed_texts(row.cells, known, {"Text": "text"}, changes)
        if not new:
            return {}
        if known.fixed:
            del changes["Text"]
            messages.append(known.fixed)
            return {}
        if known.decision_id:
            column = "adopted_text" if known.adopted else "text"
            self._to.write("action", known.decision_id, **{column: new["text"]})
            return {}
        if _kind(row) == "actions":
            return {"action_section_id": self._actions.of((row.get("Text"),)), "text": ""}
        return new

    def _set_notes(self, known: BookRow, notes: list[str]) -> None:
        for at, text in enumerate(notes):
            if at < len(known.parts):
                self._to.write("footnote", known.parts[at], text=text)
            else:
                self._to.make("footnote", paragraph_id=known.id, position=at + 1, text=text)
        for key in known.parts[len(notes) :]:
            self._to.remove("footnote", key)

    def _note_path(self, known: BookRow | None, section: str, path: Path, changes: Changes) -> None:
        if known is None or not self._to.may_change:
            return
        if section == known.owner_id and not self._sections.renamed:
            return
        told = {"Section": path[0], "Subsection": SUBSECTIONS.join(path[1:])}
        for column, new in told.items():
            if shown(column, known.cells.get(column, "")) != new:
                changes[column] = (known.cells.get(column, ""), new)

    # --- items of the agenda --------------------------------------------------------------------

    def _read_items(self, row: FileRow, section: str) -> list[str]:
        messages = []
        for written in re.split(r"[,;&\n]|\band\b", row.get("Items")):
            labels = labels_of(re.sub(r"(?i)\bitems?\b", "", written))
            if not labels:
                continue
            ref = self._numbers.get(labels)
            if ref is None:
                messages.append(f"There is no item {'.'.join(labels)} on the agenda ({row.place('Items')}).")
                continue
            items = self._items.setdefault(section, [])
            if ref not in items:
                items.append(ref)
            self._items_row.setdefault(section, row.number)
        return messages

    def _note_items(self, row: FileRow, section: str, known: BookRow | None, changes: Changes) -> None:
        """The first row of a section that names items tells what changes in them."""
        if self._items_row.get(section) != row.number or known is None or not self._to.may_change:
            return
        own = next((s for s in self._book.report_sections if s.id == section), None)
        wanted = self._wanted(section)
        if own is not None and set(wanted) != set(own.items):
            first = next((r for r in self._book.paragraphs if r.owner_id == section), known)
            was, now = first.cells.get("Items", ""), row.get("Items")
            if was == now:  # the numbers are those of other items now
                was, now = self._titles(own.items), self._titles(wanted)
            changes["Items"] = (was, now)

    def _titles(self, refs: Iterable[str]) -> str:
        titles = {item.id: item.cells["Title"] for item in self._book.agenda}
        return "; ".join(titles.get(ref, "a new item") for ref in refs)

    def _wanted(self, section: str) -> list[str]:
        """The items all rows of the file name for a section."""
        wanted: list[str] = []
        for row in self._sheet.rows:
            if self._sections.of(self._pathed.get(row.number, ())) == section:
                for written in re.split(r"[,;&\n]|\band\b", row.get("Items")):
                    ref = self._numbers.get(labels_of(re.sub(r"(?i)\bitems?\b", "", written)))
                    if ref is not None and ref not in wanted:
                        wanted.append(ref)
        return wanted

    # --- order ----------------------------------------------------------------------------------

    def _finish(self) -> None:
        held = {section.id: section.items for section in self._book.report_sections}
        for section, items in self._items.items():
            if section in held and not self._to.may_change:
                continue
            old = held.get(section, ())
            for item in items:
                if item not in old:
                    self._to.make("section_item", section_id=section, agenda_item_id=item)
            for item in old:
                if item not in items:
                    self._to.remove("section_item", f"{section}/{item}")
        for section in self._order:
            self._place(section)
        self._place_sections()

    def _place(self, section: str) -> None:
        """The order of the file where it has all paragraphs of a section, else that of the desk."""
        placed = self._order[section]
        order = [ref for _, ref in placed]
        gone = {ref for other, rows in self._order.items() if other != section for _, ref in rows}
        desk = [ref for ref in self._desk_order(section) if ref not in gone or not self._to.may_change]
        moved = move(placed, desk) if self._to.may_change else "none"
        if moved == "moved":
            self._to.notes.append(moved_told(placed[0][0]))
            self._to.place("paragraph", order)
            return
        if moved == "left":
            self._to.notes.append(left_told(placed[0][0]))
        if section in self._fresh:
            self._to.place("paragraph", _merged(order, desk))

    def _desk_order(self, section: str) -> list[str]:
        return [row.id for row in self._book.paragraphs if row.owner_id == section and not row.is_section]

    def _place_sections(self) -> None:
        parents: dict[str | None, list[str]] = defaultdict(list)
        for row in self._sheet.rows:
            path = self._pathed.get(row.number, ())
            for depth in range(1, len(path) + 1):
                ref = self._sections.of(path[:depth])
                above = self._sections.of(path[: depth - 1]) if depth > 1 else None
                if ref is not None and ref not in parents[above]:
                    parents[above].append(ref)
        new = {ref for ref, _ in self._made_sections}
        for above, refs in parents.items():
            if new.intersection(refs):
                desk = [s.id for s in self._book.report_sections if s.parent_id == above]
                self._to.place("report_section", _merged(refs, desk))


def _merged(of_file: list[str], of_desk: list[str]) -> list[str]:
    """What the desk has in its order, what is new behind the row before it in the file."""
    order = list(of_desk)
    for at, ref in enumerate(of_file):
        if ref not in order:
            before = of_file[at - 1] if at else None
            after = next((one for one in of_file[at:] if one in order), None)
            if before is not None:
                order.insert(order.index(before) + 1, ref)
            else:
                order.insert(order.index(after) if after is not None else len(order), ref)
    return order


def read_fill(written: str) -> tuple[str, bool]:
    """What a sentence tells of the data, and whether it is kept as it reads: "closing, frozen"."""
    plain = words(written)
    frozen = "frozen" in plain
    fill = " ".join(word for word in plain if word != "frozen")
    return (fill, frozen) if fill in report_texts.FILLS else ("", False)


def follows(written: str) -> bool:
    """Whether such a sentence is made from the data."""
    fill, frozen = read_fill(written)
    return bool(fill) and not frozen


def _kind(row: FileRow) -> str:
    return report_texts.kind(row.get("Kind")) or "paragraph"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _notes_of(row: FileRow) -> list[str]:
    """Sentences on a kind nobody knows and on footnotes that do not fit their marks."""
    said = []
    if row.get("Kind") and not report_texts.kind(row.get("Kind")):
        kinds = ", ".join(report_texts.KINDS)
        said.append(
            f"“{row.get('Kind')}” is no Kind and is taken as a paragraph; kinds are {kinds} "
            f"({row.place('Kind')})."
        )
    if row.get("Fill") and not read_fill(row.get("Fill"))[0]:
        fills = ", ".join(report_texts.FILLS)
        said.append(f"“{row.get('Fill')}” fills no sentence; write {fills} ({row.place('Fill')}).")
    count = len(_lines(row.get("Footnotes")))
    marks = {int(mark) for mark in _MARK.findall(row.get("Text"))}
    text, notes = row.place("Text"), row.place("Footnotes")
    said += [
        f"The mark [^{n}] has no line in Footnotes ({text})." for n in sorted(marks) if not 1 <= n <= count
    ]
    loose = [n for n in range(1, count + 1) if n not in marks and row.get("Text")]
    said += [f"Line {n} of Footnotes has no mark [^{n}] in the Text ({notes})." for n in loose]
    return said


def _pathed(sheet: BookSheet) -> dict[int, Path]:
    """The headings over each row: its own, or those of the row above where it names none."""
    pathed: dict[int, Path] = {}
    last: Path = ()
    for row in sheet.rows:
        below = tuple(
            part.strip() for part in row.get("Subsection").split(SUBSECTIONS.strip()) if part.strip()
        )
        if row.get("Section"):
            last = (row.get("Section"), *below)
        elif below and last:
            last = (last[0], *below)
        if last:
            pathed[row.number] = last
    return pathed
