"""The actions before a meeting for its documents."""

from sqlalchemy.orm import Session

from emgdesk.domain.outline import label_style
from emgdesk.queries.action_labels import STYLES
from emgdesk.queries.actions import ActionRow, ActionSectionRow, list_actions
from emgdesk.queries.inputs.meeting import meeting_facts
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.symbols import symbol_of
from emgdesk.queries.meetings import get_meeting
from emgdesk.reports.builders.action_lines import ActionBlock, ActionLine
from emgdesk.reports.builders.action_points import ActionPointsFacts
from emgdesk.reports.builders.footnotes import ReservationLine


def action_points_input(session: Session, *, meeting_id: str) -> ActionPointsFacts:
    """The sections of a meeting's actions, with the titles of its summary."""
    meeting = get_meeting(session, meeting_id=meeting_id)
    symbol = symbol_of(session, meeting_id=meeting_id, name="action-points")
    return ActionPointsFacts(
        meeting=meeting_facts(session, meeting_id=meeting_id, symbol=symbol),
        sections=action_sections(session, meeting_id=meeting_id),
        title=meeting.summary_title,
        subtitle=meeting.summary_subtitle,
    )


def action_sections(session: Session, *, meeting_id: str) -> tuple[ActionBlock, ...]:
    """The sections of a meeting's actions in order."""
    linked = linked_texts(session)
    return tuple(_block(row, linked) for row in list_actions(session, meeting_id=meeting_id))


def _block(section: ActionSectionRow, linked: Linked) -> ActionBlock:
    by_id = {row.id: row for row in section.actions}
    lines = tuple(_line(row, section, by_id, linked) for row in section.actions)
    return ActionBlock(section.id, section.number, section.heading, section.workstream, lines)


def _line(
    row: ActionRow, section: ActionSectionRow, by_id: dict[str, ActionRow], linked: Linked
) -> ActionLine:
    above = by_id.get(row.parent_id or "")
    branch = section.style if above is None else above.children_style
    if above is not None and not (branch or above.lettered or above.parent_id):
        branch = (
            section.style
        )  # as the labels themselves are made: below an unlettered action as in the section
    return ActionLine(
        depth=row.depth,
        label=row.label,
        style=label_style(branch, row.path.count("."), STYLES),
        text=linked(row.text),
        stem=linked(row.stem),
        adopted_text=linked(row.adopted_text),
        outcome=row.outcome,
        in_room=row.made_in_room,
        reservations=tuple(ReservationLine(one.entity, linked(one.text)) for one in row.reservations),
        id=row.id,
    )
