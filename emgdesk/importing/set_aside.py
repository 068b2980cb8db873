"""Names that are no people: telephones, room systems, note-taking programs, devices, accounts of offices."""

import re

from emgdesk.domain.folding import fold, words
from emgdesk.importing.display_names import IsEntity, never

_TELEPHONE = "A telephone that dialled in, no person's name"
_ROOM = "A room system, no person"
_BOT = "A note-taking program, no person"
_DEVICE = "A device, no person's name"
_OFFICE = "The account of an office, no person"
_DIGITS = re.compile(r"\+?[\d\s().*x/-]{6,}", re.IGNORECASE)
_CALLER = re.compile(
    r"(?:anonymous|unknown|wireless|external|phone|telephone|dial.?in|call.?in|pstn|voip|audio.only|anonymer?|"
    r"unbekannter?|telefon|appelant|llamante|usuario)[\s_#-]*(?:caller|call|user|participant|guest|anrufer|"
    r"teilnehmer|benutzer|anonyme|inconnu|anonimo|telefonico|telefonique)[\s_#-]*\d*"
    r"|(?:phone|telephone|dial.?in|call.?in|pstn|voip|telefon)[\s_#-]*\d+|caller[\s_#-]*\d*"
    r"|anrufer[\s_#-]*(?:anonym|unbekannt)?[\s_#-]*\d*|appelante?(?: \w+)?"
    r"|(?:participant|attendee|teilnehmer)[\s_#-]+(?:via|by|per|par)[\s_#-]+\w+"
    r"|utilisateur (?:telephonique|anonyme|inconnu)[\s_#-]*\d*"
)
_CODE = r"(?:[a-z]{0,3}[-.\s]?\d+[\w./-]*|[a-z]|[ivxlc]+)"
_ROOM_NAME = re.compile(
    rf"(?:room|salle|sala|raum|saal|hall|rm\.?|zimmer)[\s:#-]+{_CODE}(?:\b.*)?"
    r"|.*\b(?:conference|meeting|board|video|vc|training|huddle|seminar|press|plenary|briefing) ?room\b.*"
    r"|.*\b(?:boardroom|konferenzraum|besprechungsraum|sitzungssaal|sitzungszimmer|auditorium)\b.*"
    r"|.*\bsalle d(?:e|u|es)\b.*|.*\bsala (?:de|del)\b.*"
    r"|.*\b(?:cisco|webex|zoom|teams|polycom|poly|logitech|yealink|crestron|neat|lifesize|tandberg|huawei)"
    r" (?:room|rooms|board|desk|kit|codec|studio|rally|bar|hub|telepresence|group|roombar|trio|te\d*)\b.*"
    r"|(?:polycom|poly(?: studio)?|cisco|tandberg|lifesize|lifesize icon|yealink|crestron|surface hub|"
    r"logitech rally|mtr)(?:[\s_-].*)?"
    r"|(?:codec|vtc|vcr?|mtr|roomkit|room kit)[\s_-]*\w*\d\w*"
    r"|.*\b(?:room|salle|raum) \w?-?\d+\w*|\S*\d\S* room"
)
_BOT_NAME = re.compile(
    r".*\b(?:otter\.ai|otterpilot|fireflies\.ai|read\.ai|fathom\.video|fathom's|tl;dv|tactiq|avoma|sembly|meetgeek|"
    r"krisp\.ai|supernormal|gong\.io|grain\.(?:co|com)|airgram|jamie ai|circleback|noota|spinach\.(?:ai|io)|"
    r"chorus\.ai)\b.*"
    r"|otter|fireflies|fathom|granola|notta|laxis|bluedot|rewatch"
    r"|.*\b(?:note|minute)[\s-]?taker\b.*|.*\bnotetaking\b.*|.*\bmeeting (?:notes?|recorder|bot)\b.*"
    r"|.*\bai (?:assistant|companion|notes?|meeting|bot)\b.*|.*\b(?:recording|transcription) bot\b.*"
)
_DEVICE_NAME = re.compile(
    r"(?:.+ )?(?:i-?phone|i-?pad|ipod|macbook(?: pro| air)?|imac)(?: ?\w{0,7}){0,3}(?: (?:de|von|di|d') ?.+)?"
    r"|(?:samsung )?galaxy [a-z]?\w*\d+\w*(?: \w+){0,3}|samsung(?: sm)?[\s-]\w+.*|sm-[a-z]\d+\w*"
    r"|(?:google )?pixel \d+\w*(?: \w+)?|(?:huawei|xiaomi|redmi|oppo|vivo|oneplus|nokia|realme|motorola|"
    r"moto|lenovo|honor|tecno|infinix)(?: \w+){0,3}? ?\w*\d\w*(?: \w+){0,2}"
    r"|(?:desktop|laptop|win|pc|lt|nb)-\w*\d\w*|android(?: device| phone)?|windows(?: phone| pc)?"
    r"|(?:my )?(?:pc|laptop|mobile|phone|tablet|computer)"
)
_NOBODY = re.compile(
    r"(?:zoom |webex |teams |meeting |new )?(?:user|guest|participant|attendee|visitor|viewer|utilisateur|"
    r"invite|gast|usuario|invitado|benutzer|teilnehmer|admin|administrator|test|anonymous|anonym|anonyme|"
    r"unknown|host|cohost|co-host|nobody|no name|name|me|you)[\s_#-]*\d*"
)  # fmt: skip
_OFFICES = frozenset(
    "secretariat secretaria sekretariat secretariado office support helpdesk team unit conference "
    "services service registration interpreter interpreters interpretation interpretes interprete "
    "dolmetscher webinar technical technician host moderator communications admin events meetings operator "
    "streaming livestream recording webcast".split()
)  # fmt: skip
_ALONE = frozenset(
    "secretariat support helpdesk interpreter interpretation interpreters registration".split()
)
_SURELY = frozenset(("secretariat", "sekretariat", "secretariado", "helpdesk"))
_FILLERS = frozenset(
    "the of and de la du des for it ict english french spanish russian arabic chinese en fr es ru ar zh desk "
    "meeting zoom teams webex a an".split()
)  # fmt: skip
_UNUSUAL = re.compile(r"[^\W\d_][.'’][^\W\d_]|[^\w\s.'’-]|[\d_]|\w-\w")
# A name without a digit and without one of these words needs no closer look.
_HINTS = _OFFICES | frozenset(
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


def is_of_office(word: str) -> bool:
    """Whether a folded word is one of an office's name: "secretariat"."""
    return word in _OFFICES


def no_person(name: str, email: str = "", *, attended: bool = False, is_entity: IsEntity = never) -> str:
    """What a name is that is no person's, as a sentence with the name in it; "" for a person's.

    In a list of who `attended` also what says nothing ("iPhone", "Guest 2") is set aside. An
    address that bears the name speaks for a person called Hall or Room.
    """
    if not _deserves_a_look(name):
        return ""
    plain = fold(name)
    said = _telephone(name, plain) or _machine(plain)
    if not said and attended:
        said = _DEVICE if _DEVICE_NAME.fullmatch(plain) else ""
        said = said or ("No name" if _NOBODY.fullmatch(plain) else "")
    said = said or (_OFFICE if _is_office(name, plain, is_entity) else "")
    if not said or (said is not _BOT and _is_of(email, plain)):
        return ""
    return f"{said} ({name})."


def no_machine(name: str, email: str = "") -> str:
    """As `no_person`, for telephones, rooms and note-taking programs alone."""
    plain = fold(name) if _deserves_a_look(name) else ""
    said = (_telephone(name, plain) or _machine(plain)) if plain else ""
    return f"{said} ({name})." if said and (said is _BOT or not _is_of(email, plain)) else ""


def _deserves_a_look(name: str) -> bool:
    """Whether a name is more than a few plain words none of which tells a machine or an office."""
    if name.isupper() or " " not in name or _UNUSUAL.search(name):
        return True
    return not _HINTS.isdisjoint(name.lower().split())


def _telephone(name: str, plain: str) -> str:
    if _DIGITS.fullmatch(name) and sum(c.isdigit() for c in name) > 5:
        return _TELEPHONE
    return _TELEPHONE if _CALLER.fullmatch(plain) else ""


def _machine(plain: str) -> str:
    if _BOT_NAME.fullmatch(plain):
        return _BOT
    return _ROOM if _ROOM_NAME.fullmatch(plain) else ""


def _is_office(name: str, plain: str, is_entity: IsEntity) -> bool:
    """Whether every word is an entity or the word of an office: "EMG Secretariat", "UNEP EMG"."""
    parts = name.split()
    if len(parts) > 7:
        return False
    if is_entity(name) and (len(parts) > 1 or name.isupper()):
        return True
    said = [fold(part).strip(".,()[]-:/&") for part in parts]
    offices = [word for word in said if word in _OFFICES]
    others = [part for part, word in zip(parts, said, strict=True) if word not in _OFFICES | _FILLERS]
    if len(parts) < 4 and not _SURELY.isdisjoint(said):
        return True
    if not others:
        return bool(offices) and (len(offices) > 1 or len(parts) > 1 or plain in _ALONE)
    if not offices and (len(others) < len(parts) or not name.isupper()):
        return False
    return all(is_entity(part) or (bool(offices) and _is_short(part)) for part in others)


def _is_short(part: str) -> bool:
    return part.isupper() and part.replace("-", "").replace("/", "").isalpha()


def _is_of(email: str, plain: str) -> bool:
    """Whether an address bears two words of a name, or all of them: "r.hall@x.org" for "Hall R"."""
    local = words(email.partition("@")[0].replace("_", " "))
    mine = [word for word in words(plain) if word.isalpha()]
    return (
        len(mine) > 1
        and all(word in local or word[0] in local for word in mine)
        and any(len(word) > 2 and word in local for word in mine)
    )
