"""Findings as lines of a list: grouped, in words, faint where they are meant so."""

from collections.abc import Sequence

from emgdesk.domain.numbering import counted
from emgdesk.queries.findings import Finding
from emgdesk.queries.findings.kinds import KINDS, SEVERITIES
from emgdesk.ui.models.list_items import ListItem

BY_SEVERITY, BY_PLACE = "By gravity", "By part"
_ICONS = {"error": "circle-x", "warning": "triangle-alert", "note": "info"}
_NOUNS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "note": ("note", "notes")}
_GROUPS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}
_AREAS = {
    "meeting": "The meeting", "people": "People", "agenda": "Agenda", "documents": "Documents",
    "actions": "Actions", "report": "Report", "texts": "Texts", "mandates": "Mandates", "members": "Members",
    "tasks": "Work plan", "follow-ups": "Follow-ups",
}  # fmt: skip
_MEANT = "Marked as intended"


def lines(findings: Sequence[Finding], grouping: str) -> list[ListItem]:
    """The open ones by gravity or by the part of the meeting they are in, then those meant so."""
    areas = list(_AREAS)

    def order(one: Finding) -> tuple[bool, int, int]:
        grave, area = SEVERITIES.index(one.severity), areas.index(one.area)
        return (one.intended, area, grave) if grouping == BY_PLACE else (one.intended, grave, area)

    return [_line(one, grouping) for one in sorted(findings, key=order)]


def _line(one: Finding, grouping: str) -> ListItem:
    named = _AREAS[one.area] if grouping == BY_PLACE else _GROUPS[one.severity]
    detail = f"{one.place}  ·  {KINDS[one.kind].title}"
    return ListItem(
        one.id, one.text, f"{detail}  ·  {one.reason}" if one.intended else detail,
        group=_MEANT if one.intended else named, icon=_ICONS[one.severity], faint=one.intended,
    )  # fmt: skip


def summary(findings: Sequence[Finding]) -> str:
    """How many of each: "2 errors, 1 note; 3 marked as intended"; "Nothing found" where none is open."""
    left = [one for one in findings if not one.intended]
    many = {word: sum(one.severity == word for one in left) for word in SEVERITIES}
    said = ", ".join(counted(number, *_NOUNS[word]) for word, number in many.items() if number)
    meant = len(findings) - len(left)
    return f"{said or 'Nothing found'}; {meant} marked as intended" if meant else said or "Nothing found"
