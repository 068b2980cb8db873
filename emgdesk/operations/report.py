"""The report of a meeting: sections, paragraphs, footnotes, and the first draft made from the agenda."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, Footnote, Meeting, Paragraph, ReportSection, SectionItem
from emgdesk.domain.keys import new_key
from emgdesk.domain.report_sentences import sentence
from emgdesk.domain.report_texts import FORMS, moved_marks
from emgdesk.domain.statuses import ADOPTED
from emgdesk.errors import DataError
from emgdesk.operations.action import short, update_action
from emgdesk.operations.clearing import remove_paragraphs, remove_sections
from emgdesk.operations.marking import operation
from emgdesk.operations.report_placing import (
    check_items,
    check_paragraph,
    index_after,
    insert,
    paragraphs_of,
    sections_below,
)
from emgdesk.operations.report_writing import write_report
from emgdesk.operations.rows import assign, descends, fetch
from emgdesk.queries.report_facts import report_facts

SECTION_FIELDS = frozenset(("heading", "workstream_id"))
FIELDS = frozenset(("kind", "speaker", "entity", "action_section_id", "action_id", "fill", "frozen"))


@operation
def add_report_section(
    session: Session,
    /,
    *,
    meeting_id: str,
    heading: str,
    parent_id: str | None = None,
    after_id: str | None = None,
    key: str | None = None,
    **fields: Any,
) -> str:
    """A section at the end of those below `parent_id`, or right behind `after_id` and beside it.

    Returns its key, which is `key` where one was made for it. Raises DataError if any of them is gone or
    of another meeting.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    beside = after_id or parent_id
    if beside is not None and _meeting(session, beside) != meeting_id:
        raise DataError("A section stays in the report of its own meeting.")
    if after_id is not None:
        parent_id = fetch(session, ReportSection, after_id, "section").parent_id
    section = ReportSection(id=key or new_key(), meeting_id=meeting_id, parent_id=parent_id)
    assign(section, SECTION_FIELDS, {"heading": heading, **fields})
    rows = sections_below(session, meeting_id, parent_id)
    insert(rows, section, index_after(rows, after_id))
    session.add(section)
    session.flush()
    return section.id


@operation
def update_report_section(session: Session, /, *, section_id: str, **fields: Any) -> None:
    """Change the heading or the workstream of a section."""
    assign(fetch(session, ReportSection, section_id, "section"), SECTION_FIELDS, fields)


@operation
def move_report_section(session: Session, /, *, section_id: str, parent_id: str | None, index: int) -> None:
    """Move a section with all below it: to the place `index` (from 0) among those below `parent_id`.

    Raises DataError if it would come to lie below itself, or in another meeting's report.
    """
    section = fetch(session, ReportSection, section_id, "section")
    if parent_id is not None:
        if fetch(session, ReportSection, parent_id, "section").meeting_id != section.meeting_id:
            raise DataError("A section stays in the report of its own meeting.")
        if descends(session, ReportSection, parent_id, section_id):
            raise DataError("A section cannot stand below itself.")
    section.parent_id = parent_id
    session.flush()
    rows = [row for row in sections_below(session, section.meeting_id, parent_id) if row is not section]
    insert(rows, section, index)


@operation
def delete_report_sections(session: Session, /, *, section_ids: Sequence[str]) -> None:
    """Take sections with everything below them off the report; decisions, notes and follow-ups stay."""
    doomed: list[str] = []
    below = [fetch(session, ReportSection, key, "section").id for key in section_ids]
    while below:
        doomed += below
        wanted = select(ReportSection.id).where(ReportSection.parent_id.in_(below))
        below = [key for key in session.scalars(wanted) if key not in doomed]
    remove_paragraphs(
        session, list(session.scalars(select(Paragraph.id).where(Paragraph.section_id.in_(doomed))))
    )
    remove_sections(session, doomed)


