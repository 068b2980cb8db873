from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Entity(Base):
    """An organisation: EMG member, observer, guest or the secretariat itself."""

    __tablename__ = "entity"

    id: Mapped[Key]
    acronym: Mapped[Word]
    full_name: Mapped[Word]
    status: Mapped[Word]  # member, observer, guest, secretariat
    parent_id: Mapped[str | None] = reference("entity.id", optional=True)
    unsure: Mapped[Number]  # 1: the status is to be confirmed


class EntityAlias(Base):
    """Another way the entity is written; unambiguous over all entities once folded."""

    __tablename__ = "entity_alias"

    id: Mapped[Key]
    entity_id: Mapped[str] = reference("entity.id")
    name: Mapped[Word]
