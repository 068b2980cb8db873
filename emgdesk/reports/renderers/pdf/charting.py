"""Charts as vectors: the shapes of `reports.charts` on the page."""

from collections.abc import Iterator

from emgdesk.reports.blocks import Chart
from emgdesk.reports.charts import Drawing, Measure, Rectangle, Stroke, Words, layout, reach, split
from emgdesk.reports.renderers.pdf.bands import Band, FillMark, Mark, RuleMark, TextMark
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import CHART_SIZE, CHART_SPACE, HAIRLINE, Style


def place_chart(chart: Chart, setter: Typesetter, pages: Pages) -> None:
    """Set a chart whole; one higher than a page goes on on the next, on the same scale."""
    measure = _measure(setter)
    highest = reach(chart)
    one, two = (
        layout(part, pages.width, measure, CHART_SIZE, highest).height
        for part in (split(chart, 1)[0], split(chart, 2)[0])
    )
    pitch = two - one
    most = int((pages.height - (one - pitch)) / pitch) if pitch > 0 else 1
    for part in split(chart, most):
        drawing = layout(part, pages.width, measure, CHART_SIZE, highest)
        pages.add([Band(drawing.height, tuple(_marks(drawing, setter)), CHART_SPACE)])


def _measure(setter: Typesetter) -> Measure:
    def width(text: str, size: float, bold: bool) -> float:
        lines = setter.lines(text, Style(size, size, bold=bold), float("inf"))
        return lines[0].width if lines else 0.0

    return width


def _marks(drawing: Drawing, setter: Typesetter) -> Iterator[Mark]:
    for shape in drawing.shapes:
        match shape:
            case Rectangle(x, y, width, height, fill, outline):
                yield FillMark(x, y, width, height, fill, HAIRLINE if outline else 0.0)
            case Stroke(x, y, to_x, to_y, weight, gray):
                yield RuleMark(x, y, to_x, to_y, weight, gray)
            case Words():
                yield from _words(shape, setter)


def _words(words: Words, setter: Typesetter) -> Iterator[TextMark]:
    style = Style(words.size, words.size, bold=words.bold, tint="white" if words.white else "black")
    for line in setter.lines(words.text, style, float("inf"))[:1]:
        back = {"left": 0.0, "center": line.width / 2, "right": line.width}[words.align]
        yield TextMark(line, words.x - back, words.y + words.size * 0.36, words.size)
