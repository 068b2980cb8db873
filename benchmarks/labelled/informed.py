"""The informed half of the labelled set: made with knowledge of the matcher, and against it.

It aims at what the matcher's code decides by: how many letters may differ in a name of
which length, words many people bear, initials, particles, parts run together, the order
of two words, scripts, addresses that are shared, names that come twice in a file or a
dozen times in the directory. Three rows in four are ordinary, as in a list of
registrations; the others are slips and traps. Everybody is invented; every run makes the
same set.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from benchmarks.labelled.informed_people import Crowd, Made, bare_key, directory, plain, twins
from benchmarks.labelled.informed_slips import SLIPS
from benchmarks.labelled.shape import LabelledSet, Row

_FILES = 36
_SEED = 4711
Draft = dict[str, str]
Groups = dict[str, list[tuple[Made, ...]]]
_SLIPS_OF_EACH = 20
_FEWER = {
    "short name one letter off": 8,
    "two letters off": 14,
    "first letter misread": 10,
    "transliteration of both": 14,
}


@cache
def informed_set() -> LabelledSet:
    """The informed half."""
    crowd = Crowd(_SEED)
    groups = directory(crowd)
    rows = _Rows(crowd)
    _ordinary(rows)
    _slips(rows)
    _scripts(rows)
    _groups(rows, groups)
    _strangers(rows)
    _twice(rows)
    people = tuple(one.known() for one in crowd.people)
    return LabelledSet(people, tuple(sorted(rows.made, key=lambda row: (row.file, row.number))))


class _Rows:
    """The rows made so far; nobody stands twice in a file unless that is what a row is made for."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.rng = random.Random(_SEED + 1)
        self.made: list[Row] = []
        self._in_file: list[set[str]] = [set() for _ in range(_FILES)]
        plain_people = [one for one in crowd.people if not one.group]
        self.rng.shuffle(plain_people)
        self._turn = plain_people
        self._at = 0
        self.bearers: dict[str, int] = {}
        for one in crowd.people:
            key = bare_key(one.name)
            self.bearers[key] = self.bearers.get(key, 0) + 1

    def somebody(self, fits: Callable[[Made], object] = lambda one: True) -> Made:
        """The next ordinary person of the directory who fits."""
        for _ in range(len(self._turn)):
            one = self._turn[self._at % len(self._turn)]
            self._at += 1
            if fits(one):
                return one
        raise ValueError("nobody in the directory fits")

    def draft(self, one: Made, *, mail: bool = True, entity: bool = True) -> Draft:
        """A row that says of somebody what the directory knows, the entity in one of its writings."""
        rng = self.rng
        return {
            "given": one.given,
            "family": one.family,
            "name": one.name,
            "title": one.title if rng.random() < 0.7 else "",
            "entity": rng.choice(one.entity_names) if entity else "",
            "email": rng.choice(one.emails) if mail and one.emails else "",
            "function": one.function if rng.random() < 0.5 else "",
            "country": one.country if rng.random() < 0.4 else "",
        }

    def add(
        self, kind: str, one: Made | None, draft: Draft, file: int | None = None, *, whole: bool = False
    ) -> int:
        """Put a row into a file; `whole` keeps the name as one cell as it is. The file's number."""
        named = bare_key(draft["name"])
        if file is None:
            free = [number for number in range(_FILES) if named not in self._in_file[number]]
            file = self.rng.choice(free)
        self._in_file[file].add(named)
        parted = file % 3 == 0 and not whole
        name, given, family = ("", draft["given"], draft["family"]) if parted else (draft["name"], "", "")
        number = len(self.made) + 1
        self.made.append(
            Row(
                number,
                name,
                given,
                family,
                draft["title"],
                draft["entity"],
                draft["email"],
                draft["function"],
                draft["country"],
                one.key if one else None,
                kind,
                file,
            )
        )  # fmt: skip
        return file


