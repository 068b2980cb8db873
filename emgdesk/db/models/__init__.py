"""One module a noun; importing this package declares the whole schema."""

from emgdesk.db.models.entity import Entity, EntityAlias, EntityDomain, EntityMerge, TwoEntities
from emgdesk.db.models.imports import ImportRun
from emgdesk.db.models.journal import Change, Revision
from emgdesk.db.models.meeting import Meeting
from emgdesk.db.models.person import Person, PersonEmail, PersonMerge, PersonName, TwoPeople
from emgdesk.db.models.roster import Participation
from emgdesk.db.models.setting import Setting
from emgdesk.db.models.task import ProgressEntry, Task
from emgdesk.db.models.workstream import Chapter, Workstream, WorkstreamAlias

__all__ = [
    "Change", "Chapter", "Entity", "EntityAlias", "EntityDomain", "EntityMerge", "ImportRun", "Meeting",
    "Participation", "Person", "PersonEmail", "PersonMerge", "PersonName", "ProgressEntry", "Revision",
    "Setting", "Task", "TwoEntities", "TwoPeople", "Workstream", "WorkstreamAlias",
]  # fmt: skip
