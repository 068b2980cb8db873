"""Remember merges and look-alikes that are two, domains of entities, walk-ins and sorting rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("particles", sa.Text(), server_default="", nullable=False))
    op.add_column("entity", sa.Column("counts_as_parent", sa.Integer(), server_default="0", nullable=False))
    op.add_column("participation", sa.Column("walk_in", sa.Integer(), server_default="0", nullable=False))
    op.add_column("import_run", sa.Column("decisions", sa.Text(), server_default="", nullable=False))
    _make("entity_domain", _reference("entity_domain", "entity_id", "entity"), _word("domain"))
    for noun, two in (("person", "two_people"), ("entity", "two_entities")):
        _make(two, _reference(two, "one_id", noun), _reference(two, "other_id", noun))
        merge = f"{noun}_merge"
        words = [_word(name) for name in ("lost_id", "lost_name", "at", "before")]
        _make(merge, _reference(merge, "kept_id", noun), *words)


Parts = tuple[sa.Column[str], sa.ForeignKeyConstraint | None]


def _word(name: str) -> Parts:
    return sa.Column(name, sa.Text(), server_default="", nullable=False), None


def _reference(table: str, name: str, target: str) -> Parts:
    column = sa.Column(name, sa.String(length=32), nullable=False)
    return column, sa.ForeignKeyConstraint(
        [name],
        [f"{target}.id"],
        name=op.f(f"fk_{table}_{name}"),
        onupdate="RESTRICT",
        ondelete="RESTRICT",
    )


def _make(table: str, *parts: Parts) -> None:
    """A table of a key and these columns, each reference with its index."""
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        *(column for column, _ in parts),
        *(constraint for _, constraint in parts if constraint is not None),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column, constraint in parts:
        if constraint is not None:
            op.create_index(op.f(f"ix_{table}_{column.name}"), table, [column.name], unique=False)
