"""A pasted list becomes actions."""

from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection
from emgdesk.domain.pasted_actions import PastedAction, parse_actions
from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, below, update_action
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch


@operation
def paste_actions(
    session: Session, /, *, section_id: str, text: str, after_id: str | None = None
) -> tuple[str, ...]:
    """Make actions of pasted text, after the one given (and on its level) or at the end of the section.

    Labels typed there become levels and label styles; an empty section takes the style of the first
    label. Returns the keys in order. Raises DataError where the text holds no action.
    """
    section = fetch(session, ActionSection, section_id, "section")
    lines = parse_actions(text)
    if not lines:
        raise DataError("There is no text to paste that could be an action.")
    parent_id = fetch(session, Action, after_id, "action").parent_id if after_id else None
    if not below(session, section_id, None):
        section.style = next((line.style for line in lines if line.lettered and line.style), section.style)
    made: list[tuple[int, str]] = []  # depth and key of the actions the next one may stand below
    keys = []
    for line in lines:
        while made and made[-1][0] >= line.depth:
            _, after_id = made.pop()
        above = made[-1][1] if made else parent_id
        key = _add(session, section, line, above, after_id)
        made.append((line.depth, key))
        keys.append(key)
        after_id = None
    return tuple(keys)


def _add(
    session: Session, section: ActionSection, line: PastedAction, above: str | None, after_id: str | None
) -> str:
    if above is not None and line.style and not below(session, section.id, above):
        update_action(session, action_id=above, children_style=line.style)
    return add_action(
        session,
        section_id=section.id,
        text=line.text,
        parent_id=above,
        after_id=after_id,
        stem=line.stem or None,
        lettered=line.lettered,
    )
