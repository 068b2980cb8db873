"""Which sheets of a workbook to read."""

from emgdesk.errors import InputError
from emgdesk.importing.read.source import plain_name

_MOST, _LONGEST = 20, 60  # names that are told, characters of each


def choose_sheet(names: list[str], wanted: str | None, file_name: str) -> list[int]:
    """Places of the sheets to read: all, or the one wanted. Raises InputError if there is none such."""
    if not names:
        raise InputError(f"{file_name} is a workbook without any sheet.")
    if wanted is None:
        return list(range(len(names)))
    folded = wanted.strip().casefold()
    for index, name in enumerate(names):
        if name.strip().casefold() == folded:
            return [index]
    raise InputError(f"{file_name} has no sheet “{wanted}”; its sheets are: {_listed(names)}.")


def _listed(names: list[str]) -> str:
    shown = ", ".join(plain_name(name)[:_LONGEST] for name in names[:_MOST])
    return f"{shown} and {len(names) - _MOST:,} more" if len(names) > _MOST else shown
