"""Who presents, as a heading tells: "(presented by Ana Quell, UNEP)"."""

import re

_PRESENTED = re.compile(r"\(+\s*presented by\s+([^()]+?)\s*\)", re.IGNORECASE)


def presented_by(heading: str) -> str:
    """The words of a heading that name its presenters, "" without any."""
    found = _PRESENTED.search(heading)
    return found[1] if found else ""
