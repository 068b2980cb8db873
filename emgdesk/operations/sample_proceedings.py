"""What happened at the meetings of the sample: agendas, documents, actions, reports, notes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import ActionSection, Workstream
from emgdesk.domain.folding import fold
from emgdesk.operations.action import add_action, add_action_section, add_effect, update_action
from emgdesk.operations.agenda import add_agenda_item, link_document, set_agenda_style
from emgdesk.operations.deciding import decide_in_room, put_forward
from emgdesk.operations.deliverable import add_deliverable, add_stage
from emgdesk.operations.document import add_document
from emgdesk.operations.entity import entity_names
from emgdesk.operations.follow_up import add_follow_up, answer_follow_up
from emgdesk.operations.intervention import add_intervention
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.office import add_office
from emgdesk.operations.report import add_paragraph, add_report_section, set_section_items
from emgdesk.operations.reservation import add_reservation
from emgdesk.queries.roster import list_roster

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Known:
    """Keys of what the proceedings name: meetings by code, workstreams by name, entities by folded name."""

    meetings: Mapping[str, str]
    workstreams: Mapping[str, str]
    entities: Mapping[str, str]

    def workstream(self, name: str) -> str | None:
        return self.workstreams.get(name)

    def entity(self, name: str) -> str | None:
        return self.entities.get(fold(name))


def load_proceedings(
    session: Session, folder: Path, meetings: Mapping[str, str], people: Mapping[str, str]
) -> None:
    """Put `proceedings.json` and the documents of `meetings.json` on the desk.

    `meetings` are keys by code, `people` keys by their names in the files.
    """
    told = json.loads((folder / "proceedings.json").read_text(encoding="utf-8"))
    registers = json.loads((folder / "meetings.json").read_text(encoding="utf-8"))["meetings"]
    names = {row.name: row.id for row in session.scalars(select(Workstream))}
    known = _Known(meetings, names, entity_names(session))
    for row in told["offices"]:
        add_office(session, person_id=people[row.pop("person")], **row)
    for row in registers:
        meeting_id = meetings[row["code"]]
        papers = {d["number"]: add_document(session, meeting_id=meeting_id, **d) for d in row["documents"]}
        items = _agenda(session, known, meeting_id, told["agendas"][row["code"]], papers)
        _actions(session, known, meeting_id, told["actions"].get(row["code"], ()))
        _deliverables(session, known, row["code"], told["deliverables"])
        _report(session, known, meeting_id, told["reports"].get(row["code"], ()), items)
        _notes(session, known, meeting_id, told["notes"].get(row["code"], ()), items)
        update_meeting(session, meeting_id=meeting_id, symbol_pattern=told["patterns"][row["code"]])
    for code, rows in told["follow_ups"].items():
        _follow_ups(session, known, meetings[code], rows)
    for source, target in told["put_forward"]:
        put_forward(session, from_meeting_id=meetings[source], to_meeting_id=meetings[target])


def _agenda(
    session: Session, known: _Known, meeting_id: str, rows: Sequence[Row], papers: Mapping[str, str]
) -> dict[str, str]:
    """Keys of the items by number."""
    made: dict[str, str] = {}
    for row in rows:
        number, documents = row.pop("number"), row.pop("documents", "")
        above, _, own = number.rpartition(".")
        workstream = known.workstream(row.pop("workstream", ""))
        key = add_agenda_item(
            session, meeting_id=meeting_id, parent_id=made.get(above), numbered=int(bool(number)),
            workstream_id=workstream, **row,
        )  # fmt: skip
        if own in ("a", "1") and above in made:
            set_agenda_style(session, meeting_id=meeting_id, parent_id=made[above], style=own)
        for document in filter(None, documents.split("; ")):
            link_document(session, item_id=key, document_id=papers[document])
        if number:
            made[number] = key
    return made


def _actions(session: Session, known: _Known, meeting_id: str, sections: Sequence[Row]) -> None:
    for section in sections:
        section_id = add_action_section(
            session, meeting_id=meeting_id, heading=section["heading"],
            workstream_id=known.workstream(section["workstream"]), style=section.get("style", "a"),
        )  # fmt: skip
        stem_id: str | None = None  # an action without a letter, to which the lettered ones belong
        made: dict[str, str] = {}
        for row in section["actions"]:
            above, _, _ = row["label"].rpartition(".")
            parent = made.get(above) or (stem_id if row["label"] else None)
            key = add_action(
                session, section_id=section_id, text=row["text"], parent_id=parent,
                stem=None if parent else section["stem"], lettered=int(bool(row["label"])),
            )  # fmt: skip
            update_action(
                session, action_id=key, outcome=row["outcome"], adopted_text=row.get("adopted_text", "")
            )
            if row["label"]:
                made[row["label"]] = key
            else:
                stem_id = key
            _beside(session, known, key, row)


def _beside(session: Session, known: _Known, action_id: str, row: Row) -> None:
    """The effects of an action and the reservation on it."""
    for effect in row.get("effects", ()):
        fields = dict(effect)
        for name in ("workstream", "other_workstream"):
            fields[f"{name}_id"] = known.workstream(fields.get(name, ""))
        add_effect(session, action_id=action_id, **fields)
    if row.get("reservation"):
        entity = row["reservation_by"]
        add_reservation(
            session,
            entity=entity,
            text=row["reservation"],
            action_id=action_id,
            entity_id=known.entity(entity),
        )


def _deliverables(session: Session, known: _Known, code: str, rows: Sequence[Row]) -> None:
    """Those a meeting of this code endorsed."""
    for row in rows:
        if code not in [stage.get("meeting") for stage in row["stages"]]:
            continue
        key = add_deliverable(
            session, title=row["title"], kind=row["kind"], edition=row["edition"],
            workstream_id=known.workstream(row["workstream"]),
        )  # fmt: skip
        for stage in row["stages"]:
            meeting_id = known.meetings.get(stage.get("meeting", ""))
            add_stage(
                session, deliverable_id=key, stage=stage["stage"], date=stage["date"], meeting_id=meeting_id
            )


def _report(
    session: Session, known: _Known, meeting_id: str, rows: Sequence[Row], items: Mapping[str, str]
) -> None:
    actions = {
        section.heading: section.id
        for section in session.scalars(select(ActionSection).where(ActionSection.meeting_id == meeting_id))
    }
    made: dict[tuple[str, ...], str] = {}
    for row in rows:
        path = tuple(row[level] for level in ("section", "subsection", "below") if level in row)
        for depth in range(len(path)):
            if path[: depth + 1] in made:
                continue
            last = depth + 1 == len(path) > 1
            made[path[: depth + 1]] = add_report_section(
                session, meeting_id=meeting_id, heading=path[depth], parent_id=made.get(path[:depth]),
                workstream_id=known.workstream(row.get("workstream", "")) if last else None,
            )  # fmt: skip
        section_id = made[path]
        if row.get("items"):
            reported = [items[number] for number in row["items"].split("; ")]
            set_section_items(session, section_id=section_id, item_ids=reported)
        for paragraph in row.get("paragraphs", ()):
            _paragraph(session, section_id, paragraph, actions)


def _paragraph(session: Session, section_id: str, row: Row, actions: Mapping[str, str]) -> None:
    fields = dict(row)
    block, decision = fields.pop("actions", ""), fields.pop("decision", "")
    key = add_paragraph(session, section_id=section_id, action_section_id=actions.get(block), **fields)
    if decision:
        decide_in_room(session, paragraph_id=key, section_id=actions[decision])


def _notes(
    session: Session, known: _Known, meeting_id: str, rows: Sequence[Row], items: Mapping[str, str]
) -> None:
    speakers = {line.name: line.person_id for line in list_roster(session, meeting_id=meeting_id)}
    for row in rows:
        fields = dict(row)
        add_intervention(
            session, meeting_id=meeting_id, agenda_item_id=items[fields.pop("item")],
            person_id=speakers.get(row["speaker"]), entity_id=known.entity(row["entity"]), **fields,
        )  # fmt: skip


def _follow_ups(session: Session, known: _Known, meeting_id: str, rows: Sequence[Row]) -> None:
    for row in rows:
        fields = dict(row)
        answer, day, at = (fields.pop(name, "") for name in ("answer", "answered_on", "answered_at"))
        key = add_follow_up(session, meeting_id=meeting_id, entity_id=known.entity(row["who"]), **fields)
        if answer:
            answer_follow_up(
                session, follow_up_id=key, answer=answer, answered_on=day, meeting_id=known.meetings.get(at)
            )
