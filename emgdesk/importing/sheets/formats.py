"""The exports the desk knows by their headers: what is declared here is all that is special to them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from emgdesk.domain.folding import fold
from emgdesk.domain.workbooks import PARTICIPANTS
from emgdesk.importing.sheets.columns import EMAIL, Column
from emgdesk.importing.sheets.headers import Table, bare_table
from emgdesk.importing.tables import RawSheet

WAITING = "Time spent in the waiting room, not in the meeting."
_WAITED = ("in waiting room", "im warteraum", "in warteraum", "en salle d'attente", "en la sala de espera")
BREAKOUT = "A breakout session, not the meeting itself."


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows of an export that are not about the meeting: those whose column says one of `words`."""

    headers: tuple[str, ...]  # folded, in several languages
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of export. Its headers are compared folded, brackets and all.

    A file is of this format if its headers include every one of `all_of` and, unless empty, one of
    `any_of`, or one fits `pattern`. `attendance` is what a row says that says none itself ("" for
    nothing), `ignore` fields whose columns mean something else here, `columns` headers that are a
    field's whatever others say. `original` says that brackets after a name hold the account's name,
    `stacked` that all tables of the sheet are about the people, `answers` that the latest of several
    rows of one person counts, `buyers` that people of one order share an address.
    """

    name: str
    all_of: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    attendance: str = ""
    ignore: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    aside: tuple[Aside, ...] = ()
    original: bool = False
    stacked: bool = False
    answers: bool = False
    buyers: bool = False

    def fits(self, headers: frozenset[str]) -> bool:
        """Whether a table with these headers is of this format."""
        if self.pattern is not None:
            return any(map(self.pattern.search, headers))
        return self.all_of <= headers and (not self.any_of or not self.any_of.isdisjoint(headers))


def _parts(line: str) -> frozenset[str]:
    return frozenset(filter(None, line.split("|")))


def _teams(all_of: str = "", pattern: str = "", ignore: str = "role") -> Format:
    found = re.compile(pattern) if pattern else None
    return Format("teams", _parts(all_of), attendance="attended", ignore=_parts(ignore), pattern=found)


def _form(name: str, all_of: str, any_of: str = "", registered: str = "") -> Format:
    columns = {"registered": registered} if registered else {}
    return Format(name, _parts(all_of), _parts(any_of), columns=columns, answers=True)


GENERIC = Format("generic")
WORKBOOK = Format("workbook")
INDICO = Format("indico", _parts("id|name|email address|affiliation"))
ANNEX = Format("annex-text")
NAMES = Format("names-list")
FORMATS = (
    Format(
        "zoom",
        pattern=re.compile(r"^(?:\w+ )?(?:name|nom|nombre|nome)\b[^()]*\([^()]*\borigin"),
        attendance="attended",
        ignore=_parts("country|role"),
        aside=(Aside(_WAITED, ("yes", "y", "true", "ja", "oui", "si", "sí"), WAITING),),
        original=True,
        stacked=True,
    ),
    Format("zoom", _parts("registration time|approval status")),
    _teams("first join|last leave"),
    _teams(pattern=r"\(upn\)"),
    _teams("full name|user action|timestamp", ignore="role|registered"),
    _teams("vollstandiger name|benutzeraktion|zeitstempel", ignore="role|registered"),
    _teams("nom complet|action de l'utilisateur|horodateur", ignore="role|registered"),
    _teams("nombre completo|accion del usuario|marca de tiempo", ignore="role|registered"),
    _teams("full name|join time|leave time"),
    _teams("name|join time|leave time|duration|email|role"),
    _teams("sessionid|participantid|fullname", ignore="role|registered"),
    Format(
        "webex",
        any_of=_parts("attendee email|display name"),
        all_of=_parts("session name"),
        attendance="attended",
        ignore=_parts("role"),
        aside=(Aside(("session name",), ("breakout",), BREAKOUT),),
    ),
    Format(
        "webex", _parts("attendee email|attendance duration"), attendance="attended", ignore=_parts("role")
    ),
    Format("gotowebinar", _parts("interest rating|email address")),
    Format("gotowebinar", _parts("attended|email address|unsubscribed")),
    Format("gotomeeting", _parts("name|email address|join time|leave time"), attendance="attended"),
    Format("google-meet", _parts("time joined|time exited"), attendance="attended"),
    _form("ms-forms", "start time|completion time", "email|name"),
    _form("ms-forms", "startzeit|fertigstellungszeit", registered="Fertigstellungszeit"),
    _form("ms-forms", "heure de debut|heure de fin", registered="Heure de fin"),
    _form("ms-forms", "hora de inicio|hora de finalizacion", registered="Hora de finalización"),
    _form("google-forms", "timestamp", "email address|username|full name|email|name|first name"),
    _form("google-forms", "zeitstempel"),
    _form("google-forms", "horodateur"),
    _form("google-forms", "marca temporal"),
    Format("eventbrite", _parts("attendee #"), _parts("attendee status|order #"), buyers=True),
    Format("eventbrite", _parts("order #|order date|ticket type"), buyers=True),
    Format("indico", _parts("registration state")),
    INDICO,
)


def format_of(table: Table) -> Format:
    """The first declared format the table's headers fit, else the workbook's own or `GENERIC`."""
    if table.header is None:
        return INDICO
    seen = frozenset(fold(label) for label in table.labels)
    for one in FORMATS:
        if one.fits(seen):
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
