"""The one alphabetical order of people and entities: in the app, the PDF, the DOCX and the workbooks.

A folding after the order of the Unicode collation algorithm, with tables of its
own: no locale and no library of the machine is asked, so every machine sorts alike.

- Case, accents and the width of letters do not count, however they are encoded
  (`folding.fold`): ß sorts as ss, æ as ae, œ as oe, ø as o, đ and ð as d, þ as
  th, ł as l, dotless ı as i, ə as a, hooked letters (Ɓ, Ɗ, Ƙ) as the plain ones.
  Vietnamese tones and horns are accents.
- Hyphens, apostrophes and other punctuation do not count, nor do the raised
  signs of a transliteration (ʿAbd, Kanaʻina). A space comes before every letter:
  Jean Paul before Jeanpaul. Digits, of whatever script, come before letters.
- Latin comes first, then the other scripts by code point: Greek, Cyrillic,
  Armenian, Hebrew, Arabic, the scripts of India, Thai, Georgian, kana, Chinese
  characters, Korean syllables.
- Within Cyrillic (й after и, ґ after г, і and ї after и) and Arabic (Persian letters
  included) the letters stand as in the alphabet; a final Hebrew letter is the
  letter itself; hiragana and katakana are one; Chinese characters stand by code
  point (mostly by radical), never by sound.

Equal keys keep the order of the rows they came from.
"""

import unicodedata
from functools import lru_cache

from emgdesk.domain.folding import fold
from emgdesk.domain.people import is_particle, split_name

SortKey = tuple[tuple[bool, str], ...]

_GLUED = ("al-", "al‑", "el-", "el‑", "d'", "d’")
# Letters that folding takes for accented ones and an alphabet does not; the marks stand for them meanwhile.
_MARKS = "\ue000\ue001\ue002\ue003\ue004"
_OWN_LETTERS = str.maketrans("йїѓќў", _MARKS)
_ASCII = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) != " "}
_NO_LETTERS = dict.fromkeys(range(0x2B0, 0x300))
_CYRILLIC = "аәбвг\ue002ґғдђеєжҗзѕиі\ue000\ue001јк\ue003қлљмнңњоөпрстћу\ue004үұфхҳһцчҷџшщъыьэюя"
_ARABIC = "ءابپةتثجچحخدذرزژسشصضطظعغفقكگلمنهوي"
_PLACES = (
    {ord(letter): 0x400 + place for place, letter in enumerate(_CYRILLIC)}
    | {ord(letter): 0x600 + place for place, letter in enumerate(_ARABIC)}
    | {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
    | str.maketrans("ךםןףץ" + "ɓɗɖƙƴɛɔƒɠɣƭʋ", "כמנפצ" + "bddkyeofggtv")
)


@lru_cache(maxsize=65536)
def text_key(text: str) -> tuple[bool, str]:
    """Where `text` stands in alphabetical order; empty text comes first."""
    if text.isascii():
        placed = _bare(fold(text))
    else:
        own = unicodedata.normalize("NFC", text).lower().translate(_OWN_LETTERS)
        placed = _bare(fold(own).translate(_NO_LETTERS)).translate(_PLACES)
    return (bool(placed) and not _is_latin(placed[0]), placed)


def _bare(folded: str) -> str:
    """Letters with the marks that spell them, digits (as those of Latin) and single spaces."""
    if folded.isascii():
        return " ".join(folded.translate(_ASCII).split())
    kept = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded if _counts(c))
    return " ".join("".join(kept).split())


def _counts(c: str) -> bool:
    return c.isalnum() or c == " " or c in _MARKS or (not c.isascii() and unicodedata.category(c)[0] == "M")


def given_key(name: str) -> SortKey:
    """The order of names as they are written and read, given name first."""
    return (text_key(name),)


def family_key(given: str, family: str, name: str, particles: str = "") -> SortKey:
    """The order by family name, then given name.

    `particles` is the person's own rule: "" passes over particles in lower case
    ("van der Berg" under B, "Van Damme" under V), "skipped" over all, "kept" over none.
    Without a known family part `people.split_name` guesses it from `name`.
    """
    if not family:
        given, family = split_name(name)
    return (text_key(leading_part(family, particles)), text_key(given), text_key(family))


def leading_part(family: str, particles: str = "") -> str:
    """The part of a family name a person stands under, by their own rule as for `family_key`."""
    return family if particles == "kept" else without_particles(family, capital=particles == "skipped")


def without_particles(family: str, *, capital: bool = False) -> str:
    """`family` from its first word that is no lower-case particle: "van der Berg" -> "Berg".

    With `capital` particles written with a capital are passed over too: "Van Damme" -> "Damme".
    """
    parts = family.split()
    while len(parts) > 1 and (capital or parts[0].islower()) and is_particle(fold(parts[0])):
        parts = parts[1:]
    for prefix in _GLUED:
        written = parts[0].lower() if parts and capital else parts[0] if parts else ""
        if written.startswith(prefix) and len(written) > len(prefix):
            parts[0] = parts[0][len(prefix) :]
            break
    return " ".join(parts)


def _is_latin(character: str) -> bool:
    return character < "\u0250" or "\u1e00" <= character <= "\u1eff"
