"""The directory of the informed half: who is known, and groups of people made to be mistaken."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from benchmarks.labelled.shape import KnownPerson

_ORDINARY = 2300
_UNMARKED = str.maketrans("łŁøØđĐßæÆœŒı", "lLoOdDsaAoOi")


@cache
def pools() -> dict[str, tuple[str, ...]]:
    """The names by section of `informed_names.txt`, _ read as a blank."""
    found: dict[str, tuple[str, ...]] = {}
    section = ""
    text = (Path(__file__).parent / "informed_names.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found[section] = found.get(section, ()) + tuple(word.replace("_", " ") for word in line.split())
    return found


@dataclass(slots=True)
class Made:
    """A person while the set is made; `native` is the name in the person's own script, "" without one."""

    key: str
    given: str
    family: str
    sex: str
    region: str
    entity: str
    domain: str
    entity_names: tuple[str, ...]
    country: str
    function: str
    emails: list[str] = field(default_factory=list)
    title: str = ""
    native: str = ""
    family_first: bool = False
    written: str = ""  # the name as the directory shows it, where that is not given and family
    group: str = ""  # the group the person was made for, "" for an ordinary one

    @property
    def name(self) -> str:
        if self.written:
            return self.written
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)

    def known(self) -> KnownPerson:
        """The person as the directory holds it."""
        given, family = ("", "") if self.written else (self.given, self.family)
        return KnownPerson(
            self.key, self.name, given, family, self.title, self.entity, tuple(self.emails), self.function,
            self.country,
        )  # fmt: skip


def plain(text: str) -> str:
    """Without accents, for addresses and for lists that lost them."""
    bare = unicodedata.normalize("NFKD", text.translate(_UNMARKED))
    return "".join(c for c in bare if not unicodedata.combining(c))


def bare_key(name: str) -> str:
    """Equal for names of the same words in any order, case and accents."""
    letters = "".join(c if c.isalnum() else " " for c in plain(name).casefold())
    return " ".join(sorted(letters.split()))


