"""Facts for the rules to look at, made by hand: what is not said is empty."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

from emgdesk.domain.folding import name_key
from emgdesk.domain.lineage import OVER, Body, Event, in_order
from emgdesk.importing.matching.duplicates import pairs_alike
from emgdesk.importing.snapshot import KnownPerson
from emgdesk.queries.actions import ActionRow, ActionSectionRow, EffectRow, ReservationRow
from emgdesk.queries.agendas import AgendaRow
from emgdesk.queries.documents import DocumentRow
from emgdesk.queries.entities import EntityRow
from emgdesk.queries.findings.bodies import Bodies
from emgdesk.queries.findings.facts import Checked, DeskFacts
from emgdesk.queries.findings.names import People
from emgdesk.queries.findings.work import Work
from emgdesk.queries.follow_ups import FollowUpRow
from emgdesk.queries.interventions import InterventionRow
from emgdesk.queries.mandates import Lineage
from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.origins import Chains
from emgdesk.queries.reports import FootnoteRow, ParagraphRow, ReportSectionRow
from emgdesk.queries.roster import RosterRow, roster_numbers
from emgdesk.queries.workstreams import EntryRow, TaskRow

_EMPTY = {"str": "", "int": 0, "bool": False}


def row(kind: Any, /, **given: Any) -> Any:
    """A row with these fields; texts are empty, numbers 0, lists empty, the rest None unless said."""
    values: dict[str, Any] = {}
    for field in fields(kind):
        named = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "")
        is_list = str(field.type).startswith("tuple")
        if field.default is MISSING and field.default_factory is MISSING:
            values[field.name] = () if is_list else _EMPTY.get(named)
    return kind(**{**values, **given})


ENTITIES = (
    row(EntityRow, id="unep", acronym="UNEP", full_name="United Nations Environment Programme", status="member"),
    row(EntityRow, id="wcmc", acronym="UNEP-WCMC", status="member", parent_id="unep"),
    row(EntityRow, id="fao", acronym="FAO", full_name="Food and Agriculture Organization", status="member"),
    row(EntityRow, id="who", acronym="WHO", full_name="World Health Organization", status="member"),
    row(EntityRow, id="wwf", acronym="WWF", status="observer"),
    row(EntityRow, id="emg", acronym="EMG", full_name="EMG Secretariat", status="secretariat"),
)  # fmt: skip
_STATUS = {entity.id: entity.status for entity in ENTITIES}
_ACRONYM = {entity.id: entity.acronym for entity in ENTITIES}


def person(name: str, body: str = "unep", /, **given: Any) -> RosterRow:
    """Somebody who attended for a body (the key of an entity), "" for none."""
    values = {
        "id": f"line {name}", "person_id": f"person {name}", "name": name, "person_name": name,
        "entity_id": body or None, "body_id": body or None, "entity": _ACRONYM.get(body, ""),
        "capacity": _STATUS.get(body, "guest"), "attendance": "attended",
    }  # fmt: skip
    return row(RosterRow, **{**values, **given})


def meeting(code: str = "SOM40 technical", **given: Any) -> MeetingRow:
    """A segment of SOM 40, held on 24 September 2031 and opened by somebody."""
    values = {
        "id": code, "code": code, "title": code, "som_number": 40, "segment": "technical", "date": "2031-09-24",
        "status": "held", "opened_by": "the Chair",
    }  # fmt: skip
    return row(MeetingRow, **{**values, **given})


def item(path: str, title: str = "", **given: Any) -> AgendaRow:
    """An item whose key is its path; "" is a timed line."""
    parent, _, label = path.rpartition(".")
    values = {
        "id": path or title, "parent_id": parent or None, "depth": path.count("."), "label": label, "path": path,
        "title": title or f"Title {path}", "numbered": bool(path),
    }  # fmt: skip
    return row(AgendaRow, **{**values, **given})


def document(number: str, symbol: str = "", title: str = "", **given: Any) -> DocumentRow:
    """A line of the register of SOM40 technical whose key is its number and symbol."""
    values = {
        "id": f"{number} {symbol}", "meeting_id": "SOM40 technical", "meeting": "SOM40 technical",
        "number": number, "symbol": symbol, "title": title or f"Paper {number}{symbol}",
    }  # fmt: skip
    return row(DocumentRow, **{**values, **given})


def action(text: str, label: str = "a", parent: str | None = None, **given: Any) -> ActionRow:
    """An action whose key is its label; `parent` is that of the one above."""
    values = {
        "id": label, "section_id": "I", "parent_id": parent, "label": label, "path": label,
        "citation": f"I. {label})", "text": text, "lettered": True, "outcome": "suggested",
    }  # fmt: skip
    return row(ActionRow, **{**values, **given})


def actions(*rows: ActionRow, stem: str = "The Senior Officials:", **given: Any) -> ActionSectionRow:
    """A section of actions under one stem."""
    below = tuple(r if r.stem or r.parent_id else replace(r, stem=stem) for r in rows)
    values = {"id": "I", "number": "I", "heading": "Reefs", "style": "a", "actions": below}
    return row(ActionSectionRow, **{**values, **given})


def effect(kind: str, workstream: str, **given: Any) -> EffectRow:
    """An effect on a workstream (key and name)."""
    return row(
        EffectRow,
        **{"id": kind, "kind": kind, "workstream_id": workstream, "workstream": workstream, **given},
    )


def reservation(entity: str, text: str, **given: Any) -> ReservationRow:
    return row(ReservationRow, **{"id": f"by {entity}", "entity": entity, "text": text, **given})


def paragraph(text: str, kind: str = "paragraph", notes: Sequence[str] = (), **given: Any) -> ParagraphRow:
    """A paragraph whose key is its text."""
    values = {
        "id": text, "kind": kind, "text": text,
        "footnotes": tuple(FootnoteRow(f"note {n}", note) for n, note in enumerate(notes, 1)),
    }  # fmt: skip
    return row(ParagraphRow, **{**values, **given})


def section(heading: str, *paragraphs: ParagraphRow, **given: Any) -> ReportSectionRow:
    """A section of the report whose key is its heading."""
    values = {"id": heading, "heading": heading, "paragraphs": paragraphs}
    return row(ReportSectionRow, **{**values, **given})


def said(text: str, **given: Any) -> ReportSectionRow:
    """A section with one paragraph."""
    return section("Opening", paragraph(text, **given))


def note(speaker: str, entity: str = "", **given: Any) -> InterventionRow:
    return row(InterventionRow, **{"id": speaker, "speaker": speaker, "entity": entity, **given})


def task(text: str, workstream: str = "reefs", *entries: tuple[str, str], **given: Any) -> TaskRow:
    """A task with entries of (status, as of), the status that of the last."""
    told = tuple(row(EntryRow, id=str(n), status=s, as_of=day) for n, (s, day) in enumerate(entries))
    status = entries[-1][0] if entries else ""
    values = {"id": text, "text": text, "workstream_id": workstream, "entries": told, "status": status}
    return row(TaskRow, **{**values, **given})


def mandate(
    kind: str,
    som: int | None = 39,
    until: str = "",
    date: str = "2030-10-02",
    of: str = "reefs",
    **given: Any,
) -> Event:
    """An event of the mandate of the reefs, or of another of `NAMES`, in the order it is given."""
    return Event("", of, kind, date, som, until, **given)


NAMES = {"reefs": "Task Team on Reefs", "ports": "Coalition on Ports", "seas": "Network on Seas"}


def lineage(events: Sequence[Event] = (), **bodies: Any) -> Lineage:
    """Workstreams by the names of `NAMES`, or as said, with these events in the order written."""
    keyed = [replace(event, id=f"event {n}", position=n) for n, event in enumerate(events)]
    ordered = in_order(keyed)
    touching = {
        key: tuple(event for event in ordered if key in (event.workstream_id, event.other_id)) for key in NAMES
    }  # fmt: skip
    return Lineage(
        {key: Body(key, name, **bodies.get(key, {})) for key, name in NAMES.items()}, ordered, touching
    )


def follow_up(who: str, due: str, **given: Any) -> FollowUpRow:
    """Somebody owes figures from SOM39 senior."""
    values = {
        "id": who, "meeting_id": "SOM39 senior", "meeting": "SOM39 senior", "who": who, "due": due,
        "what": "Send the figures.", "status": "open",
    }  # fmt: skip
    return row(FollowUpRow, **{**values, **given})


def work(
    *tasks: TaskRow, mandates: Sequence[Event] = (), bodies: dict[str, Any] | None = None, **given: Any
) -> Work:
    history = lineage(mandates, **bodies or {})
    values = {
        "tasks": tasks, "workstreams": {key: body.name for key, body in history.bodies.items()},
        "concluded": frozenset(key for key in NAMES if history.standing(key, "2031-12-01").status == OVER),
        "lineage": history, "chains": Chains({}, frozenset(), frozenset(), {}),
        "texts": frozenset[tuple[str, ...]](),
    }  # fmt: skip
    return Work(**{**values, **given})


def tasked(*firsts: str, **origins: str) -> Chains:
    """Tasks come from these first actions; `origins` lead to them."""
    return Chains(origins, frozenset(firsts), frozenset(), {})


def facts(
    here: MeetingRow | None = None,
    *,
    roster: Sequence[RosterRow] = (),
    agenda: Sequence[AgendaRow] = (),
    documents: Sequence[DocumentRow] = (),
    sections: Sequence[ActionSectionRow] = (),
    report: Sequence[ReportSectionRow] = (),
    notes: Sequence[InterventionRow] = (),
    others: Sequence[MeetingRow] = (),
    registers: Sequence[DocumentRow] = (),
    work_plan: Work | None = None,
    follow_ups: Sequence[FollowUpRow] = (),
    as_printed: Sequence[str] = (),
) -> Checked:
    """A meeting with these rows on a desk with these others."""
    here = here or meeting()
    bodies = Bodies(ENTITIES, frozenset(as_printed))
    known = [KnownPerson(p.person_id, p.name, (name_key(p.name),), p.entity_id) for p in roster]
    desk = DeskFacts(
        date(2031, 12, 1), (here, *others), (*registers, *documents), bodies, work_plan or work(),
        tuple(follow_ups),
    )  # fmt: skip
    return Checked(
        desk=desk, meeting=here, roster=tuple(roster), numbers=roster_numbers(roster), people=People(roster, {}),
        agenda=tuple(agenda), documents=tuple(documents), sections=tuple(sections), report=tuple(report),
        notes=tuple(notes), alike=pairs_alike(known),
    )  # fmt: skip
