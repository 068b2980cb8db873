"""The sheet Members: who is in a workstream, from day to day."""

from collections.abc import Collection, Mapping

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


_Terms = dict[tuple[str, ...], list[tuple[tuple[str, str], str, str]]]
"""Workstream, role and whom -> the times they are in it: (since, until), key on the desk, where told."""


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
        terms: _Terms = {}
        for held in self.desk:
            terms.setdefault(self._who_of_desk(held), []).append((_term(held), held.id, "on the desk"))
        for row in self.sheet.rows:
            said, ref, why = self._read(row, found.get(row.number), wrong.get(row.number, ""))
            known = found.get(row.number)
            if known is None and not why:
                known = self._met(said, ref, terms, taken)
            changes = self._changes(row, known, said) if known is not None and not why else {}
            now = self._now(known, said, changes)
            why = why or _fault(row, now)
            who, term = (ref, now["Role"], *self._who(now)), (now["Since"], now["Until"])
            others = [one for one in terms.get(who, ()) if one[0] == term or overlap(one[0], term)]
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
            self._take(row, known, said, ref, changes)

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
        if why:
            return said, "", why
        ref, why = self.workstream(row, known)
        if known is not None and ref and ref != known.owner_id:
            return said, ref, f"The ID is that of a member of another workstream ({row.place('ID')})."
        return said, ref, why

    def _met(self, said: dict[str, str], ref: str, terms: _Terms, taken: set[str]) -> BookRow | None:
        """The row of the desk that says the same of the same time, or of a time that began then."""
        term = (said["Since"], said["Until"])
        for held, key, _ in terms.get((ref, said["Role"], *self._who(said)), ()):
            if key and key not in taken and (held[0] == term[0] or held == term or overlap(held, term)):
                return next((row for row in self.desk if row.id == key), None)
        return None

    def _now(
        self, known: BookRow | None, said: dict[str, str], changes: Mapping[str, tuple[str, str]]
    ) -> dict[str, str]:
        """The cells as they will be."""
        if known is None:
            return said
        return {column: changes[column][1] if column in changes else known.cells[column] for column in said}

    def _changes(self, row: FileRow, known: BookRow, said: dict[str, str]) -> dict[str, tuple[str, str]]:
        changes = self.changed(row, known, said, needed=("Role",))
        if self._entity(said["Entity"]) == self._entity(known.cells["Entity"]):
            changes.pop("Entity", None)
        if name_key(said["Person"]) == name_key(known.cells["Person"]) and row.id != known.id:
            changes.pop("Person", None)
        return changes

    def _take(
        self,
        row: FileRow,
        known: BookRow | None,
        said: dict[str, str],
        ref: str,
        changes: dict[str, tuple[str, str]],
    ) -> None:
        columns = said if known is None else changes
        values = {_FIELDS[c]: said[c] for c in columns}
        self.line(row, known, _text(row), ref, values, changes, self._found(row, said, columns))

    def _found(self, row: FileRow, said: dict[str, str], columns: Collection[str]) -> list[str]:
        """Sentences on names the desk does not know, or knows somebody by who is called otherwise."""
        told = []
        entity = self._entities.find(said["Entity"]).entity if said["Entity"] else None
        if "Entity" in columns and said["Entity"] and entity is None:
            stays = f"it stays as written ({row.place('Entity')})"
            told.append(f"“{said['Entity']}” is no entity on this desk; {stays}.")
        if "Person" not in columns or not said["Person"]:
            return told
        own = None if entity is None else (entity.id, None)
        bearers = self.means.streams.people.get(name_key(said["Person"]), ())
        held = [one for one in bearers if own is None or one.entity_id in own]
        if len(held) != 1:
            several = "the name of several people" if held else "nobody"
            place = row.place("Person")
            told.append(f"“{said['Person']}” is {several} on this desk; the name stays as written ({place}).")
        elif held[0].name != said["Person"]:
            told.append(f"“{said['Person']}” is {held[0].name}.")
        return told

    def _entity(self, text: str) -> str:
        known = self._entities.find(text).entity if text else None
        return known.id if known is not None else fold(text)

    def _who(self, said: dict[str, str]) -> tuple[str, str]:
        return self._entity(said["Entity"]), name_key(said["Person"])

    def _who_of_desk(self, row: BookRow) -> tuple[str, ...]:
        return (row.owner_id, row.cells["Role"], *self._who(dict(row.cells)))


def _fault(row: FileRow, now: Mapping[str, str]) -> str:
    if not (now["Entity"] or now["Person"]):
        return f"The row names neither an Entity nor a Person ({row.place('Entity')})."
    if ends_before_it_begins(now["Since"], now["Until"]):
        return f"The time in the workstream ends before it begins ({row.place('Until')})."
    return ""


def _term(row: BookRow) -> tuple[str, str]:
    return row.cells["Since"], row.cells["Until"]


def _text(row: FileRow) -> str:
    who = row.get("Person") or row.get("Entity")
    whose = f" ({row.get('Entity')})" if row.get("Person") and row.get("Entity") else ""
    told = f"{row.get('Workstream')}: {who}{whose}" if row.get("Workstream") else f"{who}{whose}"
    return f"{told}, {row.get('Role')}" if row.get("Role") else told
