"""Other readings of a row's name: without titles, degrees and acronyms, or in one of two scripts."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from emgdesk.domain.folding import fold, name_key, words
from emgdesk.importing.matching.exact import is_weak

NONE: Mapping[str, str] = MappingProxyType({})
# Only what is no name anywhere: Ma, Md, Eng, Hon and Sir are names too.
_ADDED = re.compile(
    r"(?<!\w)(?:ph\.? ?d|m\.? ?sc|b\.? ?sc|d\.? ?sc|m\.? ?b\.? ?a|m\.? ?p\.? ?a|ll\.? ?[mb]|esq|d\.? ?phil|"
    r"(?:dipl|dr)\.?[- ]?ing|dr|prof|professor|mrs?|ms|mme|srta|dott(?:\.?ssa)?|dra|minister|"
    r"ambassador|shri|smt|excelentisim[oa]|(?:his |her )?excellency|madame|monsieur|herr|frau)(?!\w)\.?"
)


def readings(name: str, acronyms: Mapping[str, str] = NONE) -> list[tuple[str, str | None]]:
    """The name keys a written name may have besides its own, the longest first.

    Beside each the entity its bearer must be of, where an acronym was left out: `acronyms`
    gives entities by folded acronym.

    >>> readings("Ada Moss, Ph.D.")
    [('ada moss', None)]
    """
    if name.isascii() and name.count(" ") < 2:
        return []  # a title or a degree would leave one word
    folded = fold(name)
    bare = _ADDED.sub(" ", folded)
    found: dict[str, str | None] = {name_key(bare): None}
    told = words(bare)
    if not folded.isascii():
        found.setdefault(_key(word for word in told if word.isascii()), None)
        found.setdefault(_key(word for word in told if not word.isascii()), None)
    for word in told:
        if word in acronyms and word.upper() in name:
            found.setdefault(_key(other for other in told if other != word), acronyms[word])
    found.pop(name_key(name), None)
    return [(key, found[key]) for key in sorted(found, key=len, reverse=True) if not is_weak(key)]


def _key(kept: Iterable[str]) -> str:
    return " ".join(sorted(kept))
