"""Names of accounts that belong to an office and to nobody in it: "EMG Secretariat"."""

from emgdesk.domain.folding import fold
from emgdesk.importing.names.displayed import IsEntity

OFFICES = frozenset(
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


def is_of_office(word: str) -> bool:
    """Whether a folded word is one of an office's name: "secretariat"."""
    return word in OFFICES


def is_office(name: str, is_entity: IsEntity) -> bool:
    """Whether every word is an entity or the word of an office: "EMG Secretariat", "UNEP EMG"."""
    parts = name.split()
    if len(parts) > 7:
        return False
    if is_entity(name) and (len(parts) > 1 or name.isupper()):
        return True
    said = [fold(part).strip(".,()[]-:/&") for part in parts]
    offices = [word for word in said if word in OFFICES]
    others = [part for part, word in zip(parts, said, strict=True) if word not in OFFICES | _FILLERS]
    if len(parts) < 4 and not _SURELY.isdisjoint(said):
        return True
    if not others:
        return bool(offices) and (len(offices) > 1 or len(parts) > 1 or fold(name) in _ALONE)
    if not offices and (len(others) < len(parts) or not name.isupper()):
        return False
    return all(is_entity(part) or (bool(offices) and _is_short(part)) for part in others)


def _is_short(part: str) -> bool:
    return part.isupper() and part.replace("-", "").replace("/", "").isalpha()
