"""A chart in the window: what it tells, where it leads, how it is drawn in light and dark."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from emgdesk.reports.blocks import Chart, Series
from emgdesk.reports.charts import Rectangle, Words
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.chart_view import ChartView

PEOPLE = Chart(
    "stacked",
    "People",
    ("SOM40 mid-term", "SOM40 technical"),
    (Series("Members", (40.0, 30.0)), Series("Observers", (2.0, 5.0)), Series("Guests", (1.0, 0.0))),
    "people",
)


@pytest.fixture
def shown(qtbot, appearance):
    def show(chart: Chart = PEOPLE, *, leads: bool = True) -> ChartView:
        view = ChartView(chart, leads=leads)
        qtbot.addWidget(view)
        view.resize(480, view.heightForWidth(480))
        view.show()
        return view

    yield show
    appearance.choose("system")


def picture(view: ChartView, ratio: float = 1.0) -> QImage:
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(tones().surface))
    painter = QPainter(image)
    view.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image


def middle(view: ChartView, at: int) -> QPoint:
    top, height = view._drawing.rows[at]
    return QPoint(view.width() // 2, round(top + height / 2))


def bars(view: ChartView) -> list[Rectangle]:
    first = view._drawing.rows[0][0]
    return [s for s in view._drawing.shapes if isinstance(s, Rectangle) and s.outline and s.y > first]


def test_it_says_its_numbers(shown):
    view = shown()
    assert view.accessibleName() == "Chart: People"
    assert view.accessibleDescription().splitlines() == [
        "SOM40 mid-term: Members 40, Observers 2, Guests 1, together 43 people",
        "SOM40 technical: Members 30, Observers 5, Guests 0, together 35 people",
    ]
    view.show_chart(Chart("grouped", "Came", ("A",), (Series("Registered", (3,)), Series("Attended", (2,)))))
    assert view.told(0) == "A: Registered 3, Attended 2"
    view.show_chart(Chart("stacked", "", ("A",), (Series("People", (3,)),), "people"))
    assert (view.accessibleName(), view.told(0)) == ("Chart: people", "A: 3 people")


def test_a_click_leads_to_the_category(qtbot, shown):
    view, chosen = shown(), []
    view.chosen.connect(chosen.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 1))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert chosen == ["SOM40 technical"]
    still = shown(leads=False)
    still.chosen.connect(chosen.append)
    qtbot.mouseClick(still, Qt.MouseButton.LeftButton, pos=middle(still, 0))
    assert chosen == ["SOM40 technical"]


def test_the_mouse_marks_the_category_it_is_over(qtbot, shown):
    view = shown()
    qtbot.mouseMove(view, middle(view, 1))
    assert view._at == 1
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view, QPoint(5, 5))
    assert view._at == -1
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_arrows_and_enter_do_what_the_mouse_does(qtbot, shown):
    view, chosen = shown(), []
    view.chosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == ["SOM40 technical", "SOM40 mid-term"]


def test_it_is_as_high_as_its_categories_need(shown):
    view = shown()
    top, height = view._drawing.rows[-1]
    assert top + height < view.heightForWidth(480) == view.height()
    assert all(shape.x < 480 for shape in view._drawing.shapes if isinstance(shape, Words))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_series_stay_apart_in_light_and_dark(appearance, shown, scheme):
    appearance.choose(scheme)
    view = shown()
    image = picture(view)
    found = []
    for bar in bars(view)[:2]:
        inside = image.pixelColor(round(bar.x + 4), round(bar.y + 4))
        found.append(inside.lightnessF())
    ground = image.pixelColor(2, 2).lightnessF()
    assert image.pixelColor(2, 2) == QColor(tones().surface)
    assert abs(found[0] - ground) > 0.4
    assert abs(found[0] - found[1]) > 0.3


def test_the_page_and_the_light_window_show_the_same_colours(appearance, shown):
    appearance.choose("light")
    view = shown()
    bar = bars(view)[0]
    assert picture(view).pixelColor(round(bar.x + 4), round(bar.y + 4)) == QColor("#1c4070")


def test_hatchings_are_drawn(appearance, shown):
    appearance.choose("light")
    view = shown(Chart("stacked", "", ("A",), tuple(Series(str(n), (20.0,)) for n in range(3)), "people"))
    bar = bars(view)[2]
    image = picture(view)
    along = {
        image.pixelColor(round(bar.x) + step, round(bar.y + 4)).lightness()
        for step in range(4, round(bar.width) - 4)
    }
    assert min(along) < 140
    assert max(along) > 240


def test_lines_are_sharp_on_a_fine_screen(shown):
    view = shown()
    bar = bars(view)[0]
    fine = picture(view, 2.0)
    assert fine.width() == 960
    row = round((bar.y + 4) * 2)
    edge = [fine.pixelColor(x, row) for x in range(round(bar.x * 2) - 4, round(bar.x * 2) + 8)]
    steps = [abs(a.lightness() - b.lightness()) for a, b in pairwise(edge)]
    assert sum(step > 20 for step in steps) <= 5  # ground, outline and bar, without a smear between
