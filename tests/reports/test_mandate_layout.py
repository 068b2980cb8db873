"""The mandate chart laid out: exact places of bars, marks and lines in small charts."""

from itertools import pairwise

import pytest

from emgdesk.reports.charts import Polygon, Rectangle, Stroke, Words
from emgdesk.reports.charts.mandate_bars import ACTIVE, PART
from emgdesk.reports.charts.mandate_legend import mandate_legend
from emgdesk.reports.charts.mandate_marks import MARKED, mark
from emgdesk.reports.charts.mandate_pages import PageForm, chart_pages
from emgdesk.reports.charts.mandate_scale import Scale, full_scale
from emgdesk.reports.charts.mandates import MandatePlan, name_areas, plan
from emgdesk.reports.mandates import Descent, MandateChartFacts, only
from tests.many_mandates import many
from tests.reports.mandates import day, event, facts, measure, row, stretch

SIZE = 10.0
SCALE = Scale(day("2029-01-01"), day("2032-01-01"), 1095.0)  # a day is 1 wide


def laid_out(*rows, lines: tuple[Descent, ...] = (), scale: Scale = SCALE, **options) -> MandatePlan:
    return plan(facts(*rows, lines=lines), scale, 200.0, measure, SIZE, **options)


def bars(found: MandatePlan, fill: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    """Left end, width and height of the bars of a fill."""
    rectangles = (s for s in found.bars if isinstance(s, Rectangle) and s.fill == fill)
    return [(round(s.x, 3), round(s.width, 3), round(s.height, 3)) for s in rectangles]


def texts(shapes) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def test_bars_stand_at_their_days() -> None:
    found = laid_out(
        row("a", stretch("2029-01-11", "2029-04-11"), stretch("2029-04-11", "2029-07-20", "part"))
    )
    assert bars(found, ACTIVE) == [(10.0, 90.0, 13.5)]
    assert bars(found, PART) == [(100.0, 100.0, 8.64)]
    (placed,) = found.rows
    assert placed.middle == pytest.approx(10.55)
    assert found.height == pytest.approx(21.1)


def test_what_lies_outside_the_years_shown_is_cut_off() -> None:
    found = laid_out(
        row("a", stretch("2027-01-01", "2029-01-31")), row("b", stretch("2020-01-01", "2021-01-01"))
    )
    assert bars(found, ACTIVE) == [(0.0, 30.0, 13.5)]


def test_every_status_has_a_dress_that_needs_no_colour() -> None:
    dressed = {}
    for status in ("active", "part", "proposed", "lapsed", "ahead"):
        found = laid_out(row("a", stretch("2029-01-11", "2029-04-11", status)))
        own = [s for s in found.bars if not isinstance(s, Words)]
        (bar,) = [s for s in own if isinstance(s, Rectangle) and s.x == 10.0]
        strokes = [s for s in own if isinstance(s, Stroke) and 10.0 <= s.x <= 100.0 and s.to_x <= 100.0]
        slanted = sum(s.x != s.to_x and s.y != s.to_y for s in strokes) > 5
        dressed[status] = (round(bar.fill[0], 2), bar.height, slanted, any(s.dashed for s in strokes))
    assert len(set(dressed.values())) == 5
    assert dressed["lapsed"][2]
    assert dressed["proposed"][3]


def test_marks_of_all_kinds_differ_in_shape() -> None:
    def outline(kind: str) -> tuple[tuple[tuple[float, float], ...], bool]:
        *_, last = mark(kind, 0.0, 0.0, 1.0)
        assert isinstance(last, Polygon)
        return last.points, last.weight == 0.0

    assert len(MARKED) == 14
    assert len({outline(kind) for kind in MARKED}) == 14


def test_events_stand_at_their_days_and_never_on_one_another() -> None:
    held = (
        event("established", "2029-04-11"),
        event("renamed", "2029-04-11"),
        event("extended", "2029-12-31"),
    )
    found = laid_out(row("a", stretch("2029-04-11", "2030-04-11"), events=held))
    areas = [area for area in found.areas if area.event_id]
    assert [round(area.x + area.width / 2, 3) for area in areas] == [100.0, 109.9, 364.0]
    assert [area.event_id for area in areas] == ["established", "renamed", "extended"]
    assert laid_out(row("a", stretch("2029-04-11", "2030-04-11"), events=held), events=False).areas == (
        found.areas[0],
    )


def test_a_date_known_roughly_shows_how_far_it_may_be_off() -> None:
    held = (event("established", "2029"), event("extended", "2030-05"))
    found = laid_out(row("a", stretch("2029-07-02", "2031-01-01", rough=True), events=held))
    whiskers = [s for s in found.bars if isinstance(s, Stroke) and s.gray == 0.0 and s.y == s.to_y]
    assert [(round(s.x), round(s.to_x)) for s in whiskers] == [(0, 364), (485, 515)]
    pale = [s for s in found.bars if isinstance(s, Rectangle) and ACTIVE[0] < s.fill[0] < 0.96]
    assert len(pale) == 3
    assert all(s.x + s.width <= SCALE.x(day("2029-07-02")) + 0.01 for s in pale)


def test_a_line_leaves_an_end_and_arrives_at_a_bar_from_above() -> None:
    line = Descent("e", "succeeded", day("2029-04-11"), "a", "b", "Team a", "Team b")
    found = laid_out(
        row("a", stretch("2029-01-11", "2029-04-11")),
        row("b", stretch("2029-04-11", "2030-04-11")),
        lines=(line,),
    )
    one, two = found.rows
    across, down = [s for s in found.bars if isinstance(s, Stroke) and s.weight == 1.0]
    assert (across.x, across.to_x, across.y) == (100.0, 105.0, one.middle)
    assert (down.x, down.y) == (105.0, one.middle)
    (arrow,) = [s for s in found.bars if isinstance(s, Polygon) and s.fill == (0.0, 0.0, 0.0)]
    assert arrow.points[0] == (105.0, two.middle - 6.75)
    assert "successor" in texts(found.bars)
    assert found.line_areas == ()  # whose event is not among the rows


def test_a_line_tells_its_event() -> None:
    line = Descent("e", "absorbed", day("2030-01-01"), "b", "a", "Team b", "Team a")
    held = (event("absorbed", "2030-01-01", "e"),)
    whole = stretch("2029-01-11", "2031-01-01")
    found = laid_out(
        row("a", whole, events=held), row("b", stretch("2029-01-11", "2030-01-01")), lines=(line,)
    )
    (area,) = found.line_areas
    one, two = found.rows
    assert (area.kind, area.id, area.words) == ("mandate_event", "e", "Team\nAbsorbed.\nSOM at 2030-01-01")
    assert area.holds(370.0, (one.middle + two.middle) / 2)


def test_lines_of_one_day_run_beside_one_another_unless_they_end_together() -> None:
    on = day("2030-01-01")
    rows = [row(key, stretch("2029-01-11", "2031-01-01")) for key in "abcd"]
    apart = (Descent("1", "split", on, "a", "c"), Descent("2", "split", on, "b", "d"))
    found = laid_out(*rows, lines=apart)
    xs = {s.x for s in found.bars if isinstance(s, Stroke) and s.weight == 1.0}
    assert xs == {365.0, 372.5}
    together = (Descent("1", "became part of", on, "b", "a"), Descent("2", "became part of", on, "c", "a"))
    found = laid_out(*rows, lines=together)
    assert {s.x for s in found.bars if isinstance(s, Stroke) and s.weight == 1.0} == {365.0}


def test_a_line_to_what_is_not_shown_names_it() -> None:
    line = Descent("e", "absorbed", day("2029-04-11"), "a", "b", "Team a", "Team b")
    whole = facts(
        row("a", stretch("2029-01-11", "2029-04-11")),
        row("b", stretch("2029-01-01", "2030-01-01")),
        lines=(line,),
    )
    for kept, words in (("a", "absorbed: Team b"), ("b", "absorbed: Team a")):
        found = plan(only(whole, frozenset(kept)), SCALE, 200.0, measure, SIZE)
        assert words in texts(found.bars)


def test_earlier_names_and_kinds_stand_below_the_bar() -> None:
    renamed = row(
        "a",
        stretch("2029-01-11", "2030-01-01", name="Reefs"),
        stretch("2030-01-01", "2031-01-01", name="Corals"),
    )
    assert [t for t in texts(laid_out(renamed).bars) if t in ("Reefs", "Corals")] == ["Reefs", "Corals"]
    assert texts(laid_out(row("a", stretch("2029-01-11", "2030-01-01"))).bars) == []
    now = "Working Group on a great many things " * 8
    long = row(
        "a", stretch("2029-01-11", "2030-01-01", name="Reefs"), stretch("2030-01-01", "2031-01-01", name=now),
        name=now,
    )  # fmt: skip
    assert texts(laid_out(long).bars) == ["Reefs"]


def test_until_when_a_mandate_runs_stands_behind_its_bar() -> None:
    running = stretch("2029-01-11", "2031-01-01")
    assert "until SOM 31" in texts(laid_out(row("a", running, until="SOM 31")).bars)
    lapsed = stretch("2030-01-01", "2031-01-01", "lapsed")
    assert "ran out: SOM 30" in texts(laid_out(row("a", lapsed, until="SOM 30")).bars)
    assert texts(laid_out(row("a", running, until="SOM 30", status="concluded")).bars) == []


def test_one_without_a_dated_event_says_so() -> None:
    assert texts(laid_out(row("a")).bars) == ["no dated event"]


def test_soms_above_years_and_the_day_below() -> None:
    found = laid_out(row("a"))
    assert texts(found.above) == ["SOM", "29", "30", "31"]
    assert [s.bold for s in found.above if isinstance(s, Words)] == [True, True, True, False]
    assert texts(found.below) == ["2029", "2030", "2031", "1 January 2031"]
    narrow = laid_out(row("a"), scale=Scale(SCALE.first, SCALE.last, 60.0))
    assert texts(narrow.below)[:-1] == ["2030"]


def test_long_names_are_wrapped_and_then_cut() -> None:
    name = "Working Group on " + "very " * 40 + "long names"
    found = laid_out(row("a", name=name), row("b", name="Short", level=1))
    lines = found.rows[0].lines
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert all(measure(line, SIZE, True) <= 200.0 for line in lines)
    assert [s.bold for s in found.names if isinstance(s, Words)] == [True] * 4 + [False]
    assert name_areas(found, 200.0)[0].words == name


def test_areas_say_what_they_lead_to() -> None:
    held = (event("extended", "2030-05-02", "e1", target_kind="action", target_id="x", note="By letter."),)
    found = laid_out(row("a", stretch("2029-01-11", "2031-01-01", name="Reefs"), events=held, until="SOM 31"))
    bar, mark_ = found.areas
    assert (bar.kind, bar.id, mark_.kind, mark_.id, mark_.event_id) == (
        "workstream",
        "a",
        "action",
        "x",
        "e1",
    )
    assert bar.words == (
        "Reefs\nTask Team\nWith a mandate of its own, from 11 January 2029 to 1 January 2031.\nUntil SOM 31."
    )
    assert mark_.words == "Reefs\nExtended.\nSOM at 2030-05-02\nBy letter."
    assert mark_.holds(SCALE.x(day("2030-05-02")), found.rows[0].middle)


def test_the_legend_has_what_the_chart_has() -> None:
    held = (event("established", "2029"),)
    chart = facts(row("a", stretch("2029-07-02", "2031-01-01"), events=held))
    assert texts(mandate_legend(chart, 500.0, measure, SIZE).shapes) == [
        "own mandate", "established", "only month or year known",
    ]  # fmt: skip
    assert texts(mandate_legend(chart, 500.0, measure, SIZE, events=False).shapes) == ["own mandate"]
    assert mandate_legend(facts(), 500.0, measure, SIZE).height == 0.0


def test_the_scale_begins_and_ends_with_whole_years() -> None:
    scale = full_scale(facts(row("a", stretch("2029-05-02", "2031-01-01"))), 100.0)
    assert (scale.first, scale.last) == (day("2029-01-01"), day("2031-12-31"))
    assert scale.day(scale.x(day("2030-01-01"))) == day("2030-01-01")
    asked = full_scale(facts(), 100.0, day("2030-03-01"), day("2040-03-01"))
    assert (asked.first, asked.last) == (day("2030-03-01"), day("2040-03-01"))


def test_a_year_typed_wrong_does_not_squash_the_others() -> None:
    wide = facts(row("a", stretch("0203-05-02", "2031-01-01"), stretch("2031-01-01", "9999-12-31", "ahead")))
    scale = full_scale(wide, 100.0)
    assert (scale.first, scale.last) == (day("1971-01-01"), day("2047-12-31"))


# --- pages --------------------------------------------------------------------------------------


def pages(chart: MandateChartFacts, room: float) -> list[list[str]]:
    form = PageForm(None, None, 700.0, measure)
    found = list(chart_pages(chart, form, room, room))
    assert all(page.drawing.height <= room for page in found)
    return [[name for name, _ in page.rows] for page in found]


def test_pages_break_between_families_and_lose_nothing() -> None:
    chart = many(40)
    found = pages(chart, 420.0)
    assert len(found) == 3
    assert [name for page in found for name in page] == [one.name for one in chart.rows]
    family = {one.name: one.family for one in chart.rows}
    assert all(family[one[-1]] != family[two[0]] for one, two in pairwise(found))


def test_pages_are_about_equally_full() -> None:
    rows = tuple(row(str(n), stretch("2029-01-11", "2031-01-01")) for n in range(30))
    form = PageForm(None, None, 700.0, measure)
    full = list(chart_pages(facts(*rows[:12]), form, 300.0, 300.0))
    assert len(full) == 1
    counts = [len(page) for page in pages(facts(*rows), 300.0)]
    assert max(counts) - min(counts) <= 1


def test_the_legend_of_a_page_has_what_is_in_sight_on_it() -> None:
    early = row(
        "early", stretch("2019-01-11", "2021-01-01"), events=(event("established", "2019-01-11"),), family=1
    )
    late = row(
        "late", stretch("2029-01-11", "2031-01-01", "proposed"), events=(event("proposed", "2029-01-11"),)
    )
    form = PageForm(day("2028-01-01"), day("2032-01-01"), 700.0, measure)
    (page,) = chart_pages(facts(early, late), form, 420.0, 420.0)
    said = texts(page.drawing.shapes)
    assert ["proposed only" in said, "proposed" in said, "own mandate" in said, "established" in said] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_family_longer_than_a_page_is_broken_too() -> None:
    rows = tuple(row(str(n), stretch("2029-01-11", "2031-01-01")) for n in range(30))
    found = pages(facts(*rows), 300.0)
    assert len(found) > 1
    assert [name for page in found for name in page] == [f"Team {n}" for n in range(30)]


def test_a_small_chart_is_one_page_in_the_largest_type() -> None:
    form = PageForm(None, None, 700.0, measure)
    (page,) = chart_pages(many(5), form, 420.0, 420.0)
    assert max(s.size for s in page.drawing.shapes if isinstance(s, Words)) == 9.4
