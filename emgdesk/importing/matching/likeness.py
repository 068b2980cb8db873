"""How alike two names are: token by token, with what differs said in words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio, token_sort_ratio

from emgdesk.domain.people import is_particle

_NEAR = 60.0  # below this the letters of two sorted names have too little in common
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: `score` from 0 to 1 and what differs.

    `pairs` are the words taken for one although written differently, `joined` the parts that
    are run together on one side, `extra` the words only the first has, `missing` those only
    the second has; `particles` tells whether particles are left over.
    """

    score: float
    why: str
    pairs: tuple["Pairing", ...] = ()
    extra: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()
    particles: bool = False


class Pairing(NamedTuple):
    """Two words taken for one part of a name: what that costs and what kind of difference it is.

    `safe` says that the difference is no more than a slip or a way of writing,
    `is_same` that it is the latter, `is_spelling` that more than a doubled letter (Ana, Anna)
    makes it so.
    """

    cost: float
    why: str
    safe: bool
    mine: str
    theirs: str
    is_spelling: bool = False
    is_same: bool = False


def nearest(key: str, choices: Sequence[str]) -> list[int]:
    """The positions of the few name keys among `choices` that share most letters with `key`."""
    found = process.extract(key, choices, scorer=ratio, score_cutoff=_NEAR, limit=_KEPT)
    return [index for _, _, index in found]


@lru_cache(maxsize=16384)
def sounds(token: str) -> str:
    """The skeleton of a folded word, equal for most spellings of one name: "mohamed", "muhammad" -> "mmt"."""
    if len(token) < 4 or not token.isascii():
        return token
    plain = token
    if plain[1] == "l" and plain[0] in "ae":
        plain = _ARTICLE.sub("", plain)
    if "ch" in plain:
        plain = _HARD.sub("ch", _SOFT.sub("s", plain))
    plain = plain.replace("ph", "f").replace("dj", "j").replace("x", "ks").translate(_SOUNDS)
    first = "a" if plain[0] in "aeiou" else plain[0]
    bones = undoubled(first + plain[1:].translate(_SILENT))
    return bones if len(bones) > 1 else token


def skeletons(words: Iterable[str]) -> Iterator[str]:
    """As `sounds` of many words, which must not have blanks: in one go, as of all names of a desk."""
    tokens = tuple(words)
    if not tokens:
        return
    text = _ARTICLE.sub("", "\n".join(tokens))
    text = _HARD.sub("ch", _SOFT.sub("s", text)).replace("ph", "f").replace("dj", "j").replace("x", "ks")
    marked = "\n".join(map(str.capitalize, text.translate(_SOUNDS).split("\n"))).translate(_BONES)
    for token, bones in zip(tokens, _DOUBLED.sub(r"\1", marked).split("\n"), strict=True):
        yield bones if len(bones) > 1 and len(token) > 3 and token.isascii() else token


_SOFT, _HARD = re.compile("shch|sch"), re.compile("tsch|tch")
_ARTICLE = re.compile("^[ae]l(?=[^aeiou\n]...)", re.MULTILINE)  # "elmasry" is found as "al masry" is


_SOUNDS = str.maketrans("cqzwdjy", "kksvtii")
_SILENT = str.maketrans("", "", "aeiouh")
_DOUBLED = re.compile(r"([^\n])\1+")
# The same of a word whose first letter is marked by being a capital.
_BONES = str.maketrans(ascii_uppercase, ascii_lowercase) | _SILENT | {ord(vowel): "a" for vowel in "AEIOU"}


def compare(
    mine: Sequence[str], theirs: Sequence[str], established: Callable[[str], bool]
) -> Likeness | None:
    """The likeness of two names given as folded words, None where they are names of two people.

    `established` tells of a word whether several people bear it: then a letter's difference
    (Maria, Mario) is more likely another name than a slip.
    """
    left = [word for word in mine if word not in theirs]
    right = [word for word in theirs if word not in mine]
    if len(mine) - len(left) != len(theirs) - len(right):  # a word twice on one side
        left, right = (
            list((Counter(mine) - Counter(theirs)).elements()),
            list((Counter(theirs) - Counter(mine)).elements()),
        )
    joined, split = _may_be_joined(left, right), _may_be_joined(right, left)
    if not (joined or split) and _are_others(left, right):
        return None  # by far the most frequent case
    found = _Found(len(mine) - len(left))
    if joined:
        _pair_joined(left, right, found)
    if split:
        _pair_joined(right, left, found)
    if not _pair_similar(left, right, found, established):
        return None
    return _judge(left, right, found)


