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
    counts_as_parent: Mapped[Number]  # 1: where bodies are counted it is its parent


class EntityAlias(Base):
    """Another way the entity is written; unambiguous over all entities once folded."""

    __tablename__ = "entity_alias"

    id: Mapped[Key]
    entity_id: Mapped[str] = reference("entity.id")
    name: Mapped[Word]


class EntityDomain(Base):
    """A domain of the entity's e-mail addresses, lower case; several entities may share one."""

    __tablename__ = "entity_domain"

    id: Mapped[Key]
    entity_id: Mapped[str] = reference("entity.id")
    domain: Mapped[Word]


class TwoEntities(Base):
    """Two entities that look alike and were said to be two; `one_id` is the smaller key."""

    __tablename__ = "two_entities"

    id: Mapped[Key]
    one_id: Mapped[str] = reference("entity.id")
    other_id: Mapped[str] = reference("entity.id")


class EntityMerge(Base):
    """An entity that turned out to be another one, with all it takes to part them again."""

    __tablename__ = "entity_merge"

    id: Mapped[Key]
    kept_id: Mapped[str] = reference("entity.id")
    lost_id: Mapped[Word]  # the key the entity had, and gets back when parted
    lost_name: Mapped[Word]
    at: Mapped[Word]  # ISO, UTC
    before: Mapped[Word]  # JSON: the rows of both as they were
