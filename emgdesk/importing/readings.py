"""Other readings of a row's name: without titles and degrees, or in one of two scripts."""

import re

from emgdesk.domain.folding import fold, name_key, words
from emgdesk.importing.exact import is_weak

# Only what is no name anywhere: Ma, Md, Eng, Hon and Sir are names too.
_ADDED = re.compile(
    r"(?<!\w)(?:ph\.? ?d|m\.? ?sc|b\.? ?sc|d\.? ?sc|m\.? ?b\.? ?a|m\.? ?p\.? ?a|ll\.? ?[mb]|esq|d\.? ?phil|"
    r"(?:dipl|dr)\.?[- ]?ing|dr|prof|professor|mrs?|ms|mme|srta|dott(?:\.?ssa)?|dra|minister|"
    r"ambassador|shri|smt|excelentisim[oa]|(?:his |her )?excellency|madame|monsieur|herr|frau)(?!\w)\.?"
)


def readings(name: str) -> list[str]:
    """The name keys a written name may have besides its own, the longest first.

    >>> readings("Ada Moss, Ph.D.")
    ['ada moss']
    """
    if name.isascii() and name.count(" ") < 2:
        return []  # a title or a degree would leave one word
    folded = fold(name)
    bare = _ADDED.sub(" ", folded)
    found = {name_key(bare)}
    if not folded.isascii():
        told = sorted(words(bare))
        found.add(" ".join(word for word in told if word.isascii()))
        found.add(" ".join(word for word in told if not word.isascii()))
    return [key for key in sorted(found - {name_key(name)}, key=len, reverse=True) if not is_weak(key)]
