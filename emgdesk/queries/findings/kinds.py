"""Every kind of finding: its name, how grave it is, the area it belongs to. Names stay as they are."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From what must not be printed, over what is probably wrong, to what is worth a look."""
AREAS = (
    "meeting", "people", "agenda", "documents", "actions", "report", "texts", "mandates", "members",
    "tasks", "follow-ups",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding; `title` says it in a few words for the heading of a list."""

    name: str
    severity: Severity
    area: str
    title: str


_DECLARED: tuple[tuple[str, str, Severity, str], ...] = (
    ("meeting", "meeting-without-date", "error", "Meeting without a date"),
    ("meeting", "meeting-without-chair", "note", "Meeting without a chair"),
    ("meeting", "zone-label-contradicts-date", "error", "Time zone that does not fit the date"),
    ("people", "person-without-entity", "warning", "Person without entity"),
    ("people", "look-alike-people", "warning", "People who look alike"),
    ("people", "entity-not-registered", "warning", "Entity the desk does not know"),
    ("people", "chair-not-on-roster", "warning", "Chair not on the roster"),
    ("people", "presenter-not-on-roster", "warning", "Presenter not on the roster"),
    ("people", "speaker-not-on-roster", "warning", "Speaker not on the roster"),
    ("people", "speaker-under-another-entity", "error", "Speaker under another entity"),
    ("people", "head-count-differs", "warning", "Head count that differs from the roster"),
    ("agenda", "agenda-overlap", "warning", "Items that overlap"),
    ("agenda", "agenda-without-start", "note", "End without a beginning"),
    ("agenda", "agenda-backwards", "error", "Times that run backwards"),
    ("agenda", "agenda-outside-meeting", "warning", "Times outside those of the meeting"),
    ("agenda", "agenda-outside-item", "warning", "Times outside those of the item above"),
    ("agenda", "item-without-title", "error", "Item without a title"),
    ("agenda", "item-twice", "warning", "Equal items"),
    ("documents", "document-number-missing", "warning", "Document without a number"),
    ("documents", "document-number-twice", "error", "Number used twice"),
    ("documents", "symbol-missing", "warning", "Document without a symbol"),
    ("documents", "symbol-twice", "error", "Symbol used twice"),
    ("documents", "symbol-not-understood", "warning", "Symbol that cannot be read"),
    ("documents", "symbol-of-another-som", "warning", "Symbol of another SOM"),
    ("documents", "document-without-file", "note", "Circulated document without a file or address"),
    ("actions", "action-without-text", "error", "Action without text"),
    ("actions", "action-without-verb", "warning", "Action without a decision verb"),
    ("actions", "action-undecided", "warning", "Action left undecided"),
    ("actions", "amended-without-new-wording", "error", "Approved with changes, but none are told"),
    ("actions", "action-heading-twice", "warning", "Equal headings of actions"),
    ("actions", "effect-not-applied", "warning", "Effect of a decision not applied"),
    ("actions", "decision-without-task", "note", "Decision without a task"),
    ("actions", "reservation-incomplete", "error", "Reservation without entity or text"),
    ("actions", "reservation-not-on-roster", "warning", "Reservation of an entity not on the roster"),
    ("report", "item-without-section", "warning", "Item the report does not cover"),
    ("report", "section-without-item", "note", "Section without an item"),
    ("report", "section-without-text", "warning", "Section without text"),
    ("report", "heading-twice", "warning", "Equal headings"),
    ("report", "paragraph-without-text", "warning", "Paragraph without text"),
    ("report", "actions-block-empty", "error", "Block of actions without actions"),
    ("report", "conclusion-without-decision", "note", "Conclusion that reads like a decision"),
    ("report", "footnote-without-text", "error", "Footnote without text"),
    ("report", "footnote-without-mark", "warning", "Footnote without a mark"),
    ("report", "footnote-mark-without-note", "error", "Footnote mark without a footnote"),
    ("report", "note-not-written", "note", "Note not yet in the report"),
    ("texts", "placeholder", "error", "Left-over placeholder"),
    ("texts", "link-without-address", "warning", "Link that leads nowhere"),
    ("texts", "symbol-cited-unknown", "warning", "Cited symbol that is not in the register"),
    ("texts", "meeting-cited-with-other-date", "error", "Cited meeting with another date"),
    ("texts", "count-differs", "error", "Number that differs from the roster"),
    ("mandates", "mandate-expired", "error", "Mandate that has expired"),
    ("mandates", "mandate-without-decision", "warning", "Mandate without a decision"),
    ("mandates", "mandate-condition-open", "note", "Mandate under a condition"),
    ("mandates", "mandate-after-end", "error", "Mandate that goes on after its end"),
    ("mandates", "mandate-before-establishment", "error", "Event before the establishment"),
    ("mandates", "mandate-two-parents", "error", "Part of two workstreams at once"),
    ("mandates", "mandate-ring", "error", "Workstreams that are part of each other"),
    ("mandates", "mandate-body-not-there", "warning", "Tie to a workstream that was not there"),
    ("mandates", "mandate-lapse", "warning", "Mandate that had run out in between"),
    ("mandates", "mandate-undated", "note", "Mandate given nobody knows when"),
    ("mandates", "mandate-name-twice", "warning", "Name of another workstream"),
    ("mandates", "mandate-event-twice", "warning", "Event that stands twice"),
    ("mandates", "ended-with-tasks", "warning", "Open tasks of a workstream that has ended"),
    ("members", "workstream-without-lead", "warning", "Workstream without a lead"),
    ("members", "workstream-without-officer", "note", "Workstream without an officer"),
    ("members", "focal-point-ended", "warning", "Focal point nobody followed"),
    ("members", "focal-point-moved", "warning", "Focal point who is elsewhere today"),
    ("members", "member-unknown", "note", "Member the desk does not know"),
    ("tasks", "task-without-progress", "note", "Task without progress"),
    ("follow-ups", "follow-up-due", "warning", "Follow-up due"),
)
KINDS: dict[str, Kind] = {
    name: Kind(name, severity, area, title) for area, name, severity, title in _DECLARED
}
