"""The actions before a meeting, and what became of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from emgdesk.domain.action_grammar import asks_for_work, decides, stem_verb
from emgdesk.domain.folding import words
from emgdesk.domain.mandate_ends import ENDINGS
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import ADOPTED, DECIDED
from emgdesk.queries.actions import ActionRow, ActionSectionRow, ReservationRow
from emgdesk.queries.findings.facts import Checked, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.placeholders import plain_text

# A wording that brings its own subject, as those decided in the room do.
_SUBJECT = re.compile(
    r"(?:the\s+)?(?:EMG\s+)?(?:\d+\w\w\s+)?(?:senior officials|(?:(?:mid-?term|technical|senior)\s+)?segment|"
    r"SOM\b|meeting|members|participants|group)",
    re.IGNORECASE,
)


class Placed(NamedTuple):
    """An action with what stands above it: wordings from the top down, and the stem it prints under."""

    row: ActionRow
    above: tuple[str, ...]
    stem: str
    children: tuple[ActionRow, ...]

    @property
    def spot(self) -> Spot:
        return Spot(f"Actions, {self.row.citation}", "action", self.row.id)


def placed(section: ActionSectionRow) -> Iterator[Placed]:
    """The actions of a section with their surroundings."""
    known = {row.id: row for row in section.actions}
    for row in section.actions:
        above: list[str] = []
        top = row
        while top.parent_id in known and len(above) < len(known):
            top = known[top.parent_id]
            above.insert(0, top.wording)
        below = tuple(one for one in section.actions if one.parent_id == row.id)
        yield Placed(row, tuple(above), top.stem, below)


def _all(facts: Checked) -> Iterator[Placed]:
    for section in facts.sections:
        yield from placed(section)


def action_without_text(facts: Checked) -> Iterator[Finding]:
    """An action has a label and nothing else."""
    for one in _all(facts):
        if not one.row.wording.strip() and not one.children:
            yield found("action-without-text", one.spot, "This action has no text.")


def action_without_verb(facts: Checked) -> Iterator[Finding]:
    """Neither an action, nor one above it, nor its stem says what is decided."""
    for one in _all(facts):
        text = plain_text(one.row.wording)
        if not text.strip() or _is_covered(one) or one.row.outcome == "withdrawn":
            continue
        begins = shortened(text)
        sentence = f"“{begins}” begins with no verb that decides (agree, request, take note ...)."
        yield found("action-without-verb", one.spot, sentence, begins)


def _is_covered(one: Placed) -> bool:
    above = tuple(plain_text(text) for text in one.above)
    wording = plain_text(one.row.wording)
    if decides(wording, above, plain_text(one.stem)) or (_SUBJECT.match(wording) and stem_verb(wording)):
        return True
    # A heading of what is below it need not decide itself.
    return bool(one.children) and all(decides(plain_text(child.wording)) for child in one.children)


def action_undecided(facts: Checked) -> Iterator[Finding]:
    """A meeting that was held decided on some of its actions and left this one as it was."""
    rows = [one for one in _all(facts) if one.row.parent_id is None and one.row.wording.strip()]
    if not facts.held or not any(one.row.outcome in DECIDED for one in rows):
        return
    for one in rows:
        if one.row.outcome not in DECIDED:
            text = f"“{shortened(plain_text(one.row.wording))}” is still {one.row.outcome or 'open'}."
            yield found("action-undecided", one.spot, text)


def amended_without_new_wording(facts: Checked) -> Iterator[Finding]:
    """An action was approved with changes and has the wording it had."""
    for one in _all(facts):
        row = one.row
        if row.outcome == "amended" and words(row.adopted_text or row.text) == words(row.text):
            text = "This action was approved with changes, but the adopted wording is the one proposed."
            yield found("amended-without-new-wording", one.spot, text)


def action_heading_twice(facts: Checked) -> Iterator[Finding]:
    """Two sections of actions have one heading."""
    seen: dict[tuple[str, ...], ActionSectionRow] = {}
    for section in facts.sections:
        key = words(section.heading)
        first = seen.setdefault(key, section) if key else section
        if first is not section:
            spot = Spot(f"Actions, {section.number}.", "action_section", section.id)
            text = f"{first.number}. and {section.number}. are both called “{shortened(section.heading)}”."
            yield found("action-heading-twice", spot, text, first.id)


def effect_not_applied(facts: Checked) -> Iterator[Finding]:
    """A decision of a senior segment has an effect that is no mandate event yet."""
    if not facts.held or facts.meeting.segment in ("mid-term", "technical"):
        return
    for one in _all(facts):
        if one.row.outcome not in ADOPTED:
            continue
        for effect in one.row.effects:
            if effect.waits:
                body = effect.workstream or "a workstream"
                text = f"The effect “{effect.kind}” on {body} was adopted and is not applied yet."
                yield found("effect-not-applied", one.spot, text, effect.id)


def decision_without_task(facts: Checked) -> Iterator[Finding]:
    """A decision that gives somebody work is no task of the work plan; told once where none of them is."""
    asking = [one for one in _all(facts) if _asks(facts, one)]
    bare = [one for one in asking if not _has_task(facts, one)]
    if len(bare) == len(asking) > 2:
        many = counted(len(asking), "decision", "decisions")
        text = f"None of the {many} that ask for work is a task of the work plan yet."
        yield found("decision-without-task", Spot("Actions", "actions", facts.meeting.id), text)
        return
    for one in bare:
        text = (
            f"“{shortened(plain_text(one.row.wording))}” asks for work and is no task of the work plan yet."
        )
        yield found("decision-without-task", one.spot, text)


def _asks(facts: Checked, one: Placed) -> bool:
    """Whether a decision as it was finally adopted gives work; one that ends something gives none."""
    row = one.row
    if not facts.held or facts.meeting.segment in ("mid-term", "technical") or row.parent_id is not None:
        return False
    if row.outcome not in ADOPTED or any(effect.kind in ENDINGS for effect in row.effects):
        return False
    return asks_for_work(plain_text(row.wording), (), plain_text(one.stem))


def _has_task(facts: Checked, one: Placed) -> bool:
    rows = (one.row, *one.children)
    return any(facts.desk.work.has_task(row.id, row.wording) for row in rows)


def reservations(facts: Checked) -> Iterator[Finding]:
    """A reservation lacks its entity or its words, or its entity was not there."""
    for one in _all(facts):
        for row in one.row.reservations:
            yield from _reservation(facts, one.spot, row)
    for section in facts.report:
        for number, paragraph in enumerate(section.paragraphs, start=1):
            place = f"Report, “{shortened(section.heading)}”, paragraph {number}"
            for row in paragraph.reservations:
                yield from _reservation(facts, Spot(place, "paragraph", paragraph.id), row)


def _reservation(facts: Checked, spot: Spot, row: ReservationRow) -> Iterator[Finding]:
    entity = row.entity.strip()
    if not entity or not row.text.strip():
        missing = "does not say whose it is" if not entity else f"of {entity} has no text"
        yield found("reservation-incomplete", spot, f"A reservation {missing}.", row.id)
    key = row.entity_id or facts.desk.bodies.find(entity)
    there = [line.entity_id for line in facts.roster if line.entity_id]
    if key and there and not any(facts.desk.bodies.related(one, key) for one in there):
        text = f"{entity or facts.desk.bodies.acronym(key)} has a reservation and nobody on the roster."
        yield found("reservation-not-on-roster", spot, text, row.id)


RULES = (
    action_without_text,
    action_without_verb,
    action_undecided,
    amended_without_new_wording,
    action_heading_twice,
    effect_not_applied,
    decision_without_task,
    reservations,
)
