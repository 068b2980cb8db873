"""What was decided once is not asked again: people, spellings, entities, over real files and a real desk."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.plan import Decision, EntityDecision
from emgdesk.intake import Choices, RosterIntake, commit, plan_import, take_all_proposals
from emgdesk.operations.merging import merge_people
from emgdesk.operations.roster import update_participations
from emgdesk.queries.duplicates import list_two_people
from emgdesk.queries.entities import list_entities
from emgdesk.queries.people import get_person, list_people
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id, make_meeting, make_person

Rows = Iterable[tuple[str, ...]]


def csv(folder: Path, *rows: tuple[str, ...], name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return path


def roster(desk: Workspace, path: Path, meeting_id: str, **choices: object) -> RosterIntake:
    intake = plan_import(desk, path, meeting_id=meeting_id, choices=Choices(**choices))  # type: ignore[arg-type]
    assert isinstance(intake, RosterIntake)
    return intake


def verdicts(intake: RosterIntake) -> dict[str, int]:
    return dict(Counter(row.verdict for row in intake.plan.rows))


def learned(desk: Workspace, path: Path, meeting_id: str, **choices: object) -> None:
    """Import, then again into the same meeting and into next year's: nothing is asked any more."""
    commit(desk, roster(desk, path, meeting_id, **choices))
    again = roster(desk, path, meeting_id)
    assert set(verdicts(again)) == {"already"}
    assert commit(desk, again).changes is None
    next_year = roster(desk, path, make_meeting(desk, "SOM41 technical"))
    assert set(verdicts(next_year)) == {"matched"}
    commit(desk, next_year)
    assert set(verdicts(roster(desk, path, next_year.plan.meeting_id or ""))) == {"already"}


HEADER = ("Name", "Entity", "Email")


@pytest.mark.parametrize(
    "row",
    [
        ("Ada Mosley", "FAO", "ada@new.example"),
        ("Ada Mosley", "FAO", ""),
        ("Ada Mosly", "FAO", ""),
        ("Ada Mosly", "", ""),
        ("A. Mosley", "FAO", ""),
        ("Ada Mosley", "ECE", ""),
        ("Ada Mosley-Reed", "ECE", "ada@ece.example"),
    ],
)
def test_a_decided_person_is_known_the_next_time(
    desk: Workspace, tmp_path: Path, row: tuple[str, ...]
) -> None:
    key = make_person(desk, "Ada Mosley", "FAO", ("ada@fao.example",))
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, HEADER, row)
    learned(desk, path, meeting_id, decisions={2: Decision("match", key)})
    person = desk.read(get_person, person_id=key)
    assert row[0] in person.spellings or row[0] == person.name
    assert person.emails == "; ".join(dict.fromkeys(filter(None, ("ada@fao.example", row[2]))))
    assert len(desk.read(list_people)) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("Ada Mosley", "ECE", ""),
        ("Ada Mosley", "ECE", "ada@ece.example"),
        ("Ada Mosly", "ECE", ""),
        ("A. Mosley", "FAO", ""),
    ],
)
def test_somebody_decided_to_be_new_is_known_the_next_time(
    desk: Workspace, tmp_path: Path, row: tuple[str, ...]
) -> None:
    key = make_person(desk, "Ada Mosley", "FAO", ("ada@fao.example",))
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, HEADER, row)
    assert verdicts(roster(desk, path, meeting_id)) == {"possible": 1}
    learned(desk, path, meeting_id, decisions={2: Decision("new")})
    (pair,) = desk.read(list_two_people)
    new = next(person.id for person in desk.read(list_people) if person.id != key)
    assert {pair.one_id, pair.other_id} == {key, new}


def test_a_row_taken_before_is_the_person_it_became(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, ("Name", "Entity"), ("Koko", ""), ("Bo Lind", "FAO"))
    commit(desk, roster(desk, path, meeting_id))
    again = roster(desk, path, meeting_id)
    assert verdicts(again) == {"already": 2}
    assert commit(desk, again).changes is None
    longer = csv(tmp_path, ("Name", "Entity"), ("Koko", ""), ("Cy Rook", "FAO"), name="other.csv")
    assert verdicts(roster(desk, longer, meeting_id)) == {"possible": 1, "new": 1}