def _ordinary(rows: _Rows) -> None:
    mailed = lambda one: one.emails  # noqa: E731
    for _ in range(1150):
        one = rows.somebody(mailed)
        rows.add("as known, with address", one, rows.draft(one))
    for _ in range(330):
        one = rows.somebody()
        rows.add("as known, without address", one, rows.draft(one, mail=False))
    for _ in range(60):
        one = rows.somebody()
        rows.add(
            "name alone",
            one,
            {**rows.draft(one, mail=False, entity=False), "title": "", "country": ""},
            whole=True,
        )
    for _ in range(150):
        one = rows.somebody()
        draft = rows.draft(one)
        parts = (
            (one.family.upper(), one.given) if rows.rng.random() < 0.5 else (one.given, one.family.upper())
        )
        rows.add(
            "family name in capitals", one, {**draft, "name": " ".join(parts), "family": one.family.upper()}
        )
    for _ in range(150):
        one = rows.somebody()
        rows.add(
            "family name, comma", one, {**rows.draft(one), "name": f"{one.family}, {one.given}"}, whole=True
        )
    for _ in range(40):
        one = rows.somebody()
        rows.add("all in capitals", one, _named(rows.draft(one), one.given.upper(), one.family.upper(), one))
    for _ in range(60):
        one = rows.somebody(mailed)
        other = rows.somebody()
        rows.add("moved, same address", one, {**rows.draft(one), "entity": other.entity_names[0]})
    for _ in range(60):
        one = rows.somebody(lambda one: len(one.name.split()) > 2 and not one.family_first)
        rows.add("other order", one, {**rows.draft(one), "name": f"{one.family} {one.given}"}, whole=True)
    for _ in range(20):
        one = rows.somebody(mailed)
        mail = rows.crowd.address(one, private=True)
        rows.add("another address", one, {**rows.draft(one), "email": mail})


def _named(draft: Draft, given: str, family: str, one: Made) -> Draft:
    name = f"{family} {given}" if one.family_first else f"{given} {family}"
    return {**draft, "given": given, "family": family, "name": name}


def _evidence(rows: _Rows, one: Made) -> Draft:
    """What a row with a slip says besides: mostly the address, else mostly the entity."""
    luck = rows.rng.random()
    if luck < 0.72 and one.emails:
        return rows.draft(one, entity=rows.rng.random() < 0.85)
    return rows.draft(one, mail=False, entity=rows.rng.random() < 0.9)


def _slips(rows: _Rows) -> None:
    for kind, slip in SLIPS.items():
        for _ in range(_FEWER.get(kind, _SLIPS_OF_EACH)):
            while True:
                one = rows.somebody(lambda one: kind != "suffix" or not one.family_first)  # noqa: B023
                parts = slip(rows.rng, one.given, one.family)
                if parts is None:
                    continue
                draft = _named(_evidence(rows, one), *parts, one)
                if kind in ("accents lost", "suffix") or bare_key(draft["name"]) not in rows.bearers:
                    break
            rows.add(kind, one, draft, whole=kind == "suffix")


def _scripts(rows: _Rows) -> None:
    """Another script is known by the address alone; Chinese and Korean names come in both orders."""
    for _ in range(20):
        one = rows.somebody(lambda one: one.native and one.emails)
        rows.add("own script, same address", one, {**rows.draft(one), "name": one.native}, whole=True)
    shown = [one for one in rows.crowd.people if one.group == "native"]
    for one in shown[:20]:
        rows.add("romanised, known in own script", one, _named(rows.draft(one), one.given, one.family, one))
    for _ in range(40):
        one = rows.somebody(lambda one: one.region in ("chinese", "korean"))
        turned = (one.given, one.family) if one.family_first else (one.family, one.given)
        draft = rows.draft(one, mail=rows.rng.random() < 0.9)
        rows.add("Chinese order", one, {**draft, "name": " ".join(turned)}, whole=True)
    for _ in range(12):
        one = rows.somebody(lambda one: one.region == "chinese" and one.emails)
        rows.add(
            "Chinese name in one word",
            one,
            {**rows.draft(one), "name": f"{one.family}{one.given.lower()}"},
            whole=True,
        )
    for one in shown[20:30]:
        other = _stranger(rows, lambda other: other.native)
        draft = {**rows.draft(one), "name": other.native}
        rows.add("another's own script, same address", None, draft, whole=True)


