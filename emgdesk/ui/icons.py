"""Line icons from resources/icons, tinted to the palette and crisp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from emgdesk.paths import resources

_SIZES = (16, 18, 24)  # logical pixels: in lines, in the header, in menus of some systems


def icon(name: str, colour: str = "") -> QIcon:
    """The icon `name`, in the palette's button text or in `colour` ("#rrggbb")."""
    palette = QGuiApplication.palette()
    strong = colour or palette.color(QPalette.ColorRole.ButtonText).name()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    return _icon(name, strong, faint)


def pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of `ratio`."""
    picture = _draw(name, colour, round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def application_icon() -> QIcon:
    return QIcon(str(resources() / "icons" / "emgdesk.svg"))


def forget_icons() -> None:
    """Draw anew from now on: the palette has changed."""
    _icon.cache_clear()


@lru_cache(maxsize=256)
def _icon(name: str, strong: str, faint: str) -> QIcon:
    made = QIcon()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    for size in _SIZES:
        for ratio in ratios:
            made.addPixmap(pixmap(name, size, strong, ratio), QIcon.Mode.Normal)
            made.addPixmap(pixmap(name, size, faint, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _draw(name: str, colour: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", QColor(colour).name()).encode()))
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
