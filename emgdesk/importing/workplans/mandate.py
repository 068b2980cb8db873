"""The sheet Mandate: what happened to the mandates of workstreams."""

from collections.abc import Iterable, Mapping

from emgdesk.domain.codes import code_key
from emgdesk.domain.effects import effect_sentence, lacking
from emgdesk.domain.mandates import OF_TWO, WITH_OTHER, event
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.importing.sheets.book_rows import FileRow
from emgdesk.importing.snapshot import KnownMeeting
from emgdesk.importing.workplans.rings import JOINING, Wholes
from emgdesk.importing.workplans.sheets import SheetPlanner

_PLAIN = {"Until": "until", "New name": "new_name", "New kind": "new_kind", "Note": "note"}
_ENDS = JOINING | {"concluded", "transferred", "engagement ended", "not pursued"}
_ENDS_OTHER = frozenset(("absorbed", "established"))
_NEEDED = {"renamed": ("New name",), "changed kind": ("New kind",)}
_DECIDED = "A decision made this event: correct it there, or withdraw its adoption."


class MandatePlanner(SheetPlanner):
    """Plans the rows; `told` gathers the names and parents they give new workstreams."""

    meetings: Mapping[str, KnownMeeting]
    decided: frozenset[str]

    def plan(self, meetings: tuple[KnownMeeting, ...], decided: frozenset[str]) -> None:
        """Take every row; `decided` are events of the desk that an adopted decision made."""
        self.meetings = {code_key(meeting.code): meeting for meeting in meetings}
        self.decided = decided
        found, wrong = self.meet()
        taken = {row.id for row in found.values()}
        seen: dict[tuple[str | None, ...], int] = {}
        wholes = Wholes(self.desk, self.sheet.rows, self.means.streams.index)
        self._ending = _ending(self.sheet.rows)
        for row in self.sheet.rows:
            said, why = self._read(row, found.get(row.number), wrong.get(row.number, ""))
            known = found.get(row.number)
            if known is None and not why:
                known = self._same_event(said, taken)
            if known is not None:
                taken.add(known.id)
            key = (
                said["workstream"],
                said["Event"],
                said["Date"],
                said["other"],
                said["New name"],
                said["New kind"],
                said["Until"],
            )
            first = row.number if why else seen.setdefault(key, row.number)
            if known is None and first != row.number:
                why = f"The same event stands in row {first} already ({row.place('Event')})."
            if not why and said["Event"] in JOINING and said["other"]:
                name = row.get("Workstream")
                if wholes.closes(said["workstream"], name, said["other"], said["Date"]):
                    why = f"“{name}” would be part of itself ({row.place('Other workstream')})."
            if why:
                self.problem(row, _text(row, said), why)
            else:
                self._take(row, known, said)

    def _read(self, row: FileRow, known: BookRow | None, wrong: str) -> tuple[dict[str, str], str]:
        """The cells in the desk's words, with "workstream", "other", "meeting" as refs; what is at fault."""
        said = {column: row.get(column) for column in (*_PLAIN, "Meeting", "Other workstream")}
        day, bad_day = self.date(row, "Date")
        kind = event(row.get("Event"))
        said |= {"Event": kind, "Date": day, "workstream": "", "other": ""}
        meeting = self.meetings.get(code_key(said["Meeting"])) if said["Meeting"] else None
        said["meeting"] = meeting.id if meeting else ""
        if wrong or bad_day:
            return said, wrong or bad_day
        if not kind:
            if row.get("Event"):
                return said, f"“{row.get('Event')}” is no event the desk knows ({row.place('Event')})."
            return said, f"The row names no Event ({row.place('Event')})."
        if meeting is not None and not day and known is None:
            said["Date"] = meeting.day
        said["workstream"], why = self.workstream(row, known)
        if not why and said["Other workstream"]:
            said["other"], why = self._other(row, known, kind)
            if said["other"] and said["other"] == said["workstream"]:
                why = f"The other workstream is the same one ({row.place('Other workstream')})."
        missing = _missing(kind, said["workstream"], said)
        if not why and missing and known is None:
            why = _said_missing(row, kind, missing)
        return said, why or self._borne(row, said)

    def _borne(self, row: FileRow, said: Mapping[str, str]) -> str:
        """A sentence where a workstream is to get the name another one has that goes on."""
        streams, name = self.means.streams, said["New name"]
        if not name or workstream_key(name) in self._ending:
            return ""
        for other in streams.index.bearers(name) - {said["workstream"]}:
            known = streams.known.get(other)
            if streams.is_called(other, name) and not (known and known.concluded):
                return f"“{name}” is the name of another workstream that goes on ({row.place('New name')})."
        return ""

    def _other(self, row: FileRow, known: BookRow | None, kind: str) -> tuple[str, str]:
        """(ref, "") of the other workstream, ("", "") for one that stays a text, ("", why not)."""
        written = row.get("Other workstream")
        found = self.means.streams.index.find((written,))
        if found is not None:
            return found, ""
        kept = known is not None and self.means.streams.same(known.cells["Other workstream"], written)
        if kept or kind not in OF_TWO:
            return "", ""
        return self.workstream(row, None, "Other workstream")

    def _same_event(self, said: Mapping[str, str], taken: set[str]) -> BookRow | None:
        """The event of the desk that says the same: workstream and kind, on that day or at that meeting."""
        for row in self.desk:
            if row.id in taken or (row.owner_id, row.cells["Event"]) != (said["workstream"], said["Event"]):
                continue
            day, meeting = row.cells["Date"], row.cells["Meeting"]
            one_meeting = bool(meeting) and code_key(meeting) == code_key(said["Meeting"])
            if one_meeting or _touch(day, said["Date"]):
                return row
        return None

    def _take(self, row: FileRow, known: BookRow | None, said: Mapping[str, str]) -> None:
        values: dict[str, str | None] = {name: said[column] for column, name in _PLAIN.items()}
        values |= {
            "kind": said["Event"], "date": said["Date"], "meeting_id": said["meeting"] or None,
            "meeting": "" if said["meeting"] else said["Meeting"],
            "other_workstream_id": said["other"] or None,
            "other_workstream": "" if said["other"] else said["Other workstream"],
        }  # fmt: skip
        text = _text(row, said)
        if known is None:
            self.line(row, None, text, said["workstream"], values)
            return
        changes = self._changes(row, known, said)
        now = {c: changes[c][1] if c in changes else known.cells[c] for c in known.cells}
        if missing := _missing(now["Event"], "known", now):
            self.problem(row, text, _said_missing(row, now["Event"], missing))
            return
        fields = {"Event": ("kind",), "Date": ("date",), "Meeting": ("meeting_id", "meeting")}
        fields |= {"Other workstream": ("other_workstream_id", "other_workstream")}
        fields |= {column: (name,) for column, name in _PLAIN.items()}
        written = {name: values[name] for column in changes for name in fields[column]}
        messages = []
        if changes and known.id in self.decided:
            changes, written, messages = {}, {}, [_DECIDED]
        if said["workstream"] != known.owner_id:
            messages.append(f"The event stays with its workstream ({row.place('Workstream')}).")
        self.line(row, known, text, known.owner_id, written, changes, messages)

    def _changes(self, row: FileRow, known: BookRow, said: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        kind = said["Event"]
        needed = {"Event", *_NEEDED.get(kind, ())}
        changes = self.changed(
            row, known, {c: said[c] for c in ("Event", "Date", "Meeting", *_PLAIN)}, needed
        )
        meeting = known.cells["Meeting"]
        if "Meeting" in changes and code_key(meeting) == code_key(said["Meeting"]):
            del changes["Meeting"]
        if "Date" in changes and row.id != known.id:
            del changes["Date"]  # that it is this event was told by its day
        other = known.cells["Other workstream"]
        named = self.means.streams.index.bears(said["other"], other) if said["other"] else False
        if not named and not self.means.streams.same(other, said["Other workstream"]):
            needed = {"Other workstream"} if kind in WITH_OTHER else set()
            changes |= self.changed(row, known, {"Other workstream": said["Other workstream"]}, needed)
        return changes


def _ending(rows: Iterable[FileRow]) -> set[str]:
    """Keys of the names of workstreams that end by an event of the file."""
    ended = set()
    for row in rows:
        kind = event(row.get("Event"))
        column = "Workstream" if kind in _ENDS else "Other workstream" if kind in _ENDS_OTHER else ""
        ended.add(workstream_key(row.get(column)) if column else "")
    return ended - {""}


def _touch(one: str, other: str) -> bool:
    """Whether two days, months or years (ISO) may be one: the one lies in the other, or both are untold."""
    return one == other or bool(one and other and (one.startswith(other) or other.startswith(one)))


def _missing(kind: str, workstream: str, cells: Mapping[str, str]) -> str:
    return lacking(
        kind, workstream=workstream, other=cells["Other workstream"], new_name=cells["New name"],
        new_kind=cells["New kind"],
    )  # fmt: skip


def _said_missing(row: FileRow, kind: str, missing: str) -> str:
    return f"“{kind.capitalize()}” has to say {missing} ({_lacking_place(row, missing)})."


def _lacking_place(row: FileRow, missing: str) -> str:
    columns = {
        "the other workstream": "Other workstream",
        "the new name": "New name",
        "the new kind": "New kind",
    }
    return row.place(columns.get(missing, "Event"))


def _text(row: FileRow, said: Mapping[str, str]) -> str:
    """An event in words: "Task Team on Reefs: extended until SOM 32"."""
    words = effect_sentence(
        said["Event"] or row.get("Event"), other=said["Other workstream"], new_name=said["New name"],
        new_kind=said["New kind"], until=said["Until"],
    )  # fmt: skip
    day = said["Date"] or said["Meeting"]
    told = f"{row.get('Workstream')}: {words}" if row.get("Workstream") else words
    return f"{told} ({day})" if day else told
