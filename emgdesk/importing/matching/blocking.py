"""Finding, for names nobody bears exactly, the few known names worth comparing.

Names meet when a word of theirs sounds alike. Where a word is common a second one must
sound alike too, or begin or end alike, so the work stays in step with the number of rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain

from emgdesk.importing.matching.likeness import nearest, sounds, without_ligatures

_RARE = 40  # the names of a word so rare are all compared
_COMMON = 1500  # beyond, beginnings are not looked at: the word says too little
_BEGINNING = 3  # letters, of an ending too
_LONG = 6  # a word from here on is also known by its ending
_FEW = 4  # so few are compared without asking which are nearest
_Sets = tuple[set[int], ...]


class Pool:
    """Known names and rows of the file, each a slot; slots count up in the order of adding.

    Only what meets one of `wanted` (the name keys to be looked up) is kept, so a large
    desk costs little.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        words = {word for key in wanted for word in key.split()}
        self._sounds: dict[str, set[int]] = {sounds(word): set() for word in words}
        self._beginnings: dict[str, set[int]] = {word[:_BEGINNING]: set() for word in words if len(word) > 1}
        self._endings: dict[str, set[int]] = {
            word[-_BEGINNING:]: set() for word in words if len(word) >= _LONG
        }
        self._initials: dict[str, set[int]] = {word[0]: set() for word in words}
        self._unligatured: dict[str, set[int]] = {without_ligatures(word): set() for word in words}
        self._keys: list[str] = []
        self._owners: list[int] = []
        self._counts: Counter[str] = Counter()

    def add_known(self, names: Iterable[tuple[int, str]]) -> None:
        """Take (owner, name key) pairs of known people; an owner is a number of the caller's own."""
        self._add(names, self._sets_of)

    def add_rows(self, names: Iterable[tuple[int, str]]) -> int:
        """Take rows of the file; the slot of the first, the others follow.

        They are found by sounds alone, for a file may hold 100,000 of them.
        """
        first = len(self._keys)
        self._add(names, self._sounds_of)
        return first

    def _add(
        self,
        names: Iterable[tuple[int, str]],
        sets_of: Callable[[str], _Sets],
    ) -> None:
        keys, owners = self._keys, self._owners
        known: dict[str, _Sets] = {}
        for owner, key in names:
            slot = len(keys)
            for word in key.split():
                sets = known.get(word)
                if sets is None:
                    sets = known[word] = sets_of(word)
                for one in sets:
                    one.add(slot)
                    if slot == len(keys):
                        keys.append(key)
                        owners.append(owner)

    def _sounds_of(self, word: str) -> _Sets:
        found = self._sounds.get(sounds(word))
        return () if found is None else (found,)

    def _sets_of(self, word: str) -> _Sets:
        """Where names with this word are kept; under an initial only if the word is no more than that."""
        beginning = self._beginnings if len(word) > 1 else self._initials
        ending = self._endings.get(word[-_BEGINNING:]) if len(word) >= _LONG else None
        misread = self._unligatured.get(without_ligatures(word)) if "f" in word else None
        found = (self._sounds.get(sounds(word)), beginning.get(word[:_BEGINNING]), ending, misread)
        return tuple(one for one in found if one is not None)

    def borne(self, word: str) -> int:
        """How many of the names kept so far have this very word; to be asked when all are added."""
        if not self._counts:
            self._counts = Counter(chain.from_iterable(map(str.split, self._keys)))
        return self._counts[word]

    def near(self, key: str, before: int) -> list[tuple[int, str]]:
        """(owner, name key) of the few names near `key` among the slots below `before`, nearest first."""
        words = key.split()
        heard = [self._heard(word) for word in words]
        found: set[int] = set()
        twice: set[int] = set()  # two words sound alike: near, however far apart the letters sort
        for at, alike in enumerate(heard):
            for other in range(at + 1, len(words)):
                twice |= alike & heard[other]
            if len(alike) <= _RARE:
                found |= alike
            elif len(alike) < _COMMON:
                for other, word in enumerate(words):
                    if other != at:
                        found |= self._beginning_with(alike, word)
        found |= twice
        slots = [slot for slot in found if slot < before]
        if len(slots) > _FEW:
            kept = twice if len(twice) <= _RARE else set()
            slots = sorted(slot for slot in slots if slot not in kept)
            slots = [slots[at] for at in nearest(key, [self._keys[slot] for slot in slots])]
            slots += sorted(slot for slot in kept if slot < before)
        return [(self._owners[slot], self._keys[slot]) for slot in slots]

    def _heard(self, word: str) -> set[int]:
        """The names with a word that sounds alike, or did before its fi, fl or ff was misread."""
        misread = self._unligatured[without_ligatures(word)]
        return self._sounds[sounds(word)] | misread if misread else self._sounds[sounds(word)]

    def _beginning_with(self, slots: set[int], word: str) -> set[int]:
        """Those of `slots` with a word that begins or ends like `word`, or is its initial."""
        if len(word) == 1:
            return {slot for slot in slots if f" {word}" in f" {self._keys[slot]}"}
        same = slots & self._beginnings[word[:_BEGINNING]]
        if len(word) >= _LONG:
            same |= slots & self._endings[word[-_BEGINNING:]]
        initials = self._initials[word[0]]
        return same | (slots & initials) if initials else same
