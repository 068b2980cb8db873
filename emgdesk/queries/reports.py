"""The report of a meeting: sections with their paragraphs, footnotes and the items they report on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, Footnote, Paragraph, ReportSection, Reservation, SectionItem
from emgdesk.domain.outline import Node, place
from emgdesk.domain.report_sentences import ReportFacts, sentence
from emgdesk.queries.actions import ReservationRow
from emgdesk.queries.report_facts import report_facts


@dataclass(frozen=True, slots=True)
class FootnoteRow:
    """A footnote; its mark in the paragraph is [^n], n its place among the paragraph's footnotes."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph: `kind` as in domain.report_texts, `text` CommonMark with [^1] marks.

    A conclusion with an `action_id` is that decision and has its wording as `text`. `fill` names the
    sentence that follows the desk's data while not `frozen` ("" for words of one's own): then `text`
    is the sentence as the data has it now, and `follows` is True.
    """

    id: str
    section_id: str
    kind: str
    text: str
    speaker: str
    entity: str
    action_section_id: str | None
    action_id: str | None
    fill: str
    frozen: bool
    footnotes: tuple[FootnoteRow, ...]
    reservations: tuple[ReservationRow, ...]

    @property
    def follows(self) -> bool:
        """Whether the text follows the desk's data."""
        return bool(self.fill) and not self.frozen


@dataclass(frozen=True, slots=True)
class ReportSectionRow:
    """A section (`depth` 0) or sub-section; `items` are keys of the agenda it reports on, in its order."""

    id: str
    parent_id: str | None
    depth: int
    heading: str
    workstream_id: str | None
    items: tuple[str, ...]
    paragraphs: tuple[ParagraphRow, ...]


def list_report(session: Session, *, meeting_id: str) -> tuple[ReportSectionRow, ...]:
    """Every section, each followed by those below it, with its paragraphs in order."""
    mine = select(ReportSection).where(ReportSection.meeting_id == meeting_id)
    sections = session.scalars(mine.order_by(ReportSection.position, ReportSection.id)).all()
    if not sections:
        return ()
    facts = report_facts(session, meeting_id=meeting_id)
    by_id = {section.id: section for section in sections}
    items = _items(session, list(by_id), facts)
    paragraphs = _paragraphs(session, items, facts)
    rows = []
    for spot in place([Node(section.id, section.parent_id) for section in sections]):
        section = by_id[spot.id]
        rows.append(
            ReportSectionRow(
                section.id, section.parent_id, spot.depth, section.heading, section.workstream_id,
                items[section.id], tuple(paragraphs[section.id]),
            )
        )  # fmt: skip
    return tuple(rows)


def _items(session: Session, sections: Sequence[str], facts: ReportFacts) -> dict[str, tuple[str, ...]]:
    """{section: the items of the agenda it reports on, in the order of the agenda}."""
    order = {one.item_id: n for n, one in enumerate(facts.presented)}
    found: dict[str, list[str]] = {key: [] for key in sections}
    links = select(SectionItem).where(SectionItem.section_id.in_(sections)).order_by(SectionItem.id)
    for link in session.scalars(links):
        found[link.section_id].append(link.agenda_item_id)
    return {key: tuple(sorted(held, key=lambda item: order.get(item, 0))) for key, held in found.items()}


def _paragraphs(
    session: Session, items: Mapping[str, Sequence[str]], facts: ReportFacts
) -> dict[str, list[ParagraphRow]]:
    wanted = select(Paragraph).where(Paragraph.section_id.in_(items))
    rows = session.scalars(wanted.order_by(Paragraph.position, Paragraph.id)).all()
    keys = [row.id for row in rows]
    decided = {row.action_id for row in rows if row.action_id}
    decisions = {
        a.id: a.adopted_text or a.text for a in session.scalars(select(Action).where(Action.id.in_(decided)))
    }
    notes, said = _footnotes(session, keys), _reservations(session, keys)
    found: dict[str, list[ParagraphRow]] = defaultdict(list)
    for row in rows:
        text = decisions.get(row.action_id or "", row.text)
        if row.fill and not row.frozen:
            text = sentence(row.fill, facts, items[row.section_id])
        found[row.section_id].append(
            ParagraphRow(
                id=row.id,
                section_id=row.section_id,
                kind=row.kind,
                text=text,
                speaker=row.speaker,
                entity=row.entity,
                action_section_id=row.action_section_id,
                action_id=row.action_id,
                fill=row.fill,
                frozen=bool(row.frozen),
                footnotes=tuple(notes[row.id]),
                reservations=tuple(said[row.id]),
            )
        )
    return found


def _footnotes(session: Session, paragraphs: Sequence[str]) -> Mapping[str, list[FootnoteRow]]:
    found: dict[str, list[FootnoteRow]] = defaultdict(list)
    own = select(Footnote).where(Footnote.paragraph_id.in_(paragraphs))
    for note in session.scalars(own.order_by(Footnote.position, Footnote.id)):
        found[note.paragraph_id].append(FootnoteRow(note.id, note.text))
    return found


def _reservations(session: Session, paragraphs: Sequence[str]) -> Mapping[str, list[ReservationRow]]:
    found: dict[str, list[ReservationRow]] = defaultdict(list)
    against = select(Reservation).where(Reservation.paragraph_id.in_(paragraphs))
    for one in session.scalars(against.order_by(Reservation.position, Reservation.id)):
        found[one.paragraph_id or ""].append(ReservationRow(one.id, one.entity_id, one.entity, one.text))
    return found
