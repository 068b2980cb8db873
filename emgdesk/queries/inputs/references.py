"""References to documents in the desk's texts, resolved by its registers."""

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import Session

from emgdesk.queries.documents import document_addresses
from emgdesk.reports.references import resolve

Linked = Callable[[str], str]
"""A text (CommonMark) to the same text with its `doc:SYMBOL` as links."""


def linked_texts(session: Session) -> Linked:
    """What makes links of references; the addresses are those of all registers of the desk."""
    return partial(resolve, addresses=document_addresses(session))
