"""The findings of the check before publication."""

from emgdesk.reports.builders.findings import FindingsOptions
from emgdesk.reports.declared.shared import GROUP_LINES
from emgdesk.reports.options import DocumentKind, Option

FINDINGS = DocumentKind(
    name="findings",
    title="Findings of the check",
    needs="meeting",
    suffixes=(".pdf", ".docx", ".xlsx", ".csv"),
    options=(
        Option("intended", "Those marked as intended", "flag", "yes"),
        Option("notes", "Notes too", "flag", "yes"),
        GROUP_LINES,
    ),
    options_from=lambda values: FindingsOptions(**values),  # type: ignore[arg-type]
)
