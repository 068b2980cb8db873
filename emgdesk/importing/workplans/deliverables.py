"""The sheet Deliverables: reports and tools of workstreams with the stages they reached."""

from collections.abc import Mapping

from emgdesk.domain.codes import code_key
from emgdesk.domain.folding import words
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.statuses import DELIVERABLE_STAGES
from emgdesk.domain.web_addresses import address_fault
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.book_rows import FileRow, key_of
from emgdesk.importing.snapshot import KnownMeeting
from emgdesk.importing.workplans.plan import LineVerdict, SheetLine
from emgdesk.importing.workplans.sheets import SheetPlanner

_FIELDS = {
    "Title": "title", "Kind": "kind", "Edition": "edition", "Entities": "entities",
    "Web address": "web_address",
}  # fmt: skip
_STAGE = {"Stage": "stage", "Stage date": "date", "Stage note": "note"}
_STAGES = {
    **{stage: stage for stage in DELIVERABLE_STAGES},
    "drafted": "draft", "zero draft": "draft", "first draft": "draft", "drafting": "draft",
    "for comments": "comments", "comment": "comments", "consultation": "comments", "under review": "comments",
    "finalised": "final", "finalized": "final", "final version": "final", "published": "launched",
    "endorsement": "endorsed", "adopted": "endorsed", "approved": "endorsed", "launch": "launched",
    "released": "launched",
}  # fmt: skip
Key = tuple[str, str, str]


