"""What is chosen of two sides, and what an operation is told."""

import pytest

from emgdesk.ui.panels.duplicates.choosing import ONE, OTHER, STAYS, Choices, Field, Side

FIELDS = (
    Field(STAYS, "Stays"),
    Field("name", "Name"),
    Field("family", "Family name", follows="name"),
    Field("function", "Function"),
    Field("phone", "Phone"),
    Field("emails", "E-mails", "join"),
    Field("spellings", "Also written", "every", besides=("name",)),
    Field("meetings", "Meetings", "seats"),
)


def side(key, name, family="", rosters=0, newest="", **more):
    values = {"name": name, "family": family, **{k: v for k, v in more.items() if isinstance(v, str)}}
    parts = {k: v for k, v in more.items() if isinstance(v, tuple)}
    return Side(key, name, values, {k: {k: v} for k, v in values.items()}, parts, rosters, newest)


@pytest.mark.parametrize(
    ("one", "other", "chosen"),
    [
        ("Zofia Kern", "Zófia Kern", OTHER),
        ("Z. Kern", "Zofia Kern", OTHER),
        ("Zofia KERN", "ZOFIA KERN", ONE),
        ("Zofia Kern-Olt", "Zofia Kern Olt", ONE),
        ("Светлана Воронова", "Svetlana Voronova", OTHER),
        ("Zofia Kern", "Zofia Maria Kern", OTHER),
        ("Zofia Kern", "Zofia Korn", ONE),
    ],
)
def test_the_fuller_name_is_chosen_first(one, other, chosen):
    assert Choices(FIELDS, side("a", one), side("b", other)).picked("name") == chosen


def test_what_is_known_wins_over_nothing_and_the_newer_over_the_older():
    one = side("a", "Ann Berg", function="Director", phone="1", newest="2030-01-01")
    other = side("b", "Ann Berg", function="Adviser", newest="2031-01-01")
    choices = Choices(FIELDS, one, other)
    assert (choices.result("function"), choices.result("phone")) == ("Adviser", "1")
    assert not choices.can_choose("phone")
    assert not choices.pick("phone", OTHER)
    assert choices.pick("function", ONE)
    assert choices.told()["function"] == "Director"


def test_the_one_on_more_rosters_stays():
    choices = Choices(FIELDS, side("a", "Ann Berg", rosters=1), side("b", "Ann Berg", rosters=3))
    assert (choices.kept.id, choices.lost.id) == ("b", "a")
    choices.pick(STAYS, ONE)
    assert (choices.kept.id, choices.lost.id) == ("a", "b")


def test_given_and_family_go_with_the_name_and_can_be_chosen_apart():
    choices = Choices(FIELDS, side("a", "Ann van Berg", "van Berg"), side("b", "Ánn van Berg", "Berg"))
    assert choices.picked("family") == OTHER
    choices.pick("name", ONE)
    assert choices.told()["family"] == "van Berg"
    choices.pick("family", OTHER)
    assert (choices.told()["name"], choices.told()["family"]) == ("Ann van Berg", "Berg")


def test_addresses_are_joined_the_chosen_side_first():
    one = side("a", "Ann Berg", emails=("a@x.org", "b@x.org"))
    other = side("b", "Ann Berg", emails=("B@x.org", "c@x.org"))
    choices = Choices(FIELDS, one, other)
    choices.pick("emails", ONE)
    assert choices.told()["emails"] == ["a@x.org", "b@x.org", "c@x.org"]
    choices.pick("emails", OTHER)
    assert choices.told()["emails"] == ["B@x.org", "c@x.org", "a@x.org"]


def test_the_name_not_chosen_is_kept_as_a_spelling():
    choices = Choices(FIELDS, side("a", "Ann Berg", spellings=("A. Berg",)), side("b", "Ánn Berg"))
    assert choices.result("spellings") == "A. Berg\nAnn Berg"
    assert choices.changes("spellings")
    choices.pick("name", ONE)
    assert choices.result("spellings") == "A. Berg\nÁnn Berg"
    assert "spellings" not in choices.told()


def test_on_one_roster_the_line_of_the_one_that_stays_is_kept():
    one = side("a", "Ann Berg", meetings=("SOM 1 · FAO", "SOM 2 · FAO"))
    other = side("b", "Ann Berg", meetings=("SOM 2 · UNEP",))
    choices = Choices(FIELDS, one, other)
    choices.pick(STAYS, OTHER)
    assert choices.result("meetings") == "SOM 2 · UNEP\nSOM 1 · FAO"
    choices.pick(STAYS, ONE)
    assert choices.result("meetings") == "SOM 1 · FAO\nSOM 2 · FAO"


def test_fields_nobody_says_anything_of_are_left_out():
    choices = Choices(FIELDS, side("a", "Ann Berg"), side("b", "Ann Berg"))
    assert [line.key for line in choices.fields] == [STAYS, "name"]
    assert choices.result("phone") == ""


NAMED = (
    Field("name", "Name"),
    Field("given", "Given name", follows="name"),
    Field("family", "Family name", follows="name"),
    Field("particles", "Particles", follows="name"),
)


def named(key, name, given="", family="", particles=""):
    values = {"name": name, "given": given, "family": family, "particles": particles}
    return Side(key, name, values, {k: {k: v} for k, v in values.items()})


def block(choices):
    return tuple(choices.result(key) for key in ("name", "given", "family", "particles"))


def test_the_parts_and_their_rule_are_chosen_with_the_name():
    one = named("a", "Ann van Berg", "Ann", "van Berg", "kept")
    other = named("b", "Ann Maria Berg", "Ann Maria", "Berg")
    choices = Choices(NAMED, one, other)
    assert block(choices) == ("Ann Maria Berg", "Ann Maria", "Berg", "")
    assert choices.pick("name", ONE)
    assert block(choices) == ("Ann van Berg", "Ann", "van Berg", "kept")
    assert choices.told() == {
        "name": "Ann van Berg",
        "given": "Ann",
        "family": "van Berg",
        "particles": "kept",
    }
    assert choices.warning == ""


def test_parts_of_the_other_side_are_taken_where_they_fit_and_only_there():
    one, other = named("a", "Ann Berg"), named("b", "A. Berg", "Ann", "Berg", "kept")
    assert block(Choices(NAMED, one, other)) == ("Ann Berg", "Ann", "Berg", "kept")
    strange = named("b", "A. Olt", "A.", "Olt")
    choices = Choices(NAMED, one, strange)
    assert block(choices) == ("Ann Berg", "", "", "")
    assert choices.told()["family"] == ""


def test_a_part_chosen_alone_that_does_not_fit_is_warned_of():
    choices = Choices(NAMED, named("a", "Ann Berg", "Ann", "Berg"), named("b", "A. Olt", "Ann", "Olt"))
    assert choices.warning == ""
    assert choices.pick("family", OTHER)
    assert choices.warning == "Given name “Ann” and family name “Olt” do not fit in the name “Ann Berg”."
    assert choices.pick("name", OTHER)
    assert choices.warning == "Given name “Ann” and family name “Olt” do not fit in the name “A. Olt”."
