"""Reading a spreadsheet or a text table: a file in, a `RawFile` out, through a child process.

The names are looked up when first used, so that the child, which imports its
own modules from this package, does not pay for the parent's.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from emgdesk.importing.read.reading import Reading, read, start_reading

__all__ = ["Reading", "read", "start_reading"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from emgdesk.importing.read import reading

    return getattr(reading, name)
