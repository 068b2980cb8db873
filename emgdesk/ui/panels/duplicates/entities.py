"""Entities as a kind of pair."""

from emgdesk.domain.numbering import counted
from emgdesk.jobs import Job
from emgdesk.operations.merging import forget_two_entities, merge_entities, say_two_entities
from emgdesk.queries.duplicates import EntityPair, find_entity_duplicates, list_two_entities
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.ui.panels.duplicates.choosing import STAYS, Field, Side
from emgdesk.ui.panels.duplicates.kinds import Found, PairKind, PairLine
from emgdesk.workspace import Workspace

_FIELDS = (
    Field(STAYS, "Stays"),
    Field("acronym", "Acronym", by_use=True),
    Field("full_name", "Full name", by_use=True),
    Field("status", "Status", by_use=True),
    Field("parent", "Part of", by_use=True),
    Field("aliases", "Also written", "every", besides=("acronym", "full_name")),
    Field("domains", "Domains", "every"),
)


def _read(workspace: Workspace) -> Found:
    rows = workspace.read(list_entities)
    full = {row.id: row.full_name for row in rows}
    two = workspace.read(list_two_entities)
    return Found(
        tuple(_line(pair) for pair in workspace.read(find_entity_duplicates)),
        tuple(
            PairLine(
                row.one_id, row.other_id, row.one_name, row.other_name, full[row.one_id], full[row.other_id]
            )
            for row in two
        ),
        len(rows),
    )


def _compare(found: Found, job: Job) -> Found:
    job.check_cancelled()
    return found


def _tell(_workspace: Workspace, found: Found) -> Found:
    return found


def _line(pair: EntityPair) -> PairLine:
    return PairLine(
        pair.one_id, pair.other_id, pair.one_name, pair.other_name, pair.one_full_name, pair.other_full_name,
        pair.score, pair.why,
    )  # fmt: skip


def _sides(workspace: Workspace, one_id: str, other_id: str) -> tuple[Side, Side] | None:
    rows = {row.id: row for row in workspace.read(list_entities)}
    if one_id not in rows or other_id not in rows:
        return None
    return _side(rows[one_id], other_id), _side(rows[other_id], one_id)


def _side(row: EntityRow, beside: str) -> Side:
    """The entity; that it is part of the other one means nothing once they are one."""
    parent_id = row.parent_id if row.parent_id != beside else None
    counts = row.counts_as_parent and parent_id is not None
    parent = f"{row.parent}{', counted with it' if counts else ''}" if parent_id else ""
    doubt = " (to be confirmed)" if row.unsure else ""
    return Side(
        row.id,
        row.acronym,
        values={
            STAYS: _size(row),
            "acronym": row.acronym,
            "full_name": row.full_name,
            "status": f"{row.status}{doubt}",
            "parent": parent,
        },
        given={
            "acronym": {"acronym": row.acronym},
            "full_name": {"full_name": row.full_name},
            "status": {"status": row.status, "unsure": row.unsure},
            "parent": {"parent_id": parent_id, "counts_as_parent": counts},
        },
        parts={"aliases": row.aliases, "domains": row.domains},
        meetings=row.meetings + row.people,
    )


def _size(row: EntityRow) -> str:
    return f"{counted(row.people, 'person', 'people')}, {counted(row.meetings, 'meeting', 'meetings')}"


def _together(_one: Side, _other: Side) -> str:
    return ""


ENTITIES = PairKind(
    noun="entity",
    nouns="entities",
    icon="building-2",
    tables=("entity", "entity_alias", "entity_domain", "two_entities", "person", "participation"),
    fields=_FIELDS,
    read=_read,
    compare=_compare,
    tell=_tell,
    sides=_sides,
    together=_together,
    merge=merge_entities,
    say_two=say_two_entities,
    forget_two=forget_two_entities,
)
