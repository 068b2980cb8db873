"""Numbered lists whose entries were broken over several lines, as columns of a page are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.functions import is_function
from emgdesk.importing.lists.entries import NUMBERED
from emgdesk.importing.sheets.columns import EMAIL

_PIECE = re.compile(r"\S+(?:[ \xa0]\S+)*")  # what two blanks or a tab part
_BRACKET = re.compile(r"\([^()]+\)\Z")
_TAIL = re.compile(r"[^\W\d_][\w'’.-]*(?: \([^()]+\))?\Z")  # "Fischer (BRS)", "Fischer"
_NEAR = 1  # characters between what stands below each other


@dataclass(slots=True)
class _Entry:
    """A piece of a line that a number begins, or two of them where an entity stands apart from the name."""

    line: int
    piece: int
    at: int  # where its name begins, in characters
    last: int  # the line its latest part stands in


class _Rejoiner:
    """Puts what continues an entry behind it, line by line."""

    def __init__(self) -> None:
        self.lines: list[list[str]] = []
        self.functions: dict[int, str] = {}  # position of a line: what its person does
        self._open: list[_Entry] = []

    def take(self, text: str) -> None:
        """Take the next line; what it continues is empty here afterwards."""
        line = len(self.lines)
        kept: list[str] = []
        pieces = list(_PIECE.finditer(text))
        self.lines.append(kept)
        for found in pieces:
            piece, at = found[0], found.start()
            numbered = NUMBERED.match(piece)
            if numbered:
                self._open = [one for one in self._open if abs(one.at - at - numbered.end()) > _NEAR]
                self._open.append(_Entry(line, len(kept), at + numbered.end(), line))
            elif self._continues(line, piece, at, alone=len(pieces) == 1):
                continue
            kept.append(piece)

    def _continues(self, line: int, piece: str, at: int, *, alone: bool) -> bool:
        entries = [one for one in self._open if one.last >= line - 1]
        below = [one for one in entries if abs(one.at - at) <= _NEAR]
        if not below and not (alone and at == 0 and len(entries) == 1):
            return False
        entry = (below or entries)[0]
        before = self.lines[entry.line][entry.piece]
        if is_function(piece):
            self.functions[entry.line] = piece
        elif EMAIL.fullmatch(piece):
            self.lines[entry.line].insert(entry.piece + 1, piece)
        elif _goes_on(before, piece, aligned=bool(below)):
            self.lines[entry.line][entry.piece] = f"{before}{'' if before.endswith('-') else ' '}{piece}"
        else:
            return False
        entry.last = line
        return True


def _goes_on(before: str, piece: str, *, aligned: bool) -> bool:
    """Whether a piece goes on where the entry above breaks off."""
    if before.endswith("-") or before.count("(") > before.count(")"):
        return True
    if before.endswith(")"):
        return False
    if _BRACKET.match(piece):
        return True
    return bool(_TAIL.match(piece)) and (aligned or piece.endswith(")"))


@dataclass(frozen=True, slots=True)
class Rejoined:
    """By line number: the cells of lines that are others once broken entries are put together, and
    the function that stood below the person of a line.
    """

    cells: Mapping[int, tuple[str, ...]]
    functions: Mapping[int, str]


def rejoined(lines: Sequence[tuple[int, str]]) -> Rejoined:
    """The lines (number, text) with what was broken put together."""
    rejoiner = _Rejoiner()
    for _, text in lines:
        rejoiner.take(text)
    cells = {
        number: tuple(kept)
        for (number, text), kept in zip(lines, rejoiner.lines, strict=True)
        if kept != _PIECE.findall(text)
    }
    return Rejoined(cells, {lines[at][0]: said for at, said in rejoiner.functions.items()})
