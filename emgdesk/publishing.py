"""From a document's name to a file: read the desk, build the content, render it.

The command line and the preview window call the same function, so that what
is seen is what is written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.errors import OutputError, UsageError
from emgdesk.jobs import QUIET, Job
from emgdesk.queries.attendance import attendance_input
from emgdesk.queries.inputs.actions import action_points_input
from emgdesk.queries.inputs.agenda import agenda_input
from emgdesk.queries.inputs.calendar import calendar_input
from emgdesk.queries.inputs.chosen import chosen_names
from emgdesk.queries.inputs.entity_extract import entity_extract_input
from emgdesk.queries.inputs.everything import desk_tables
from emgdesk.queries.inputs.findings import findings_input
from emgdesk.queries.inputs.mandate_chart import mandate_chart_facts
from emgdesk.queries.inputs.meeting import last_day
from emgdesk.queries.inputs.people import participants_input
from emgdesk.queries.inputs.progress import progress_report_input
from emgdesk.queries.inputs.progress_earlier import earlier_progress
from emgdesk.queries.inputs.progress_sheets import progress_sheets_input
from emgdesk.queries.inputs.report import meeting_report_input
from emgdesk.queries.inputs.workplan_table import workplan_table_input
from emgdesk.queries.inputs.workstream_sheet import workstream_sheets
from emgdesk.queries.meeting_books import meeting_book, meeting_fields
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.workplan_books import workplan_book
from emgdesk.reports import catalog
from emgdesk.reports.blocks import Document
from emgdesk.reports.builders import (
    action_points,
    addresses,
    agenda,
    annotated_agenda,
    badges,
    calendar,
    entity_extract,
    everything,
    findings,
    invitations,
    mailboxes,
    mandate_chart,
    meeting_report,
    meeting_workbook,
    name_plates,
    participants,
    progress_report,
    progress_sheet,
    roster,
    segment_set,
    sign_in_sheet,
    statistics,
    workplan_table,
    workplan_workbook,
    workstream_sheet,
)
from emgdesk.reports.builders.book_sheets import empty_sheets
from emgdesk.reports.builders.lines import Include, included
from emgdesk.reports.renderers.delimited import write_csv, write_line
from emgdesk.reports.renderers.pdf import MissingGlyph
from emgdesk.workspace import Workspace

_Build = Callable[[Workspace, str | None, Any, date], Document]


@dataclass(frozen=True, slots=True)
class Published:
    """A written document: how many pages (none in a workbook) and rows, and sentences on what it leaves out.

    `rows` are the people, meetings or tasks it lists.
    """

    path: Path
    pages: int = 0
    warnings: tuple[str, ...] = ()
    rows: int = 0


def build_document(
    workspace: Workspace,
    name: str,
    *,
    meeting_id: str | None = None,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Document:
    """The content of a document as the desk stands now; `options` as typed on the command line.

    Raises UsageError for an unknown document or option, or a meeting that is wanting.
    """
    kind = catalog.document(name)
    chosen: Any = catalog.parse_options(name, options or {})
    if kind.needs == "meeting" and meeting_id is None:
        raise UsageError(f"{kind.title}: name the meeting it is printed for.", place="meeting")
    return _BUILD[name](workspace, meeting_id, chosen, today or date.today())


def _of_people(build: Callable[..., Document]) -> _Build:
    def built(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
        facts, lines = workspace.read(participants_input, meeting_id=meeting_id or "")
        return build(facts, lines, options)

    return built


def _of_the_agenda(name: str, build: Callable[..., Document]) -> _Build:
    def built(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
        return build(workspace.read(agenda_input, meeting_id=meeting_id or "", name=name), options)

    return built


def _action_points(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
    return action_points.build(workspace.read(action_points_input, meeting_id=meeting_id or ""), options)


def _meeting_report(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
    return meeting_report.build(workspace.read(meeting_report_input, meeting_id=meeting_id or ""), options)


def _calendar(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
    return calendar.build(workspace.read(calendar_input, meeting_id=meeting_id), options)


def _segment_set(workspace: Workspace, meeting_id: str | None, options: Any, today: date) -> Document:
    meeting = workspace.read(get_meeting, meeting_id=meeting_id or "")
    parts = _parts(workspace, meeting.id, options, today)
    return segment_set.build(meeting.title or meeting.code, parts)


def _parts(
    workspace: Workspace, meeting_id: str, options: segment_set.SetOptions, today: date
) -> list[segment_set.SetPart]:
    """The documents of a set, each as it would be by itself."""
    return [
        segment_set.SetPart(
            catalog.document(name).title,
            build_document(workspace, name, meeting_id=meeting_id, options=given, today=today),
        )
        for name, given in segment_set.chosen(options)
    ]


def _statistics(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
    facts = workspace.read(
        attendance_input,
        meeting_id=meeting_id,
        codes=options.meetings,
        since=options.since,
        until=options.until,
    )
    return statistics.build(facts, options)


def _progress_report(workspace: Workspace, meeting_id: str | None, options: Any, today: date) -> Document:
    today = _day_of(workspace, meeting_id, today)
    options = _named(workspace, options, today)
    facts = workspace.read(progress_report_input, today=today, meeting_id=meeting_id, as_of=options.as_of)
    earlier = workspace.read(earlier_progress, options=options, today=today)
    return progress_report.build(facts, options, earlier)


def _day_of(workspace: Workspace, meeting_id: str | None, today: date) -> date:
    """The last day of the meeting a document is printed for, `today` without one."""
    if meeting_id is None:
        return today
    return last_day(workspace.read(get_meeting, meeting_id=meeting_id)) or today


def _named(workspace: Workspace, options: Any, today: date) -> Any:
    """Options with the workstreams asked for called as they were on the day of the document."""
    day = options.as_of or today
    return replace(options, workstreams=workspace.read(chosen_names, names=options.workstreams, as_of=day))


def _workstream_sheets(workspace: Workspace, _meeting_id: str | None, options: Any, today: date) -> Document:
    return workstream_sheet.build(_sheets(workspace, options, today), today, options)


def _sheets(
    workspace: Workspace, options: workstream_sheet.SheetOptions, today: date
) -> tuple[workstream_sheet.WorkstreamSheet, ...]:
    if not options.workstreams:
        raise UsageError("Workstream sheet: name the workstream it is of, or all.", place="workstreams")
    return workspace.read(workstream_sheets, names=options.workstreams, today=today, as_of=options.as_of)


def _workplan_table(workspace: Workspace, meeting_id: str | None, options: Any, today: date) -> Document:
    today = _day_of(workspace, meeting_id, today)
    facts = workspace.read(workplan_table_input, options=options, today=today, meeting_id=meeting_id)
    return workplan_table.build(facts, options)


def _entity_extract(workspace: Workspace, _meeting_id: str | None, options: Any, today: date) -> Document:
    return entity_extract.build(workspace.read(entity_extract_input, options=options, today=today), options)


def _mandate_chart(workspace: Workspace, _meeting_id: str | None, options: Any, today: date) -> Document:
    as_of = options.as_of.isoformat() if options.as_of else ""
    options = _named(workspace, options, today)
    facts = workspace.read(mandate_chart_facts, today=today, as_of=as_of)
    return mandate_chart.build(facts, options)


def _findings(workspace: Workspace, meeting_id: str | None, options: Any, today: date) -> Document:
    facts, lines = workspace.read(findings_input, meeting_id=meeting_id or "", today=today)
    return findings.build(facts, lines, options)


def _meeting_workbook(workspace: Workspace, meeting_id: str | None, options: Any, _today: date) -> Document:
    facts, people = workspace.read(participants_input, meeting_id=meeting_id or "")
    fields = workspace.read(meeting_fields, meeting_id=meeting_id or "")
    book = workspace.read(meeting_book, meeting_id=meeting_id or "")
    return meeting_workbook.build(facts, fields, book, people, options)


def _workplan_workbook(workspace: Workspace, _meeting_id: str | None, options: Any, _today: date) -> Document:
    return workplan_workbook.build(workspace.read(workplan_book), options)


def _everything(workspace: Workspace, meeting_id: str | None, options: Any, today: date) -> Document:
    code = workspace.read(get_meeting, meeting_id=meeting_id).code if meeting_id else ""
    tables = workspace.read(desk_tables, meeting_id=meeting_id, today=today)
    return everything.build(tables, today, code, options)


def write_template(name: str, path: Path) -> None:
    """Write an empty workbook (roster, meeting or workplan) to fill in and import.

    Raises UsageError for a name or suffix that is not known, OutputError if it cannot be written.
    """
    from emgdesk.reports.renderers.xlsx import write_sheets

    if name not in WORKBOOKS:
        raise UsageError(f"There is no template “{name}”; there are: {', '.join(WORKBOOKS)}.")
    if path.suffix.lower() != ".xlsx":
        raise UsageError(f"A template is written as .xlsx, not as {path.suffix or 'a file without ending'}.")
    write_sheets(empty_sheets(WORKBOOKS[name]), path)


_BUILD: dict[str, _Build] = {
    "meeting": _meeting_workbook,
    "participants": _of_people(participants.build),
    "agenda": _of_the_agenda("agenda", agenda.build),
    "annotated-agenda": _of_the_agenda("annotated-agenda", annotated_agenda.build),
    "action-points": _action_points,
    "meeting-report": _meeting_report,
    "progress-report": _progress_report,
    "sign-in-sheet": _of_people(sign_in_sheet.build),
    "badges": _of_people(badges.build),
    "name-plates": _of_people(name_plates.build),
    "attendance-statistics": _statistics,
    "roster": _of_people(roster.build),
    "address-list": _of_people(addresses.build),
    "invitations": _of_people(invitations.build),
    "findings": _findings,
    "calendar": _calendar,
    "segment-set": _segment_set,
    "workstream": _workstream_sheets,
    "mandate-chart": _mandate_chart,
    "workplan-table": _workplan_table,
    "entity-extract": _entity_extract,
    "workplan": _workplan_workbook,
    "everything": _everything,
}


def address_line(
    workspace: Workspace, *, meeting_id: str, include: Include = "all"
) -> tuple[str, tuple[str, ...]]:
    """A meeting's addresses as the To field of a mail takes them, and the names of those without one."""
    _, lines = workspace.read(participants_input, meeting_id=meeting_id)
    addressed, without = mailboxes.addressees(included(lines, include))
    return mailboxes.address_line(addressed), tuple(line.name for line in without)


