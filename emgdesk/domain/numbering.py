"""Generated numbers and letters: nobody types a label (rule 4), so nobody mistypes one."""

from typing import Literal

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

LabelStyle = Literal["1", "a", "A", "i", "I"]


def roman(number: int) -> str:
    """The lower-case Roman numeral of `number` (1 or more): 4 -> "iv"."""
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def letter(number: int) -> str:
    """The lower-case letter of `number` (1 or more), doubled after z as spreadsheets do: 27 -> "aa"."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def letter_number(text: str) -> int | None:
    """The number `letter` writes so, in either case: "aa" -> 27; None for what is no such letter."""
    if not (text.isascii() and text.isalpha() and len(text) <= 2):
        return None
    number = 0
    for one in text.lower():
        number = number * 26 + ord(one) - ord("a") + 1
    return number


def ordinal(number: int) -> str:
    """The English ordinal of `number`: 22 -> "22nd", 13 -> "13th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def label(number: int, style: LabelStyle) -> str:
    """`number` (1 or more) in a label style, without its point or bracket: (3, "I") -> "III"."""
    if style == "1":
        return str(number)
    text = letter(number) if style in "aA" else roman(number)
    return text.upper() if style in "AI" else text


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: (1, "entity", "entities") -> "1 entity"."""
    return f"{number:,} {one if number == 1 else many}"
