"""Settings of the desk."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Setting


def get_setting(session: Session, *, name: str, default: str = "") -> str:
    """The value of a setting, `default` where it was never set."""
    value = session.scalar(select(Setting.value).where(Setting.name == name))
    return default if value is None else value
