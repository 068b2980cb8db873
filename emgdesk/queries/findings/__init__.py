"""The check before publication: what of a meeting does not fit together, read off the desk.

`facts` reads a desk and a meeting once; each other module holds the rules of one area, small pure
functions from those facts to findings, `lineages` those of the desk itself; `kinds` names every kind
there is; `listing` runs them all.
"""

from emgdesk.queries.findings.finding import Finding
from emgdesk.queries.findings.listing import list_desk_findings, list_findings

__all__ = ["Finding", "list_desk_findings", "list_findings"]