def export_document(
    workspace: Workspace,
    name: str,
    path: Path,
    *,
    meeting_id: str | None = None,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
    job: Job = QUIET,
) -> Published:
    """Write a document to `path`, its format chosen by the suffix.

    Raises UsageError (unknown document, option or suffix), OutputError (the file
    cannot be written) and CancelledError.
    """
    catalog.check_suffix(name, path.suffix)
    job.report("Reading the desk")
    document = build_document(workspace, name, meeting_id=meeting_id, options=options, today=today)
    job.check_cancelled()
    return render(document, path, job=job)


def export_set(
    workspace: Workspace,
    folder: Path,
    *,
    meeting_id: str,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
    job: Job = QUIET,
) -> tuple[Published, ...]:
    """Write the documents of a segment into `folder` (made if missing), each a file named by its symbol.

    `options` are those of segment-set; the first file carries the sentences on what is left out.
    Raises UsageError, OutputError (nothing to write, a file cannot be written) and CancelledError.
    """
    chosen: Any = catalog.parse_options("segment-set", options or {})
    job.report("Reading the desk")
    parts = _parts(workspace, meeting_id, chosen, today or date.today())
    kept, left = segment_set.with_something(parts)
    if not kept:
        raise OutputError(segment_set.EMPTY, place=str(folder))
    code = workspace.read(get_meeting, meeting_id=meeting_id).code
    _make(folder)
    written = []
    for part, name in zip(kept, segment_set.file_names(code, kept, f".{chosen.files}"), strict=True):
        job.check_cancelled()
        written.append(render(part.document, folder / name, job=job))
    first = replace(written[0], warnings=(*left, *written[0].warnings))
    return (first, *written[1:])


