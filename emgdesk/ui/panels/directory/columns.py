"""The columns of people and entities, and the facts beside them."""

from emgdesk.operations.entity import STATUSES
from emgdesk.queries.entities import EntityRow
from emgdesk.queries.people import PersonRow
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.facts_form import Fact, FactGroup

PARTICLES = {"": "by rule", "kept": "kept", "skipped": "skipped"}
SURE, UNSURE = "confirmed", "to be confirmed"


_ORDER = "In the order of family names, as long as no column is chosen to sort by"


def _spelling_tip(row: PersonRow) -> str:
    return f"{row.name}\nAlso written: {row.spellings}" if row.spellings else row.name


PEOPLE = (
    Column("name", "Name", 28, editable=True, cell_tip=_spelling_tip, least=20, tip=_ORDER),
    Column("title", "Title", 8, editable=True, shown=False),
    Column("given", "Given name", 18, editable=True, shown=False),
    Column("family", "Family name", 18, editable=True, shown=False),
    Column("entity", "Entity", 12, editable=True, editor="suggest", tip="Where the person is today"),
    Column("function", "Function", 24, editable=True, least=10),
    Column("email", "E-mail", 25, least=10),
    Column("phone", "Phone", 16, editable=True, shown=False),
    Column("country", "Country", 14, editable=True, shown=False),
    Column("spellings", "Also written", 24, shown=False),
    Column(
        "particles",
        "Particles",
        12,
        value=lambda row: PARTICLES[row.particles],
        editable=True,
        editor="choice",
        choices=tuple(PARTICLES.values()),
        shown=False,
        searched=False,
        tip="In the order by family name",
    ),
    Column("notes", "Notes", 22, editable=True, shown=False),
    Column("meetings", "Meetings", 12, align="right", searched=False, least=10),
)

PERSON_FACTS = (
    FactGroup(
        "",
        (
            Fact("name", "Name"),
            Fact("title", "Title", hint="Mr., Ms., Dr. …"),
            Fact("given", "Given name"),
            Fact("family", "Family name"),
            Fact("entity", "Entity"),
            Fact("function", "Function", "long"),
            Fact("emails", "E-mails", "long", hint="separated by ;"),
            Fact("phone", "Phone"),
            Fact("country", "Country"),
            Fact("notes", "Notes", "lines"),
        ),
    ),
)

ORDER_FACTS = (
    FactGroup(
        "Order by family name",
        (
            Fact(
                "particles",
                "Particles",
                "choice",
                tuple(PARTICLES.values()),
                tip="Whether “van der”, “de la” count in the order by family name. By rule those in small "
                "letters do not",
            ),
        ),
    ),
)


def status_of(row: EntityRow) -> str:
    """Whether the status of an entity is sure."""
    return UNSURE if row.unsure else SURE


ENTITIES = (
    Column("acronym", "Acronym", 13, editable=True, least=10),
    Column("full_name", "Full name", 42, editable=True, least=13),
    Column("status", "Status", 13, editable=True, editor="choice", choices=STATUSES, least=11),
    Column(
        "unsure",
        "Status is",
        18,
        least=15,
        value=status_of,
        editable=True,
        editor="choice",
        choices=(SURE, UNSURE),
        tone=lambda row: "warn" if row.unsure else "muted",
    ),
    Column("parent", "Part of", 12, least=8),
    Column("counts_as_parent", "Counted with it", 15, shown=False, searched=False, tip="No body of its own"),
    Column("aliases", "Also written", 24, least=9),
    Column("domains", "Domains", 20, shown=False),
    Column("people", "People", 11, align="right", searched=False, least=8, tip="People who are there today"),
    Column("meetings", "Meetings", 12, align="right", searched=False, least=10),
)

ENTITY_FACTS = (
    FactGroup(
        "",
        (
            Fact("acronym", "Acronym"),
            Fact("full_name", "Full name", "long"),
            Fact("status", "Status", "choice", STATUSES),
            Fact("unsure", "Status is", "choice", (SURE, UNSURE)),
            Fact("parent", "Part of", hint="Acronym of another entity"),
            Fact(
                "aliases", "Also written", "lines", hint="One a line", tip="Imports know the entity by these"
            ),
            Fact(
                "domains",
                "Domains",
                "lines",
                hint="unep.org, one a line",
                tip="Of its e-mail addresses: imports propose the entity by these",
            ),
        ),
    ),
)
