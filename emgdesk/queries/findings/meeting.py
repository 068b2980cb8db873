"""Facts of the meeting itself."""

from collections.abc import Iterator

from emgdesk.domain.zones import zone_finding
from emgdesk.queries.findings.facts import Checked
from emgdesk.queries.findings.finding import Finding, found


def meeting_without_date(facts: Checked) -> Iterator[Finding]:
    """A meeting that was held, or is confirmed, has no day."""
    row = facts.meeting
    if row.status in ("held", "confirmed") and len(row.date) < 10:
        known = f"only a month ({row.date})" if row.date else "no date"
        yield found("meeting-without-date", facts.spot, f"The meeting is {row.status} and has {known}.")


def meeting_without_chair(facts: Checked) -> Iterator[Finding]:
    """A meeting that was held names neither a chair nor who opened it."""
    row = facts.meeting
    chaired = any(line.role == "chair" for line in facts.roster)
    if facts.held and not (row.chair.strip() or row.opened_by.strip() or chaired):
        text = "The meeting was held and nobody is named who chaired or opened it."
        yield found("meeting-without-chair", facts.spot, text)


def zone_label_contradicts_date(facts: Checked) -> Iterator[Finding]:
    """The time zone as typed is not in use on the day of the meeting."""
    text = zone_finding(facts.meeting.zone_label, facts.meeting.date)
    if text:
        yield found("zone-label-contradicts-date", facts.spot, text, facts.meeting.zone_label)


RULES = (meeting_without_date, meeting_without_chair, zone_label_contradicts_date)
