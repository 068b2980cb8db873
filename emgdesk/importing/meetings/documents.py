"""The sheet Documents, and the symbols of the sheet Meeting, against the register of the desk."""

from collections.abc import Mapping

from emgdesk.domain.codes import code_key
from emgdesk.domain.folding import words
from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.statuses import DOCUMENT_STATUSES
from emgdesk.domain.symbols import symbol_key
from emgdesk.domain.web_addresses import address_fault
from emgdesk.importing.matching.book_rows import by_id, by_keys
from emgdesk.importing.meetings.agenda import strange_ids
from emgdesk.importing.meetings.collecting import Changes, Collector, Values
from emgdesk.importing.meetings.ordering import Placed, left_told, move, moved_told
from emgdesk.importing.meetings.papers import DocumentIndex
from emgdesk.importing.meetings.plan import MEETING_REF, BookLine, MeetingFacts
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.book_rows import BookSheet, FileRow, key_of

_FIELDS = {
    "Number": "number", "Symbol": "symbol", "Title": "title", "Kind": "kind", "Distribution": "distribution",
    "Language": "language", "Submitted by": "submitted_by", "Status": "status",
    "Circulated on": "circulated_on", "Web address": "web_address",
}  # fmt: skip
_STATUSES = {
    **{status: status for status in DOCUMENT_STATUSES},
    "draft": "planned", "in preparation": "planned", "to come": "planned", "tbc": "planned",
    "forthcoming": "planned", "distributed": "circulated", "sent": "circulated", "shared": "circulated",
    "circulated on": "circulated", "issued": "final", "published": "final", "adopted": "final",
    "finalised": "final", "finalized": "final", "final version": "final",
}  # fmt: skip
_OF_MEETING = (
    ("Agenda symbol", "agenda_symbol", "Provisional agenda", "agenda"),
    ("Report symbol", "report_symbol", "Report of the meeting", "report"),
    ("Summary symbol", "summary_symbol", "Summary of action points", "action points"),
)


def plan_documents(
    sheet: BookSheet | None, book: MeetingBook, facts: MeetingFacts, to: Collector
) -> DocumentIndex:
    """Take every row; then enter the symbols of the meeting's own documents that nobody registered."""
    papers = DocumentIndex()
    for known in book.documents:
        papers.add(known.id, known.cells)
    order = [row.id for row in book.documents]
    before = len(order)
    symbols = {symbol_key(row.cells["Symbol"]) for row in book.documents if row.cells["Symbol"]}
    if sheet is not None:
        placed = _plan_rows(sheet, book, to)
        for row, ref in placed:
            papers.add(ref, row.cells)
        moved = move(placed, order) if to.may_change else "none"
        if moved == "moved":
            to.notes.append(moved_told(placed[0][0]))
            order, before = [ref for _, ref in placed], -1
        else:
            to.notes += [left_told(placed[0][0])] if moved == "left" else []
            order += [ref for _, ref in placed if ref not in order]
        symbols |= {symbol_key(row.get("Symbol")) for row in sheet.rows if row.get("Symbol")}
    for field, name, title, kind in _OF_MEETING:
        symbol = str(getattr(facts, name))
        if symbol and symbol_key(symbol) not in symbols:
            symbols.add(symbol_key(symbol))
            named = facts.summary_title if name == "summary_symbol" and facts.summary_title else title
            made = to.make(
                "document", meeting_id=MEETING_REF, symbol=symbol, title=named, kind=kind,
                distribution=facts.distribution,
            )  # fmt: skip
            order.append(made)
            papers.add(made, {"Symbol": symbol, "Title": named})
            said = f"{field} of sheet “Meeting” is entered in the register."
            to.lines.append(BookLine("Documents", 0, "new", symbol, named, {}, (said,)))
    if len(order) > before:
        to.place("document", order)
    return papers


