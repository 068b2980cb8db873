"""What the progress report is made of: chapters, workstreams, tasks with their dated entries."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from emgdesk.domain.progress import last_status
from emgdesk.reports.builders.meeting import MeetingFacts

Mark = Literal["", "new", "changed"]


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One dated entry; `text` is CommonMark, `status` a word of `TASK_STATUSES` or "".

    `mark` says how it differs from an earlier report.
    """

    status: str
    text: str
    as_of: date | None = None
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task with its entries in order; `text` (may be empty) and `next_steps` are CommonMark.

    `mark` and `steps_mark` say how the wording and the next steps differ from an earlier report.
    """

    text: str
    entries: tuple[ProgressEntry, ...] = ()
    next_steps: str = ""
    id: str = ""
    mark: Mark = ""
    steps_mark: Mark = ""

    @property
    def status(self) -> str:
        """The last one that was told: an entry without one leaves it as it was; "" without any."""
        return last_status(self.entries)

    @property
    def marked(self) -> bool:
        """Whether anything of it differs from an earlier report."""
        return bool(self.mark or self.steps_mark or any(entry.mark for entry in self.entries))


@dataclass(frozen=True, slots=True)
class WorkstreamProgress:
    """The tasks of a workstream; with an empty `name` a table of the chapter itself.

    `standing` is a sentence on it ("Part of ...", "Concluded ..."), "" where there is nothing to say;
    `names` are other spellings and earlier names.
    """

    name: str
    tasks: tuple[TaskProgress, ...] = ()
    concluded: bool = False
    id: str = ""
    standing: str = ""
    names: tuple[str, ...] = ()
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report; a Roman number typed before `title` gives way to the generated one."""

    title: str
    workstreams: tuple[WorkstreamProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """What is reported on, as it stood on a day.

    `today` is the day of printing, `introduction` CommonMark ("" for the usual
    words); without a `meeting` the report has no title block of one.
    """

    chapters: tuple[Chapter, ...]
    today: date
    meeting: MeetingFacts | None = None
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """What was printed before: its text in lines, its name ("EMG SOM27/03") if it has one, its day."""

    lines: tuple[str, ...]
    day: date | None = None
    name: str = ""
