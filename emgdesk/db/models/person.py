from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from emgdesk.db.types import Base, Key, Number, Word, reference


class Person(Base):
    """A human as known today; what was printed then stands in the participations."""

    __tablename__ = "person"

    id: Mapped[Key]
    name: Mapped[Word]  # as the person writes it
    given: Mapped[Word]
    family: Mapped[Word]
    title: Mapped[Word]
    function: Mapped[Word]
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    phone: Mapped[Word]
    country: Mapped[Word]
    notes: Mapped[Word]
    particles: Mapped[Word]  # in the order by family name: "" by rule, "kept", "skipped"


class PersonName(Base):
    """A spelling the person is known by, the name itself included."""

    __tablename__ = "person_name"

    id: Mapped[Key]
    person_id: Mapped[str] = reference("person.id")
    name: Mapped[Word]
    key: Mapped[str] = mapped_column(Text, index=True)  # domain.folding.name_key(name)


class PersonEmail(Base):
    """An address of the person, as written; the first position is the one to use."""

    __tablename__ = "person_email"

    id: Mapped[Key]
    person_id: Mapped[str] = reference("person.id")
    email: Mapped[Word]
    position: Mapped[Number]


class TwoPeople(Base):
    """Two people who look alike and were said to be two; `one_id` is the smaller key."""

    __tablename__ = "two_people"

    id: Mapped[Key]
    one_id: Mapped[str] = reference("person.id")
    other_id: Mapped[str] = reference("person.id")


class PersonMerge(Base):
    """A person who turned out to be another one, with all it takes to part them again."""

    __tablename__ = "person_merge"

    id: Mapped[Key]
    kept_id: Mapped[str] = reference("person.id")
    lost_id: Mapped[Word]  # the key the person had, and gets back when parted
    lost_name: Mapped[Word]
    at: Mapped[Word]  # ISO, UTC
    before: Mapped[Word]  # JSON: the rows of both as they were