def export_sheets(
    workspace: Workspace,
    folder: Path,
    *,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
    job: Job = QUIET,
) -> tuple[Published, ...]:
    """Write the sheet of each workstream into `folder` (made if missing), a file named by it.

    `options` are those of workstream. Raises UsageError, OutputError (no workstream is there, the folder
    or a file cannot be written) and CancelledError.
    """
    chosen: Any = catalog.parse_options("workstream", options or {})
    day = today or date.today()
    sheets = _sheets(workspace, chosen, day)
    if not sheets:
        raise OutputError("The desk holds no workstreams as of that day.", place=str(folder))
    _make(folder)
    written = []
    for sheet, name in zip(sheets, workstream_sheet.file_names(sheets, f".{chosen.files}"), strict=True):
        job.check_cancelled()
        written.append(render(workstream_sheet.build((sheet,), day, chosen), folder / name, job=job))
    return tuple(written)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}.", place=str(folder)) from error


def write_progress_sheets(
    workspace: Workspace,
    folder: Path,
    *,
    request_ids: Sequence[str],
    completed: bool = True,
    job: Job = QUIET,
) -> tuple[Published, ...]:
    """Write the sheet of each request for progress into `folder` (made if missing), named by its entity.

    `rows` are the tasks of a sheet; without `completed`, tasks completed or dropped are left out.
    Raises OutputError (the folder or a file cannot be written) and CancelledError.
    """
    from emgdesk.reports.renderers.xlsx.folder import write_folder

    facts = workspace.read(progress_sheets_input, request_ids=request_ids, closed=completed)
    books = [
        (n, progress_sheet.build(f)) for n, f in zip(progress_sheet.file_names(facts), facts, strict=True)
    ]
    paths = write_folder(books, folder, job=job)
    return tuple(Published(path, rows=len(f.tasks)) for path, f in zip(paths, facts, strict=True))


