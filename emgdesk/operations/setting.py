"""Choices that belong to the desk: kept in it, journalled like everything else."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Setting
from emgdesk.operations.marking import operation


@operation
def set_setting(session: Session, /, *, name: str, value: str) -> None:
    """Set or replace a setting of the desk."""
    row = session.scalar(select(Setting).where(Setting.name == name))
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value


@operation
def set_settings(session: Session, /, *, values: Mapping[str, str]) -> None:
    """Set or replace several settings of the desk at once, by name."""
    for name, value in values.items():
        set_setting(session, name=name, value=value)
