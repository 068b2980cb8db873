"""How workstreams stand as of a day, read off their events; every value written out."""

import pytest

from emgdesk.domain.lineage import (
    Body,
    Event,
    Line,
    Standing,
    age,
    in_order,
    is_before,
    lines,
    standing,
    steps,
)

REEFS = Body("reefs", "Task Team on Reefs", "Task Team")


def event(kind: str, date: str = "", *, of: str = "reefs", at: int = 0, **given: object) -> Event:
    """An event whose key is its kind and position."""
    return Event(f"{kind} {at}", of, kind, date, position=at, **given)  # type: ignore[arg-type]


def history(*events: Event) -> tuple[Event, ...]:
    """Events in the order written."""
    return tuple(
        Event(
            f"{one.kind} {at}", one.workstream_id, one.kind, one.date, one.som, one.until, one.other_id,
            one.new_name, one.new_kind, at, one.other,
        )
        for at, one in enumerate(events)
    )  # fmt: skip


def statuses(events: tuple[Event, ...], *days: str, body: Body = REEFS) -> list[str]:
    return [standing(body, events, day).status for day in days]


def test_days_months_and_years_are_put_in_the_order_they_were_written() -> None:
    events = history(
        event("proposed", "2031-05"), event("established", "2031"), event("extended", "2031-10-02"),
        event("continued", "2031-10"), event("renamed"), event("concluded", "2033"), event("proposed", "2030"),
    )  # fmt: skip
    assert [(one.kind, one.day) for one in in_order(events)] == [
        ("proposed", "2030"),
        ("proposed", "2031-05"),
        ("established", "2031-05"),
        ("extended", "2031-10-02"),
        ("continued", "2031-10-02"),
        ("renamed", "2031-10-02"),
        ("concluded", "2033"),
    ]


def test_an_event_without_a_date_counts_from_the_one_it_was_written_after() -> None:
    events = history(event("established", "2030-10-02"), event("concluded"))
    assert statuses(events, "2030-10-01", "2030-10-02", "") == ["", "concluded", "concluded"]
    assert standing(REEFS, events).ended == ""


def test_an_undated_event_stays_with_those_of_its_own_workstream() -> None:
    events = (
        event("established", "2020", at=1), event("renamed", at=2, new_name="Corals"),
        event("established", "2031", of="ports", at=1), event("renamed", of="ports", at=2),
    )  # fmt: skip
    assert [(one.workstream_id, one.day) for one in in_order(events)] == [
        ("reefs", "2020"), ("reefs", "2020"), ("ports", "2031"), ("ports", "2031"),
    ]  # fmt: skip


def test_events_of_one_day_stand_as_they_were_written() -> None:
    events = history(
        event("established", "2030-10-02", som=39), event("extended", "2031-10-01", som=40),
        event("concluded", "2031-10-01", som=40),
    )  # fmt: skip
    assert statuses(events, "2031-10-01") == ["concluded"]
    turned = (
        events[0],
        *(Event(e.id, e.workstream_id, e.kind, e.date, e.som, position=5 - e.position) for e in events[1:]),
    )
    assert statuses(turned, "2031-10-01") == ["active"]


def test_before_everything_nothing_is_there_and_an_old_body_is() -> None:
    established = history(event("established", "2030-10-02", som=39))
    assert standing(REEFS, established, "1999-01-01") == Standing("Task Team on Reefs", "Task Team", "", None)
    extended = history(event("extended", "2030-10-02", som=39))
    assert statuses(extended, "1999-01-01") == ["active"]
    assert standing(REEFS, extended).since == ""
    proposed = Body("reefs", "Reefs", status="proposed")
    assert statuses((), "1999-01-01", body=proposed) == ["proposed"]


def test_what_is_dated_ahead_does_not_hold_yet() -> None:
    events = history(event("established", "2030-10-02", som=39), event("concluded", "2032-05"))
    assert statuses(events, "2032-04-30", "2032-05-01", "2032", "") == [
        "active",
        "concluded",
        "concluded",
        "concluded",
    ]


