"""The fixed words of participations, meetings and tasks, and a lenient reading of them.

Each reader takes what somebody typed in English, French, Spanish or German and answers
the one word the desk uses, or "" where the text says nothing it knows.
"""

from collections.abc import Mapping

from emgdesk.domain.folding import words

ATTENDANCES = ("invited", "registered", "attended", "absent", "excused", "cancelled")
OF_REGISTRATION = frozenset(("invited", "registered", "cancelled"))
"""Words that say nothing of who was there."""
OF_ATTENDANCE = frozenset(("attended", "absent", "excused"))
"""Words that say who was there and who was not."""
REGISTERED = frozenset(("registered", "attended", "absent"))
"""People who had registered, whatever came of it: whom a list counts."""
ANSWERED = REGISTERED | {"cancelled", "excused"}
"""People who were on the list before the meeting: they did not walk in."""
EXPECTED = frozenset(("", "registered", "absent"))
"""People a list of who was there should name: who withdrew or apologised is not expected."""
_STRENGTH = {"": 0, "invited": 1, "registered": 2, "cancelled": 3, "excused": 3, "absent": 3, "attended": 4}
MODES = ("online", "in person", "hybrid")
ROLES = ("participant", "chair", "presenter", "observer", "secretariat")
TASK_STATUSES = ("completed", "ongoing", "upcoming", "not started", "postponed", "dropped")
CLOSED = ("completed", "dropped")
"""Of a task: nothing is left to be done."""
MEETING_STATUSES = ("planned", "confirmed", "held", "postponed", "cancelled")
SEGMENTS = ("mid-term", "technical", "senior", "other")
MEETING_KINDS = ("segment", "workstream meeting", "nexus dialogue", "event")
OUTCOMES = ("drafted", "suggested", "approved", "amended", "deferred", "withdrawn")
"""Of an action at a meeting: the first two before it decided."""
DECIDED = frozenset(OUTCOMES[2:])
ADOPTED = frozenset(("approved", "amended"))
"""Outcomes that make an action a decision."""
DOCUMENT_STATUSES = ("planned", "circulated", "final")
OFFICES = ("Chair", "Secretary", "Head of Secretariat")
DESIGNATIONS = ("senior official", "alternate", "focal point")
MEMBERSHIPS = ("lead", "co-chair", "member", "focal point", "officer")
"""Roles in a workstream: entities lead and are members; focal points and officers are people."""
ENDORSED = "endorsed"
DELIVERABLE_STAGES = ("draft", "comments", "final", ENDORSED, "launched")
ADOPTIONS = ("as presented", "without amendment", "as amended")


def _table(**spellings: str) -> Mapping[str, str]:
    """{folded spelling: word} from word="spelling|spelling"; "_" in a word stands for a space."""
    table = {}
    for word, line in spellings.items():
        said = word.replace("_", " ")
        for spelling in (said, *line.split("|")):
            table[_plain(spelling)] = said
    return table


def _plain(text: str) -> str:
    """Folded, with hyphens and punctuation as single spaces: "On-going:" -> "on going"."""
    return " ".join(words(text))


