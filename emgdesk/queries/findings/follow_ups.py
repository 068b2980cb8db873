"""What was promised at earlier meetings and is due at this one."""

from collections.abc import Iterator

from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.report_texts import EVERY_MEETING
from emgdesk.queries.findings.facts import Checked, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.follow_ups import FollowUpRow, is_due
from emgdesk.queries.standing import carries, stands_next


def follow_up_due(facts: Checked) -> Iterator[Finding]:
    """An open follow-up of an earlier meeting of the same row is due here, or its day has passed."""
    here = facts.meeting
    if here.status == "cancelled" or not stands_next(here, facts.desk.meetings):
        return
    before = {m.id for m in facts.desk.meetings if carries(m, here)}
    today = facts.desk.today.isoformat()
    day = today if facts.held else here.date or today
    for row in facts.desk.follow_ups:
        earlier = row.meeting_id in before
        if (earlier or row.meeting_id == here.id) and is_due(row, day, earlier=earlier):
            spot = Spot(f"Follow-ups of {row.meeting}", "follow_up", row.id)
            yield found("follow-up-due", spot, _told(row))


def _told(row: FollowUpRow) -> str:
    who = row.who.strip() or "Somebody"
    what = shortened(plain_text(row.what)).rstrip(".")
    when = f"by {written_date(row.due)}" if is_stored_date(row.due) else "at this meeting"
    again = " (asked at every meeting)" if row.due == EVERY_MEETING else ""
    return f"{who} owes “{what}” {when}{again}."


RULES = (follow_up_due,)
