"""Entity texts the desk does not know: what was decided of each, in words, and what a key decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emgdesk.importing.plan import EntityCandidate, EntityDecision, EntityQuestion
from emgdesk.ui.models.columns import Column

KEYS = "12345NKPU"
OPEN = "To decide"
_CHIPS = {"alias": "Alias", "part": "Part", "new": "New", "text": "As printed"}
_TONES = {"alias": "good", "part": "good", "new": "accent", "text": ""}


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A question as the table shows it."""

    id: str
    question: EntityQuestion
    verdict: str
    text: str
    count: int
    what: str


def entity_rows(questions: Sequence[EntityQuestion], acronyms: Mapping[str, str]) -> list[EntityRow]:
    """The questions in their order; `acronyms` are those of the desk's entities by key."""
    return [
        EntityRow(
            one.key,
            one,
            _CHIPS[one.decision.kind] if one.decision else OPEN,
            one.text,
            len(one.rows),
            told(one, acronyms),
        )
        for one in questions
    ]


def tone_of(row: EntityRow) -> str:
    """The tone of a question's chip."""
    return _TONES[row.question.decision.kind] if row.question.decision else "warn"


def told(question: EntityQuestion, acronyms: Mapping[str, str]) -> str:
    """What was decided of a text, or what it may be."""
    decision = question.decision
    if decision is None:
        if not question.candidates:
            return "Not known to the desk: kept as printed"
        best = question.candidates[0]
        more = f" +{len(question.candidates) - 1}" if len(question.candidates) > 1 else ""
        return f"{best.acronym}?{more} ({best.why})"
    known = acronyms.get(decision.entity_id or "", "")
    made = " – ".join(part for part in (decision.acronym, decision.full_name) if part)
    return {
        "alias": f"Another name of {known}",
        "part": f"A part of {known}, counted with it",
        "new": f"A new entity{f': {made}' if made else ''}, {decision.status}",
        "text": "Stays as printed, no entity",
    }[decision.kind]


def decision_for(
    key: str, candidates: Sequence[EntityCandidate], *, part: bool = False
) -> EntityDecision | None:
    """What a key decides: a digit that it is this candidate (with `part`: a part of it), P a part of the
    first one, N a new entity, K that it stays as printed. None where the key means nothing here.
    """
    if key == "N":
        return EntityDecision("new")
    if key == "K":
        return EntityDecision("text")
    place = 0 if key == "P" else int(key) - 1
    if place >= len(candidates):
        return None
    return EntityDecision("part" if part or key == "P" else "alias", candidates[place].entity_id)


COLUMNS = (
    Column("verdict", "Verdict", width=12, searched=False),
    Column("text", "Entity in the file", width=40, strong=True, cell_tip=lambda r: r.text),
    Column("count", "Rows", width=6, align="right"),
    Column("what", "What it is", width=40, cell_tip=lambda r: r.what, stretch=True),
)
