from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class ActionSection(Base):
    """The actions before a meeting under one heading; its Roman number is generated."""

    __tablename__ = "action_section"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    position: Mapped[Number]
    heading: Mapped[Word]
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    style: Mapped[Word]  # label style of its actions: a, i, 1, A, I


class Action(Base):
    """An action as one meeting had it before it and as that meeting left it.

    `text` is the wording put before the meeting, `adopted_text` the one it adopted where that
    differs. `origin_id` is the same action at the meeting it came from: the chain of origins
    holds every wording with its meeting.
    """

    __tablename__ = "action"

    id: Mapped[Key]
    section_id: Mapped[str] = reference("action_section.id")
    parent_id: Mapped[str | None] = reference("action.id", optional=True)
    position: Mapped[Number]  # among the actions below the same parent
    stem: Mapped[Word]  # of an action without parent; printed once until it changes
    lettered: Mapped[Number]  # 0: prints without a label
    children_style: Mapped[Word]  # label style of the actions below; "" the next one by depth
    text: Mapped[Word]  # CommonMark
    outcome: Mapped[Word]  # drafted, suggested, approved, amended, deferred, withdrawn
    adopted_text: Mapped[Word]  # CommonMark
    origin_id: Mapped[str | None] = reference("action.id", optional=True)
    made_in_room: Mapped[Number]  # 1: arose in the meeting, where a conclusion of the report shows it


class Effect(Base):
    """What a decision does to a mandate; it becomes a mandate event when it is adopted."""

    __tablename__ = "effect"

    id: Mapped[Key]
    action_id: Mapped[str] = reference("action.id")
    position: Mapped[Number]
    kind: Mapped[Word]  # domain.mandates.EVENTS
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    workstream: Mapped[Word]  # as typed, where the desk has no such workstream yet
    other_workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    other_workstream: Mapped[Word]
    new_name: Mapped[Word]
    new_kind: Mapped[Word]
    until: Mapped[Word]


class Reservation(Base):
    """An entity's reservation on an action, a paragraph or a deliverable: exactly one of them."""

    __tablename__ = "reservation"

    id: Mapped[Key]
    action_id: Mapped[str | None] = reference("action.id", optional=True)
    paragraph_id: Mapped[str | None] = reference("paragraph.id", optional=True)
    deliverable_id: Mapped[str | None] = reference("deliverable.id", optional=True)
    position: Mapped[Number]
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    entity: Mapped[Word]  # as printed
    text: Mapped[Word]  # CommonMark
