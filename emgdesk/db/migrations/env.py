"""Alembic's entry: runs the migrations on the connection handed in."""

from alembic import context

from emgdesk.db import models  # noqa: F401  (declares the schema)
from emgdesk.db.types import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
