"""Names that are no people: telephones, room systems, note-taking programs, devices, accounts of offices."""

import re

from emgdesk.domain.folding import fold, words
from emgdesk.domain.people import is_title
from emgdesk.importing.names.displayed import IsEntity, never
from emgdesk.importing.names.machines import is_device, is_nobody, is_note_taker, is_room, is_telephone
from emgdesk.importing.names.offices import OFFICES, is_office
from emgdesk.importing.tables import is_error

_TELEPHONE = "A telephone that dialled in, no person's name"
_ROOM = "A room system, no person"
_BOT = "A note-taking program, no person"
_DEVICE = "A device, no person's name"
_OFFICE = "The account of an office, no person"
_LONGEST = 200  # characters
_UNUSUAL = re.compile(r"[^\W\d_][.'’][^\W\d_]|[^\w\s.'’-]|[\d_]|\w-\w")
# A name without a digit and without one of these words needs no closer look.
_HINTS = OFFICES | frozenset(
    "anonymous anonym anonymer anonyme unknown wireless external phone telephone dial call pstn voip "
    "audio unbekannter unbekannte telefon appelant appelante llamante usuario caller participant "
    "attendee teilnehmer utilisateur dialin callin room salle sala raum saal hall rm zimmer boardroom "
    "konferenzraum rooms besprechungsraum sitzungssaal sitzungszimmer auditorium cisco webex zoom teams "
    "polycom poly logitech yealink crestron neat lifesize tandberg huawei surface mtr codec otter "
    "otterpilot fireflies read fathom tl tactiq avoma sembly meetgeek krisp supernormal gong grain "
    "airgram ai circleback noota spinach chorus granola notta laxis bluedot rewatch note minute "
    "notetaker minutetaker notetaking meeting bot iphone ipad i ipod macbook imac galaxy samsung "
    "android windows pc laptop mobile tablet computer user guest visitor viewer invite gast invitado "
    "benutzer admin administrator test host cohost co nobody no name me you anrufer".split()
)


def no_person(name: str, email: str = "", *, attended: bool = False, is_entity: IsEntity = never) -> str:
    """What a name is that is no person's, as a sentence with the name in it; "" for a person's.

    In a list of who `attended` also what says nothing ("iPhone", "Guest 2") is set aside. An
    address that bears the name speaks for a person called Hall or Room.
    """
    if not _deserves_a_look(name):
        return ""
    plain = fold(name)
    said = _machine(name, plain)
    if not said and attended:
        said = _DEVICE if is_device(plain) else ""
        said = said or ("No name" if is_nobody(plain) else "")
    said = said or (_OFFICE if is_office(name, is_entity) else "")
    if not said or (said is not _BOT and _is_of(email, plain)):
        return ""
    return f"{said} ({name})."


_ANSWERS = frozenset("yes no true false ja nein oui non si wahr falsch vrai faux verdadero falso".split())
_HEADS = frozenset("from to cc bcc subject sent date".split())


def no_name(name: str) -> str:
    """What a cell is that names nobody in a list of whoever registered, in words; "" for a name.

    An error of the spreadsheet, an answer, a title alone, a device, a stand-in ("Delegate 1").
    """
    if name.count(" ") > 3:
        return ""
    if is_error(name):
        return "an error of the spreadsheet"
    plain = fold(name).rstrip(":")
    if plain in _ANSWERS:
        return "an answer and no name"
    if is_title(name):
        return "a title and no name"
    if is_device(plain):
        return "that of a device"
    return "no person's" if is_nobody(plain) or plain in _HEADS else ""


def no_machine(name: str, email: str = "") -> str:
    """As `no_person`, for telephones, rooms and note-taking programs alone."""
    plain = fold(name) if _deserves_a_look(name) else ""
    said = _machine(name, plain) if plain else ""
    return f"{said} ({name})." if said and (said is _BOT or not _is_of(email, plain)) else ""


def _deserves_a_look(name: str) -> bool:
    """Whether a name is more than a few plain words none of which tells a machine or an office."""
    if len(name) > _LONGEST:
        return False
    if name.isupper() or " " not in name or _UNUSUAL.search(name):
        return True
    return not _HINTS.isdisjoint(name.lower().split())


def _machine(name: str, plain: str) -> str:
    if is_telephone(name, plain):
        return _TELEPHONE
    return _BOT if is_note_taker(plain) else _ROOM if is_room(plain) else ""


def _is_of(email: str, plain: str) -> bool:
    """Whether an address bears two words of a name, or all of them: "r.hall@x.org" for "Hall R"."""
    local = words(email.partition("@")[0].replace("_", " "))
    mine = [word for word in words(plain) if word.isalpha()]
    return (
        len(mine) > 1
        and all(word in local or word[0] in local for word in mine)
        and any(len(word) > 2 and word in local for word in mine)
    )
