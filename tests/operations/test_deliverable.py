"""Editions, stages and order of deliverables."""

import pytest

from emgdesk.domain.editions import next_edition
from emgdesk.errors import DataError
from emgdesk.operations.deliverable import (
    add_deliverable,
    add_edition,
    add_stage,
    endorse_deliverable,
    move_deliverable,
    update_deliverables,
    update_stage,
)
from emgdesk.operations.reservation import add_reservation
from emgdesk.queries.deliverables import list_deliverables
from tests.desks import entity_id, make_meeting, make_workplan


@pytest.mark.parametrize(
    ("edition", "after"),
    [
        ("", "2nd"), ("1st", "2nd"), ("2nd", "3rd"), ("10th", "11th"), ("20th", "21st"), ("Edition 9", "Edition 10"),
        ("2025", "2026"), ("third edition", "fourth edition"), ("First", "Second"), ("Tenth", ""), ("final", ""),
        ("2031 (v. 2)", "2031 (v. 3)"),
    ],
)  # fmt: skip
def test_the_next_edition_is_written_as_the_one_before(edition, after):
    assert next_edition(edition) == after


def test_an_edition_keeps_what_stays_the_same(desk):
    keys = make_workplan(desk)
    told = {
        "title": "Atlas of Reefs",
        "kind": "report",
        "workstream_id": keys["reefs"],
        "entities": "UNEP, FAO",
    }
    first = desk.do("Add", add_deliverable, **told, edition="2nd", web_address="https://reef.example/2").value
    desk.do("Stage", add_stage, deliverable_id=first, stage="launched", date="2031-05-02")
    desk.do("Edition", add_edition, deliverable_id=first)
    desk.do("Edition", add_edition, deliverable_id=first)
    desk.do("Edition", add_edition, deliverable_id=first, edition="Special")
    rows = desk.read(list_deliverables, workstream_id=keys["reefs"])
    assert [row.edition for row in rows] == ["2nd", "3rd", "4th", "Special"]
    assert {(row.title, row.kind, row.entities) for row in rows} == {
        ("Atlas of Reefs", "report", "UNEP, FAO")
    }
    assert [(len(row.stages), row.web_address) for row in rows[1:]] == [(0, "")] * 3


def test_stages_stand_by_their_dates_with_their_meetings(desk):
    key = desk.do("Add", add_deliverable, title="Atlas of Reefs").value
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-28", end_date="2031-10-29")
    desk.do("Endorse", endorse_deliverable, deliverable_id=key, meeting_id=meeting)
    desk.do("Draft", add_stage, deliverable_id=key, stage="draft", date="2031-03")
    (row,) = desk.read(list_deliverables)
    assert [(s.stage, s.date, s.meeting) for s in row.stages] == [
        ("draft", "2031-03", ""),
        ("endorsed", "2031-10-29", "SOM40 senior"),
    ]
    with pytest.raises(DataError, match="This meeting is no longer on the desk"):
        desk.do("Stage", update_stage, stage_id=row.stages[0].id, meeting_id="none")


def test_reservations_stand_with_their_deliverable(desk):
    key = desk.do("Add", add_deliverable, title="Atlas of Reefs").value
    fao = entity_id(desk, "FAO")
    desk.do(
        "Reserve", add_reservation, deliverable_id=key, entity="Food", entity_id=fao, text="Not chapter 3."
    )
    (row,) = desk.read(list_deliverables)
    assert [(one.entity, one.text) for one in row.reservations] == [("FAO", "Not chapter 3.")]


def test_several_are_changed_and_one_is_moved_in_its_workstream(desk):
    keys = make_workplan(desk)
    titles = ("Atlas", "Guide", "Chart")
    made = [
        desk.do("Add", add_deliverable, title=title, workstream_id=keys[where]).value
        for title, where in zip(titles, ("reefs", "ports", "reefs"), strict=True)
    ]
    desk.do("Move", move_deliverable, deliverable_id=made[2], offset=-1)
    assert [row.title for row in desk.read(list_deliverables)] == ["Chart", "Guide", "Atlas"]
    desk.do("Change", update_deliverables, deliverable_ids=made, entities="UNEP", kind="report")
    assert {(row.entities, row.kind) for row in desk.read(list_deliverables)} == {("UNEP", "report")}
    with pytest.raises(DataError, match="A deliverable needs a title"):
        desk.do("Change", update_deliverables, deliverable_ids=made, title=" ")