def test_a_workstream_established_again_begins_anew() -> None:
    events = history(
        event("established", "2020", som=26), event("became part of", "2021", other_id="ports"),
        event("concluded", "2025-10-22"), event("established", "2030-10-02", som=39),
    )  # fmt: skip
    over = standing(REEFS, events, "2026-01-01")
    assert (over.status, over.since, over.ended, over.ended_by, over.parent_id) == (
        "concluded", "2020", "2025-10-22", "concluded", "ports",
    )  # fmt: skip
    now = standing(REEFS, events)
    assert (now.status, now.since, now.ended, now.ended_by, now.parent_id, now.end.som) == (
        "active", "2030-10-02", "", "", None, 40,
    )  # fmt: skip


def test_what_is_extended_after_its_end_goes_on() -> None:
    events = history(
        event("established", "2020", som=26), event("concluded", "2025"), event("extended", "2026", som=31)
    )
    now = standing(REEFS, events)
    assert (now.status, now.since, now.ended_by, now.end.som) == ("active", "2020", "", 32)


def test_a_proposal_does_not_take_a_mandate_away_and_begins_after_an_end() -> None:
    events = history(event("established", "2020", som=26), event("proposed", "2021"))
    now = standing(REEFS, events)
    assert (now.status, now.given and now.given.kind) == ("active", "established")
    events = history(event("taken up under", "2020", other_id="ports"), event("proposed", "2024"))
    now = standing(REEFS, events)
    assert (now.status, now.ended_by, now.parent_id, now.given) == ("proposed", "", None, None)


def test_joining_another_ends_the_mandate_of_its_own() -> None:
    body = Body("reefs", "Reefs", parent_id="seas")
    events = history(event("established", "2020", som=26), event("became part of", "2022", other_id="ports"))
    days = ("2021-01-01", "2022-01-01")
    assert [(s.parent_id, s.given is None) for s in (standing(body, events, day) for day in days)] == [
        ("seas", False), ("ports", True),
    ]  # fmt: skip
    typed = history(event("became part of", "2022", other="A joint secretariat"))
    now = standing(body, typed)
    assert (now.parent_id, now.parent, now.status) == (None, "A joint secretariat", "active")


def test_the_parent_an_event_gives_does_not_hold_before() -> None:
    body = Body("reefs", "Reefs", parent_id="ports")
    for kind in ("became part of", "taken up under"):
        events = history(event(kind, "2022", other_id="ports"))
        assert [standing(body, events, day).parent_id for day in ("2021-12-31", "2022-01-01")] == [
            None,
            "ports",
        ]


def test_what_is_split_apart_is_free_and_runs_until_the_next_som() -> None:
    events = history(
        event("became part of", "2022", other_id="ports"),
        event("split", "2024-10-02", of="ports", other_id="reefs", som=33),
    )
    now = standing(REEFS, events)
    assert (now.status, now.parent_id, now.since, now.end.som) == ("active", None, "2024-10-02", 34)
    assert standing(REEFS, events, "2023-01-01").parent_id == "ports"
    alone = events[1:]
    assert statuses(alone, "2024-10-01", "2024-10-02") == ["", "active"]
    assert standing(Body("ports", "Ports"), alone).status == "active"


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("concluded", {}, ("concluded", None, "", None)),
        ("transferred", {"other_id": "ports"}, ("transferred", "ports", "", None)),
        ("transferred", {"other": "ITU"}, ("transferred", None, "ITU", None)),
        ("engagement ended", {}, ("engagement ended", None, "", None)),
        ("not pursued", {}, ("not pursued", None, "", None)),
        ("taken up under", {"other_id": "ports"}, ("taken up under", "ports", "", "ports")),
    ],
)
def test_every_end_says_who_took_over(kind: str, given: dict[str, str], told: tuple[object, ...]) -> None:
    events = history(event("established", "2020", som=26), event(kind, "2025-10-22", **given))
    now = standing(REEFS, events)
    assert (now.status, now.ended, now.given) == ("concluded", "2025-10-22", None)
    assert (now.ended_by, now.taker_id, now.taker, now.parent_id) == told


