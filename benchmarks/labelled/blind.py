"""The blind half of the labelled set, written without knowledge of any matcher.

The mix is an assumption, not a count of real lists: more than half of the rows repeat a known name to the
letter, as where people register again and again in the same form; a fifth differ in writing alone (capitals,
order, accents, markers of meeting software) or carry nothing but the name; one in eleven is somebody new.
Every kind of slip and of trap needs some seventy rows for its figure to mean anything, so the rare ones
(ligatures, relatives who share an address, fathers and sons) stand here more often than a secretariat meets
them. A third of the directory has no address, annexes carry none, and attendance lists carry no entity.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.labelled.cultures import loose
from benchmarks.labelled.directory import Directory, build, known, new_address
from benchmarks.labelled.people import FUNCTIONS, Someone, other_entity
from benchmarks.labelled.shape import LabelledSet, Row
from benchmarks.labelled.slips import NAME_SLIPS, PAIR_SLIPS, Pair
from benchmarks.labelled.traps import TRAPS, Trap

PEOPLE = 5400
# Rows asked for by kind, the hardest to place first.
PLAN = {
    "no e-mail and no entity": 1300,
    "changed entity": 200,
    "changed e-mail": 450,
    "native script": 70,
    "nickname": 70,
    "namesake elsewhere": 75,
    "father and son": 66,
    "relatives share an e-mail": 70,
    "office e-mail": 75,
    "near name": 75,
    "twins": 70,
    "same family, other given": 75,
    "same given, other family": 75,
    "display name": 450,
    "token order": 300,
    "title in name": 220,
    "east asian order": 150,
    "ligature": 100,
    "two errors": 120,
    "initials": 150,
    "middle name": 200,
    "second family name": 180,
    "particles": 150,
    "joined or split": 120,
    "letters off": 160,
    "transliteration": 160,
    "accents": 400,
    "case": 300,
    "new person": 1700,
    "same": 11500,
    "twice": 180,
}
# Slips after which a name alone would be too little to go by.
_NEEDS_MORE = frozenset(
    "initials,middle name,second family name,ligature,letters off,transliteration,nickname,native script,"
    "two errors,changed entity,changed e-mail,same".split(",")
)
_MANNERS = ("", "FAMILY Given", "Given FAMILY", "Family, Given", "Family Given")
_TRIES = 20_000


@dataclass(slots=True)
class _List:
    """One list in the making; `sort` is registration, annex or attendance."""

    number: int
    sort: str
    two_columns: bool
    manner: str
    has_titles: bool
    has_functions: bool
    has_countries: bool
    room: int
    present: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row before the list's own manner: `name`, if filled, is taken as it is."""

    someone: Someone
    pair: Pair
    name: str
    entity: str
    email: str


def blind_set(seed: int = 20260901) -> LabelledSet:
    """The directory and the rows; the same seed gives the same set."""
    rng = Random(seed)
    directory = build(rng, PEOPLE)
    return LabelledSet(tuple(known(someone) for someone in directory.people), _Writer(rng, directory).rows())


def _new_list(rng: Random, number: int) -> _List:
    sort = rng.choices(("registration", "annex", "attendance"), weights=(56, 19, 25))[0]
    two_columns = sort != "attendance" and rng.random() < 0.5
    manner = rng.choices(_MANNERS, weights=(87, 3, 4, 4, 2))[0]
    if two_columns:
        manner = "Given FAMILY" if rng.random() < 0.05 else ""
    more = sort == "registration"
    return _List(
        number,
        sort,
        two_columns,
        manner,
        has_titles=sort != "attendance" and rng.random() < 0.5,
        has_functions=more and rng.random() < 0.5,
        has_countries=more and rng.random() < 0.4,
        room=rng.choice((18, 30, 45, 60, 80, 110, 150)),
    )


