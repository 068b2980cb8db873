"""What kind of file was handed in: a roster, a work plan or a meeting workbook."""

from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.folding import fold
from emgdesk.errors import InputError, UsageError
from emgdesk.importing.rosters.layouts import layout_of
from emgdesk.importing.sheets.formats import GENERIC
from emgdesk.importing.tables import RawFile

Kind = Literal["roster", "workplan", "meeting"]
WANTED = ("auto", "roster", "attendance", "meeting", "workplan")
# The sheet a workbook of this kind must have, with the headers that must stand in it.
_OWN: tuple[tuple[Kind, str, frozenset[str]], ...] = (
    ("meeting", "meeting", frozenset(("field", "value"))),
    ("workplan", "tasks", frozenset(("task",))),
    ("workplan", "workstreams", frozenset(("name", "chapter"))),
    ("workplan", "mandate", frozenset(("workstream", "event"))),
    ("workplan", "members", frozenset(("workstream", "role"))),
    ("workplan", "names", frozenset(("workstream", "name"))),
    ("workplan", "deliverables", frozenset(("title", "workstream"))),
)
# Sheets of such workbooks that name no people.
_NO_PEOPLE = frozenset(
    (
        "meeting",
        "agenda",
        "documents",
        "actions",
        "effects",
        "paragraphs",
        "workstreams",
        "names",
        "mandate",
        "members",
        "tasks",
        "deliverables",
        "progress request",
    )
)
_SAID = {
    "meeting": "sheet “Meeting” with the columns Field and Value",
    "workplan": "sheet “Tasks” or “Workstreams”, nor another one of a work plan",
}


@dataclass(frozen=True, slots=True)
class Detected:
    """What a file is; `sheet`, `header_row` and `fingerprint` are those of its roster, if it has one."""

    kind: Kind
    format: str
    sheet: str
    header_row: int | None
    fingerprint: str
    sheets: tuple[str, ...]  # every sheet that holds anything


def detect(raw: RawFile, *, wanted: str = "auto", sheet: str | None = None) -> Detected:
    """The kind of `raw`, or its being what is `wanted`; a named `sheet` means a roster.

    Without a column of names in sight it is a roster still, one whose columns must be told.
    Raises `InputError` if the file is not what was wanted, is empty or has no such sheet.
    """
    if wanted not in WANTED:
        raise UsageError(f"“{wanted}” is no kind of import; the kinds are {', '.join(WANTED)}.")
    sheets = tuple(one.name for one in raw.sheets if one.rows)
    own = own_kind(raw)
    if wanted in ("meeting", "workplan") and wanted not in own:
        raise InputError(f"{raw.name} is no {wanted} workbook: it has no {_SAID[wanted]}.")
    if sheet is None and wanted not in ("roster", "attendance") and own:
        kind = wanted if wanted in ("meeting", "workplan") else own[0]
        return Detected("meeting" if kind == "meeting" else "workplan", "workbook", "", None, "", sheets)
    layout = layout_of(raw, sheet)
    if layout is None:
        return Detected("roster", GENERIC.name, sheet or "", None, "", sheets)
    table = layout.main
    if own and fold(table.sheet.name) in _NO_PEOPLE:
        raise InputError(
            f"{raw.name} is a {own[0]} workbook and sheet “{table.sheet.name}” names no people: import it "
            f"as what it is (--as {own[0]}).",
            place=table.sheet.name,
        )
    return Detected("roster", layout.form.name, table.sheet.name, table.header_row, table.fingerprint, sheets)


def own_kind(raw: RawFile) -> tuple[Kind, ...]:
    """The kinds of workbook of the desk's own that `raw` has the sheets of."""
    found: dict[Kind, None] = {}
    for kind, name, headers in _OWN:
        for one in raw.sheets:
            if fold(one.name) == name and any(headers <= _folded(row) for row in one.rows[:20]):
                found[kind] = None
    return tuple(found)


def _folded(row: tuple[object, ...]) -> frozenset[str]:
    return frozenset(fold(cell) for cell in row if isinstance(cell, str))
