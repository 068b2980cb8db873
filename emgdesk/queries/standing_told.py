"""How a workstream stands as of a day, told in words for screens and pages alike."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.standing_words import standing_words
from emgdesk.queries.due import LAPSED, known_end, mandate_state, som_ahead
from emgdesk.queries.mandates import Lineage, read_lineage
from emgdesk.queries.meetings import MeetingRow, list_meetings


def standing_told(session: Session, *, workstream_id: str, today: date, as_of: str = "") -> tuple[str, ...]:
    """What is known of a workstream as of an ISO day ("": `today`), () if it is no longer on the desk."""
    lineage = read_lineage(session)
    if workstream_id not in lineage.bodies:
        return ()
    return told(lineage, workstream_id, list_meetings(session), today=today, as_of=as_of)


def told(
    lineage: Lineage, workstream_id: str, meetings: Sequence[MeetingRow], *, today: date, as_of: str = ""
) -> tuple[str, ...]:
    """As `standing_told`, of what was read already; that a mandate ran out is said of today alone."""
    day = as_of or today.isoformat()
    stands = lineage.standing(workstream_id, day)

    def called(key: str | None) -> str:
        return lineage.standing(key, day).name if key and key in lineage.bodies else ""

    given = stands.given if not as_of else None
    lapsed = given and mandate_state(given, som_ahead(meetings, today), meetings, today) == LAPSED
    ran_out = known_end(given, meetings) if given and lapsed else None
    return standing_words(
        stands, day, parent=called(stands.parent_id), taker=called(stands.taker_id), ran_out=ran_out
    )
