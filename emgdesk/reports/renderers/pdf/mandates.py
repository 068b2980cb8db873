"""The mandate chart on its pages, as vectors with real text."""

from emgdesk.reports.blocks import MandateChart
from emgdesk.reports.charts.mandate_pages import PageForm, chart_pages
from emgdesk.reports.renderers.pdf.bands import Band, BookmarkMark
from emgdesk.reports.renderers.pdf.charting import marks_of, measured_by
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import CHART_SPACE

_LEAST = 0.4
"""The share of a page the chart begins on, if there is as much left of it."""


def place_mandates(chart: MandateChart, setter: Typesetter, pages: Pages) -> None:
    """Set the chart, page after page, each workstream with a line in the outline."""
    pages.add([Band(chart.lower, ())] if chart.lower else ())
    pages.finish()
    if pages.room < pages.height * _LEAST:
        pages.break_page()
    form = PageForm(chart.first, chart.last, pages.width, measured_by(setter), chart.events)
    before = 0.0 if pages.at_top else CHART_SPACE
    outline = BookmarkMark(1, "Mandate chart")
    for number, page in enumerate(chart_pages(chart.facts, form, pages.room - before, pages.height)):
        if number:
            pages.break_page()
        titles = (BookmarkMark(2, name, down) for name, down in page.rows)
        marks = (*(() if number else (outline,)), *titles, *marks_of(page.drawing.shapes, setter))
        pages.put(Band(page.drawing.height, marks, 0.0 if number else before))
