"""Make room for meetings: agendas, documents, actions with effects, reports, notes, offices."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Columns of the new tables after the key: a name alone is text, "name#" a whole number,
# "name>table" a reference and "name?table" one that may be empty.
TABLES = {
    "attachment": "name size# sha256 added_at",
    "attachment_part": "attachment_id>attachment position# data",
    "document": (
        "meeting_id>meeting position# number symbol title kind distribution language submitted_by "
        "status circulated_on web_address attachment_id?attachment"
    ),
    "issued_document": (
        "meeting_id>meeting document_id?document name symbol revision# at options lines changes "
        "attachment_id?attachment"
    ),
    "agenda_item": (
        "meeting_id>meeting parent_id?agenda_item position# title numbered# children_style start_time "
        "end_time presenter presented_by workstream_id?workstream notes draft_conclusion"
    ),
    "agenda_document": "agenda_item_id>agenda_item document_id>document",
    "action_section": "meeting_id>meeting position# heading workstream_id?workstream style",
    "action": (
        "section_id>action_section parent_id?action position# stem lettered# children_style text "
        "outcome adopted_text origin_id?action made_in_room#"
    ),
    "effect": (
        "action_id>action position# kind workstream_id?workstream workstream "
        "other_workstream_id?workstream other_workstream new_name new_kind until"
    ),
    "mandate_event": (
        "workstream_id>workstream position# kind date meeting_id?meeting meeting action_id?action "
        "effect_id?effect other_workstream_id?workstream other_workstream new_name new_kind until "
        "note"
    ),
    "report_section": (
        "meeting_id>meeting parent_id?report_section position# heading workstream_id?workstream"
    ),
    "section_item": "section_id>report_section agenda_item_id>agenda_item",
    "paragraph": (
        "section_id>report_section position# kind text speaker entity "
        "action_section_id?action_section action_id?action fill frozen#"
    ),
    "footnote": "paragraph_id>paragraph position# text",
    "deliverable": "position# title kind edition workstream_id?workstream web_address",
    "deliverable_stage": "deliverable_id>deliverable position# stage date meeting_id?meeting note",
    "reservation": (
        "action_id?action paragraph_id?paragraph deliverable_id?deliverable position# "
        "entity_id?entity entity text"
    ),
    "intervention": (
        "meeting_id>meeting agenda_item_id?agenda_item position# person_id?person speaker "
        "entity_id?entity entity kind gist at paragraph_id?paragraph"
    ),
    "follow_up": (
        "meeting_id>meeting position# paragraph_id?paragraph action_id?action entity_id?entity who "
        "whom what due status answer answered_on answered_meeting_id?meeting"
    ),
    "office": "office person_id>person since until",
    "designation": "entity_id>entity person_id>person role since until",
    "intended_finding": "meeting_id?meeting finding reason at",
}


def upgrade() -> None:
    for table, columns in TABLES.items():
        _make(table, columns.split())
    for name in ("kind", "symbol_pattern", "agenda_style"):
        op.add_column("meeting", sa.Column(name, sa.Text(), server_default="", nullable=False))
    _refer("meeting", "workstream_id", "workstream")
    _refer("meeting", "previous_id", "meeting")
    _refer("task", "action_id", "action")


def _make(table: str, columns: list[str]) -> None:
    references = [column for column in columns if ">" in column or "?" in column]
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        *_parts(table, columns),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in references:
        name = column.replace("?", ">").split(">")[0]
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)


def _parts(
    table: str, columns: list[str]
) -> Iterator[sa.Column[str] | sa.Column[int] | sa.ForeignKeyConstraint]:
    for column in columns:
        name, _, target = column.replace("?", ">").partition(">")
        if target:
            yield sa.Column(name, sa.String(length=32), nullable="?" in column)
            yield sa.ForeignKeyConstraint(
                [name],
                [f"{target}.id"],
                name=op.f(f"fk_{table}_{name}"),
                onupdate="RESTRICT",
                ondelete="RESTRICT",
            )
        elif column.endswith("#"):
            yield sa.Column(name.rstrip("#"), sa.Integer(), server_default="0", nullable=False)
        else:
            yield sa.Column(name, sa.Text(), server_default="", nullable=False)


def _refer(table: str, name: str, target: str) -> None:
    """A reference that may be empty, added to a table that is there (SQLite adds it only inline)."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR(32) CONSTRAINT fk_{table}_{name} "
        f"REFERENCES {target} (id) ON DELETE RESTRICT ON UPDATE RESTRICT"
    )
    op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
