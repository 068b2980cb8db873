"""Shaped pieces to the PDF operators that show them."""

from collections.abc import Iterable

from emgdesk.reports.renderers.pdf.text.glyphs import Piece
from emgdesk.reports.renderers.pdf.theme import TINTS, Style

_THICKENING = 0.03
"""Line width of a drawn bold, in ems."""


def show(pieces: Iterable[Piece], style: Style) -> str:
    """Operators (inside BT ... ET) for `pieces` from left to right; colour and spacing end as they began."""
    code: list[str] = []
    body: list[str] = []
    font = ""
    thick = False
    for piece in pieces:
        if piece.font.name != font or piece.thicken != thick or len(piece.parts) > 1:
            _flush(code, body)
            if piece.thicken != thick:
                thick = piece.thicken
                code.append(f"2 Tr {style.size * _THICKENING:.3g} w" if thick else "0 Tr")
            if piece.font.name != font:
                font = piece.font.name
                code.append(f"/{font} {style.size:g} Tf")
        for rise, part in piece.parts:
            if rise:
                _flush(code, body)
                code.append(f"{rise * style.size / 1000:.3g} Ts [{part}] TJ 0 Ts")
            else:
                body.append(part)
    _flush(code, body)
    if thick:
        code.append("0 Tr")
    return _dressed(" ".join(code), style)


def _flush(code: list[str], body: list[str]) -> None:
    if body:
        code.append(f"[{''.join(body).replace('><', '')}] TJ")
        body.clear()


def _dressed(code: str, style: Style) -> str:
    if style.tint != "black":
        code = f"{TINTS[style.tint]} {code} {TINTS['black']}"
    if style.rise:
        code = f"{style.rise:.3g} Ts {code} 0 Ts"
    if style.tracking:
        code = f"{style.tracking:g} Tc {code} 0 Tc"
    return code
