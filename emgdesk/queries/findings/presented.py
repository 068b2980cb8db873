"""Who presents, as titles and headings tell: "(presented by Ana Quell, UNEP)", "Remarks by Ana Quell"."""

import re

_PRESENTED = re.compile(r"\(+\s*presented by\s+([^()]+?)\s*\)", re.IGNORECASE)
_REMARKS = re.compile(
    r"\b(?:remarks|statement|address|presentation|keynote|welcome|update|briefing)s?\s+by\s+(?:the\s+)?([^()]+)$",
    re.IGNORECASE,
)


def presented_by(title: str) -> str:
    """The words of a title that name its presenters, "" without any."""
    found = _PRESENTED.search(title) or _REMARKS.search(title)
    return found[1] if found else ""
