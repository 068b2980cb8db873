"""The annex as PDF against drawing the same strings on a bare reportlab canvas.

`python -m benchmarks.annex` prints, for each style, the time of building and
rendering a list of people, the time the bare canvas needs for the same numbers,
names and entities at fixed places in the same fonts, and the growth from 1,000
to 10,000 people. Both sides write their file; the best of three runs counts.
"""

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from emgdesk.paths import resources
from emgdesk.reports.builders.meeting import MeetingFacts
from emgdesk.reports.builders.participants import ParticipantLine, ParticipantsOptions, build
from emgdesk.reports.renderers.pdf import render_pdf

_MEETING = MeetingFacts(
    "Senior Segment of the 40th Senior Officials Meeting", "10 October 2034", symbol="EMGSOM.40_2"
)
_SYLLABLES = "ka lo mi na ri to ve shu pe dra gor lin bas ter mun wil ha so re an el is".split()
_ENTITIES = (
    "UNEP",
    "FAO",
    "WHO",
    "UN-Habitat",
    "UNESCO",
    "UNU-FLORES",
    "CEB Secretariat",
    "Ozone Secretariat",
    "",
)
_OTHERS = ("Иван Соколов", "李明華", "محمد عبد الله", "Ελένη Παππά", "김철수", "สมชาย ใจดี")
_FACES = {
    "ا": "NotoSansArabic-Regular",
    "ก": "NotoSansThai-Regular",
    "가": "NanumSquareR",
    "一": "NotoSansSC-Regular",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds for 10,000 people, for the bare canvas with the same strings, and for 1,000 people."""

    name: str
    annex: float
    canvas: float
    tenth: float

    @property
    def ratio(self) -> float:
        """The annex against the bare canvas; the target is at most 3."""
        return self.annex / self.canvas

    @property
    def growth(self) -> float:
        """10,000 people against 1,000; the target is at most 11."""
        return self.annex / self.tenth


def people(count: int, scripts: bool, seed: int = 7) -> list[ParticipantLine]:
    """Invented participants; with `scripts` one name in ten is written in another one than Latin."""
    rng = random.Random(seed)

    def word() -> str:
        return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()

    return [
        ParticipantLine(
            number,
            rng.choice(_OTHERS) if scripts and number % 10 == 0 else f"{word()} {word()}",
            entity=rng.choice(_ENTITIES),
            attendance="attended",
        )
        for number in range(count)
    ]


def bare(lines: list[ParticipantLine], path: Path) -> None:
    """The same strings at fixed places, 50 to a page, as plainly as reportlab can draw them."""
    for face in ("NotoSans-Regular", *_FACES.values()):
        pdfmetrics.registerFont(TTFont(face, resources() / "fonts" / f"{face}.ttf"))
    canvas = Canvas(str(path))
    for index, line in enumerate(lines):
        if index and index % 50 == 0:
            canvas.showPage()
        face = next(
            (_FACES[first] for first in _FACES if _same_script(line.name[0], first)), "NotoSans-Regular"
        )
        y = 800 - 14 * (index % 50)
        canvas.setFont("NotoSans-Regular", 10)
        canvas.drawString(60, y, f"{index + 1}.")
        canvas.drawString(300, y, line.entity)
        canvas.setFont(face, 10)
        canvas.drawString(90, y, line.name)
    canvas.save()


def measure(style: str, scripts: bool) -> Figures:
    """The figures of one style."""
    options = ParticipantsOptions(style=style)  # type: ignore[arg-type]
    many, few = people(10_000, scripts), people(1_000, scripts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "annex.pdf"
        annex = _best(lambda: render_pdf(build(_MEETING, many, options), path))
        tenth = _best(lambda: render_pdf(build(_MEETING, few, options), path))
        canvas = _best(lambda: bare(many, path))
    return Figures(f"{style}, {'all scripts' if scripts else 'Latin'}", annex, canvas, tenth)


def _same_script(character: str, first: str) -> bool:
    return (
        ord(first)
        <= ord(character)
        < ord(first) + (0x5200 if first == "一" else 0x2C00 if first == "가" else 0x60)
    )


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print one line of figures for each style."""
    for style in ("list", "two-blocks", "by-entity"):
        for scripts in (False, True):
            found = measure(style, scripts)
            print(
                f"{found.name:26} annex {found.annex:5.2f} s, canvas {found.canvas:5.2f} s, "
                f"ratio {found.ratio:4.2f}, growth {found.growth:5.2f}"
            )


if __name__ == "__main__":
    main()
