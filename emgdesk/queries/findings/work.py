"""The work plan and the mandates behind a check, read once for all meetings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.lineage import OVER
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.mandates import Lineage, read_lineage
from emgdesk.queries.memberships import MemberRow, homes_of_members, list_members
from emgdesk.queries.open_decisions import opening, quotations
from emgdesk.queries.origins import Chains, read_chains
from emgdesk.queries.workstreams import TaskRow, list_tasks


@dataclass(frozen=True, slots=True)
class Work:
    """Tasks of the work plan, names of workstreams by key, those that have ended, on the day of the check.

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
        return self.chains.has_task(action_id) or opening(wording) in self.texts


def read_work(session: Session, today: date) -> Work:
    """All of it; tasks that are not in the work plan on the day `today` are not among it."""
    lineage, day = read_lineage(session), today.isoformat()
    tasks = list_tasks(session, as_of=day)
    return Work(
        tasks=tuple(task for task in tasks if in_work_plan(task, day)),
        workstreams={key: lineage.standing(key, day).name for key in lineage.bodies},
        concluded=frozenset(key for key in lineage.bodies if lineage.standing(key, day).status == OVER),
        lineage=lineage,
        chains=read_chains(session),
        texts=quotations(task.text for task in tasks),
        members=list_members(session),
        homes=homes_of_members(session),
    )
