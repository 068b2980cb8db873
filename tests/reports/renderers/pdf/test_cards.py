"""Badges and name plates on the page: sizes, marks, and texts that always fit."""

import re
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from emgdesk.reports.blocks import Card, CardBand, Cards, CardText, Note
from emgdesk.reports.renderers.pdf import MissingGlyph
from emgdesk.reports.renderers.pdf.fitting import fitted
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import MILLIMETRE
from tests.reports.renderers.pdf.reading import operators, pages, render

LONG = "Maria Fernanda Concepción de la Santísima Trinidad Quispe Huamán y Echegaray-Villavicencio " * 4
NAMES = (
    "Bo", "Anna-Maria Ribeiro Soto", LONG[:300].strip(), "X" * 300, "沈晓岚东海林つばさ" * 8,
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe Müller", "محمد عبد الرحمن الطرابيشي الكيالي",
    "กนกวรรณ ศรีสวัสดิ์ไพบูลย์", "अनिरुद्ध कुलश्रेष्ठ", "Лисицкая-Преображенская Нина Аркадьевна",
)  # fmt: skip


def card(name: str) -> Card:
    return Card((CardText(name, 7.0, 20.0, bold=True), CardText("UNEP", 5.0, 10.0)), whose=name)


def sizes(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    document = QPdfDocument()
    document.load(str(path))
    points = [document.pagePointSize(number) for number in range(document.pageCount())]
    return [(round(p.width() / MILLIMETRE), round(p.height() / MILLIMETRE)) for p in points]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_fits_its_place(name: str) -> None:
    width, most = 80 * MILLIMETRE, 20 * MILLIMETRE
    setter = Typesetter()
    style, lines = fitted(CardText(name, 7.0, 20.0, bold=True), width, most, setter)
    assert max(line.width for line in lines) <= width + 0.02
    assert style.leading * len(lines) <= most + 0.02
    assert style.size >= 4.5


def test_a_name_is_shrunk_a_little_before_it_is_wrapped() -> None:
    width, most = 80 * MILLIMETRE, 20 * MILLIMETRE
    short, one = fitted(CardText("Bo", 7.0, 20.0), width, most, Typesetter())
    shrunk, still_one = fitted(
        CardText("Anna-Maria Ribeiro-Soto Gomes", 7.0, 20.0), width, most, Typesetter()
    )
    wrapped, two = fitted(
        CardText("Anna-Maria Ribeiro-Soto Gomes Tavares", 7.0, 20.0), width, most, Typesetter()
    )
    assert (len(one), len(still_one), len(two)) == (1, 1, 2)
    assert short.size == pytest.approx(7 * MILLIMETRE)
    assert shrunk.size < wrapped.size <= short.size


def test_words_are_kept_whole_while_they_can_be_read() -> None:
    text = CardText("Donaudampfschifffahrtsgesellschaftskapitänswitwe Müller", 7.0, 20.0, bold=True)
    style, lines = fitted(text, 80 * MILLIMETRE, 20 * MILLIMETRE, Typesetter())
    assert len(lines) == 2
    assert style.size > 7


@pytest.mark.parametrize(
    ("width", "height", "count", "expected"),
    [(90, 55, 10, 1), (90, 55, 11, 2), (86, 54, 10, 1), (105, 74, 8, 1), (105, 74, 9, 2), (96, 134, 5, 2)],
)
def test_cards_to_a_page(tmp_path: Path, width: int, height: int, count: int, expected: int) -> None:
    result, path = render(tmp_path, Cards(tuple(card(f"Person {n}") for n in range(count)), width, height))
    assert result.pages == expected
    assert sizes(path) == [(210, 297)] * expected
    assert all(f"Person {n}" in "".join(pages(path)) for n in range(count))


def test_card_pages_bear_no_number_and_other_pages_do(tmp_path: Path) -> None:
    _, path = render(tmp_path, Note("before"), Cards((card("Bo"),), 90, 55), Note("after"))
    first, second, third = pages(path)
    assert ("Page 1 of 3" in first, "Page" in second, "Page 3 of 3" in third) == (True, False, True)
    assert "before" in first
    assert "after" in third


@pytest.mark.parametrize(
    ("paper", "width", "height", "expected"),
    [
        ("a4-landscape", 297, 105, [(297, 210)] * 2),
        ("a4", 210, 74.25, [(210, 297)]),
        ("a5-landscape", 210, 74, [(210, 148)] * 2),
    ],
)
def test_plates_bear_the_name_twice_once_upside_down(
    tmp_path: Path, paper, width: float, height: float, expected: list[tuple[int, int]]
) -> None:
    block = Cards((card("Bo"), card("Li An")), width, height, paper=paper, tent=True)
    _, path = render(tmp_path, block)
    assert sizes(path) == expected
    assert "".join(pages(path)).count("Bo") == 2
    code = "\n".join(operators(path))
    assert code.count("-1 0 0 -1") == code.count("\n1 0 0 1 ") == 4
    assert "[3 2] 0 d" in code


def test_marks_are_crosses_lines_or_none(tmp_path: Path) -> None:
    def rules(marks) -> int:
        _, path = render(tmp_path, Cards((card("Bo"),), 90, 55, marks=marks))
        return len(re.findall(r" l S", operators(path)[0]))

    assert (rules("marks"), rules("lines"), rules("none")) == (3 * 6 * 2, 3 + 6, 0)


def test_a_band_is_filled_with_white_letters_or_outlined_with_black_ones(tmp_path: Path) -> None:
    dark = Card((CardText("Bo", 7, 20),), CardBand("CHAIR", 7, (0.5, 0, 0.1)))
    light = Card((CardText("Li", 7, 20),), CardBand("GUEST", 7))
    _, path = render(tmp_path, Cards((dark, light), 90, 55))
    (code,) = operators(path)
    assert "0.5 0 0.1 rg" in code
    assert code.count("1 g 1 G") == 1
    assert " re B" in code
    assert "CHAIR" in pages(path)[0]


def test_a_missing_character_is_reported_with_the_person(tmp_path: Path) -> None:
    texts = (CardText("Zoë Ost", 7, 20), CardText("Of\U0001f600ficer", 4, 10))
    result, _ = render(tmp_path, Cards((Card(texts, whose="Zoë Ost"),), 90, 55))
    assert result.missing == (MissingGlyph("\U0001f600", "Of\U0001f600ficer (Zoë Ost)"),)


def test_no_cards_no_page_of_them(tmp_path: Path) -> None:
    result, path = render(tmp_path, Cards((), 90, 55), Note("nobody"))
    assert (result.pages, "nobody" in pages(path)[0]) == (1, True)
