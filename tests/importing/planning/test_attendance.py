"""A list of who was there meets those registered; a list of registrations meets who was there."""

import pytest

from emgdesk.importing.answers import plan_json
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import Decision
from emgdesk.importing.planning.roster import decide, plan_roster
from emgdesk.importing.records import MappedRoster, RosterRecord
from tests.importing.files import desk, line, person

PEOPLE = (
    person("p1", "Ada Moss", "e-fao"),
    person("p2", "Bo Lind", "e-ece"),
    person("p3", "Cy Rook", "e-wb"),
    person("p4", "Di Fenn", "e-unep"),
)
ADA = line("l1", "p1", "Ada Moss", "FAO", attendance="registered", registered="2031-08-01")
BO = line("l2", "p2", "Bo Lind", "ECE", attendance="registered")
CY = line("l3", "p3", "Cy Rook", "WB", attendance="cancelled")


def there(row, name, entity="", **more):
    return RosterRecord(row, name, entity=entity, **({"attendance": "attended"} | more))


def planned(*records, on_roster=(ADA, BO, CY), form="teams", listed=True, **more):
    mapped = MappedRoster(
        file="list.csv", sha256="0", format=form, sheet="", header_row=1, headers=("Name",),
        columns={"name": "Name"}, unused=(), samples={}, fingerprint="f", records=records, set_aside=(),
        is_attendance=listed,
    )  # fmt: skip
    matches = find_matches(mapped, desk(*PEOPLE, on_roster=on_roster))
    return plan_roster(matches, **more), matches


LIST = (there(2, "Ada Moss", "FAO"), there(3, "Di Fenn", "UNEP"), there(4, "Ed Gale", "FAO"))


def test_registered_and_present_registered_and_absent_present_and_not_registered():
    plan, _ = planned(*LIST)
    assert plan.is_attendance
    assert (plan.meets.present, plan.meets.walk_ins) == ((2,), (3, 4))
    assert (plan.meets.absent, plan.meets.unsure) == ((BO,), ())
    assert plan_json(plan)["attendance"] == {
        "registered_present": 1, "registered_absent": 1, "registered_unsure": 0, "present_unregistered": 2,
    }  # fmt: skip


def test_the_registration_stays_and_the_line_tells_of_the_presence():
    row = planned(*LIST)[0].rows[0]
    assert row.line_changes == {"attendance": ("registered", "attended"), "mode": ("", "online")}
    assert planned(*LIST, update="replace")[0].rows[0].line_changes == row.line_changes
    assert planned(*LIST, update="add-only")[0].rows[0].action == "none"


def test_nobody_walks_into_a_meeting_nobody_registered_for():
    plan, _ = planned(*LIST, on_roster=())
    assert (plan.meets.present, plan.meets.walk_ins, plan.meets.absent) == ((), (), ())
    joined = line("l9", "p3", "Cy Rook", "WB", attendance="attended", from_attendance=True)
    assert planned(*LIST, on_roster=(joined,))[0].meets.walk_ins == ()


def test_who_walked_in_before_walks_in_still():
    di = line("l4", "p4", "Di Fenn", "UNEP", attendance="attended", mode="online", walk_in=True)
    plan, _ = planned(*LIST, on_roster=(ADA, BO, CY, di))
    assert (plan.rows[1].verdict, plan.rows[1].changes) == ("already", {})
    assert plan.meets.walk_ins == (3, 4)


def test_who_a_row_to_be_decided_may_name_is_not_absent():
    row = RosterRecord(5, "Bo Lind", entity="FAO", attendance="attended")
    plan, matches = planned(*LIST, row)
    assert plan.rows[3].verdict == "possible"
    assert (plan.meets.absent, plan.meets.unsure) == ((), (BO,))
    same = decide(plan, matches, 5, Decision("match", "p2"))
    assert (same.meets.present, same.meets.absent, same.meets.unsure) == ((2, 5), (), ())
    left = decide(plan, matches, 5, Decision("skip"))
    assert (left.meets.absent, left.meets.unsure) == ((), (BO,))
    best, _ = planned(*LIST, row, doubtful="match")
    assert (best.meets.present, best.meets.absent, best.meets.unsure) == ((2, 5), (), ())
    other = decide(plan, matches, 5, Decision("new"))
    assert (other.meets.walk_ins, other.meets.absent) == ((3, 4, 5), (BO,))


