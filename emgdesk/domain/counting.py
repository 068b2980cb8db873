"""Counting bodies the same way on the screen and on the page."""

from emgdesk.domain.folding import fold


def body(entity_id: str | None, entity: str) -> str:
    """What makes two lines one body: the entity's key, else the printed entity in any case; "" for none."""
    return entity_id or fold(entity)
