"""The one family of errors a user may see: each carries a sentence a secretary understands."""


class EmgdeskError(Exception):
    """Something the user can mend; `str()` is the whole sentence to show.

    `place` names the file, row, cell or field at fault when the sentence alone
    does not lead there (a screen uses it to put the cursor).
    """

    def __init__(self, sentence: str, *, place: str | None = None) -> None:
        super().__init__(sentence)
        self.place = place


class InputError(EmgdeskError):
    """A file or a value handed in cannot be taken."""


class DataError(EmgdeskError):
    """The desk itself stands in the way: locked, of a newer version, moved on, not found."""


class OutputError(EmgdeskError):
    """A file cannot be written."""


class UsageError(EmgdeskError):
    """A command was called with words it does not know (exit status 2)."""


class CancelledError(Exception):
    """The user pressed Cancel; whatever was begun is rolled back."""
