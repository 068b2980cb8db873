"""The next meeting takes from the last what is made alike, and nothing of what was said there."""

from emgdesk.operations.next_meeting import invite_designated, make_next_meeting
from emgdesk.operations.office import add_designation, add_office
from emgdesk.operations.person import update_person
from emgdesk.operations.roster import update_participations
from emgdesk.queries.actions import list_actions
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.documents import list_documents
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person, make_roster
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
        ("", "Agree to:", "drafted", "The Group:"),
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