@operation
def delete_report_parts(
    session: Session, /, *, section_ids: Sequence[str] = (), paragraph_ids: Sequence[str] = ()
) -> None:
    """Take sections, as `delete_report_sections` does, and paragraphs of others off the report at once."""
    for key in paragraph_ids:
        fetch(session, Paragraph, key, "paragraph")
    remove_paragraphs(session, paragraph_ids)
    delete_report_sections(session, section_ids=section_ids)


@operation
def set_section_items(session: Session, /, *, section_id: str, item_ids: Sequence[str]) -> None:
    """Say which items of the agenda a section reports on. Raises DataError for one of another meeting."""
    section = fetch(session, ReportSection, section_id, "section")
    check_items(session, section.meeting_id, item_ids)
    links = select(SectionItem).where(SectionItem.section_id == section_id)
    held = {link.agenda_item_id: link for link in session.scalars(links)}
    for key, link in held.items():
        if key not in item_ids:
            session.delete(link)
    wanted = [key for key in dict.fromkeys(item_ids) if key not in held]
    session.add_all(SectionItem(section_id=section_id, agenda_item_id=key) for key in wanted)


@operation
def add_paragraph(
    session: Session,
    /,
    *,
    section_id: str,
    text: str = "",
    kind: str = "paragraph",
    after_id: str | None = None,
    footnotes: Sequence[str] = (),
    **fields: Any,
) -> str:
    """A paragraph at the end of its section, or right behind `after_id`. Returns its key.

    `footnotes` are CommonMark, [^1] in `text` refers to the first. Raises DataError for an unknown
    kind or sentence, or a section of actions of another meeting.
    """
    fetch(session, ReportSection, section_id, "section")
    row = Paragraph(section_id=section_id, text=text.strip())
    assign(row, FIELDS, {"kind": kind, **fields})
    rows = paragraphs_of(session, section_id)
    insert(rows, row, index_after(rows, after_id))
    session.add(row)
    check_paragraph(session, row)
    session.flush()
    _write_footnotes(session, row.id, footnotes)
    return row.id


@operation
def update_paragraph(session: Session, /, *, paragraph_id: str, **fields: Any) -> None:
    """Change a paragraph. Its `text` is that of its decision where it is one.

    Other words for a decision that came before the meeting make it one approved with changes; it has to
    be approved, and words are never taken from it altogether.
    Other words for a sentence that follows the data freeze it; another `fill` makes it follow again.
    `footnotes` given together with a text are taken as they are: the text has the marks for them.
    Raises DataError as `add_paragraph` does.
    """
    row = fetch(session, Paragraph, paragraph_id, "paragraph")
    text, notes = fields.pop("text", None), fields.pop("footnotes", None)
    if fields.get("fill", row.fill) != row.fill and "frozen" not in fields:
        fields["frozen"] = 0
    assign(row, FIELDS, fields)
    check_paragraph(session, row)
    if notes is not None:
        _write_footnotes(session, paragraph_id, notes)
    if text is not None and text.strip() != _text(session, row):
        if row.fill:
            row.frozen = 1
        _write(session, row, text.strip())


@operation
def move_paragraph(session: Session, /, *, paragraph_id: str, section_id: str, index: int) -> None:
    """Move a paragraph to the place `index` (from 0) of a section of the same report."""
    row = fetch(session, Paragraph, paragraph_id, "paragraph")
    if _meeting(session, section_id) != _meeting(session, row.section_id):
        raise DataError("A paragraph stays in the report of its own meeting.")
    row.section_id = section_id
    session.flush()
    rows = [other for other in paragraphs_of(session, section_id) if other is not row]
    insert(rows, row, index)


@operation
def delete_paragraphs(session: Session, /, *, paragraph_ids: Sequence[str]) -> None:
    """Take paragraphs with their footnotes off the report; decisions, notes and follow-ups stay."""
    for key in paragraph_ids:
        fetch(session, Paragraph, key, "paragraph")
    remove_paragraphs(session, paragraph_ids)


