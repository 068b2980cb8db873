"""Cases of carrying a desk from one SOM to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.queries.roll_forward import propose
from emgdesk.workspace import Workspace
from tests.yearly import TODAY, make_year

Case = Callable[[Workspace], Mapping[str, Any]]


def everything(desk: Workspace) -> dict[str, Any]:
    """All that is proposed at the end of SOM 40, as proposed."""
    make_year(desk)
    plan = desk.read(propose, som_number=40, today=TODAY)
    return {"plan": plan, "chosen": plan.proposals, "target": plan.target}


CASES: Mapping[str, Case] = {"roll_forward.roll_forward": everything}
