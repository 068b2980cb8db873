"""Side lists: groups with headings, filtered."""

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.models.list_items import ItemsModel, ListItem
from emgdesk.ui.models.meeting_items import meeting_items


def lines(model):
    return [model.item(at).title for at in range(model.rowCount())]


def test_each_group_has_its_heading_once(qapp):
    model = ItemsModel()
    model.set_items(
        [ListItem("a", "A", group="One"), ListItem("b", "B", group="One"), ListItem("c", "C", group="Two")]
    )
    assert lines(model) == ["One", "A", "B", "Two", "C"]
    model.set_filter("two")
    assert lines(model) == ["Two", "C"]
    assert model.ids() == ["c"]
    assert model.at_of("c") == 1
    assert model.at_of("a") == -1
    assert model.at_of("") == -1


def meeting(key, code, som=None, date="", **facts):
    blank = dict.fromkeys(MeetingRow.__dataclass_fields__, "")
    known = {"id": key, "code": code, "som_number": som, "date": date, "head_count": None, "people": 0}
    return MeetingRow(**{**blank, **known, **facts})


def test_meetings_stand_under_their_som_the_newest_first():
    items = meeting_items(
        (
            meeting("a", "REEF 1", date="2032-01-01"),
            meeting("b", "SOM39 senior", 39, "2030-11-02"),
            meeting("c", "SOM40 mid-term", 40, "2031-05-28", people=12, mode="online"),
            meeting("d", "SOM40 senior", 40, "", status="cancelled"),
        )
    )
    assert [(item.group, item.title) for item in items] == [
        ("SOM 40", "SOM40 senior"),
        ("SOM 40", "SOM40 mid-term"),
        ("SOM 39", "SOM39 senior"),
        ("Other meetings", "REEF 1"),
    ]
    assert [item.detail for item in items[:2]] == ["no date yet · cancelled", "28 May 2031 · online"]
    assert [item.badge for item in items[:2]] == ["", "12"]
    assert items[0].faint


def test_segments_without_a_date_stand_in_the_order_they_are_held_in():
    items = meeting_items(
        meeting(name, f"SOM41 {name}", 41, segment=name)
        for name in ("senior", "other", "technical", "mid-term")
    )
    assert [item.id for item in items] == ["mid-term", "technical", "senior", "other"]
