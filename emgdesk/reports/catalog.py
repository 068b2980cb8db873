"""The documents emgdesk prints: their names on the command line, what they need, their options.

The command line and the preview dialog both read this table, so an option
exists in both or in neither. Nothing heavy is imported here.
"""

from collections.abc import Mapping

from emgdesk.errors import UsageError
from emgdesk.reports.declared.agendas import AGENDA, ANNOTATED
from emgdesk.reports.declared.calendar import CALENDAR
from emgdesk.reports.declared.cards import BADGES, PLATES
from emgdesk.reports.declared.decisions import ACTION_POINTS
from emgdesk.reports.declared.findings import FINDINGS
from emgdesk.reports.declared.mandate_chart import MANDATE_CHART
from emgdesk.reports.declared.meeting_report import MEETING_REPORT
from emgdesk.reports.declared.overviews import PROGRESS, STATISTICS
from emgdesk.reports.declared.participants import PARTICIPANTS
from emgdesk.reports.declared.segment_set import SEGMENT_SET
from emgdesk.reports.declared.sheets import (
    ADDRESSES,
    EVERYTHING,
    INVITATIONS,
    MEETING,
    PROGRESS_SHEETS,
    ROSTER,
    WORKPLAN,
)
from emgdesk.reports.declared.sign_in_sheet import SIGN_IN
from emgdesk.reports.declared.workstreams import EXTRACT, WORKPLAN_TABLE, WORKSTREAM
from emgdesk.reports.options import DocumentKind
from emgdesk.reports.typed_options import value_of

DOCUMENTS: tuple[DocumentKind, ...] = (
    PARTICIPANTS, AGENDA, ANNOTATED, ACTION_POINTS, MEETING_REPORT, SEGMENT_SET, PROGRESS,
    WORKSTREAM, MANDATE_CHART, WORKPLAN_TABLE, EXTRACT, SIGN_IN,
    BADGES, PLATES, STATISTICS, ROSTER, ADDRESSES, INVITATIONS, CALENDAR, FINDINGS, MEETING, WORKPLAN,
    EVERYTHING,
)  # fmt: skip

FOLDERS: tuple[DocumentKind, ...] = (PROGRESS_SHEETS,)
"""What is written as several files into a folder, and has a window of its own."""


def document(name: str) -> DocumentKind:
    """The document declared as `name`; UsageError lists the names there are."""
    for kind in (*DOCUMENTS, *FOLDERS):
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in DOCUMENTS)
    raise UsageError(f"There is no document called {name!r}; there are: {names}.")


def parse_options(name: str, given: Mapping[str, str]) -> object:
    """The builder's options object of document `name` from typed values; what is not given has its default.

    UsageError names the key and what it takes.
    """
    kind = document(name)
    known = {option.key: option for option in kind.options}
    for key in given:
        if key not in known:
            raise UsageError(f"{kind.title} has no option {key!r}; it has: {', '.join(known)}.", place=key)
    values = {
        key.replace("-", "_"): value_of(option, given.get(key, option.default).strip())
        for key, option in known.items()
    }
    return kind.options_from(values)


def check_suffix(name: str, suffix: str) -> None:
    """Raise UsageError if document `name` is not written as `suffix` (".pdf")."""
    kind = document(name)
    if suffix.lower() not in kind.suffixes:
        allowed = ", ".join(kind.suffixes)
        raise UsageError(f"{kind.title} is written as {allowed}, not as {suffix or 'a file without ending'}.")
