"""A row of parts that goes on in the next."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from emgdesk.ui.widgets.flow import FlowLayout


@pytest.fixture
def row(qtbot):
    """A widget with four parts of 100 by 20 pixels."""
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(10, made)
    for at in range(4):
        part = QLabel(str(at))
        part.setFixedSize(100, 20)
        flow.insertWidget(at, part)
    return made


def places(row):
    row.layout().setGeometry(row.rect())
    parts = [row.layout().itemAt(at).widget() for at in range(row.layout().count())]
    return [(part.x(), part.y()) for part in parts if not part.isHidden()]


def test_what_does_not_fit_goes_on_in_the_next_row(row):
    assert row.layout().heightForWidth(430) == 20
    assert row.layout().heightForWidth(429) == 50
    row.resize(320, 60)
    assert places(row) == [(0, 0), (110, 0), (220, 0), (0, 30)]
    assert (row.layout().minimumSize().width(), row.layout().sizeHint().width()) == (100, 430)


def test_hidden_parts_take_no_room_and_new_ones_stand_where_they_belong(row):
    row.layout().itemAt(1).widget().hide()
    new = QLabel("new")
    new.setFixedSize(50, 20)
    row.layout().insertWidget(0, new)
    row.resize(500, 60)
    assert places(row) == [(0, 0), (60, 0), (170, 0), (280, 0)]
