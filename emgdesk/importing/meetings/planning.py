"""From the sheets of a meeting workbook to what taking them in does, item by item."""

from collections import Counter
from collections.abc import Mapping

from emgdesk.domain.effects import ESTABLISHING
from emgdesk.domain.mandates import event
from emgdesk.domain.meeting_books import MeetingBook
from emgdesk.domain.workbooks import ACTIONS, AGENDA, DOCUMENTS, EFFECTS, PARAGRAPHS, SheetForm
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.meetings.actions import ActionPlanner
from emgdesk.importing.meetings.agenda import AgendaPlanner, labels_of
from emgdesk.importing.meetings.collecting import Collector, Wishes
from emgdesk.importing.meetings.documents import plan_documents
from emgdesk.importing.meetings.effects import EffectPlanner
from emgdesk.importing.meetings.headings import Headings
from emgdesk.importing.meetings.paragraphs import ParagraphPlanner
from emgdesk.importing.meetings.plan import BookLine, BookPlan, MeetingFile
from emgdesk.importing.sheets.book_rows import BookSheet, read_sheet
from emgdesk.importing.sheets.workbooks import find_sheet
from emgdesk.importing.snapshot import KnownWorkstream, RosterSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.index import WorkstreamIndex
from emgdesk.importing.workplans.plan import SheetCounts

FORMS: tuple[SheetForm, ...] = (AGENDA, DOCUMENTS, ACTIONS, EFFECTS, PARAGRAPHS)


def plan_book(
    read: MeetingFile,
    book: MeetingBook,
    snapshot: RosterSnapshot,
    streams: tuple[KnownWorkstream, ...],
    wishes: Wishes | None = None,
) -> BookPlan:
    """What the sheets Agenda to Paragraphs do to a meeting whose present state is `book`.

    Rows are known by their ID, else by what they say; a row that is missing is left alone, an empty
    cell says nothing unless the row has its ID and the wish is "replace". A name that may be one of
    `streams` is asked about and stays a text until then; a workstream nobody knows is made.
    """
    wishes = wishes or Wishes()
    to = Collector(WorkstreamIndex(streams), EntityIndex(snapshot.entities), wishes, read.facts.date)
    sheets = _sheets(read.raw, to) if read.raw is not None else {}
    to.beginning = _beginning(sheets.get(EFFECTS.name))
    numbers = {labels_of(r.cells["Number"]): r.id for r in book.agenda if r.cells["Number"]}
    papers = plan_documents(sheets.get(DOCUMENTS.name), book, read.facts, to)
    if AGENDA.name in sheets:
        agenda = AgendaPlanner(sheets[AGENDA.name], book, to, papers)
        agenda.plan()
        numbers = agenda.numbers
    actions = ActionPlanner(sheets[ACTIONS.name], book, to) if ACTIONS.name in sheets else None
    headings = actions.plan() if actions is not None else Headings(book.action_sections, {}, ())
    if EFFECTS.name in sheets:
        EffectPlanner(sheets[EFFECTS.name], book, headings, actions, to).plan()
    if PARAGRAPHS.name in sheets:
        wordings = actions.wordings if actions is not None else {}
        ParagraphPlanner(sheets[PARAGRAPHS.name], book, numbers, headings, wordings, to).plan()
    return BookPlan(
        lines=_in_order(to),
        writes=tuple(to.writes),
        sheets={name: _counts(to, name) for name in _told(sheets, to)},
        questions=to.questions(),
        notes=(*to.notes, *to.emptied(), *to.made_streams()),
        decisions=dict(wishes.decisions or {}),
    )


def _beginning(sheet: BookSheet | None) -> frozenset[str]:
    """The workstreams that effects of the file propose or establish."""
    rows = sheet.rows if sheet is not None else ()
    return frozenset(
        workstream_key(row.get("Workstream")) for row in rows if event(row.get("Effect")) in ESTABLISHING
    )


def _sheets(raw: RawFile, to: Collector) -> dict[str, BookSheet]:
    sheets = {}
    for form in FORMS:
        sheet = read_sheet(raw, form)
        if sheet is not None:
            sheets[form.name] = sheet
            to.notes += sheet.notes
        elif (found := find_sheet(raw, form.name)) is not None and found.rows:
            to.notes.append(f"Sheet “{form.name}” has no header the desk knows and was not read.")
    return sheets


def _in_order(to: Collector) -> tuple[BookLine, ...]:
    order = {form.name: at for at, form in enumerate(FORMS)}
    return tuple(sorted(to.lines, key=lambda line: (order[line.sheet], line.row == 0, line.row)))


def _told(sheets: Mapping[str, BookSheet], to: Collector) -> list[str]:
    """The sheets that are there, and those something is entered in all the same."""
    return [f.name for f in FORMS if f.name in sheets or any(line.sheet == f.name for line in to.lines)]


def _counts(to: Collector, sheet: str) -> SheetCounts:
    lines = [line for line in to.lines if line.sheet == sheet]
    found = Counter(line.verdict for line in lines)
    rows = sum(bool(line.row) for line in lines)
    return SheetCounts(rows, found["new"], found["changed"], found["same"], found["problem"])
