"""Editions of a deliverable as they are written: "2nd", "Edition 3", "2026"."""

import re

_NUMBER = re.compile(r"(\d+)(st|nd|rd|th)?(?!.*\d)", re.IGNORECASE)
_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def next_edition(edition: str) -> str:
    """The edition after this one, written as this one is; "2nd" after none, "" where it has no number.

    >>> next_edition("2nd"), next_edition("Edition 9"), next_edition("2025"), next_edition("Third edition")
    ('3rd', 'Edition 10', '2026', 'Fourth edition')
    """
    if not edition.strip():
        return "2nd"
    if found := _NUMBER.search(edition):
        number = int(found[1]) + 1
        ending = _ending(number) if found[2] else ""
        return f"{edition[: found.start()]}{number}{ending}{edition[found.end() :]}"
    first, apart, rest = edition.partition(" ")
    if first.lower() in _WORDS[:-1]:
        word = _WORDS[_WORDS.index(first.lower()) + 1]
        return f"{word.capitalize() if first[0].isupper() else word}{apart}{rest}"
    return ""


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
