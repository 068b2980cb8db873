"""Lines that lost their columns when they were copied out of a page."""

import re

from emgdesk.importing.names.displayed import looks_like_entity


def without_columns(text: str) -> list[str]:
    """The cells of a line that lost its columns ("12 Ada Moss FAO 57 Bo Lind WHO"), cut by their shape."""
    cells: list[str] = []
    for part in re.split(r"(?:(?<=\s)|^)(\d{1,4})[.)]?\s+(?=\D)", text):
        part = part.strip()
        if not part or part.isdigit():
            cells += [part] if part else []
            continue
        tokens = part.split()
        cut = next((at for at in range(2, len(tokens)) if looks_like_entity(" ".join(tokens[at:]))), 0)
        if cut and tokens[cut].isupper() and tokens[cut - 1].isupper() and len(tokens[cut:]) > 1:
            cut = len(tokens) - 1  # a family name in capitals, then the acronym
        cells += [" ".join(tokens[:cut]), " ".join(tokens[cut:])] if cut else [part]
    return cells
