"""Charts as tables of their figures: Word's own charts would need a workbook inside the file.

The mandate chart is a picture, with its words beside it for whoever cannot see it.
"""

from dataclasses import replace
from datetime import date
from io import BytesIO

from docx.shared import Pt

from emgdesk.domain.numbering import counted
from emgdesk.jobs import Job
from emgdesk.reports.blocks import Chart, Column, Document, MandateChart, Table
from emgdesk.reports.charts import number
from emgdesk.reports.renderers.docx.elements import Frame, el
from emgdesk.reports.renderers.docx.flow import Flow, Line
from emgdesk.reports.renderers.docx.prose import Prose
from emgdesk.reports.renderers.docx.tables import place_table
from emgdesk.reports.renderers.pdf.theme import BOTTOM, PAGE_WIDTH, TOP

_DPI = 220
_HIGHEST = PAGE_WIDTH - TOP - BOTTOM - 12.0
"""How high a picture may be, in points."""
_TITLE = 118.0
"""Points of the first page that are left to group name and title."""


def place_chart(chart: Chart, flow: Flow, prose: Prose) -> None:
    """The title of `chart`, and its figures: a row a category, stacked ones with their sum."""
    unit = f" ({chart.unit})" if chart.unit and chart.unit.lower() not in chart.title.lower() else ""
    flow.add([Line(Frame("ChartTitle"), flow.setter.runs(f"{chart.title}{unit}")[1])])
    place_table(_figures(chart), flow, prose)


def place_mandates(chart: MandateChart, flow: Flow, job: Job) -> None:
    """Pictures of the chart as wide as the text, a page each; the first leaves room for the title."""
    from emgdesk.reports.renderers.png import page_pictures  # pdfium is needed for nothing else

    drawn = Document("", (replace(chart, lower=_TITLE),), landscape=True, dpi=_DPI)
    for index, picture in enumerate(page_pictures(drawn, job=job)):
        if index:
            flow.break_page()
        scale = min(flow.width / picture.width, _HIGHEST / picture.height)
        size = Pt(picture.width * scale), Pt(picture.height * scale)
        inline = flow.document.new_pic_inline(BytesIO(picture.content), *size)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        part = f" Part {index + 1}." if index else ""
        inline.docPr.set("descr", _in_words(chart) + part)
        flow.add([Line(Frame("Gap"), [el("r", el("drawing", inline))])])


def _in_words(chart: MandateChart) -> str:
    first, last = (date.fromordinal(day).year for day in chart.facts.span)
    rows = counted(len(chart.facts.rows), "workstream", "workstreams")
    events = counted(sum(len(row.events) for row in chart.facts.rows), "event", "events")
    return f"Chart of the mandates of {rows} from {first} to {last}, with {events}."


def _figures(chart: Chart) -> Table:
    names = [series.name for series in chart.series]
    summed = chart.kind == "stacked" and len(names) > 1
    columns = [Column(40, ""), *(Column(60 / (len(names) + summed), name, "right") for name in names)]
    if summed:
        columns.append(Column(60 / (len(names) + 1), "Together", "right"))
    rows = []
    for index, category in enumerate(chart.categories):
        values = [series.values[index] for series in chart.series]
        shown = [*values, sum(values)] if summed else values
        rows.append((category, *(number(value) for value in shown)))
    return Table(tuple(columns), tuple(rows), lines="rows")
