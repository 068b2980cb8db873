"""When a name written differently is surely a known person's, and when that is a question.

The same address makes sure of a slip, of a part left out only if the address is made of the
name. The same entity alone makes sure only where nobody else can be expected to have a name
so like it: such names are rare on the desk and nobody else comes near.
"""

from collections.abc import Sequence
from typing import NamedTuple

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import fold, name_key, words
from emgdesk.domain.people import is_particle
from emgdesk.importing.matching.commonness import RARE, Commonness, first_name, parts
from emgdesk.importing.matching.evidence import Evidence
from emgdesk.importing.matching.exact import is_weak
from emgdesk.importing.matching.likeness import INITIAL, MISREAD, SLIPS, Likeness, Pairing, is_clumsy
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

_FEW = 0.1  # others with the same name but for a particle, where no entity is told
ANOTHER_SCRIPT = "another script"
_GENERATIONS = frozenset(
    (
        "jr", "sr", "jnr", "snr", "jun", "sen", "junior", "senior", "ii", "iii", "iv", "2nd", "3rd", "pere",
        "fils", "filho", "neto", "hijo", "padre", "sohn", "vater", "figlio",
    )
)  # fmt: skip


class Seen(NamedTuple):
    """A row and a person whose names are alike, and in what their words agree."""

    record: RosterRecord
    person: KnownPerson
    likeness: Likeness
    evidence: Evidence
    agreed: frozenset[str]  # words both have, and parts run together

    @property
    def given(self) -> frozenset[str]:
        return parts(self.person)[0]

    @property
    def family(self) -> frozenset[str]:
        return parts(self.person)[1]

    @property
    def leaves_first_name(self) -> bool:
        """Whether a first name of either is left over: "William Fisk" is hardly Thomas W. Fisk."""
        like = self.likeness
        if not (like.extra or like.missing):
            return False
        return first_name(self.person) in like.missing or first_name(self.record) in like.extra


def seen(
    record: RosterRecord, person: KnownPerson, likeness: Likeness, evidence: Evidence, spelling: Sequence[str]
) -> Seen:
    """A likeness between the row's name and one `spelling` of the person, as judged here."""
    mine = set(words(record.name))
    agreed = frozenset(word for word in spelling if word in mine or word in likeness.joined)
    return Seen(record, person, likeness, evidence, agreed)


def by_address(found: Seen, commonness: Commonness) -> bool:
    """Whether name and address together are surely the person's whose address nobody else has."""
    like = found.likeness
    if found.evidence.clash or other_generation(like) or found.leaves_first_name:
        return False
    if like.why == ANOTHER_SCRIPT:
        return _in_another_script(found)
    family, own = found.family, is_own_address(found.record.email, found.person)
    given_agrees = not found.given.isdisjoint(found.agreed)
    slips = [pair for pair in like.pairs if pair.theirs not in family or not given_agrees]
    if not all(
        own if pair.why == INITIAL else pair.safe or (own and _is_nothing(pair, commonness)) for pair in slips
    ):
        return False
    if not like.extra and not like.missing:
        return True
    return own and not family.isdisjoint(found.agreed | {pair.theirs for pair in like.pairs})


def _in_another_script(found: Seen) -> bool:
    """Whether the address is made of the one name that can be read in it, and nothing speaks against it."""
    record, person = found.record, found.person
    told = [one for one in (record, person) if one.name.isascii() and not is_weak(name_key(one.name))]
    return found.evidence.entity >= 0 and any(is_own_address(record.email, one) for one in told)


def by_entity(found: Seen, commonness: Commonness) -> bool:
    """Whether name and entity together are surely the person's, nobody else being like the name.

    A name that only has its parts run together is the same name, and needs no entity.
    """
    like, evidence = found.likeness, found.evidence
    if evidence.entity < 0 or evidence.email < 0 or evidence.clash:
        return False
    if other_generation(like) or found.leaves_first_name:
        return False
    spelt_alike = not like.pairs and not like.extra and not like.missing
    if spelt_alike and (is_weak(name_key(found.record.name)) or is_weak(name_key(found.person.name))):
        return False
    if spelt_alike and not like.particles:
        return True  # the same letters
    if not evidence.entity and not spelt_alike:
        return False
    shared = {word for word in found.agreed if not is_particle(word)}
    slips = [pair for pair in like.pairs if pair.why != INITIAL and not pair.is_spelling]
    if len(slips) > 1 or (slips and (like.extra or like.missing)):
        return False
    for pair in like.pairs:
        if pair.why != INITIAL and not _is_no_name(pair, commonness):
            return False
        if pair.why == INITIAL:
            shared.add(min(pair.mine, pair.theirs, key=len))
        else:
            shared.add(max(pair.mine, pair.theirs, key=commonness.borne))
    paired = {pair.theirs for pair in like.pairs}
    if found.family.isdisjoint(found.agreed | paired) or found.given.isdisjoint(found.agreed | paired):
        return False
    if not evidence.entity:
        return commonness.namesakes(shared, None) < _FEW
    entity = found.person.entity_id or entity_key(found.person.entity)
    expected = commonness.namesakes(shared, entity)
    if not any(pair.why in SLIPS for pair in like.pairs):
        expected *= commonness.support(found.record, found.person)
    return expected < RARE


def _is_no_name(pair: Pairing, commonness: Commonness) -> bool:
    """Whether the row's word is another spelling, or a slip that nobody known bears as a name."""
    if pair.safe and pair.is_spelling:
        return True
    return (pair.safe or is_clumsy(pair.mine, pair.theirs)) and _is_nothing(pair, commonness)


def _is_nothing(pair: Pairing, commonness: Commonness) -> bool:
    """Whether the row's word is no name on a desk that knows many."""
    return pair.why in (*SLIPS, MISREAD) and commonness.knows_many and not commonness.borne(pair.mine)


def are_two_by_address(found: Seen) -> bool:
    """Whether two names that differ in a word have an address each in one domain, each made of the name."""
    record, person = found.record, found.person
    if found.evidence.email >= 0 or all(
        pair.why == INITIAL or pair.is_spelling for pair in found.likeness.pairs
    ):
        return False
    domain = record.email.lower().rpartition("@")[2]
    return is_own_address(record.email, record) and any(
        mail.endswith(f"@{domain}") and is_own_address(mail, person) for mail in person.emails
    )


def other_generation(like: Likeness) -> bool:
    """Whether only one of the names is a son's or a father's: "Jr", "III"."""
    return not _GENERATIONS.isdisjoint((*like.extra, *like.missing))


def is_own_address(email: str, one: KnownPerson | RosterRecord) -> bool:
    """Whether an address is made of the given name, or of an initial and the family name.

    Then it is no mailbox of an office or a household.
    """
    local = fold(email.partition("@")[0])
    given, family = parts(one)
    if any(len(word) > 2 and word in local for word in given - family):
        return True
    letters = "".join(c for c in local if c.isalpha())
    if family and letters in {"".join(words(one.given)) + word[0] for word in family}:
        return True
    names = {
        *family,
        "".join(words(one.family)),
        "".join(word for word in words(one.family) if word in family),
    }
    return any(
        len(name) > 1 and letters in (word[0] + name, name + word[0])
        for name in names
        for word in given
        if word
    )
