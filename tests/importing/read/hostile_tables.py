"""Text tables that want too much."""

HEAD = b"Name,Entity\n"
ANA = b"Ana Lima,UNEP\n"


def unclosed(size: int) -> bytes:
    """A table whose second line opens a quotation mark that nothing closes."""
    line = b"Bo Chen,FAO,bo@fao.example\n"
    return HEAD + b'"' + ANA + line * (size // len(line))


def many_cells(rows: int, columns: int) -> bytes:
    """Rows filled from end to end."""
    return HEAD + (b"x," * (columns - 1) + b"x\n") * rows


def different_cells(rows: int = 4_900, columns: int = 999) -> bytes:
    """As many cells as are allowed, no two alike."""
    number = iter(range(rows * columns))
    lines = (b",".join(b"%08d" % next(number) for _ in range(columns)) for _ in range(rows))
    return HEAD + ANA + b"\n".join(lines)
