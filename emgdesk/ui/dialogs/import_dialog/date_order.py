"""Whether the dates of a file can be read in two ways, shown with dates of the file itself."""

from dataclasses import dataclass

from emgdesk.domain.dates import written_date
from emgdesk.importing.sheets.cell_dates import DateOrder, iso_date
from emgdesk.ui.dialogs.import_dialog.source import Opened

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """Dates under `header` that mean two days; `order` is how they are read, None: not said yet.

    `by_hand` tells that somebody chose the order.
    """

    header: str
    examples: tuple[str, ...]
    order: DateOrder | None
    by_hand: bool = False

    def means(self, order: DateOrder) -> str:
        """The first example as a date in words, read in this order: "10 July 2031"."""
        return written_date(iso_date(self.examples[0], order))

    def told(self) -> str:
        """The question, or how it was answered."""
        if self.order is None:
            return (
                f"The dates under “{self.header}” can be read in two ways. Which day is {self.examples[0]}?"
            )
        why = "as you said" if self.by_hand else "as the dates of the file or of the meeting show"
        return f"{self.examples[0]} under “{self.header}” is read as {self.means(self.order)}, {why}."


def date_question(opened: Opened) -> DateQuestion | None:
    """The question for what was read; None where no date of it can mean two days."""
    if opened.roster is None:
        return None
    mapped = opened.roster[1].mapped
    header = mapped.columns.get("registered", "")
    column = next((column for column in opened.columns() if column.label == header), None)
    values = dict.fromkeys(column.values) if column is not None else ()
    examples = tuple(value for value in values if _means_two(value))[:_EXAMPLES]
    if not examples:
        return None
    by_hand = opened.choices.date_order is not None
    order = opened.choices.date_order or mapped.date_order
    return DateQuestion(header, examples, order, by_hand)  # type: ignore[arg-type]


def _means_two(value: str) -> bool:
    first, second = iso_date(value, "dmy"), iso_date(value, "mdy")
    return bool(first and second) and first != second
