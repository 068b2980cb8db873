"""Which decisions these are: meeting, number and wording of actions, wherever on the desk they stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting
from emgdesk.domain.numbering import roman
from emgdesk.queries.action_labels import cited, place_actions


@dataclass(frozen=True, slots=True)
class Citation:
    """An action as a text names it: `meeting` a code, `number` "IV. b) i", `wording` the one that stands."""

    action_id: str
    meeting_id: str
    meeting: str
    number: str
    wording: str

    @property
    def words(self) -> str:
        """The whole: "SOM26 senior, IV. b) i"."""
        return f"{self.meeting}, {self.number}"


def read_citations(session: Session, action_ids: Iterable[str]) -> dict[str, Citation]:
    """The actions of these keys that are on the desk, by key, in two queries."""
    wanted = set(action_ids)
    if not wanted:
        return {}
    about = select(ActionSection.meeting_id).join(Action, Action.section_id == ActionSection.id)
    sections = session.execute(
        select(ActionSection, Meeting.code)
        .join(Meeting, Meeting.id == ActionSection.meeting_id)
        .where(ActionSection.meeting_id.in_(about.where(Action.id.in_(wanted))))
        .order_by(ActionSection.meeting_id, ActionSection.position, ActionSection.id)
    ).all()
    actions = _actions(session, [section.id for section, _ in sections])
    found: dict[str, Citation] = {}
    numbers: dict[str, int] = defaultdict(int)
    for section, code in sections:
        numbers[section.meeting_id] += 1
        numeral = roman(numbers[section.meeting_id]).upper()
        held = {action.id: action for action in actions[section.id]}
        for spot in place_actions(section, actions[section.id]):
            if spot.id in wanted:
                row = held[spot.id]
                number, wording = cited(numeral, spot.path), row.adopted_text or row.text
                found[row.id] = Citation(row.id, section.meeting_id, code, number, wording)
    return found


def _actions(session: Session, section_ids: Iterable[str]) -> dict[str, list[Action]]:
    held: dict[str, list[Action]] = defaultdict(list)
    mine = select(Action).where(Action.section_id.in_(list(section_ids)))
    for action in session.scalars(mine.order_by(Action.position, Action.id)):
        held[action.section_id].append(action)
    return held
