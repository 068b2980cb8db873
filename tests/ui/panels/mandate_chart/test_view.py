"""The chart in the window: mouse and keys on exact places."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.panels.mandate_chart import MandateChartView
from emgdesk.ui.panels.mandate_chart.view import NOTHING
from tests.many_mandates import many
from tests.reports.mandates import event, facts, row, stretch

CHART = facts(
    row(
        "reefs", stretch("2029-01-11", "2031-01-01"),
        events=(
            event("established", "2029-02-11", "e1"),
            event("extended", "2030-03-01", "e2", target_kind="action", target_id="act"),
        ),
    ),
    row("ports", stretch("2029-06-01", "2031-01-01"), events=(event("established", "2029-06-01", "e3"),)),
)  # fmt: skip


@pytest.fixture
def view(qtbot, appearance) -> MandateChartView:
    made = MandateChartView()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_chart(CHART)
    made.show()
    qtbot.waitExposed(made)
    return made


def place(view: MandateChartView, event_id: str) -> QPoint:
    """The middle of the mark of an event in the view."""
    area = next(a for a in view.canvas.areas if a.event_id == event_id)
    x = view.canvas.left + area.x + area.width / 2 - view.horizontalScrollBar().value()
    return QPoint(round(x), round(view.canvas.head + area.y + area.height / 2))


def press(view: MandateChartView, *keys: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(view, key, modifier)


def wheel(view: MandateChartView, x: float, steps: int) -> None:
    at = QPointF(x, 100.0)
    event_ = QWheelEvent(
        at, QPointF(view.viewport().mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event_)


def test_a_click_leads_to_the_decision_the_event_or_the_workstream(qtbot, view) -> None:
    led: list[tuple[str, str]] = []
    view.chosen.connect(lambda kind, key: led.append((kind, key)))
    for spot in (place(view, "e2"), place(view, "e1"), place(view, "e2") + QPoint(60, 0), QPoint(20, 40)):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert led == [
        ("action", "act"),
        ("mandate_event", "e1"),
        ("workstream", "reefs"),
        ("workstream", "reefs"),
    ]


def test_what_is_under_the_mouse_is_told(view) -> None:
    QTest.mouseMove(view.viewport(), place(view, "e2"))
    spot = place(view, "e2")
    assert view.area_at(spot.x(), spot.y()).words == "Team\nExtended.\nSOM at 2030-03-01"
    assert view.area_at(spot.x(), 5) is None
    assert (
        view.area_at(20, 40).words
        == "Team reefs\nSOM at 2029-02-11: established\nSOM at 2030-03-01: extended"
    )


def test_arrow_keys_walk_from_event_to_event_and_from_bar_to_bar(view) -> None:
    led: list[tuple[str, str]] = []
    view.chosen.connect(lambda kind, key: led.append((kind, key)))
    view.setFocus()
    told = []
    for key in "Right Right Right Right Down Up End Home".split():
        press(view, Qt.Key[f"Key_{key}"])
        told.append(view.accessibleDescription().split("\n")[-2:][0])
    assert told == [
        "Task Team", "Established.", "Extended.", "Extended.", "Task Team", "Established.", "Extended.",
        "Task Team",
    ]  # fmt: skip
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Return)
    assert led == [("action", "act")]


def test_keys_and_wheel_zoom_and_keep_the_day_in_place(view) -> None:
    said: list[str] = []
    view.zoomed.connect(said.append)
    view.setFocus()
    press(view, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0)
    assert said == ["125 %", "156 %", "125 %", "100 %"]
    at = place(view, "e2").x()
    wheel(view, at, 4)
    assert view.zoom == pytest.approx(1.25**4)
    assert abs(place(view, "e2").x() - at) <= 2
    assert view.horizontalScrollBar().maximum() > 500
    right = view.horizontalScrollBar().value()
    press(view, Qt.Key.Key_Right, control=True)
    assert view.horizontalScrollBar().value() == right + 60


def test_dragging_moves_the_chart_and_chooses_nothing(view) -> None:
    led: list[tuple[str, str]] = []
    view.chosen.connect(lambda kind, key: led.append((kind, key)))
    view.zoom_to(4.0)
    right = view.horizontalScrollBar().value()
    start = QPoint(500, 60)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start - QPoint(100, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(100, 0))
    assert view.horizontalScrollBar().value() == right + 100
    assert led == []


def test_names_and_years_stay_in_view(view) -> None:
    view.show_chart(many(40))
    view.zoom_to(3.0)
    before = view.grab().toImage()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 200)
    after = view.grab().toImage()
    names = (0, 0, round(view.canvas.left) - 4, view.height())
    bars = (round(view.canvas.left), round(view.canvas.head), 400, 200)
    assert before.copy(*names) == after.copy(*names)
    assert before.copy(*bars) != after.copy(*bars)


def test_all_in_view_makes_the_letters_smaller(view) -> None:
    view.show_chart(many(40))
    assert view.whole_height() > 700
    view.resize(900, 700)
    view.fit()
    assert view.zoom < 1.0
    assert view.whole_height() <= 700
    assert view.verticalScrollBar().maximum() == 0


def test_another_chart_keeps_the_event_reached(view) -> None:
    view.setFocus()
    view.reach("mandate_event", "e2")
    view.show_chart(facts(*CHART.rows[::-1]))
    led: list[tuple[str, str]] = []
    view.chosen.connect(lambda kind, key: led.append((kind, key)))
    press(view, Qt.Key.Key_Return)
    assert led == [("action", "act")]
    view.show_chart(NOTHING)
    press(view, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert led == [("action", "act")]


def test_the_whole_chart_as_a_picture(view) -> None:
    view.show_chart(many(40))
    picture = view.picture()
    assert picture.height() == pytest.approx(2 * view.whole_height(), abs=4)
    assert picture.width() == pytest.approx(2 * view.viewport().width(), abs=4)


def test_it_says_what_it_shows(view) -> None:
    assert view.accessibleName() == "Chart of mandates"
    assert view.accessibleDescription().startswith("2 workstreams, 3 events.")
    view.show_chart(MandateChartFacts((), (), (), CHART.today))
    assert view.accessibleDescription().startswith("0 workstreams, 0 events.")