def test_a_given_name_alone_asks_for_the_one_registered_so(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    registered = csv(tmp_path, ("Name", "Entity"), ("Koko Warner", "FAO"), ("Ada Moss", ""), ("Ada Lind", ""))
    commit(desk, roster(desk, registered, meeting_id))
    came = csv(tmp_path, ("Name", "Email"), ("Koko", ""), ("Ada", ""), name="came.csv")
    rows = roster(desk, came, meeting_id).plan.rows
    assert [(row.verdict, [one.name for one in row.candidates]) for row in rows] == [
        ("possible", ["Koko Warner"]), ("new", []),
    ]  # fmt: skip
    assert rows[0].candidates[0].why == "the given name alone"


def test_two_rows_said_to_be_two_people_are_remembered_as_two(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, HEADER, ("Ada Mosley", "FAO", ""), ("Ada Mosly", "FAO", ""))
    assert verdicts(roster(desk, path, meeting_id)) == {"new": 1, "possible": 1}
    learned(desk, path, meeting_id, decisions={3: Decision("new")})
    assert len(desk.read(list_two_people)) == 1


def test_a_spelling_is_learned_from_a_row_that_changes_nothing_else(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    commit(desk, roster(desk, csv(tmp_path, HEADER, ("Ada Mosley", "FAO", "")), meeting_id))
    other = csv(tmp_path, HEADER, ("Ada Mosly", "FAO", ""), name="other.csv")
    (person,) = desk.read(list_people)
    intake = roster(desk, other, meeting_id, decisions={2: Decision("match", person.id)})
    assert intake.plan.rows[0].changes == {"spelling": ("", "Ada Mosly")}
    commit(desk, intake)
    assert verdicts(roster(desk, other, meeting_id)) == {"already": 1}


def test_a_sure_match_that_was_wrong_is_told_apart(desk: Workspace, tmp_path: Path) -> None:
    key = make_person(desk, "Ada Mosley", "FAO")
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, HEADER, ("Ada Mosley", "FAO", ""), ("Ada Mosley", "FAO", ""))
    assert verdicts(roster(desk, path, meeting_id)) == {"matched": 1, "skipped": 1}
    commit(desk, roster(desk, path, meeting_id, decisions={2: Decision("new"), 3: Decision("new")}))
    assert len(desk.read(list_people)) == 3
    pairs = [{pair.one_id, pair.other_id} for pair in desk.read(list_two_people)]
    assert len(pairs) == 2
    assert key in pairs[0] | pairs[1]
    again = roster(desk, path, meeting_id)
    assert verdicts(again) == {"already": 2}
    assert commit(desk, again).changes is None


def test_a_row_left_out_by_decision_stays_out(desk: Workspace, tmp_path: Path) -> None:
    make_person(desk, "Ada Mosley", "FAO")
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, HEADER, ("Ada Mosley", "ECE", ""))
    commit(desk, roster(desk, path, meeting_id, decisions={2: Decision("skip")}))
    again = roster(desk, path, meeting_id)
    assert [(row.verdict, row.decision) for row in again.plan.rows] == [("skipped", Decision("skip"))]
    assert commit(desk, again).changes is None
    desk.undo()
    assert verdicts(roster(desk, path, meeting_id)) == {"possible": 1}


def test_a_decision_follows_the_person_into_a_merge(desk: Workspace, tmp_path: Path) -> None:
    kept = make_person(desk, "Ada Reed", "WHO")
    key = make_person(desk, "Ada Mosley", "FAO")
    path = csv(tmp_path, HEADER, ("Ada Mosley", "", "mosley@un.example"), ("A. Mosley", "ECE", ""))
    commit(desk, roster(desk, path, make_meeting(desk), decisions={3: Decision("match", key)}))
    desk.do("Merge", merge_people, kept_id=kept, lost_id=key)
    plan = roster(desk, path, make_meeting(desk, "SOM41 technical")).plan
    assert {row.person_id for row in plan.rows if row.verdict == "matched"} == {kept}
    assert plan.rows[1].verdict != "possible"


# Entities


GUILD = (HEADER, ("Ada Moss", "Harbour Guild", ""), ("Bo Lind", "UN Enviroment", ""), ("Cy Rook", "UNEP-ROA", ""),
         ("Di Fenn", "Ministry of Tides", ""))  # fmt: skip


