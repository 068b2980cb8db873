"""Chapters and workstreams of a work plan: found on the desk, made, or asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from emgdesk.domain.workstream_names import (
    chapter_key,
    chapter_number,
    chapter_title,
    kind_and_subject,
    workstream_key,
)
from emgdesk.importing.plan import Candidate, Decision, Doubtful, Update
from emgdesk.importing.snapshot import KnownWorkstream, WorkplanSnapshot
from emgdesk.importing.workplans.index import WorkstreamIndex
from emgdesk.importing.workplans.plan import NEW, ChapterLine, WorkstreamLine
from emgdesk.importing.workplans.rows import WorkstreamRow

_FIELDS = ("short_name", "kind", "leads", "members", "purpose")
_KINDS = {
    "issue management group": "Issue Management Group", "consultative process": "Consultative Process",
    "task team": "Task Team", "working group": "Working Group", "core working group": "Core Working Group",
    "coalition": "Coalition", "network": "Network", "framework": "Framework",
}  # fmt: skip


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
        self.update = update
        self.doubtful = doubtful
        self.decisions = {workstream_key(name): decision for name, decision in decisions.items()}
        self.index = WorkstreamIndex(snapshot.workstreams)
        self.chapters: dict[str, ChapterLine] = {}
        self._chapter_refs = {chapter_key(chapter.title): chapter.id for chapter in snapshot.chapters}
        self._chapter_ids = {chapter.id for chapter in snapshot.chapters}
        self.lines: list[WorkstreamLine] = []
        self._rows: dict[str, int] = {}  # ref -> the row of the sheet that has it
        self._left_out: set[str] = set()

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

    def add_rows(self, rows: Sequence[WorkstreamRow], sheet: str) -> None:
        """Take the rows of the sheet Workstreams; parents may stand below their parts."""
        for position, row in enumerate(rows, 1):
            self.lines.append(self._line(row, sheet, position))
        parents = {row.row: row.parent for row in rows if row.parent}
        for at, line in enumerate(self.lines):
            written = parents.get(line.row)
            if written and line.verdict != "problem":
                self.lines[at] = self._with_parent(line, written)

    def named(self, name: str, sheet: str, row: int, chapter: str | None) -> str | None:
        """The ref of a workstream a task names: known, of the file, or made; None if left out."""
        key = workstream_key(name)
        if key in self._left_out:
            return None
        ref, candidates = self._resolve(name, (), known_only=False)
        if ref is None and candidates:
            self._left_out.add(key)
            self.lines.append(_asked(sheet, row, name, candidates))
            return None
        if ref is None:
            ref = self._new_ref()
            said = f"Workstream “{name}” was not on the desk nor on the first sheet; it is made."
            self.lines.append(
                WorkstreamLine(
                    ref, sheet, row, "new", name, kind=_kind(name), chapter=chapter,
                    position=len(self.lines) + 1, messages=(said,),
                )
            )  # fmt: skip
            self.index.add(ref, (name,))
        return ref

    def chapter_of(self, ref: str) -> str | None:
        """The chapter a workstream stands in, as the file says or as the desk knows."""
        told = next((line.chapter for line in self.lines if line.ref == ref and line.chapter), None)
        known = self.known.get(ref)
        return told or (known.chapter_id if known else None)

    def place(self, ref: str, chapter: str) -> None:
        """Let a new workstream without a chapter stand where its first task stands."""
        for at, line in enumerate(self.lines):
            if line.ref == ref and line.chapter is None and line.verdict == "new":
                self.lines[at] = replace(line, chapter=chapter)

    def _new_ref(self) -> str:
        return f"{NEW}{len(self.lines) + 1}"

    def _resolve(
        self, name: str, aliases: Sequence[str], *, known_only: bool
    ) -> tuple[str | None, tuple[Candidate, ...]]:
        """(ref, ()) for a workstream found, (None, ()) for a new one, (None, candidates) to be asked."""
        found = self.index.find((name, *aliases))
        decision = self.decisions.get(workstream_key(name))
        if decision is not None and decision.kind == "match":
            return decision.person_id, ()
        if found or (decision is not None and decision.kind == "new"):
            return found, ()
        candidates = tuple(
            one for one in self.index.alike(name) if not (known_only and one.person_id.startswith(NEW))
        )
        if not candidates or self.doubtful == "new":
            return None, ()
        return (candidates[0].person_id, ()) if self.doubtful == "match" else (None, candidates)

    def _line(self, row: WorkstreamRow, sheet: str, position: int) -> WorkstreamLine:
        if not row.name:
            return WorkstreamLine("", sheet, row.row, "problem", "", messages=("No name of a workstream.",))
        chapter = self.chapter(row.chapter)
        ref, candidates = (
            (row.id, ()) if row.id in self.known else self._resolve(row.name, row.aliases, known_only=True)
        )
        if ref is None and candidates:
            self._left_out.add(workstream_key(row.name))
            return _asked(sheet, row.row, row.name, candidates)
        if ref is not None and ref in self._rows:
            said = f"The same workstream as row {self._rows[ref]}."
            return WorkstreamLine(ref, sheet, row.row, "problem", row.name, messages=(said,))
        known = self.known.get(ref or "")
        ref = ref or self._new_ref()
        self._rows[ref] = row.row
        self.index.add(ref, (row.name, *row.aliases, row.short_name))
        if known is None:
            return WorkstreamLine(
                ref, sheet, row.row, "new", row.name, row.aliases, row.short_name,
                row.kind or _kind(row.name), None, chapter, position, row.leads, row.members, row.purpose,
            )  # fmt: skip
        return self._known_line(row, known, sheet, chapter, position)

    def _known_line(
        self, row: WorkstreamRow, known: KnownWorkstream, sheet: str, chapter: str | None, position: int
    ) -> WorkstreamLine:
        update: Update = "replace" if row.id == known.id and self.update != "add-only" else self.update
        changes: dict[str, tuple[str, str]] = {}
        if row.id == known.id:
            note_change(changes, "name", known.name, row.name, update)
        for field in _FIELDS:
            note_change(changes, field, getattr(known, field), getattr(row, field), update)
        note_change(changes, "chapter", known.chapter_id or "", chapter or "", update)
        written = {" ".join(name.split()).casefold() for name in known.called}
        aliases = tuple(name for name in row.aliases if name.casefold() not in written)
        if update == "add-only":
            aliases = ()
        return WorkstreamLine(
            known.id, sheet, row.row, "changed" if changes or aliases else "same", row.name, aliases,
            row.short_name, row.kind, known.parent_id, chapter, position, row.leads, row.members, row.purpose,
            changes,
        )  # fmt: skip

    def _with_parent(self, line: WorkstreamLine, written: str) -> WorkstreamLine:
        ref = self.index.find((written,))
        if ref is None or ref == line.ref:
            said = f"Parent “{written}” is no workstream of the desk or of this file."
            return replace(line, messages=(*line.messages, said))
        if line.verdict == "new":
            return replace(line, parent=ref)
        changes = dict(line.changes)
        known = self.known[line.ref]
        note_change(changes, "parent", known.parent_id or "", ref, self.update)
        return replace(line, parent=ref, changes=changes, verdict="changed" if changes else line.verdict)


def note_change(changes: dict[str, tuple[str, str]], field: str, old: str, new: str, update: Update) -> None:
    """Note `new` for `field` if the policy lets it replace `old`; nothing ever becomes empty."""
    if new and new != old and update != "add-only" and (not old or update == "replace"):
        changes[field] = (old, new)


def _kind(name: str) -> str:
    return _KINDS.get(kind_and_subject(workstream_key(name))[0], "")


def _asked(sheet: str, row: int, name: str, candidates: tuple[Candidate, ...]) -> WorkstreamLine:
    likely = candidates[0].name
    said = f"“{name}” may be “{likely}”: left out with its tasks until it is said to be new or the same."
    return WorkstreamLine("", sheet, row, "problem", name, candidates=candidates, messages=(said,))
