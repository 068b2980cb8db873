"""A first report from the agenda of a meeting, in either house form."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from emgdesk.db.models import Paragraph, ReportSection, SectionItem
from emgdesk.domain.folding import words
from emgdesk.queries.actions import ActionSectionRow, list_actions
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.report_facts import presenters, report_facts

_OPENING = frozenset(("opening", "welcome", "introduction", "introductory"))
_CLOSING = frozenset(("closure", "closing", "close"))


@dataclass(slots=True)
class _Draft:
    """A section to write: `lines` are (kind, fill, section of the actions)."""

    heading: str
    items: list[str] = field(default_factory=list)
    workstream_id: str | None = None
    lines: list[tuple[str, str, str | None]] = field(default_factory=list)
    below: list["_Draft"] = field(default_factory=list)

    def fill(self, *fills: str) -> None:
        self.lines += [("paragraph", fill, None) for fill in fills]


def write_report(session: Session, meeting_id: str, form: str) -> int:
    """Write the sections and their filled sentences; answers how many sections were made."""
    agenda = list_agenda(session, meeting_id=meeting_id)
    drafts = _by_item(agenda, None) if form == "items" else _numbered(agenda)
    opening, closing = _ends(drafts)
    opening.lines[:0] = [("paragraph", fill, None) for fill in ("opening", "attendance")]
    adoption = _find(drafts, lambda said: {"agenda", "adoption"} <= said) or opening
    adoption.fill("agenda")
    known = report_facts(session, meeting_id=meeting_id)
    following = _find(drafts, lambda said: {"next", "meeting"} <= said)
    if following or known.next_title:
        (following or closing).fill("next meeting")
    closing.fill("closing")
    _place_actions(drafts, list_actions(session, meeting_id=meeting_id))
    return _write(session, meeting_id, None, drafts)


def _by_item(agenda: Sequence[AgendaRow], parent: str | None) -> list[_Draft]:
    """The agenda itself: a section for each item, those below it as its sub-sections."""
    return [
        _Draft(row.title, [row.id], row.workstream_id, below=_by_item(agenda, row.id))
        for row in agenda
        if row.parent_id == parent and _counts(row)
    ]


def _numbered(agenda: Sequence[AgendaRow]) -> list[_Draft]:
    """A section for each item of the first level, with a sub-section for every workstream below it."""
    drafts: list[_Draft] = []
    for row in agenda:
        if row.depth == 0:
            if _counts(row):
                drafts.append(_Draft(row.title, [row.id], row.workstream_id))
                _name_presenters(drafts[-1], row)
            top = drafts[-1] if _counts(row) else None
        elif top is not None and _counts(row):
            if row.workstream_id:
                top.below.append(_Draft(row.title, [row.id], row.workstream_id))
                _name_presenters(top.below[-1], row)
            else:
                top.items.append(row.id)
    return drafts


def _counts(row: AgendaRow) -> bool:
    """Timed lines (a break) are not reported on, but the closure is."""
    return row.numbered or bool(_CLOSING & set(words(row.title)))


def _name_presenters(draft: _Draft, row: AgendaRow) -> None:
    if presenters(row):
        draft.fill("presenters")


def _ends(drafts: list[_Draft]) -> tuple[_Draft, _Draft]:
    """The sections of the opening and the closure, added where the agenda has no such items."""
    if not drafts or not _OPENING & set(words(drafts[0].heading)):
        drafts.insert(0, _Draft("Introduction"))
    if len(drafts) < 2 or not _CLOSING & set(words(drafts[-1].heading)):
        drafts.append(_Draft("Closure of the meeting"))
    return drafts[0], drafts[-1]


def _all(drafts: Iterable[_Draft]) -> Iterable[_Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.below)


def _find(drafts: list[_Draft], fits: Callable[[set[str]], bool]) -> _Draft | None:
    return next((draft for draft in _all(drafts) if fits(set(words(draft.heading)))), None)


def _place_actions(drafts: list[_Draft], sections: Sequence[ActionSectionRow]) -> None:
    """Print each section of the actions in the section of its workstream, the others before the closure."""
    homes: dict[str, _Draft] = {}
    for draft in _all(drafts):
        homes.setdefault(draft.workstream_id or "", draft)
    homes.pop("", None)
    rest = _Draft("Action points")
    for section in sections:
        home = homes.get(section.workstream_id or "", rest)
        home.lines.append(("actions", "", section.id))
    if rest.lines:
        drafts.insert(len(drafts) - 1, rest)


def _write(session: Session, meeting_id: str, parent_id: str | None, drafts: Sequence[_Draft]) -> int:
    made = 0
    for position, draft in enumerate(drafts, start=1):
        section = ReportSection(
            meeting_id=meeting_id, parent_id=parent_id, position=position, heading=draft.heading,
            workstream_id=draft.workstream_id,
        )  # fmt: skip
        session.add(section)
        session.flush()
        session.add_all(SectionItem(section_id=section.id, agenda_item_id=item) for item in draft.items)
        session.add_all(
            Paragraph(section_id=section.id, position=n, kind=kind, fill=fill, action_section_id=actions)
            for n, (kind, fill, actions) in enumerate(draft.lines, start=1)
        )
        made += 1 + _write(session, meeting_id, section.id, draft.below)
    return made