def test_entity_decisions_and_people_are_one_step(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, *GUILD)
    unep = entity_id(desk, "UNEP")
    before = dump(desk.path)
    said = {
        "harbour guild": EntityDecision("new", acronym="HG", status="observer"),
        "un enviroment": EntityDecision("alias", unep),
        "unep-roa": EntityDecision("part", unep),
        "ministry of tides": EntityDecision("text"),
    }
    intake = roster(desk, path, meeting_id, entities=said)
    done = commit(desk, intake)
    assert (done.value.new_people, done.value.new_lines, done.value.new_entities) == (4, 4, 2)
    entities = {entity.acronym: entity for entity in desk.read(list_entities)}
    guild, office = entities["HG"], entities["UNEP-ROA"]
    assert (guild.full_name, guild.status, guild.aliases) == ("", "observer", ("Harbour Guild",))
    assert (office.parent, office.status, office.counts_as_parent) == ("UNEP", "member", True)
    assert "UN Enviroment" in entities["UNEP"].aliases
    rows = desk.read(list_roster, meeting_id=meeting_id)
    assert [(r.entity, r.entity_id, r.capacity) for r in rows] == [
        ("Harbour Guild", guild.id, "observer"),
        ("UN Enviroment", unep, "member"),
        ("UNEP-ROA", office.id, "member"),
        ("Ministry of Tides", None, "guest"),
    ]
    assert [p.entity for p in desk.read(list_people)] == ["HG", "UNEP", "UNEP-ROA", ""]
    again = roster(desk, path, meeting_id)
    assert verdicts(again) == {"already": 4}
    assert [(one.text, one.remembered) for one in again.plan.entity_questions] == [
        ("Ministry of Tides", True)
    ]
    desk.undo()
    assert dump(desk.path) == before


def test_decisions_alone_are_taken_too(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, *GUILD)
    commit(desk, roster(desk, path, meeting_id))
    unep = entity_id(desk, "UNEP")
    later = roster(desk, path, meeting_id, entities={"un enviroment": EntityDecision("alias", unep)})
    assert verdicts(later) == {"already": 3, "matched": 1}
    commit(desk, later)
    line = desk.read(list_roster, meeting_id=meeting_id)[1]
    assert (line.entity, line.entity_id, line.capacity) == ("UN Enviroment", unep, "member")
    text = roster(desk, path, meeting_id, entities={"ministry of tides": EntityDecision("text")})
    assert commit(desk, text).changes is not None
    left = roster(desk, path, meeting_id)
    assert [(question.text, question.remembered) for question in left.plan.entity_questions] == [
        ("Harbour Guild", False), ("UNEP-ROA", False), ("Ministry of Tides", True),
    ]  # fmt: skip


def test_a_past_roster_keeps_what_it_printed(desk: Workspace, tmp_path: Path) -> None:
    past = make_meeting(desk, "SOM39 technical")
    commit(desk, roster(desk, csv(tmp_path, *GUILD), past))
    before = desk.read(list_roster, meeting_id=past)
    said = {"un enviroment": EntityDecision("alias", entity_id(desk, "UNEP"))}
    commit(desk, roster(desk, csv(tmp_path, *GUILD), make_meeting(desk), entities=said))
    kept = desk.read(list_roster, meeting_id=past)
    assert [(r.entity, r.entity_id, r.capacity) for r in kept] == [
        (r.entity, r.entity_id, r.capacity) for r in before
    ]


