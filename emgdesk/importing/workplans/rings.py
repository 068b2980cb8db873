"""Workstreams that would be part of themselves by the events of a file and of the desk together."""

from collections.abc import Iterable, Mapping, Sequence

from emgdesk.domain.mandates import event
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.importing.sheets.book_rows import FileRow
from emgdesk.importing.workplans.index import WorkstreamIndex

JOINING = frozenset(("became part of", "taken up under"))


class Wholes:
    """What each workstream is part of by its last such event; one established again later is itself."""

    def __init__(self, desk: Sequence[BookRow], rows: Iterable[FileRow], index: WorkstreamIndex) -> None:
        cells: list[Mapping[str, str]] = [*(row.cells for row in desk), *(row.cells for row in rows)]
        self._begun: dict[str, str] = {}
        for said in cells:
            if event(said.get("Event", "")) == "established":
                key = workstream_key(said.get("Workstream", ""))
                self._begun[key] = max(self._begun.get(key, ""), said.get("Date", ""))
        self._joined: dict[str, tuple[str, str]] = {}
        for row in desk:
            other = index.find((row.cells["Other workstream"],)) if row.cells["Event"] in JOINING else None
            if other is not None:
                self._join(row.owner_id, row.cells["Workstream"], other, row.cells["Date"])

    def closes(self, ref: str, name: str, other: str, day: str) -> bool:
        """Whether a workstream would be part of itself if it joined another; else it has joined it now."""
        before = self._joined.get(ref)
        if not self._join(ref, name, other, day):
            return False
        seen: set[str] = set()
        at: str | None = other
        while at and at != ref and at not in seen:
            seen.add(at)
            at = self._joined[at][1] if at in self._joined else None
        if at != ref:
            return False
        if before is not None:
            self._joined[ref] = before
        else:
            del self._joined[ref]
        return True

    def _join(self, ref: str, name: str, other: str, day: str) -> bool:
        """Whether this is the last event of its kind, and nothing begins anew behind it."""
        last = self._joined.get(ref, ("", ""))[0]
        if day < last or self._begun.get(workstream_key(name), "") > day:
            return False
        self._joined[ref] = (day, other)
        return True
