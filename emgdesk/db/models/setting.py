from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from emgdesk.db.types import Base, Key, Word


class Setting(Base):
    """A choice that belongs to the desk rather than to the user."""

    __tablename__ = "setting"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(Text, unique=True)
    value: Mapped[Word]