class Crowd:
    """Makes people whose names nobody in the crowd has yet; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.people: list[Made] = []
        self.names: set[str] = set()
        self._mails: set[str] = set()
        self._count = 0

    def person(self, **given: str) -> Made:
        """Somebody with a name of their own; fields given by name are taken as they are."""
        while True:
            one = self._draw(given)
            if one.written or "given" in given or bare_key(one.name) not in self.names:
                self.names.add(bare_key(one.name))
                return one

    def keep(self, one: Made, *, mailed: float = 0.75) -> Made:
        """Put somebody into the directory, with an address of their own as often as `mailed` says."""
        if not one.emails and self.rng.random() < mailed:
            one.emails.append(self.address(one))
            if self.rng.random() < 0.08:
                one.emails.append(self.address(one, private=True))
        self.people.append(one)
        return one

    def address(self, one: Made, *, private: bool = False) -> str:
        """An address nobody else has, made from the name."""
        given, family = self._local(one.given) or "x", self._local(one.family) or "y"
        styles = (
            f"{given}.{family}",
            f"{given}.{family}",
            f"{given[0]}{family}",
            f"{family}.{given[0]}",
            given + family[0],
        )
        local = self.rng.choice(styles)
        domain = self.rng.choice(("post.example", "webmail.example")) if private else one.domain
        mail, count = f"{local}@{domain}", 1
        while mail in self._mails:
            count += 1
            mail = f"{local}{count}@{domain}"
        self._mails.add(mail)
        return mail

    def _local(self, text: str) -> str:
        return "".join(c for c in plain(text).casefold() if c.isascii() and c.isalnum())

    def _draw(self, given: dict[str, str]) -> Made:
        rng, names = self.rng, pools()
        region = given.get("region") or rng.choice(_REGIONS)
        sex = given.get("sex") or rng.choice("mf")
        first, family, native, family_first = self._named(region, sex)
        entity, domain, *texts = rng.choice(names["entities"]).split("=")
        country = rng.choice(names.get(f"{region} country") or (_COUNTRIES.get(region, ""),))
        self._count += 1
        one = Made(
            f"i{self._count:05d}", first, family, sex, region, entity, domain, tuple(texts), country,
            rng.choice(names["functions"]), native=native, family_first=family_first,
        )  # fmt: skip
        if rng.random() < 0.3:
            one.title = {"m": "Mr", "f": "Ms"}[sex] if rng.random() < 0.8 else "Dr"
        for name, value in given.items():
            setattr(one, name, value)
        return one

    def _named(self, region: str, sex: str) -> tuple[str, str, str, bool]:
        rng, names = self.rng, pools()
        if region in ("chinese", "korean"):
            family, family_native = rng.choice(names[f"{region} families"]).split("=")
            given, given_native = rng.choice(names[f"{region} given"]).split("=")
            return given, family, family_native + given_native, rng.random() < 0.5
        if region in ("japanese", "native"):
            given, family, native = rng.choice(names[region]).split("=")
            other = rng.choice(names[region]).split("=")[0] if region == "japanese" else given
            return other, family, native if other == given else "", False
        firsts = names[f"{region} {'men' if sex == 'm' else 'women'}"]
        given = rng.choice(firsts)
        families = names[f"{region} families"]
        if region in ("english", "indian") and rng.random() < 0.15:
            given = f"{given} {rng.choice('ABCDEGHJKLMNPRST')}."
        if region in ("english", "french", "german", "african") and rng.random() < 0.15:
            given = f"{given} {rng.choice(firsts)}"
        return given, rng.choice(families), "", False


_COUNTRIES = {"chinese": "China", "japanese": "Japan", "korean": "Republic of Korea"}
_REGIONS = (
    *("english", "french", "iberian", "dutch", "german", "arabic", "slavic", "african", "indian") * 3,
    *("chinese", "korean") * 2, "japanese", "native",
)  # fmt: skip


def twins() -> tuple[tuple[str, str], ...]:
    """Given names a letter or an ending apart that are names of two people."""
    return tuple((first, second) for first, second in (row.split("=") for row in pools()["twins"]))


def directory(crowd: Crowd) -> dict[str, list[tuple[Made, ...]]]:
    """Fill the crowd; the groups made to be confused, by the name of the group."""
    for _ in range(_ORDINARY):
        one = crowd.keep(crowd.person())
        if one.native and one.emails and crowd.rng.random() < 0.15:
            one.written, one.group = one.native, "native"
    groups: dict[str, list[tuple[Made, ...]]] = {}
    for name, members in _groups(crowd):
        for one in members:
            one.group = name
        groups.setdefault(name, []).append(members)
    return groups


def _groups(crowd: Crowd) -> Iterator[tuple[str, tuple[Made, ...]]]:
    for first, second in twins() * 2:
        yield "twins", _pair(crowd, first, second, crowd.rng.choice((True, False)))
    for _ in range(25):
        yield "household", _household(crowd)
    for number in range(12):
        yield "office", _office(crowd, number)
    for _ in range(30):
        one = crowd.person()
        other = crowd.person(given=one.given, family=one.family, region=one.region, sex=one.sex)
        while other.entity == one.entity:
            other = crowd.person(given=one.given, family=one.family, region=one.region, sex=one.sex)
        other.family_first, other.native = one.family_first, ""
        yield "namesakes", (crowd.keep(one, mailed=1.0), crowd.keep(other, mailed=1.0))
    for given, family, region in (row.split("=") for row in pools()["bearers of one name"]):
        yield (
            "many",
            tuple(
                crowd.keep(crowd.person(given=given, family=family, region=region), mailed=0.8)
                for _ in range(12)
            ),
        )
    for given, family in (
        ("James", "Henry"),
        ("Thomas", "Martin"),
        ("Simon", "David"),
        ("Robert", "Vincent"),
    ):
        one = crowd.person(given=given, family=family, region="english")
        other = crowd.person(given=family, family=given, region="english", entity=one.entity)
        other.domain, other.entity_names = one.domain, one.entity_names
        yield "turned", (crowd.keep(one, mailed=1.0), crowd.keep(other, mailed=1.0))


def _pair(crowd: Crowd, first: str, second: str, together: bool) -> tuple[Made, Made]:
    """Two people of one family name and given names alike, in one entity or in two."""
    one = crowd.person(given=first, sex="m")
    while one.region in ("chinese", "korean", "japanese", "native"):
        one = crowd.person(given=first, sex="m")
    one.title = ""
    more = {"entity": one.entity} if together else {}
    other = crowd.person(given=second, family=one.family, region=one.region, **more)
    if together:
        other.domain, other.entity_names = one.domain, one.entity_names
    other.title, other.country = "", one.country
    return crowd.keep(one), crowd.keep(other)


def _household(crowd: Crowd) -> tuple[Made, ...]:
    """Two relatives under one address."""
    one = crowd.person(region=crowd.rng.choice(("english", "iberian", "dutch", "arabic", "german")))
    other = crowd.person(region=one.region, family=one.family, entity=one.entity)
    while other.given[0] == one.given[0]:
        other = crowd.person(region=one.region, family=one.family, entity=one.entity)
    other.domain, other.entity_names = one.domain, one.entity_names
    mail = f"{plain(one.family).casefold().replace(' ', '')}.family{len(crowd.people)}@post.example"
    one.emails, other.emails = [mail], [mail]
    return crowd.keep(one), crowd.keep(other)


def _office(crowd: Crowd, number: int) -> tuple[Made, ...]:
    """Three people of an entity who sign with the address of their office; one has no other."""
    first = crowd.person()
    mail = f"{crowd.rng.choice(('secretariat', 'office', 'registry', 'info'))}{number}@{first.domain}"
    members = [first]
    for _ in range(2):
        other = crowd.person(entity=first.entity)
        other.domain, other.entity_names = first.domain, first.entity_names
        members.append(other)
    for one in members[1:]:
        one.emails = [crowd.address(one), mail]
    first.emails = [mail]
    return tuple(crowd.keep(one) for one in members)
