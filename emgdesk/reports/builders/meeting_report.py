"""The report of a meeting in both house forms: paragraphs numbered through, or item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.dates import Clock
from emgdesk.domain.numbering import roman
from emgdesk.reports.blocks import Block, Document, DocumentTitle, Heading, Note, PageBreak
from emgdesk.reports.builders import agenda, participants
from emgdesk.reports.builders.action_lines import ActionStyle, Romans, Wording
from emgdesk.reports.builders.footnotes import Footnotes
from emgdesk.reports.builders.lines import Order
from emgdesk.reports.builders.meeting import title_block
from emgdesk.reports.builders.report_headings import headings
from emgdesk.reports.builders.report_lines import MeetingReportFacts
from emgdesk.reports.builders.report_texts import Texts

Form = Literal["", "numbered", "items"]
SectionNumbers = Literal["roman", "plain"]
AnnexNumbers = Literal["1", "I"]
EMPTY = "No report has been written for this meeting yet."
_ANNEXES = {"participants": "List of participants", "agenda": "Agenda"}


@dataclass(frozen=True, slots=True)
class MeetingReportOptions:
    """`form` "" goes by the segment; `annexes` names those wanted in order, "none" or "participants,agenda".

    `sections` says whether section headings of the numbered form have Roman numbers; `wording`,
    `outcomes` and `romans` are of the actions printed in the report, under `actions_heading`; `people`,
    `order` and `split` of the list of participants.
    """

    form: Form = ""
    annexes: str = "none"
    annex_numbers: AnnexNumbers = "1"
    sections: SectionNumbers = "roman"
    wording: Wording = "standing"
    outcomes: bool = False
    romans: Romans = "point"
    actions_heading: str = "Suggested Actions"
    people: participants.Style = "two-blocks"
    order: Order = "given"
    split: int = 0
    clock: Clock = "12"
    heading: str = "Meeting Report"
    group_lines: bool = True


def build(facts: MeetingReportFacts, options: MeetingReportOptions | None = None) -> Document:
    """The report with its annexes; one without text says so."""
    options = options or MeetingReportOptions()
    notes = Footnotes()
    body = list(_body(facts, options, notes)) or [Note(EMPTY)]
    empty = not any(section.paragraphs for section in facts.sections)
    return Document(
        title=f"{options.heading} – {facts.meeting.title}",
        author="EMG Secretariat",
        subject=facts.meeting.symbol,
        blocks=(
            title_block(facts.meeting, group_lines=options.group_lines),
            DocumentTitle(options.heading),
            *body,
            *_annexes(facts, options),
        ),
        remarks=((EMPTY,) if empty else ()) + tuple(map(_without_note, notes.without_text)),
        listed=sum(len(section.paragraphs) for section in facts.sections),
    )


def form_of(facts: MeetingReportFacts, options: MeetingReportOptions) -> Form:
    """The form wanted; where none is, mid-term segments report item by item."""
    return options.form or ("items" if facts.meeting.segment == "mid-term" else "numbered")


def _body(facts: MeetingReportFacts, options: MeetingReportOptions, notes: Footnotes) -> Iterator[Block]:
    by_items = form_of(facts, options) == "items"
    style = ActionStyle(options.wording, options.outcomes, options.romans)
    texts = Texts(notes, style, options.actions_heading, facts.endorsed, numbered=not by_items)
    heads = headings(facts.sections, by_items=by_items, roman_numbers=options.sections == "roman")
    for section, head in zip(facts.sections, heads, strict=True):
        if head.text:
            yield head
        yield from texts.blocks(section.paragraphs)


def _annexes(facts: MeetingReportFacts, options: MeetingReportOptions) -> Iterator[Block]:
    wanted = [name for name in options.annexes.split(",") if name in _ANNEXES]
    for number, name in enumerate(wanted, start=1):
        label = str(number) if options.annex_numbers == "1" else roman(number).upper()
        yield PageBreak()
        yield Heading(f"Annex {label}: {_ANNEXES[name]}")
        yield from _annex(name, facts, options)


def _annex(name: str, facts: MeetingReportFacts, options: MeetingReportOptions) -> Sequence[Block]:
    if name == "agenda":
        return list(agenda.agenda_blocks(facts.agenda, agenda.AgendaOptions(clock=options.clock)))
    return participants.body(
        facts.people, participants.ParticipantsOptions(options.people, options.order, split=options.split)
    )


def _without_note(text: str) -> str:
    return f"A footnote mark in “{' '.join(text.split())[:80]}” has no footnote; it is not printed."
