"""Invented people by the ten thousand, registration sheets that name them, desks that know them."""

import random
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Meeting, Participation, Person, PersonEmail, PersonName
from emgdesk.domain.folding import name_key
from emgdesk.domain.keys import new_keys
from emgdesk.operations.marking import operation
from emgdesk.workspace import open_desk

HEADERS = (
    "No.", "Title", "First name", "LAST NAME", "E-mail address", "Organization / Entity", "Function", "Phone",
    "Country", "Attendance (online/in person)", "Registered on", "Remarks",
)  # fmt: skip
_STARTS = "Ba Be Bi Bo Da De Di Do Fa Fe Ga Go Ha He Ja Jo Ka Ke Ki Ko La Le Li Lo Ma Me Mi Mo".split()
_MIDDLES = "ra re ri ro la le li lo na ne ni no ma me mi mo sa se si so ta te ti to va ve vi vo".split()
_ENDS = ("ckova", "dsen", "escu", "foglu", "gaard", "hara", "idze", "kainen", "lopez", "mann", "nova", "ovic")
_GIVEN_ENDS = ("a", "an", "ia", "e", "el", "en", "ius", "o", "us", "y")
Who = tuple[str, str, str, str]  # given, family, e-mail, acronym


def people(count: int, acronyms: list[str], seed: int = 31) -> list[Who]:
    """`count` people with names that differ; the same ones for the same arguments."""
    rng = random.Random(seed)
    found: dict[str, Who] = {}
    while len(found) < count:
        given = rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_GIVEN_ENDS)
        family = (
            rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_MIDDLES) + rng.choice(_ENDS)
        ).title()
        name = f"{given} {family}"
        mail = f"{given}.{family}.{len(found)}@mail.example".lower()
        found.setdefault(name, (given, family, mail, rng.choice(acronyms)))
    return list(found.values())


@operation
def fill(session: Session, *, count: int, rosters: int = 0) -> None:
    """Make the desk know `count` people and, if asked, put `rosters` lines on ten meetings."""
    entities = dict(iter(session.execute(select(Entity.acronym, Entity.id))))
    crowd = people(count, sorted(entities))
    keys = new_keys(count)
    session.execute(
        insert(Person),
        [
            {"id": k, "name": f"{g} {f}", "given": g, "family": f, "entity_id": entities[e]}
            for k, (g, f, _, e) in zip(keys, crowd, strict=True)
        ],
    )
    names = [(k, f"{g} {f}") for k, (g, f, _, _) in zip(keys, crowd, strict=True)]
    rows = [
        {"id": i, "person_id": k, "name": n, "key": name_key(n)}
        for i, (k, n) in zip(new_keys(count), names, strict=True)
    ]
    session.execute(insert(PersonName), rows)
    mails = [
        {"id": i, "person_id": k, "email": m}
        for i, k, (_, _, m, _) in zip(new_keys(count), keys, crowd, strict=True)
    ]
    session.execute(insert(PersonEmail), mails)
    meetings = new_keys(10)
    session.execute(
        insert(Meeting),
        [
            {"id": m, "code": f"SOM{n + 20} senior", "code_key": f"som{n + 20}senior", "som_number": n + 20,
             "segment": "senior", "date": f"{2010 + n}-10-10", "status": "held"}
            for n, m in enumerate(meetings)
        ],
    )  # fmt: skip
    lines = [
        {"id": i, "meeting_id": meetings[n % 10], "person_id": keys[n % count], "position": n,
         "name": names[n % count][1], "entity": crowd[n % count][3], "capacity": "member",
         "entity_id": entities[crowd[n % count][3]], "attendance": "attended", "mode": "online"}
        for n, i in enumerate(new_keys(rosters))
    ]  # fmt: skip
    if lines:
        session.execute(insert(Participation), lines)


def make_desk(path: Path, count: int, rosters: int = 0) -> None:
    """A desk file that knows `count` people."""
    with open_desk(path, author="bench") as desk:
        desk.do("Fill", fill, count=count, rosters=rosters)


def registrations(rows: int, known: int, acronyms: list[str]) -> Iterator[tuple[object, ...]]:
    """Rows of a sheet: six of ten people known with their address, one without, the rest new or misspelt."""
    crowd = people(known, acronyms)
    strangers = iter(people(rows, acronyms, seed=77))
    rng = random.Random(5)
    chosen = rng.sample(range(known), min(rows, known))
    for n in range(rows):
        kind = rng.random()
        given, family, mail, entity = crowd[chosen[n]] if n < len(chosen) and kind < 0.75 else next(strangers)
        if 0.6 <= kind < 0.7:
            mail = ""
        elif 0.7 <= kind < 0.75:
            mail, family = "", family[:3] + family[4:]
        yield (
            n + 1, rng.choice(("Mr", "Ms", "Dr", "")), given, family, mail, entity, f"Officer {n % 90}",
            f"+41 22 {n:07d}", "Switzerland", "online", "2031-04-20", None,
        )  # fmt: skip


def make_sheet(path: Path, rows: int, known: int, acronyms: list[str]) -> None:
    """A registration workbook with its header in row 4."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Registrations")
    sheet.append(["Senior Segment of the 40th Senior Officials Meeting"])
    sheet.append(["Registrations received"])
    sheet.append([])
    sheet.append(list(HEADERS))
    for row in registrations(rows, known, acronyms):
        sheet.append(list(row))
    book.save(path)
