"""One case an operation: prepares a desk and answers the keywords to run the operation with.

Each module `cases_<noun>` beside this one holds `CASES` of its own: {"module.operation": case}.
"""

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from emgdesk.workspace import Workspace

Case = Callable[[Workspace], Mapping[str, Any]]


def _gathered() -> dict[str, Case]:
    found: dict[str, Case] = {}
    for path in sorted(Path(__file__).parent.glob("cases_*.py")):
        own = importlib.import_module(f"tests.operations.{path.stem}").CASES
        assert not found.keys() & own.keys(), f"{path.name} repeats cases"
        found.update(own)
    return found


CASES: Mapping[str, Case] = _gathered()