class _Writer:
    """Deals the planned rows out to lists."""

    def __init__(self, rng: Random, directory: Directory) -> None:
        self.rng = rng
        self.directory = directory
        # Some people come to everything, most come now and then.
        self.total, self.sums = 0.0, []
        for _ in directory.people:
            self.total += (rng.random() + 0.05) ** -0.7
            self.sums.append(self.total)
        self.lists: list[_List] = []
        space = 0
        while space < sum(PLAN.values()) * 1.02:
            self.lists.append(_new_list(rng, len(self.lists) + 1))
            space += self.lists[-1].room

    def rows(self) -> tuple[Row, ...]:
        """All rows, numbered list by list."""
        for kind, count in PLAN.items():
            for _ in range(count):
                self._place(kind)
        found: list[Row] = []
        for one in self.lists:
            self.rng.shuffle(one.rows)
            found += one.rows
        return tuple(replace(row, number=number) for number, row in enumerate(found, start=1))

    def _place(self, kind: str) -> None:
        """One row of the kind into some list that can hold it."""
        for _ in range(_TRIES):
            target = self.rng.choice(self.lists)
            full = len(target.rows) >= target.room and kind != "twice"
            if full or not _suits(kind, target):
                continue
            draft = self._draft(kind, target)
            if draft is None or (draft.someone.key in target.present) != (kind == "twice"):
                continue
            if draft.someone.key:
                target.present.add(draft.someone.key)
            target.rows.append(self._row(kind, draft, target))
            return
        raise RuntimeError(f"no place for a row of kind {kind!r}")

    def _draft(self, kind: str, target: _List) -> _Draft | None:
        if kind in TRAPS:
            return self._trap(TRAPS[kind](self.rng, self.directory), target)
        if kind == "twice":
            return self._again(target)
        someone = self.rng.choices(self.directory.people, cum_weights=self.sums)[0]
        return self._slip(kind, someone, target)

    def _trap(self, trap: Trap | None, target: _List) -> _Draft | None:
        if trap is None or (trap.needs_email and target.sort == "annex"):
            return None
        if trap.needs_entity and target.sort == "attendance":
            return None
        someone = trap.someone
        email = self._email(someone, target) if trap.email is None else trap.email
        entity = "" if target.sort == "attendance" else someone.entity
        bare = not email and not entity
        if bare and someone.key:
            return None
        given, family, _ = someone.written()
        return _Draft(someone, (given, family), "", entity, email)

    def _slip(self, kind: str, someone: Someone, target: _List) -> _Draft | None:
        """A row of a known person with the slip of the kind in it."""
        given, family, _ = someone.written()
        changed = self._spell(kind, someone, (given, family), target)
        if changed is None:
            return None
        pair, name = changed
        entity = "" if target.sort == "attendance" else someone.entity
        email = self._email(someone, target)
        if kind == "changed entity":
            entity, email = other_entity(self.rng, someone.entity), someone.emails[0]
        elif kind == "changed e-mail":
            email = new_address(self.rng, someone, self.directory.taken)
        elif kind == "no e-mail and no entity":
            email = ""
        draft = _Draft(someone, pair, name, entity, email)
        return draft if self._is_fair(kind, draft) else None

    def _spell(self, kind: str, someone: Someone, pair: Pair, target: _List) -> tuple[Pair, str] | None:
        """The name with the slip: two parts, or one text; None where the slip does not show."""
        if kind in ("same", "no e-mail and no entity", "changed entity", "changed e-mail"):
            return pair, ""
        if someone.in_native_script:
            return None
        if kind == "two errors":
            return self._two_errors(someone, pair)
        if kind in PAIR_SLIPS:
            found = PAIR_SLIPS[kind](self.rng, pair, someone)
            return (found, "") if found is not None and found != pair else None
        if target.two_columns:
            # Only the families of the East land in the wrong one of two columns.
            swaps = NAME_SLIPS[kind](self.rng, pair, someone) is not None
            return ((pair[1], pair[0]), "") if swaps else None
        name = NAME_SLIPS[kind](self.rng, pair, someone)
        return (pair, name) if name is not None and name != someone.written()[2] else None

    def _two_errors(self, someone: Someone, pair: Pair) -> tuple[Pair, str] | None:
        kinds = [kind for kind in PAIR_SLIPS if kind not in ("nickname", "initials")]
        first, second = self.rng.sample(kinds, 2)
        once = PAIR_SLIPS[first](self.rng, pair, someone)
        if once is None or once == pair:
            return None
        if self.rng.random() < 0.25:
            twice = PAIR_SLIPS["initials"](self.rng, once, someone)
        else:
            twice = PAIR_SLIPS[second](self.rng, once, someone)
        return (twice, "") if twice is not None and twice not in (once, pair) else None

    def _again(self, target: _List) -> _Draft | None:
        """A second row of somebody in the list, plain or written in another way."""
        present = sorted(target.present)
        if not present:
            return None
        someone = self.directory.people[int(self.rng.choice(present)[1:]) - 1]
        kinds = ("same", "same", "case", "title in name", "accents")
        kind = self.rng.choice(kinds[:3] if target.two_columns else kinds)
        return self._slip(kind, someone, target)

    def _email(self, someone: Someone, target: _List) -> str:
        """The address as a list of this sort would have it."""
        chance = {"registration": 0.88, "annex": 0.0, "attendance": 0.55}[target.sort]
        if self.rng.random() >= chance:
            return ""
        return self.rng.choice(someone.emails[: someone.known] or someone.emails)

    def _is_fair(self, kind: str, draft: _Draft) -> bool:
        """Whether a careful human could at least ask about the right person."""
        someone = draft.someone
        is_known = draft.email in someone.emails[: someone.known]
        # Few secretaries read Arabic, Chinese or Korean signs; Cyrillic and Greek can be spelled out.
        unreadable = not any("A" <= char <= "\u052f" for char in draft.name)
        if kind in ("changed entity", "changed e-mail") and not someone.known:
            return False
        if (not draft.entity and kind in _NEEDS_MORE) or (unreadable and kind == "native script"):
            if not is_known:
                return False
        if is_known:
            return True
        if not draft.entity and not someone.parts.given:
            return False
        written = draft.name or " ".join(draft.pair)
        own, shown = loose(written), loose(someone.written()[2])
        others = self.directory.alike(written, draft.entity)
        return own == shown or not any(loose(other.written()[2]) == own for other in others)

    def _row(self, kind: str, draft: _Draft, target: _List) -> Row:
        someone, rng = draft.someone, self.rng
        given, family, name = (" ".join(text.split()) for text in _in_manner(draft, target))
        if kind == "same" and (name or (given, family)) not in (someone.written()[2], someone.written()[:2]):
            kind = "case" if "FAMILY" in target.manner else "token order"
        function = someone.function if rng.random() < 0.85 else rng.choice(FUNCTIONS)
        title = someone.title if rng.random() < 0.8 else someone.title.rstrip(".")
        return Row(
            number=0,
            name=name,
            given=given,
            family=family,
            title=title if target.has_titles else "",
            entity=draft.entity,
            email=draft.email,
            function=function if target.has_functions else "",
            country=someone.country if target.has_countries else "",
            truth=someone.key or None,
            kind=kind,
            file=target.number,
        )


