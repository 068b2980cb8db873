"""Addresses of the web: what may be stored as one, and be opened by a reader of what is printed."""

import re

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def address_fault(address: str) -> str:
    """What is wrong with a web address, one sentence; "" for one of http or https, or none at all.

    >>> address_fault("https://reef.example/1"), address_fault("javascript:alert(1)")
    ('', '“javascript:alert(1)” is no web address; it begins with https://.')
    """
    scheme = _SCHEME.match(address)
    fits = scheme is None or scheme[1].lower() in ("http", "https")
    if address and (not fits or re.search(r"\s", address)):
        return f"“{address}” is no web address; it begins with https://."
    return ""
