"""Reading a meeting workbook (sheets Meeting and Participants) and planning its import."""

import re
from collections.abc import Mapping
from dataclasses import replace

from emgdesk.domain import statuses
from emgdesk.domain.codes import segment_code
from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted
from emgdesk.domain.workbooks import MEETING, PARTICIPANTS, WORKBOOKS
from emgdesk.errors import InputError
from emgdesk.importing.meetings.plan import (
    BookPlan,
    MeetingFacts,
    MeetingFile,
    MeetingPlan,
    MeetingVerdict,
)
from emgdesk.importing.plan import RosterPlan, Update
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.workbooks import data_rows, find_sheet, sheet_table
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.importing.tables import Cell, RawFile, text_of
from emgdesk.importing.workplans.plan import SheetCounts

# Field of the sheet (folded) -> field of the facts, where the words differ.
_NAMES = {"time zone label": "zone_label", "symbol": "agenda_symbol"}
_WORDS = {
    "segment": statuses.segment,
    "mode": statuses.mode,
    "status": statuses.meeting_status,
    "agenda_adopted": statuses.adoption,
}
_TIMES = ("start_time", "end_time", "opened_at", "closed_at")
_DATES = ("date", "end_date")
_NUMBERS = ("som_number", "head_count")
_COUNT = re.compile(r"\D*(?<![-−–.,])(\d{1,6})\D*")
_UNDECIDED = frozenset(
    ("tbd", "tbc", "to be decided", "to be confirmed", "to be determined", "-", "n/a", "none")
)


def read_meeting(
    raw: RawFile,
    *,
    date_order: cell_dates.DateOrder | None = None,
    overrides: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
) -> MeetingFile:
    """Facts and roster of a meeting workbook; the code is made from SOM number and segment if missing.

    Raises `InputError` if there is no sheet Meeting, or neither a code nor a SOM number in it.
    """
    table = sheet_table(raw, MEETING)
    if table is None:
        raise InputError(
            f"{raw.name} is no meeting workbook: it has no sheet “Meeting” with Field and Value."
        )
    notes = [*raw.notes]
    reader = _Facts(raw.name, date_order or cell_dates.order_of([row.text("Value") for row in table.rows]))
    for row in table.rows:
        notes += row.faults
        reader.take(row.text("Field"), row.cells.get("Value"), f"Meeting {table.place(row, 'Value')}")
    facts = reader.facts()
    roster = None
    sheet = find_sheet(raw, PARTICIPANTS.name)
    if sheet is not None and len(sheet.rows) > 1:
        roster = map_roster(
            raw, sheet=sheet.name, overrides=overrides, remembered=remembered, date_order=date_order,
            attendance="attended" if facts.status == "held" else "",
        )  # fmt: skip
        roster = replace(roster, format="workbook", notes=(), is_attendance=False)
    notes += reader.notes
    read = {fold(form.name) for form in WORKBOOKS["meeting"]}
    for other in raw.sheets:
        if other.rows and fold(other.name) not in read:
            rows = counted(data_rows(other), "row", "rows")
            notes.append(f"Sheet “{other.name}” ({rows}) is none of a meeting workbook and was not read.")
    return MeetingFile(raw.name, raw.sha256, facts, roster, tuple(notes), raw, date_order)


