"""How much a file may ask for before it is refused."""

from typing import NamedTuple

MAX_FILE_BYTES = 100_000_000
MAX_ENTRIES = 2_000  # parts of a zipped workbook
MAX_UNPACKED_BYTES = 400_000_000
MAX_ROWS = 200_000  # present rows, all sheets together
MAX_COLUMNS = 1_000
MAX_SHEETS = 1_000
MAX_CELLS = 5_000_000  # places from the first column to the last filled one, of all rows
MAX_FIELD = 1_000_000  # characters in one cell
MAX_TEXT = 100_000_000  # characters in all cells together
MAX_HELD = 250_000_000  # bytes the cells may take in the parent's memory


class Limits(NamedTuple):
    """What the reading child may take: seconds without any rows, seconds in all, and bytes."""

    silent: float = 8.0
    whole: float = 60.0
    memory: int = 1 << 30


LIMITS = Limits()
