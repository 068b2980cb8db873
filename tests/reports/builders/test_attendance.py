"""Attendance statistics: the numbers, the charts, the pages."""

from dataclasses import replace
from datetime import date

import pytest

from emgdesk.reports.blocks import (
    Cell,
    Chart,
    Document,
    DocumentTitle,
    Entry,
    Note,
    Series,
    Table,
    TitleBlock,
    plain,
)
from emgdesk.reports.builders.attendance_charts import chart_of_meeting, charts, charts_of_one
from emgdesk.reports.builders.attendance_figures import (
    MeetingAttendance,
    MeetingFigures,
    StatisticsFacts,
    figures,
)
from emgdesk.reports.builders.entity_figures import entity_figures
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.statistics import StatisticsOptions, build
from tests.reports.builders.rosters import MEETING, line

HELD = MeetingAttendance(
    "SOM41 technical",
    date_text="9 September 2035",
    lines=(
        line(1, "A", "UNEP", mode="online"),
        line(2, "B", "UNEP", mode="in person"),
        line(3, "C", "WWF", capacity="observer", mode="online", walk_in=True),
        line(4, "D", "FAO", attendance="absent"),
        line(5, "E", "", capacity="guest"),
        line(6, "F", "EMG", capacity="secretariat"),
        line(7, "G", "FAO", attendance="cancelled"),
    ),
)
COMING = MeetingAttendance(
    "SOM41 senior",
    lines=(line(1, "A", "UNEP", attendance="registered"), line(2, "H", "ILO", attendance="registered")),
)
EMPTY = MeetingAttendance("SOM42 mid-term")


def rows(document: Document, number: int = 0) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[told(cell) for cell in row] for row in tables[number].rows]


def told(cell: Cell) -> str:
    if isinstance(cell, tuple) and isinstance(cell[0], Entry):
        return ", ".join((cell[0].text, *cell[0].details))
    return plain(cell)  # type: ignore[arg-type]


def test_figures_of_a_meeting_that_was_held() -> None:
    assert figures(HELD) == MeetingFigures(
        code="SOM41 technical", date_text="9 September 2035", people=5, capacities=(2, 1, 1, 1),
        entities=(1, 1, 0), modes=(2, 1, 2), registered=5, attended=5, absent=1, walk_ins=1,
    )  # fmt: skip


def test_before_a_meeting_those_registered_are_counted_and_nothing_is_said_of_who_came() -> None:
    found = figures(COMING)
    assert (found.people, found.registered) == (2, 2)
    assert (found.attended, found.absent, found.walk_ins) == (None, None, None)


def test_entities_over_the_meetings() -> None:
    assert [(one.entity, one.capacity, one.people) for one in entity_figures((HELD, COMING))] == [
        ("ILO", "member", (0, 1)),
        ("UNEP", "member", (2, 1)),
        ("WWF", "observer", (1, 0)),
        ("", "guest", (1, 0)),
        ("EMG", "secretariat", (1, 0)),
    ]


def test_people_keep_the_capacity_they_sat_in_and_count_for_the_whole_body() -> None:
    def seated(place: int, **more: object) -> ParticipantLine:
        return line(place, "A", "UNEP", entity_id="1", **more)

    of_sun = {"counted_with": ("SUN", "UNEP")}
    first = MeetingAttendance(
        "M1", lines=(seated(1), seated(2, **of_sun), seated(3, capacity="secretariat", **of_sun))
    )
    second = MeetingAttendance("M2", lines=(seated(1, capacity="observer"),))
    assert [(one.entity, one.capacity, one.people) for one in entity_figures((first, second))] == [
        ("UNEP", "member", (2, 0)),
        ("UNEP", "observer", (0, 1)),
        ("UNEP (SUN)", "secretariat", (1, 0)),
    ]
    assert [figures(one).capacities for one in (first, second)] == [(2, 0, 0, 1), (0, 1, 0, 0)]


def test_an_entity_in_two_capacities_is_one_bar_of_a_meeting() -> None:
    meeting = MeetingAttendance("M", lines=(line(1, "A", "UNEP"), line(2, "B", "UNEP", capacity="observer")))
    (chart,) = charts_of_one(entity_figures((meeting,)))
    assert (chart.categories, chart.series[0].values) == (("UNEP",), (2,))


def test_charts_draw_the_same_numbers() -> None:
    codes = ("SOM41 technical", "SOM41 senior")
    people, entities, modes, came = charts([figures(HELD), figures(COMING)])
    assert people == Chart(
        "stacked", "People", codes,
        (Series("Members", (2, 2)), Series("Observers", (1, 0)), Series("Guests", (1, 0)), Series("Secretariat", (1, 0))),
        "people",
    )  # fmt: skip
    assert [(one.name, one.values) for one in entities.series] == [("Members", (1, 2)), ("Observers", (1, 0))]
    assert [one.name for one in modes.series] == ["Online", "In person", "Not recorded"]
    assert (came.kind, came.categories, [one.values for one in came.series]) == (
        "grouped", codes[:1], [(5,), (5,)],
    )  # fmt: skip


