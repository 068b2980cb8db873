"""Inventing people: a name in the way of a culture, a place of work, and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random

from benchmarks.labelled.cultures import Culture, cultures, draw, words

FAMILY_FIRST = {"chinese": 0.45, "korean": 0.5, "japanese": 0.12, "vietnamese": 0.6}
_SECOND_FAMILY = {"spanish": 0.6, "portuguese": 0.5, "filipino": 0.15}
_MIDDLE = {"spanish": 0.3, "portuguese": 0.3, "english": 0.15, "arabic": 0.35, "vietnamese": 0.8}
_MIDDLE |= {"russian": 0.12, "filipino": 0.3, "westafrican": 0.2, "eastafrican": 0.25, "indian": 0.15}
_MIDDLE |= {"pakistani": 0.3, "indonesian": 0.3, "german": 0.06, "nordic": 0.1, "ethiopian": 0.12}
_SUFFIX = {"english": ("Jr", "Jr.", "III"), "portuguese": ("Júnior", "Filho", "Neto"), "filipino": ("Jr.",)}
_VIETNAMESE_MIDDLE = {"m": ("Văn", "Đức", "Minh", "Quốc", "Hữu"), "f": ("Thị", "Thị", "Thu", "Ngọc")}
FUNCTIONS = (
    "Programme Management Officer,Programme Officer,Associate Programme Officer,Head of Unit,Chief of "
    "Section,Director,Deputy Director,Economist,Legal Officer,Policy Adviser,Consultant,Intern,Focal "
    "Point,Environmental Affairs Officer,Facilities Manager,Sustainability Officer,Scientific Officer,"
    "Partnerships Specialist,Communications Officer,Procurement Officer,Senior Adviser,Liaison Officer"
).split(",")
COUNTRIES = (
    "Switzerland,United States of America,Kenya,Austria,Italy,France,Germany,Thailand,Ethiopia,Chile,Lebanon,"
    "Denmark,Netherlands,Japan,Canada,Spain,United Kingdom,Senegal,Panama,Jordan,India,Brazil,China"
).split(",")
_ENTITIES = (
    "UNEP UNDP WHO FAO UNESCO UNICEF WFP UNHCR ILO WB UNIDO IAEA IOM UNFPA ITU UNOPS UNFCCC DESA WMO "
    "UN-Habitat UNCTAD WIPO ECE ESCAP ECA ECLAC ESCWA UN_Women OHCHR OCHA WTO ICAO IMO IFAD ITC UNCCD "
    "CBD BRS UNODC UNDRR CITES UNITAR CMS GEF UNU DOS UPU UNWTO IMF UNEP-WCMC Ramsar "
    "Minamata_Convention Ozone_Secretariat UNOOSA WWF CEB DCO SUN EMG Youth CYNESA Youth_Envoy"
)
ENTITIES = tuple(word.replace("_", " ") for word in _ENTITIES.split())


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts. `family` holds its particle; `native` is (given, family) in the native script."""

    culture: str
    sex: str
    given: str
    middle: str = ""
    family: str = ""
    second: str = ""
    suffix: str = ""
    family_first: bool = False
    native: tuple[str, str] = ("", "")

    def pair(self) -> tuple[str, str]:
        """Given and family name as two columns would hold them."""
        # In Vietnam the middle name stands before the given one.
        given = (self.middle, self.given) if self.culture == "vietnamese" else (self.given, self.middle)
        return _join(*given), _join(self.family, self.second, self.suffix)

    def shown(self) -> str:
        """The name in the order in which this person writes it."""
        given, family = self.pair()
        return _join(family, given) if self.family_first else _join(given, family)


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in life. `emails` are the addresses in use; the directory knows the first `known` of them.

    `key` is "" for people whom the directory does not hold.
    """

    key: str
    parts: Parts
    title: str
    entity: str
    emails: tuple[str, ...]
    known: int
    function: str
    country: str
    in_native_script: bool = False

    def written(self) -> tuple[str, str, str]:
        """Given name, family name and the name as shown, as the directory writes them."""
        if self.in_native_script:
            given, family = self.parts.native
            if self.parts.culture in FAMILY_FIRST:
                return given, family, family + given
            return given, family, _join(given, family)
        return *self.parts.pair(), self.parts.shown()


def _join(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def draw_culture(rng: Random) -> Culture:
    """A culture by its share of the crowd."""
    return rng.choices(cultures(), weights=[culture.share for culture in cultures()])[0]


def draw_entity(rng: Random) -> str:
    """An entity; the large ones send by far the most people."""
    return rng.choices(ENTITIES, weights=[(rank + 4) ** -0.9 for rank in range(len(ENTITIES))])[0]


def other_entity(rng: Random, entity: str) -> str:
    """Any other entity."""
    while (found := draw_entity(rng)) == entity:
        pass
    return found


def invent_parts(rng: Random, culture: Culture) -> Parts:
    """A name in the way of the culture."""
    sex = rng.choice("mf")
    given = draw(rng, culture.given(sex), 0.6)
    family = draw(rng, culture.families, culture.skew)
    native = (given.native, _feminine(family.native, sex, culture.name))
    shown_family = _feminine(rng.choice(_usual(family.spellings)), sex, culture.name)
    parts = Parts(culture.name, sex, rng.choice(_usual(given.spellings)), family=shown_family)
    parts = replace(parts, native=native if all(native) else ("", ""))
    if culture.name == "indonesian" and rng.random() < 0.25:
        return replace(parts, given="", family=parts.given, native=("", ""))
    if rng.random() < FAMILY_FIRST.get(culture.name, 0.0):
        parts = replace(parts, family_first=True)
    if culture.name == "chinese" and len(parts.given) > 6 and rng.random() < 0.15:
        parts = replace(parts, given=_hyphened(parts.given))
    return _with_extras(rng, parts, culture)


def _usual(spellings: tuple[str, ...]) -> tuple[str, ...]:
    """The first spelling is the usual one: drawn as often as all others together."""
    return spellings[:1] * max(1, len(spellings) - 1) + spellings[1:]


def _with_extras(rng: Random, parts: Parts, culture: Culture) -> Parts:
    if rng.random() < _MIDDLE.get(culture.name, 0.0):
        parts = replace(parts, middle=draw_middle(rng, parts, culture))
    if rng.random() < _SECOND_FAMILY.get(culture.name, 0.0):
        parts = replace(parts, second=draw_second(rng, parts, culture))
    if parts.sex == "m" and rng.random() < 0.03 and culture.name in _SUFFIX:
        parts = replace(parts, suffix=rng.choice(_SUFFIX[culture.name]))
    return parts


def draw_middle(rng: Random, parts: Parts, culture: Culture) -> str:
    """A middle name: a second given name, a father's name, or at times an initial."""
    if culture.name == "vietnamese":
        return rng.choice(_VIETNAMESE_MIDDLE[parts.sex])
    if culture.name == "russian":
        father = draw(rng, culture.male, 0.5).spellings[0].rstrip("y")
        return father + ("ovich" if parts.sex == "m" else "ovna")
    sex = "m" if culture.name in ("arabic", "ethiopian", "pakistani") else parts.sex
    while (name := draw(rng, culture.given(sex), 0.3).spellings[0]) in (parts.given, parts.family):
        pass
    if culture.name in ("english", "filipino", "westafrican", "eastafrican") and rng.random() < 0.5:
        return f"{name[0]}."
    return name


