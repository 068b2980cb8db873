"""A work-plan plan as a tree of lines: chapters, their workstreams, tasks, what changes in each."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from emgdesk.domain.dates import written_date
from emgdesk.domain.numbering import counted, letter, roman
from emgdesk.importing.plan import Candidate, Decision
from emgdesk.importing.workplans.plan import EntryLine, SheetLine, TaskLine, WorkplanPlan, WorkstreamLine

ANSWERED = "answered"  # a question; what came of it stands elsewhere and is counted there
VERDICTS = {
    "possible": "To decide",
    ANSWERED: "Decided",
    "problem": "Problem",
    "new": "New",
    "changed": "Changed",
    "same": "Same",
}
TONES = {"possible": "warn", "problem": "bad", "new": "accent", "changed": "good"}
FIELDS = {
    "name": "Name", "short_name": "Short name", "kind": "Kind", "chapter": "Chapter", "parent": "Part of",
    "leads": "Leads", "members": "Members", "purpose": "Purpose", "text": "Task", "source": "Source",
    "responsible": "Responsible", "due": "Due", "next_steps": "Next steps", "status": "Status",
    "as_of": "As of", "position": "Order", "chairs": "Co-chairs", "focal_points": "Focal points",
    "officer": "Officer", "proposer": "Proposer", "action_id": "Decision", "since": "Since", "until": "Left",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the preview; `row` is 0 where no row of the file is meant."""

    text: str
    verdict: str = ""
    row: int = 0
    what: str = ""
    children: tuple["Line", ...] = ()
    name: str = ""  # of a workstream that somebody must decide on
    candidates: tuple[Candidate, ...] = field(default=())
    answer: Decision | None = None


def lines_of(plan: WorkplanPlan, names: Mapping[str, str], labels: Mapping[str, str]) -> tuple[Line, ...]:
    """The tree; `names` are those of chapters and workstreams the desk has, by key.

    `labels` are their numbers and letters there ("III.", "d"): without a sheet of workstreams the file
    has no order of its own.
    """
    return _Tree(plan, names, labels).lines()


def counts_of(lines: tuple[Line, ...]) -> Counter[str]:
    """How many workstreams and tasks there are of each verdict (fields and entries do not count)."""
    counts: Counter[str] = Counter()
    for chapter in lines:
        for line in chapter.children:
            if line.verdict == ANSWERED:
                continue
            counts[line.verdict] += bool(line.verdict and line.row)
            counts.update(child.verdict for child in line.children if child.verdict and child.row)
    return counts


