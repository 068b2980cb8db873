"""Names that telephones, room systems, note-taking programs and devices bear in a meeting.

All patterns are of folded names and meet the whole name.
"""

import re

_DIGITS = re.compile(r"\+?[\d\s().*x/-]{6,}", re.IGNORECASE)
_DECIMAL = re.compile(r"-?\d+[.,]\d+")
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
    r"(?:zoom |webex |teams |meeting |new )?(?:user|guest|participant|attendee|delegate|delegue|delegado|"
    r"panelist|visitor|viewer|utilisateur|"
    r"invite|gast|usuario|invitado|benutzer|teilnehmer|admin|administrator|test|anonymous|anonym|anonyme|"
    r"unknown|host|cohost|co-host|nobody|no name|name|me|you)[\s_#-]*\d*"
)  # fmt: skip


def is_telephone(name: str, plain: str) -> bool:
    """Whether a name, plain when folded, is a number or that of a caller: "Phone user 3"."""
    if _DECIMAL.fullmatch(name):
        return False
    if _DIGITS.fullmatch(name) and sum(c.isdigit() for c in name) > 5:
        return True
    return bool(_CALLER.fullmatch(plain))


def is_room(plain: str) -> bool:
    """Whether a name is that of a room or its system: "Room S-227", "Cisco Room Kit"."""
    return bool(_ROOM_NAME.fullmatch(plain))


def is_note_taker(plain: str) -> bool:
    """Whether a name is that of a program that takes notes: "Otter.ai"."""
    return bool(_BOT_NAME.fullmatch(plain))


def is_device(plain: str) -> bool:
    """Whether a name is that of a device, its owner's or none beside it: "Ada's iPhone"."""
    return bool(_DEVICE_NAME.fullmatch(plain))


def is_nobody(plain: str) -> bool:
    """Whether a name is a word that stands for one: "Guest 2"."""
    return bool(_NOBODY.fullmatch(plain))