def draw_second(rng: Random, parts: Parts, culture: Culture) -> str:
    """A second family name other than the first."""
    while (name := draw(rng, culture.families, culture.skew).spellings[0]) == parts.family:
        pass
    return name


def _feminine(family: str, sex: str, culture: str) -> str:
    if sex == "m" or culture not in ("russian", "westslavic"):
        return family
    for ending, female in (("sky", "skaya"), ("ский", "ская"), ("ski", "ska"), ("ý", "á")):
        if family.endswith(ending):
            return family.removesuffix(ending) + female
    for ending in ("ov", "ev", "in", "ов", "ев", "ин"):
        if family.endswith(ending):
            return family + ("a" if ending.isascii() else "а")
    return family


def _hyphened(given: str) -> str:
    """Xiaoming as Xiao-Ming: cut between the first syllable and the next."""
    found = re.fullmatch(r"(.*?[aeiou](?:ng|n)?)((?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])[aeiou].*)", given)
    return f"{found[1]}-{found[2].capitalize()}" if found else given


def address(rng: Random, parts: Parts, entity: str, taken: set[str], turn: int = 0) -> str:
    """A new address in the style of the entity, `turn` styles on, or of a free mail service ("")."""
    given, family = "".join(words(parts.given)), "".join(words(parts.family))
    given, family = given or family, family or given
    style = (sum(map(ord, entity)) + turn) % 4 if entity else rng.randrange(4)
    local = (f"{given}.{family}", f"{family}{given[:1]}", f"{given[:1]}.{family}", f"{given}{family}")[style]
    host = "".join(words(entity)) or rng.choice(("post", "mail", "correo", "courrier"))
    found, number = f"{local}@{host}.example", 1
    while found in taken:
        number += 1
        found = f"{local}{number}@{host}.example"
    taken.add(found)
    return found


def draw_title(rng: Random, sex: str) -> str:
    """Mr or Ms, at times a degree, at times nothing."""
    usual = "Mr." if sex == "m" else "Ms."
    return rng.choices((usual, "Dr.", "Prof.", ""), weights=(70, 9, 2, 19))[0]


def invent(rng: Random, parts: Parts, entity: str, taken: set[str], key: str = "") -> Someone:
    """A person of this name at this entity with one or two addresses; the directory may know none of them."""
    emails = [address(rng, parts, entity if rng.random() < 0.93 else "", taken)]
    if rng.random() < 0.1:
        emails.append(address(rng, parts, "", taken))
    known = len(emails) if key and rng.random() < 0.66 else 0
    function = rng.choice(FUNCTIONS) if rng.random() < 0.6 else ""
    country = rng.choice(COUNTRIES) if rng.random() < 0.5 else ""
    native = all(parts.native) and not parts.middle and not parts.second and rng.random() < 0.06
    title = draw_title(rng, parts.sex)
    return Someone(key, parts, title, entity, tuple(emails), known, function, country, native)