@operation
def set_footnotes(session: Session, /, *, paragraph_id: str, notes: Sequence[str]) -> None:
    """Make `notes` (CommonMark) the footnotes of a paragraph, in this order; its marks follow them.

    The mark of a footnote that is gone goes as well, and the others are numbered anew.
    """
    row = fetch(session, Paragraph, paragraph_id, "paragraph")
    before = [note.text for note in _footnotes(session, paragraph_id)]
    _write_footnotes(session, paragraph_id, notes)
    text = _text(session, row)
    moved = moved_marks(text, before, [note.strip() for note in notes])
    if moved != text:
        _write(session, row, moved)


@operation
def freeze_sentence(session: Session, /, *, paragraph_id: str, frozen: bool) -> None:
    """Make a filled sentence words of its own, as it reads now; or let it follow the data again.

    Raises DataError for a paragraph that is no filled sentence.
    """
    row = fetch(session, Paragraph, paragraph_id, "paragraph")
    if not row.fill:
        raise DataError("This paragraph is in words of its own; only a filled sentence follows the data.")
    row.text = _text(session, row) if frozen else ""
    row.frozen = int(frozen)


@operation
def make_report(session: Session, /, *, meeting_id: str, form: str = "numbered") -> int:
    """A first report from the agenda, `form` one of report_texts.FORMS. Returns how many sections it has.

    Raises DataError if the meeting has a report already.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    if form not in FORMS:
        raise DataError(f"A report is written in one of the forms: {', '.join(FORMS)}.", place="form")
    if session.scalars(select(ReportSection.id).where(ReportSection.meeting_id == meeting_id)).first():
        raise DataError("This meeting has a report already; a first one is written only where there is none.")
    return write_report(session, meeting_id, form)


def _meeting(session: Session, section_id: str) -> str:
    return fetch(session, ReportSection, section_id, "section").meeting_id


def _text(session: Session, row: Paragraph) -> str:
    """The text as it reads now: of a decision, of a sentence that follows the data, or its own."""
    if row.fill and not row.frozen:
        facts = report_facts(session, meeting_id=_meeting(session, row.section_id))
        links = select(SectionItem.agenda_item_id).where(SectionItem.section_id == row.section_id)
        return sentence(row.fill, facts, set(session.scalars(links)))
    if row.action_id:
        action = fetch(session, Action, row.action_id, "decision")
        return action.adopted_text or action.text
    return row.text


def _write(session: Session, row: Paragraph, text: str) -> None:
    """Words of a decision go to its action: as its wording where it arose in the room, else as adopted."""
    if not row.action_id:
        row.text = text
        return
    action = fetch(session, Action, row.action_id, "decision")
    if action.made_in_room and not action.adopted_text:
        update_action(session, action_id=action.id, text=text)
        return
    if not text:
        raise DataError("A decision keeps its words; take the paragraph off the report instead.")
    if action.outcome not in ADOPTED:
        raise DataError(f"“{short(action)}” is not approved; decide it before its words are changed here.")
    same = text == action.text
    action.outcome, action.adopted_text = ("approved", "") if same else ("amended", text)


def _footnotes(session: Session, paragraph_id: str) -> list[Footnote]:
    own = select(Footnote).where(Footnote.paragraph_id == paragraph_id)
    return list(session.scalars(own.order_by(Footnote.position, Footnote.id)))


def _write_footnotes(session: Session, paragraph_id: str, notes: Sequence[str]) -> None:
    held = _footnotes(session, paragraph_id)
    for position, text in enumerate(notes, start=1):
        if position <= len(held):
            held[position - 1].text = text.strip()
        else:
            session.add(Footnote(paragraph_id=paragraph_id, position=position, text=text.strip()))
    for gone in held[len(notes) :]:
        session.delete(gone)
    session.flush()
