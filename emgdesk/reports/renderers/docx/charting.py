"""Charts as pictures: Word's own would need a workbook inside the file.

Their words and figures stand beside them for whoever cannot see them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from io import BytesIO

from docx.shared import Pt

from emgdesk.domain.numbering import counted
from emgdesk.jobs import Job
from emgdesk.reports.blocks import Chart, Document, MandateChart
from emgdesk.reports.charts import number
from emgdesk.reports.renderers.docx.elements import Frame, el
from emgdesk.reports.renderers.docx.flow import Flow, Line

_DPI = 220
_BELOW_TITLE = 5.0
_SPARE = 12.0
"""Points a picture leaves free on its page."""
_TITLE = 118.0
"""Points of the first page that are left to group name and title."""


def place_chart(chart: Chart, flow: Flow, job: Job) -> None:
    """The title of `chart`, and its bars as a picture; one higher than a page goes on on the next."""
    flow.add([Line(Frame("ChartTitle"), flow.setter.runs(chart.title)[1])])
    drawn = Document("", (replace(chart, title=""),), dpi=_DPI)
    _add(drawn, _told(chart), flow, job, above=_BELOW_TITLE)


def place_mandates(chart: MandateChart, document: Document, flow: Flow, job: Job) -> None:
    """Pictures of the chart as wide as the text, a page each; the first leaves room for the title."""
    drawn = replace(document, blocks=(replace(chart, lower=_TITLE),), dpi=_DPI)
    _add(drawn, _in_words(chart), flow, job)


def _add(drawn: Document, told: str, flow: Flow, job: Job, above: float | None = None) -> None:
    """The pages of a document as pictures, with `told` in their place for whoever cannot see them."""
    from emgdesk.reports.renderers.png import page_pictures  # pdfium is needed for nothing else

    for index, picture in enumerate(page_pictures(drawn, job=job)):
        if index:
            flow.break_page()
        scale = min(flow.width / picture.width, (flow.height - _SPARE) / picture.height)
        size = Pt(picture.width * scale), Pt(picture.height * scale)
        inline = flow.document.new_pic_inline(BytesIO(picture.content), *size)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        part = f" Part {index + 1}." if index else ""
        inline.docPr.set("descr", told + part)
        flow.add([Line(Frame("Gap", before=above if not index else None), [el("r", el("drawing", inline))])])


def _in_words(chart: MandateChart) -> str:
    first, last = (date.fromordinal(day).year for day in chart.facts.span)
    rows = counted(len(chart.facts.rows), "workstream", "workstreams")
    events = counted(sum(len(row.events) for row in chart.facts.rows), "event", "events")
    return f"Chart of the mandates of {rows} from {first} to {last}, with {events}."


def _told(chart: Chart) -> str:
    """The figures in words: "Bar chart: People (people). SOM 30: Members 12, Observers 3."."""
    unit = f" ({chart.unit})" if chart.unit and chart.unit.lower() not in chart.title.lower() else ""
    rows = (f"{name}: {_values(chart, at)}." for at, name in enumerate(chart.categories))
    return " ".join((f"Bar chart: {chart.title}{unit}.", *rows))


def _values(chart: Chart, at: int) -> str:
    shown: Iterable[str] = (f"{series.name} {number(series.values[at])}" for series in chart.series)
    return ", ".join(shown)
