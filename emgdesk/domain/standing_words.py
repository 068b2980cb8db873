"""How a workstream stands, said in plain words."""

from emgdesk.domain.dates import written_date
from emgdesk.domain.lineage import OVER, Standing, age
from emgdesk.domain.mandate_ends import End, until_words

_ENDED = {
    "concluded": "Concluded", "transferred": "Transferred", "engagement ended": "Engagement ended",
    "taken up under": "Taken up", "not pursued": "Not pursued", "absorbed": "Absorbed",
    "succeeded": "Succeeded",
}  # fmt: skip
_JOIN = {"transferred": "to", "taken up under": "under", "absorbed": "by", "succeeded": "by"}


def on_date(day: str) -> str:
    """A stored date behind a verb: "on 2 October 2030", "in October 2030", "in 2030"; "" for none."""
    if not day:
        return ""
    return f"{'on' if len(day) == 10 else 'in'} {written_date(day)}"


def end_words(end: End) -> str:
    """Until when a mandate runs, a condition between quotes: "SOM 29", "31 December 2031"."""
    return f"“{end.condition}”" if end.condition else until_words(end)


def age_words(since: str, until: str) -> str:
    """The whole years from one ISO date to another: "6 years", "less than a year"; "" if unknown."""
    years = age(since, until)
    if years is None:
        return ""
    return {0: "less than a year", 1: "1 year"}.get(years, f"{years} years")


def standing_words(
    stands: Standing, day: str, *, parent: str = "", taker: str = "", ran_out: End | None = None
) -> tuple[str, ...]:
    """What is known of a workstream on an ISO day, each in a few words, the most telling first.

    `parent` and `taker` are the names of the workstreams it is part of and that took it over; `ran_out`
    is when its mandate ran out without a decision, None if it did not.

    >>> standing_words(Standing("Reefs", "", "active", None, since="2030-10-02"), "2036-11-01")
    ('Active since 2 October 2030 (6 years)', 'until when is not known')
    """
    if not stands.status:
        return ("Not there yet",)
    if stands.status == "proposed":
        return ("Proposed, without a mandate yet",)
    if stands.status == OVER:
        return (_over(stands, taker or stands.taker), *_lasted(stands))
    old = age_words(stands.since, day)
    since = f" since {written_date(stands.since)}" if stands.since else ""
    above = parent or stands.parent
    found = [f"Active{since}" + (f" ({old})" if old else "")]
    if stands.given is not None:
        runs = f"runs until {end_words(stands.end)}"
        found.append(f"its mandate ran out {ran_out_words(ran_out)}" if ran_out else runs)
    elif not above:
        found.append("until when is not known")
    return (*found, f"part of {above}") if above else tuple(found)


def ran_out_words(end: End) -> str:
    """When a mandate ran out, behind the verb: "with SOM 29", "on 31 December 2031"."""
    return on_date(end.day) if end.day else f"with {end_words(end)}"


def _over(stands: Standing, taker: str) -> str:
    words = _ENDED.get(stands.ended_by, "Concluded")
    if taker and stands.ended_by in _JOIN:
        words += f" {_JOIN[stands.ended_by]} {taker}"
    return f"{words} {on_date(stands.ended)}".strip()


def _lasted(stands: Standing) -> tuple[str, ...]:
    lasted = age_words(stands.since, stands.ended)
    return (f"after {lasted}",) if lasted else ()
