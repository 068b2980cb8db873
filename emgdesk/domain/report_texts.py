"""The kinds of paragraph a report has, and of interventions and follow-ups behind them."""

from emgdesk.domain.folding import words

KINDS = ("paragraph", "bullet", "conclusion", "actions", "note", "deliverables")
"""`actions` prints a section of the actions, `deliverables` those endorsed; `note` does not print."""
FILLS = ("opening", "attendance", "agenda", "presenters", "closing", "next meeting")
"""Sentences filled from the desk's data, by what they tell."""
INTERVENTIONS = ("statement", "question", "answer", "request", "proposal", "reservation")
NEXT_MEETING, EVERY_MEETING = "next meeting", "every meeting"
FOLLOW_UP_STATUSES = ("open", "done", "dropped")
_SPELT = {
    "text": "paragraph", "para": "paragraph", "paragraphs": "paragraph", "bullets": "bullet",
    "bullet point": "bullet", "conclusions": "conclusion", "decision": "conclusion",
    "action": "actions", "suggested actions": "actions", "notes": "note", "deliverable": "deliverables",
    "endorsed": "deliverables",
}  # fmt: skip


def kind(text: str) -> str:
    """One of `KINDS` for what somebody typed, "" where it is none; nothing said is a paragraph."""
    plain = " ".join(words(text))
    if not plain:
        return KINDS[0]
    return plain if plain in KINDS else _SPELT.get(plain, "")