class _Facts:
    """Takes field after field; what is not understood becomes a note."""

    def __init__(self, file: str, order: cell_dates.DateOrder | None) -> None:
        self.file = file
        self.order = order
        self.notes: list[str] = []
        self.values: dict[str, str | int | None] = {}
        self._seen: dict[str, tuple[str, str]] = {}

    def take(self, label: str, cell: Cell, place: str) -> None:
        """One line of the sheet. Raises InputError where its field was there with another value."""
        name = _NAMES.get(fold(label), fold(label).replace(" ", "_"))
        text = " ".join(text_of(cell).split())
        if not label or not text:
            return
        earlier, first = self._seen.setdefault(fold(label), (text, place))
        if earlier != text:
            raise InputError(f"Field “{label}” stands twice in {self.file} ({first}, {place}).", place=place)
        if name not in MeetingFacts.__dataclass_fields__:
            self.notes.append(f"Field “{label}” of sheet “Meeting” was not read ({place}: {text}).")
            return
        if fold(text).strip(".") in _UNDECIDED:
            return
        value = self._value(name, cell, text)
        if name == "date":
            value, last = cell_dates.iso_period(cell, self.order)
            if last:
                self.values.setdefault("end_date", last)
        if fold(label) == "symbol" and name in self.values:
            return  # the older name of a field that is there itself
        if value in ("", None):
            self.notes.append(f"“{text}” is no {label} the desk understands ({place}).")
        else:
            self.values[name] = value

    def _value(self, name: str, cell: Cell, text: str) -> str | int | None:
        if name in _WORDS:
            return _WORDS[name](text)
        if name in _TIMES:
            return cell_dates.clock_time(cell) or _bare_clock(text)
        if name in _DATES:
            return cell_dates.iso_date(cell, self.order)
        if name in _NUMBERS:
            return _whole(text)
        return text

    def facts(self) -> MeetingFacts:
        """All facts told, with a code."""
        number, segment = self.values.get("som_number"), str(self.values.get("segment", ""))
        code = self.values.get("code") or (segment_code(int(number), segment) if number else "")
        if not code:
            raise InputError(
                f"{self.file} does not say which meeting it is: it has no Code and no SOM number.",
                place="Meeting",
            )
        return MeetingFacts(**{**self.values, "code": str(code)})  # type: ignore[arg-type]


def _whole(text: str) -> int | None:
    """The one whole number of a text, above 0: "45", "45 people"."""
    found = _COUNT.fullmatch(text)
    return int(found[1]) or None if found else None


def _bare_clock(text: str) -> str:
    """A full hour written alone: "15" or "3 p.m."."""
    parts = fold(text).replace(".", "").split()
    if not parts or not parts[0].isdigit() or int(parts[0]) > 23:
        return ""
    hour = int(parts[0])
    if len(parts) > 1 and parts[1] in ("am", "pm"):
        hour = hour % 12 + (12 if parts[1] == "pm" else 0)
    return f"{hour:02d}:00"


def plan_meeting(
    read: MeetingFile,
    snapshot: RosterSnapshot,
    known: MeetingFacts | None,
    roster: RosterPlan | None,
    *,
    update: Update = "fill",
    book: BookPlan | None = None,
) -> MeetingPlan:
    """The plan of a meeting workbook; `known` are the facts of the desk's meeting with its code.

    `snapshot` must be of that meeting (`meeting_id` None if there is none), `roster` the plan of
    `read.roster` against it, `book` that of the other sheets. What the workbook
    says of its meeting is the new wording; what it does not say is left alone.
    """
    book = book or BookPlan()
    told = read.facts.told()
    told.pop("code")
    changes: dict[str, tuple[str | int | None, str | int | None]] = {}
    if known is not None and update != "add-only":
        olds = {name: getattr(known, name) for name in told}
        changes = {name: (olds[name], value) for name, value in told.items() if value != olds[name]}
    verdict: MeetingVerdict = "new" if known is None else "changed" if changes else "same"
    rows, new = len(told) + 1, known is None
    same = 0 if new else rows - len(changes)
    counts = SheetCounts(rows, new=rows if new else 0, changed=len(changes), same=same)
    return MeetingPlan(
        revision=snapshot.revision,
        file=read.file,
        sha256=read.sha256,
        verdict=verdict,
        meeting_id=snapshot.meeting_id,
        facts=read.facts,
        changes=changes,
        roster=roster,
        book=book,
        sheets={MEETING.name: counts, **book.sheets},
        notes=(*read.notes, *book.notes),
    )
