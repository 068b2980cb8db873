"""Lines of addresses, as mail programs write them: names with their addresses, or addresses alone."""

import re

from emgdesk.importing.lists.entries import BULLET, NUMBERED, Entry
from emgdesk.importing.names.offices import is_of_office

_ADDRESSED = re.compile(
    r"""\s*(?:"(?P<quoted>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<plain>[^<>;"@]{0,200}?))\s*
        [<\[(]\s*(?:mailto:)?(?P<mail>[^@\s<>;,()\[\]]+@[^@\s<>;,()\[\]]+)\s*[>\])]\s*(?:[;,]|$)\s*""",
    re.VERBOSE,
)
_BARE = re.compile(r"\s*(?:mailto:)?([^@\s<>;,()\[\]\"']+@[^@\s<>;,()\[\]\"']+?)\s*(?:[;,\s]|$)\s*")


def addressed(text: str) -> list[Entry]:
    """The people of a line of addresses ("Ada Moss <a@x.org>; b@y.org"), [] where it is something else.

    There is one for each address; "a@x.org <a@x.org>" is one.
    """
    entries: list[Entry] = []
    at = 0
    text = re.sub(r"^\s*(?:from|to|cc|bcc|von|an|de|à|para)\s*:\s*", "", text, flags=re.IGNORECASE)
    while at < len(text):
        found = _ADDRESSED.match(text, at)
        if found:
            name = next((found[g] for g in ("quoted", "single", "plain") if found[g]), "")
            name = NUMBERED.sub("", BULLET.sub("", name), count=1).strip(" ,;\"'")
            mail = found["mail"].strip(".")
            if entries and entries[-1] == Entry("", email=mail):
                entries.pop()
            entries.append(Entry("" if "@" in name else name, email=mail))
        else:
            found = _BARE.match(text, at)
            if not found:
                return []
            entries.append(Entry("", email=found[1].strip(".")))
        at = found.end()
    return entries


def from_address(mail: str) -> str:
    """The name an address is made of, "" where it is not plainly one: "ada.moss@x.org" -> "Ada Moss"."""
    parts = re.split(r"[._]", mail.partition("@")[0])
    plain = 1 < len(parts) < 5 and all(part.replace("-", "").isalpha() and len(part) > 1 for part in parts)
    if not plain or any(is_of_office(part.lower()) for part in parts):
        return ""
    return " ".join(part.capitalize() for part in parts)
