"""The headings of a meeting's report, their labels generated."""

from collections.abc import Iterator, Sequence

from emgdesk.domain.folding import words
from emgdesk.domain.numbering import letter, roman
from emgdesk.reports.blocks import Heading
from emgdesk.reports.builders.agenda_lines import with_presenters
from emgdesk.reports.builders.report_lines import ReportSection

_DEEPEST = 4


def headings(sections: Sequence[ReportSection], *, by_items: bool, roman_numbers: bool) -> Iterator[Heading]:
    """A heading for each section: "I. Opening" above unnumbered ones, or "1.", "(a)", "a." by items.

    An introduction before the items has no number; a section without a heading counts for nothing.
    """
    counts = [0] * _DEEPEST
    for section in sections:
        depth = min(section.depth, _DEEPEST - 1)
        text = section.heading.strip()
        introduces = by_items and depth == 0 and not counts[0] and words(text) == ("introduction",)
        if not text or introduces:
            yield Heading(text, depth + 1)
            continue
        counts[depth:] = [counts[depth] + 1, *[0] * (_DEEPEST - depth - 1)]
        if by_items:
            shown = with_presenters(text, section.presenters)
            yield Heading(shown, depth + 1, _by_items(depth, counts[depth]))
        else:
            label = f"{roman(counts[0]).upper()}." if roman_numbers and depth == 0 else ""
            yield Heading(text, depth + 1, label)


def _by_items(depth: int, number: int) -> str:
    return (f"{number}.", f"({letter(number)})", f"{letter(number)}.", f"{roman(number)}.")[depth]
