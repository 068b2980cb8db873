"""What the import says: verdicts, actions, totals and the button, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from emgdesk.importing.plan import PlanRow, RosterPlan

VERDICTS: dict[str, str] = {
    "possible": "To decide",
    "problem": "Problem",
    "new": "New",
    "matched": "Known",
    "already": "On the list",
    "skipped": "Skipped",
}
"""In the order in which rows are shown: what needs the user comes first."""

TONES: dict[str, str] = {"possible": "warn", "problem": "bad", "new": "accent", "matched": "good"}
FIELDS = {
    "title": "Title",
    "given": "Given name",
    "family": "Family name",
    "name": "Name",
    "entity": "Entity",
    "function": "Function",
    "email": "E-mail",
    "email_added": "E-mail added",
    "phone": "Phone",
    "country": "Country",
    "role": "Role",
    "attendance": "Attendance",
    "mode": "Mode",
    "registered": "Registered on",
    "notes": "Notes",
    "id": "ID",
    "entity_id": "Counted as",
    "capacity": "Capacity",
    "spelling": "Spelling",
    "walk_in": "Came unregistered",
}
FORMATS = {
    "indico": "Indico registrations", "teams": "Microsoft Teams attendance", "zoom": "Zoom participants",
    "gotomeeting": "GoToMeeting attendance", "gotowebinar": "GoToWebinar attendance",
    "webex": "Webex attendance", "ms-forms": "Microsoft Forms answers",
    "google-forms": "Google Forms answers", "google-meet": "Google Meet attendance",
    "eventbrite": "Eventbrite attendees", "annex-text": "List of participants",
    "names-list": "List of names", "workbook": "Roster workbook", "generic": "Roster",
}  # fmt: skip
UPDATES = {
    "fill": "&Fill empty fields only",
    "replace": "Replace what &differs",
    "add-only": "&Add people only",
}
UPDATES_MEAN = {
    "fill": "What the desk knows stays; what it does not know is taken from the file.",
    "replace": "Where the file says something else, the file is right.",
    "add-only": "Nobody the desk knows is changed; people who are missing are added.",
}


def many(number: int, one: str, more: str) -> str:
    """A number with its noun, thousands apart as in the tables: "9,264 people"."""
    return f"{number:,} {one if number == 1 else more}"


def action_words(row: PlanRow) -> str:
    """What importing the row does, and what is to be known of it: "Adds a new person"."""
    said = [_ACTIONS[row.action]] if row.action in _ACTIONS else []
    if row.verdict == "possible" and row.action == "none":
        said.append(_question(row))
    if row.verdict == "already":
        said.append("Nothing to change")
    changed = [_field(key) for key in row.changes if key != "email_added"]
    if changed and row.action != "create":
        said.append("Changes " + ", ".join(changed))
    if "email_added" in row.changes:
        said.append(f"Adds the e-mail {row.changes['email_added'][1]}")
    if row.decision is not None:
        said.append("Decided by you")
    return ". ".join([*said, *row.messages])


_ACTIONS = {
    "create": "Adds a new person",
    "join": "Adds this person to the list",
}


def _field(key: str) -> str:
    word = FIELDS.get(key, key)
    return word.lower() if key != "email" else "e-mail"


def _question(row: PlanRow) -> str:
    if len(row.candidates) == 1:
        return f"Is this {row.candidates[0].name}? {_sentence(row.candidates[0].why)}"
    return f"Which of {len(row.candidates)} people is this?" if row.candidates else "Who is this?"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] if text else ""


def totals_line(plan: RosterPlan) -> str:
    """ "60 new, 40 known, 3 to decide, 2 skipped, 0 problems", and who comes without an entity."""
    totals = plan.totals()
    without = sum(lacks_entity(row) for row in plan.rows)
    already = f"{totals['already']:,} on the list already, " if totals["already"] else ""
    entities = sum(question.decision is None for question in plan.entity_questions)
    asked = [f"{without:,} without an entity"] if without else []
    asked += [f"{many(entities, 'entity', 'entities')} to decide"] if entities else []
    verdicts = (
        f"{totals['new']:,} new, {totals['matched']:,} known, {already}{totals['possible']:,} to decide, "
        f"{totals['skipped']:,} skipped, {many(totals['problem'], 'problem', 'problems')}"
    )
    return "; ".join((verdicts, *asked))


def lacks_entity(row: PlanRow) -> bool:
    """Whether the row adds or may add a person of whom no entity is said."""
    return row.record is not None and row.verdict in ("new", "possible") and not row.entity


def button_text(rows: Iterable[PlanRow]) -> str:
    """What the Import button does: "Import 100 people", "Import 3 people, update 2"."""
    actions = Counter(row.action for row in rows)
    added, changed = actions["create"] + actions["join"], actions["update"]
    if added and changed:
        return f"Import {many(added, 'person', 'people')}, update {changed:,}"
    if changed:
        return f"Update {many(changed, 'person', 'people')}"
    return f"Import {many(added, 'person', 'people')}" if added else "Nothing to import"


def left_out(plan: RosterPlan) -> str:
    """What importing now leaves out, "" if nothing: said before it happens."""
    undecided = sum(row.verdict == "possible" and row.action == "none" for row in plan.rows)
    if not undecided:
        return ""
    rows = many(undecided, "undecided row", "undecided rows")
    return f"{rows} will be skipped"


def done_roster(new_lines: int, changed: int, meeting: str) -> str:
    """What the banner says after a roster: "103 people imported into SOM28 mid-term"."""
    parts = []
    if new_lines:
        parts.append(f"{many(new_lines, 'person', 'people')} imported into {meeting}")
    if changed:
        parts.append(f"{many(changed, 'person', 'people')} updated")
    return " and ".join(parts) + "." if parts else f"Nothing changed in {meeting}."


def done_meeting(meeting: str, new_lines: int, rows: int = 0) -> str:
    """What the banner says after a meeting workbook; `rows` are those of its other sheets."""
    parts = [many(new_lines, "person", "people")] if new_lines else []
    parts += [many(rows, "row of its sheets", "rows of its sheets")] if rows else []
    return f"{meeting} imported{' with ' if parts else ''}{' and '.join(parts)}."


def done_workplan(workstreams: int, tasks: int, entries: int, rows: int = 0) -> str:
    """What the banner says after a work plan; `rows` are those of its other sheets."""
    parts = [
        many(workstreams, "workstream", "workstreams") if workstreams else "",
        many(tasks, "task", "tasks") if tasks else "",
        many(entries, "progress entry", "progress entries") if entries else "",
        many(rows, "row of other sheets", "rows of other sheets") if rows else "",
    ]
    said = [part for part in parts if part]
    if not said:
        return "Nothing changed in the work plan."
    return f"{' and '.join([', '.join(said[:-1]), said[-1]] if len(said) > 1 else said)} imported."


def counted_people(rows: Sequence[PlanRow]) -> tuple[int, str]:
    """How many people the rows name, and what the others are: ", 2 rows repeat one of them, 1 set aside"."""
    named = [row for row in rows if row.record is not None]
    repeated = sum(row.double_of is not None for row in named)
    aside = len(rows) - len(named)
    more = f", {many(repeated, 'row repeats', 'rows repeat')} one of them" if repeated else ""
    more += f", {many(aside, 'row', 'rows')} set aside" if aside else ""
    return len(named) - repeated, more