def test_rows_of_people_who_did_not_come_are_not_present():
    plan, _ = planned(
        there(2, "Ada Moss", "FAO"), RosterRecord(3, "Bo Lind", entity="ECE", attendance="absent")
    )
    assert (plan.meets.present, plan.meets.absent) == ((2,), (BO,))
    assert plan.rows[1].line_changes == {"attendance": ("registered", "absent")}


def test_a_row_with_the_date_of_its_registration_is_no_walk_in():
    plan, _ = planned(there(2, "Di Fenn", "UNEP", registered="2031-08-02"), there(3, "Ada Moss", "FAO"))
    assert (plan.meets.present, plan.meets.walk_ins) == ((2, 3), ())


@pytest.mark.parametrize(
    ("form", "mode"),
    [("teams", "online"), ("zoom", "online"), ("webex", "online"), ("gotomeeting", "online"),
     ("gotowebinar", "online"), ("google-meet", "online"), ("generic", "")],
)  # fmt: skip
def test_the_lists_of_online_tools_tell_the_mode(form, mode):
    plan, _ = planned(*LIST, form=form)
    assert plan.default_mode == mode
    assert plan.rows[0].line_changes.get("mode") == (("", "online") if mode else None)
    there_in_person = line("l1", "p1", "Ada Moss", "FAO", attendance="registered", mode="in person")
    changes = (
        planned(*LIST, form=form, on_roster=(there_in_person,), update="replace")[0].rows[0].line_changes
    )
    assert changes == {"attendance": ("registered", "attended")}


def test_a_tool_s_report_is_known_by_its_rows_without_being_told():
    assert planned(*LIST, listed=None)[0].is_attendance
    registered = RosterRecord(2, "Ada Moss", entity="FAO", attendance="registered")
    plan, _ = planned(registered, form="zoom", listed=None)
    assert (plan.is_attendance, plan.meets, plan.default_mode) == (False, None, "")
    assert "attendance" not in plan_json(plan)
    assert not planned(*LIST, form="generic", listed=None)[0].is_attendance


def test_who_says_that_a_report_is_a_list_of_registrations_is_believed():
    plan, _ = planned(*LIST, listed=False)
    assert (plan.is_attendance, plan.meets, plan.default_mode) == (False, None, "")


# Registrations after the attendance

WALKED = line("l4", "p4", "Di Fenn", "UNEP", attendance="attended", walk_in=True)


@pytest.mark.parametrize("update", ["fill", "replace"])
@pytest.mark.parametrize("said", ["", "registered"])
def test_a_walk_in_who_turns_out_registered_is_none(said, update):
    row = RosterRecord(2, "Di Fenn", entity="UNEP", attendance=said, registered="2031-08-03")
    plan, _ = planned(row, on_roster=(WALKED,), form="indico", listed=False, update=update)
    assert plan.rows[0].line_changes == {"walk_in": ("yes", "no"), "registered": ("", "2031-08-03")}


def test_a_roster_that_tells_who_attended_says_nothing_of_a_registration():
    row = there(2, "Di Fenn", "UNEP")
    plan, _ = planned(row, on_roster=(WALKED,), form="workbook", listed=False)
    assert (plan.rows[0].verdict, plan.rows[0].changes) == ("already", {})
    assert (
        planned(row, on_roster=(WALKED,), form="indico", listed=False, update="add-only")[0].rows[0].changes
        == {}
    )


@pytest.mark.parametrize("was", ["attended", "absent", "excused"])
@pytest.mark.parametrize("said", ["registered", "invited", "cancelled"])
def test_a_registration_never_takes_the_place_of_who_was_there(was, said):
    listed = line("l1", "p1", "Ada Moss", "FAO", attendance=was)
    row = RosterRecord(2, "Ada Moss", entity="FAO", attendance=said)
    for update in ("fill", "replace"):
        plan, _ = planned(row, on_roster=(listed,), form="indico", listed=False, update=update)
        assert plan.rows[0].changes == {}


def test_the_date_of_a_registration_is_filled_and_replaced_on_request_only():
    row = RosterRecord(2, "Ada Moss", entity="FAO", registered="2031-08-09")
    kept, _ = planned(row, form="indico", listed=False)
    assert kept.rows[0].changes == {}
    other, _ = planned(row, form="indico", listed=False, update="replace")
    assert other.rows[0].changes == {"registered": ("2031-08-01", "2031-08-09")}