def _suits(kind: str, target: _List) -> bool:
    """Whether lists of this sort can show the kind at all."""
    if kind == "no e-mail and no entity":
        return target.sort == "attendance"
    if kind in ("changed entity", "changed e-mail"):
        return target.sort == "registration"
    if kind == "display name":
        return target.sort == "attendance"
    if kind == "ligature":
        return target.sort == "annex"
    if kind in NAME_SLIPS and kind != "east asian order":
        return not target.two_columns
    return True


def _in_manner(draft: _Draft, target: _List) -> tuple[str, str, str]:
    """Given name, family name and name as the list writes them."""
    given, family = draft.pair
    upper = family.upper() if "FAMILY" in target.manner else family
    if target.two_columns:
        return given, upper, ""
    if draft.name or not given or not family or draft.someone.in_native_script:
        return "", "", draft.name or _native_name(draft)
    if target.manner == "Family, Given":
        return "", "", f"{upper}, {given}"
    starts = target.manner.startswith("F") or (not target.manner and draft.someone.parts.family_first)
    return "", "", f"{upper} {given}" if starts else f"{given} {upper}"


def _native_name(draft: _Draft) -> str:
    if draft.someone.in_native_script:
        return draft.someone.written()[2]
    return " ".join(part for part in draft.pair if part)
