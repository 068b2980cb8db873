"""The present state of a meeting as the rows of its workbook."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from emgdesk.domain.meeting_books import SUBSECTIONS, BookRow, BookSection, MeetingBook
from emgdesk.domain.workbooks import MEETING_FIELDS
from emgdesk.queries.actions import ActionRow, ActionSectionRow, EffectRow, ReservationRow, list_actions
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.documents import DocumentRow, list_documents
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow, list_report

_APPLIED = "This effect is part of a mandate already; a workbook does not change it."
_FOLLOWS = "This sentence follows the desk's data; freeze it in the report to give it other words."


def meeting_book(session: Session, *, meeting_id: str) -> MeetingBook:
    """What the workbook of a meeting says now. Raises DataError if the meeting is gone."""
    meeting = get_meeting(session, meeting_id=meeting_id)
    agenda = list_agenda(session, meeting_id=meeting_id)
    documents = list_documents(session, meeting_id=meeting_id)
    sections = list_actions(session, meeting_id=meeting_id)
    report = list_report(session, meeting_id=meeting_id)
    return MeetingBook(
        agenda_style=meeting.agenda_style,
        agenda=tuple(_items(agenda, {row.id: row.symbol or row.number or row.title for row in documents})),
        documents=tuple(_document(n, row) for n, row in enumerate(documents, 1)),
        action_sections=tuple(
            BookSection(s.id, s.heading, None, n, s.workstream_id, s.style) for n, s in enumerate(sections, 1)
        ),
        actions=tuple(row for section in sections for row in _actions(section)),
        effects=tuple(
            _effect(section, action, effect, n)
            for section in sections
            for action in section.actions
            for n, effect in enumerate(action.effects, 1)
        ),
        report_sections=tuple(_report_sections(report)),
        paragraphs=tuple(_paragraphs(report, agenda, sections)),
    )


def meeting_fields(session: Session, *, meeting_id: str) -> tuple[tuple[str, str], ...]:
    """The sheet Meeting: every field with its value as text, in order. Raises DataError if it is gone."""
    meeting = get_meeting(session, meeting_id=meeting_id)
    names = {"Time zone label": "zone_label"}
    values = [getattr(meeting, names.get(f, f.lower().replace(" ", "_"))) for f in MEETING_FIELDS]
    return tuple((f, "" if v is None else str(v)) for f, v in zip(MEETING_FIELDS, values, strict=True))


def _items(rows: Iterable[AgendaRow], papers: Mapping[str, str]) -> Iterable[BookRow]:
    counts: Counter[str | None] = Counter()
    for row in rows:
        counts[row.parent_id] += 1
        yield _item(row, counts[row.parent_id], papers)


def _item(row: AgendaRow, position: int, papers: Mapping[str, str]) -> BookRow:
    cells = {
        "Number": row.path if row.numbered else "", "Title": row.title, "Start": row.start_time,
        "End": row.end_time, "Presenter": row.presenter, "Presented by": row.presented_by,
        "Workstream": row.workstream, "Notes": row.notes, "Draft conclusion": row.draft_conclusion,
        "Documents": "; ".join(papers[key] for key in row.documents if key in papers),
    }  # fmt: skip
    links = {"Workstream": row.workstream_id} if row.workstream_id else {}
    return BookRow(row.id, cells, row.parent_id, "", position, row.children_style, links, parts=row.documents)


def _document(position: int, row: DocumentRow) -> BookRow:
    cells = {
        "Number": row.number, "Symbol": row.symbol, "Title": row.title, "Kind": row.kind,
        "Distribution": row.distribution, "Language": row.language, "Submitted by": row.submitted_by,
        "Status": row.status, "Circulated on": row.circulated_on, "Web address": row.web_address,
        "Workstream": row.workstream,
    }  # fmt: skip
    links = {"Workstream": row.workstream_id} if row.workstream_id else {}
    return BookRow(row.id, cells, position=position, links=links)


def _actions(section: ActionSectionRow) -> Iterable[BookRow]:
    head = {"Workstream": section.workstream, "Heading": section.heading}
    links = {"Workstream": section.workstream_id} if section.workstream_id else {}
    if not section.actions:
        yield BookRow(section.id, head, owner_id=section.id, links=links)
    stems: dict[str, str] = {}
    counts: Counter[str | None] = Counter()
    for action in section.actions:
        counts[action.parent_id] += 1
        stems[action.id] = stems.get(action.parent_id or "", action.stem)
        cells = {
            **head, "Stem": stems[action.id], "Label": action.path if action.lettered else "",
            "Text": action.text, "Outcome": action.outcome, "Adopted text": action.adopted_text,
            "Reservation by": "\n".join(r.entity for r in action.reservations),
            "Reservation": _blocks(action.reservations),
        }  # fmt: skip
        yield BookRow(
            action.id, cells, action.parent_id, section.id, counts[action.parent_id], action.children_style,
            links, tuple(r.id for r in action.reservations),
            applied=any(effect.applied for effect in action.effects),
        )  # fmt: skip


def _blocks(reservations: Sequence[ReservationRow]) -> str:
    """The texts of reservations with a blank line between them, none within."""
    if len(reservations) == 1:
        return reservations[0].text
    return "\n\n".join("\n".join(line for line in r.text.split("\n") if line.strip()) for r in reservations)


def _effect(section: ActionSectionRow, action: ActionRow, row: EffectRow, position: int) -> BookRow:
    cells = {
        "Heading": section.heading, "Label": action.path if action.lettered else "", "Effect": row.kind,
        "Workstream": row.workstream, "Other workstream": row.other_workstream, "New name": row.new_name,
        "New kind": row.new_kind, "Until": row.until,
    }  # fmt: skip
    keys = (("Workstream", row.workstream_id), ("Other workstream", row.other_workstream_id))
    links = {column: key for column, key in keys if key}
    fixed = _APPLIED if row.applied else ""
    return BookRow(row.id, cells, owner_id=action.id, position=position, links=links, fixed=fixed)


def _report_sections(report: Iterable[ReportSectionRow]) -> Iterable[BookSection]:
    counts: Counter[str | None] = Counter()
    for row in report:
        counts[row.parent_id] += 1
        yield BookSection(
            row.id, row.heading, row.parent_id, counts[row.parent_id], row.workstream_id, "", row.items
        )


def _paragraphs(
    report: Sequence[ReportSectionRow], agenda: Iterable[AgendaRow], sections: Iterable[ActionSectionRow]
) -> Iterable[BookRow]:
    paths: dict[str, tuple[str, ...]] = {}
    numbers = {row.id: row.path for row in agenda if row.numbered}
    headings = {section.id: section.heading for section in sections}
    adopted = {action.id: bool(action.adopted_text) for section in sections for action in section.actions}
    for section in report:
        paths[section.id] = (*paths.get(section.parent_id or "", ()), section.heading)
        first, *below = paths[section.id]
        head = {"Section": first, "Subsection": SUBSECTIONS.join(below)}
        items = "; ".join(numbers[key] for key in section.items if key in numbers)
        if not section.paragraphs:
            yield BookRow(section.id, {**head, "Items": items}, owner_id=section.id)
        for at, row in enumerate(section.paragraphs, 1):
            cells = {**head, **_paragraph(row, headings), "Items": items if at == 1 else ""}
            yield BookRow(
                row.id, cells, None, section.id, at, parts=tuple(note.id for note in row.footnotes),
                decision_id=row.action_id or "", adopted=adopted.get(row.action_id or "", False),
                fixed=_FOLLOWS if row.fill and not row.frozen else "",
            )  # fmt: skip


def _paragraph(row: ParagraphRow, headings: Mapping[str, str]) -> dict[str, str]:
    text = headings.get(row.action_section_id or "", row.text) if row.kind == "actions" else row.text
    notes = (" ".join(note.text.split()) for note in row.footnotes)
    return {
        "Kind": row.kind, "Text": text, "Speaker": row.speaker, "Entity": row.entity,
        "Footnotes": "\n".join(notes), "Fill": f"{row.fill}, frozen" if row.fill and row.frozen else row.fill,
    }  # fmt: skip
