"""The agenda in the words of the screen."""

from collections.abc import Mapping, Sequence

from emgdesk.domain.agenda_times import TimesFinding
from emgdesk.domain.dates import written_times
from emgdesk.queries.agendas import AgendaRow
from emgdesk.ui.models.outline_lines import OutlineLine

STYLES: Mapping[str, str] = {
    "": "by level", "1": "1, 2, 3", "a": "a, b, c", "A": "A, B, C", "i": "i, ii, iii", "I": "I, II, III",
}  # fmt: skip
"""Label styles in words."""

_MARKS = (".", ")", ".")  # after the labels of each level, as agendas print them


def outline_lines(
    rows: Sequence[AgendaRow], findings: Sequence[TimesFinding], documents: Mapping[str, str]
) -> tuple[OutlineLine, ...]:
    """The items as lines; `documents` are the numbers of the register by key."""
    said: dict[str, list[str]] = {}
    for finding in findings:
        said.setdefault(finding.item_id, []).append(finding.text)
    return tuple(
        OutlineLine(
            row.id,
            row.parent_id,
            row.depth,
            shown_label(row),
            row.title,
            detail=_detail(row, documents),
            tone="warn" if row.id in said else "",
            faint=not row.numbered,
            lead=written_times(row.start_time, row.end_time),
            note=" ".join(said.get(row.id, ())),
        )
        for row in rows
    )


def shown_label(row: AgendaRow) -> str:
    """The label of an item with its mark: "3.", "a)", "i."; "" for a timed line."""
    return f"{row.label}{_MARKS[min(row.path.count('.'), 2)]}" if row.label else ""


def called(row: AgendaRow) -> str:
    """How the history calls an item: "item 3.a", a timed line by its title."""
    return f"item {row.path}" if row.label else f"“{row.title}”"


def heading(row: AgendaRow) -> str:
    """The words over the facts of an item."""
    return f"Item {row.path}" if row.label else "Timed line"


def _detail(row: AgendaRow, documents: Mapping[str, str]) -> str:
    papers = [documents[key] for key in row.documents if key in documents]
    who = row.presented_by or row.presenter
    parts = (
        f"{'Presented' if row.presented_by else 'To be presented'} by {who}" if who else "",
        row.workstream if row.workstream and row.workstream not in row.title else "",
        f"Document{'s' if len(papers) > 1 else ''} {', '.join(papers)}" if papers else "",
    )
    return "  ·  ".join(part for part in parts if part)
