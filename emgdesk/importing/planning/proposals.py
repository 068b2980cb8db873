"""An entity for a row that names none: what its display name or its address tells, or the desk knows.

What the desk knows of a person is a fact and is printed on a new line, with a sentence;
everything else is a proposal and taken only if somebody agrees.
"""

from dataclasses import replace

from emgdesk.importing.matching.entities import EntityIndex, FoundEntity
from emgdesk.importing.matching.finding import RowMatch
from emgdesk.importing.plan import Proposal
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson


def propose(
    match: RowMatch, entities: EntityIndex, person: KnownPerson | None, line: KnownParticipation | None
) -> Proposal | None:
    """The entity proposed for a row without one; `person` and `line` are who the row surely is.

    None where the line prints one already, or would print the same by itself.
    """
    if line is not None and line.entity:
        return None
    known = entities.by_id(person.entity_id) if person is not None else None
    found = _told(match, entities)
    if found is None:
        if known is None or line is None or person is None:
            return None
        return Proposal(known.id, known.acronym, f"the desk has {known.acronym} for {person.name}")
    if known is None or person is None:
        return found
    if known.id != found.entity_id:
        return replace(found, why=f"{found.why}, but the desk has {known.acronym} for {person.name}")
    if line is None:
        return None
    return replace(found, why=f"{found.why}, and the desk has it for {person.name}")


def _told(match: RowMatch, entities: EntityIndex) -> Proposal | None:
    record = match.record
    if record.proposed_entity:
        found = entities.find(record.proposed_entity).entity
        why = f"the name is written with “{record.proposed_entity}”"
        if found is None:
            return Proposal(None, record.proposed_entity, why)
        return Proposal(found.id, found.acronym, why)
    posted = entities.of_domain(record.email) if record.email else None
    if posted is None:
        return None
    entity, domain = posted
    return Proposal(entity.id, entity.acronym, f"the address is at {domain}")


def with_proposal(match: RowMatch, proposal: Proposal, entities: EntityIndex) -> RowMatch:
    """The row as if it named the entity proposed."""
    found = FoundEntity(entities.by_id(proposal.entity_id))
    return replace(match, record=replace(match.record, entity=proposal.acronym), entity=found)


def with_entity_of(match: RowMatch, person: KnownPerson, entities: EntityIndex) -> RowMatch:
    """The row of a known person with the person's entity where it names none."""
    known = entities.by_id(person.entity_id)
    text = known.acronym if known is not None else person.entity
    if not text:
        return match
    said = f"Entity {text} is taken from the person."
    record = replace(match.record, entity=text)
    return replace(match, record=record, entity=FoundEntity(known), messages=(*match.messages, said))
