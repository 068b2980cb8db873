"""The next meeting takes from the last what is made alike, and nothing of what was said there."""

from emgdesk.operations.action import add_effect
from emgdesk.operations.deciding import approve_all, decide
from emgdesk.operations.document import add_document
from emgdesk.operations.next_meeting import invite_designated, make_next_meeting
from emgdesk.operations.office import add_designation, add_office
from emgdesk.operations.person import update_person
from emgdesk.operations.reservation import add_reservation
from emgdesk.operations.roster import add_participant, update_participations
from emgdesk.queries.actions import list_actions
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.decisions import planned_effects
from emgdesk.queries.documents import list_documents
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person, make_roster
from tests.meeting_actions import make_actions
from tests.operations.cases_notes import make_rows


def test_the_next_meeting_is_made_like_the_last(desk: Workspace) -> None:
    last = make_meeting(
        desk,
        "SOM40 technical",
        date="2030-09-12",
        start_time="15:00",
        zone_label="Geneva time",
        venue="Palais",
        chair="Old Chair",
        opened_at="15:01",
        closed_at="17:00",
        status="held",
        symbol_pattern="EMG/SOM.{som}/{segment}/{number:02}",
    )
    lines = make_roster(desk, last)
    desk.do("Rows", make_rows, meeting_id=last)
    desk.do("Away", update_participations, ids=[lines[1]], attendance="cancelled")
    someone = desk.read(list_roster, meeting_id=last)[0]
    desk.do(
        "Move", update_person, person_id=someone.person_id, entity_id=entity_id(desk, "WHO"), function="Head"
    )
    chair, official = make_person(desk, "Ines Calado", "FAO"), make_person(desk, "Omar Keita", "FAO")
    desk.do("Chair", add_office, office="Chair", person_id=chair, since="2030-01")
    desk.do(
        "Official",
        add_designation,
        entity_id=entity_id(desk, "FAO"),
        person_id=official,
        role="senior official",
    )
    made = desk.do("Next", make_next_meeting, meeting_id=last, code="SOM40 senior", date="2030-11-20").value

    facts = desk.read(get_meeting, meeting_id=made)
    assert (facts.som_number, facts.segment, facts.status, facts.kind) == (40, "senior", "planned", "segment")
    assert (facts.start_time, facts.zone_label, facts.venue) == ("15:00", "Geneva time", "Palais")
    assert (facts.chair, facts.opened_at, facts.closed_at) == ("Ines Calado", "", "")
    assert facts.previous_id == last
    assert [
        (r.path, r.title, r.presenter, r.presented_by, r.notes)
        for r in desk.read(list_agenda, meeting_id=made)
    ] == [
        ("1", "Progress", "", "", ""),
        ("1.A", "Reefs", "FAO", "", ""),
    ]
    assert [(d.number, d.symbol, d.status) for d in desk.read(list_documents, meeting_id=made)] == [
        ("04.A", "EMG/SOM.40/senior/04", "planned")
    ]
    (section,) = desk.read(list_actions, meeting_id=made)
    assert [(a.path, a.text, a.outcome, a.stem) for a in section.actions] == [
        ("", "Agree to:", "approved", "The Group:"),
        ("a", "deferred wording", "drafted", ""),
    ]
    roster = desk.read(list_roster, meeting_id=made)
    assert [(r.name, r.entity, r.function, r.attendance) for r in roster] == [
        ("Amélie Dürst", "WHO", "Head", "invited"),
        ("Ngozi Adeyemi-Okoro", "WWF", "", "invited"),
        ("Светлана Воронова", "EMG", "", "invited"),
        ("Ruth Solberg", "", "", "invited"),
        ("Omar Keita", "FAO", "", "invited"),
    ]


def test_symbols_of_the_next_meeting_keep_letters_and_series(desk: Workspace) -> None:
    last = make_meeting(
        desk, "SOM40 senior", date="2030-09-12", symbol_pattern="EMG/SOM.40/senior/{number:02}"
    )
    for number, symbol in (
        ("04.A", "senior/04a"), ("04.B", "senior/04b"), ("INF 1", "senior/INF/1"), ("01", "senior/01"),
        ("01", "senior/01"), ("01", "senior/01/Rev.1"), ("", ""),
    ):  # fmt: skip
        line = {"number": number, "symbol": f"EMG/SOM.40/{symbol}" if symbol else "", "title": "Note"}
        desk.do("Add", add_document, meeting_id=last, **line)
    made = desk.do("Next", make_next_meeting, meeting_id=last, code="SOM41 technical").value
    assert desk.read(get_meeting, meeting_id=made).symbol_pattern == "EMG/SOM.{som}/{segment}/{number:02}"
    assert [(d.number, d.symbol) for d in desk.read(list_documents, meeting_id=made)] == [
        ("04.A", "EMG/SOM.41/technical/04a"), ("04.B", "EMG/SOM.41/technical/04b"),
        ("INF 1", "EMG/SOM.41/technical/INF/1"), ("01", "EMG/SOM.41/technical/01"),
        ("01", "EMG/SOM.41/technical/01"), ("01", ""), ("", ""),
    ]  # fmt: skip


