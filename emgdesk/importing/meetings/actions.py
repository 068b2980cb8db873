"""The sheet Actions against the actions of the desk."""

from collections import defaultdict
from collections.abc import Mapping

from emgdesk.domain.folding import words
from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.numbering import LabelStyle
from emgdesk.domain.outcomes import outcome_fault
from emgdesk.domain.outline import label_style
from emgdesk.domain.statuses import OUTCOMES
from emgdesk.importing.matching.book_rows import by_id, by_keys, by_likeness
from emgdesk.importing.meetings.agenda import labels_of, strange_ids
from emgdesk.importing.meetings.collecting import Changes, Collector, Values
from emgdesk.importing.meetings.headings import Headings, likely_section
from emgdesk.importing.meetings.plan import MEETING_REF
from emgdesk.importing.meetings.reservations import plan_reservations
from emgdesk.importing.meetings.trees import Arrangement, Branch, Spot, arrange
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, key_of

STYLES: tuple[LabelStyle, ...] = ("a", "i", "1", "A", "I")
"""Label styles of actions by level, where a branch says none."""
_PLAIN = {"Text": "text", "Adopted text": "adopted_text", "Outcome": "outcome"}
_OUTCOMES = {
    **{outcome: outcome for outcome in OUTCOMES},
    "draft": "drafted", "proposed": "suggested", "suggestion": "suggested", "agreed": "approved",
    "adopted": "approved", "endorsed": "approved", "accepted": "approved", "approved as proposed": "approved",
    "approved with changes": "amended", "approved as amended": "amended", "adopted as amended": "amended",
    "changed": "amended", "postponed": "deferred", "dropped": "withdrawn", "rejected": "withdrawn",
    "not approved": "withdrawn", "deleted": "withdrawn",
}  # fmt: skip
_ALIKE_LABELLED, _ALIKE = 60, 75  # texts that are wordings of one action, under one label and under two


