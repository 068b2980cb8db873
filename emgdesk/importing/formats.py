"""The exports the desk knows by their headers: what is declared here is all that is special to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from emgdesk.domain.folding import fold
from emgdesk.domain.workbooks import PARTICIPANTS
from emgdesk.importing.columns import EMAIL, Column
from emgdesk.importing.headers import Table, bare_table
from emgdesk.importing.tables import RawSheet


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of export. Its headers are compared folded, brackets and all.

    A file is of this format if its headers include every one of `all_of` and, unless empty, one of
    `any_of`. `attendance` is what a row says that says none itself ("" for nothing), `ignore` fields
    whose columns mean something else here, `columns` headers that are a field's whatever others say.
    """

    name: str
    all_of: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    attendance: str = ""
    ignore: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)


def _format(
    name: str, *, all_of: str = "", any_of: str = "", ignore: str = "", attended: bool = False
) -> Format:
    def parts(line: str) -> frozenset[str]:
        return frozenset(filter(None, line.split("|")))

    return Format(name, parts(all_of), parts(any_of), "attended" if attended else "", parts(ignore))


GENERIC = Format("generic")
WORKBOOK = Format("workbook")
FORMATS = (
    _format("zoom", any_of="name (original name)|user name (original name)", ignore="country", attended=True),
    _format("zoom", all_of="registration time|approval status"),
    _format("teams", all_of="first join|last leave", ignore="role", attended=True),
    _format("teams", any_of="participant id (upn)|teilnehmer-id (upn)", ignore="role", attended=True),
    _format("teams", all_of="full name|user action|timestamp", ignore="registered", attended=True),
    _format("webex", all_of="session name|attendee email", ignore="role", attended=True),
    _format("gotowebinar", all_of="interest rating|email address"),
    _format("gotomeeting", all_of="name|email address|join time|leave time", attended=True),
    _format("google-meet", all_of="time joined|time exited", attended=True),
    _format("ms-forms", all_of="start time|completion time|email|name"),
    _format("google-forms", all_of="timestamp", any_of="email address|username|full name"),
    _format("eventbrite", all_of="attendee #", any_of="attendee status|order #"),
    _format("indico", all_of="registration state"),
    _format("indico", all_of="id|name|email address|affiliation"),
)


def format_of(table: Table) -> Format:
    """The first declared format the table's headers fit, else the workbook's own or `GENERIC`."""
    if table.header is None:
        return next(f for f in FORMATS if f.name == "indico")
    seen = frozenset(fold(label) for label in table.labels)
    for one in FORMATS:
        if one.all_of <= seen and (not one.any_of or one.any_of & seen):
            return one
    own = frozenset(fold(label) for label in (*PARTICIPANTS.columns, "ID"))
    exported = fold(table.sheet.name) == "participants" and seen <= own
    return WORKBOOK if exported and "name" in seen else GENERIC


# Files without a header row, known by the number of columns and what stands in them.
_HEADERLESS: Mapping[int, tuple[str, ...]] = {6: ("given", "family", "entity", "function", "phone", "email")}


def headerless(
    sheet: RawSheet, columns_of: Callable[[Table], tuple[Column, ...]]
) -> tuple[Table, Mapping[str, int]] | None:
    """The whole sheet as the list Indico imports (first name to e-mail, no header), else None."""
    table = bare_table(sheet)
    fields = _HEADERLESS.get(len(table.labels))
    if fields is None:
        return None
    columns = columns_of(table)
    last = columns[fields.index("email")]
    filled = [column for column in columns[:2] if len(column.values) * 2 > len(sheet.rows)]
    if last.share(EMAIL.fullmatch) < 0.8 or len(last.values) * 2 < len(sheet.rows) or len(filled) < 2:
        return None
    return table, {name: index for index, name in enumerate(fields)}
