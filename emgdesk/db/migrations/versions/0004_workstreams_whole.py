"""Make room for workstreams: members, dated spellings, work plans from day to day, requests for progress."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Columns after the key: a name alone is text, "name#" a whole number, "name>table" a reference
# and "name?table" one that may be empty.
TABLES = {
    "membership": (
        "workstream_id>workstream position# role entity_id?entity entity person_id?person person since "
        "until note"
    ),
    "progress_request": "entity_id?entity entity as_of asked_on due answered_on file",
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "workstream": ("first_name", "first_kind", "proposer"),
    "workstream_alias": ("since", "until"),
    "task": ("since", "until"),
    "deliverable": ("entities",),
}
_BEFORE = " before: "


def upgrade() -> None:
    for table, columns in TABLES.items():
        _make(table, columns.split())
    for table, names in TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), server_default="", nullable=False))
    _refer("document", "workstream_id", "workstream")
    _take_over_notes()


def _make(table: str, columns: list[str]) -> None:
    parts: list[sa.Column[str] | sa.Column[int] | sa.ForeignKeyConstraint] = []
    references = []
    for column in columns:
        name, _, target = column.replace("?", ">").partition(">")
        if target:
            references.append(name)
            parts.append(sa.Column(name, sa.String(length=32), nullable="?" in column))
            parts.append(
                sa.ForeignKeyConstraint(
                    [name],
                    [f"{target}.id"],
                    name=op.f(f"fk_{table}_{name}"),
                    onupdate="RESTRICT",
                    ondelete="RESTRICT",
                )
            )
        elif column.endswith("#"):
            parts.append(sa.Column(name.rstrip("#"), sa.Integer(), server_default="0", nullable=False))
        else:
            parts.append(sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for name in references:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)


def _refer(table: str, name: str, target: str) -> None:
    """A reference that may be empty, added to a table that is there (SQLite adds it only inline)."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR(32) CONSTRAINT fk_{table}_{name} "
        f"REFERENCES {target} (id) ON DELETE RESTRICT ON UPDATE RESTRICT"
    )
    op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)


def _take_over_notes() -> None:
    """What the note of an event kept of the name and kind before it has columns of its own now."""
    connection = op.get_bind()
    events = connection.exec_driver_sql(
        "SELECT id, workstream_id, note FROM mandate_event WHERE note LIKE '%" + _BEFORE + "%' "
        "ORDER BY position, id"
    ).all()
    seen: set[tuple[str, str]] = set()
    for key, workstream, note in events:
        kept = []
        for line in note.split("\n"):
            field, sign, value = line.partition(_BEFORE)
            if not sign:
                kept.append(line)
            elif field in ("name", "kind") and (workstream, field) not in seen:
                seen.add((workstream, field))
                connection.exec_driver_sql(
                    f"UPDATE workstream SET first_{field} = ? WHERE id = ?", (value, workstream)
                )
        connection.exec_driver_sql("UPDATE mandate_event SET note = ? WHERE id = ?", ("\n".join(kept), key))
