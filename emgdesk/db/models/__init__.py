"""One module a noun; importing this package declares the whole schema."""

from emgdesk.db.models.action import Action, ActionSection, Effect, Reservation
from emgdesk.db.models.agenda import AgendaDocument, AgendaItem
from emgdesk.db.models.deliverable import Deliverable, DeliverableStage
from emgdesk.db.models.document import Attachment, AttachmentPart, Document, IssuedDocument
from emgdesk.db.models.entity import Entity, EntityAlias, EntityDomain, EntityMerge, TwoEntities
from emgdesk.db.models.finding import IntendedFinding
from emgdesk.db.models.follow_up import FollowUp
from emgdesk.db.models.imports import ImportRun
from emgdesk.db.models.intervention import Intervention
from emgdesk.db.models.journal import Change, Revision
from emgdesk.db.models.mandate import MandateEvent
from emgdesk.db.models.meeting import Meeting
from emgdesk.db.models.membership import Membership
from emgdesk.db.models.office import Designation, Office
from emgdesk.db.models.person import Person, PersonEmail, PersonMerge, PersonName, TwoPeople
from emgdesk.db.models.progress_request import ProgressRequest
from emgdesk.db.models.report import Footnote, Paragraph, ReportSection, SectionItem
from emgdesk.db.models.roster import Participation
from emgdesk.db.models.setting import Setting
from emgdesk.db.models.task import ProgressEntry, Task
from emgdesk.db.models.workstream import Chapter, Workstream, WorkstreamAlias

__all__ = [
    "Action", "ActionSection", "AgendaDocument", "AgendaItem", "Attachment", "AttachmentPart", "Change",
    "Chapter", "Deliverable", "DeliverableStage", "Designation", "Document", "Effect", "Entity",
    "EntityAlias", "EntityDomain", "EntityMerge", "FollowUp", "Footnote", "ImportRun", "IntendedFinding",
    "Intervention", "IssuedDocument", "MandateEvent", "Meeting", "Membership", "Office", "Paragraph",
    "Participation", "Person", "PersonEmail", "PersonMerge", "PersonName", "ProgressEntry",
    "ProgressRequest", "ReportSection", "Reservation", "Revision", "SectionItem", "Setting", "Task",
    "TwoEntities", "TwoPeople", "Workstream", "WorkstreamAlias",
]  # fmt: skip