def render(document: Document, path: Path, *, job: Job = QUIET) -> Published:
    """Render content to `path`, its format chosen by the suffix (PDF if it is none of the others)."""
    write = _WRITE.get(path.suffix.lower(), _pdf)
    return write(document, path, job)


def _pdf(document: Document, path: Path, job: Job) -> Published:
    from emgdesk.reports.renderers.pdf import render_pdf  # reportlab is slow to load

    result = render_pdf(document, path, job=job)
    return Published(path, result.pages, (*document.remarks, *_boxes(result.missing)), document.rows)


def _boxes(missing: Sequence[MissingGlyph]) -> Iterator[str]:
    """What prints as a box, a sentence each."""
    for glyph in missing:
        yield (
            f"No shipped font has the character “{glyph.character}” (U+{ord(glyph.character):04X}) in "
            f"“{glyph.text}”; it prints as a box."
        )


def _word(document: Document, path: Path, job: Job) -> Published:
    from emgdesk.reports.renderers.docx import render_docx  # and python-docx

    result = render_docx(document, path, job=job)
    return Published(path, 0, (*document.remarks, *result.missing), document.rows)


def _picture(document: Document, path: Path, job: Job) -> Published:
    from emgdesk.reports.renderers.png import render_png  # and pdfium

    result = render_png(document, path, job=job)
    return Published(path, result.pages, (*document.remarks, *_boxes(result.missing)), document.rows)


def _workbook(document: Document, path: Path, job: Job) -> Published:
    from emgdesk.reports.renderers.xlsx import write_sheets  # so is openpyxl

    write_sheets(document.sheets, path, job=job)
    return Published(path, 0, document.remarks, document.rows)


def _delimited(document: Document, path: Path, _job: Job) -> Published:
    write_csv(document.sheets[0], path)
    return Published(path, 0, document.remarks, document.rows)


def _line(document: Document, path: Path, _job: Job) -> Published:
    write_line(document.line, path)
    return Published(path, 0, document.remarks, document.rows)


def _events(document: Document, path: Path, _job: Job) -> Published:
    from emgdesk.reports.renderers.calendar import write_calendar  # and icalendar

    write_calendar(document.events, path)
    return Published(path, 0, document.remarks, len(document.events))


_WRITE = {
    ".png": _picture,
    ".docx": _word,
    ".xlsx": _workbook,
    ".csv": _delimited,
    ".txt": _line,
    ".ics": _events,
}
