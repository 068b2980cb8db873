"""`make bench-matching`: how well rows of lists are matched to the people of a directory.

Both halves of the labelled set go through the program's own code, list by list, from the
cells on; the same rows go through a bare comparison of tokens and through a public library
of record linkage (`requirements.txt`, which the program does not need). With `--write` the
tables also replace those in benchmarks/README.md; `--only` leaves the others out,
`--misses KIND` shows the rows of a kind that went wrong in the informed half.
"""

import csv
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from benchmarks.labelled.blind import blind_set
from benchmarks.labelled.informed import informed_set
from benchmarks.labelled.shape import LabelledSet, Row
from benchmarks.verdicts import Tally, Verdict, by_kind
from emgdesk.domain.folding import name_key
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import ROW_PERSON, PlanRow
from emgdesk.importing.planning.roster import plan_roster
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.snapshot import KnownEntity, KnownPerson, RosterSnapshot
from emgdesk.importing.tables import RawFile, RawSheet
from emgdesk.paths import resources

_README = Path(__file__).parent / "README.md"
_BEGIN, _END = "<!-- matching: begin -->", "<!-- matching: end -->"
_HEADERS = ("Title", "Name", "First name", "LAST NAME", "Organization", "E-mail", "Function", "Country")
Matcher = Callable[[LabelledSet], list[Verdict]]


@cache
def entities() -> tuple[KnownEntity, ...]:
    """The entities every new desk knows."""
    with (resources() / "entities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        KnownEntity(
            row["acronym"],
            row["acronym"],
            (row["acronym"], row["full_name"], *filter(None, row["aliases"].split("|"))),
            tuple(filter(None, row["domains"].split("|"))),
        )
        for row in rows
    )


def desk(made: LabelledSet) -> RosterSnapshot:
    """The directory as a desk knows it: people by the name shown, entities by key where it knows them."""
    index = EntityIndex(entities())
    people = []
    for one in made.people:
        entity = index.find(one.entity).entity
        people.append(
            KnownPerson(
                one.key, one.name, (name_key(one.name),), entity.id if entity else None,
                tuple(mail.lower() for mail in one.emails), one.given, one.family, one.title, one.function,
                country=one.country, entity="" if entity else one.entity,
            )
        )  # fmt: skip
    return RosterSnapshot("1", tuple(people), entities())


def sheet(rows: Sequence[Row]) -> RawFile:
    """A list as the reader hands it over; a column nothing stands in is left out."""
    cells = [(r.title, r.name, r.given, r.family, r.entity, r.email, r.function, r.country) for r in rows]
    used = [at for at in range(len(_HEADERS)) if any(row[at] for row in cells)]
    table = [_HEADERS, *cells]
    chosen = tuple(tuple(row[at] or None for at in used) for row in table)
    numbers = tuple(range(1, len(table) + 1))
    return RawFile("list.xlsx", "0" * 64, "xlsx", (RawSheet("Sheet1", numbers, chosen),))


def emgdesk(made: LabelledSet) -> list[Verdict]:
    """The program's verdict on every row, in the order of the lists."""
    snapshot = desk(made)
    found: list[Verdict] = []
    for rows in made.files():
        plan = plan_roster(find_matches(map_roster(sheet(rows)), snapshot))
        planned = {row.row: row for row in plan.rows}
        truths = {number: row.truth for number, row in enumerate(rows, 2)}
        found += (_verdict(number, planned, truths) for number in range(2, len(rows) + 2))
    return found


def _verdict(number: int, planned: dict[int, PlanRow], truths: dict[int, str | None]) -> Verdict:
    """A row taken for another row of its list is whoever that row is, and asks nothing of its own."""
    row = planned[number]
    if row.verdict in ("matched", "already"):
        return Verdict(sure=row.person_id, said=row.person_name)
    if row.verdict == "possible":
        who = tuple(_candidate(one.person_id, truths) for one in row.candidates)
        return Verdict(asked=who, question=True, said="; ".join(f"{c.name}: {c.why}" for c in row.candidates))
    if row.double_of is not None and row.double_of in planned:
        if truths[row.double_of] != truths[number]:
            return Verdict(sure=truths[row.double_of] or "a stranger", said=f"row {row.double_of}")
        first = _verdict(row.double_of, planned, truths)
        return Verdict(sure=first.sure, asked=first.asked, said=f"row {row.double_of}")
    return Verdict(said=" ".join(row.messages))


def _candidate(person_id: str, truths: dict[int, str | None]) -> str:
    """Whom a candidate stands for; an earlier row stands for whoever it means."""
    if person_id.startswith(ROW_PERSON):
        return truths.get(int(person_id.removeprefix(ROW_PERSON))) or ""
    return person_id


def _measured(matcher: Matcher, halves: Sequence[LabelledSet]) -> list[Tally]:
    """The tally of each half, and of both."""
    tallies = []
    for made in halves:
        start = time.perf_counter()
        verdicts = matcher(made)
        rows = [row for list_ in made.files() for row in list_]
        tallies.append(Tally(rows, verdicts, time.perf_counter() - start))
    return [*tallies, sum(tallies[1:], tallies[0])]


def _lines(name: str, tallies: Sequence[Tally]) -> Iterator[tuple[str, ...]]:
    for half, tally in zip(("blind", "informed", "both"), tallies, strict=True):
        yield (name, half, *tally.cells())


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (rows[0], ("---",) * len(rows[0]), *rows[1:]))


def rivals() -> Iterator[tuple[str, Matcher]]:
    """What else is measured on the same rows."""
    from benchmarks.matching_tokens import tokens

    yield "rapidfuzz token set, 95 and 80", tokens(95, 80, mailed=False)
    yield "rapidfuzz token set, 100 and 90, and addresses", tokens(100, 90, mailed=True)
    from benchmarks.matching_splink import linked

    yield linked(informed_set())


def main() -> None:
    halves = (blind_set(), informed_set())
    mine = _measured(emgdesk, halves)
    if "--misses" in sys.argv:
        print("\n".join(mine[1].shown(sys.argv[sys.argv.index("--misses") + 1])))
        return
    rows = [("Matcher", "Half", *Tally.HEADERS), *_lines("emgdesk", mine)]
    if "--only" not in sys.argv:
        for name, matcher in rivals():
            rows += _lines(name, _measured(matcher, halves))
    kinds = [("Kind", "Half", "Rows", "Sure", "Asked", "Missed", "Wrong")]
    for half, tally in zip(("blind", "informed"), mine, strict=False):
        kinds += [(kind, half, *map(str, counts)) for kind, counts in by_kind(tally)]
    text = f"{_table(rows)}\n\nThe program, kind by kind:\n\n{_table(kinds)}"
    print(text)
    if "--write" in sys.argv:
        old = _README.read_text(encoding="utf-8")
        head, tail = old[: old.index(_BEGIN)], old[old.index(_END) :]
        when = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.system()}"
        _README.write_text(f"{head}{_BEGIN}\n{text}\n\nMeasured {when}.\n{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
