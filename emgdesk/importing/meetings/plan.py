"""The value a meeting import is: the facts of the meeting and its roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.workplans.plan import SheetCounts

MeetingVerdict = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The facts of a meeting as texts; "" or None where the file says nothing.

    `date` is a day, a month ("2022-05") or ""; times are "HH:MM"; `segment`, `mode`, `status`
    and `agenda_adopted` the words of `domain.statuses`.
    """

    code: str
    title: str = ""
    som_number: int | None = None
    segment: str = ""
    date: str = ""
    end_date: str = ""
    start_time: str = ""
    end_time: str = ""
    zone_label: str = ""
    mode: str = ""
    venue: str = ""
    chair: str = ""
    status: str = ""
    distribution: str = ""
    opened_at: str = ""
    opened_by: str = ""
    closed_at: str = ""
    agenda_adopted: str = ""
    head_count: int | None = None
    agenda_symbol: str = ""
    report_symbol: str = ""
    summary_symbol: str = ""
    summary_title: str = ""
    summary_subtitle: str = ""

    def told(self) -> dict[str, str | int]:
        """{field: value} of what is said."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value not in ("", None)}


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting workbook as read, before the desk is asked about its meeting."""

    file: str
    sha256: str
    facts: MeetingFacts
    roster: MappedRoster | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A whole meeting import: `meeting_id` is None for a meeting to be made.

    `changes` maps a field of `MeetingFacts` to (old, new), None or "" being empty.
    """

    revision: str
    file: str
    sha256: str
    verdict: MeetingVerdict
    meeting_id: str | None
    facts: MeetingFacts
    changes: Mapping[str, tuple[str | int | None, str | int | None]] = field(default_factory=dict)
    roster: RosterPlan | None = None
    sheets: Mapping[str, SheetCounts] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
