"""Which workstream a name means: known to the desk, of the file itself, perhaps one, or new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emgdesk.domain.dates import is_between
from emgdesk.domain.folding import words
from emgdesk.domain.workstream_names import acronyms, kind_told, telling_words, workstream_key
from emgdesk.importing.matching.likeness import alike_subjects
from emgdesk.importing.plan import Candidate
from emgdesk.importing.snapshot import KnownWorkstream

_ALIKE = 0.75  # of the words that tell what it is about
_ONE_WORD = 4  # letters of a word that alone may say what a workstream is about


@dataclass(frozen=True, slots=True)
class _Writing:
    """One name of a workstream with the days it was in use (ISO, "" open)."""

    ref: str
    name: str
    key: str
    kind: str
    telling: tuple[str, ...]
    acronyms: frozenset[str]
    since: str = ""
    until: str = ""

    def is_used(self, day: str) -> bool:
        """Whether the name is in use on an ISO day, without a day whether it is in use still."""
        return is_between(day, self.since, self.until) if day else not self.until


class WorkstreamIndex:
    """Workstreams by every writing of their names; `ref` is the desk's key or a new row's.

    One name surely means one workstream if no other bears it, or bore it on the day asked about. Bodies of
    two kinds on one subject are two, unless one was once called as the other is.
    """

    def __init__(self, known: Iterable[KnownWorkstream]) -> None:
        self._by_key: dict[str, list[_Writing]] = {}
        self._writings: list[_Writing] = []
        self._keys: dict[str, str] = {}  # of names that were asked for: rows of tasks repeat them
        self.refs: set[str] = set()
        for workstream in known:
            self.add(workstream.id, (workstream.name, *workstream.names))
            for name, since, until in workstream.dated:
                self._put(workstream.id, name, since, until)

    def add(self, ref: str, names: Iterable[str]) -> None:
        """Writings under which `ref` is to be found from now on."""
        self.refs.add(ref)
        for name in names:
            self._put(ref, name)

    def add_dated(self, ref: str, name: str, since: str, until: str) -> None:
        """A name `ref` has or had from day to day (ISO, "" open)."""
        self._put(ref, name, since, until)

    def bearers(self, name: str) -> frozenset[str]:
        """All that are or were called so."""
        return frozenset(one.ref for one in self._by_key.get(self._key(name), ()))

    def _key(self, name: str) -> str:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = workstream_key(name)
        return key

    def _put(self, ref: str, name: str, since: str = "", until: str = "") -> None:
        key = workstream_key(name)
        held = self._by_key.setdefault(key, []) if key else []
        terms = (("", ""), (since, until))
        if not key or any(one.ref == ref and (one.since, one.until) in terms for one in held):
            return
        writing = _Writing(ref, name, key, kind_told(key), telling_words(key), acronyms(name), since, until)
        held.append(writing)
        self._writings.append(writing)

    def find(self, names: Sequence[str], day: str = "") -> str | None:
        """The one workstream any of these names surely means, as of an ISO day; the first name counts most.

        Where several bore a name, those that bear it on the day, without a day those that bear it still.
        """
        for name in names:
            held = self._by_key.get(self._key(name), ())
            refs = {one.ref for one in held}
            if len(refs) == 1:
                return refs.pop()
            now = {one.ref for one in held if one.is_used(day)}
            if len(now) == 1:
                return next(iter(now))
        return None

    def bears(self, ref: str, name: str) -> bool:
        """Whether a workstream is or was called so."""
        return ref in self.bearers(name)

    def alike(self, name: str) -> tuple[Candidate, ...]:
        """Workstreams this name may mean without saying so surely, best first."""
        key = workstream_key(name)
        kind, telling, own = kind_told(key), telling_words(key), acronyms(name).union(words(name))
        best: dict[str, Candidate] = {}
        for other in self._writings:
            score, why = _likeness(key, kind, telling, own, other)
            if score and (other.ref not in best or score > best[other.ref].score):
                best[other.ref] = Candidate(other.ref, other.name, "", score, why)
        return tuple(sorted(best.values(), key=lambda one: (-one.score, one.name)))[:5]


def _likeness(
    key: str, kind: str, telling: tuple[str, ...], own: frozenset[str], other: _Writing
) -> tuple[float, str]:
    """A score from 0 to 1 and why, (0, "") where two names are surely two workstreams."""
    if key == other.key:
        return 0.99, "the same name, which several bear or bore"
    if kind and other.kind and kind != other.kind:
        return 0.0, ""  # a Task Team and a Consultative Process on one subject are two bodies
    fewest = min(len(telling), len(other.telling))
    one_kind = bool(kind) and kind == other.kind
    score = alike_subjects(telling, other.telling)
    if score == 1.0 and (fewest > 1 or _one_word(telling, other.telling, one_kind)):
        same = len(set(telling)) == len(set(other.telling))
        return (0.98, "the same words") if same else (0.9, "the same words and more")
    if fewest > 1 and _ALIKE <= score < 1.0:
        return round(score, 2), "most words agree"
    if other.acronyms & own:
        return 0.8, f"“{next(iter(other.acronyms & own)).upper()}” is another name of it"
    return 0.0, ""


def _one_word(telling: tuple[str, ...], other: tuple[str, ...], one_kind: bool) -> bool:
    """Whether one word both have tells that they may be one: of one kind, and little else is said."""
    fewer, more = sorted((telling, other), key=len)
    return (one_kind or len(more) == 1) and len(fewer[0]) >= _ONE_WORD and len(more) <= 3