_ATTENDANCE = _table(
    invited="invitee|invite|invitado|eingeladen|invitation sent",
    registered=(
        "completed|complete|pending|approved|accepted|confirmed|awaiting payment|unpaid|attending|"
        "will attend|inscrit|inscrite|registrado|registrada|inscrito|inscrita|angemeldet|registriert"
    ),
    attended=(
        "present|checked in|participated|attendee|joined|presente|asistio|a participe|present e|"
        "teilgenommen|anwesend|did attend|was present"
    ),
    absent="no show|did not attend|did not come|not present|missing|ausente|abwesend|non present",
    excused="apologies|apology|sent apologies|regrets|excuse|excusee|excusado|excusada|entschuldigt",
    cancelled=(
        "canceled|withdrawn|rejected|refunded|not attending|deleted|declined|will not attend|denied|"
        "annule|annulee|cancelado|cancelada|abgesagt|storniert|desiste|retire"
    ),
)
_YES = frozenset(("yes", "y", "true", "oui", "si", "ja", "1", "x", "✓", "✔", "✅"))
_NO = frozenset(("no", "n", "false", "non", "nein", "0", "✗", "✘"))
_ROLE = _table(
    participant="participante|teilnehmer|teilnehmerin|attendee|delegate|member|focal point|participants",
    chair=(
        "chairperson|chairman|chairwoman|co chair|cochair|moderator|president|presidente|presidenta|"
        "vorsitz|facilitator"
    ),
    presenter=(
        "speaker|panelist|panellist|presentateur|presentatrice|ponente|orador|oradora|referent|referentin|lead"
    ),
    observer="observateur|observatrice|observador|observadora|beobachter|beobachterin|guest|invite",
    secretariat=(
        "secretary|organizer|organiser|host|secretaria|sekretariat|staff|organisateur|organizador|support"
    ),
)
_TASK = _table(
    completed=(
        "complete|done|finished|acheve|achevee|termine|terminee|completado|completada|terminado|"
        "abgeschlossen|erledigt"
    ),
    ongoing=(
        "on going|in progress|under way|underway|in process|continuing|en cours|en curso|laufend|"
        "in arbeit|started"
    ),
    upcoming="planned|forthcoming|scheduled|next|a venir|prevu|proximo|proxima|previsto|geplant",
    not_started="notstarted|pending|to do|todo|not yet started|open|no iniciado|non commence|nicht begonnen",
    postponed="delayed|deferred|on hold|reporte|reportee|aplazado|aplazada|verschoben",
    dropped="cancelled|canceled|abandoned|discontinued|withdrawn|abandonne|cancelado|gestrichen",
)
_MEETING = _table(
    planned="tentative|proposed|to be confirmed|tbc|prevu|previsto|geplant",
    confirmed="scheduled|fixed|confirme|confirmado|bestatigt",
    held="took place|completed|done|past|concluded|tenu|tenue|celebrado|celebrada|stattgefunden",
    postponed="delayed|deferred|reporte|reportee|aplazado|aplazada|verschoben",
    cancelled="canceled|annule|annulee|cancelado|cancelada|abgesagt",
)
_SEGMENT = _table(
    mid_term="midterm|mid term technical|mid term technical segment|mid term segment|mid term meeting",
    technical="technical segment|tech",
    senior="senior segment|senior level|senior level segment|high level|high level segment",
    other="none",
)
_ADOPTION = _table(
    as_presented="presented|as proposed|as drafted|adopted",
    without_amendment="without amendments|unamended|without change|without changes|no amendment",
    as_amended="amended|with amendments|with changes|as orally amended",
)


def attendance(text: str) -> str:
    """One of `ATTENDANCES`, "" where it is not said: "Withdrawn" -> "cancelled", "No-show" -> "absent"."""
    plain = _plain(text)
    if plain in _YES or text.strip() in _YES:
        return "attended"
    if plain in _NO:
        return "absent"
    return _ATTENDANCE.get(plain, "")


def strength(word: str) -> int:
    """How much an attendance weighs against another of one person at one meeting, from 0 (none) to 4.

    A registration is never lost, what came of it says more, and who was there was there.
    """
    return _STRENGTH.get(word, 0)


def strength_told(word: str) -> int:
    """As `strength`, 0 for words that say nothing of who was there: of several rows of one list that
    speak of one person, the first of the strongest counts.
    """
    return strength(word) if word in OF_ATTENDANCE else 0


def mode(text: str) -> str:
    """One of `MODES` for how somebody takes part or a meeting is held; "Online;" -> "online"."""
    plain = f" {_plain(text)} "
    if len(plain) > 60:
        return ""
    remote = any(f" {w} " in plain or w in plain.split() for w in _REMOTE)
    present = any(f" {w} " in plain for w in _PRESENT)
    if " hybrid " in plain or " hybride " in plain or " hibrido " in plain or " hibrida " in plain:
        return "hybrid"
    if remote and present:
        return ""
    return "online" if remote else "in person" if present else ""


_REMOTE = (
    "online", "on line", "virtual", "virtually", "remote", "remotely", "by video", "teams", "zoom", "webex",
    "en ligne", "a distance", "virtuel", "virtuellement", "en linea", "a distancia", "virtualmente",
)  # fmt: skip
_PRESENT = (
    "in person", "inperson", "onsite", "on site", "physical", "physically", "in the room", "presential",
    "en personne", "presentiel", "en presentiel", "presencial", "en persona", "vor ort", "in prasenz",
    "face to face", "in geneva", "in new york", "in nairobi",
)  # fmt: skip


def role(text: str) -> str:
    """One of `ROLES`: "Co-chair" -> "chair", "Organizer" -> "secretariat"."""
    return _ROLE.get(_plain(text), "")


def task_status(text: str) -> str:
    """One of `TASK_STATUSES`: "On-going" and "Ongoing:" -> "ongoing"."""
    return _TASK.get(_plain(text), "")


def meeting_status(text: str) -> str:
    """One of `MEETING_STATUSES`."""
    return _MEETING.get(_plain(text), "")


def segment(text: str) -> str:
    """One of `SEGMENTS`, written with its hyphen: "Mid-Term Technical Segment" -> "mid-term"."""
    found = _SEGMENT.get(_plain(text), "")
    return "mid-term" if found == "mid term" else found


def adoption(text: str) -> str:
    """One of `ADOPTIONS`: how an agenda was adopted."""
    return _ADOPTION.get(_plain(text), "")
