"""What a meeting can make of an action: the rules the window and a workbook share."""

from emgdesk.domain.statuses import ADOPTED

UNCHANGED = "An action approved with changes needs the wording that was adopted."


def outcome_fault(outcome: str, *, text: str, adopted_text: str, applied: bool) -> str:
    """Why an action cannot have an outcome, one sentence; "" where it can.

    `applied` says that its effects were applied when it was adopted.
    """
    if applied and outcome not in ADOPTED:
        return "This action was adopted; withdraw its adoption first."
    if outcome == "amended" and adopted_text.strip() in ("", text.strip()):
        return UNCHANGED
    return ""