def _groups(rows: _Rows, groups: Groups) -> None:
    """People made to be taken for one another, each meant in turn."""
    for number, (one, other) in enumerate(groups["twins"]):
        meant = (one, other)[number % 2]
        rows.add("given names nearly alike", meant, rows.draft(meant, mail=number % 4 < 3))
    for one, other in groups["household"]:
        rows.add("relatives, one address", one, rows.draft(one))
        if rows.rng.random() < 0.5:
            rows.add("relatives, one address", other, rows.draft(other))
    for members in groups["office"]:
        for one in members[:2]:
            rows.add("office address", one, {**rows.draft(one), "email": members[0].emails[0]})
    for number, (one, other) in enumerate(groups["namesakes"]):
        meant = (one, other)[number % 2]
        rows.add(
            "namesakes, by address" if number < 25 else "namesakes, by entity",
            meant,
            rows.draft(meant, mail=number < 25),
        )
    for members in groups["many"]:
        mailed = [one for one in members if one.emails]
        for one in mailed[:4]:
            rows.add("a dozen of one name", one, rows.draft(one))
    for one, other in groups["turned"]:
        rows.add("names turned round", one, rows.draft(one))
        rows.add("names turned round", other, rows.draft(other))


def _stranger(rows: _Rows, fits: Callable[[Made], object] = lambda one: True) -> Made:
    while True:
        one = rows.crowd.person()
        if fits(one) and bare_key(one.name) not in rows.bearers:
            return one


def _beside(rows: _Rows, one: Made, given: str, family: str, **more: str) -> Draft:
    """A row of somebody else in the entity of `one`: another name, nothing else told unless by `more`."""
    draft = {**rows.draft(one, mail=False), "title": "", "function": "", "country": "", **more}
    return _named(draft, given, family, one)


def _own_mail(rows: _Rows, draft: Draft, domain: str) -> str:
    local = plain(draft["name"]).casefold().replace(" ", ".").replace("'", "")
    return f"{local}{len(rows.made)}@{domain}" if local.isascii() else f"p{len(rows.made)}@{domain}"


def _strangers(rows: _Rows) -> None:
    for _ in range(620):
        one = _stranger(rows)
        if rows.rng.random() < 0.75:
            one.emails = [rows.crowd.address(one)]
        rows.add("nobody known", None, rows.draft(one))
    _others_of_a_family(rows)
    _others_of_a_name(rows)
    _others_by_a_letter(rows)


def _others_of_a_family(rows: _Rows) -> None:
    for number in range(60):
        one, other = rows.somebody(lambda one: one.given.isascii()), rows.crowd.person()
        given = other.given.split()[0]
        if given[0] == one.given[0]:
            continue
        draft = _beside(rows, one, given, one.family)
        if bare_key(draft["name"]) in rows.bearers:
            continue
        if number % 3 == 0 and one.emails:
            rows.add("relative under the same address", None, {**draft, "email": one.emails[0]})
        else:
            rows.add("same family name, other given name", None, _mailed(rows, draft, one))
    for _ in range(25):
        one, other = rows.somebody(), rows.crowd.person()
        draft = _beside(rows, one, one.given, other.family)
        if bare_key(draft["name"]) not in rows.bearers:
            rows.add("same given name in the same entity", None, _mailed(rows, draft, one))
    for _ in range(12):
        one, other = rows.somebody(lambda one: one.emails), _stranger(rows)
        rows.add(
            "somebody else under a known address",
            None,
            _beside(rows, one, other.given, other.family, email=one.emails[0]),
        )
    for _ in range(10):
        one = rows.somebody(lambda one: one.region == "iberian" and len(one.family.split()) == 2)
        second = rows.somebody(
            lambda two: two.region == "iberian" and len(two.family.split()) == 2
        ).family.split()[1]
        draft = _beside(rows, one, one.given, f"{one.family.split()[0]} {second}")
        if bare_key(draft["name"]) not in rows.bearers:
            rows.add("other second family name", None, _mailed(rows, draft, one))


