"""The document register: numbers and symbols missing, twice, or not what they should be."""

from collections.abc import Iterator

from emgdesk.domain.folding import words
from emgdesk.domain.numbering import counted
from emgdesk.domain.register import are_versions, number_key
from emgdesk.domain.symbols import parse_symbol, symbol_key
from emgdesk.queries.documents import DocumentRow
from emgdesk.queries.findings.facts import Checked, document_spot, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found

_OUT = frozenset(("circulated", "final"))


def document_number_missing(facts: Checked) -> Iterator[Finding]:
    """A document has no number while others of the meeting have."""
    if any(row.number.strip() for row in facts.documents):
        for row in facts.documents:
            if not row.number.strip() and not _is_information(row):
                text = f"“{shortened(row.title)}” has no number."
                yield found("document-number-missing", document_spot(row), text)


def document_number_twice(facts: Checked) -> Iterator[Finding]:
    """Two documents have one number: versions in other languages, revisions and INF papers aside."""
    seen: dict[tuple[object, ...], DocumentRow] = {}
    for row in facts.documents:
        key = number_key(row.number, row.symbol, row.language)
        if key is None:
            continue
        first = seen.setdefault(key, row)
        if first is not row:
            text = f"“{shortened(first.title)}” and “{shortened(row.title)}” both have number {row.number}."
            yield found("document-number-twice", document_spot(row), text, first.id)


def _is_information(row: DocumentRow) -> bool:
    symbol = parse_symbol(row.symbol) if row.symbol else None
    return symbol is not None and bool(symbol.series)


def symbol_missing(facts: Checked) -> Iterator[Finding]:
    """A document that was circulated has no symbol."""
    for row in facts.documents:
        if not row.symbol.strip() and row.status in _OUT:
            text = f"“{shortened(row.title)}” was circulated without a symbol."
            yield found("symbol-missing", document_spot(row), text)


def symbol_twice(facts: Checked) -> Iterator[Finding]:
    """Two documents have one symbol, and are not one paper in two languages or before two meetings."""
    mine = {row.id for row in facts.documents}
    first: dict[str, list[DocumentRow]] = {}
    for row in sorted(facts.desk.documents, key=lambda row: row.id in mine):
        if not row.symbol.strip():
            continue
        others = first.setdefault(symbol_key(row.symbol), [])
        other = next((one for one in others if _clash(one, row)), None)
        others.append(row)
        if other is not None and row.id in mine:
            where = "" if other.id in mine else f" of {other.meeting}"
            text = (
                f"“{shortened(other.title)}”{where} and “{shortened(row.title)}” both have the symbol "
                f"{row.symbol}."
            )
            yield found("symbol-twice", document_spot(row), text, other.id)


def _clash(one: DocumentRow, other: DocumentRow) -> bool:
    if are_versions(one.language, other.language):
        return False
    return one.meeting_id == other.meeting_id or words(one.title) != words(other.title)


def symbol_not_understood(facts: Checked) -> Iterator[Finding]:
    """A symbol of a SOM cannot be read: no number can be told from it."""
    if facts.meeting.som_number is None:
        return
    for row in facts.documents:
        if row.symbol.strip() and parse_symbol(row.symbol) is None:
            text = f"“{row.symbol}” cannot be read as the symbol of a document of a SOM."
            yield found("symbol-not-understood", document_spot(row), text, row.symbol)


def symbol_of_another_som(facts: Checked) -> Iterator[Finding]:
    """A symbol names another SOM than the meeting whose document it is."""
    som = facts.meeting.som_number
    for row in facts.documents:
        symbol = parse_symbol(row.symbol) if som is not None and row.symbol else None
        if symbol is not None and symbol.som != som:
            text = f"{row.symbol} is a symbol of SOM {symbol.som}; this is a document of {row.meeting}."
            yield found("symbol-of-another-som", document_spot(row), text, row.symbol)


def document_without_file(facts: Checked) -> Iterator[Finding]:
    """A circulated document has neither a file nor an address; told once where none of them has."""
    out = [row for row in facts.documents if row.status in _OUT]
    bare = [row for row in out if not row.attachment_id and not row.web_address.strip()]
    if len(bare) == len(out) > 1:
        many = counted(len(out), "document", "documents")
        text = f"None of the {many} circulated has a file or a web address."
        yield found("document-without-file", Spot("Documents", "documents", facts.meeting.id), text)
        return
    for row in bare:
        text = f"“{shortened(row.title)}” was circulated and has neither a file nor a web address."
        yield found("document-without-file", document_spot(row), text)


RULES = (
    document_number_missing,
    document_number_twice,
    symbol_missing,
    symbol_twice,
    symbol_not_understood,
    symbol_of_another_som,
    document_without_file,
)