def test_the_pages() -> None:
    document = build(StatisticsFacts((HELD, COMING, EMPTY), MEETING))
    assert isinstance(document.blocks[0], TitleBlock)
    assert document.blocks[1] == DocumentTitle(
        "Attendance statistics", "2 meetings, SOM41 technical to SOM41 senior"
    )
    assert rows(document) == [
        ["SOM41 technical, 9 September 2035", "5", "2 (1)", "1 (1)", "1", "1", "2", "1"],
        ["SOM41 senior", "2", "2 (2)", "0", "0", "0", "0", "0"],
    ]
    assert rows(document, 1)[1] == ["SOM41 senior", "2", "–", "–", "–"]
    assert rows(document, 2) == [
        ["EMG members"], ["ILO", "", "1", "1"], ["UNEP", "2", "1", "3"], ["Observers"], ["WWF", "1", "", "1"],
        ["Guests"], ["No entity given", "1", "", "1"], ["Secretariat"], ["EMG", "1", "", "1"],
        ["All people", "5", "2", "7"],
    ]  # fmt: skip
    assert document.remarks == ("1 meeting has no roster and is left out: SOM42 mid-term.",)


def test_many_meetings_stand_in_several_tables() -> None:
    meetings = tuple(MeetingAttendance(f"M{n}", lines=COMING.lines) for n in range(10))
    document = build(StatisticsFacts(meetings), StatisticsOptions(charts=False))
    tables = [block for block in document.blocks if isinstance(block, Table)][1:]
    assert [[column.header for column in table.columns] for table in tables] == [
        ["Entity", *(f"M{n}" for n in range(8))],
        ["Entity", "M8", "M9", "Total"],
    ]
    assert not any(isinstance(block, Chart) for block in document.blocks)


def test_one_meeting_shows_its_entities() -> None:
    document = build(StatisticsFacts((HELD,)))
    assert document.blocks[-3] == Chart(
        "stacked", "People by entity", ("UNEP", "WWF", "EMG"), (Series("People", (2, 1, 1)),), "people"
    )


def test_the_sheets_hold_numbers() -> None:
    meetings, entities = build(StatisticsFacts((HELD, COMING))).sheets
    assert [column.header for column in entities.columns] == [
        "Entity",
        "Capacity",
        "SOM41 technical",
        "SOM41 senior",
        "Total",
    ]
    assert list(entities.rows[1]) == ["UNEP", "member", 2, 1, 3]
    assert list(meetings.rows[1])[:7] == ["SOM41 senior", "", None, 2, 2, 0, 0]
    assert list(meetings.rows[1])[-3:] == [None, None, None]


def test_entities_counted_as_another_are_told() -> None:
    sun = line(8, "S", "UNEP", entity_id="1", counted_with=("SUN", "UNEP"))
    meeting = MeetingAttendance("M", lines=(sun, line(1, "A", "UNEP", entity_id="1")))
    assert figures(meeting).entities == (1, 0, 0)
    assert Note("SUN counted with UNEP.") in build(StatisticsFacts((meeting,))).blocks


def test_the_days_of_a_meeting_are_dates_in_a_workbook() -> None:
    days = (date(2035, 9, 9), date(2035, 9, 10))
    meetings = (replace(HELD, days=days), replace(COMING, date_text="May 2036"))
    sheet = build(StatisticsFacts(meetings)).sheets[0]
    assert [column.header for column in sheet.columns][:3] == ["Meeting", "Date", "Last day"]
    assert [tuple(row[:3]) for row in sheet.rows] == [
        ("SOM41 technical", *days),
        ("SOM41 senior", "May 2036", None),
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "There is no meeting with a roster to count yet."),
        (
            {"since": date(2035, 1, 1), "until": date(2035, 2, 1)},
            "No meeting between 1 January 2035 and 1 February 2035.",
        ),
        ({"since": date(2035, 1, 1)}, "No meeting from 1 January 2035 on."),
        ({"until": date(2035, 2, 1)}, "No meeting up to 1 February 2035."),
    ],
)
def test_a_period_without_a_meeting_says_so(options: dict[str, date], sentence: str) -> None:
    document = build(StatisticsFacts(()), StatisticsOptions(**options))
    assert (document.blocks[-1], document.remarks) == (Note(sentence), (sentence,))


def test_without_a_roster_the_page_says_so() -> None:
    document = build(StatisticsFacts((EMPTY,)))
    assert document.blocks[-1] == Note("There is no meeting with a roster to count yet.")
    assert document.sheets[0].rows == []


def test_a_meeting_by_itself_is_drawn_by_capacity_and_mode() -> None:
    chart = chart_of_meeting(HELD)
    assert chart.categories == ("Members", "Observers", "Guests", "Secretariat")
    assert chart.series == (
        Series("Online", (1, 1, 0, 0)),
        Series("In person", (1, 0, 0, 0)),
        Series("Not recorded", (0, 0, 1, 1)),
    )
    assert chart_of_meeting(COMING).series == (Series("Not recorded", (2,)),)
    assert chart_of_meeting(EMPTY).categories == ()
