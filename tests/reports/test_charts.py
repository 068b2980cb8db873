from itertools import pairwise

import pytest

from emgdesk.reports.blocks import Chart, Series
from emgdesk.reports.charts import Drawing, Rectangle, Stroke, Words, layout, number, reach, split, ticks

STACKED = Chart(
    "stacked",
    "People",
    ("First", "Second"),
    (Series("Members", (40, 10)), Series("Observers", (10, 0))),
    "people",
)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


def drawn(chart: Chart, width: float = 400.0) -> Drawing:
    return layout(chart, width, measure, 8.0)


def bars(drawing: Drawing) -> list[tuple[float, float]]:
    """Left end and length of each stretch of a bar, swatches of the legend apart."""
    found = [s for s in drawing.shapes if isinstance(s, Rectangle) and s.outline and s.height > 8]
    return [(round(s.x, 6), round(s.width, 6)) for s in found]


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


@pytest.mark.parametrize(
    ("highest", "found"),
    [
        (0, (0, 1)), (1, (0, 1)), (3, (0, 1, 2, 3)), (6, (0, 1, 2, 3, 4, 5, 6)), (7, (0, 2, 4, 6, 8)),
        (79, (0, 20, 40, 60, 80)), (121, (0, 50, 100, 150)), (1204, (0, 500, 1000, 1500)),
    ],
)  # fmt: skip
def test_ticks_are_round_and_few(highest: float, found: tuple[float, ...]) -> None:
    assert ticks(highest) == found


def test_bars_are_as_long_as_their_numbers() -> None:
    (first, part), (after, small), (_, second) = bars(drawn(STACKED))
    assert after == pytest.approx(first + part)
    assert small == pytest.approx(part / 4)
    assert second == pytest.approx(part / 4)
    assert reach(STACKED) == 50


def test_numbers_names_and_sums_are_written_beside_the_bars() -> None:
    assert texts(drawn(STACKED)) == [
        "People", "Members", "Observers", "0", "10", "20", "30", "40", "50", "people",
        "First", "40", "10", "50", "Second", "10", "10",
    ]  # fmt: skip


def test_a_stretch_too_short_for_its_number_goes_without() -> None:
    chart = Chart("stacked", "", ("A",), (Series("x", (1,)), Series("y", (99,))))
    assert texts(drawn(chart, 200.0))[-3:] == ["A", "99", "100"]


def test_series_side_by_side() -> None:
    chart = Chart("grouped", "", ("A",), (Series("Registered", (30,)), Series("Attended", (20,))))
    (left, longer), (same, shorter) = bars(drawn(chart))
    assert (left, shorter) == (same, pytest.approx(longer * 2 / 3))
    assert reach(chart) == 30
    assert texts(drawn(chart))[-2:] == ["30", "20"]


def test_one_series_needs_no_legend_and_no_number_inside() -> None:
    assert texts(drawn(Chart("stacked", "T", ("A",), (Series("x", (2,)),)))) == ["T", "0", "1", "2", "A", "2"]


def test_everything_stays_in_the_width_and_height() -> None:
    names = ("A very long name of an entity that never ends and then goes on", "B")
    chart = Chart(
        "stacked", "T", names, tuple(Series(f"series {n}", (1000.0, n)) for n in range(5)), "people"
    )
    for width in (120.0, 300.0, 900.0):
        drawing = drawn(chart, width)
        for shape in drawing.shapes:
            if isinstance(shape, Rectangle):
                assert -0.01 <= shape.x <= shape.x + shape.width <= width + 0.01
                assert -0.01 <= shape.y <= shape.y + shape.height <= drawing.height
            elif isinstance(shape, Stroke):
                assert -0.01 <= min(shape.x, shape.to_x) <= max(shape.x, shape.to_x) <= width + 0.01
            elif shape.align == "right":
                assert shape.x - measure(shape.text, shape.size, shape.bold) >= -0.01


def test_hatching_stays_inside_its_bar() -> None:
    chart = Chart("stacked", "", ("A",), tuple(Series(str(n), (20,)) for n in range(5)))
    drawing = drawn(chart)
    hatched = [
        s for s in drawing.shapes if isinstance(s, Rectangle) and s.fill == (1.0, 1.0, 1.0) and s.height > 8
    ]
    assert len(hatched) == 2 + 2  # the third and the fifth series, each with the ground of its number
    lines = [s for s in drawing.shapes if isinstance(s, Stroke) and s.x != s.to_x and s.y != s.to_y]
    boxes = [s for s in drawing.shapes if isinstance(s, Rectangle) and s.outline]
    for line in lines:
        assert any(
            box.x - 0.01 <= min(line.x, line.to_x) <= max(line.x, line.to_x) <= box.x + box.width + 0.01
            and box.y - 0.01 <= min(line.y, line.to_y) <= max(line.y, line.to_y) <= box.y + box.height + 0.01
            for box in boxes
        )


def test_nothing_but_zeros() -> None:
    drawing = drawn(Chart("stacked", "", ("A",), (Series("x", (0,)), Series("y", (0,)))))
    assert bars(drawing) == []
    assert texts(drawing)[-2:] == ["A", "0"]


def test_parts_share_a_scale_and_every_category_is_in_one() -> None:
    names = tuple(f"E{n}" for n in range(7))
    chart = Chart("stacked", "T", names, (Series("x", tuple(range(7))),))
    parts = split(chart, 3)
    assert [part.categories for part in parts] == [names[:3], names[3:6], names[6:]]
    assert [part.title for part in parts] == ["T", "T (continued)", "T (continued)"]
    drawings = [layout(part, 400.0, measure, 8.0, reach(chart)) for part in parts]
    lengths = [width for drawing in drawings for _, width in bars(drawing)]
    assert all(later - earlier == pytest.approx(lengths[0]) for earlier, later in pairwise(lengths))


def test_numbers_are_written_plainly() -> None:
    assert [number(value) for value in (0, 7.0, 1204, 2.5)] == ["0", "7", "1,204", "2.5"]


def test_every_category_has_its_row() -> None:
    drawing = drawn(STACKED)
    (first, height), (second, same) = drawing.rows
    assert (second, same) == (first + height, height)
    inside = [s for s in drawing.shapes if isinstance(s, Words) and s.text == "Second"]
    assert second < inside[0].y < second + height < drawing.height


def test_long_names_stand_in_lines_beside_their_bars() -> None:
    name = "Support to the Sustainable Development Goals at Country Level"
    drawing = layout(
        Chart("stacked", "", (name,), (Series("One", (1,)),)), 400, lambda t, s, _: len(t) * s / 2
    )
    words = [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.align == "right"]
    assert [word.text for word in words] == [
        "Support to the Sustainable",
        "Development Goals at Country Level",
    ]
    assert words[1].y - words[0].y == pytest.approx(8 * 1.15)
    assert max(word.y for word in words) < drawing.rows[0][0] + drawing.rows[0][1]
