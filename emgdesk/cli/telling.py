"""What an import says of its rows: what changes, whom a doubtful row may be, what becomes of it."""

from collections.abc import Mapping
from typing import Any

_FIELDS = {
    "given": "given name", "family": "family name", "email": "e-mail", "spelling": "another spelling",
    "entity_id": "linked entity", "walk_in": "came unregistered", "registered": "registered on",
}  # fmt: skip

_LONGEST = 120  # characters of a text in a line


def changes_told(data: Mapping[str, Any]) -> list[str]:
    """A line for each row that changes what the desk has, the facts of a meeting first.

    >>> changes_told({"rows": [{"row": 5, "name": "Ana Ruiz", "changes": {"function": ["", "Head"]}}]})
    ['row 5 Ana Ruiz: function – -> “Head”']
    """
    told = []
    meeting = data.get("meeting", {})
    if meeting.get("verdict") == "changed":
        told.append(f"meeting {meeting['code']}: {_changes(meeting['changes'])}")
    told.extend(
        f"row {row['row']} {row['name']}: {_changes(row['changes'])}"
        for row in data["rows"]
        if row["changes"] and row.get("verdict") not in ("skipped", "problem")
    )
    return told


def items_told(data: Mapping[str, Any], *, new: bool) -> list[str]:
    """A line for each row of the other sheets that changes something, cannot be taken or has a message.

    With `new`, those that are made as well.
    """
    verdicts = ("problem", "changed", "new") if new else ("problem", "changed")
    items = data.get("items", ())
    told = [_item(item) for item in items if item["verdict"] in verdicts or item["messages"]]
    for question in data.get("workstreams", ()):
        places, likely = ", ".join(question["places"][:3]), question["candidates"][0]["name"]
        told.append(
            f"Workstream “{question['name']}” ({places}) may be “{likely}”; it is left out unless "
            f'--doubtful match or --decide "{question["name"]}={question["candidates"][0]["id"]}" takes it.'
        )
    return told


def answers_told(data: Mapping[str, Any]) -> list[str]:
    """Who has answered with the files, and who is still to."""
    answered = [one["entity"] for one in data.get("answered", ())]
    if not answered:
        return []
    have = "has" if len(answered) == 1 else "have"
    told = [f"{', '.join(answered)} {have} answered."]
    if "waiting" in data:
        waiting = ", ".join(data["waiting"])
        told.append(f"Still to answer: {waiting}." if waiting else "Everybody asked has answered.")
    return told


def _item(item: Mapping[str, Any]) -> str:
    place = f"{item['sheet']} row {item['row']}" if item["row"] else item["sheet"]
    named = " ".join(part for part in (place, item["label"], _cut(item["text"])) if part)
    changes = f": {_changes(item['changes'])}" if item["changes"] else ""
    return " ".join((f"{named}: {item['verdict']}{changes}.", *item["messages"]))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _changes(changes: Mapping[str, tuple[Any, Any]]) -> str:
    return "; ".join(
        f"{_FIELDS.get(field, field.replace('_', ' '))} {_quoted(old)} -> {_quoted(new)}"
        for field, (old, new) in changes.items()
    )


def _quoted(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value in (None, "") else f"“{_cut(str(value))}”"


def resembled(row: Mapping[str, Any], doubtful: str) -> list[str]:
    """Whom a doubtful row may be, and what becomes of it."""
    candidates = row["candidates"][:3]
    if row["verdict"] != "possible":
        return []
    if doubtful == "skip":
        known = "; ".join(f"{row['row']}={one['id']} ({_told(one)})" for one in candidates)
        return [f"Left out; decide with --decide: {known}."]
    if doubtful == "match":
        return [f"Taken as {_named(candidates[0])}: {candidates[0]['why']}."]
    return [f"Taken as somebody new; resembles {', '.join(map(_named, candidates))}."]


def _told(candidate: Mapping[str, Any]) -> str:
    entity = f", {candidate['entity']}" if candidate["entity"] else ""
    return f"{candidate['name']}{entity}: {candidate['why']}"


def _named(candidate: Mapping[str, Any]) -> str:
    """Who somebody is, for a sentence: "Bertrand Caussimont (UNEP)"."""
    return f"{candidate['name']} ({candidate['entity']})" if candidate["entity"] else str(candidate["name"])
