"""The desk's own workbooks: sheets, columns and the words a column takes.

Contracts: names are matched without regard to case, and stay as they are once
published. Import, export and templates read this one table.
"""

from dataclasses import dataclass

from emgdesk.domain.folding import words
from emgdesk.domain.mandates import EVENTS
from emgdesk.domain.report_texts import KINDS
from emgdesk.domain.statuses import (
    ATTENDANCES,
    DELIVERABLE_STAGES,
    MEMBERSHIPS,
    MODES,
    OUTCOMES,
    ROLES,
    TASK_STATUSES,
)


@dataclass(frozen=True, slots=True)
class SheetForm:
    """One sheet: its columns in order and, where a column takes fixed words, those words.

    `rows` are filled in beforehand (the Field column of a Meeting sheet).
    """

    name: str
    columns: tuple[str, ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


MEETING_FIELDS = (
    "Code", "Title", "SOM number", "Segment", "Date", "End date", "Start time", "End time", "Time zone label",
    "Mode", "Venue", "Chair", "Status", "Distribution", "Opened at", "Opened by", "Closed at",
    "Agenda adopted", "Head count", "Report symbol", "Agenda symbol", "Summary symbol",
    "Summary title", "Summary subtitle",
)  # fmt: skip

PARTICIPANTS = SheetForm(
    "Participants",
    (
        "Title", "Given name", "Family name", "Name", "Entity", "Function", "Email", "Phone", "Country",
        "Role", "Attendance", "Mode", "Notes",
    ),
    (("Role", ROLES), ("Attendance", ATTENDANCES), ("Mode", MODES[:2])),
)  # fmt: skip
MEETING = SheetForm("Meeting", ("Field", "Value"), rows=tuple((field,) for field in MEETING_FIELDS))
AGENDA = SheetForm(
    "Agenda",
    (
        "Number", "Title", "Start", "End", "Presenter", "Presented by", "Workstream", "Notes",
        "Draft conclusion", "Documents",
    ),
)  # fmt: skip
DOCUMENTS = SheetForm(
    "Documents",
    (
        "Number", "Symbol", "Title", "Kind", "Distribution", "Language", "Submitted by", "Status",
        "Circulated on", "Web address", "Workstream",
    ),
)  # fmt: skip
ACTIONS = SheetForm(
    "Actions",
    (
        "Workstream", "Heading", "Stem", "Label", "Text", "Outcome", "Adopted text", "Reservation by",
        "Reservation",
    ),
    (("Outcome", OUTCOMES),),
)  # fmt: skip
EFFECTS = SheetForm(
    "Effects",
    ("Heading", "Label", "Effect", "Workstream", "Other workstream", "New name", "New kind", "Until"),
    (("Effect", EVENTS),),
)
PARAGRAPHS = SheetForm(
    "Paragraphs",
    ("Section", "Subsection", "Kind", "Text", "Items", "Speaker", "Entity", "Footnotes", "Fill"),
    (("Kind", KINDS),),
)
WORKSTREAMS = SheetForm(
    "Workstreams",
    (
        "Name", "Aliases", "Short name", "Kind", "Parent", "Chapter", "Letter", "Leads", "Members", "Purpose",
        "Co-chairs", "Focal points", "Officer", "Proposer",
    ),
)  # fmt: skip
NAMES = SheetForm("Names", ("Workstream", "Name", "Since", "Until"))
MANDATE = SheetForm(
    "Mandate",
    ("Workstream", "Event", "Date", "Meeting", "Until", "Other workstream", "New name", "New kind", "Note"),
    (("Event", EVENTS),),
)
MEMBERS = SheetForm(
    "Members",
    ("Workstream", "Role", "Entity", "Person", "Since", "Until", "Note"),
    (("Role", MEMBERSHIPS),),
)
TASKS = SheetForm(
    "Tasks",
    (
        "Chapter", "Workstream", "Task", "Source", "Responsible", "Due", "Status", "Progress", "Next steps",
        "As of", "Decision", "Since", "Left",
    ),
    (("Status", TASK_STATUSES),),
)  # fmt: skip
DELIVERABLES = SheetForm(
    "Deliverables",
    (
        "Title", "Kind", "Edition", "Workstream", "Entities", "Web address", "Stage", "Stage date",
        "Stage meeting", "Stage note",
    ),
    (("Stage", DELIVERABLE_STAGES),),
)  # fmt: skip
REQUEST_FIELDS = ("Entity", "As of", "Return by", "Request ID")
REQUEST = SheetForm("Progress request", ("Field", "Value"), rows=tuple((field,) for field in REQUEST_FIELDS))
"""Only in a sheet an entity fills in: who was asked, and what its return answers."""
LAST_REPORTED, STEPS_UNTIL_NOW = "Last reported", "Next steps until now"
FOR_INFORMATION = (LAST_REPORTED, STEPS_UNTIL_NOW)
"""Columns of the tasks in such a sheet that tell the entity what is known; an import passes them over."""

WORKBOOKS: dict[str, tuple[SheetForm, ...]] = {
    "roster": (PARTICIPANTS,),
    "meeting": (MEETING, AGENDA, DOCUMENTS, PARTICIPANTS, ACTIONS, EFFECTS, PARAGRAPHS),
    "workplan": (WORKSTREAMS, NAMES, MANDATE, MEMBERS, TASKS, DELIVERABLES),
}


def citation_key(text: str) -> str:
    """What two spellings of a decision share: "SOM26 senior, IV. b) ii" and "SOM 26 Senior IV b ii"."""
    return "".join(words(text))
