"""Which meetings a choice counts."""

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.panels.statistics.choice import Choice, choice_around, chosen_meetings, proposals


def meeting(code: str, day: str, people: int = 5, som: int | None = None, segment: str = "") -> MeetingRow:
    blank = dict.fromkeys(MeetingRow.__dataclass_fields__, "")
    known = {"id": code, "code": code, "date": day, "people": people, "som_number": som, "segment": segment}
    return MeetingRow(**{**blank, "head_count": None, **known})


MEETINGS = (
    meeting("SOM41 mid-term", "", 0, 41, "mid-term"),
    meeting("SOM40 senior", "2031-10-20", 0, 40, "senior"),
    meeting("SOM40 technical", "2031-09-24", 9, 40, "technical"),
    meeting("REEF 1", "2031-05", 4),
    meeting("SOM39 technical", "2030-09-12", 7, 39, "technical"),
)


def codes(choice: Choice) -> list[str]:
    return [one.code for one in chosen_meetings(choice, MEETINGS)]


def test_what_can_be_chosen():
    assert [words for words, _, _ in proposals(MEETINGS)] == [
        "All meetings",
        "SOM 40",
        "SOM 39",
        "Technical segments of all SOMs",
        "The last meetings",
        "Meetings between two days",
    ]


def test_all_and_the_last_are_those_with_a_roster_the_earliest_first():
    assert codes(Choice()) == ["SOM39 technical", "REEF 1", "SOM40 technical"]
    assert codes(Choice("last", last=2)) == ["REEF 1", "SOM40 technical"]


def test_of_a_som_or_a_segment():
    assert codes(Choice("som", "40")) == ["SOM40 technical", "SOM40 senior"]
    assert codes(Choice("segment", "technical")) == ["SOM39 technical", "SOM40 technical"]


def test_between_two_days_a_month_counts_if_it_touches_them():
    assert codes(Choice("between", since="2031-05-20")) == ["REEF 1", "SOM40 technical", "SOM40 senior"]
    assert codes(Choice("between", since="2030-01-01", until="2031-09-24")) == [
        "SOM39 technical",
        "REEF 1",
        "SOM40 technical",
    ]
    assert codes(Choice("between", until="2030-01-01")) == []
    assert len(codes(Choice("between"))) == 5


def test_a_meeting_is_compared_with_its_som_or_with_all():
    assert choice_around(MEETINGS[2]) == Choice("som", "40")
    assert choice_around(MEETINGS[3]) == Choice("all")