def test_another_one_ends_it_and_its_own_earlier_end_stays() -> None:
    absorbed = event("absorbed", "2025-10-22", of="ports", other_id="reefs")
    now = standing(REEFS, history(absorbed))
    assert (now.status, now.ended, now.ended_by, now.taker_id) == (
        "concluded",
        "2025-10-22",
        "absorbed",
        "ports",
    )
    now = standing(REEFS, history(event("concluded", "2024"), absorbed))
    assert (now.ended, now.ended_by) == ("2024", "concluded")
    now = standing(REEFS, history(event("concluded", "2025-10-22"), absorbed))
    assert (now.ended, now.ended_by) == ("2025-10-22", "absorbed")
    now = standing(REEFS, history(event("established", "2025", of="ports", other_id="reefs")))
    assert (now.status, now.ended_by, now.taker_id) == ("concluded", "succeeded", "ports")


def test_renamed_joined_and_of_another_kind_in_one_decision() -> None:
    body = Body("reefs", "Working Group on Corals", "Working Group", "Task Team on Reefs", "Task Team")
    events = history(
        event(
            "became part of", "2031-10-01", other_id="ports", new_name="Working Group on Corals",
            new_kind="Working Group",
        )
    )  # fmt: skip
    before, after = (standing(body, events, day) for day in ("2031-09-30", "2031-10-01"))
    assert (before.name, before.kind, before.parent_id) == ("Task Team on Reefs", "Task Team", None)
    assert (after.name, after.kind, after.parent_id) == ("Working Group on Corals", "Working Group", "ports")


def test_a_name_given_without_a_date_holds_from_the_event_before() -> None:
    body = Body("reefs", "Corals", "", "Reefs")
    events = history(event("established", "2030-10-02"), event("renamed", new_name="Corals"))
    assert [standing(body, events, day).name for day in ("2030-10-01", "2030-10-02")] == ["Reefs", "Corals"]


def test_steps_tell_before_and_after_each_event() -> None:
    events = history(
        event("established", "2030", som=39), event("concluded", "2031"), event("extended", "2032")
    )
    assert [(s.before.status, s.event.kind, s.after.status) for s in steps(REEFS, events)] == [
        ("", "established", "active"), ("active", "concluded", "concluded"), ("concluded", "extended", "active"),
    ]  # fmt: skip


def test_lines_lead_from_one_workstream_to_another() -> None:
    events = history(
        event("established", "2020", of="ports", other_id="reefs"),
        event("absorbed", "2021", of="ports", other_id="seas"),
        event("became part of", "2022", of="ports", other_id="ice"),
        event("split", "2023", of="ice", other_id="ports"),
        event("transferred", "2024", of="ice", other_id="ports"),
        event("transferred", "2024", of="ice", other="ITU"),
        event("taken up under", "2025", of="dust", other_id="ice"),
        event("absorbed", "2026", of="dust", other_id="dust"),
        event("extended", "2026", of="dust", other_id="ice"),
    )
    assert lines(events) == (
        Line("established 0", "succeeded", "2020", "reefs", "ports"),
        Line("absorbed 1", "absorbed", "2021", "seas", "ports"),
        Line("became part of 2", "became part of", "2022", "ports", "ice"),
        Line("split 3", "split", "2023", "ice", "ports"),
        Line("transferred 4", "transferred", "2024", "ice", "ports"),
        Line("taken up under 6", "taken up under", "2025", "dust", "ice"),
    )


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2020-10-28", "2026-10-27", 5),
        ("2020-10-28", "2026-10-28", 6),
        ("2020", "2026-01-01", 6),
        ("2020-10", "2026-10-01", 6),
        ("2020-10-28", "2026", 6),
        ("2020-10-28", "2020-12-01", 0),
        ("2026-10-28", "2020-01-01", None),
        ("", "2026", None),
        ("2020", "", None),
    ],
)
def test_age_counts_whole_years(since: str, until: str, years: int | None) -> None:
    assert age(since, until) == years


def test_a_date_is_before_another_as_far_as_both_are_known() -> None:
    assert [is_before("2030", "2031"), is_before("2031-05-01", "2031-05"), is_before("2031", "")] == [
        True,
        False,
        False,
    ]
