"""The report: sections and items that answer each other, paragraphs and footnotes that are whole."""

import re
from collections import defaultdict
from collections.abc import Iterator

from emgdesk.domain.folding import words
from emgdesk.domain.numbering import counted
from emgdesk.queries.findings.facts import Checked, item_spot, paragraph_spot, section_spot, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow

_MARK = re.compile(r"(?<!\\)\[\^(\d{1,3})\]")
_DECIDED = re.compile(
    r"\b(?:senior officials|segment|meeting|members|participants|som)\s+(?:therefore\s+|further\s+|also\s+)?"
    r"(?:agreed|decided|approved|endorsed|requested|adopted)\b",
    re.IGNORECASE,
)
# Sections a report has beside the agenda.
_OWN = frozenset(
    (
        "introduction", "attendance", "participation", "participants", "background", "annex", "annexes",
        "conclusion", "conclusions", "summary", "acknowledgements", "closing", "closure", "opening",
    )
)  # fmt: skip


def item_without_section(facts: Checked) -> Iterator[Finding]:
    """A numbered item has no section, nor has one above it or below it; where none has, nothing is said."""
    covered = {key for section in facts.report for key in section.items}
    if not covered:
        return
    parents = {item.id: item.parent_id for item in facts.agenda}
    around = set(covered)
    for key in covered:
        around.update(_above(key, parents))
    for item in facts.agenda:
        if item.numbered and item.id not in around and covered.isdisjoint(_above(item.id, parents)):
            if item.parent_id is None or item.parent_id in around:
                text = f"Item {item.path} “{shortened(item.title)}” has no section in the report."
                yield found("item-without-section", item_spot(item), text)


def _above(key: str, parents: dict[str, str | None]) -> set[str]:
    line: set[str] = set()
    at = parents.get(key)
    while at and at not in line:
        line.add(at)
        at = parents.get(at)
    return line


def section_without_item(facts: Checked) -> Iterator[Finding]:
    """A section reports on no item, nor do its sub-sections; introductions, annexes and the like aside."""
    used = {section.id for section in facts.report if section.items}
    if not used:
        return
    parents = {section.id: section.parent_id for section in facts.report}
    around = used.union(*(_above(key, parents) for key in used))
    for section in facts.report:
        heading = words(section.heading)
        if section.depth or section.id in around or _OWN.intersection(heading[:1] + heading[-1:]):
            continue
        text = f"“{shortened(section.heading)}” reports on no item of the agenda."
        yield found("section-without-item", section_spot(section), text)


def section_without_text(facts: Checked) -> Iterator[Finding]:
    """A section has neither paragraphs nor sub-sections while others have."""
    if not any(section.paragraphs for section in facts.report):
        return
    holding = {section.parent_id for section in facts.report}
    for section in facts.report:
        if section.id not in holding and not section.paragraphs:
            text = f"“{shortened(section.heading)}” has no text."
            yield found("section-without-text", section_spot(section), text)


def heading_twice(facts: Checked) -> Iterator[Finding]:
    """Two sections side by side have one heading."""
    seen: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for section in facts.report:
        key = (section.parent_id, words(section.heading))
        if key[1] and seen.setdefault(key, section.id) != section.id:
            text = f"Two sections are called “{shortened(section.heading)}”."
            yield found("heading-twice", section_spot(section), text, seen[key])


def _paragraphs(facts: Checked) -> Iterator[tuple[Spot, ParagraphRow, ReportSectionRow]]:
    for section in facts.report:
        for paragraph in section.paragraphs:
            yield paragraph_spot(section, paragraph), paragraph, section


def paragraph_without_text(facts: Checked) -> Iterator[Finding]:
    """A paragraph, bullet or conclusion prints nothing."""
    for spot, row, _ in _paragraphs(facts):
        if row.kind in ("paragraph", "bullet", "conclusion") and not row.text.strip():
            if not row.fill or row.frozen:
                yield found("paragraph-without-text", spot, f"This {row.kind} has no text.")


def actions_block_empty(facts: Checked) -> Iterator[Finding]:
    """A block prints the actions of a section that is gone or has none."""
    filled = {section.id for section in facts.sections if section.actions}
    for spot, row, _ in _paragraphs(facts):
        if row.kind == "actions" and row.action_section_id not in filled:
            named = f"“{shortened(row.text)}”" if row.text.strip() else "This block"
            yield found("actions-block-empty", spot, f"{named} prints no actions: there are none under it.")


def conclusion_without_decision(facts: Checked) -> Iterator[Finding]:
    """A conclusion says that something was decided, and no action holds the decision."""
    wordings = [words(a.wording) for section in facts.sections for a in section.actions]
    for spot, row, _ in _paragraphs(facts):
        if row.kind != "conclusion" or row.action_id is not None or not _DECIDED.search(plain_text(row.text)):
            continue
        said = " ".join(words(plain_text(row.text)))
        if not any(len(one) > 4 and " ".join(one[1:]) in said for one in wordings):
            text = "This conclusion reads like a decision; entered as one it can have effects and tasks."
            yield found("conclusion-without-decision", spot, text)


def footnotes(facts: Checked) -> Iterator[Finding]:
    """Marks without a footnote, footnotes without a mark or without text."""
    for spot, row, _ in _paragraphs(facts):
        marks = [int(number) for number in _MARK.findall(row.text)]
        for number in dict.fromkeys(marks):
            if not 0 < number <= len(row.footnotes):
                text = f"The mark [^{number}] has no footnote."
                yield found("footnote-mark-without-note", spot, text, str(number))
        for number, note in enumerate(row.footnotes, start=1):
            if not note.text.strip():
                yield found("footnote-without-text", spot, f"Footnote {number} has no text.", note.id)
            elif number not in marks:
                text = f"Footnote {number} “{shortened(note.text)}” has no mark in the text."
                yield found("footnote-without-mark", spot, text, note.id)


def note_not_written(facts: Checked) -> Iterator[Finding]:
    """Notes were taken during the meeting that are not in its report; told by item."""
    if not facts.held or not any(section.paragraphs for section in facts.report):
        return
    waiting: dict[str, list[str]] = defaultdict(list)
    for note in facts.notes:
        if not note.written:
            waiting[note.item].append(note.id)
    for item, keys in waiting.items():
        many = counted(len(keys), "note is", "notes are")
        place = f"Notes, item {item}" if item else "Notes"
        text = f"{many} not in the report yet."
        yield found("note-not-written", Spot(place, "intervention", keys[0]), text)


RULES = (
    item_without_section,
    section_without_item,
    section_without_text,
    heading_twice,
    paragraph_without_text,
    actions_block_empty,
    conclusion_without_decision,
    footnotes,
    note_not_written,
)
