from datetime import date

import pytest

from emgdesk.errors import UsageError
from emgdesk.reports.blocks import DocumentTitle, MandateChart, Note, PageBreak, Table, TitleBlock
from emgdesk.reports.builders.mandate_chart import MandateChartOptions, build
from emgdesk.reports.catalog import parse_options
from emgdesk.reports.text_lines import text_lines
from tests.reports.mandates import day, event, facts, row, stretch

REEFS = row(
    "reefs", stretch("2029-01-11", "2030-01-01"), status="concluded",
    events=(event("established", "2029-01-11", place="SOM28 senior"), event("concluded", "2030")),
)  # fmt: skip
CHART = facts(REEFS, row("ports", stretch("2029-01-11", "2031-01-01"), until="SOM 31"), row("moss"))


def test_a_chart_and_what_happened_in_words() -> None:
    found = build(CHART)
    title, name, chart, page, heading, table = found.blocks
    assert isinstance(title, TitleBlock)
    assert name == DocumentTitle("Mandates of the workstreams", "As of 1 January 2031")
    assert chart == MandateChart(CHART)
    assert (page, heading.text) == (PageBreak(), "What happened")
    assert isinstance(table, Table)
    assert table.rows == (
        ("Team reefs (concluded)",),
        ("11 January 2029", "Established", "SOM28 senior"),
        ("2030", "Concluded", ""),
    )
    assert (found.landscape, found.paper, found.dpi, found.rows) == (True, "a4", 200, 3)
    assert found.title == "Mandates of the workstreams, 1 January 2031"
    assert found.remarks == ("1 workstream has no event with a date and so no bar: Team moss.",)


def test_options_choose_rows_years_and_parts() -> None:
    options = MandateChartOptions(
        workstreams=("Team ports",), since=date(2029, 1, 1), until=date(2032, 1, 1), paper="a3", events=False,
        table=False, group_lines=False,
    )  # fmt: skip
    found = build(CHART, options)
    assert found.blocks[0] == TitleBlock()
    (chart,) = [block for block in found.blocks if isinstance(block, MandateChart)]
    assert [one.name for one in chart.facts.rows] == ["Team ports"]
    assert (chart.first, chart.last, chart.events) == (day("2029-01-01"), day("2032-01-01"), False)
    assert (found.paper, len(found.blocks)) == ("a3", 3)
    running = build(CHART, MandateChartOptions(concluded=False))
    assert [one.name for one in running.blocks[2].facts.rows] == ["Team ports", "Team moss"]


@pytest.mark.parametrize(
    ("chart", "options", "said"),
    [
        (facts(), MandateChartOptions(), "The desk holds no workstreams yet."),
        (CHART, MandateChartOptions(workstreams=("Nobody",)), "No workstream fits the options."),
    ],
)
def test_nothing_to_draw_is_said(chart, options: MandateChartOptions, said: str) -> None:
    found = build(chart, options)
    assert found.blocks[-1] == Note(said)
    assert found.remarks == (said,)


def test_options_as_typed() -> None:
    given = {"from": "2020-01-01", "to": "2030-01-01", "paper": "a3", "events": "no", "dpi": "300"}
    options = parse_options("mandate-chart", given)
    assert options == MandateChartOptions(
        since=date(2020, 1, 1), until=date(2030, 1, 1), paper="a3", events=False, dpi=300
    )
    with pytest.raises(UsageError, match="begins on 1 January 2030 and ends before that"):
        parse_options("mandate-chart", {"from": "2030-01-01", "to": "2020-01-01"})
    with pytest.raises(UsageError, match="whole number from 72 to 400"):
        parse_options("mandate-chart", {"dpi": "5000"})


def test_a_mandate_that_ran_out_is_told_as_such() -> None:
    over = row(
        "moss", stretch("2029-01-11", "2031-01-01"), stretch("2031-01-01", "2031-06-01", "lapsed"),
        until="SOM 31", events=(event("established", "2029-01-11"),),
    )  # fmt: skip
    assert "Team moss (active, ran out: SOM 31)" in text_lines(build(facts(over)))
