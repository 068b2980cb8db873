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
_SOUND, _BEGIN, _END, _INITIAL = range(4)
_Slots = dict[str, list[int]]  # a word or a part of one -> the names that have it


class Pool:
    """Known names and rows of the file, each a slot; slots count up in the order of adding.

    Slots are grouped by what a word shares with one of `wanted` (the name keys to be looked up);
    a group is made a set when it is first asked for.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        words = {word for key in wanted for word in key.split()}
        self._sounds: _Slots = {sounds(word): [] for word in words}
        self._beginnings: _Slots = {word[:_BEGINNING]: [] for word in words if len(word) > 1}
        self._endings: _Slots = {word[-_BEGINNING:]: [] for word in words if len(word) >= _LONG}
        self._initials: _Slots = {word[0]: [] for word in words}
        self._unligatured: _Slots = {without_ligatures(word): [] for word in words}
        self._keys: list[str] = []
        self._owners: list[int] = []
        self._known: _Slots = {}
        self._rows: _Slots = {}
        self._apart: set[str] = set()  # words of known names that share nothing with one wanted
        self._together: dict[tuple[int, str], set[int]] = {}

    def add_known(self, names: Iterable[tuple[int, str]]) -> None:
        """Take (owner, name key) pairs of known people; an owner is a number of the caller's own."""
        self._known = self._indexed(names)
        for (word, slots), sound in zip(self._known.items(), skeletons(self._known), strict=True):
            groups = self._groups_of(word, sound)
            for group in groups:
                group += slots
            if not groups:
                self._apart.add(word)

    def add_rows(self, names: Iterable[tuple[int, str]]) -> int:
        """Take rows of the file, all of them wanted; the slot of the first, the others follow.

        They are found by sounds alone, for a file may hold 100,000 of them.
        """
        first = len(self._keys)
        self._rows = self._indexed(names)
        for word, slots in self._rows.items():
            self._sounds[sounds(word)] += slots
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

    def _groups_of(self, word: str, sound: str) -> list[list[int]]:
        """Where a known word is kept; under an initial only if it is no more than that."""
        found = [
            self._sounds.get(sound),
            (self._beginnings if len(word) > 1 else self._initials).get(word[:_BEGINNING]),
            self._endings.get(word[-_BEGINNING:]) if len(word) >= _LONG else None,
            self._unligatured.get(without_ligatures(word)) if "f" in word else None,
        ]
        return [group for group in found if group is not None]

    def borne(self, word: str) -> int:
        """How many names have this very word, of those with a word that shares something with one wanted."""
        known = self._known.get(word, ())
        if word in self._apart:
            known = [slot for slot in known if not self._apart.issuperset(self._keys[slot].split())]
        return len(known) + len(self._rows.get(word, ()))

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
        heard = self._met(_SOUND, sounds(word), self._sounds)
        misread = self._unligatured[without_ligatures(word)]
        return heard.union(misread) if misread else heard

    def _beginning_with(self, slots: set[int], word: str) -> set[int]:
        """Those of `slots` with a word that begins or ends like `word`, or is its initial."""
        if len(word) == 1:
            return {slot for slot in slots if f" {word}" in f" {self._keys[slot]}"}
        same = slots & self._met(_BEGIN, word[:_BEGINNING], self._beginnings)
        if len(word) >= _LONG:
            same |= slots & self._met(_END, word[-_BEGINNING:], self._endings)
        initials = self._met(_INITIAL, word[0], self._initials)
        return same | (slots & initials) if initials else same

    def _met(self, kind: int, part: str, groups: _Slots) -> set[int]:
        """The names of a group."""
        found = self._together.get((kind, part))
        if found is None:
            found = self._together[kind, part] = set(groups[part])
        return found
