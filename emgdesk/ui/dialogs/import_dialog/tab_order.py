"""The order of the tabulator among widgets that are made while the window is open."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def order_tabs(*widgets: QWidget) -> None:
    """Let the tabulator go through these in their order; Qt puts what is made later at the very end."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
