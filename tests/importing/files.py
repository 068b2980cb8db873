"""Files as the reader hands them over, and a small desk to match them with. All people are invented."""

from emgdesk.domain.folding import name_key
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.planning.roster import plan_roster
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.snapshot import KnownEntity, KnownParticipation, KnownPerson, RosterSnapshot
from emgdesk.importing.tables import Cell, RawFile, RawSheet

ENTITIES = (
    KnownEntity("e-unep", "UNEP", ("UNEP", "United Nations Environment Programme", "UN Environment", "PNUE")),
    KnownEntity("e-fao", "FAO", ("FAO", "Food and Agriculture Organization of the United Nations")),
    KnownEntity("e-ece", "ECE", ("ECE", "United Nations Economic Commission for Europe", "UNECE")),
    KnownEntity("e-wb", "WB", ("WB", "World Bank Group", "WBG", "World Bank")),
    KnownEntity("e-ceb", "CEB", ("CEB", "United Nations System Chief Executives Board for Coordination")),
    KnownEntity("e-flores", "UNU-FLORES", ("UNU-FLORES",)),
    KnownEntity("e-emg", "EMG", ("EMG", "Environment Management Group", "UNEP/EMG")),
    KnownEntity("e-youth", "Youth", ("Youth", "Children and Youth Major Group")),
)


def sheet(*rows: tuple[Cell, ...], name: str = "Sheet1", first: int = 1, **more) -> RawSheet:
    """A sheet whose rows stand one below the other from row `first`; an empty tuple is a blank row."""
    present = [
        (number, row) for number, row in enumerate(rows, first) if any(c not in (None, "") for c in row)
    ]
    return RawSheet(name, tuple(n for n, _ in present), tuple(row for _, row in present), **more)


def file(*sheets: RawSheet, name: str = "list.xlsx") -> RawFile:
    return RawFile(name, "0" * 64, "xlsx", sheets)


def roster(*rows: tuple[Cell, ...], name: str = "list.xlsx") -> RawFile:
    """A file of one sheet."""
    return file(sheet(*rows), name=name)


def person(key: str, name: str, entity: str | None = None, *emails: str, **more) -> KnownPerson:
    return KnownPerson(key, name, (name_key(name),), entity, emails, **more)


def desk(*people: KnownPerson, on_roster: tuple[KnownParticipation, ...] = ()) -> RosterSnapshot:
    return RosterSnapshot("7", people, ENTITIES, on_roster, "m1")


def line(key: str, person_id: str, name: str, entity: str = "", **more) -> KnownParticipation:
    known = {one.acronym: one.id for one in ENTITIES}
    return KnownParticipation(key, person_id, name, entity, known.get(entity), **more)


def roster_plan(mapped: MappedRoster, snapshot: RosterSnapshot, **more) -> RosterPlan:
    """Matched and planned at once."""
    return plan_roster(find_matches(mapped, snapshot), **more)
