import pytest

from emgdesk.domain.workstream_names import (
    chapter_key,
    chapter_number,
    chapter_title,
    kind_and_subject,
    workstream_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The IMG on Soils and the Sea", "Issue Management Group on Soils & the Sea"),
        ("Consultations on Deep Rivers (DR) in the UN system", "Consultations on Deep Rivers in the United Nations System"),
        ("Task Team on a UN System-Wide Plan", "task team on a united nations systemwide plan"),
    ],
)  # fmt: skip
def test_writings_of_one_name_share_a_key(one, other):
    assert workstream_key(one) == workstream_key(other)


def test_kind_and_subject():
    assert kind_and_subject(workstream_key("The IMG on Soils")) == ("issue management group", "soils")
    assert kind_and_subject(workstream_key("Consultations on Soils"))[0] == "consultative process"
    assert kind_and_subject("emg nexus dialogues") == ("", "emg nexus dialogues")


@pytest.mark.parametrize(
    ("written", "number", "title"),
    [
        ("IV. Outreach", 4, "Outreach"), ("xix) Rivers and Seas", 19, "Rivers and Seas"),
        ("2. Soils", 2, "Soils"), ("Chapter III: Soils", 3, "Soils"), ("Soils", None, "Soils"),
        ("Introduction. Soils", None, "Introduction. Soils"), ("VI and VII", None, "VI and VII"),
    ],
)  # fmt: skip
def test_a_chapter_is_told_from_its_number(written, number, title):
    assert (chapter_number(written), chapter_title(written)) == (number, title)


def test_chapters_compare_without_numbers():
    assert chapter_key("I. Global Issues") == chapter_key("global issues")
