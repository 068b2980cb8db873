"""The decisions whose words name an entity."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting
from emgdesk.domain.statuses import ADOPTED
from emgdesk.queries.citations import read_citations
from emgdesk.queries.decisions import as_sentence, with_above
from emgdesk.queries.meetings import list_meetings

_LEAST = 2  # letters of a name that is looked for in texts


@dataclass(frozen=True, slots=True)
class NamingDecision:
    """A decision that names an entity: `citation` "SOM26 senior, IV. b) i", `text` the whole sentence."""

    action_id: str
    meeting_id: str
    citation: str
    text: str


def decisions_naming(session: Session, *, names: Iterable[str], as_of: str) -> tuple[NamingDecision, ...]:
    """Decisions of meetings up to an ISO day whose sentence holds one of `names`; the newest meeting first.

    Acronyms count as they are written, names in any letters. A decision put before a later meeting is
    told as decided there, one said by those below it as they say it.
    """
    named = _pattern(names)
    meetings = list_meetings(session)
    then = {m.id for m in meetings if not m.date or m.date <= as_of}
    rows = {row.id: row for row in session.execute(_ACTIONS)}
    decided = {key: row for key, row in rows.items() if row.outcome in ADOPTED and row.meeting_id in then}
    told_elsewhere = {row.parent_id for row in decided.values()} | {r.origin_id for r in decided.values()}
    texts = {}
    for key, row in decided.items():
        if key not in told_elsewhere:
            above = list(_above(key, rows))
            sentence = as_sentence(with_above(_wording(row), [_wording(one) for one in above]))
            stem = (above or [row])[-1].stem
            if named.search(f"{stem} {sentence}"):
                texts[key] = sentence
    order = {m.id: at for at, m in enumerate(meetings)}
    cited = sorted(read_citations(session, texts).values(), key=lambda one: order[one.meeting_id])
    return tuple(
        NamingDecision(one.action_id, one.meeting_id, one.words, texts[one.action_id]) for one in cited
    )


_ACTIONS = (
    select(
        Action.id, Action.parent_id, Action.origin_id, Action.outcome, Action.stem, Action.text,
        Action.adopted_text, ActionSection.meeting_id,
    )
    .join(ActionSection, ActionSection.id == Action.section_id)
    .join(Meeting, Meeting.id == ActionSection.meeting_id)
)  # fmt: skip


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of `names` as whole words; one with small letters in capitals or not."""
    parts = []
    for name in dict.fromkeys(names):
        if len(name) >= _LEAST:
            words = r"\s+".join(map(re.escape, name.split()))
            is_acronym = not any(letter.islower() for letter in name)
            parts.append(rf"(?<!\w){words}(?!\w)" if is_acronym else rf"(?i:(?<!\w){words}(?!\w))")
    return re.compile("|".join(parts) or r"(?!)")


def _wording(row: Any) -> str:
    return str(row.adopted_text or row.text)


def _above(key: str, rows: Mapping[str, Any]) -> Iterator[Any]:
    """The actions above one, the nearest first."""
    seen: Sequence[str] = (key,)
    parent = rows[key].parent_id
    while parent and parent in rows and parent not in seen:
        yield rows[parent]
        seen = (*seen, parent)
        parent = rows[parent].parent_id
