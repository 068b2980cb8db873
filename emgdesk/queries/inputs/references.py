"""References to documents in the desk's texts, resolved by its registers."""

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import Session

from emgdesk.domain.symbols import document_key, symbol_key
from emgdesk.queries.documents import list_documents
from emgdesk.reports.references import resolve

Linked = Callable[[str], str]
"""A text (CommonMark) to the same text with its `doc:SYMBOL` as links."""


def linked_texts(session: Session) -> Linked:
    """What makes links of references; the addresses are those of all registers of the desk."""
    lines = [row for row in list_documents(session) if row.symbol and row.web_address]
    of_documents = {document_key(row.symbol): row.web_address for row in lines}
    addresses = of_documents | {symbol_key(row.symbol): row.web_address for row in lines}
    return partial(resolve, addresses=addresses)
