"""Where the work of a workstream that has ended can go on."""

from emgdesk.domain.lineage import has_begun
from emgdesk.domain.mandate_wordings import with_article
from emgdesk.queries.roll_forward.proposals import GO_ON, Choice
from emgdesk.queries.roll_forward.year import Year


def successors(year: Year, workstream_id: str | None, verb: str) -> tuple[Choice, ...]:
    """The workstreams that go on with one: its successors, who absorbed it, its parent; living ones only."""
    lines = [
        one for one in year.lineage.lines() if one.from_id == workstream_id and has_begun(one.date, year.day)
    ]
    keys = [one.to_id for one in lines[::-1]]
    if workstream_id and (parent := year.lineage.standing(workstream_id, year.day).parent_id):
        keys.append(parent)
    living = [key for key in dict.fromkeys(keys) if not year.has_ended(key) and year.chapter_of.get(key)]
    said = "Go on under" if verb == GO_ON else "Under"
    return tuple(
        Choice(verb, f"{said} {with_article(year.name(key))}", key, year.chapter_of[key]) for key in living
    )
