"""Finding, for names nobody bears exactly, the few known names worth comparing.

Names meet when a word of theirs sounds alike. Where a word is common a second one must
sound alike too, or begin or end alike, so the work stays in step with the number of rows.
"""

from collections import defaultdict
from collections.abc import Iterable

from emgdesk.importing.matching.likeness import nearest, skeletons, sounds, without_ligatures

_RARE = 40  # the names of a word so rare are all compared
_COMMON = 1500  # beyond, beginnings are not looked at: the word says too little
_BEGINNING = 3  # letters, of an ending too
_LONG = 6  # a word from here on is also known by its ending
_FEW = 4  # so few are compared without asking which are nearest
_Slots = dict[str, list[int]]  # word -> the names that have it


class _Groups:
    """Names by what a word of theirs shares with others; a group is a set once it was asked for."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._lists: dict[str, list[int] | None] = dict.fromkeys(parts)  # most may stay empty
        self._sets: dict[str, set[int]] = {}

    def add(self, part: str, slots: list[int]) -> bool:
        """Add names to a group none was asked of yet; False for what is not wanted."""
        if part not in self._lists:
            return False
        known = self._lists[part]
        if known is None:
            self._lists[part] = slots.copy()
        else:
            known += slots
        return True

    def names(self, part: str) -> set[int]:
        """The names of a group."""
        found = self._sets.get(part)
        if found is None:
            slots = self._lists.pop(part, None)
            if slots is None:
                return set()
            found = self._sets[part] = set(slots)
        return found


class Pool:
    """Known names and rows of the file, each a slot; slots count up in the order of adding.

    They are grouped by what a word shares with one of `wanted` (the name keys to be looked up).
    All are added before any is asked for.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        words = {word for key in wanted for word in key.split()}
        self._sounds = _Groups(sounds(word) for word in words)
        self._beginnings = _Groups(word[:_BEGINNING] for word in words if len(word) > 1)
        self._endings = _Groups(word[-_BEGINNING:] for word in words if len(word) >= _LONG)
        self._initials = _Groups(word[0] for word in words)
        self._unligatured = _Groups(without_ligatures(word) for word in words)
        self._keys: list[str] = []
        self._owners: list[int] = []
        self._borne: dict[str, int] = defaultdict(int)

    def add_known(self, names: Iterable[tuple[int, str]]) -> None:
        """Take (owner, name key) pairs of known people; an owner is a number of the caller's own."""
        slots_of = self._indexed(names)
        apart: dict[str, list[int]] = {}
        for (word, slots), sound in zip(slots_of.items(), skeletons(slots_of), strict=True):
            if self._group(word, sound, slots):
                self._borne[word] = len(slots)
            else:
                apart[word] = slots
        for word, slots in apart.items():
            self._borne[word] = sum(not apart.keys() >= set(self._keys[slot].split()) for slot in slots)

    def add_rows(self, names: Iterable[tuple[int, str]]) -> int:
        """Take rows of the file, all of them wanted; the slot of the first, the others follow.

        They are found by sounds alone, for a file may hold 100,000 of them.
        """
        first = len(self._keys)
        for word, slots in self._indexed(names).items():
            self._sounds.add(sounds(word), slots)
            self._borne[word] += len(slots)
        return first

    def _indexed(self, names: Iterable[tuple[int, str]]) -> _Slots:
        """The slots by word, after giving each name its slot."""
        slots_of: _Slots = defaultdict(list)
        for slot, (owner, key) in enumerate(names, len(self._keys)):
            self._owners.append(owner)
            self._keys.append(key)
            for word in key.split():
                slots_of[word].append(slot)
        return slots_of

    def _group(self, word: str, sound: str, slots: list[int]) -> bool:
        """Group known names by a word of theirs, by an initial only if it is no more than that.

        False if the word shares nothing with one wanted.
        """
        met = self._sounds.add(sound, slots)
        beginnings = self._beginnings if len(word) > 1 else self._initials
        met |= beginnings.add(word[:_BEGINNING], slots)
        if len(word) >= _LONG:
            met |= self._endings.add(word[-_BEGINNING:], slots)
        if "f" in word:
            met |= self._unligatured.add(without_ligatures(word), slots)
        return met

    def borne(self, word: str) -> int:
        """How many names have this very word, of those with a word that shares something with one wanted."""
        return self._borne.get(word, 0)

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
            slots = sorted(slot for slot in slots if slot not in kept) if kept else sorted(slots)
            slots = [slots[at] for at in nearest(key, [self._keys[slot] for slot in slots])]
            slots += sorted(slot for slot in kept if slot < before)
        return [(self._owners[slot], self._keys[slot]) for slot in slots]

    def _heard(self, word: str) -> set[int]:
        """The names with a word that sounds alike, or did before its fi, fl or ff was misread."""
        heard = self._sounds.names(sounds(word))
        misread = self._unligatured.names(without_ligatures(word))
        return heard.union(misread) if misread else heard

    def _beginning_with(self, slots: set[int], word: str) -> set[int]:
        """Those of `slots` with a word that begins or ends like `word`, or is its initial."""
        if len(word) == 1:
            return {slot for slot in slots if f" {word}" in f" {self._keys[slot]}"}
        same = slots & self._beginnings.names(word[:_BEGINNING])
        if len(word) >= _LONG:
            same |= slots & self._endings.names(word[-_BEGINNING:])
        initials = self._initials.names(word[0])
        return same | (slots & initials) if initials else same