class DeliverablePlanner(SheetPlanner):
    """Plans the rows: those of one title, edition and workstream are one deliverable, each with one stage."""

    def plan(self, meetings: tuple[KnownMeeting, ...]) -> None:
        """Take every row."""
        self._meetings = {code_key(meeting.code): meeting for meeting in meetings}
        self._stages: dict[str, list[BookRow]] = {}
        self._desk: dict[Key, str] = {}
        for held in self.desk:
            self._stages.setdefault(held.owner_id, []).append(held)
            stream = self.means.streams.index.find((held.cells["Workstream"],)) or ""
            self._desk.setdefault(_key(held.cells, stream), held.owner_id)
        self._first = {key: held[0] for key, held in self._stages.items()}
        self._new: dict[Key, str] = {}
        self._told: set[str] = set()  # deliverables whose own columns were compared
        found, wrong = self.meet()
        self._taken = {row.id for row in found.values()}
        for row in self.sheet.rows:
            known = found.get(row.number)
            said, why = self._read(row)
            why = wrong.get(row.number) or why
            stream = ""
            if not why and row.get("Workstream"):
                own = known.cells["Workstream"] if known is not None else ""
                if own and self.means.streams.same(own, row.get("Workstream")):
                    stream = self.means.streams.index.find((own,)) or ""
                if not stream:
                    stream, why = self.workstream(row, None)
            if not why and known is None and not row.get("Title"):
                why = f"The deliverable has no Title ({row.place('Title')})."
            if why:
                self.problem(row, _text(row), why)
            else:
                self._take(row, known, said, stream)

    def _read(self, row: FileRow) -> tuple[dict[str, str], str]:
        said = {column: row.get(column) for column in (*_FIELDS, *_STAGE)}
        written = said["Stage"]
        said["Stage"] = _STAGES.get(" ".join(words(written)), "")
        if written and not said["Stage"]:
            known = ", ".join(DELIVERABLE_STAGES)
            return said, f"“{written}” is no stage of a deliverable; write {known} ({row.place('Stage')})."
        cell = row.source.cells.get("Stage date")
        said["Stage date"] = cell_dates.iso_date(cell, self.means.order)
        if row.get("Stage date") and not said["Stage date"]:
            place = row.place("Stage date")
            return said, f"“{row.get('Stage date')}” is no date; write 2026-05-28 or 2026-05 ({place})."
        if not written and (said["Stage date"] or said["Stage note"] or row.get("Stage meeting")):
            return said, f"The row tells of a stage and does not say which ({row.place('Stage')})."
        if fault := address_fault(said["Web address"]):
            return said, f"{fault.rstrip('.')} ({row.place('Web address')})."
        return said, ""

    def _take(self, row: FileRow, known: BookRow | None, said: dict[str, str], stream: str) -> None:
        key = _key({column: row.get(column) for column in _FIELDS}, stream)
        owner = known.owner_id if known is not None else self._desk.get(key) or self._new.get(key, "")
        made = not owner
        if made:
            values: dict[str, str | None] = {name: said[column] for column, name in _FIELDS.items()}
            owner = self.line(row, None, _text(row), stream, values | {"workstream_id": stream or None})
            self._new[key] = owner
        changes, values = self._own_changes(row, owner, said, stream)
        meeting = self._meetings.get(code_key(row.get("Stage meeting"))) if row.get("Stage meeting") else None
        if row.get("Stage meeting") and meeting is None:
            said["Stage note"] = "; ".join(t for t in (said["Stage note"], row.get("Stage meeting")) if t)
        stage = (
            known
            if known is not None and known.cells.get("Stage")
            else self._same_stage(owner, said, meeting)
        )
        if stage is not None:
            self._taken.add(stage.id)
        if changes:
            self.lines.append(
                SheetLine(row.sheet, row.number, "changed", owner, _text(row), stream, "", values, changes)
            )
        if said["Stage"]:
            self._take_stage(row, stage, owner, said, meeting)
        elif not made and not changes:
            self.lines.append(SheetLine(row.sheet, row.number, "same", owner, _text(row), stream))

    def _own_changes(
        self, row: FileRow, owner: str, said: Mapping[str, str], stream: str
    ) -> tuple[dict[str, tuple[str, str]], dict[str, str | None]]:
        """What a row changes on a deliverable of the desk; its first row with a change counts."""
        held = self._first.get(owner)
        if held is None or owner in self._told:
            return {}, {}
        mine = row.id in (owner, *(stage.id for stage in self._stages[owner]))
        base = BookRow(row.id if mine else owner, held.cells, owner_id=owner)
        changes = self.changed(row, base, {column: said[column] for column in _FIELDS}, needed=("Title",))
        if not mine:
            changes.pop("Title", None)
        values: dict[str, str | None] = {_FIELDS[column]: said[column] for column in changes}
        if stream and not self.means.streams.index.bears(stream, held.cells["Workstream"]):
            moved = self.changed(row, base, {"Workstream": row.get("Workstream")})
            changes |= moved
            values |= {"workstream_id": stream} if moved else {}
        if changes:
            self._told.add(owner)
        return changes, values

    def _same_stage(
        self, owner: str, said: Mapping[str, str], meeting: KnownMeeting | None
    ) -> BookRow | None:
        """The stage of the desk a row without its ID tells of: on that day, or without a day."""
        for held in self._stages.get(owner, ()):
            if held.id in self._taken or held.cells.get("Stage") != said["Stage"]:
                continue
            day, code = held.cells.get("Stage date", ""), held.cells.get("Stage meeting", "")
            if (
                day == said["Stage date"]
                or not (day and said["Stage date"])
                or (meeting and meeting.code == code)
            ):
                return held
        return None

    def _take_stage(
        self,
        row: FileRow,
        stage: BookRow | None,
        owner: str,
        said: Mapping[str, str],
        meeting: KnownMeeting | None,
    ) -> None:
        text = _text(row)
        values: dict[str, str | None] = {name: said[column] for column, name in _STAGE.items()}
        values["meeting_id"] = meeting.id if meeting else None
        if stage is None:
            ref = self.new_ref()
            self.lines.append(SheetLine(row.sheet, row.number, "new", ref, text, None, owner, values))
            return
        changes = self.changed(row, stage, {column: said[column] for column in _STAGE}, needed=("Stage",))
        fields = {**_STAGE, "Stage meeting": "meeting_id"}
        code = meeting.code if meeting is not None else ""
        if code != stage.cells.get("Stage meeting", ""):
            changes |= self.changed(row, stage, {"Stage meeting": code})
        written = {fields[column]: values[fields[column]] for column in changes}
        verdict: LineVerdict = "changed" if changes else "same"
        self.lines.append(
            SheetLine(row.sheet, row.number, verdict, stage.id, text, None, owner, written, changes)
        )


def _key(cells: Mapping[str, str], stream: str) -> Key:
    return key_of(cells.get("Title", "")), key_of(cells.get("Edition", "")), stream


def _text(row: FileRow) -> str:
    named = ", ".join(part for part in (row.get("Title"), row.get("Edition")) if part) or "(without a title)"
    return f"{named}: {row.get('Stage')}" if row.get("Stage") else named
