"""Where the progress of a task was printed: the issued reports that carry its words."""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import IssuedDocument
from emgdesk.queries.workstreams import list_entries
from emgdesk.reports.blocks import Block, ItemList, Paragraph, plain
from emgdesk.reports.richtext import to_blocks

_REPORT = "progress-report"


def issues_of_entries(session: Session, *, task_id: str) -> dict[str, tuple[str, ...]]:
    """The symbols (or days, where they have none) of the issued progress reports that print an entry.

    By key of entry, the first issue first; an entry without a text, or printed nowhere, is left out.
    """
    issued = session.execute(
        select(IssuedDocument.symbol, IssuedDocument.at, IssuedDocument.lines)
        .where(IssuedDocument.name == _REPORT)
        .order_by(IssuedDocument.at, IssuedDocument.id)
    ).all()
    if not issued:
        return {}
    printed = [(symbol or at[:10], _joined(json.loads(lines or "[]"))) for symbol, at, lines in issued]
    found = {}
    for entry in list_entries(session, task_id=task_id):
        stretches = [words for words in map(_joined, _lines(to_blocks(entry.text))) if words]
        named = [name for name, text in printed if stretches and all(words in text for words in stretches)]
        if named:
            found[entry.id] = tuple(dict.fromkeys(named))
    return found


def _lines(blocks: Iterable[Block]) -> Iterable[list[str]]:
    """Each paragraph and list item, as it prints without its label."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield [plain(block.text)]
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from _lines(item.blocks)


def _joined(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())
