"""An agenda and a document register as the documents of a meeting write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from emgdesk.domain.dates import Clock, clock_times
from emgdesk.reports.blocks import Block, ItemList, ListItem, Paragraph, Run
from emgdesk.reports.builders.meeting import MeetingFacts

_LETTERED = re.compile(r"\s*([0-9]+)\s*[.\-/]?\s*([A-Za-z])\s*[).]?\s*$")
_PRESENTED = re.compile(r"\bpresented by\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item in printed order: `label` its own ("a"), `level` how many labels stand above it.

    A line without a `label` is a timed one. Times are HH:MM or ""; presenters as printed, several
    separated by "; "; `notes` and `draft_conclusion` are CommonMark; `papers` are keys of the register.
    """

    id: str
    depth: int
    level: int
    label: str
    title: str
    start: str = ""
    end: str = ""
    presenter: str = ""
    presented_by: str = ""
    notes: str = ""
    draft_conclusion: str = ""
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of the register; `number` is as typed ("04.A"), `address` a web address or ""."""

    id: str
    number: str
    title: str
    symbol: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """A meeting with its agenda in printed order and its register in its own."""

    meeting: MeetingFacts
    items: tuple[AgendaLine, ...] = ()
    papers: tuple[PaperLine, ...] = ()
    chair: str = ""


def item_label(line: AgendaLine) -> str:
    """The label of an item as its level has it: "Item 3:", "a)", "a."; "" for a timed line."""
    if not line.label:
        return ""
    return (f"Item {line.label}:", f"{line.label})", f"{line.label}.")[min(line.level, 2)]


def item_times(line: AgendaLine, clock: Clock) -> str:
    """When an item is taken: "3:10 – 4:10 p.m."; "" where that is not said."""
    return clock_times(line.start, line.end, clock)


def presented(line: AgendaLine, *, planned: bool) -> str:
    """An item with who presents it, or did: "Reefs (presented by UNEP and UNDP)"."""
    return with_presenters(line.title, line.presenter if planned else line.presented_by or line.presenter)


def with_presenters(title: str, presenters: str) -> str:
    """`title` with who presents it, unless nobody does or it says so itself."""
    who = in_words(presenters)
    return f"{title} (presented by {who})" if who and not _PRESENTED.search(title) else title


def in_words(people: str) -> str:
    """Names separated by semicolons as a text lists them: "UNEP; FAO; WMO" -> "UNEP, FAO and WMO"."""
    names = [name.strip() for name in people.split(";") if name.strip()]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def paper_list(papers: Sequence[PaperLine], *, symbols: bool = False) -> tuple[Block, ...]:
    """The register by numbers: "01." and the title; lettered ones under one number ("04. A) ... B) ...")."""
    items: list[ListItem] = []
    for number, run in groupby(papers, key=lambda paper: _number(paper)[0]):
        group = list(run)
        lettered = [(_number(paper)[1], paper) for paper in group]
        if all(letter for letter, _ in lettered):
            inner = tuple(ListItem(f"{letter})", (_title(p, symbols),)) for letter, p in lettered)
            items.append(ListItem(_pointed(number), (ItemList(inner),)))
        else:
            items += [ListItem(_pointed(paper.number), (_title(paper, symbols),)) for paper in group]
    return (ItemList(tuple(items)),) if items else ()


def paper_name(paper: PaperLine) -> str:
    """A document in a running text: "03 Progress Report (EMGSOM.27_3)"."""
    named = " ".join(part for part in (paper.number.strip(), paper.title) if part)
    return f"{named} ({paper.symbol})" if named and paper.symbol else named or paper.symbol


def _number(paper: PaperLine) -> tuple[str, str]:
    """A number in two: "04.A" -> ("04", "A"), "3a" -> ("3", "a"), "INF.2" -> ("INF.2", "")."""
    found = _LETTERED.match(paper.number)
    return (found[1], found[2]) if found else (paper.number.strip(), "")


def _pointed(number: str) -> str:
    bare = number.strip()
    return f"{bare}." if bare and bare[-1].isalnum() else bare


def _title(paper: PaperLine, symbols: bool) -> Paragraph:
    runs = [Run(paper.title or paper.symbol, link=paper.address or None)]
    if symbols and paper.symbol and paper.title:
        runs.append(Run(f" ({paper.symbol})"))
    return Paragraph(tuple(runs) if len(runs) > 1 or paper.address else runs[0].text)
