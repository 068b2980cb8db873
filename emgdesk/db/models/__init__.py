"""One module a noun; importing this package declares the whole schema."""

from emgdesk.db.models.entity import Entity, EntityAlias
from emgdesk.db.models.imports import ImportRun
from emgdesk.db.models.journal import Change, Revision
from emgdesk.db.models.meeting import Meeting
from emgdesk.db.models.person import Person, PersonEmail, PersonName
from emgdesk.db.models.roster import Participation
from emgdesk.db.models.setting import Setting
from emgdesk.db.models.task import ProgressEntry, Task
from emgdesk.db.models.workstream import Chapter, Workstream, WorkstreamAlias

__all__ = [
    "Change", "Chapter", "Entity", "EntityAlias", "ImportRun", "Meeting", "Participation", "Person",
    "PersonEmail", "PersonName", "ProgressEntry", "Revision", "Setting", "Task", "Workstream",
    "WorkstreamAlias",
]  # fmt: skip
