"""Draws findings: the icon in the tone of how grave they are."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from emgdesk.ui.icons import pixmap
from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.theme import Tones
from emgdesk.ui.widgets.item_delegate import ItemDelegate

_TONES = {"circle-x": "bad", "triangle-alert": "warn"}
_ICON = 16
_BESIDE = 26  # pixels from an icon to its words


class FindingDelegate(ItemDelegate):
    """Over the icon of the list, the same one in its tone; those meant so stay grey."""

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, item: ListItem, tone: Tones, room: QRect
    ) -> None:
        if item.icon in _TONES and not item.faint:
            colour = tone.named(_TONES[item.icon])
            picture = pixmap(item.icon, _ICON, colour, painter.device().devicePixelRatioF())
            painter.drawPixmap(room.left() - _BESIDE, room.center().y() - _ICON // 2, picture)
        super()._paint_words(painter, option, item, tone, room)
