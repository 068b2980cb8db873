"""The entities an import makes and the names it learns, as somebody decided while looking at it."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, Setting
from emgdesk.domain.folding import fold
from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.planning.entity_decisions import settle
from emgdesk.operations.entity import add_entity, refuse_doubles
from emgdesk.operations.rows import fetch
from emgdesk.operations.setting import set_setting
from emgdesk.queries.matching import AS_PRINTED


def decide_entities(session: Session, plan: RosterPlan) -> dict[str, str]:
    """Make the plan's new entities and learn its aliases; the key of each new one by its key in the plan.

    Raises DataError for a name another entity has taken.
    """
    asked = [question for question in plan.entity_questions if question.answered is not None]
    settled = settle(
        {question.key: question.text for question in asked},
        {question.key: question.answered for question in asked if question.answered is not None},
    )
    made: dict[str, str] = {}
    for new in settled.new:
        parent = session.get(Entity, new.parent_id) if new.parent_id else None
        made[new.id] = add_entity(
            session,
            acronym=new.acronym,
            full_name=new.full_name,
            status=parent.status if parent is not None else new.status,
            parent_id=new.parent_id,
            aliases=new.aliases,
            counts_as_parent=parent is not None,
        )
    for entity_id, text in settled.aliases:
        _learn_alias(session, entity_id, text)
    _leave_as_printed(session, settled.meaning)
    session.flush()
    return made


def _learn_alias(session: Session, entity_id: str, text: str) -> None:
    known = session.scalars(select(EntityAlias.name).where(EntityAlias.entity_id == entity_id))
    if fold(text) not in map(fold, known):
        session.add(EntityAlias(entity_id=entity_id, name=text))
        session.flush()
        refuse_doubles(session, fetch(session, Entity, entity_id, "entity"))


def _leave_as_printed(session: Session, meaning: Mapping[str, str | None]) -> None:
    """Remember which texts are no entity (None), so that no import asks again; the others were asked."""
    said = session.scalar(select(Setting.value).where(Setting.name == AS_PRINTED))
    known = set(json.loads(said)) if said else set()
    kept = (known - meaning.keys()) | {key for key, entity_id in meaning.items() if entity_id is None}
    if kept != known:
        set_setting(session, name=AS_PRINTED, value=json.dumps(sorted(kept), ensure_ascii=False))
