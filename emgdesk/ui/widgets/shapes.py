"""The shapes of `reports.charts` drawn in the window, in the colours of the theme."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from emgdesk.reports.charts import Polygon, Rectangle, Shape, Stroke, Words
from emgdesk.ui.theme import is_dark, tones

_THINNEST = 0.6


class ShapePainter:
    """Measures and draws with one font, whose pixels are `dpi` to the inch; lengths are pixels."""

    def __init__(self, font: QFont, dpi: int) -> None:
        self._font, self._dpi = font, dpi
        self._faces: dict[tuple[float, bool, bool], tuple[QFont, QFontMetricsF]] = {}

    def measure(self, text: str, size: float, bold: bool) -> float:
        """The width of a text, as the layout of a chart asks for it."""
        return self._face(size, bold, False)[1].horizontalAdvance(text)

    def draw(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        """Draw shapes in their order."""
        for shape in shapes:
            match shape:
                case Rectangle():
                    painter.setPen(QPen(gray(0.0), _THINNEST) if shape.outline else Qt.PenStyle.NoPen)
                    painter.setBrush(toned(shape.fill))
                    painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
                case Polygon():
                    edge = (
                        QPen(gray(0.0), max(shape.weight, _THINNEST)) if shape.weight else Qt.PenStyle.NoPen
                    )
                    painter.setPen(edge)
                    painter.setBrush(toned(shape.fill))
                    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
                case Stroke():
                    pen = QPen(gray(shape.gray), max(shape.weight, _THINNEST))
                    if shape.dashed:
                        pen.setDashPattern([4.0, 3.0])
                    painter.setPen(pen)
                    painter.drawLine(QPointF(shape.x, shape.y), QPointF(shape.to_x, shape.to_y))
                case Words():
                    self._write(painter, shape)

    def _write(self, painter: QPainter, words: Words) -> None:
        font, metrics = self._face(words.size, words.bold, words.italic)
        wide = metrics.horizontalAdvance(words.text) if words.align != "left" else 0.0
        back = {"left": 0.0, "center": wide / 2, "right": wide}[words.align]
        painter.setFont(font)
        painter.setPen(toned((1.0, 1.0, 1.0)) if words.white else QColor(tones().text))
        painter.drawText(QPointF(words.x - back, words.y + words.size * 0.36), words.text)

    def _face(self, size: float, bold: bool, italic: bool) -> tuple[QFont, QFontMetricsF]:
        if (size, bold, italic) not in self._faces:
            font = QFont(self._font)
            font.setPointSizeF(size * 72 / self._dpi)
            font.setBold(bold)
            font.setItalic(italic)
            self._faces[size, bold, italic] = (font, QFontMetricsF(font))
        return self._faces[size, bold, italic]


def gray(value: float) -> QColor:
    """A gray of the page in the window, 0 black."""
    return toned((value, value, value))


def toned(colour: tuple[float, float, float]) -> QColor:
    """A colour of the page in the window: on a dark ground what is light is dark and the other way round.

    White becomes the ground and black the letters, so that hatchings stay as far apart.
    """
    printed = QColor.fromRgbF(*colour)
    if not is_dark():
        return printed
    ground, letters = QColor(tones().surface), QColor(tones().text)
    share = printed.lightnessF()
    if not printed.hslSaturationF():
        red, green, blue = (
            dark + (light - dark) * share
            for dark, light in (
                (letters.redF(), ground.redF()),
                (letters.greenF(), ground.greenF()),
                (letters.blueF(), ground.blueF()),
            )
        )
        return QColor.fromRgbF(red, green, blue)
    lightness = letters.lightnessF() + (ground.lightnessF() - letters.lightnessF()) * share
    return QColor.fromHslF(max(printed.hslHueF(), 0.0), printed.hslSaturationF(), lightness)
