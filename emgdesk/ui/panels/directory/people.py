"""All people of the desk, read only when this is opened; edited in the table or beside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from emgdesk.domain.collation import SortKey, family_key, leading_part
from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted
from emgdesk.domain.people import split_name
from emgdesk.errors import DataError
from emgdesk.operations.merging import part_people
from emgdesk.operations.person import delete_person, update_person
from emgdesk.operations.spelling import add_spelling, remove_spelling
from emgdesk.queries.duplicates import MergeRow, list_merges
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.memberships import InWorkstream, workstreams_of_person
from emgdesk.queries.people import PersonMeeting, PersonRow, get_person, list_people, person_meetings
from emgdesk.ui.address_line import copy_address_line
from emgdesk.ui.changes import keys_of, touched
from emgdesk.ui.doors import open_new_person
from emgdesk.ui.models.filtering import Haystack
from emgdesk.ui.panels.directory.columns import ORDER_FACTS, PARTICLES, PEOPLE, PERSON_FACTS
from emgdesk.ui.panels.directory.detail import Line, Section, Spellings
from emgdesk.ui.panels.directory.panel import Directory, DirectoryPanel
from emgdesk.ui.panels.directory.workstreams import OF_WORKSTREAMS, person_lines
from emgdesk.ui.panels.duplicates.people import PEOPLE as KIND
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.facts_form import FactsForm
from emgdesk.ui.widgets.text import label, tool
from emgdesk.workspace import ChangeSet, Done, Workspace

_FEW = 50  # people changed at once that are read one by one instead of everybody
_OF_ROWS = ("person", "person_name", "person_email", "participation", "entity", "person_merge")
_DIRECTORY = Directory(
    kind=KIND,
    title="name",
    columns=PEOPLE,
    facts=PERSON_FACTS,
    empty=("No people yet", "Everybody who comes with an imported roster appears here, once."),
    new_icon="user-plus",
    update=update_person,
    delete=delete_person,
    part=part_people,
    words={"particles": "sorting"},
)


class PeoplePanel(DirectoryPanel):
    """The table of all people and the facts of the one chosen."""

    tables = (*_OF_ROWS, *OF_WORKSTREAMS)

    def __init__(self, services: Services) -> None:
        super().__init__(services, _DIRECTORY)
        self._entities: dict[str, str] = {}
        self.order = FactsForm(ORDER_FACTS, label_width=92)
        self.order.edited.connect(self._edit_chosen)
        self.sorting = label(role="muted", wrap=True)
        self.spellings = Spellings()
        self.spellings.added.connect(partial(self._spell, "Let {} also be written “{}”", add_spelling))
        self.spellings.removed.connect(
            partial(self._spell, "Forget that {} is written “{}”", remove_spelling)
        )
        self.meetings = Section("Meetings")
        self.meetings.acted.connect(partial(services.navigator.show, "meeting"))
        self.workstreams = Section("Workstreams")
        self.workstreams.acted.connect(partial(services.navigator.show, "workstream"))
        for part in (self.spellings, self.order, self.sorting, self.workstreams, self.meetings):
            self.detail.add(part)
        self._end_detail()
        self.table.add_tool(
            tool(
                "Copy addresses",
                self.copy_addresses,
                "mail",
                tip="Of those selected, else of all shown, for the To field",
            )
        )
        self.table.add_row_action("Copy address line", self._copy_selected)

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and self.table.model.total and not touched(changes, *_OF_ROWS):
            self._choose(self.table.selected_ids())
            return
        few = _few_changed(changes) if self.table.model.total else None
        if few is not None:
            if few:
                self.services.load(partial(_some, ids=few), self._replace)
            return
        load = partial(_everybody, searched=self.table.model.searched())
        self.services.load(load, self._show, latest=(id(self), "people"))

    def _show(self, loaded: tuple[Any, ...]) -> None:
        rows, haystack, entities = loaded
        self._know(entities)
        self._show_rows(rows, haystack)

    def _know(self, entities: Sequence[EntityRow]) -> None:
        self._entities = {
            fold(name): entity.id
            for entity in reversed(entities)
            for name in (*entity.aliases, entity.full_name, entity.acronym)
        }
        acronyms = [entity.acronym for entity in entities]
        self.table.set_proposals("entity", acronyms)
        self.detail.form.set_proposals("entity", acronyms)

    def _replace(self, rows: dict[str, PersonRow]) -> None:
        self.table.model.replace_rows(rows)
        self._choose(self.table.selected_ids())

    def _show_row(self, row: PersonRow) -> None:
        values = {name: getattr(row, name) for name in PersonRow.__dataclass_fields__}
        self.detail.form.show_values(values)
        self.order.show_values({"particles": PARTICLES[row.particles]})
        self.sorting.setText(f"{row.name} sorts under {sorts_under(row)}")
        self.spellings.show_spellings([part for part in row.spellings.split("; ") if part])
        load = partial(_more, person_id=row.id)
        self.services.load(load, partial(self._show_more, row), latest=(id(self), "more"))

    def _show_more(
        self,
        person: PersonRow,
        more: tuple[tuple[InWorkstream, ...], tuple[PersonMeeting, ...], tuple[MergeRow, ...]],
    ) -> None:
        if self.table.selected_ids() == (person.id,):
            workstreams, meetings, merges = more
            self.workstreams.show_lines(person_lines(workstreams))
            self.meetings.show_lines([_line(person, meeting) for meeting in meetings])
            self._show_merges(merges)

    # --- changing -----------------------------------------------------------------------------

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        """What `update_person` is to be told. Raises DataError for an entity nobody knows."""
        if key == "emails":
            return {"emails": [part.strip() for part in text.split(";")]}
        if key == "particles":
            return {"particles": next((rule for rule, words in PARTICLES.items() if words == text), "")}
        if key != "entity":
            return {key: text}
        if text.strip() and fold(text) not in self._entities:
            raise DataError(f"There is no entity “{text}” on this desk; make it first (New, Entity).")
        return {"entity_id": self._entities.get(fold(text)) if text.strip() else None}

    def _edited(self, row: PersonRow, fields: Mapping[str, Any], _done: Done[Any]) -> None:
        """A corrected name may be wrong on past rosters too; they stay as printed unless asked."""
        name = str(fields.get("name", ""))
        if not name or not row.meetings:
            return
        rosters = counted(row.meetings, "roster", "rosters")
        correct = partial(
            self.services.do, f"Correct {name} on {rosters}", update_person, None, self._refused,
            person_id=row.id, name=name, all_rosters=True,
        )  # fmt: skip
        self.services.navigator.notify(
            Notice("Past rosters keep the name as printed.", "info", f"Also correct {rosters}", correct)
        )

    def _spell(self, words: str, operation: Any, name: str, *_: object) -> None:
        row = self._chosen()
        if row is not None:
            self.services.do(
                words.format(row.name, name), operation, None, self._refused, person_id=row.id, name=name
            )

    def copy_addresses(self) -> None:
        """Copy the addresses of the people selected, or of all shown where not several are."""
        copy_address_line(self.table.rows_meant(), self.services.navigator)

    def _copy_selected(self) -> None:
        copy_address_line(self.table.selected_rows(), self.services.navigator)

    def _new(self) -> None:
        open_new_person(self.services, partial(self.open_item, "person"), self.window())


def sorts_under(row: PersonRow) -> str:
    """Where a person stands in the order by family name: "Berg, Anna van der" -> "Berg"."""
    return leading_part(row.family or split_name(row.name)[1], row.particles)


def _few_changed(changes: ChangeSet | None) -> frozenset[str] | None:
    """The people to read again; None when everybody is to be read."""
    others = ("person_name", "participation", "entity", "person_merge")
    if changes is None or changes.kind != "do" or touched(changes, *others):
        return None
    ids = keys_of(changes, "person")
    return ids if ids is not None and 0 < len(ids) <= _FEW else None


def _some(workspace: Workspace, *, ids: frozenset[str]) -> dict[str, PersonRow]:
    return {person_id: workspace.read(get_person, person_id=person_id) for person_id in ids}


def _everybody(workspace: Workspace, *, searched: list[Any]) -> tuple[Any, ...]:
    """All people by family name, what is filtered in them, and all entities."""
    rows = sorted(workspace.read(list_people), key=_by_family_name)
    return rows, Haystack.over(rows, searched), workspace.read(list_entities)


def _by_family_name(row: PersonRow) -> SortKey:
    return family_key(row.given, row.family, row.name, row.particles)


def _more(workspace: Workspace, *, person_id: str) -> tuple[Any, ...]:
    return (
        workspace.read(workstreams_of_person, person_id=person_id, as_of=date.today().isoformat()),
        workspace.read(person_meetings, person_id=person_id),
        workspace.read(list_merges, person_id=person_id),
    )


def _line(person: PersonRow, meeting: PersonMeeting) -> Line:
    """Where the person sat; the name as printed there only if it was another."""
    day = written_date(meeting.date) or "no date"
    printed = f"as {meeting.name}" if meeting.name != person.name else ""
    detail = " · ".join(part for part in (meeting.entity, meeting.attendance, printed) if part)
    return Line(meeting.meeting_id, f"{meeting.code}, {day}", detail)
