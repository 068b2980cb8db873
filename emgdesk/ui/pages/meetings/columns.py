"""The facts of a meeting, as the overview groups them."""

from emgdesk.domain.statuses import ADOPTIONS, MEETING_KINDS, MEETING_STATUSES, MODES, SEGMENTS
from emgdesk.ui.widgets.facts_form import Fact, FactGroup

FACTS = (
    FactGroup(
        "Meeting",
        (
            Fact("code", "Code", tip="Short and unique, such as SOM28 mid-term"),
            Fact("title", "Title", "long", hint="in full, as it is printed"),
            Fact("kind", "Kind", "choice", ("", *MEETING_KINDS)),
            Fact("som_number", "SOM number", hint="for a segment of a SOM"),
            Fact("segment", "Segment", "choice", ("", *SEGMENTS)),
            Fact("status", "Status", "choice", MEETING_STATUSES),
        ),
    ),
    FactGroup(
        "When and where",
        (
            Fact("date", "Date", hint="for example 2026-05-28", tip="A day, or a month as 2026-05"),
            Fact("end_date", "Last day", hint="if it lasts longer than a day"),
            Fact("start_time", "Begins at", hint="for example 15:00"),
            Fact("end_time", "Ends at", hint="for example 17:30"),
            Fact("zone_label", "Time zone", hint="for example Geneva time", tip="Printed as typed"),
            Fact("mode", "Mode", "choice", ("", *MODES)),
            Fact("venue", "Venue", "long", hint="room, city or platform"),
        ),
    ),
    FactGroup(
        "Proceedings",
        (
            Fact("chair", "Chair", hint="name"),
            Fact("opened_at", "Opened at", hint="for example 15:05"),
            Fact("opened_by", "Opened by"),
            Fact("closed_at", "Closed at", hint="for example 17:20"),
            Fact("agenda_adopted", "Agenda adopted", "choice", ("", *ADOPTIONS)),
            Fact("head_count", "Head count", hint="where there is no list"),
        ),
    ),
    FactGroup(
        "Documents",
        (
            Fact("distribution", "Distribution", hint="for example EMG Members"),
            Fact(
                "symbol_pattern",
                "Symbol pattern",
                hint="for example EMG/SOM.{som}/{segment}/{number:02}",
                tip="What new symbols are proposed from: {som}, {segment}, {number} or {number:02}",
            ),
            Fact("agenda_symbol", "Agenda", hint="symbol"),
            Fact("report_symbol", "Report", hint="symbol"),
            Fact("summary_symbol", "Summary", hint="symbol"),
            Fact("summary_title", "Summary title", "long"),
            Fact("summary_subtitle", "Second line", "long"),
        ),
    ),
)

NUMBERS = frozenset({"som_number", "head_count"})
"""Facts that are whole numbers, or empty."""

DATES = frozenset({"date", "end_date"})
TIMES = frozenset({"start_time", "end_time", "opened_at", "closed_at"})
"""Facts that are read as people write them: "29 October 2026", "3 p.m."."""

TONES = {"planned": "", "confirmed": "accent", "held": "good", "postponed": "warn", "cancelled": "bad"}
"""The tone of the chip for each status."""
