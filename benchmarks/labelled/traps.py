"""Rows that look like a known person and mean somebody else, or one of two who look alike.

A trap gives None when chance drew somebody for whom it cannot be set; the caller tries again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from benchmarks.labelled.cultures import by_name, draw, loose, sex_of
from benchmarks.labelled.directory import TWIN_NAMES, Directory
from benchmarks.labelled.people import Someone, draw_culture, draw_entity, invent, invent_parts, other_entity

_NEAR = (
    "Maria Mario,Daniel Daniela,Jon Jan,Jan Jana,Paul Paula,Gabriel Gabriela,Alejandro Alejandra,"
    "Francisco Francisca,Antonio Antonia,Claudia Claudio,Andrea Andreas,Adriana Adriano,Mariana "
    "Mariano,Fernanda Fernando,Eva Ewa,Ana Anja,Anna Anja,Marco Marko,Marta Maria,Martin Martina,"
    "Stefan Stefania,Alexander Alexandra,Christian Christina,Chen Cheng,Kim Kimura,Wei Wen,Yan Yang,"
    "Wang Huang,Zhang Zheng,Lin Ling,Lin Liang,Hu Hua,Min Ming,Jin Jun,Li Lin,Wu Wei,Nakamura Nakamori,"
    "Yamada Yamamoto,Yuko Yumiko,Sato Saito,Kato Sato,Tanaka Tanabe,Silva Silveira,Costa Acosta,Ramos "
    "Ramirez,Perez Peres,Martin Martini,Santos Santoso,Diallo Diall,Hansen Jansen,Jensen Hansen,"
    "Nilsson Nelson,Brown Braun,Moore Moor,Hall Hill,Wood Woods,Roberts Robertson,Williams Williamson,"
    "Khan Khun,Amina Amira,Samira Samir,Amir Amira,Karim Karima,Nadia Nadja,Omar Amar,Banda Banza,Moyo "
    "Mayo,Otieno Atieno,Okello Okella,Mensah Mensa,Ivanov Ivanenko,Petrov Petrovsky,Marin Marina,Rossi "
    "Rosso,Luca Lucia,Paolo Paola,Giuseppe Giuseppa,Kumar Kumari,Sharma Verma,Anil Anila,Sunil Sunila,"
    "Minh Linh,Trần Trân,Park Bark,Lee Leo,Choi Cho,Jung Jang,Mehmet Ahmet,Hasan Hakan,Ali Alia,Nora "
    "Nour"
)
_SONS = {
    "english": ("Jr", "Jr.", "Sr.", "II"),
    "portuguese": ("Filho", "Júnior", "Neto"),
    "spanish": ("hijo",),
}
_SONS |= {
    "filipino": ("Jr.", "Jr"),
    "indian": ("Jr.",),
    "westafrican": ("Jr.", "Jr"),
    "eastafrican": ("Jr.",),
}

# A known pair is always at hand and a stranger must be found: so uneven, both come out about as often.
_KNOWN_RELATIVE = 0.25
_KNOWN_TWIN = 0.02


@dataclass(frozen=True, slots=True)
class Trap:
    """Whom the row means (a key of "": nobody known) and the address in it; None: as the list has it.

    `needs_entity` and `needs_email` tell what a human would need to see the trap.
    """

    someone: Someone
    email: str | None = None
    needs_entity: bool = False
    needs_email: bool = False


TrapMaker = Callable[[Random, Directory], Trap | None]


def _unlike(directory: Directory, someone: Someone) -> bool:
    """Whether nobody known anywhere could be this person with a name left out."""
    return not any(directory.alike(name, "") for name in (someone.parts.shown(), someone.written()[2]))


def _somebody(rng: Random, directory: Directory) -> Someone:
    while True:
        someone = rng.choice(directory.people)
        if someone.parts.given and not someone.in_native_script:
            return someone


def _newcomer(rng: Random, like: Someone, directory: Directory, entity: str, **changes: str) -> Someone:
    parts = replace(like.parts, native=("", ""), **changes)  # type: ignore[arg-type]
    parts = replace(parts, sex=sex_of(parts.given, parts.sex))
    return invent(rng, parts, entity, directory.taken)


def _other_given(rng: Random, like: Someone) -> str:
    culture = by_name()[like.parts.culture]
    return draw(rng, culture.given(like.parts.sex), 0.3).spellings[0]


def same_family(rng: Random, directory: Directory) -> Trap | None:
    """A colleague of the same family name."""
    like = _somebody(rng, directory)
    found = _newcomer(rng, like, directory, like.entity, given=_other_given(rng, like), middle="", suffix="")
    return Trap(found) if _unlike(directory, found) else None


def same_given(rng: Random, directory: Directory) -> Trap | None:
    """A colleague of the same given name."""
    like = _somebody(rng, directory)
    culture = by_name()[like.parts.culture]
    family = draw(rng, culture.families, 0.3).spellings[0]
    found = _newcomer(rng, like, directory, like.entity, family=family, second="", suffix="")
    return Trap(found) if _unlike(directory, found) else None


def namesake(rng: Random, directory: Directory) -> Trap | None:
    """Somebody of the same common name at another entity."""
    like = _somebody(rng, directory)
    entity = other_entity(rng, like.entity)
    given, family = loose(like.parts.given), loose(like.parts.family)
    common = all(len(directory.by_word.get(word, ())) >= 12 for word in given | family)
    if not common or like.parts.second or directory.alike(like.parts.shown(), entity):
        return None
    found = _newcomer(rng, like, directory, entity)
    return Trap(found, needs_entity=True)


def relative(rng: Random, directory: Directory) -> Trap | None:
    """Somebody registered with the address of a relative; half of them known under it as well."""
    if rng.random() < _KNOWN_RELATIVE:
        someone = directory.people[rng.choice(rng.choice(directory.relatives))]
        return Trap(someone, someone.emails[0], needs_email=True)
    like = _somebody(rng, directory)
    if not like.known:
        return None
    entity = like.entity if rng.random() < 0.5 else other_entity(rng, like.entity)
    changes = {"given": _other_given(rng, like), "middle": "", "suffix": ""}
    found = _newcomer(rng, like, directory, entity, **changes)
    return Trap(found, like.emails[0], needs_email=True) if _unlike(directory, found) else None


def office(rng: Random, directory: Directory) -> Trap | None:
    """Somebody registered with the address of the office or by a colleague with the colleague's own."""
    group = [directory.people[place] for place in rng.choice(directory.offices)]
    way = rng.random()
    if way < 0.3:
        someone = rng.choice(group)
        return Trap(someone, someone.emails[0], needs_email=True)
    if way < 0.65:
        found = invent(rng, invent_parts(rng, draw_culture(rng)), group[0].entity, directory.taken)
        return Trap(found, group[0].emails[0], needs_email=True) if _unlike(directory, found) else None
    clerk, someone = _somebody(rng, directory), _somebody(rng, directory)
    if not clerk.known or clerk.key == someone.key:
        return None
    if way < 0.8:
        if someone.entity != clerk.entity:
            return None
        return Trap(someone, clerk.emails[0], needs_email=True)
    found = invent(rng, invent_parts(rng, draw_culture(rng)), clerk.entity, directory.taken)
    return Trap(found, clerk.emails[0], needs_email=True) if _unlike(directory, found) else None


