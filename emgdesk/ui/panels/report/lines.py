"""The report as lines of an outline: sections, and the beginnings of their paragraphs."""

from __future__ import annotations

import re

from emgdesk.domain.numbering import counted
from emgdesk.domain.report_texts import MARK, mark_faults
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow
from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.panels.report.reading import ReportView

SECTION, PARAGRAPH = "heading", "paragraph"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\\(?=[^\w\s])|\*+|^\s*(?:[-+]|\d+[.)])\s+", re.MULTILINE)
_LONGEST = 180  # letters of a paragraph shown


def report_lines(view: ReportView) -> tuple[OutlineLine, ...]:
    """Every section followed by its paragraphs."""
    labels = {row.id: row.path for row in view.agenda}
    lines: list[OutlineLine] = []
    for section in view.sections:
        lines.append(_section(section, labels))
        lines.extend(_paragraph(row, section.depth + 1, view) for row in section.paragraphs)
    return tuple(lines)


def _section(section: ReportSectionRow, labels: dict[str, str]) -> OutlineLine:
    items = [labels[key] for key in section.items if labels.get(key)]
    on = f"Item {items[0]}" if len(items) == 1 else f"Items {', '.join(items)}" if items else ""
    return OutlineLine(
        section.id, section.parent_id, section.depth, "", section.heading or "(no heading)",
        detail=on, kind=SECTION,
    )  # fmt: skip


def _paragraph(row: ParagraphRow, depth: int, view: ReportView) -> OutlineLine:
    return OutlineLine(
        row.id,
        row.section_id,
        depth,
        "•" if row.kind == "bullet" else "",
        _words(row, view),
        detail="  ·  ".join(_details(row, view)),
        note=_wrong(row),
        tone="warn" if _wrong(row) else "accent" if row.follows else "",
        faint=row.kind == "note",
        kind=PARAGRAPH,
    )


def _words(row: ParagraphRow, view: ReportView) -> str:
    if row.kind == "actions":
        section = view.action_section(row.action_section_id)
        return f"Actions: {section.heading}" if section else row.text or "Actions (none chosen)"
    if row.kind == "deliverables":
        return "Deliverables endorsed"
    return plain(row.text) or "(empty)"


def plain(text: str) -> str:
    """The beginning of a CommonMark text in plain words, on one line."""
    start = MARK.sub("", text[: 2 * _LONGEST])
    said = " ".join(_MARKS.sub("", _LINK.sub(r"\1", start)).split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


def sought(view: ReportView, key: str) -> str:
    """The first words of a section or paragraph, enough to find it on the page by."""
    row, section = view.paragraph(key), view.section(key)
    if row is not None and row.kind in ("actions", "deliverables"):
        printed = view.action_section(row.action_section_id)
        return printed.heading if printed else ""
    said = row.text if row is not None else section.heading if section is not None else ""
    return " ".join(plain(said).rstrip("…").split()[:6])


def _details(row: ParagraphRow, view: ReportView) -> list[str]:
    said = []
    if row.action_id:
        said.append(f"Decision {view.citation(row.action_id)}".strip())
    elif row.kind == "conclusion":
        said.append("Conclusion")
    if row.kind == "note":
        said.append("Does not print")
    if row.fill:
        said.append("Frozen sentence" if row.frozen else "Follows the data")
    if row.speaker or row.entity:
        said.append(
            f"{row.speaker} ({row.entity})" if row.speaker and row.entity else row.speaker or row.entity
        )
    if row.footnotes:
        said.append(counted(len(row.footnotes), "footnote", "footnotes"))
    said += [f"Reservation: {one.entity}" for one in row.reservations]
    return said


def _wrong(row: ParagraphRow) -> str:
    """Footnotes and marks that do not fit, in words."""
    lone, unused = mark_faults(row.text, len(row.footnotes))
    said = [f"Mark [^{n}] has no footnote" for n in lone]
    return "  ·  ".join((*said, *(f"Footnote {n} has no mark" for n in unused)))