def _mailed(rows: _Rows, draft: Draft, one: Made) -> Draft:
    return {**draft, "email": _own_mail(rows, draft, one.domain)} if rows.rng.random() < 0.6 else draft


def _others_of_a_name(rows: _Rows) -> None:
    for number in range(14):
        one = rows.somebody(lambda one: one.emails)
        other = _stranger(rows)
        draft = {**_beside(rows, one, one.given, one.family), "entity": other.entity_names[0]}
        if number < 9:
            draft["email"] = _own_mail(rows, draft, other.domain)
        rows.add("same name in another entity", None, draft)
    for _ in range(8):
        known = rows.somebody(lambda one: one.given.endswith("."))
        letter = rows.rng.choice("FIOUVWYZ")
        draft = _beside(rows, known, f"{known.given.split()[0]} {letter}.", known.family)
        if bare_key(draft["name"]) not in rows.bearers:
            rows.add("other middle initial", None, _mailed(rows, draft, known))
    for _ in range(8):
        one = rows.somebody(
            lambda one: len(one.given.split()) == 1 and len(one.family.split()) == 1 and one.emails
        )
        draft = _beside(rows, one, one.family, one.given)
        draft["entity"] = _stranger(rows).entity_names[0]
        rows.add(
            "same words turned round, another entity",
            None,
            {**draft, "email": _own_mail(rows, draft, "post.example")},
        )


def _others_by_a_letter(rows: _Rows) -> None:
    """Names a letter or a syllable apart that are names of two people."""
    pairs = [*twins(), *(pair[::-1] for pair in twins())]
    short = (
        ("Wei", "Wen"),
        ("Min-jun", "Min-ju"),
        ("Fang", "Feng"),
        ("Jing", "Ying"),
        ("Soo-jin", "Soo-jung"),
        ("Rui", "Hui"),
    )
    made = 0
    for first, second in (*pairs, *short, *(pair[::-1] for pair in short)):
        known = [one for one in rows.crowd.people if one.given == first and one.group in ("", "twins")]
        for one in known[:2]:
            draft = _beside(rows, one, second, one.family)
            if bare_key(draft["name"]) in rows.bearers or made >= 60:
                continue
            made += 1
            shared = one.emails and made % 6 == 0
            more = {"email": one.emails[0]} if shared else {}
            kind = "a letter from a known name, same address" if shared else "a letter from a known name"
            if made % 2:
                draft["entity"] = _stranger(rows).entity_names[0]
            rows.add(kind, None, {**_mailed(rows, draft, one), **more})


def _twice(rows: _Rows) -> None:
    """Somebody twice in one file: alike, once without the address, once misspelt; and two of one name."""
    for number in range(24):
        one = rows.somebody(lambda one: one.emails)
        file = rows.add("twice in one file", one, rows.draft(one))
        again = rows.draft(one, mail=number % 3 > 0)
        if number % 3 == 2:
            again = _named(again, one.given, one.family.upper(), one)
        rows.add("twice in one file", one, again, file)
    for _ in range(16):
        one = rows.somebody(lambda one: one.emails and len(one.family) > 6)
        parts = SLIPS["letter doubled or single"](rows.rng, one.given, one.family)
        if parts is None or bare_key(" ".join(parts)) in rows.bearers:
            continue
        file = rows.add("twice in one file", one, rows.draft(one))
        rows.add("twice in one file", one, _named(rows.draft(one), *parts, one), file)
    for _ in range(6):
        one, other = _stranger(rows), _stranger(rows)
        first = rows.draft(one)
        file = rows.add("two strangers of one name", None, first)
        rows.add(
            "two strangers of one name",
            None,
            {**first, "entity": other.entity_names[0], "title": "", "country": ""},
            file,
        )
