"""Every document of the sample desk, in every format it is written in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from emgdesk.publishing import Published, export_document, export_set
from emgdesk.queries.meetings import find_meeting
from emgdesk.workspace import Workspace

MID_TERM, TECHNICAL, SENIOR = "SOM31 mid-term", "SOM31 technical", "SOM31 senior"
_PROSE = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A document of the catalog, the name of its files, their suffixes, the meeting it is printed for."""

    name: str
    file: str
    suffixes: tuple[str, ...] = _PROSE
    meeting: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


_ANNEXES = {"annexes": "participants,agenda"}
_ANNEX = {"style": "two-blocks", "heading": "Annex I. List of participants"}
_WANTED = (
    _Wanted("participants", "list of participants", _PROSE, SENIOR, {"totals": "yes", "columns": "2"}),
    _Wanted("participants", "annex in two blocks", _PROSE, MID_TERM, _ANNEX),
    _Wanted("participants", "participants by entity", _PROSE, SENIOR, {"style": "by-entity"}),
    _Wanted("agenda", "provisional agenda", _PROSE, SENIOR),
    _Wanted("agenda", "agenda as adopted", _PROSE, TECHNICAL, {"state": "adopted"}),
    _Wanted("annotated-agenda", "annotated agenda", _PROSE, SENIOR),
    _Wanted("action-points", "summary of action points", _PROSE, SENIOR),
    _Wanted("action-points", "what changed in the actions", _PROSE, TECHNICAL, {"wording": "changes"}),
    _Wanted("meeting-report", "meeting report, numbered", _PROSE, TECHNICAL, _ANNEXES),
    _Wanted("meeting-report", "meeting report, item by item", _PROSE, MID_TERM, _ANNEXES),
    _Wanted("segment-set", "documents of the segment", _PROSE, TECHNICAL),
    _Wanted("progress-report", "progress report", _PROSE, SENIOR),
    _Wanted("mandate-chart", "mandate chart", (".pdf", ".docx", ".png")),
    _Wanted("workstream", "sheets of the workstreams", _PROSE, options={"workstreams": "all"}),
    _Wanted("workplan-table", "work plan as a table", (*_PROSE, ".xlsx")),
    _Wanted("entity-extract", "what was asked of UNEP", _PROSE, options={"entity": "UNEP"}),
    _Wanted("workplan", "work plan", (".xlsx",)),
    _Wanted("everything", "everything on the desk", (".xlsx",)),
    _Wanted("findings", "check before publication", _PROSE, TECHNICAL),
    _Wanted("sign-in-sheet", "sign-in sheet", _PROSE, SENIOR, {"style": "by-entity"}),
    _Wanted("badges", "name badges", (".pdf",), SENIOR),
    _Wanted("name-plates", "name plates", (".pdf",), SENIOR, {"size": "two"}),
    _Wanted("attendance-statistics", "attendance statistics", (*_PROSE, ".xlsx")),
    _Wanted("roster", "roster", (*_PROSE, ".xlsx"), SENIOR),
    _Wanted("address-list", "address list", (".csv",), SENIOR),
    _Wanted("invitations", "invitations", (".xlsx",), SENIOR),
    _Wanted("meeting", "meeting", (".xlsx",), TECHNICAL),
    _Wanted("calendar", "calendar", (*_PROSE, ".ics")),
)


def write_documents(desk: Workspace, folder: Path) -> Iterator[Published]:
    """Write them all into `folder`, and the papers of a segment into a folder of their own there."""
    for wanted in _WANTED:
        key = desk.read(find_meeting, code=wanted.meeting).id if wanted.meeting else None
        for suffix in wanted.suffixes:
            path = folder / f"{wanted.file}{suffix}"
            yield export_document(desk, wanted.name, path, meeting_id=key, options=wanted.options)
    technical = desk.read(find_meeting, code=TECHNICAL).id
    yield from export_set(desk, folder / "papers of the segment", meeting_id=technical)
