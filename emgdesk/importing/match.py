"""How alike two names are: token by token, with what differs said in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio, token_sort_ratio

from emgdesk.domain.people import is_particle

_NEAR = 60.0  # below this the letters of two sorted names have too little in common
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: `score` from 0 to 1 and what differs.

    `safe` says that together with the same e-mail and family name the two are surely one:
    nothing but a slip, an initial, a particle or a part left out.
    """

    score: float
    why: str
    safe: bool


def nearest(key: str, choices: Sequence[str]) -> list[int]:
    """The positions of the few name keys among `choices` that share most letters with `key`."""
    found = process.extract(key, choices, scorer=ratio, score_cutoff=_NEAR, limit=_KEPT)
    return [index for _, _, index in found]


@lru_cache(maxsize=65536)
def sounds(token: str) -> str:
    """The skeleton of a folded word, equal for most spellings of one name: "mohamed", "muhammad" -> "mmt"."""
    if len(token) < 4 or not token.isascii():
        return token
    plain = token.replace("sch", "s").replace("ph", "f").replace("x", "ks").translate(_SOUNDS)
    bones = plain[0] + plain[1:].translate(_SILENT)
    bones = "".join(c for i, c in enumerate(bones) if not i or bones[i - 1] != c)
    return bones if len(bones) > 1 else token


_SOUNDS = str.maketrans("cqzwdjy", "kksvtii")
_SILENT = str.maketrans("", "", "aeiouh")


def compare(
    mine: Sequence[str], theirs: Sequence[str], established: Callable[[str], bool]
) -> Likeness | None:
    """The likeness of two names given as folded words, None where they are names of two people.

    `established` tells of a word whether several people bear it: then a letter's difference
    (Maria, Mario) is more likely another name than a slip.
    """
    left = [word for word in mine if word not in theirs]
    right = [word for word in theirs if word not in mine]
    if len(left) == len(right) == 1 and _difference(left[0], right[0], established) is None:
        return None  # by far the most frequent case
    found = _Found(1.0, [], True, len(mine) - len(left))
    _pair_joined(left, right, found)
    _pair_joined(right, left, found)
    _pair_similar(left, right, found, established)
    return _judge(left, right, found)


class _Found:
    """The score so far, what was found to differ, and the number of parts that agree."""

    __slots__ = ("agreed", "safe", "score", "why")

    def __init__(self, score: float, why: list[str], safe: bool, agreed: int) -> None:
        self.score = score
        self.why = why
        self.safe = safe
        self.agreed = agreed

    def differs(self, cost: float, why: str, *, safe: bool = True, agreed: int = 1) -> None:
        self.score -= cost
        self.safe = self.safe and safe
        self.agreed += agreed
        if why not in self.why:
            self.why.append(why)


def _pair_similar(
    left: list[str], right: list[str], found: _Found, established: Callable[[str], bool]
) -> None:
    """Pair off words that may be one part of a name, the longest first, each with its likeliest."""
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    for word in sorted(fewer, key=len, reverse=True):
        best: tuple[float, str, bool] | None = None
        partner = ""
        for other in more:
            difference = _difference(word, other, established)
            if difference is not None and (best is None or difference < best):
                best, partner = difference, other
        if best is not None:
            found.differs(best[0], best[1], safe=best[2])
            fewer.remove(word)
            more.remove(partner)


def _difference(mine: str, theirs: str, established: Callable[[str], bool]) -> tuple[float, str, bool] | None:
    """Cost, words and safety of taking two words for one part of a name; None if they are two."""
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    if len(short) == 1:
        return (0.10, "an initial", True) if long[0] == short else None
    if len(short) < 3 or is_particle(short):
        return None
    if len(short) > 3:
        allowed = 1 if len(long) < 8 else 2
        distance = OSA.distance(mine, theirs, score_cutoff=allowed)
        if distance <= allowed:
            both = established(mine) and established(theirs)
            return (0.22 if both else 0.06, _letters(distance), not both and _is_slip(mine, theirs))
        if sounds(mine) == sounds(theirs):
            both = established(mine) and established(theirs)
            return (0.22 if both else 0.07, "another spelling", False)
    elif len(long) == 4 and OSA.distance(mine, theirs, score_cutoff=1) <= 1:
        return (0.22, _letters(1), False)  # Jon and John, but not Tim and Tom
    return (0.22, "a short form", False) if long.startswith(short) else None


def _is_slip(mine: str, theirs: str) -> bool:
    """Whether two words are surely one: a letter doubled or two exchanged, or one letter of a long word.

    First and last letter must agree: Denis and Denise, Daniel and Danielle are two people.
    """
    if len(mine) < 5 or len(theirs) < 5 or mine[0] != theirs[0] or mine[-1] != theirs[-1]:
        return False
    if undoubled(mine) == undoubled(theirs):
        return True
    if OSA.distance(mine, theirs, score_cutoff=1) > 1:
        return False
    return sorted(mine) == sorted(theirs) or min(len(mine), len(theirs)) > 6


def undoubled(word: str) -> str:
    """Without doubled letters: "anna hill" -> "ana hil"."""
    return "".join(c for at, c in enumerate(word) if not at or word[at - 1] != c)


def _letters(count: int) -> str:
    return "one letter differs" if count == 1 else "two letters differ"


def _pair_joined(left: list[str], right: list[str], found: _Found) -> None:
    """A part run together on one side: "vandyke" and "van dyke"."""
    for whole in tuple(left):
        if len(whole) < (4 if whole.isascii() else 2) or len(right) < 2:
            continue
        for size in (2, 3):
            for parts in permutations(right, size):
                if "".join(parts) == whole:
                    agreed = 1 if whole.isascii() else size  # a whole name is often written in one
                    found.differs(0.03, "parts joined or split", agreed=agreed)
                    left.remove(whole)
                    for part in parts:
                        right.remove(part)
                    break
            else:
                continue
            break


def _judge(left: list[str], right: list[str], found: _Found) -> Likeness | None:
    """What is left over on either side decides: on both sides, these are two people."""
    mine = [word for word in left if not is_particle(word)]
    theirs = [word for word in right if not is_particle(word)]
    if len(left) > len(mine) or len(right) > len(theirs):
        found.differs(0.03, "a particle", agreed=0)
    if (mine and theirs) or not found.agreed:
        return None
    missing = len(mine) + len(theirs)
    if missing:
        found.differs(0.08 + 0.03 * missing, "a part of the name is missing on one side", agreed=0)
    if found.agreed < 2:
        found.differs(0.25, "only one part of the name agrees", safe=False, agreed=0)
    return Likeness(found.score, ", ".join(found.why) or "the same name", found.safe)


def alike_texts(mine: str, theirs: str) -> float:
    """How alike two folded titles are, 0 to 100: 100 where one holds all the words of the other."""
    left, right = set(mine.split()), set(theirs.split())
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) > 1 and shorter <= longer:
        return 100.0
    return token_sort_ratio(mine, theirs)
