"""The chapter on the check names every kind of finding there is, and no other, as grave as it is."""

import re
from pathlib import Path

from emgdesk.queries.findings.kinds import KINDS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "checks.md"
ROW = re.compile(r"^\| `([a-z-]+)` \((\w+)\) \| (.+) \| (.*) \| (.+) \|$", re.MULTILINE)


def test_the_page_names_every_kind_in_order() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert [(name, severity) for name, severity, *_ in rows] == [(k.name, k.severity) for k in KINDS.values()]
