"""Small charts with exact days: a year of the scale is 100 wide."""

from datetime import date

from emgdesk.reports.mandates import Descent, Happening, MandateChartFacts, MandateRow, SomDay, Stretch


def day(written: str) -> int:
    return date.fromisoformat(written).toordinal()


def stretch(start: str, end: str, status: str = "active", name: str = "Team", **facts: object) -> Stretch:
    return Stretch(day(start), day(end), name, "Task Team", status, **facts)


def event(kind: str, on: str, key: str = "", **facts: object) -> Happening:
    known = {4: f"{on}-07-02", 7: f"{on}-16"}.get(len(on), on)
    told = {"words": kind, "source": f"SOM at {on}", "target_kind": "mandate_event", "target_id": key or kind}
    return Happening(key or kind, kind, day(known), on, **{**told, **facts})


def row(key: str, *stretches: Stretch, events: tuple[Happening, ...] = (), **facts: object) -> MandateRow:
    told = {"name": f"Team {key}", "kind": "Task Team", "chapter": "I. Seas", "status": "active"}
    return MandateRow(key, stretches=stretches, events=events, **{**told, **facts})


def facts(*rows: MandateRow, lines: tuple[Descent, ...] = (), today: str = "2031-01-01") -> MandateChartFacts:
    soms = (SomDay(29, day("2029-10-01")), SomDay(30, day("2030-10-01")), SomDay(31, day("2031-10-01"), True))
    return MandateChartFacts(rows, lines, soms, day(today))


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)
