"""The documents of a segment as one set."""

from emgdesk.reports.builders.segment_set import SetOptions
from emgdesk.reports.declared.decisions import WORDING
from emgdesk.reports.declared.meeting_report import FORM
from emgdesk.reports.declared.shared import CLOCK, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

SEGMENT_SET = DocumentKind(
    name="segment-set",
    title="Documents of the segment",
    needs="meeting",
    suffixes=PROSE,
    options=(
        Option("agenda", "Agenda", "flag", "yes"),
        Option("annotated-agenda", "Annotated agenda", "flag", "no"),
        Option("progress-report", "Progress report", "flag", "no"),
        Option("action-points", "Summary of action points", "flag", "yes"),
        Option("meeting-report", "Meeting report", "flag", "yes"),
        Option("participants", "List of participants", "flag", "yes"),
        CLOCK,
        FORM,
        WORDING,
        Option(
            "files",
            "Separate files as",
            "choice",
            "pdf",
            choices(("pdf", "PDF"), ("docx", "Word")),
            folder=True,
        ),
    ),
    options_from=lambda values: SetOptions(**values),  # type: ignore[arg-type]
)
