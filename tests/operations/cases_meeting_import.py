"""The case of a meeting workbook: every sheet makes, changes and takes away something."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.workspace import Workspace
from tests.meeting_books import planned, taken, workbook

Case = Callable[[Workspace], Mapping[str, Any]]
_STEM = "The Group:"


def _meeting_plan(desk: Workspace) -> Mapping[str, Any]:
    taken(
        desk,
        workbook(
            ("Title", "Technical segment"),
            Agenda=[("1", "Opening"), ("2", "Reefs"), ("2.a", "Corals")],
            Documents=[("01", "EMG/SOM.40/01", "Note")],
            Actions=[
                (
                    None,
                    "Reefs",
                    _STEM,
                    "a",
                    "Agree to map the reefs.",
                    None,
                    None,
                    "FAO\nUNEP",
                    "No.\n\nNever.",
                )
            ],
            Effects=[("Reefs", "a", "established", "Task Team on Reefs")],
            Paragraphs=[
                ("Reefs", None, None, "They were mapped[^1][^2].", "1; 2", None, None, "So.\nOr so.")
            ],
        ),
    )
    raw = workbook(
        ("Title", "The technical segment"),
        Agenda=[
            ("1", "Opening"),
            ("2", "Corals", "15:00"),
            ("3", "Reefs"),
            ("3.i", "Sponges"),
            ("3.ii", "Dunes"),
        ],
        Documents=[("01", "EMG/SOM.40/01", "A note"), ("02", "EMG/SOM.40/02", "Agenda")],
        Actions=[
            (None, "Reefs", _STEM, "a", "Agree to map all the reefs.", "amended", "Agreed.", "FAO", "No."),
            (None, "Dunes", _STEM, None, "Decide to:"),
            (None, "Dunes", _STEM, "i", "Count the dunes."),
        ],
        Effects=[
            ("Reefs", "a", "established", "Task Team on Reefs", None, None, None, "2033"),
            ("Dunes", "i", "continued"),
        ],
        Paragraphs=[
            ("Reefs", None, None, "They were all mapped[^1].", "2", None, None, "So."),
            ("Dunes", "Sand", "actions", "Dunes"),
        ],
    )
    return {"plan": planned(desk, raw).plan}


CASES: Mapping[str, Case] = {"imports.meeting.apply_meeting_plan": _meeting_plan}
