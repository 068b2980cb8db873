from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Participation(Base):
    """One person at one meeting: name, entity and capacity as printed then."""

    __tablename__ = "participation"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    person_id: Mapped[str] = reference("person.id")
    position: Mapped[Number]  # order as given
    title: Mapped[Word]
    name: Mapped[Word]
    given: Mapped[Word]
    family: Mapped[Word]
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    entity: Mapped[Word]
    function: Mapped[Word]
    capacity: Mapped[Word]  # member, observer, guest, secretariat
    role: Mapped[Word]
    level: Mapped[Word]
    stands_in_for: Mapped[Word]
    attendance: Mapped[Word]
    walk_in: Mapped[Number]  # 1: was there without having been registered
    mode: Mapped[Word]
    registered: Mapped[Word]
    notes: Mapped[Word]
    import_id: Mapped[str | None] = reference("import_run.id", optional=True)
    source_row: Mapped[int | None]  # the row number Excel shows
    original: Mapped[Word]  # JSON: the cells of the row as they were, under the headers of the import
