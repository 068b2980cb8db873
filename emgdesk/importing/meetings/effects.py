"""The sheet Effects against the effects of the desk's actions."""

from collections import defaultdict
from collections.abc import Mapping

from emgdesk.domain.mandates import OF_TWO, event
from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.importing.matching.book_rows import by_id, by_keys
from emgdesk.importing.meetings.actions import ActionPlanner
from emgdesk.importing.meetings.agenda import labels_of, strange_ids
from emgdesk.importing.meetings.collecting import Changes, Collector, Values
from emgdesk.importing.meetings.headings import Headings
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, key_of

_STREAMS = {"Workstream": "workstream", "Other workstream": "other_workstream"}
_PLAIN = {"New name": "new_name", "New kind": "new_kind", "Until": "until"}


class EffectPlanner:
    """Plans the rows; `actions` is None where the file has no sheet Actions."""

    def __init__(
        self,
        sheet: BookSheet,
        book: MeetingBook,
        headings: Headings,
        actions: ActionPlanner | None,
        to: Collector,
    ) -> None:
        self._sheet, self._book, self._headings, self._actions, self._to = sheet, book, headings, actions, to
        self._desk: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for row in book.actions:
            if not row.is_section:
                self._desk[row.owner_id, labels_of(row.cells["Label"])].append(row.id)
        self._counts: dict[str, int] = defaultdict(int)
        for row in book.effects:
            self._counts[row.owner_id] += 1
        self._last = ""

    def plan(self) -> None:
        """Take every row."""
        found, wrong, strange = by_id(self._sheet.rows, self._book.effects)
        if strange:
            self._to.notes.append(strange_ids(strange, "Effects"))
        named = {row.number: self._named(row) for row in self._sheet.rows}
        actions = {number: next(iter(refs), None) for number, refs in named.items()}
        self._match(found, wrong, actions)
        for row in self._sheet.rows:
            known = found.get(row.number)
            said = wrong.get(row.number) or self._fault(row, known, actions[row.number])
            if said:
                self._to.problem(row, said, row.get("Label"), _told(row))
            elif known is None:
                self._make(row, actions[row.number] or "")
            else:
                self._change(row, known, self._elsewhere(row, known, named[row.number]))

    def _named(self, row: FileRow) -> tuple[str, ...]:
        """The refs of the actions a row may mean by heading and label."""
        self._last = row.get("Heading") or self._last
        section = self._headings.of((self._last,))
        if section is None:
            return ()
        key = (section, labels_of(row.get("Label")))
        of_file = self._actions.refs.get(key, []) if self._actions else []
        return tuple(of_file or self._desk.get(key, ()))

    def _elsewhere(self, row: FileRow, known: BookRow, named: tuple[str, ...]) -> list[str]:
        """A sentence where a row names another action than that of its effect, which stays at its own."""
        if known.owner_id in named or not (row.get("Heading") or row.get("Label")):
            return []
        stays = "the effect stays where the desk has it"
        if not named:
            return [f"{self._no_action(row)[:-1]}; {stays}."]
        return [f"The Label names another action now; {stays} ({row.place('Label')})."]

    def _match(
        self, found: dict[int, BookRow], wrong: Mapping[int, str], actions: Mapping[int, str | None]
    ) -> None:
        rows = [row for row in self._sheet.rows if row.number not in wrong]

        def said(row: FileRow) -> tuple[str | None, str]:
            return actions[row.number], event(row.get("Effect"))

        def named(row: FileRow) -> tuple[str, str]:
            return workstream_key(row.get("Workstream")), key_of(row.get("New name"))

        def held(row: BookRow) -> tuple[str | None, str]:
            return row.owner_id, row.cells["Effect"]

        def held_named(row: BookRow) -> tuple[str, str]:
            return workstream_key(row.cells["Workstream"]), key_of(row.cells["New name"])

        whole = (lambda r: (said(r), named(r)), lambda k: (held(k), held_named(k)))
        by_keys(rows, self._book.effects, found, (whole, (said, held)))

    def _fault(self, row: FileRow, known: BookRow | None, action: str | None) -> str:
        written = row.get("Effect")
        if written and not event(written):
            return f"“{written}” is no effect the desk knows ({row.place('Effect')})."
        if known is None and not written:
            return f"The row names no Effect ({row.place('Effect')})."
        if known is None and action is None:
            return self._no_action(row)
        return ""

    def _no_action(self, row: FileRow) -> str:
        label = row.get("Label")
        named = f"action {label}" if label else "action without a label"
        heading = row.get("Heading") or "the one above"
        return f"There is no {named} under the heading “{heading}” ({row.place('Heading')})."

    def _make(self, row: FileRow, action: str) -> None:
        self._counts[action] += 1
        values: Values = {name: row.get(column) for column, name in _PLAIN.items()}
        for column, name in _STREAMS.items():
            key = self._to.stream(row, column, make=self._may_make(row, column))
            values |= {f"{name}_id": key, name: row.get(column)}
        if not row.get("Workstream"):
            values["workstream_id"] = self._of_section(action)
        self._to.make(
            "effect", action_id=action, position=self._counts[action], kind=event(row.get("Effect")), **values
        )
        self._to.line(row, None, {}, (), row.get("Label"), _told(row))

    def _of_section(self, action: str) -> str | None:
        """The workstream of the section an action stands in: what an effect without one concerns."""
        desk = {row.id: row.owner_id for row in self._book.actions}
        section = (self._actions.section_of.get(action) if self._actions else None) or desk.get(action, "")
        of_file = self._actions.streams.get(section) if self._actions else None
        held = {one.id: one.workstream_id for one in self._book.action_sections}
        return of_file or held.get(section)

    def _change(self, row: FileRow, known: BookRow, messages: list[str]) -> None:
        changes: Changes = {}
        values = self._to.changed_texts(
            {**row.cells, "Effect": event(row.get("Effect"))},
            known,
            {"Effect": "kind", **_PLAIN},
            changes,
            row,
        )
        for column, name in _STREAMS.items():
            values |= self._stream(row, known, column, name, changes)
        if known.fixed and changes:
            messages.append(known.fixed)
            changes, values = {}, {}
        if values:
            self._to.write("effect", known.id, **values)
        self._to.line(row, known, changes, messages, row.get("Label"), _told(row))

    def _may_make(self, row: FileRow, column: str) -> bool:
        """Whether a name nobody knows is one of a workstream: who takes over may be anybody."""
        if column == "Workstream" or event(row.get("Effect")) in OF_TWO:
            return True
        key = workstream_key(row.get(column))
        return any(workstream_key(other.get("Workstream")) == key for other in self._sheet.rows)

    def _stream(self, row: FileRow, known: BookRow, column: str, name: str, changes: Changes) -> Values:
        make = self._may_make(row, column)
        key = self._to.changed_stream(row, column, known, changes, make=make)
        if key is not None:
            return {f"{name}_id": key, name: row.get(column)}
        if known.links.get(column) or self._to.stream(row, column, known, make=make):
            return {}
        return self._to.changed_texts(row.cells, known, {column: name}, changes)


def _told(row: FileRow) -> str:
    """An effect in words: "extended: Task Team on Noise"."""
    return ": ".join(
        part for part in (row.get("Effect"), row.get("Workstream") or row.get("New name")) if part
    )
