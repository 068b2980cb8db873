"""Finding, for names nobody bears exactly, the few known names worth comparing.

Names meet in a block when one of their words sounds alike. Blocks of common words
are split by a second word, so the work stays in step with the number of rows.
"""

from collections.abc import Iterable

from emgdesk.importing.match import nearest, sounds

_RARE = 40  # a block up to this size is compared whole
_MANY = 64  # of a split block no more than this
_FEW = 3  # so few are compared without asking which are nearest
_COUNTED = 400


class _Sounds(dict[str, str]):
    """Remembers the sound of each word for one run."""

    def __missing__(self, token: str) -> str:
        found = self[token] = sounds(token)
        return found


class Pool:
    """Known names and rows of the file, each under its name key.

    Only names that share a sound with one of `wanted` (the keys to be looked up) are
    kept, so a large desk costs little. Names are found in the order they were added.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        self._sounds = _Sounds()
        self._blocks: dict[str, list[int]] = {
            self._sounds[token]: [] for key in wanted for token in key.split()
        }
        self._split: dict[tuple[str, str], list[int]] = {}
        self._ready: set[str] = set()
        self._keys: list[str] = []
        self._owners: list[int] = []
        self._borne: dict[str, int] = {}

    def add(self, owner: int, key: str) -> None:
        """A name and whose it is, a number of the caller's own."""
        heard, blocks = self._sounds, self._blocks
        slot = -1
        for token in key.split():
            block = blocks.get(heard[token])
            if block is not None:
                if slot < 0:
                    slot = len(self._keys)
                    self._keys.append(key)
                    self._owners.append(owner)
                block.append(slot)

    def borne(self, token: str) -> int:
        """How many names have this very word (of those kept, counted up to some hundreds)."""
        count = self._borne.get(token)
        if count is None:
            block = self._blocks.get(self._sounds[token], ())[:_COUNTED]
            count = self._borne[token] = sum(token in self._keys[slot].split() for slot in block)
        return count

    def near(self, key: str, before: int) -> list[tuple[int, str]]:
        """(owner, name key) of the few names near `key`, nearest first; of owners from `before` on none."""
        tokens = key.split()
        found: dict[int, None] = {}
        for token in tokens:
            heard = self._sounds[token]
            block = self._blocks[heard]
            if len(block) <= _RARE:
                found.update(dict.fromkeys(block))
                continue
            self._split_block(heard)
            for other in tokens:
                if other != token:
                    found.update(dict.fromkeys(self._split.get((heard, self._sounds[other]), ())))
                    found.update(dict.fromkeys(self._split.get((heard, other[0]), ())))
        slots = [slot for slot in found if self._owners[slot] < before]
        if len(slots) > _FEW:
            slots = [slots[at] for at in nearest(key, [self._keys[slot] for slot in slots])]
        return [(self._owners[slot], self._keys[slot]) for slot in slots]

    def _split_block(self, heard: str) -> None:
        """Split a common word's block by every other word of its names, and by their first letters."""
        if heard in self._ready:
            return
        self._ready.add(heard)
        for slot in self._blocks[heard]:
            for token in self._keys[slot].split():
                if self._sounds[token] != heard:
                    for other in (self._sounds[token], token[0]):
                        block = self._split.setdefault((heard, other), [])
                        if len(block) < _MANY:
                            block.append(slot)