def test_deferred_actions_come_back_with_their_effects(desk: Workspace) -> None:
    keys = make_actions(desk)
    reserve = {"entity": "WWF", "text": "WWF objects."}
    desk.do("Reserve", add_reservation, action_id=keys["rename"], **reserve)
    desk.do("Effect", add_effect, action_id=keys["request"], kind="extended", until="SOM 42")
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    desk.do("Defer", decide, action_ids=[keys["rename"], keys["count"]], outcome="deferred")
    made = desk.do("Next", make_next_meeting, meeting_id=keys["technical"], code="SOM41 technical").value
    (section,) = desk.read(list_actions, meeting_id=made)
    assert [
        (a.citation, a.text, a.outcome, a.origin_id, [e.kind for e in a.effects], a.reservations)
        for a in section.actions
    ] == [
        ("I. a)", "Request the Task Team to:", "approved", None, [], ()),
        ("I. a) i", "Count the corals;", "drafted", keys["count"], [], ()),
        ("I. b)", "Decide to rename the Task Team.", "drafted", keys["rename"], ["renamed", "extended"], ()),
    ]
    desk.do("Approve", approve_all, meeting_id=made)
    assert [p.words for p in desk.read(planned_effects, meeting_id=made)] == [
        "renamed “Task Team on Corals”", "extended until SOM 42",
    ]  # fmt: skip
    assert [p.words for p in desk.read(planned_effects, meeting_id=keys["technical"])] == [
        "extended until SOM 42", "established",
    ]  # fmt: skip


def test_an_undated_meeting_invites_whom_the_entities_designate_today(desk: Workspace) -> None:
    gone, here = make_person(desk, "Ines Calado", "FAO"), make_person(desk, "Omar Keita", "FAO")
    fao = entity_id(desk, "FAO")
    past = {"since": "2010-01-01", "until": "2018-06-30"}
    desk.do("Past", add_designation, entity_id=fao, person_id=gone, role="senior official", **past)
    desk.do("Now", add_designation, entity_id=fao, person_id=here, role="senior official", since="2018-07-01")
    desk.do("Past", add_office, office="Chair", person_id=gone, **past)
    last = make_meeting(desk, "SOM40 senior", date="2030-09-12", chair="Old Chair")
    made = desk.do("Next", make_next_meeting, meeting_id=last, code="SOM41 senior").value
    assert [row.name for row in desk.read(list_roster, meeting_id=made)] == ["Omar Keita"]
    assert desk.read(get_meeting, meeting_id=made).chair == "Old Chair"
    bare = make_meeting(desk, "SOM42 senior")
    assert desk.do("Invite", invite_designated, meeting_id=bare).value == 1


def test_whom_the_entities_designated_is_invited_once(desk: Workspace) -> None:
    meeting = make_meeting(desk, date="2031-05-02")
    fao = entity_id(desk, "FAO")
    for name, role, until in (
        ("Ines Calado", "senior official", "2031-05-01"),
        ("Omar Keita", "senior official", ""),
        ("Lea Brunner", "focal point", ""),
    ):
        person = make_person(desk, name, "FAO")
        desk.do("D", add_designation, entity_id=fao, person_id=person, role=role, until=until)
    assert desk.do("Invite", invite_designated, meeting_id=meeting, roles=["senior official"]).value == 1
    assert desk.do("Invite", invite_designated, meeting_id=meeting).value == 1
    roster = desk.read(list_roster, meeting_id=meeting)
    assert [(r.name, r.entity, r.capacity) for r in roster] == [
        ("Omar Keita", "FAO", "member"),
        ("Lea Brunner", "FAO", "member"),
    ]


def test_who_was_printed_with_an_entity_the_desk_lacks_keeps_it(desk: Workspace) -> None:
    last = make_meeting(desk, "SOM40 senior", date="2030-09-12")
    desk.do("Add", add_participant, meeting_id=last, name="Petra Vos", entity="Rewilding Network")
    made = desk.do("Next", make_next_meeting, meeting_id=last, code="SOM41 senior").value
    (before,), (row,) = desk.read(list_roster, meeting_id=last), desk.read(list_roster, meeting_id=made)
    assert (row.name, row.entity, row.attendance) == ("Petra Vos", "Rewilding Network", "invited")
    assert row.capacity == before.capacity
