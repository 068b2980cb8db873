"""The columns Reservation by and Reservation of an action."""

from emgdesk.domain.meeting_books import BookRow
from emgdesk.importing.meetings.collecting import Changes, Collector
from emgdesk.importing.sheets.book_rows import FileRow, shown

_COLUMNS = ("Reservation by", "Reservation")


def plan_reservations(
    row: FileRow, known: BookRow | None, action: str, to: Collector, changes: Changes, messages: list[str]
) -> None:
    """Make the reservations of a row those of its action, where they differ from the desk's.

    Several entities stand one a line, their texts with a blank line between them.
    """
    before = {column: shown(column, known.cells.get(column, "")) if known else "" for column in _COLUMNS}
    said = {column: row.get(column) or before[column] for column in _COLUMNS}
    if said == before or (known is not None and not to.may_change):
        return
    if not said["Reservation by"]:
        messages.append(f"The reservation names no entity ({row.place('Reservation by')}).")
        return
    pairs = _pairs(said["Reservation by"], said["Reservation"])
    parts = known.parts if known else ()
    for at, (entity, text) in enumerate(pairs):
        found = to.entities.find(entity).entity
        entity_id = found.id if found is not None else None
        if at < len(parts):
            to.write("reservation", parts[at], entity=entity, entity_id=entity_id, text=text)
        else:
            to.make(
                "reservation",
                action_id=action,
                entity=entity,
                entity_id=entity_id,
                text=text,
                position=at + 1,
            )
    for key in parts[len(pairs) :]:
        to.remove("reservation", key)
    if known is not None:
        for column in _COLUMNS:
            if said[column] != before[column]:
                changes[column] = (before[column], said[column])


def _pairs(entities: str, texts: str) -> list[tuple[str, str]]:
    """Who reserves what; texts that are not as many as the entities are all of the first one."""
    names = [line.strip() for line in entities.split("\n") if line.strip()]
    blocks = [block.strip() for block in texts.split("\n\n") if block.strip()]
    if len(names) > 1 and len(blocks) == len(names):
        return list(zip(names, blocks, strict=True))
    return [(name, texts if at == 0 or len(blocks) == 1 else "") for at, name in enumerate(names)]
