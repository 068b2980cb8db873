"""Which document of the register a text means: by symbol, number or title."""

from collections import defaultdict
from collections.abc import Mapping

from emgdesk.domain.codes import code_key
from emgdesk.domain.symbols import symbol_key
from emgdesk.importing.sheets.book_rows import key_of


class DocumentIndex:
    """Documents of the desk and of the file, by their refs."""

    def __init__(self) -> None:
        self._refs: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, ref: str, cells: Mapping[str, str]) -> None:
        """A document by the cells of its row: Symbol, Number and Title."""
        for kind, key in (
            ("symbol", symbol_key(cells.get("Symbol", ""))),
            ("number", code_key(cells.get("Number", "")).lstrip("0")),
            ("title", key_of(cells.get("Title", ""))),
        ):
            if key:
                self._refs[kind, key].add(ref)

    def find(self, written: str) -> str | None:
        """The one document a text means, None for none or several."""
        number = code_key(written).lstrip("0")
        for place in (("symbol", symbol_key(written)), ("number", number), ("title", key_of(written))):
            if len(refs := self._refs.get(place, set())) == 1:
                return next(iter(refs))
        return None
