"""Which workstream a name means: the questions of a file, open or answered, and what can be answered."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from emgdesk.importing.plan import Candidate, Decision
from emgdesk.ui.dialogs.import_dialog.workplan_lines import ANSWERED, Line

Answers = list[tuple[str, Decision | None]]
_LATER = "Decide later: leave out"
_QUESTION = "Is it one of the workstreams of the desk, written otherwise, or a new one?"


def question(name: str, row: int, places: str, candidates: tuple[Candidate, ...]) -> Line:
    """The line of a question; `places` are where the name stands ("Actions A3")."""
    where = Line(f"Stands in {places}", what=_QUESTION)
    return Line(name, "possible", row, children=(where,), name=name, candidates=candidates)


def answers(line: Line) -> Answers:
    """What can be answered, the likeliest workstream first."""
    known: Answers = [
        (f"It is “{one.name}” ({one.why})", Decision("match", one.person_id)) for one in line.candidates
    ]
    return [(_LATER, None), *known, ("It is a new workstream", Decision("new"))]


def answered(
    asked: Iterable[Line], decisions: Mapping[str, Decision], open_now: Iterable[Line]
) -> tuple[Line, ...]:
    """The questions `asked` so far that have an answer, with it, so that a slip can be put right."""
    still = {line.name for line in open_now}
    return tuple(
        replace(line, verdict=ANSWERED, answer=decisions[line.name])
        for line in asked
        if line.name in decisions and line.name not in still
    )
