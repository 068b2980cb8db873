"""The proposals as the user has them: ticked, chosen, worded."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from emgdesk.domain.dates import is_stored_date
from emgdesk.domain.written_dates import PATTERN, read_date
from emgdesk.queries.roll_forward import CONDITION, MANDATE, MEETING, Proposal, RollForward, suggested


class Choosing:
    """The proposals of a plan, changed one by one; a wording follows the choice until it is edited."""

    def __init__(self, plan: RollForward, before: Iterable[Proposal] = ()) -> None:
        """`before` is how they were left when the plan was read last: kept where nothing else has changed."""
        self.plan = plan
        self._proposed = {one.id: one for one in plan.proposals}
        self._held = dict(self._proposed)
        for old in before:
            new = self._proposed.get(old.id)
            if new is not None and (new.reason, new.choices) == (old.reason, old.choices):
                self._held[old.id] = old

    @property
    def som(self) -> int:
        """The number of the SOM ahead."""
        return self.plan.som_number + 1

    def all(self) -> tuple[Proposal, ...]:
        """All of them as they are now, in order."""
        return tuple(self._held.values())

    def of_kind(self, kind: str) -> Sequence[Proposal]:
        """Those of one kind."""
        return [one for one in self._held.values() if one.kind == kind]

    def get(self, proposal_id: str) -> Proposal | None:
        """One of them, None if there is none."""
        return self._held.get(proposal_id)

    def edited(self) -> tuple[Proposal, ...]:
        """Those that are not as proposed."""
        return tuple(one for one in self._held.values() if one != self._proposed[one.id])

    def tick(self, proposal_id: str, ticked: bool) -> None:
        """Take one in, or leave it out."""
        self._put(replace(self._held[proposal_id], ticked=ticked))

    def choose(self, proposal_id: str, choice: int) -> None:
        """Choose what is to be done; whoever chooses wants it done."""
        one = self._held[proposal_id]
        if 0 <= choice < len(one.choices):
            self._follow(one, replace(one, choice=choice, ticked=True))

    def set_when(self, proposal_id: str, text: str) -> None:
        """The date of a meeting, as people write it; or until when a mandate is extended."""
        one = self._held[proposal_id]
        self._follow(one, replace(one, when=stored(text) if one.kind == MEETING else text.strip()))

    def word(self, proposal_id: str, text: str) -> None:
        """Another wording or title."""
        self._put(replace(self._held[proposal_id], text=text))

    def owed_by(self, proposal_id: str, who: str) -> None:
        """Who is asked for progress."""
        self._put(replace(self._held[proposal_id], who=who.strip()))

    def _follow(self, old: Proposal, new: Proposal) -> None:
        if old.kind in (MANDATE, CONDITION) and old.text == suggested(old, self.som):
            new = replace(new, text=suggested(new, self.som))
        self._put(new)

    def _put(self, one: Proposal) -> None:
        self._held[one.id] = one


def stored(text: str) -> str:
    """A day or a month as people write it, stored: "May 2032" -> "2032-05"; other words stay as they are."""
    text = text.strip()
    match = re.fullmatch(PATTERN, text, re.IGNORECASE)
    written = read_date(text) if match and not is_stored_date(text) else None
    if written is None or not written.year or written.day != written.last:
        return text
    return f"{written.year}-{written.month:02}" + (f"-{written.day:02}" if written.day else "")
