"""The numbers on the screen and the closing line on the page are the same numbers."""

from emgdesk.domain.counting import Counts
from emgdesk.operations.entity import count_as_parents
from emgdesk.operations.merging import merge_entities
from emgdesk.operations.roster import add_participant, update_participations
from emgdesk.queries.inputs.people import participants_input
from emgdesk.queries.roster import count_roster
from emgdesk.reports.builders import sign_in_sheet
from emgdesk.reports.builders.lines import included
from emgdesk.reports.builders.names import entity_groups
from emgdesk.reports.builders.participants import totals
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting


def test_screen_and_page_count_alike(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = {
        entity: desk.do(
            "Add", add_participant, meeting_id=meeting_id, name=f"Person {entity}", entity=entity,
            capacity="member" if entity == "SUN" else "",
        ).value
        for entity in ("UNEP", "SUN", "FAO", "WWF", "Harbour Club")
    }  # fmt: skip
    desk.do("Status", update_participations, ids=[lines["UNEP"], lines["FAO"]], capacity="member")
    desk.do("Status", update_participations, ids=[lines["WWF"]], capacity="observer")
    desk.do("Gone", update_participations, ids=[lines["FAO"]], attendance="excused")

    def said() -> tuple[Counts, str]:
        _, people = desk.read(participants_input, meeting_id=meeting_id)
        return desk.read(count_roster, meeting_id=meeting_id).listed, totals(included(people))

    assert said() == (
        Counts("registered", 4, 2, 1, 1, 0, 2, 1, 1),
        "4 participants from 2 EMG members, 1 observing entity and 1 guest entity",
    )
    desk.do("Count", count_as_parents, ids=[entity_id(desk, "SUN")], counts=True)
    assert said() == (
        Counts("registered", 4, 2, 1, 1, 0, 1, 1, 1),
        "4 participants from 1 EMG member, 1 observing entity and 1 guest entity; SUN counted with UNEP",
    )
    desk.do("Came", update_participations, ids=[lines["WWF"]], attendance="attended", walk_in=True)
    assert said() == (
        Counts("attended", 1, 0, 1, 0, 0, 0, 1, 0),
        "1 participant from 1 observing entity",
    )


def test_a_heading_names_the_entity_as_it_is_called_and_a_line_as_it_was_printed(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    for name, entity in (("Ana Ruiz", "OMM"), ("Bo Lind", "WMO"), ("Cy Moor", "Harbour Club")):
        desk.do("Add", add_participant, meeting_id=meeting_id, name=name, entity=entity)
    facts, people = desk.read(participants_input, meeting_id=meeting_id)
    assert [(one.entity, one.acronym) for one in people] == [
        ("OMM", "WMO"), ("WMO", "WMO"), ("Harbour Club", ""),
    ]  # fmt: skip
    headings = [heading for heading, _ in entity_groups(people)]
    assert headings == ["Harbour Club", "World Meteorological Organization (WMO)"]
    sheet = sign_in_sheet.build(facts, people, sign_in_sheet.SignInOptions(style="by-entity", blank=0))
    assert [row[0] for row in sheet.blocks[-1].rows if len(row) == 1] == headings  # type: ignore[union-attr]


def test_a_merged_entity_heads_its_people_with_its_own_acronym(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    desk.do("Add", add_participant, meeting_id=meeting_id, name="Ana Ruiz", entity="FAO")
    desk.do("Merge", merge_entities, kept_id=entity_id(desk, "WHO"), lost_id=entity_id(desk, "FAO"))
    _, people = desk.read(participants_input, meeting_id=meeting_id)
    assert (people[0].entity, entity_groups(people)[0][0]) == ("FAO", "World Health Organization (WHO)")
