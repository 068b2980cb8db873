"""The facts of the mandate chart, from a desk to which everything happened."""

from datetime import date

import pytest

from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.mandate import add_event
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.inputs.mandate_chart import mandate_chart_facts
from emgdesk.queries.inputs.som_days import som_days
from emgdesk.reports.mandates import MandateChartFacts, MandateRow
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.mandate_desk import make_mandates

TODAY = date(2026, 6, 1)


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    return make_mandates(desk)


def read(desk: Workspace, **wanted: object) -> MandateChartFacts:
    return desk.read(mandate_chart_facts, today=TODAY, **wanted)


def one(found: MandateChartFacts, key: str) -> MandateRow:
    return next(row for row in found.rows if row.id == key)


def stretches(row: MandateRow) -> list[tuple[str, str, str]]:
    iso = date.fromordinal
    return [(iso(s.start).isoformat(), iso(s.end).isoformat(), s.status) for s in row.stretches]


def test_families_stand_together_in_the_order_of_the_report(desk: Workspace, keys: dict[str, str]) -> None:
    short = {key: name for name, key in keys.items()}
    assert [[short[row.id], row.family, row.level] for row in read(desk).rows] == [
        ["sand", 0, 0], ["dunes", 0, 0], ["seas", 1, 0], ["reefs", 1, 0], ["corals", 2, 0],
        ["halls", 3, 0], ["lights", 3, 0], ["paper", 3, 1], ["print", 4, 0], ["talks", 5, 0],
        ["moss", 5, 1], ["fungi", 6, 0], ["ferns", 7, 0],
    ]  # fmt: skip


def test_bars_follow_the_events(desk: Workspace, keys: dict[str, str]) -> None:
    found = read(desk)
    assert stretches(one(found, keys["sand"])) == [
        ("2018-05-16", "2021-10-24", "proposed"), ("2021-10-24", "2023-10-26", "active"),
    ]  # fmt: skip
    assert stretches(one(found, keys["dunes"]))[-1] == ("2026-06-01", "2026-12-31", "ahead")
    assert stretches(one(found, keys["paper"]))[-1] == ("2023-10-26", "2026-06-01", "part")
    assert stretches(one(found, keys["print"]))[-1] == ("2024-10-27", "2026-06-01", "lapsed")
    assert [s.name for s in one(found, keys["reefs"]).stretches] == [
        "Task Team on Reefs", "Task Team on Reefs and Shoals",
    ]  # fmt: skip
    assert one(found, keys["seas"]).open
    assert one(found, keys["talks"]).begun_before
    assert not one(found, keys["lights"]).begun_before


def test_lines_between_workstreams(desk: Workspace, keys: dict[str, str]) -> None:
    short = {key: name for name, key in keys.items()}
    found = [(line.kind, short[line.from_id], short[line.to_id]) for line in read(desk).lines]
    assert sorted(found) == [
        ("absorbed", "reefs", "seas"), ("became part of", "paper", "halls"), ("split", "halls", "lights"),
        ("succeeded", "sand", "dunes"), ("taken up under", "moss", "talks"),
    ]  # fmt: skip


def test_the_family_of_one(desk: Workspace, keys: dict[str, str]) -> None:
    found = read(desk, workstream_id=keys["paper"])
    assert {row.id for row in found.rows} == {keys["halls"], keys["lights"], keys["paper"]}
    assert {line.kind for line in found.lines} == {"split", "became part of"}


def test_as_of_a_day_nothing_later_is_known(desk: Workspace, keys: dict[str, str]) -> None:
    found = read(desk, as_of="2023-01-01")
    assert found.today == date(2023, 1, 1).toordinal()
    reefs = one(found, keys["reefs"])
    assert (reefs.name, reefs.status, len(reefs.events)) == ("Task Team on Reefs", "active", 1)
    short = {key: name for name, key in keys.items()}
    assert [short[row.id] for row in read(desk, as_of="2020-01-01").rows] == [
        "sand", "seas", "halls", "lights", "talks",
    ]  # fmt: skip
    assert keys["dunes"] not in {row.id for row in found.rows}
    assert found.lines == ()


def test_an_event_tells_where_it_was_decided_and_leads_there(desk: Workspace) -> None:
    keys = make_workplan(desk)
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-20", som_number=40, segment="senior")
    section = desk.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    action = desk.do("Action", add_action, section_id=section, text="Agree to establish it.").value
    facts = {"kind": "established", "meeting_id": meeting, "action_id": action, "note": "By consensus."}
    desk.do("Event", add_event, workstream_id=keys["reefs"], **facts)
    bare = desk.do("Event", add_event, workstream_id=keys["ports"], kind="proposed").value
    found = desk.read(mandate_chart_facts, today=date(2032, 1, 1))
    (event,) = one(found, keys["reefs"]).events
    assert (event.target_kind, event.target_id, event.note) == ("action", action, "By consensus.")
    assert event.source == f"20 October 2031, {event.place}"
    assert event.place.startswith("SOM40 senior, decision I")
    (event,) = one(found, keys["ports"]).events
    assert (event.day, event.target_kind, event.target_id) == (None, "mandate_event", bare)


def test_the_day_of_a_som_is_that_of_its_senior_segment(desk: Workspace) -> None:
    for code, day, segment in (
        ("SOM40 technical", "2031-11-24", "technical"), ("SOM40 senior", "2031-10-20", "senior"),
        ("SOM41 mid-term", "2032-05-20", "mid-term"), ("SOM41 technical", "2032-09", "technical"),
    ):  # fmt: skip
        make_meeting(desk, code, date=day, som_number=int(code[3:5]), segment=segment)
    told = [("SOM 39, senior segment", "2030-10-01"), ("SOM40", "2031-01-01"), ("a letter", "2030-01-01")]
    assert desk.read(som_days, told=told) == {
        39: date(2030, 10, 1).toordinal(), 40: date(2031, 10, 20).toordinal(),
        41: date(2032, 9, 16).toordinal(),
    }  # fmt: skip


def test_soms_without_a_day_are_expected(desk: Workspace, keys: dict[str, str]) -> None:
    soms = [(som.number, som.expected) for som in read(desk).soms]
    assert soms == [(n, n > 28) for n in range(22, 32)]


def test_an_empty_desk_and_one_without_events(desk: Workspace) -> None:
    assert read(desk).rows == ()
    key = desk.do("New", add_workstream, name="Task Team on Rain").value
    (row,) = read(desk).rows
    assert (row.id, row.stretches, row.events, row.open) == (key, (), (), False)
