"""Whether what a task was due at has passed."""

from datetime import date

from emgdesk.domain.mandate_ends import end_of


def is_overdue(due: str, today: date, som_ahead: int) -> bool:
    """Whether a day, a month or a SOM has passed; `som_ahead` is the SOM that decides next (0: unknown).

    Words that name none of them are never overdue.

    >>> is_overdue("2031-05", date(2031, 6, 1), 0), is_overdue("SOM 41", date(2031, 6, 1), 41)
    (True, False)
    """
    if not due.strip():
        return False
    end = end_of(due, None)
    if end.som:
        return end.som < som_ahead
    return bool(end.day) and end.day < today.isoformat()[: len(end.day)]
