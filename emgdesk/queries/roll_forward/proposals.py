"""The values a roll forward is made of: proposals with their choices, and what they are made for."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.queries.due import DueFollowUp

MEETING, DEFERRED, MANDATE, CONDITION = "meeting", "deferred", "mandate", "condition"
DECISION, FINISHED, ENDED, SILENT = "decision", "finished", "ended", "silent"
KINDS = (MEETING, DEFERRED, MANDATE, CONDITION, DECISION, FINISHED, ENDED, SILENT)
"""Of proposals, in the order they are shown and done."""
MAKE, BRING, LEAVE, GO_ON, ASK, DROP = "make", "bring", "leave", "go on", "ask", "drop"
"""Verbs of choices, besides those of `domain.mandate_wordings`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done: `verb` says what, `words` how a screen says it.

    `workstream_id` and `chapter_id` are where something goes, where the choice is about that.
    """

    verb: str
    words: str
    workstream_id: str | None = None
    chapter_id: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that can be carried over; `ticked` and `choice` (into `choices`) as proposed or as chosen.

    `key` is that of the workstream, decision or task it is about; of a meeting that of the one it is made
    like ("" without one) or whose deferred actions come back. `subject` names it, `reason` says why it is
    proposed. `text` is the wording of the action or task, the title of a meeting. `when` is until when a
    mandate is extended or goes on, the date (ISO) of a meeting. `source` is the code of a meeting (of
    deferred actions that of the one they go before), of a decision what the work plan cites. `who` owes a
    report.
    """

    id: str
    kind: str
    key: str
    subject: str
    reason: str
    choices: tuple[Choice, ...]
    choice: int = 0
    ticked: bool = True
    text: str = ""
    when: str = ""
    source: str = ""
    who: str = ""
    workstream_id: str | None = None
    workstream: str = ""

    @property
    def chosen(self) -> Choice:
        """What is to be done if it is ticked."""
        return self.choices[self.choice]


@dataclass(frozen=True, slots=True)
class Target:
    """A segment of the SOM ahead the drafted actions can go before; `meeting_id` None if it is to be made."""

    code: str
    meeting_id: str | None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A sentence on what is better done before; `meeting_id` is whose actions it is about, if it is."""

    sentence: str
    meeting_id: str | None = None


@dataclass(frozen=True, slots=True)
class RollForward:
    """All that can be carried from SOM `som_number` to the next, and what stays as it is.

    `revision` names the state of the desk it was read from. `closed_on` is the last day of the SOM (ISO,
    "" if not known), `starts_on` the first day of the new work plan. `target` is the segment proposed for
    the drafted actions, `stem` stands over them. `meeting_id` is the meeting at which progress is asked for.
    `obstacles` are better done away with before. `carried` counts the open tasks that stay, `passed_over`
    the decisions left out as they ask nobody for work; `follow_ups` are carried by themselves.
    """

    som_number: int
    revision: str
    closed_on: str
    starts_on: str
    today: str
    proposals: tuple[Proposal, ...]
    targets: tuple[Target, ...]
    target: str
    stem: str
    meeting_id: str | None
    obstacles: tuple[Obstacle, ...]
    carried: int
    passed_over: int
    follow_ups: tuple[DueFollowUp, ...]

    def of_kind(self, kind: str) -> Sequence[Proposal]:
        """The proposals of one kind, in order."""
        return [one for one in self.proposals if one.kind == kind]
