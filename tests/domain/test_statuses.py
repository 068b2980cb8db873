import pytest

from emgdesk.domain import statuses


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Completed", "registered"), ("pending", "registered"), ("Awaiting payment", "registered"),
        ("Withdrawn", "cancelled"), ("REFUNDED", "cancelled"), ("Not Attending", "cancelled"),
        ("Checked In", "attended"), ("Yes", "attended"), ("No", "absent"), ("No-show", "absent"),
        ("présent", "attended"), ("inscrite", "registered"), ("Apologies", "excused"), ("x", "attended"),
        ("invited", "invited"), ("maybe", ""), ("", ""),
    ],
)  # fmt: skip
def test_attendance(text, word):
    assert statuses.attendance(text) == word


def test_what_is_said_of_who_was_there_outranks_a_registration():
    ranked = sorted(("", *statuses.ATTENDANCES), key=statuses.strength)
    assert ranked == ["", "invited", "registered", "absent", "excused", "cancelled", "attended"]
    assert [statuses.strength(word) for word in ranked] == [0, 1, 2, 3, 3, 3, 4]
    assert [statuses.strength_told(word) for word in ranked] == [0, 0, 0, 3, 3, 0, 4]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Online;", "online"), ("online", "online"), ("In person", "in person"), ("in-person", "in person"),
        ("En ligne", "online"), ("presencial", "in person"), ("I will join virtually", "online"),
        ("hybrid", "hybrid"), ("Online; In person;", ""), ("perhaps", ""), ("", ""),
    ],
)  # fmt: skip
def test_mode(text, word):
    assert statuses.mode(text) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On-going", "ongoing"), ("Ongoing:", "ongoing"), ("Completed:", "completed"), ("DONE", "completed"),
        ("Upcoming", "upcoming"), ("not started", "not started"), ("To do", "not started"),
        ("en cours", "ongoing"), ("aplazado", "postponed"), ("cancelled", "dropped"), ("blue", ""),
    ],
)  # fmt: skip
def test_task_status(text, word):
    assert statuses.task_status(text) == word


def test_words_of_meetings_and_roles():
    assert statuses.segment("Mid-Term Technical Segment") == "mid-term"
    assert statuses.segment("midterm") == "mid-term"
    assert statuses.segment("Senior-level segment") == "senior"
    assert statuses.meeting_status("Took place") == "held"
    assert statuses.adoption("As Presented") == "as presented"
    assert statuses.role("Co-chair") == "chair"
    assert statuses.role("Panelist") == "presenter"
    assert statuses.role("juggler") == ""


def test_every_word_of_the_desk_is_read_as_itself():
    readers = (
        (statuses.ATTENDANCES, statuses.attendance), (statuses.MODES, statuses.mode),
        (statuses.ROLES, statuses.role), (statuses.TASK_STATUSES, statuses.task_status),
        (statuses.MEETING_STATUSES, statuses.meeting_status), (statuses.SEGMENTS, statuses.segment),
        (statuses.ADOPTIONS, statuses.adoption),
    )  # fmt: skip
    for words, reader in readers:
        assert [reader(word) for word in words] == list(words)
