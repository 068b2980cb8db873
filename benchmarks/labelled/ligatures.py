"""What becomes of joined letters (fi, fl, ff, at times ti and tt) in text copied from a PDF."""

from __future__ import annotations

from random import Random

from benchmarks.labelled.people import Someone

_READ_AS = {
    "ffi": ("", "f", "fi", "ff", "ﬃ", "ffi ", "i"),
    "fi": ("", "f", "ff", "i", "ﬁ", "fi ", "fl", "h", "n", " "),
    "fl": ("", "f", "ff", "l", "ﬂ", "fl ", "fi", " "),
    "ff": ("f", "", "fi", "ﬀ", "ff ", "fl", "tt"),
    "ti": ("Ɵ", "t", "\ufffd"),
    "tt": ("Ʃ", "t", "\ufffd"),
}
_LETTER_JOINS = ("ffi", "fi", "fl", "ff")


def ligature_slip(rng: Random, pair: tuple[str, str], someone: Someone) -> tuple[str, str] | None:
    """The joined letters of one part lost or read as others (a capital F is never joined)."""
    joins = _LETTER_JOINS if rng.random() < 0.93 else ("ti", "tt")
    places = [side for side in (0, 1) if _join_in(pair[side], joins)]
    if not places:
        return None
    side = rng.choice(places)
    text = pair[side]
    join = _join_in(text, joins)
    at = text.index(join)
    wrong = (text[:at] + rng.choice(_READ_AS[join]) + text[at + len(join) :]).strip()
    return (wrong, pair[1]) if side == 0 else (pair[0], wrong)


def _join_in(text: str, joins: tuple[str, ...]) -> str:
    return next((join for join in joins if join in text), "")
