"""What an import will change, field by field: one line for each old and new value."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.importing.plan import EntityQuestion, PlanRow, RosterPlan
from emgdesk.ui.dialogs.import_dialog.meeting_facts import fact_word
from emgdesk.ui.dialogs.import_dialog.wording import FIELDS
from emgdesk.ui.models.columns import Column

ON_PERSON, ON_LINE, ON_DESK, ON_BOTH = "Person", "This list", "Entities", "Person and list"
NEW, ADDED, ENTITY, MEETING = "new", "added", "entities", "meeting"
KINDS = {MEETING: "Meeting", NEW: "New person", ADDED: "Added to the list", **FIELDS, ENTITY: "Entity"}
"""The kinds of change in the order they are offered to filter by."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: the row of the file, whose, what (`kind` is its key), where, from what to what."""

    id: str
    kind: str
    row: str
    name: str
    what: str
    where: str
    old: str
    new: str


def change_rows(plan: RosterPlan, acronyms: dict[str, str]) -> tuple[ChangeRow, ...]:
    """Every change of a plan, in the order of the file; `acronyms` of the desk's entities by key."""
    made = [*_of_entities(plan.entity_questions, acronyms)]
    for row in plan.rows:
        if row.action != "none":
            made.extend(_of_row(row))
    made.extend(_of_absent(plan))
    return tuple(made)


def meeting_rows(plan: MeetingPlan) -> tuple[ChangeRow, ...]:
    """The facts of a meeting workbook that are made or change."""
    facts = plan.facts.told()
    changes = plan.changes if plan.verdict == "changed" else {key: ("", new) for key, new in facts.items()}
    if plan.verdict == "same":
        return ()
    return tuple(
        ChangeRow(
            f"meeting:{key}",
            MEETING,
            "",
            plan.facts.code,
            fact_word(key),
            KINDS[MEETING],
            _plain(old),
            _plain(new),
        )
        for key, (old, new) in changes.items()
    )


def kinds_of(rows: Iterable[ChangeRow]) -> list[tuple[str, str, int]]:
    """The kinds that occur: key, word, number of changes."""
    counts = Counter(row.kind for row in rows)
    return [(key, word, counts[key]) for key, word in KINDS.items() if counts[key]]


def _of_row(row: PlanRow) -> Iterator[ChangeRow]:
    number = str(row.row)
    record = row.record
    if row.action in ("create", "join"):
        kind = NEW if row.action == "create" else ADDED
        told = (record.entity, record.function, record.email) if record else ()
        new = ", ".join(text for text in told if text)
        name = row.name if kind == NEW else row.person_name or row.name
        where = ON_BOTH if kind == NEW else ON_LINE
        yield ChangeRow(f"{number}:{kind}", kind, number, name, KINDS[kind], where, "", new)
    for where, changes in ((ON_PERSON, row.person_changes), (ON_LINE, row.line_changes)):
        for key, (old, new) in changes.items():
            if row.action == "create":
                continue
            what = FIELDS.get(key, key)
            name = row.person_name or row.name
            key_of = f"{number}:{where}:{key}"
            yield ChangeRow(key_of, key, number, name, what, where, _plain(old), _plain(new))


def _of_entities(questions: Iterable[EntityQuestion], acronyms: dict[str, str]) -> Iterator[ChangeRow]:
    for question in questions:
        decision = question.decision
        if decision is None or decision.kind == "text":
            continue
        known = acronyms.get(decision.entity_id or "", "")
        made = decision.acronym or decision.full_name or question.text
        new = {
            "alias": f"another name of {known}",
            "part": f"a new entity, part of {known}",
            "new": f"a new entity: {made}",
        }[decision.kind]
        yield ChangeRow(
            f"entity:{question.key}", ENTITY, "", question.text, KINDS[ENTITY], ON_DESK, "as printed", new
        )


def _of_absent(plan: RosterPlan) -> Iterator[ChangeRow]:
    for line in plan.meets.absent if plan.mark_absent and plan.meets is not None else ():
        yield ChangeRow(
            f"absent:{line.id}", "attendance", "", line.name, FIELDS["attendance"], ON_LINE, line.attendance,
            "absent",
        )  # fmt: skip


def _plain(value: object) -> str:
    return "" if value is None else str(value)


COLUMNS = (
    Column("row", "Row", width=6, align="right", sort=lambda r: int(r.row or 0)),
    Column("name", "Who", width=26, strong=True),
    Column("what", "What", width=18),
    Column("where", "Where", width=19),
    Column("old", "Now", width=26, blank="–", cell_tip=lambda r: r.old),
    Column(
        "new", "After the import", width=34, tone=lambda _: "accent", cell_tip=lambda r: r.new, stretch=True
    ),
)
