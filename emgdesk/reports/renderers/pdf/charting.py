"""Charts as vectors: the shapes of `reports.charts` on the page."""

from collections.abc import Iterable, Iterator

from emgdesk.reports.blocks import Chart
from emgdesk.reports.charts import (
    Measure,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
    Words,
    layout,
    reach,
    split,
)  # fmt: skip
from emgdesk.reports.renderers.pdf.bands import Band, FigureMark, FillMark, Mark, RuleMark, TextMark
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import CHART_SIZE, CHART_SPACE, HAIRLINE, Style, Tint


def place_chart(chart: Chart, setter: Typesetter, pages: Pages) -> None:
    """Set a chart whole; one higher than a page goes on on the next, on the same scale."""
    measure = measured_by(setter)
    highest = reach(chart)
    one, two = (
        layout(part, pages.width, measure, CHART_SIZE, highest).height
        for part in (split(chart, 1)[0], split(chart, 2)[0])
    )
    pitch = two - one
    most = int((pages.height - (one - pitch)) / pitch) if pitch > 0 else 1
    for part in split(chart, most):
        drawing = layout(part, pages.width, measure, CHART_SIZE, highest)
        pages.add([Band(drawing.height, tuple(marks_of(drawing.shapes, setter)), CHART_SPACE)])


def measured_by(setter: Typesetter) -> Measure:
    """How wide texts are that `setter` sets."""

    def width(text: str, size: float, bold: bool) -> float:
        lines = setter.lines(text, Style(size, size, bold=bold), float("inf"))
        return lines[0].width if lines else 0.0

    return width


def marks_of(shapes: Iterable[Shape], setter: Typesetter) -> Iterator[Mark]:
    """Shapes as marks of a band."""
    for shape in shapes:
        match shape:
            case Rectangle(x, y, width, height, fill, outline):
                yield FillMark(x, y, width, height, fill, HAIRLINE if outline else 0.0)
            case Polygon(points, fill, weight):
                yield FigureMark(points, fill, weight)
            case Stroke(x, y, to_x, to_y, weight, gray, dashed):
                yield RuleMark(x, y, to_x, to_y, weight, gray, dashed)
            case Words():
                yield from _words(shape, setter)


def _words(words: Words, setter: Typesetter) -> Iterator[TextMark]:
    tint: Tint = "white" if words.white else "black"
    style = Style(words.size, words.size, bold=words.bold, italic=words.italic, tint=tint)
    for line in setter.lines(words.text, style, float("inf"))[:1]:
        back = {"left": 0.0, "center": line.width / 2, "right": line.width}[words.align]
        yield TextMark(line, words.x - back, words.y + words.size * 0.36, words.size)
