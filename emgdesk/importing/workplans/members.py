"""The sheet Members: who is in a workstream, from day to day."""

from emgdesk.domain.folding import fold, name_key, words
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.domain.terms import ends_before_it_begins, overlap
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.sheets.book_rows import FileRow
from emgdesk.importing.workplans.sheets import SheetPlanner

_FIELDS = {
    "Role": "role", "Entity": "entity", "Person": "person", "Since": "since", "Until": "until",
    "Note": "note",
}  # fmt: skip
_ROLES = {
    "leads": "lead", "leader": "lead", "lead agency": "lead", "lead entity": "lead", "co lead": "co-chair",
    "co chair": "co-chair", "cochair": "co-chair", "co chairs": "co-chair", "chair": "co-chair",
    "members": "member", "participant": "member", "focal points": "focal point", "focalpoint": "focal point",
    "contact": "focal point", "responsible officer": "officer", "officers": "officer",
    "secretariat": "officer",
}  # fmt: skip


def member_role(text: str) -> str:
    """One of `MEMBERSHIPS` for what somebody typed, "" where it is none: "Focal Points" -> "focal point"."""
    plain = " ".join(words(text))
    own = {" ".join(words(role)): role for role in MEMBERSHIPS}
    return own.get(plain) or _ROLES.get(plain, "")


class MemberPlanner(SheetPlanner):
    """Plans the rows; entities are compared by what they are, people by name."""

    def plan(self, entities: EntityIndex) -> None:
        """Take every row."""
        self._entities = entities
        found, wrong = self.meet()
        taken = {row.id for row in found.values()}
        terms: dict[tuple[str, ...], list[tuple[tuple[str, str], str, str]]] = {}
        for held in self.desk:
            terms.setdefault(self._who_of_desk(held), []).append((_term(held), held.id, "on the desk"))
        for row in self.sheet.rows:
            said, ref, why = self._read(row, found.get(row.number), wrong.get(row.number, ""))
            known = found.get(row.number)
            now = {column: said[column] or known.cells[column] for column in said} if known else said
            who = (ref, now["Role"], *self._who(now))
            term = (now["Since"], now["Until"])
            others = [one for one in terms.get(who, ()) if one[0] == term or overlap(one[0], term)]
            if known is None and not why:
                begun = (one for one in terms.get(who, ()) if one in others or one[0][0] == term[0])
                own = next((key for _, key, _ in begun if key and key not in taken), "")
                known = next((held for held in self.desk if held.id == own), None)
            if known is not None:
                taken.add(known.id)
            twin = next((place for _, key, place in others if known is None or key != known.id), "")
            if not why and twin:
                who_is = now["Person"] or now["Entity"]
                why = f"{who_is} is {now['Role']} at that time already, {twin} ({row.place('Role')})."
            if why:
                self.problem(row, _text(row), why)
                continue
            terms.setdefault(who, []).append((term, known.id if known else "", f"in row {row.number}"))
            self._take(row, known, said, ref)

    def _read(self, row: FileRow, known: BookRow | None, wrong: str) -> tuple[dict[str, str], str, str]:
        """The cells in the desk's words, the ref of the workstream, and what is at fault."""
        said = {column: row.get(column) for column in _FIELDS}
        said["Role"] = member_role(said["Role"]) or (
            known.cells["Role"] if known and not said["Role"] else ""
        )
        said["Since"], bad_since = self.date(row, "Since")
        said["Until"], bad_until = self.date(row, "Until")
        why = wrong or bad_since or bad_until
        if not why and not said["Role"]:
            written = row.get("Role")
            named = (
                f"“{written}” is no role in a workstream; write"
                if written
                else "The row names no Role; write"
            )
            why = f"{named} {', '.join(MEMBERSHIPS)} ({row.place('Role')})."
        if not why and not (said["Entity"] or said["Person"] or known):
            why = f"The row names neither an Entity nor a Person ({row.place('Entity')})."
        if not why and ends_before_it_begins(said["Since"], said["Until"]):
            why = f"The time in the workstream ends before it begins ({row.place('Until')})."
        if why:
            return said, "", why
        ref, why = self.workstream(row, known)
        if known is not None and ref and ref != known.owner_id:
            return said, ref, f"The ID is that of a member of another workstream ({row.place('ID')})."
        return said, ref, why

    def _take(self, row: FileRow, known: BookRow | None, said: dict[str, str], ref: str) -> None:
        if known is None:
            values = {_FIELDS[column]: text for column, text in said.items()}
            self.line(row, None, _text(row), ref, values)
            return
        changes = self.changed(row, known, said)
        if self._entity(said["Entity"]) == self._entity(known.cells["Entity"]):
            changes.pop("Entity", None)
        if name_key(said["Person"]) == name_key(known.cells["Person"]) and row.id != known.id:
            changes.pop("Person", None)
        self.line(row, known, _text(row), ref, {_FIELDS[c]: said[c] for c in changes}, changes)

    def _entity(self, text: str) -> str:
        known = self._entities.find(text).entity if text else None
        return known.id if known is not None else fold(text)

    def _who(self, said: dict[str, str]) -> tuple[str, str]:
        return self._entity(said["Entity"]), name_key(said["Person"])

    def _who_of_desk(self, row: BookRow) -> tuple[str, ...]:
        return (row.owner_id, row.cells["Role"], *self._who(dict(row.cells)))


def _term(row: BookRow) -> tuple[str, str]:
    return row.cells["Since"], row.cells["Until"]


def _text(row: FileRow) -> str:
    who = row.get("Person") or row.get("Entity")
    whose = f" ({row.get('Entity')})" if row.get("Person") and row.get("Entity") else ""
    told = f"{row.get('Workstream')}: {who}{whose}" if row.get("Workstream") else f"{who}{whose}"
    return f"{told}, {row.get('Role')}" if row.get("Role") else told
