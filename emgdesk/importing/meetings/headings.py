"""Which section of the desk a heading of the file means: the same, a corrected one, or a new one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from emgdesk.domain.meeting_books import BookRow, BookSection
from emgdesk.importing.sheets.book_rows import FileRow, key_of

Path = tuple[str, ...]
"""Headings from the top: one of actions, one or more of the report."""


def key_path(path: Iterable[str]) -> Path:
    """A path by which headings are compared."""
    return tuple(key_of(heading) for heading in path)


def paths_of(sections: Sequence[BookSection]) -> dict[str, Path]:
    """The path of every section of the desk by its key; those above come before those below."""
    paths: dict[str, Path] = {}
    for section in sections:
        paths[section.id] = (*paths.get(section.parent_id or "", ()), section.heading)
    return paths


class Headings:
    """Sections by path: `refs` those of the desk, and those a planner adds for new headings.

    `renamed` are sections of the desk whose heading the file corrects: every row known to stand in one
    has the new heading, and no other section has it.
    """

    def __init__(
        self,
        sections: Sequence[BookSection],
        rows: Mapping[int, Path],
        known: Iterable[tuple[FileRow, BookRow]],
    ) -> None:
        self.paths = paths_of(sections)
        self.refs: dict[Path, str] = {}
        for section in sections:
            self.refs.setdefault(key_path(self.paths[section.id]), section.id)
        self.renamed: dict[str, str] = {}
        self._find_renamed(sections, rows, known)

    def _find_renamed(
        self,
        sections: Sequence[BookSection],
        rows: Mapping[int, Path],
        known: Iterable[tuple[FileRow, BookRow]],
    ) -> None:
        above = {section.id: section.parent_id for section in sections}
        said: dict[str, set[Path]] = defaultdict(set)
        for line, row in known:
            section_id: str | None = row.owner_id
            path = rows.get(line.number, ())
            if len(path) != len(self.paths.get(row.owner_id, ())):
                path = ()
            while section_id is not None:  # a heading stands over the rows of its sub-sections too
                said[section_id].add(path)
                section_id, path = above.get(section_id), path[:-1]
        now: dict[str | None, Path] = {None: ()}
        for section in sections:
            own, parent = self.paths[section.id], now[section.parent_id]
            told = {key_path(path): path for path in said.get(section.id, ())}
            new = next(iter(told.values())) if len(told) == 1 else ()
            if not new or key_path(new[:-1]) != key_path(parent):
                new = (*parent, section.heading)
            if self.refs.get(key_path(new), section.id) != section.id:
                new = own
            elif new[-1] != section.heading:
                self.renamed[section.id] = new[-1]
            now[section.id] = new
            self.refs.setdefault(key_path(new), section.id)

    def of(self, path: Path) -> str | None:
        """The ref of a section by its headings, None for one nobody knows yet."""
        return self.refs.get(key_path(path))

    def add(self, path: Path, ref: str) -> None:
        """A new section."""
        self.refs[key_path(path)] = ref


def likely_section(rows: Sequence[FileRow], known: Sequence[BookRow], taken: Iterable[str]) -> str | None:
    """The section of the desk most texts of a new heading stand in: its heading was corrected; else None."""
    texts = {key_of(row.get("Text")) for row in rows if row.get("Text")}
    free = [row for row in known if row.owner_id not in set(taken) and not row.is_section]
    hits = Counter(row.owner_id for row in free if key_of(row.cells.get("Text", "")) in texts)
    if not hits:
        return None
    section, count = hits.most_common(1)[0]
    whole = sum(row.owner_id == section for row in free)
    return section if count * 2 > max(len(texts), whole) else None
