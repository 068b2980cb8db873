"""The rows of the sheets Names, Mandate, Members and Deliverables, written as their plan has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Workstream, WorkstreamAlias
from emgdesk.domain.folding import fold
from emgdesk.domain.lineage import Event, in_order
from emgdesk.domain.workbooks import DELIVERABLES, MANDATE, MEMBERS, NAMES
from emgdesk.importing.workplans.plan import SheetLine
from emgdesk.operations.deliverable import add_deliverable, add_stage, update_deliverable, update_stage
from emgdesk.operations.mandate import add_event, update_event
from emgdesk.operations.member_names import Directory
from emgdesk.operations.member_rows import row_named, rows_of
from emgdesk.operations.membership import add_member, update_member
from emgdesk.operations.rows import fetch


@dataclass(slots=True)
class SheetWriter:
    """Writes lines that are new or changed; `keys` leads from a plan's refs to keys of the desk."""

    session: Session
    keys: dict[str, str]

    def write(self, lines: Iterable[SheetLine]) -> int:
        """Carry all out: events before names, for they move names; the number of rows written."""
        held = [line for line in lines if line.verdict in ("new", "changed")]
        by_sheet = {form.name: [line for line in held if line.sheet == form.name] for form in _ORDER}
        for line in _by_date(by_sheet[MANDATE.name]):
            self._event(line)
        for line in by_sheet[NAMES.name]:
            self._name(line)
        for line in by_sheet[MEMBERS.name]:
            self._member(line)
        for line in by_sheet[DELIVERABLES.name]:
            self._stage(line) if line.owner else self._deliverable(line)
        self.session.flush()
        return len({(line.sheet, line.row) for line in held})

    def _values(self, values: Mapping[str, str | None]) -> dict[str, Any]:
        return {
            name: self.keys.get(value, value) if name.endswith("_id") and value else value
            for name, value in values.items()
        }

    def _key(self, ref: str | None) -> str:
        return self.keys.get(ref or "", ref or "")

    def _event(self, line: SheetLine) -> None:
        values = self._values(line.values)
        if line.verdict == "new":
            add_event(self.session, workstream_id=self._key(line.workstream), **values)
        else:
            update_event(self.session, event_id=line.ref, **values)

    def _name(self, line: SheetLine) -> None:
        if line.verdict == "changed":
            alias = fetch(self.session, WorkstreamAlias, line.ref, "name")
            for field, value in line.values.items():
                setattr(alias, field, value)
            return
        values = line.values
        write_name(
            self.session, self._key(line.workstream), values["name"] or "", values["since"] or "",
            values["until"] or "",
        )  # fmt: skip

    def _member(self, line: SheetLine) -> None:
        values = self._values(line.values)
        if line.verdict == "changed":
            update_member(self.session, member_id=line.ref, **values)
            return
        workstream_id = self._key(line.workstream)
        named = values["entity"]
        if values["person"]:
            named = f"{values['person']} ({named})" if named else values["person"]
        rows = [
            row
            for row in rows_of(self.session, workstream_id, values["role"])
            if not (row.since or row.until or row.note)
        ]
        known = (
            row_named(self.session, rows, Directory(self.session), named, values["role"]) if rows else None
        )
        if known is None:
            add_member(self.session, workstream_id=workstream_id, **values)
        else:  # named by a cell of the sheet Workstreams too, which tells no days
            told = {field: values[field] for field in ("since", "until", "note")}
            update_member(self.session, member_id=known.id, **told)

    def _deliverable(self, line: SheetLine) -> None:
        values = self._values(line.values)
        if line.verdict == "new":
            self.keys[line.ref] = add_deliverable(self.session, **values)
        else:
            update_deliverable(self.session, deliverable_id=line.ref, **values)

    def _stage(self, line: SheetLine) -> None:
        values = self._values(line.values)
        if line.verdict == "new":
            add_stage(self.session, deliverable_id=self._key(line.owner), **values)
        else:
            update_stage(self.session, stage_id=line.ref, **values)


_ORDER = (MANDATE, NAMES, MEMBERS, DELIVERABLES)


def write_name(session: Session, workstream_id: str, name: str, since: str = "", until: str = "") -> None:
    """Let a workstream be known by another name; one it has already gets the days told."""
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    if fold(name) == fold(workstream.name):
        return
    mine = select(WorkstreamAlias).where(WorkstreamAlias.workstream_id == workstream_id)
    alias = next((one for one in session.scalars(mine) if fold(one.name) == fold(name)), None)
    if alias is None:
        alias = WorkstreamAlias(workstream_id=workstream_id, name=name, since="", until="")
        session.add(alias)
    alias.since, alias.until = since or alias.since, until or alias.until
    session.flush()


def _by_date(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """Events in the order in which they happened, those of the desk that change first."""
    held = {str(at): line for at, line in enumerate(lines)}
    events = (
        Event(key, "", line.values.get("kind") or "", line.values.get("date") or "", position=int(key))
        for key, line in held.items()
    )
    ordered = [held[event.id] for event in in_order(events)]
    return sorted(ordered, key=lambda line: line.verdict == "new")
