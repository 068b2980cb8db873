from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Word, reference


class Office(Base):
    """Who holds an office of the Group, from day to day; an open end is empty."""

    __tablename__ = "office"

    id: Mapped[Key]
    office: Mapped[Word]  # Chair, Secretary, Head of Secretariat
    person_id: Mapped[str] = reference("person.id")
    since: Mapped[Word]  # ISO date
    until: Mapped[Word]


class Designation(Base):
    """Whom an entity has designated, from day to day; an open end is empty."""

    __tablename__ = "designation"

    id: Mapped[Key]
    entity_id: Mapped[str] = reference("entity.id")
    person_id: Mapped[str] = reference("person.id")
    role: Mapped[Word]  # senior official, alternate, focal point
    since: Mapped[Word]
    until: Mapped[Word]