def test_a_name_that_is_taken_is_refused_before_anything_is_written(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    with pytest.raises(InputError, match=r"^“FAO” is already a name of FAO\.$"):
        roster(
            desk,
            csv(tmp_path, *GUILD),
            meeting_id,
            entities={"harbour guild": EntityDecision("new", acronym="FAO")},
        )


# Attendance


JOINED = ("Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",)


def teams(folder: Path, *people: tuple[str, str], name: str = "attendance.csv") -> Path:
    path = folder / name
    times = "9/2/31, 2:58:00 PM\t9/2/31, 4:58:00 PM\t2h"
    rows = [f"{person}\t{times}\t{mail}\t{mail}\tAttendee" for person, mail in people]
    path.write_text("\r\n".join((*JOINED, *rows, "")), encoding="utf-16")
    return path


REGISTERED = (
    ("Name", "Entity", "Email", "Registered on"),
    ("Ada Moss", "FAO", "ada@fao.example", "2031-08-01"),
    ("Bo Lind", "ECE", "bo@ece.example", "2031-08-02"),
)
CAME = (("Ada Moss", "ada@fao.example"), ("Di Fenn", "di@gmail.com"))


def lines(desk: Workspace, meeting_id: str) -> list[tuple[object, ...]]:
    found = desk.read(list_roster, meeting_id=meeting_id)
    return [(r.name, r.entity, r.attendance, r.mode, r.registered, r.walk_in) for r in found]


def test_the_attendance_list_meets_the_registrations(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    commit(desk, roster(desk, csv(tmp_path, *REGISTERED), meeting_id))
    path = teams(tmp_path, *CAME)
    commit(desk, roster(desk, path, meeting_id))
    assert lines(desk, meeting_id) == [
        ("Ada Moss", "FAO", "attended", "online", "2031-08-01", False),
        ("Bo Lind", "ECE", "registered", "", "2031-08-02", False),
        ("Di Fenn", "", "attended", "online", "", True),
    ]
    again = roster(desk, path, meeting_id)
    assert verdicts(again) == {"already": 2}
    assert commit(desk, again).changes is None
    absent = roster(desk, path, meeting_id, mark_absent=True)
    assert commit(desk, absent).value.changed == 1
    assert lines(desk, meeting_id)[1] == ("Bo Lind", "ECE", "absent", "", "2031-08-02", False)
    assert commit(desk, roster(desk, path, meeting_id, mark_absent=True)).changes is None


def test_registrations_that_come_later_end_the_same(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting_id))
    assert [line[5] for line in lines(desk, meeting_id)] == [False, False]
    registered = csv(tmp_path, *REGISTERED)
    commit(desk, roster(desk, registered, meeting_id))
    assert lines(desk, meeting_id) == [
        ("Ada Moss", "FAO", "attended", "online", "2031-08-01", False),
        ("Di Fenn", "", "attended", "online", "", True),
        ("Bo Lind", "ECE", "registered", "", "2031-08-02", False),
    ]
    more = teams(tmp_path, *CAME, ("Ed Gale", "ed@gmail.com"), name="second day.csv")
    commit(desk, roster(desk, more, meeting_id))
    assert lines(desk, meeting_id)[3] == ("Ed Gale", "", "attended", "online", "", True)
    late = csv(tmp_path, REGISTERED[0], ("Ed Gale", "WHO", "ed@gmail.com", "2031-08-03"), name="late.csv")
    commit(desk, roster(desk, late, meeting_id, update="replace"))
    assert lines(desk, meeting_id)[3] == ("Ed Gale", "WHO", "attended", "online", "2031-08-03", False)


def test_whoever_is_known_comes_with_the_entity_of_the_desk(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    make_person(desk, "Ada Moss", "FAO", ("ada@fao.example",))
    path = teams(tmp_path, *CAME)
    intake = roster(desk, path, meeting_id)
    assert intake.plan.rows[0].messages == ("Entity FAO is taken from the person.",)
    commit(desk, intake)
    (line, _) = desk.read(list_roster, meeting_id=meeting_id)
    assert (line.entity, line.entity_id, line.capacity) == ("FAO", entity_id(desk, "FAO"), "member")
    assert verdicts(roster(desk, path, meeting_id)) == {"already": 2}


def test_proposals_are_taken_on_request(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = teams(tmp_path, ("Ada Moss", "ada@fao.org"), ("Di Fenn", "di@gmail.com"))
    plain = roster(desk, path, meeting_id)
    assert [row.entity for row in plain.plan.rows] == ["", ""]
    commit(desk, take_all_proposals(plain))
    rows = desk.read(list_roster, meeting_id=meeting_id)
    assert [(r.entity, r.capacity) for r in rows] == [("FAO", "member"), ("", "guest")]
    assert [p.entity for p in desk.read(list_people)] == ["FAO", ""]


def test_a_line_once_corrected_by_hand_is_left_alone(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    path = csv(tmp_path, *REGISTERED)
    commit(desk, roster(desk, path, meeting_id))
    key = desk.read(list_roster, meeting_id=meeting_id)[0].id
    desk.do("Correct", update_participations, ids=[key], entity="WHO")
    assert verdicts(roster(desk, path, meeting_id)) == {"already": 2}