def near_name(rng: Random, directory: Directory) -> Trap | None:
    """Somebody whose name differs in a letter or two and is another name in life."""
    like = _somebody(rng, directory)
    pairs = [tuple(pair.split()) for pair in _NEAR.split(",")]
    pairs += [(two, one) for one, two in pairs]
    for one, two in rng.sample(pairs, len(pairs)):
        part = "given" if like.parts.given == one else "family" if like.parts.family == one else ""
        if part:
            entity = like.entity if rng.random() < 0.7 else other_entity(rng, like.entity)
            found = _newcomer(rng, like, directory, entity, **{part: two})
            return Trap(found) if _unlike(directory, found) else None
    return None


def father_and_son(rng: Random, directory: Directory) -> Trap | None:
    """A man whose father or son is known; the name alone tells them apart by Jr at the most."""
    like = _somebody(rng, directory)
    if like.parts.sex == "f" or like.parts.culture not in _SONS:
        return None
    if like.parts.suffix:
        found = _newcomer(rng, like, directory, other_entity(rng, like.entity), suffix="")
    else:
        entity = like.entity if rng.random() < 0.5 else other_entity(rng, like.entity)
        found = _newcomer(rng, like, directory, entity, suffix=rng.choice(_SONS[like.parts.culture]))
    if found.entity != like.entity and directory.alike(like.parts.shown(), found.entity):
        return None
    return Trap(found, needs_entity=True)


def twin(rng: Random, directory: Directory) -> Trap | None:
    """One of two with similar given names at one entity: both known, or only the other one."""
    if rng.random() < _KNOWN_TWIN:
        return Trap(directory.people[rng.choice(rng.choice(directory.twins))])
    like = _somebody(rng, directory)
    pairs = [tuple(pair.split()) for pair in TWIN_NAMES]
    others = [two for one, two in pairs if one == like.parts.given]
    others += [one for one, two in pairs if two == like.parts.given]
    if not others:
        return None
    found = _newcomer(rng, like, directory, like.entity, given=rng.choice(others), middle="")
    return Trap(found) if _unlike(directory, found) else None


def new_person(rng: Random, directory: Directory) -> Trap | None:
    """Somebody new with a usual name."""
    found = invent(rng, invent_parts(rng, draw_culture(rng)), draw_entity(rng), directory.taken)
    names = (found.parts.shown(), found.written()[2])
    if any(directory.alike(name, found.entity) for name in names):
        return None
    return Trap(found, needs_entity=not _unlike(directory, found))


TRAPS: dict[str, TrapMaker] = {
    "same family, other given": same_family,
    "same given, other family": same_given,
    "namesake elsewhere": namesake,
    "relatives share an e-mail": relative,
    "office e-mail": office,
    "near name": near_name,
    "father and son": father_and_son,
    "twins": twin,
    "new person": new_person,
}
