"""The documents of a segment as one set."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.dates import Clock
from emgdesk.domain.symbols import file_stem
from emgdesk.reports.blocks import Block, Document, DocumentTitle, Note, Part, TitleBlock
from emgdesk.reports.builders.action_lines import Wording
from emgdesk.reports.builders.meeting import GROUP_LINES

EMPTY = "There is nothing to put into the set yet."


@dataclass(frozen=True, slots=True)
class SetOptions:
    """Which documents, in the order of the fields; `clock`, `form` and `wording` are theirs.

    `files` is what they are written as, where each becomes a file of its own.
    """

    agenda: bool = True
    annotated_agenda: bool = False
    progress_report: bool = False
    action_points: bool = True
    meeting_report: bool = True
    participants: bool = True
    clock: Clock = "12"
    form: Literal["", "numbered", "items"] = ""
    wording: Wording = "standing"
    files: Literal["pdf", "docx"] = "pdf"


@dataclass(frozen=True, slots=True)
class SetPart:
    """A document of the set under the title it is known by."""

    title: str
    document: Document


def chosen(options: SetOptions) -> tuple[tuple[str, dict[str, str]], ...]:
    """The documents wanted as the catalog names them, with their options as typed."""
    with_clock: dict[str, str] = {"clock": options.clock}
    wanted: tuple[tuple[bool, str, dict[str, str]], ...] = (
        (options.agenda, "agenda", with_clock),
        (options.annotated_agenda, "annotated-agenda", with_clock),
        (options.progress_report, "progress-report", {}),
        (options.action_points, "action-points", {"wording": options.wording}),
        (options.meeting_report, "meeting-report", {"form": options.form, "wording": options.wording}),
        (options.participants, "participants", {"style": "two-blocks", "totals": "yes"}),
    )
    return tuple((name, given) for is_wanted, name, given in wanted if is_wanted)


def build(meeting: str, parts: Sequence[SetPart]) -> Document:
    """One document with every part of which there is anything to print; the others are said."""
    kept, left = with_something(parts)
    blocks: list[Block] = []
    for part in kept:
        symbol = part.document.subject
        blocks.append(Part(f"{part.title} ({symbol})" if symbol else part.title, symbol))
        blocks.extend(part.document.blocks)
    if not kept:
        blocks = [TitleBlock(GROUP_LINES), DocumentTitle(meeting), Note(EMPTY)]
    remarks = tuple(remark for part in kept for remark in part.document.remarks)
    return Document(
        title=f"Documents – {meeting}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        remarks=(*left, *remarks) if kept else (EMPTY,),
        listed=len(kept),
    )


def with_something(parts: Sequence[SetPart]) -> tuple[list[SetPart], tuple[str, ...]]:
    """The parts of which there is anything to print, and a sentence on each of the others."""
    kept = [part for part in parts if part.document.rows]
    left = (part.title for part in parts if not part.document.rows)
    return kept, tuple(f"{title}: nothing to print yet, left out of the set." for title in left)


def file_names(code: str, parts: Sequence[SetPart], suffix: str) -> list[str]:
    """A file name for each part: its symbol, or the meeting's code and its title; no two are equal."""
    names: list[str] = []
    for part in parts:
        stem = file_stem(part.document.subject or f"{code} {part.title}")
        taken = {name.casefold() for name in names}
        tries = (f"{stem}{f' ({n})' if n > 1 else ''}{suffix}" for n in range(1, len(parts) + 2))
        names.append(next(name for name in tries if name.casefold() not in taken))
    return names
