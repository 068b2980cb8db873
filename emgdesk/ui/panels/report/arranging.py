"""What moving a line of the report's outline asks of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from emgdesk.operations.report import move_paragraph, move_report_section
from emgdesk.ui.panels.report.reading import ReportView


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation with its words and what it is called with."""

    label: str
    operation: Callable[..., Any]
    fields: Mapping[str, Any]


def moved(view: ReportView, key: str, parent: str, index: int) -> Asked | None:
    """`key` to the place `index` among the paragraphs and sections below `parent`; None for no such place."""
    row = view.paragraph(key)
    if row is not None:
        if view.section(parent) is None:
            return None
        return Asked(
            "Move paragraph", move_paragraph, {"paragraph_id": key, "section_id": parent, "index": index}
        )
    if view.section(key) is None or (parent and view.section(parent) is None):
        return None
    above = view.section(parent)
    own = len(above.paragraphs) if above is not None else 0
    return Asked(
        "Move section",
        move_report_section,
        {"section_id": key, "parent_id": parent or None, "index": max(0, index - own)},
    )