class _Found:
    """The score so far, what was found to differ, and the number of parts that agree."""

    __slots__ = ("agreed", "joined", "pairs", "score", "why")

    def __init__(self, agreed: int) -> None:
        self.score = 1.0
        self.why: tuple[str, ...] = ()
        self.pairs: tuple[Pairing, ...] = ()
        self.joined: frozenset[str] = frozenset()
        self.agreed = agreed

    def differs(self, cost: float, why: str, *, agreed: int = 1) -> None:
        self.score -= cost
        self.agreed += agreed
        if why not in self.why:
            self.why += (why,)


def _are_others(left: list[str], right: list[str]) -> bool:
    """Whether a word is surely left over on both sides; asked first, for most names are those of others."""
    if len(left) == len(right) == 1:
        return _are_two(left[0], right[0])
    fewer, more = (right, left) if len(left) > len(right) else (left, right)
    for word in fewer:
        for other in more:
            if not _are_two(word, other):
                break
        else:
            if not is_particle(word) and not any(map(is_particle, more)):
                return True
    return False


def _are_two(one: str, other: str) -> bool:
    """Whether no part of a name can be written with both words: `_difference` has none of them."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) > 3 and not is_particle(short):
        return _are_far(one, other) and not long.startswith(short)
    return _difference(one, other, _nobody) is None


def _nobody(word: str) -> bool:
    return False


def _pair_similar(
    left: list[str], right: list[str], found: _Found, established: Callable[[str], bool]
) -> bool:
    """Pair off words that may be one part of a name, the longest first, each with its likeliest.

    False where a word is left over on both sides whatever the others are.
    """
    swapped = len(left) > len(right)
    fewer, more = (right, left) if swapped else (left, right)
    for word in sorted(fewer, key=len, reverse=True):
        pairs = [
            pair
            for other in more
            if (
                pair := _difference(other, word, established)
                if swapped
                else _difference(word, other, established)
            )
        ]
        if pairs:
            best = min(pairs)
            found.differs(best.cost, best.why)
            found.pairs += (best,)
            left.remove(best.mine)
            right.remove(best.theirs)
        elif not is_particle(word) and not any(map(is_particle, more)):
            return False
    return True


def _difference(mine: str, theirs: str, established: Callable[[str], bool]) -> Pairing | None:
    """What it takes to see two words as one part of a name; None if they are two."""
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    if len(short) == 1:
        return Pairing(0.10, INITIAL, True, mine, theirs) if long[0] == short else None
    if len(short) < 3 or is_particle(short):
        return _misread(mine, theirs)
    if len(short) > 3:
        pair = None if _are_far(mine, theirs) else _misspelt(mine, theirs, established)
        return pair or _shortened(short, long, mine, theirs)
    if len(long) == 4 and OSA.distance(mine, theirs, score_cutoff=1) <= 1:
        return Pairing(0.22, _letters(1), False, mine, theirs)  # Jon and John, but not Tim and Tom
    return _misread(mine, theirs) or _shortened(short, long, mine, theirs)


INITIAL, MISREAD = "an initial", "fi, fl or ff misread"


def _shortened(short: str, long: str, mine: str, theirs: str) -> Pairing | None:
    return Pairing(0.22, "a short form", False, mine, theirs) if long.startswith(short) else None


def _misspelt(mine: str, theirs: str, established: Callable[[str], bool]) -> Pairing:
    """Two words of four letters or more, not far, that are one in another spelling or but for a slip."""
    pair = _one_word(mine, theirs)
    if pair.why == MISREAD or pair.is_same:
        return pair
    if established(mine) and established(theirs):
        return pair._replace(cost=0.22, safe=False)
    return pair


_SLIP = 0.06


def _are_far(mine: str, theirs: str) -> bool:
    """Whether two words neither look nor sound alike, nor are one with a lost fi, fl or ff."""
    allowed = 1 if len(mine) < 8 and len(theirs) < 8 else 2
    looks = abs(len(mine) - len(theirs)) <= allowed
    if looks and OSA.distance(mine, theirs, score_cutoff=allowed) <= allowed:
        return False
    if sounds(mine) == sounds(theirs):
        return False
    return _misread(mine, theirs) is None


@lru_cache(maxsize=8192)
def _one_word(mine: str, theirs: str) -> Pairing:
    """As `_misspelt` of two words that are not far, not asking how many bear them: such pairs come again."""
    if (misread := _misread(mine, theirs)) is not None:
        return misread
    allowed = 1 if max(len(mine), len(theirs)) < 8 else 2
    distance = OSA.distance(mine, theirs, score_cutoff=allowed)
    why = _letters(distance) if distance <= allowed else "another spelling"
    if spelling(mine) == spelling(theirs) and not _turns_feminine(mine, theirs):
        told = undoubled(mine) != undoubled(theirs)
        return Pairing(0.05 if told else _SLIP, why, True, mine, theirs, told, True)
    cost = _SLIP if distance <= allowed else 0.07
    return Pairing(cost, why, _is_slip(mine, theirs), mine, theirs)


def _misread(mine: str, theirs: str) -> Pairing | None:
    """Two words that are one but for an fi, fl, ff, ffi or ffl a copied PDF lost or read wrongly."""
    if "f" not in mine and "f" not in theirs:
        return None
    if without_ligatures(mine) != without_ligatures(theirs) or undoubled(mine) == undoubled(theirs):
        return None
    return Pairing(0.06, MISREAD, len(mine) > 3 < len(theirs), mine, theirs)


@lru_cache(maxsize=8192)
def without_ligatures(word: str) -> str:
    """A folded word without what prints as one sign: "griffiths" and "grifths" -> "griths"."""
    return _LIGATURES.sub("", word)


_LIGATURES = re.compile("f+[il]?")


@lru_cache(maxsize=8192)
def spelling(word: str) -> str:
    """Equal for spellings of one folded word: "yegorov" and "egorov", "mueller" and "muller"."""
    if len(word) < 4 or not word.isascii():
        return word
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return undoubled(word)


# In this order; what names of one alphabet become in another, by country and by taste.
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("^abd(?:[aeu]|ou)l", "abdal"), ("[aeu]dd?[iy]ne?$", "adin"), ("[aou]llah?$", "ula"),
        ("shch|sch|sh", "$"), ("tsch|tch|ch", "%"), ("zh", "j"), ("ph", "f"), ("kh", "h"),
        ("([gtdbj])h", r"\1"), ("dj", "j"), ("off$", "ov"), ("ck|[cq]", "k"), ("x", "ks"), ("w", "v"),
        ("ou|oo", "u"), ("eo(?=n|k|l)", "u"), ("ee", "i"), ("a[iy]|ey", "ei"),
        ("[ij]?y[eo]|^[ij][eo]", "e"), ("[yj]", "i"), ("ie", "e"), ("([aou])e(?!l$)", r"\1"),
        ("(?<=[aeiou])h$", ""), ("(?<=[dt])er$", "r"),
    )
)  # fmt: skip


def _turns_feminine(mine: str, theirs: str) -> bool:
    """Whether a doubled letter makes a man's name a woman's: Daniele and Danielle, Michele and Michelle."""
    ends = {bool(_FEMININE.search(mine)), bool(_FEMININE.search(theirs))}
    return mine[-1] == theirs[-1] == "e" and len(ends) > 1


_FEMININE = re.compile("(lle|nne|tte|sse)$")


def _is_slip(mine: str, theirs: str) -> bool:
    """Whether two words are surely one: a letter doubled or two exchanged, or one letter of a long word.

    First and last letter must agree: Denis and Denise, Daniel and Danielle are two people.
    """
    if len(mine) < 5 or len(theirs) < 5 or mine[0] != theirs[0] or mine[-1] != theirs[-1]:
        return False
    if _turns_feminine(mine, theirs):
        return False
    if undoubled(mine) == undoubled(theirs):
        return True
    if OSA.distance(mine, theirs, score_cutoff=1) > 1:
        return False
    return sorted(mine) == sorted(theirs) or min(len(mine), len(theirs)) > 6


def is_clumsy(mine: str, theirs: str) -> bool:
    """Whether nobody would bear one of two words who bears the other, if one of them is no name.

    Letters exchanged or dropped inside a word of five letters or more, one letter of seven,
    two of nine; where the ends differ they may be names of a man and of a woman.
    """
    least = min(len(mine), len(theirs))
    if (
        least < 5
        or _turns_feminine(mine, theirs)
        or (mine[-1] != theirs[-1] and sorted(mine) != sorted(theirs))
    ):
        return False
    distance = OSA.distance(mine, theirs, score_cutoff=2)
    if distance > 1 or mine[0] != theirs[0]:
        return least > 8 or (distance == 1 and least > 6)
    return least > 6 or len(mine) != len(theirs) or sorted(mine) == sorted(theirs)


def undoubled(word: str) -> str:
    """Without doubled letters: "anna hill" -> "ana hil"."""
    kept = last = ""
    for c in word:
        if c != last:
            kept += c
            last = c
    return kept


SLIPS = ("one letter differs", "two letters differ")


def _letters(count: int) -> str:
    return SLIPS[count > 1]


def _may_be_joined(left: list[str], right: list[str]) -> bool:
    """Whether a word of `left` is long enough to be two of `right` run together."""
    if len(right) < 2:
        return False
    least = len(right[0]) + len(right[1]) if len(right) == 2 else sum(sorted(map(len, right))[:2])
    return len(max(left, key=len, default="")) >= least


def _pair_joined(left: list[str], right: list[str], found: _Found) -> None:
    """A part run together on one side: "vandyke" and "van dyke"."""
    for whole in tuple(left):
        if len(whole) < (4 if whole.isascii() else 2) or len(right) < 2:
            continue
        for size in range(2, min(5, len(right) + 1)):
            parts = _run_together(whole, right, size)
            if parts:
                agreed = 1 if whole.isascii() else size  # a whole name is often written in one
                found.differs(0.03, "parts joined or split", agreed=agreed)
                found.joined |= {whole, *parts}
                left.remove(whole)
                for part in parts:
                    right.remove(part)
                break


def _run_together(whole: str, words: list[str], size: int) -> tuple[str, ...]:
    """So many of the words that make up the whole word, in their order; () if none do.

    A lost fi, fl or ff may have left a gap: "gri ths"; the Arabic article is al or el.
    """
    bare = without_ligatures(whole) if "f" in whole else whole
    sizes = (len(whole), len(bare))
    for chosen in combinations(words, size):
        if sum(map(len, chosen)) in sizes:
            for parts in permutations(chosen):
                if (joined := "".join(parts)) in (whole, bare) or _article(joined) == _article(whole):
                    return parts
    return ()


def _article(word: str) -> str:
    return f"al{word[2:]}" if word.startswith("el") else word


def _judge(left: list[str], right: list[str], found: _Found) -> Likeness | None:
    """What is left over on either side decides: on both sides, these are two people."""
    mine = [word for word in left if not is_particle(word)]
    theirs = [word for word in right if not is_particle(word)]
    particles = len(left) > len(mine) or len(right) > len(theirs)
    if particles:
        found.differs(0.03, "a particle", agreed=0)
    if (mine and theirs) or not found.agreed:
        return None
    missing = len(mine) + len(theirs)
    if missing:
        found.differs(0.08 + 0.03 * missing, "a part of the name is missing on one side", agreed=0)
    if found.agreed < 2:
        found.differs(0.25, "only one part of the name agrees", agreed=0)
    why = ", ".join(found.why) or "the same name"
    return Likeness(found.score, why, found.pairs, tuple(mine), tuple(theirs), found.joined, particles)


def alike_texts(mine: str, theirs: str) -> float:
    """How alike two folded titles are, 0 to 100: 100 where one holds all the words of the other."""
    left, right = set(mine.split()), set(theirs.split())
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) > 1 and shorter <= longer:
        return 100.0
    return token_sort_ratio(mine, theirs)


_SAME_WORD = (
    84.0  # "sustainable" and "sustainability" are 83: another word; "microplastic" and its plural one
)


def alike_subjects(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """How much two subjects given as folded words share, 0 to 1: 1 where one has all words of the other.

    Words that differ by an ending or a slip are one.
    """
    fewer, more = sorted((list(dict.fromkeys(mine)), list(dict.fromkeys(theirs))), key=len)
    if not fewer:
        return 0.0
    left, shared = list(more), 0
    for word in fewer:
        found = word if word in left else next((w for w in left if ratio(word, w) >= _SAME_WORD), None)
        if found is not None:
            left.remove(found)
            shared += 1
    return 1.0 if shared == len(fewer) else 2 * shared / (len(fewer) + len(more))


def alike_wordings(mine: str, theirs: str) -> float:
    """How alike two folded sentences are, 0 to 100, whatever the order of their words."""
    return token_sort_ratio(mine, theirs)
