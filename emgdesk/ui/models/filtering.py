"""Filter as you type over folded text, without Qt: every word typed must occur in the row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from emgdesk.domain.folding import fold

_SEPARATOR = "\x1f"  # keeps a word from being found across two cells


class Haystack:
    """The folded text of rows; `narrow` keeps the indexes whose row holds every word.

    Making one costs a fold per cell: for very many rows, make it on the worker thread.
    """

    __slots__ = ("texts",)

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(texts)

    @classmethod
    def over(cls, rows: Iterable[Any], getters: Sequence[Callable[[Any], object]]) -> "Haystack":
        """The haystack of `rows` over the cells that `getters` give."""
        return cls(folded_row(row, getters) for row in rows)

    def narrow(self, words: Sequence[str], among: Sequence[int]) -> list[int]:
        """Those of `among` whose text holds all `words`, in the same order."""
        texts = self.texts
        found = list(among)
        for word in sorted(words, key=len, reverse=True):
            found = [index for index in found if word in texts[index]]
        return found


def folded_row(row: Any, getters: Sequence[Callable[[Any], object]]) -> str:
    """The text of one row to be searched."""
    return _SEPARATOR.join([fold(str(value)) for get in getters if (value := get(row))])


def filter_words(typed: str) -> tuple[str, ...]:
    """What was typed, folded, word by word."""
    return tuple(fold(typed).split())


def refines(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether rows that hold `words` are among those that hold `before`."""
    return all(any(old in new for new in words) for old in before)