def _plan_rows(sheet: BookSheet, book: MeetingBook, to: Collector) -> list[Placed]:
    """Take the rows of the sheet; those taken with their refs."""
    found, wrong, strange = by_id(sheet.rows, book.documents)
    if strange:
        to.notes.append(strange_ids(strange, sheet.name))
    rows = [row for row in sheet.rows if row.number not in wrong]
    symbol, number, title = "Symbol", "Number", "Title"
    by_keys(
        rows,
        book.documents,
        found,
        (
            (lambda r: symbol_key(r.get(symbol)), lambda k: symbol_key(k.cells[symbol])),
            (
                lambda r: (code_key(r.get(number)), key_of(r.get(title))),
                lambda k: (code_key(k.cells[number]), key_of(k.cells[title])),
            ),
            (lambda r: key_of(r.get(title)), lambda k: not k.cells[symbol] and key_of(k.cells[title])),
        ),
    )
    _refuse_doubles(rows, found, wrong)
    order = cell_dates.order_of([row.get("Circulated on") for row in rows])
    made: list[Placed] = []
    for row in sheet.rows:
        known = found.get(row.number)
        if known is None and row.number not in wrong and not (row.get(title) or row.get(symbol)):
            wrong[row.number] = f"The document has neither a Title nor a Symbol ({row.place(title)})."
        if row.number in wrong:
            to.problem(row, wrong[row.number], row.get(number), row.get(title))
            continue
        said, messages = _read(row, to.wishes.date_order or order)
        changes: Changes = {}
        if known is None:
            values: Values = {name: said.get(column, "") for column, name in _FIELDS.items()}
            values["workstream_id"] = to.stream(row, "Workstream")
            made.append((row, to.make("document", meeting_id=MEETING_REF, **values)))
        else:
            made.append((row, known.id))
            if code_key(said.get(number, "")).lstrip("0") == code_key(known.cells[number]).lstrip("0"):
                said.pop(number, None)  # a spreadsheet makes 1 of 01
            named = row.get(title) or row.get(symbol)
            changed = to.changed_texts(said, known, _FIELDS, changes, row if named else None)
            if not named and row.id == known.id and {title, symbol} <= sheet.columns:
                messages.append(f"The document has neither a Title nor a Symbol ({row.place(title)}).")
            if stream := to.changed_stream(row, "Workstream", known, changes):
                changed["workstream_id"] = stream
            if to.clears(row, known, "Workstream"):
                changes["Workstream"] = (known.cells["Workstream"], "")
                changed["workstream_id"] = None
            if changed:
                to.write("document", known.id, **changed)
        label = row.get(symbol) or row.get(number) or (known.cells[symbol] if known else "")
        to.line(row, known, changes, messages, label, row.get(title) or (known.cells[title] if known else ""))
    return made


def _refuse_doubles(rows: list[FileRow], known: Mapping[int, BookRow], wrong: dict[int, str]) -> None:
    """Two rows with one symbol are one document, unless both are on the desk with it already."""
    keys = {row.number: symbol_key(row.get("Symbol")) for row in rows if row.get("Symbol")}
    own = {n for n, key in keys.items() if n in known and symbol_key(known[n].cells["Symbol"]) == key}
    first: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row.number not in own):
        key = keys.get(row.number)
        if not key:
            continue
        if first.setdefault(key, row.number) != row.number and row.number not in own:
            wrong[row.number] = (
                f"Symbol {row.get('Symbol')} stands in row {first[key]} already ({row.place('Symbol')})."
            )


def _read(row: FileRow, order: cell_dates.DateOrder | None) -> tuple[dict[str, str], list[str]]:
    """The texts of a row with its status and date in the desk's words, and sentences on what is neither."""
    said, messages = dict(row.cells), []
    written = said.pop("Status", "")
    status = _STATUSES.get(" ".join(words(written)), "")
    if status:
        said["Status"] = status
    elif written:
        known = ", ".join(DOCUMENT_STATUSES)
        messages.append(f"“{written}” is no Status of a document; write {known} ({row.place('Status')}).")
    written = said.pop("Circulated on", "")
    day = cell_dates.iso_date(row.source.cells.get("Circulated on"), order) if written else ""
    if day:
        said["Circulated on"] = day
    elif written:
        messages.append(f"“{written}” is no date the desk understands ({row.place('Circulated on')}).")
    if fault := address_fault(said.get("Web address", "")):
        messages.append(f"{fault.rstrip('.')} ({row.place('Web address')}).")
        del said["Web address"]
    return said, messages
