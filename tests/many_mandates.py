"""A chart of many bodies over many years, as a large desk would give it."""

from datetime import date

from emgdesk.reports.mandates import Descent, Happening, MandateChartFacts, MandateRow, SomDay, Stretch

TODAY = date(2031, 6, 1).toordinal()
_NAMES = ("Issue Management Group on", "Task Team on", "Consultative Process on", "Working Group on")
_THINGS = (
    "Tides",
    "Moors and the Peat below them",
    "Kelp",
    "Ice",
    "Dust",
    "Rain",
    "Salt",
    "Wind",
    "Clay",
    "Moss",
)


def day(year: int, month: int = 10, of_month: int = 15) -> int:
    return date(year, month, of_month).toordinal()


def many(count: int = 40, first: int = 2002) -> MandateChartFacts:
    """`count` bodies from `first` on, each extended every third year, every fifth succeeded by the next."""
    rows, lines = [], []
    for number in range(count):
        start = first + number * 20 // count
        over = number % 5 == 2
        end = start + 6 if over else 2031
        name = f"{_NAMES[number % 4]} {_THINGS[number % 10]} {number}"
        events = [_event(number, "established", start)]
        events += [_event(number, "extended", year) for year in range(start + 1, end)][:9]
        stop = day(end) if over else TODAY
        rows.append(
            MandateRow(
                f"w{number}", name, "Task Team", f"Chapter {number % 4}",
                "concluded" if over else "active", (Stretch(day(start), stop, name, "", "active"),),
                tuple(events), "" if over else "SOM 32", open=not over,
                family=number - (number % 5 == 3),
            )
        )  # fmt: skip
        if number % 5 == 3:
            lines.append(
                Descent(
                    f"e{number}",
                    "succeeded",
                    day(first + (number - 1) * 20 // count + 6),
                    f"w{number - 1}",
                    f"w{number}",
                )
            )
    soms = tuple(SomDay(year - 2000, day(year), year > 2030) for year in range(first, 2033))
    return MandateChartFacts(tuple(rows), tuple(lines), soms, TODAY)


def _event(number: int, kind: str, year: int) -> Happening:
    words = f"{kind} until SOM {year - 1999}"
    key = f"e{number}-{year}"
    source = f"15 October {year}, SOM {year - 2000}"
    return Happening(key, kind, day(year), f"{year}-10-15", words, source, "mandate_event", key)
