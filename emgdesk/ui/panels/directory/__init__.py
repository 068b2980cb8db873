"""All people and all entities of the desk."""

from emgdesk.ui.panels.directory.entities import EntitiesPanel
from emgdesk.ui.panels.directory.people import PeoplePanel

__all__ = ["EntitiesPanel", "PeoplePanel"]
