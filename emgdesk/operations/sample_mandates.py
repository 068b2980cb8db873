"""The history of the workstreams of the sample: earlier bodies, events of mandates, who answers for what."""

import json
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from emgdesk.domain.folding import fold
from emgdesk.operations.entity import entity_names
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.workstream import add_workstream


def load_mandates(
    session: Session, folder: Path, workstreams: Mapping[str, str], people: Mapping[str, str]
) -> None:
    """Put `mandates.json` on the desk; `workstreams` are keys by name, `people` by their keys in the files.

    An event that gives a first name comes before the names of today: the workstream ends with the last.
    """
    told = json.loads((folder / "mandates.json").read_text(encoding="utf-8"))
    keys = {**workstreams, **{row["name"]: add_workstream(session, **row) for row in told["bodies"]}}
    for row in told["events"]:
        other = row.pop("other", "")
        known = keys.get(other)
        add_event(
            session,
            workstream_id=keys[row.pop("workstream")],
            kind=row.pop("event"),
            other_workstream_id=known,
            other_workstream="" if known else other,
            **row,
        )
    entities = entity_names(session)
    for row in told["members"]:
        person, entity = row.pop("person", ""), row.pop("entity", "")
        add_member(
            session,
            workstream_id=keys[row.pop("workstream")],
            person_id=people[person] if person else None,
            entity_id=entities[fold(entity)] if entity else None,
            **row,
        )
