"""Chapters and workstreams of a work plan: found on the desk, made, or asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.folding import fold
from emgdesk.domain.workstream_names import (
    chapter_key,
    chapter_number,
    chapter_title,
    kind_name,
    workstream_key,
)
from emgdesk.importing.plan import Candidate, Decision, Doubtful, Update
from emgdesk.importing.snapshot import KnownWorkstream, WorkplanSnapshot
from emgdesk.importing.workplans.changing import Clearing, note_change
from emgdesk.importing.workplans.index import WorkstreamIndex
from emgdesk.importing.workplans.plan import NEW, ChapterLine, WorkstreamLine
from emgdesk.importing.workplans.rows import WorkstreamRow

_FIELDS = ("short_name", "kind", "purpose", "proposer")
_CLEARED = {
    "short_name": "Short name", "purpose": "Purpose", "proposer": "Proposer", "leads": "Leads",
    "members": "Members", "chairs": "Co-chairs", "focal_points": "Focal points", "officer": "Officer",
}  # fmt: skip
"""Fields whose cells may be emptied: in rows with an ID, by "replace"."""
MEMBER_FIELDS = {
    "leads": "lead", "chairs": "co-chair", "members": "member", "focal_points": "focal point",
    "officer": "officer",
}  # fmt: skip
"""Fields of a line that name who is in a workstream, with the role."""


class StreamPlanner:
    """Collects the chapters and workstreams of one file, in file order."""

    def __init__(
        self,
        snapshot: WorkplanSnapshot,
        update: Update,
        doubtful: Doubtful,
        decisions: Mapping[str, Decision],
    ) -> None:
        self.known = {workstream.id: workstream for workstream in snapshot.workstreams}
        self.people = snapshot.people
        self.update = update
        self.doubtful = doubtful
        self.decisions = {workstream_key(name): decision for name, decision in decisions.items()}
        self.index = WorkstreamIndex(snapshot.workstreams)
        self.chapters: dict[str, ChapterLine] = {}
        self._chapter_refs = {chapter_key(chapter.title): chapter.id for chapter in snapshot.chapters}
        self._chapter_ids = {chapter.id for chapter in snapshot.chapters}
        self.lines: list[WorkstreamLine] = []
        self._rows: dict[str, int] = {}  # ref -> the row of the sheet that has it
        self._at: dict[str, int] = {}  # ref -> its line
        self._places: Mapping[str, str] = {}
        self._left_out: set[str] = set()
        self.clearing = Clearing(update)

    def chapter(self, written: str) -> str | None:
        """The ref of a chapter as written, made if the desk has it not; None for an empty text."""
        key = chapter_key(written)
        if not key:
            return None
        ref = self._chapter_refs.setdefault(key, f"{NEW}chapter-{len(self.chapters) + 1}")
        if ref not in self.chapters:
            position = chapter_number(written) or len(self.chapters) + 1
            self.chapters[ref] = ChapterLine(ref, chapter_title(written), position)
        return ref

    def add_rows(
        self,
        rows: Sequence[WorkstreamRow],
        sheet: str,
        places: Mapping[str, str] | None = None,
        once: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Take the rows of the sheet Workstreams; parents may stand below their parts.

        `places` are the letters of its columns, `once` other names the file knows, by key of the name.
        """
        self._places = places or {}
        order = sorted(rows, key=lambda row: (row.letter_number is None, row.letter_number or 0))
        places_of = {row.row: position for position, row in enumerate(order, 1)}
        for row in rows:
            others = (once or {}).get(workstream_key(row.name), ())
            self._put(self._line(row, sheet, places_of[row.row], others))
        parents = {row.row: row.parent for row in rows if row.parent}
        for at, line in enumerate(self.lines):
            written = parents.get(line.row)
            if written and line.verdict != "problem":
                self.lines[at] = self._with_parent(line, written)

    def _put(self, line: WorkstreamLine) -> None:
        self._at.setdefault(line.ref, len(self.lines))
        self.lines.append(line)

    def _cell(self, line: WorkstreamLine | WorkstreamRow, sheet: str, column: str) -> str:
        letter = self._places.get(column, "")
        return f"{sheet} {letter}{line.row}" if letter else f"{sheet} row {line.row}"

    def named(
        self, name: str, sheet: str, row: int, chapter: str | None, own: str | None = None
    ) -> str | None:
        """The ref of a workstream a row names: known, of the file, or made; None if left out.

        `own` is that of the row of the desk, which is meant if it is or was called so.
        """
        key = workstream_key(name)
        if own and self.index.bears(own, name):
            return own
        if key in self._left_out:
            return None
        ref, candidates = self._resolve(name, (), known_only=False)
        if ref is None and candidates:
            self._left_out.add(key)
            self._put(_asked(sheet, row, name, candidates))
            return None
        if ref is not None and not self.index.bears(ref, name):
            self._learn(ref, name, sheet, row)
        if ref is None:
            ref = self._new_ref()
            said = f"Workstream “{name}” was not on the desk nor on the first sheet; it is made."
            self._put(
                WorkstreamLine(
                    ref, sheet, row, "new", name, kind=kind_name(name), chapter=chapter,
                    position=len(self.lines) + 1, messages=(said,),
                )
            )  # fmt: skip
            self.index.add(ref, (name,))
        return ref

    def _learn(self, ref: str, name: str, sheet: str, row: int) -> None:
        """Somebody said that a workstream is called so too."""
        if workstream_key(name) not in self.decisions:
            return
        self.index.add(ref, (name,))
        at = self._at.get(ref)
        if at is None:
            known = self.known[ref]
            self._put(
                WorkstreamLine(ref, sheet, row, "changed", known.name, (name,), chapter=known.chapter_id)
            )
        elif self.lines[at].verdict == "new":
            self.lines[at] = replace(self.lines[at], new_aliases=(*self.lines[at].new_aliases, name))
        else:
            more = (*self.lines[at].new_aliases, name)
            self.lines[at] = replace(self.lines[at], new_aliases=more, verdict="changed")

    def same(self, one: str, other: str) -> bool:
        """Whether two texts name one workstream as written."""
        return workstream_key(one) == workstream_key(other)

    def is_called(self, ref: str, name: str) -> bool:
        """Whether that is the name of a workstream itself, not another one of it."""
        line = self.lines[self._at[ref]] if ref in self._at else None
        known = self.known.get(ref)
        return fold(name) in (fold(line.name) if line else "", fold(known.name) if known else "")

    def bearer(self, name: str, ref: str) -> str:
        """The name of another workstream, not concluded, that is called so; "" if there is none."""
        for other in self.index.bearers(name) - {ref}:
            known = self.known.get(other)
            if known is None or not known.concluded:
                return known.name if known else self.lines[self._at[other]].name
        return ""

    def chapter_of(self, ref: str) -> str | None:
        """The chapter a workstream stands in, as the file says or as the desk knows."""
        told = self.lines[self._at[ref]].chapter if ref in self._at else None
        known = self.known.get(ref)
        return told or (known.chapter_id if known else None)

    def place(self, ref: str, chapter: str) -> None:
        """Let a new workstream without a chapter stand where its first task stands."""
        at = self._at.get(ref)
        if at is not None and self.lines[at].chapter is None and self.lines[at].verdict == "new":
            self.lines[at] = replace(self.lines[at], chapter=chapter)

    def _new_ref(self) -> str:
        return f"{NEW}{len(self.lines) + 1}"

    def _resolve(
        self, name: str, aliases: Sequence[str], *, known_only: bool
    ) -> tuple[str | None, tuple[Candidate, ...]]:
        """(ref, ()) for a workstream found, (None, ()) for a new one, (None, candidates) to be asked."""
        found = self.index.find((name, *aliases))
        decision = self.decisions.get(workstream_key(name))
        if decision is not None and decision.kind == "match" and decision.person_id in self.index.refs:
            return decision.person_id, ()
        is_new = decision is not None and decision.kind == "new" and not self.index.bearers(name)
        if found or is_new:
            return found, ()
        candidates = tuple(
            one for one in self.index.alike(name) if not (known_only and one.person_id.startswith(NEW))
        )
        if not candidates or (self.doubtful == "new" and not self.index.bearers(name)):
            return None, ()
        return (candidates[0].person_id, ()) if self.doubtful == "match" else (None, candidates)

    def _line(self, row: WorkstreamRow, sheet: str, position: int, once: Sequence[str]) -> WorkstreamLine:
        if not row.name and row.id not in self.known:
            said = f"The row holds no Name ({self._cell(row, sheet, 'Name')})."
            return WorkstreamLine("", sheet, row.row, "problem", "", messages=(said,))
        chapter = self.chapter(row.chapter)
        names = (*row.aliases, *once)
        ref, candidates = (
            (row.id, ()) if row.id in self.known else self._resolve(row.name, names, known_only=True)
        )
        if ref is None and candidates:
            self._left_out.add(workstream_key(row.name))
            return _asked(sheet, row.row, row.name, candidates)
        if ref is not None and ref in self._rows:
            said = f"The same workstream as row {self._rows[ref]} ({self._cell(row, sheet, 'Name')})."
            return WorkstreamLine(ref, sheet, row.row, "problem", row.name, messages=(said,))
        known = self.known.get(ref or "")
        ref = ref or self._new_ref()
        self._rows[ref] = row.row
        aliases, messages = self._aliases(row, ref, sheet)
        if known is None:
            return WorkstreamLine(
                ref, sheet, row.row, "new", row.name, aliases, row.short_name,
                row.kind or kind_name(row.name), None, chapter, position, row.leads, row.members, row.purpose,
                row.chairs, row.focal_points, row.officer, row.proposer, messages=messages,
            )  # fmt: skip
        return self._known_line(row, known, sheet, chapter, position, aliases, messages)

    def _aliases(self, row: WorkstreamRow, ref: str, sheet: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The other names of a row that no other workstream has, and a sentence on each that one has."""
        known = self.known.get(ref)
        taken = {name: other for name in row.aliases if (other := self.bearer(name, ref))}
        aliases = tuple(name for name in row.aliases if name not in taken and fold(name) != fold(row.name))
        self.index.add(ref, (row.name, *aliases))
        if row.short_name:
            self.index.add(ref, (row.short_name,))
        if known is not None and row.id != known.id and not any(self.same(row.name, n) for n in known.called):
            aliases = (row.name, *aliases)
        place = self._cell(row, sheet, "Aliases")
        said = (f"“{name}” is already a name of “{other}” ({place})." for name, other in taken.items())
        return aliases, tuple(said)

    def _known_line(
        self,
        row: WorkstreamRow,
        known: KnownWorkstream,
        sheet: str,
        chapter: str | None,
        position: int,
        named: tuple[str, ...],
        messages: tuple[str, ...],
    ) -> WorkstreamLine:
        update: Update = "replace" if row.id == known.id and self.update != "add-only" else self.update
        changes: dict[str, tuple[str, str]] = {}
        if row.id == known.id and row.name and (other := self._name_taken(row.name, known.id)):
            messages = (*messages, f"“{row.name}” is a name of “{other}” ({self._cell(row, sheet, 'Name')}).")
        elif row.id == known.id:
            note_change(changes, "name", known.name, row.name, update)
        for field in _FIELDS:
            note_change(changes, field, getattr(known, field), getattr(row, field), update)
        for field in MEMBER_FIELDS:
            old, new = getattr(known, field), getattr(row, field)
            if [fold(name) for name in split_entities(old)] != [fold(name) for name in split_entities(new)]:
                note_change(changes, field, old, new, update)
        note_change(changes, "chapter", known.chapter_id or "", chapter or "", update)
        if row.id == known.id:
            emptied = {field for field, column in _CLEARED.items() if column in row.emptied}
            self.clearing.note(changes, sheet, {field: getattr(known, field) for field in emptied})
        written = {fold(name) for name in known.called}
        aliases = tuple(name for name in named if fold(name) not in written)
        if update == "add-only":
            aliases = ()
        return WorkstreamLine(
            known.id, sheet, row.row, "changed" if changes or aliases else "same", row.name or known.name,
            aliases, row.short_name, row.kind, known.parent_id, chapter, position, row.leads, row.members,
            row.purpose, row.chairs, row.focal_points, row.officer, row.proposer, "", changes, (), messages,
        )  # fmt: skip

    def _name_taken(self, name: str, ref: str) -> str:
        """Another workstream of the desk, not concluded, that has this name, "" if there is none."""
        others = (self.known.get(other) for other in self.index.bearers(name) - {ref})
        return next((other.name for other in others if other is not None and not other.concluded), "")

    def _with_parent(self, line: WorkstreamLine, written: str) -> WorkstreamLine:
        known = self.known.get(line.ref)
        own = known.parent_id if known is not None else None
        ref = own if own and self.index.bears(own, written) else self.index.find((written,))
        place = self._cell(line, line.sheet, "Parent")
        if ref is None or ref == line.ref:
            said = f"Parent “{written}” is no workstream of the desk or of this file ({place})."
            return replace(line, messages=(*line.messages, said))
        if self._lies_below(ref, line.ref):
            said = f"“{line.name}” would be part of itself; mend the column Parent ({place})."
            return replace(line, messages=(*line.messages, said))
        if known is None:
            return replace(line, parent=ref)
        changes = dict(line.changes)
        note_change(changes, "parent", known.parent_id or "", ref, self.update)
        if "parent" in changes and known.joined:
            said = f"What “{line.name}” is part of follows from its mandate, not from {place}."
            return replace(line, messages=(*line.messages, said))
        return replace(line, parent=ref, changes=changes, verdict="changed" if changes else line.verdict)

    def _lies_below(self, ref: str, ancestor: str) -> bool:
        """Whether a workstream is `ancestor` or part of it, as the file and the desk have it."""
        seen: set[str] = set()
        at: str | None = ref
        while at and at not in seen:
            if at == ancestor:
                return True
            seen.add(at)
            known = self.known.get(at)
            line = self.lines[self._at[at]] if at in self._at else None
            at = (line.parent if line is not None else None) or (known.parent_id if known else None)
        return False


def _asked(sheet: str, row: int, name: str, candidates: tuple[Candidate, ...]) -> WorkstreamLine:
    likely = candidates[0].name
    said = f"“{name}” may be “{likely}”: left out with its tasks until it is said to be new or the same."
    return WorkstreamLine("", sheet, row, "problem", name, candidates=candidates, messages=(said,))