class _Tree:
    def __init__(self, plan: WorkplanPlan, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self._plan = plan
        self._labels = labels if "Workstreams" not in plan.sheets else {}
        self._names = {**names, **{chapter.ref: chapter.title for chapter in plan.chapters}}
        self._names |= {w.ref: w.name for w in plan.workstreams if w.ref and w.ref not in names}
        self._lettered = 0
        self._tasks: dict[tuple[str, str | None], list[TaskLine]] = defaultdict(list)
        for task in plan.tasks:
            self._tasks[task.chapter, task.workstream].append(task)

    def lines(self) -> tuple[Line, ...]:
        placed = [self._chapter(ref, n) for n, ref in enumerate(self._chapters(), 1)]
        troubles = tuple(
            _trouble(w) for w in self._plan.workstreams if w.verdict == "problem" and not w.candidates
        )
        notes = tuple(
            Line(f"Sheet {n.name}, row {n.row}", "problem", n.row, n.message) for n in self._plan.problems
        )
        rows = tuple(_row(line) for line in self._plan.lines if line.verdict == "problem")
        wrong = (*troubles, *notes, *rows)
        last = (Line("Cannot be taken", children=wrong),) if wrong else ()
        back = tuple(Line(one.entity, what=f"Answers with {one.file}") for one in self._plan.answers)
        returned = (Line("Sheets that came back", children=back),) if back else ()
        return (*last, *returned, *placed, *self._without_chapter(), *self._other_sheets())

    def _without_chapter(self) -> tuple[Line, ...]:
        """Workstreams that stand nowhere in the report."""
        own = [w for w in self._plan.workstreams if w.verdict != "problem" and not w.chapter]
        lines = tuple(self._workstream(w, "", lettered=False) for w in own)
        return (Line("Without a chapter", children=lines),) if lines else ()

    def _other_sheets(self) -> tuple[Line, ...]:
        """The rows of the sheets Names, Mandate, Members and Deliverables."""
        sheets: dict[str, list[Line]] = defaultdict(list)
        for line in self._plan.lines:
            if line.verdict != "problem":
                sheets[line.sheet].append(_row(line))
        return tuple(Line(sheet, children=tuple(lines)) for sheet, lines in sheets.items())

    def _chapters(self) -> list[str]:
        """Every chapter something stands in, those of the file first, in their order."""
        refs = [chapter.ref for chapter in self._plan.chapters]
        used = [w.chapter for w in self._plan.workstreams if w.chapter] + [
            t.chapter for t in self._plan.tasks
        ]
        return list(dict.fromkeys((*refs, *used)))

    def _chapter(self, ref: str, number: int) -> Line:
        own = [w for w in self._plan.workstreams if w.verdict != "problem" and w.chapter == ref]
        known = [w.ref for w in own]
        named = [w for (c, w) in self._tasks if c == ref and w is not None and w not in known]
        children = [self._workstream(w, ref) for w in own]
        children += [
            Line(self._with_letter(w, self._name(w)), "same", children=self._task_lines(ref, w))
            for w in named
        ]
        if self._tasks.get((ref, None)):
            children.append(Line("(chapter)", children=self._task_lines(ref, None)))
        new = next((c.is_new for c in self._plan.chapters if c.ref == ref), False)
        return Line(
            f"{self._labels.get(ref) or f'{roman(number).upper()}.'} {self._name(ref)}",
            what="New chapter" if new else "",
            children=tuple(children),
        )

    def _with_letter(self, ref: str, name: str) -> str:
        """Letters run on through the chapters, as in the report."""
        if self._labels:
            return f"{self._labels[ref]})  {name}" if self._labels.get(ref) else name
        self._lettered += 1
        return f"{letter(self._lettered)})  {name}"

    def _name(self, ref: str) -> str:
        return self._names.get(ref, "(on the desk)")

    def _workstream(self, line: WorkstreamLine, chapter: str, *, lettered: bool = True) -> Line:
        said = []
        if line.new_aliases:
            said.append("Also written " + ", ".join(f"“{alias}”" for alias in line.new_aliases))
        known = self._names.get(line.ref, line.name)
        if line.verdict != "new" and known != line.name:
            said.append(f"It is “{known}”")
        fields = tuple(self._field(key, change) for key, change in line.changes.items())
        what = ". ".join([*said, *line.messages])
        return Line(
            self._with_letter(line.ref, line.name) if lettered else line.name,
            line.verdict,
            line.row,
            what,
            (*fields, *self._task_lines(chapter, line.ref)),
        )

    def _task_lines(self, chapter: str, workstream: str | None) -> tuple[Line, ...]:
        return tuple(self._task(task) for task in self._tasks.get((chapter, workstream), ()))

    def _task(self, task: TaskLine) -> Line:
        entries: Counter[str] = Counter(entry.verdict for entry in task.entries)
        said = [
            counted(entries[word], f"{word} progress entry", f"{word} progress entries")
            for word in _ENTRIES
            if entries[word]
        ]
        what = ". ".join(filter(None, (", ".join(said), " ".join(task.messages))))
        fields = tuple(self._field(key, change) for key, change in task.changes.items())
        shown = tuple(_entry(entry) for entry in task.entries if entry.verdict != "same")
        return Line(
            _shown(task.text) or "(without a task)",
            task.verdict,
            task.row,
            what,
            (*fields, *shown),
        )

    def _field(self, key: str, change: tuple[str, str]) -> Line:
        old, new = (self._names.get(value, value) for value in change)
        return Line(FIELDS.get(key, key), what=f"{_shown(old) or '–'}  →  {_shown(new) or '–'}")


_ENTRIES = ("new", "changed")


def _entry(entry: EntryLine) -> Line:
    head = " ".join(part for part in (entry.status.capitalize(), written_date(entry.as_of)) if part)
    head = f"{head} ({entry.file}, row {entry.row})" if entry.file else head
    return Line(f"Progress: {head}" if head else "Progress", entry.verdict, 0, _shown(entry.text))


def _row(line: SheetLine) -> Line:
    """A row of another sheet with what it changes."""
    fields = tuple(
        Line(column, what=f"{_shown(old) or '–'}  →  {_shown(new) or '–'}")
        for column, (old, new) in line.changes.items()
    )
    text = f"{line.sheet}: {line.text}" if line.verdict == "problem" else line.text
    return Line(_shown(text), line.verdict, line.row, " ".join(line.messages), fields)


def _trouble(line: WorkstreamLine) -> Line:
    return Line(line.name or "(without a name)", "problem", line.row, " ".join(line.messages))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 400 else line[:400] + "…"


def totals_line(plan: WorkplanPlan) -> str:
    """ "Workstreams: 9 new.  Tasks: 35 new, 2 problems (42 rows)": rows where they are not the tasks."""
    asked: Counter[str] = Counter("possible" if w.candidates else w.verdict for w in plan.workstreams)
    wrong = Counter(note.name for note in plan.problems)
    tasks: Counter[str] = Counter(task.verdict for task in plan.tasks)
    said = []
    for sheet, counts in (("Workstreams", asked), ("Tasks", tasks)):
        counts["problem"] += wrong[sheet]
        if not (counts.total() or sheet in plan.sheets):
            continue
        rows = plan.sheets[sheet].rows if sheet in plan.sheets else 0
        more = f" ({counted(rows, 'row', 'rows')})" if sheet == "Tasks" and rows != counts.total() else ""
        said.append(f"{sheet}: {verdicts_told(counts) or 'no rows'}{more}")
    for sheet, held in plan.sheets.items():
        if sheet not in ("Workstreams", "Tasks") and held.rows:
            said.append(f"{sheet}: {verdicts_told(Counter(asdict(held)))}")
    return ".  ".join(said)


def verdicts_told(counts: Mapping[str, int]) -> str:
    """Counts by verdict in words: "3 new, 1 changed, 2 problems"."""
    words = (("new", "new"), ("changed", "changed"), ("same", "the same"), ("possible", "to decide"))
    parts = [f"{counts[key]} {word}" for key, word in words if counts[key]]
    if counts["problem"]:
        parts.append(counted(counts["problem"], "problem", "problems"))
    return ", ".join(parts)


def button_text(plan: WorkplanPlan) -> str:
    """What the Import button does."""
    streams = sum(w.verdict in ("new", "changed") for w in plan.workstreams)
    tasks = sum(task.verdict in ("new", "changed") for task in plan.tasks)
    parts = [counted(streams, "workstream", "workstreams")] if streams else []
    parts += [counted(tasks, "task", "tasks")] if tasks else []
    rows = len({(line.sheet, line.row) for line in plan.lines if line.verdict in ("new", "changed")})
    parts += [counted(rows, "other row", "other rows")] if rows else []
    named = " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
    return f"Import {named}" if named else "Nothing to import"


def left_out(plan: WorkplanPlan) -> str:
    """What importing now leaves out, "" if nothing."""
    asked = sum(bool(w.candidates) for w in plan.workstreams)
    if not asked:
        return ""
    whose = "its" if asked == 1 else "their"
    streams = counted(asked, "undecided workstream", "undecided workstreams")
    return f"{streams} will be left out with {whose} tasks"


def has_work(plan: WorkplanPlan) -> bool:
    """Whether importing changes anything."""
    verdicts = {line.verdict for line in plan.workstreams} | {line.verdict for line in plan.tasks}
    verdicts |= {line.verdict for line in plan.lines}
    changed = bool(verdicts & {"new", "changed"})
    return changed or bool(plan.answers) or any(c.is_new for c in plan.chapters)
