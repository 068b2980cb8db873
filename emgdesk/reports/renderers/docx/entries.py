"""Long lists of entries: numbered lines, in columns of the page."""

from collections.abc import Iterator

from emgdesk.reports.blocks import Entry, EntryColumns
from emgdesk.reports.renderers.docx.elements import Frame, el, text_element
from emgdesk.reports.renderers.docx.flow import Flow, Line
from emgdesk.reports.renderers.docx.numbering import Level, Shape, hanging
from emgdesk.reports.renderers.docx.scripts import printable
from emgdesk.reports.renderers.docx.styles import SIZES, SPACES
from emgdesk.reports.renderers.pdf.theme import PARAGRAPH_SPACE

_LABEL_GAP, _DETAIL_SPACE = 7.0, 3.0


def place_entries(block: EntryColumns, flow: Flow) -> None:
    """Set the entries down one column, then the next; Word balances the columns of the last page."""
    if block.columns > 1:
        flow.begin_columns(block.columns)
    lines = list(_lines(block, flow))
    if lines:
        lines[0].frame.before = max(PARAGRAPH_SPACE, SPACES[lines[0].frame.style])
    flow.add(lines)
    if block.columns > 1:
        flow.begin_columns(1)


def _lines(block: EntryColumns, flow: Flow) -> Iterator[Line]:
    entries = [entry for group in block.groups for entry in group.entries]
    labels = [entry.label for entry in entries if entry.label]
    wide = hanging(labels, SIZES["Entry"], 0.0) + 2.0 if labels else 0.0
    before = _DETAIL_SPACE if any(entry.details for entry in entries) else None
    for group in block.groups:
        if group.heading:
            yield Line(Frame("EntryGroup"), flow.setter.runs(group.heading)[1])
        for entry in group.entries:
            yield from _entry(entry, flow, wide, before, id(block))


def _entry(entry: Entry, flow: Flow, wide: float, before: float | None, run: int) -> Iterator[Line]:
    label = printable(entry.label).strip()
    frame = Frame("Entry", before=before, keep_next=bool(entry.details), left=wide or None)
    runs = flow.setter.runs(entry.text)[1]
    if label:
        level = Level(Shape("", ""), wide, _LABEL_GAP, right=True)
        frame.number = flow.numbering.number(label, 0, level, run=run)
        frame.left = None
        if frame.number is None:
            frame.left, frame.hanging, frame.tabs = wide, wide, (("left", wide),)
            runs = [el("r", text_element(label), el("tab")), *runs]
    yield Line(frame, runs)
    for index, detail in enumerate(entry.details, start=1):
        keep = index < len(entry.details)
        below = Frame("EntryDetail", keep_next=keep, left=wide or None)
        yield Line(below, flow.setter.runs(detail, italic=True)[1])
