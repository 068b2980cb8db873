"""Documents on workstreams: their sheets, the work plan as a table, what was asked of an entity."""

from collections.abc import Mapping
from typing import Any

from emgdesk.reports.builders.entity_extract import ExtractOptions
from emgdesk.reports.builders.progress_rows import STATUS_WORDS
from emgdesk.reports.builders.workplan_table import TableOptions
from emgdesk.reports.builders.workstream_sheet import SheetOptions
from emgdesk.reports.declared.shared import GROUP_LINES, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

AS_OF = Option("as-of", "As of", "date")


def _made(kind: type) -> Any:
    def options(values: Mapping[str, object]) -> object:
        return kind(**values)

    return options


WORKSTREAM = DocumentKind(
    name="workstream",
    title="Workstream sheet",
    needs="workstream",
    suffixes=PROSE,
    options=(
        AS_OF,
        Option("workstreams", "Workstreams", "bodies"),
        Option("tasks", "Open tasks", "flag", "yes"),
        Option("deliverables", "Deliverables", "flag", "yes"),
        Option("meetings", "Meetings", "flag", "yes"),
        Option(
            "history",
            "Extensions of the mandate",
            "choice",
            "",
            choices(("", "In one line if many"), ("short", "In one line"), ("whole", "Each in its own")),
        ),
        Option(
            "group-lines",
            GROUP_LINES.label,
            "choice",
            "single",
            choices(("single", "On a sheet by itself"), ("yes", "On every sheet"), ("no", "On none")),
        ),
        Option(
            "files",
            "Separate files as",
            "choice",
            "pdf",
            choices(("pdf", "PDF"), ("docx", "Word")),
            folder=True,
        ),
    ),
    options_from=_made(SheetOptions),
)

WORKPLAN_TABLE = DocumentKind(
    name="workplan-table",
    title="Work plan as a table",
    needs="desk",
    suffixes=(".pdf", ".docx", ".xlsx"),
    options=(
        AS_OF,
        Option("workstreams", "Workstreams", "names"),
        Option(
            "status",
            "Status",
            "choice",
            "",
            choices(("", "All"), ("open", "Open ones"), *STATUS_WORDS.items()),
        ),
        Option("entity", "Tasks of the entity", "entity"),
        GROUP_LINES,
    ),
    options_from=_made(TableOptions),
)

EXTRACT = DocumentKind(
    name="entity-extract",
    title="What was asked of an entity",
    needs="entity",
    suffixes=PROSE,
    options=(
        Option("entity", "Entity", "entity"),
        AS_OF,
        Option("finished", "Finished tasks too", "flag", "yes"),
        GROUP_LINES,
    ),
    options_from=_made(ExtractOptions),
)
