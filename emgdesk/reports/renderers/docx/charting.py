"""Charts as tables of their figures: Word's own charts would need a workbook inside the file."""

from emgdesk.reports.blocks import Chart, Column, Table
from emgdesk.reports.charts import number
from emgdesk.reports.renderers.docx.elements import Frame
from emgdesk.reports.renderers.docx.flow import Flow, Line
from emgdesk.reports.renderers.docx.prose import Prose
from emgdesk.reports.renderers.docx.tables import place_table


def place_chart(chart: Chart, flow: Flow, prose: Prose) -> None:
    """The title of `chart`, and its figures: a row a category, stacked ones with their sum."""
    unit = f" ({chart.unit})" if chart.unit and chart.unit.lower() not in chart.title.lower() else ""
    flow.add([Line(Frame("ChartTitle"), flow.setter.runs(f"{chart.title}{unit}")[1])])
    place_table(_figures(chart), flow, prose)


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
