"""The work plan and the mandates behind a check, read once for all meetings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.folding import words
from emgdesk.domain.lineage import OVER
from emgdesk.queries.mandates import Lineage, read_lineage
from emgdesk.queries.memberships import MemberRow, homes_of_members, list_members
from emgdesk.queries.origins import Chains, read_chains
from emgdesk.queries.workstreams import TaskRow, list_tasks

_TOLD = 12  # words by which the text of a task is that of a decision


@dataclass(frozen=True, slots=True)
class Work:
    """Tasks of the work plan, names of workstreams by key, those that have ended by the day of the check.

    `chains` tell which decisions tasks come from, `texts` are how tasks begin, folded. `members` are all
    that ever were, `homes` the entity (acronym) at which each of these people (key) is today.
    """

    tasks: tuple[TaskRow, ...]
    workstreams: Mapping[str, str]
    concluded: frozenset[str]
    lineage: Lineage
    chains: Chains
    texts: frozenset[tuple[str, ...]]
    members: tuple[MemberRow, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)

    def has_task(self, action_id: str, wording: str) -> bool:
        """Whether a task comes from this action in any of its wordings, or quotes it."""
        return self.chains.has_task(action_id) or words(wording)[:_TOLD] in self.texts


def read_work(session: Session, today: date) -> Work:
    """All of it; tasks that have left the work plan by `today` are not among it."""
    lineage, day = read_lineage(session), today.isoformat()
    tasks = list_tasks(session)
    return Work(
        tasks=tuple(task for task in tasks if not task.until or day < task.until),
        workstreams={key: body.name for key, body in lineage.bodies.items()},
        concluded=frozenset(key for key in lineage.bodies if lineage.standing(key, day).status == OVER),
        lineage=lineage,
        chains=read_chains(session),
        texts=frozenset(words(task.text)[:_TOLD] for task in tasks if task.text.strip()),
        members=list_members(session),
        homes=homes_of_members(session),
    )
