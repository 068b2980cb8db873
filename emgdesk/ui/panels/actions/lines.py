"""The outline of a meeting's actions: sections, stems, actions with what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import counted
from emgdesk.queries.actions import ActionRow, ActionSectionRow
from emgdesk.ui.models.outline_lines import OutlineLine

STEM, SECTION, ACTION = "stem", "heading", "action"
OUTCOMES = {
    "drafted": "Drafted", "suggested": "Suggested", "approved": "Approved",
    "amended": "Approved with changes", "deferred": "Deferred", "withdrawn": "Withdrawn",
}  # fmt: skip
TONES = {"approved": "good", "amended": "good", "deferred": "warn", "withdrawn": "bad"}


def outline_lines(sections: Sequence[ActionSectionRow]) -> list[OutlineLine]:
    """Sections on the first level, a stem wherever it changes, actions below."""
    lines = []
    for section in sections:
        lines.append(
            OutlineLine(section.id, None, 0, f"{section.number}.", section.heading, kind=SECTION)
        )  # fmt: skip
        stem = ""
        for action in section.actions:
            if action.parent_id is None and action.stem != stem:
                stem = action.stem
                if stem:
                    lines.append(
                        OutlineLine(STEM + action.id, section.id, 1, "", stem, faint=True, kind=STEM)
                    )
            lines.append(_action_line(section, action))
    return lines


def _action_line(section: ActionSectionRow, action: ActionRow) -> OutlineLine:
    said = [] if action.outcome in ("drafted", "suggested") else [OUTCOMES[action.outcome]]
    if action.made_in_room:
        said.append("made in the room")
    applied = sum(effect.applied for effect in action.effects)
    if action.effects:
        said.append(counted(len(action.effects), "effect", "effects") + (" applied" if applied else ""))
    if action.reservations:
        said.append("reserved by " + ", ".join(row.entity for row in action.reservations))
    return OutlineLine(
        id=action.id,
        parent_id=action.parent_id or section.id,
        depth=action.depth + 1,
        label=f"{action.label})" if action.label else "",
        text=action.wording,
        note=" · ".join(said),
        tone=TONES.get(action.outcome, "") or "muted",
        faint=action.outcome in ("deferred", "withdrawn"),
        kind=ACTION,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action is to stand: `parent_id` None is the first level of the section."""

    section_id: str
    parent_id: str | None
    index: int


def place_of(lines: Sequence[OutlineLine], moved: str, parent_id: str, index: int) -> Place | None:
    """The place in the actions of one in the outline, stems not counted; None where none can stand."""
    by_id = {line.id: line for line in lines}
    parent = by_id.get(parent_id)
    if parent is None or parent.kind not in (SECTION, ACTION):
        return None
    there = [line for line in lines if line.parent_id == parent_id and line.id != moved]
    at = sum(line.kind == ACTION for line in there[:index])
    section = parent
    while section.kind != SECTION:
        above = by_id.get(section.parent_id or "")
        if above is None:
            return None
        section = above
    return Place(section.id, None if parent.kind == SECTION else parent.id, at)