class ActionPlanner:
    """Plans the rows; afterwards `refs` leads from heading and label to the ref of an action."""

    def __init__(self, sheet: BookSheet, book: MeetingBook, collector: Collector) -> None:
        self._sheet = sheet
        self._book = book
        self._to = collector
        self._rows = {row.id: row for row in book.actions}
        self._sections = {section.id: section for section in book.action_sections}
        self._wrong: dict[int, str] = {}
        self._headed = _headed(sheet)
        self._new_sections: dict[str, tuple[str, FileRow]] = {}
        self._styled: dict[str, LabelStyle] = {}
        self.section_of: dict[str, str] = {}  # ref of an action -> of its section
        self.streams: dict[str, str | None] = {}  # ref of a section -> of its workstream, as the file says
        self.refs: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        self.wordings: dict[str, str] = {}  # key of a wording -> ref of a new action

    def plan(self) -> Headings:
        """Take every row; the sections by heading, new ones included."""
        found = self._find()
        self.headings = Headings(
            self._book.action_sections,
            {number: (heading,) for number, heading in self._headed.items()},
            [(row, found[row.number]) for row in self._sheet.rows if row.number in found],
        )
        self._correct_headings(found)
        spots = self._spots(found)
        desk: dict[Branch, list[BookRow]] = defaultdict(list)
        for row in self._book.actions:
            desk[row.owner_id, row.parent_id].append(row)
        made = arrange(spots, desk, self._style_of, "Label")
        self._write_sections(spots, made)
        self._tell_problems(spots)
        stems: dict[str, str] = {}
        for spot in spots:
            stem = spot.row.get("Stem") or stems.get(spot.branch[0], "")
            stems[spot.branch[0]] = stem
            if not spot.problem:
                self._take(spot, stem)
        self._finish(made)
        return self.headings

    def _find(self) -> dict[int, BookRow]:
        found, self._wrong, strange = by_id(self._sheet.rows, self._book.actions)
        if strange:
            self._to.notes.append(strange_ids(strange, "Actions"))
        rows = [row for row in self._sheet.rows if row.number not in self._wrong]
        text = "Text"

        def headed(row: FileRow) -> str:
            return key_of(self._headed.get(row.number, ""))

        def desk_headed(row: BookRow) -> str:
            return key_of(row.cells["Heading"])

        by_keys(
            rows,
            self._book.actions,
            found,
            (
                (
                    lambda r: (headed(r), labels_of(r.get("Label")), key_of(r.get(text))),
                    lambda k: (
                        desk_headed(k),
                        labels_of(k.cells.get("Label", "")),
                        key_of(k.cells.get(text, "")),
                    ),
                ),
                (
                    lambda r: r.get(text) and (headed(r), key_of(r.get(text))),
                    lambda k: (desk_headed(k), key_of(k.cells.get(text, ""))),
                ),
                (
                    lambda r: len(r.get(text)) > 40 and key_of(r.get(text)),
                    lambda k: key_of(k.cells.get(text, "")),
                ),
            ),
        )
        by_likeness(
            rows,
            self._book.actions,
            found,
            (
                (
                    lambda r: (headed(r), labels_of(r.get("Label"))),
                    lambda k: (desk_headed(k), labels_of(k.cells.get("Label", ""))),
                    _ALIKE_LABELLED,
                ),
                (headed, desk_headed, _ALIKE),
            ),
        )
        return found

    def _correct_headings(self, found: dict[int, BookRow]) -> None:
        """A heading nobody knows over the texts of a section nothing else of the file stands in."""
        rows: dict[str, list[FileRow]] = defaultdict(list)
        for row in self._sheet.rows:
            rows[self._headed.get(row.number, "")].append(row)
        taken = [row.owner_id for row in found.values()]
        for heading, members in rows.items():
            if heading and self.headings.of((heading,)) is None:
                section = likely_section(members, self._book.actions, taken)
                if section is not None:
                    self.headings.renamed[section] = heading
                    self.headings.add((heading,), section)
                    own = [row for row in self._book.actions if row.owner_id == section]
                    same = (lambda r: key_of(r.get("Text")), lambda k: key_of(k.cells.get("Text", "")))
                    by_keys(members, own, found, (same,))
                    by_likeness(members, own, found, ((lambda _: "", lambda _: "", _ALIKE),))

    # --- places ---------------------------------------------------------------------------------

    def _spots(self, found: Mapping[int, BookRow]) -> list[Spot]:
        spots: list[Spot] = []
        placed: dict[tuple[str, str | None, tuple[str, ...]], Spot] = {}
        opened: dict[str, str | None] = {}  # the unlettered action the next rows of a section belong to
        for row in self._sheet.rows:
            if row.number in self._wrong:
                continue
            heading, known = self._headed.get(row.number, ""), found.get(row.number)
            said = self._fault(row, heading, known)
            if said:
                self._wrong[row.number] = said
                continue
            section = self._section(row, heading)
            if known.is_section if known is not None else not row.get("Text"):
                self._take_heading(row, known, heading)
                continue
            written = known.cells["Label"] if known and row.leaves("Label") else row.get("Label")
            spot = Spot(row, known.id if known else self._to.new_ref(), known, labels_of(written))
            same_label = known is not None and labels_of(known.cells["Label"]) == spot.labels
            spot.keeps = known is not None and known.owner_id == section and same_label
            self._put(spot, section, placed, opened)
            spots.append(spot)
        return spots

    def _fault(self, row: FileRow, heading: str, known: BookRow | None) -> str:
        label = row.get("Label")
        if known is not None and known.is_section and (row.get("Text") or label):
            return f"The ID is that of a heading, not of an action ({row.place('ID')})."
        if not heading:
            return f"The action has no Heading ({row.place('Heading')})."
        if label and (not labels_of(label) or len(label) > 40):
            return f"“{label}” is no label of an action; write a, i, 1 or a.i ({row.place('Label')})."
        if known is None and not row.get("Text") and set(row.cells) - {"Workstream", "Heading"}:
            return f"The action has no Text ({row.place('Text')})."
        return ""

    def _section(self, row: FileRow, heading: str) -> str:
        ref = self.headings.of((heading,))
        if ref is None:
            ref = self._to.new_ref()
            self.headings.add((heading,), ref)
            self._new_sections[ref] = (heading, row)
        return ref

    def _put(
        self,
        spot: Spot,
        section: str,
        placed: dict[tuple[str, str | None, tuple[str, ...]], Spot],
        opened: dict[str, str | None],
    ) -> None:
        """Below which action a row stands, by the grammar of the sheet."""
        group = opened.get(section)
        if spot.keeps and spot.known is not None and len(spot.labels) > 1:
            over = placed.get((section, group, spot.labels[:-1]))
            if over is not None and over.ref != spot.known.parent_id:
                spot.keeps = False  # the file gives that label to another action than the desk
        if spot.keeps and spot.known is not None:
            spot.branch = (section, spot.known.parent_id)
            if len(spot.labels) == 1:
                group = opened[section] = spot.known.parent_id
            elif not spot.labels and spot.known.parent_id is None:
                opened[section] = spot.ref
        elif not spot.labels:
            spot.branch, opened[section] = (section, None), spot.ref
        elif len(spot.labels) == 1:
            spot.branch = (section, group)
        else:
            above = placed.get((section, group, spot.labels[:-1])) or placed.get(
                (section, None, spot.labels[:-1])
            )
            parent = above.ref if above else self._on_desk(section, spot.labels[:-1])
            spot.branch = (section, parent)
            if parent is None:
                spot.problem = (
                    f"There is no action {'.'.join(spot.labels[:-1])} for {spot.row.get('Label')} "
                    f"to stand below ({spot.row.place('Label')})."
                )
        self.section_of[spot.ref] = section
        if not spot.labels:
            self._name(spot, section)
            return
        key = (section, group, spot.labels)
        first = placed.setdefault(key, spot)
        if first is not spot and spot.row.id == spot.ref and first.row.id != first.ref:
            placed[key] = spot  # what stands below it by the file stays there
        if first is not spot and not spot.keeps:
            said = (
                f"Label {spot.row.get('Label')} stands in row {first.row.number} already "
                f"({spot.row.place('Label')})."
            )
            if spot.known is None:
                spot.problem = spot.problem or said
            else:
                spot.messages.append(said)
        elif spot.problem and first is spot:
            del placed[key]
        self._name(spot, section)

    def _name(self, spot: Spot, section: str) -> None:
        if not spot.problem:
            self.refs[section, spot.labels].append(spot.ref)

    def _on_desk(self, section: str, labels: tuple[str, ...]) -> str | None:
        rows = (row for row in self._book.actions if row.owner_id == section and not row.is_section)
        return next((row.id for row in rows if labels_of(row.cells["Label"]) == labels), None)

    def _style_of(self, branch: Branch, level: int) -> LabelStyle:
        section, parent = branch
        own = self._sections[section].style if section in self._sections else self._styled.get(section, "")
        if parent is None:
            return label_style(own, 0, STYLES)
        row = self._rows.get(parent)
        if row is not None and row.style:
            return label_style(row.style, level, STYLES)
        return label_style(own if level == 0 else "", level, STYLES)

    # --- writing --------------------------------------------------------------------------------

    def _take_heading(self, row: FileRow, known: BookRow | None, heading: str) -> None:
        ref = self.headings.of((heading,)) or ""
        if known is None and ref in self._sections:
            known = BookRow(ref, {"Heading": self._sections[ref].heading}, owner_id=ref)
        changes: Changes = {}
        if known is not None and self.headings.renamed.get(known.id) and self._to.may_change:
            changes["Heading"] = (known.cells["Heading"], heading)
        self._to.line(row, known, changes, (), "", heading)

    def _write_sections(self, spots: list[Spot], made: Arrangement) -> None:
        first: dict[str, FileRow] = {}
        for row in self._sheet.rows:
            ref = self.headings.of((self._headed.get(row.number, ""),))
            if ref is not None and (ref not in first or not first[ref].get("Workstream")):
                first[ref] = row
        for ref, (heading, row) in self._new_sections.items():
            style = made.styles.get((ref, None)) or self._inherited(ref, spots, made)
            self.streams[ref] = self._to.stream(first.get(ref, row), "Workstream")
            self._to.write(
                "action_section", ref, meeting_id=MEETING_REF, heading=heading, style=style,
                workstream_id=self.streams[ref],
            )  # fmt: skip
        for ref, heading in self.headings.renamed.items():
            if self._to.may_change:
                self._to.write("action_section", ref, heading=heading)
        if self._new_sections:
            order = [section.id for section in self._book.action_sections]
            self._to.place("action_section", [*order, *self._new_sections])

    def _inherited(self, section: str, spots: list[Spot], made: Arrangement) -> LabelStyle:
        """The style of a new section whose letters all stand below unlettered actions: theirs."""
        if any(s.branch == (section, None) and s.labels for s in spots):
            return "a"
        below = [
            made.styles.get(s.branch, "a")
            for s in spots
            if s.branch[0] == section and len(s.labels) == 1 and not s.problem
        ]
        self._styled[section] = style = below[0] if below else "a"
        for branch in [b for b, one in made.styles.items() if b[0] == section and b[1] and one == style]:
            if any(s.branch == branch and len(s.labels) == 1 for s in spots):
                del made.styles[branch]  # goes with the section
        return style

    def _tell_problems(self, spots: list[Spot]) -> None:
        for spot in spots:
            if spot.problem:
                self._wrong[spot.row.number] = spot.problem
        for row in self._sheet.rows:
            if row.number in self._wrong:
                self._to.problem(row, self._wrong[row.number], row.get("Label"), row.get("Text"))

    def _take(self, spot: Spot, stem: str) -> None:
        row, known = spot.row, spot.known
        said, messages = self._read(row, known)
        section, parent = spot.branch
        if known is None:
            self._to.write(
                "action", spot.ref, section_id=section, parent_id=parent, lettered=int(bool(spot.labels)),
                stem="" if parent else stem, text=said["Text"], outcome=said.get("Outcome", "drafted"),
                adopted_text=said.get("Adopted text", ""),
            )  # fmt: skip
            self.wordings.setdefault(said.get("Adopted text") or said["Text"], spot.ref)
        changes: Changes = {}
        if known is not None:
            self._change(spot, known, said, changes)
        plan_reservations(row, known, spot.ref, self._to, changes, messages)
        label = row.get("Label") or (known.cells["Label"] if known else "")
        self._to.line(
            row, known, changes, (*spot.messages, *messages), label,
            row.get("Text") or (known.cells["Text"] if known else ""),
        )  # fmt: skip

    def _change(self, spot: Spot, known: BookRow, said: Mapping[str, str], changes: Changes) -> None:
        row, (section, parent) = spot.row, spot.branch
        if section != known.owner_id or section in self.headings.renamed:
            self._to_note(changes, "Heading", known, self._headed[row.number])
        if spot.moved:
            self._to_note(changes, "Label", known, row.get("Label"))
            values: Values = {"section_id": section, "parent_id": parent, "lettered": int(bool(spot.labels))}
            if self._to.may_change:
                self._to.write("action", spot.ref, **values)
                self._take_along(spot.ref, section, known.owner_id)
        stream = self._to.changed_stream(row, "Workstream", known, changes)
        if stream:
            self.streams[section] = stream
            self._to.write("action_section", section, workstream_id=stream)
        fields = _PLAIN if known.parent_id else {**_PLAIN, "Stem": "stem"}
        amended = said.get("Outcome", known.cells["Outcome"]) == "amended"  # which says in what words
        texts = self._to.changed_texts(said, known, fields, changes, None if amended else row)
        if texts:
            self._to.write("action", spot.ref, **texts)

    def _to_note(self, changes: Changes, column: str, known: BookRow, new: str) -> None:
        old = known.cells[column]
        if self._to.may_change and old != new:
            changes[column] = (old, new)

    def _take_along(self, ref: str, section: str, before: str) -> None:
        """What stands below an action goes with it to another section."""
        if section == before:
            return
        for row in self._book.actions:
            if row.parent_id == ref and self.section_of.get(row.id, before) == before:
                self._to.write("action", row.id, section_id=section)
                self._take_along(row.id, section, before)

    def _read(self, row: FileRow, known: BookRow | None) -> tuple[dict[str, str], list[str]]:
        said, messages = dict(row.cells), []
        written = said.pop("Outcome", "")
        outcome = _OUTCOMES.get(" ".join(words(written)), "")
        fault = _outcome_fault(outcome, said, known) if outcome else ""
        if fault:
            messages.append(f"{fault.rstrip('.')} ({row.place('Outcome')}).")
            if known is None:
                said["Outcome"] = "approved"  # it was decided, in whatever words
        elif outcome:
            said["Outcome"] = outcome
        elif written:
            choice = ", ".join(OUTCOMES)
            messages.append(f"“{written}” is no Outcome; write {choice} ({row.place('Outcome')}).")
        return said, messages

    def _finish(self, made: Arrangement) -> None:
        for (section, parent), style in made.styles.items():
            if parent is not None:
                self._to.write("action", parent, children_style=style)
            elif section in self._sections:
                self._to.write("action_section", section, style=style)
        self._to.notes += made.notes if self._to.may_change else []
        for order in self._to.allowed(made.orders.values()):
            self._to.place("action", order)


def _outcome_fault(outcome: str, said: Mapping[str, str], known: BookRow | None) -> str:
    """Why a row cannot have its outcome; one the desk has already is left alone."""
    cells = known.cells if known is not None else {}
    if outcome == cells.get("Outcome"):
        return ""
    return outcome_fault(
        outcome,
        text=said.get("Text") or cells.get("Text", ""),
        adopted_text=said.get("Adopted text") or cells.get("Adopted text", ""),
        applied=known is not None and known.applied,
    )


def _headed(sheet: BookSheet) -> dict[int, str]:
    """The heading of each row: its own, that of its workstream, or the one of the row above."""
    headed: dict[int, str] = {}
    last = ""
    for row in sheet.rows:
        last = row.get("Heading") or (row.get("Workstream") if not last else "") or last
        headed[row.number] = last
    return headed
