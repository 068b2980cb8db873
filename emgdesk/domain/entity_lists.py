"""Entities written in one cell: "UNEP, WHO and FAO" taken apart, and together again."""

import re
from collections.abc import Iterable

_LINES = re.compile(r"\s*[;\n]\s*")
_COMMAS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=[A-Z][A-Z-]{1,}\b)")


def split_entities(text: str) -> tuple[str, ...]:
    """The names in a cell, each once: parted by semicolons or lines if there are any, else by commas.

    >>> split_entities("UNEP, WHO and FAO"), split_entities("UN Women; Office for Outer Space, Vienna")
    (('UNEP', 'WHO', 'FAO'), ('UN Women', 'Office for Outer Space, Vienna'))
    """
    parts = _LINES.split(text) if re.search(r"[;\n]", text.strip()) else _COMMAS.split(text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip().strip(".,; ")))


def join_entities(names: Iterable[str]) -> str:
    """Names as one cell, so that `split_entities` finds them again: commas, or semicolons if one has a comma.

    >>> join_entities(("UNEP", "WHO")), join_entities(("Office for Outer Space, Vienna",))
    ('UNEP, WHO', 'Office for Outer Space, Vienna;')
    """
    held = tuple(names)
    if not any("," in name or " and " in name for name in held):
        return ", ".join(held)
    return "; ".join(held) + (";" if len(held) == 1 else "")
