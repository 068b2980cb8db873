"""A meeting as the rows of its workbook: what an export writes and an import is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SUBSECTIONS = " › "
"""Between the headings of sub-sections that lie within one another, in the column Subsection."""


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of the desk: its key, and its cells as text by column of the workbook.

    `owner_id` is the section of an action or paragraph, the action of an effect; a row whose `id` is
    its `owner_id` shows a section that holds nothing. `style` is the label style of the rows below it,
    `links` the keys of the workstreams its cells name, `parts` those of its reservations, footnotes or
    documents in order. `decision_id` is the action whose wording a conclusion is. `fixed` is a sentence where
    a workbook may not change the row.
    """

    id: str
    cells: Mapping[str, str]
    parent_id: str | None = None
    owner_id: str = ""
    position: int = 0
    style: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    decision_id: str = ""
    adopted: bool = False  # the wording that stands is the adopted one
    fixed: str = ""
    applied: bool = False  # effects of the action were applied when it was adopted

    @property
    def is_section(self) -> bool:
        """Whether the row shows a section that holds nothing."""
        return self.id == self.owner_id


@dataclass(frozen=True, slots=True)
class BookSection:
    """A section of actions or of the report; `items` are keys of the agenda items it reports on."""

    id: str
    heading: str
    parent_id: str | None = None
    position: int = 0
    workstream_id: str | None = None
    style: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingBook:
    """Everything a meeting workbook holds beside the facts of the meeting and its people."""

    agenda_style: str = ""
    agenda: tuple[BookRow, ...] = ()
    documents: tuple[BookRow, ...] = ()
    action_sections: tuple[BookSection, ...] = ()
    actions: tuple[BookRow, ...] = ()
    effects: tuple[BookRow, ...] = ()
    report_sections: tuple[BookSection, ...] = ()
    paragraphs: tuple[BookRow, ...] = ()
