"""How a workstream stands, in plain words."""

from typing import Any

import pytest

from emgdesk.domain.lineage import Event, Standing
from emgdesk.domain.mandate_ends import End
from emgdesk.domain.standing_words import age_words, on_date, standing_words

TODAY = "2026-11-21"


def given(until: str, som: int | None = 28) -> Event:
    return Event("given", "reefs", "extended", "2022-10-27", som, until)


def stands(status: str, **facts: object) -> Standing:
    return Standing("Reefs", "Task Team", status, facts.pop("parent_id", None), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("standing", "named", "said"),
    [
        (stands(""), {}, ("Not there yet",)),
        (stands("proposed"), {}, ("Proposed, without a mandate yet",)),
        (
            stands("active", since="2020-10-28", given=given("SOM 29")),
            {},
            ("Active since 28 October 2020 (6 years)", "runs until SOM 29"),
        ),
        (
            stands("active", since="2020-10-28", given=given("SOM 29")),
            {"ran_out": End(som=29)},
            ("Active since 28 October 2020 (6 years)", "its mandate ran out with SOM 29"),
        ),
        (
            stands("active", given=given("June 2024")),
            {"ran_out": End(day="2024-06")},
            ("Active", "its mandate ran out in June 2024"),
        ),
        (
            stands("active", given=given("the map is printed")),
            {},
            ("Active", "runs until “the map is printed”"),
        ),
        (stands("active", given=given("", None)), {}, ("Active", "runs until the next SOM")),
        (
            stands("active", since="2026"),
            {},
            ("Active since 2026 (less than a year)", "until when is not known"),
        ),
        (
            stands("active", since="2025-02", parent_id="ports"),
            {"parent": "Coalition on Ports"},
            ("Active since February 2025 (1 year)", "part of Coalition on Ports"),
        ),
        (stands("active", parent="ITU"), {}, ("Active", "part of ITU")),
        (
            stands("concluded", since="2019-10-01", ended="2025-10-22", ended_by="concluded"),
            {},
            ("Concluded on 22 October 2025", "after 6 years"),
        ),
        (
            stands("concluded", ended="2025-10", ended_by="absorbed", taker_id="ports"),
            {"taker": "Coalition on Ports"},
            ("Absorbed by Coalition on Ports in October 2025",),
        ),
        (stands("concluded", ended_by="transferred", taker="ITU"), {}, ("Transferred to ITU",)),
        (stands("concluded"), {}, ("Concluded",)),
    ],
)
def test_every_standing_has_its_words(
    standing: Standing, named: dict[str, Any], said: tuple[str, ...]
) -> None:
    assert standing_words(standing, TODAY, **named) == said


def test_dates_and_ages_are_said() -> None:
    assert [on_date(day) for day in ("2031-05-02", "2031-05", "2031", "")] == [
        "on 2 May 2031", "in May 2031", "in 2031", "",
    ]  # fmt: skip
    assert [age_words("2030", day) for day in ("2030-05", "2031", "2040", "")] == [
        "less than a year", "1 year", "10 years", "",
    ]  # fmt: skip
