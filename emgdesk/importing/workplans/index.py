"""Which workstream a name means: known to the desk, of the file itself, perhaps one, or new."""

from collections.abc import Iterable, Sequence

from emgdesk.domain.workstream_names import kind_and_subject, workstream_key
from emgdesk.importing.matching.likeness import alike_texts
from emgdesk.importing.plan import Candidate
from emgdesk.importing.snapshot import KnownWorkstream

_ALIKE = 84.0


class WorkstreamIndex:
    """Workstreams by every writing of their names; `ref` is the desk's key or a new row's."""

    def __init__(self, known: Iterable[KnownWorkstream]) -> None:
        self._refs: dict[str, set[str]] = {}
        self._keys: list[tuple[str, str, str]] = []  # key, ref, name as written
        for workstream in known:
            self.add(workstream.id, (workstream.name, *workstream.names))

    def add(self, ref: str, names: Iterable[str]) -> None:
        """Writings under which `ref` is to be found from now on."""
        for name in names:
            key = workstream_key(name)
            if key and ref not in self._refs.setdefault(key, set()):
                self._refs[key].add(ref)
                self._keys.append((key, ref, name))

    def find(self, names: Sequence[str]) -> str | None:
        """The one workstream any of these names surely means; the first name counts most."""
        for name in names:
            refs = self._refs.get(workstream_key(name), ())
            if len(refs) == 1:
                return next(iter(refs))
        return None

    def alike(self, name: str) -> tuple[Candidate, ...]:
        """Workstreams whose name is like this one but not surely the same, best first."""
        key = workstream_key(name)
        kind, subject = kind_and_subject(key)
        best: dict[str, Candidate] = {}
        for other, ref, written in self._keys:
            other_kind, other_subject = kind_and_subject(other)
            if kind and other_kind and kind != other_kind:
                continue  # a Task Team and a Consultative Process on one subject are two bodies
            score = alike_texts(subject, other_subject)
            if other != key and score >= _ALIKE and score / 100 > (best[ref].score if ref in best else 0):
                why = "the same words and more" if score == 100 else "most words agree"
                best[ref] = Candidate(ref, written, "", min(0.99, round(score / 100, 2)), why)
        return tuple(sorted(best.values(), key=lambda one: (-one.score, one.name)))[:5]
