"""What stands behind the commas of a name: a given name, an entity, a function, or what nobody can tell."""

import re
from collections.abc import Callable
from typing import NamedTuple

from emgdesk.domain.folding import words
from emgdesk.domain.functions import is_function
from emgdesk.domain.people import is_particle, is_suffix, is_title, split_title

_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*,")


class Behind(NamedTuple):
    """A name without what stood behind its commas; `unclear` where that cannot be told."""

    name: str
    entity: str = ""
    function: str = ""
    unclear: bool = False


def behind_commas(text: str, is_entity: Callable[[str], bool], looks_so: Callable[[str], bool]) -> Behind:
    """A name with entity and function taken from behind its commas, in any order; "Family, Given" stays.

    `is_entity` tells the entities of the desk, `looks_so` what has the shape of one.

    >>> behind_commas("Tom Roe, FAO, Director", str.isupper, str.isupper)
    Behind(name='Tom Roe', entity='FAO', function='Director', unclear=False)
    """

    def tells(part: str) -> bool:
        return is_entity(part) or looks_so(part)

    if "(" in text:  # "Bob Poe (FAO), Director"
        text = _IN_BRACKETS.sub(lambda m: f", {m[1]}," if tells(m[1]) or is_function(m[1]) else m[0], text)
    head, *rest = [part for part in (part.strip() for part in text.split(",")) if part]
    bare = split_title(head)[1]
    said = words(bare)
    plain = len(said) > 1 and not bare.isupper() and not is_particle(said[0])  # no family name alone
    kept, entity = [head], ""
    left: list[str] = []
    functions: list[str] = []
    for part in rest:
        if is_suffix(part) or is_title(part):
            kept.append(part)
        elif is_function(part):
            functions.append(part)
        elif not entity and (is_entity(part) or (looks_so(part) and (plain or bool(left)))):
            entity = part
        else:
            left.append(part)
    told = bool(entity or functions)
    if len(left) > 1 or (left and told and not _is_given(left[0], rest, bare)):
        return Behind(text, unclear=True)
    if not told:
        return Behind(text)
    return Behind(", ".join((*kept, *left)), entity, ", ".join(functions))


def _is_given(part: str, rest: list[str], bare: str) -> bool:
    """Whether a part may be the given name to the family name `bare`: "van der Berg, Jan, FAO"."""
    before = words(bare)
    return part == rest[0] and (len(before) < 2 or bare.isupper() or is_particle(before[0]))
