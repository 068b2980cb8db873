"""The mandate chart."""

from collections.abc import Mapping
from typing import Any

from emgdesk.domain.dates import long_date
from emgdesk.errors import UsageError
from emgdesk.reports.builders.mandate_chart import MandateChartOptions
from emgdesk.reports.declared.shared import GROUP_LINES
from emgdesk.reports.options import DocumentKind, Option, choices

_NAMES = {"from": "since", "to": "until"}


def _options(values: Mapping[str, object]) -> MandateChartOptions:
    named: dict[str, Any] = {_NAMES.get(key, key): value for key, value in values.items()}
    options = MandateChartOptions(**named)
    if options.since and options.until and options.since >= options.until:
        raise UsageError(
            f"The chart begins on {long_date(options.since)} and ends before that, on "
            f"{long_date(options.until)}.",
            place="from",
        )
    return options


MANDATE_CHART = DocumentKind(
    name="mandate-chart",
    title="Mandate chart",
    needs="desk",
    suffixes=(".pdf", ".png", ".docx"),
    options=(
        Option("as-of", "As of", "date"),
        Option("workstreams", "Workstreams", "names"),
        Option("concluded", "With concluded workstreams", "flag", "yes"),
        Option("from", "Years from", "date"),
        Option("to", "Years to", "date"),
        Option("events", "Marks of events", "flag", "yes"),
        Option("table", "What happened, in words", "flag", "yes"),
        Option("paper", "Paper", "choice", "a4", choices(("a4", "A4"), ("a3", "A3"))),
        Option("dpi", "Sharpness of a PNG picture", "number", "200", least=72, most=400, unit="dpi"),
        GROUP_LINES,
    ),
    options_from=_options,
)
