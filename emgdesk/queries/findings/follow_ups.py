"""What was promised at earlier meetings and is due at this one."""

from collections.abc import Iterator

from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.report_texts import EVERY_MEETING
from emgdesk.queries.findings.facts import Checked, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.findings.standing import row_of, stands_next
from emgdesk.queries.follow_ups import FollowUpRow


def follow_up_due(facts: Checked) -> Iterator[Finding]:
    """An open follow-up of an earlier meeting of the same row is due here, or its day has passed."""
    line = [m.id for m in row_of(facts.meeting, facts.desk.meetings)]
    if facts.meeting.id not in line or not stands_next(facts.meeting, facts.desk.meetings):
        return
    places = {key: at for at, key in enumerate(line)}
    here = places[facts.meeting.id]
    for row in facts.desk.follow_ups:
        at = places.get(row.meeting_id)
        if row.status == "open" and at is not None and at <= here and _is_due(facts, row, at < here):
            spot = Spot(f"Follow-ups of {row.meeting}", "follow_up", row.id)
            yield found("follow-up-due", spot, _told(row))


def _is_due(facts: Checked, row: FollowUpRow, is_earlier: bool) -> bool:
    if not row.due:
        return False
    if is_stored_date(row.due):
        day = (
            facts.desk.today.isoformat() if facts.held else facts.meeting.date or facts.desk.today.isoformat()
        )
        return row.due <= day[: len(row.due)]
    return is_earlier


def _told(row: FollowUpRow) -> str:
    who = row.who.strip() or "Somebody"
    what = shortened(plain_text(row.what)).rstrip(".")
    when = f"by {written_date(row.due)}" if is_stored_date(row.due) else "at this meeting"
    again = " (asked at every meeting)" if row.due == EVERY_MEETING else ""
    return f"{who} owes “{what}” {when}{again}."


RULES = (follow_up_due,)
