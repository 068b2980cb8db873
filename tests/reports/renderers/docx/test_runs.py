from pathlib import Path

import pytest

from emgdesk.reports.blocks import Paragraph, Run, Text
from emgdesk.reports.renderers.docx.runs import address
from emgdesk.reports.renderers.docx.scripts import stretches
from tests.reports.renderers.docx.reading import W, number, part, render, shown, targets, text


def dresses(path: Path) -> list[tuple[str, list[str]]]:
    """Each run with what is said of its letters."""
    return [
        (text(run), [child.tag.removeprefix(W) for child in run.find(f"{W}rPr")])
        for run in part(path).iter(f"{W}r")
        if run.find(f"{W}rPr") is not None
    ]


def said(folder: Path, content: Text) -> Path:
    return render(folder, Paragraph(content))


def test_runs_are_dressed(tmp_path: Path) -> None:
    runs = (
        Run("b", bold=True), Run("i", italic=True), Run("s", struck=True), Run("u", underlined=True), Run("plain"),
    )  # fmt: skip
    assert dresses(said(tmp_path, runs)) == [
        ("b", ["b", "bCs"]), ("i", ["i", "iCs"]), ("s", ["strike"]), ("u", ["u"]),
    ]  # fmt: skip


def test_links_lead_where_they_say(tmp_path: Path) -> None:
    runs = (
        Run("a", link="https://example.org/x y"),
        Run("b", link="https://example.org/x y", bold=True),
        Run("c"),
    )
    path = said(tmp_path, runs)
    (link,) = part(path).iter(f"{W}hyperlink")
    assert text(link) == "ab"
    assert targets(path) == ["https://example.org/x%20y"]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://example.org/ä[1]", "https://example.org/%C3%A4%5B1%5D"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://[broken", ""),
        ("https://example.org:port/", ""),
        ("https:", ""),
        (None, ""),
    ],
)
def test_only_addresses_word_accepts_are_links(link: str | None, target: str) -> None:
    assert address(link) == target


def test_line_breaks_stay_and_control_characters_go(tmp_path: Path) -> None:
    path = said(tmp_path, "one\ntwo\x0b\x00 \ufffe \ud800\tx\n")
    assert shown(path)[0].text == "one\ntwo � � x"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Zoë Ωμέγα Жанна", [("Zoë Ωμέγα Жанна", "", False)]),
        (
            "Ali علي محمد (EMG)",
            [("Ali ", "", False), ("علي محمد", "Noto Sans Arabic", True), (" (EMG)", "", False)],
        ),
        ("משה 28 לוי", [("משה 28 לוי", "Noto Sans Hebrew", True)]),
        ("張偉 Wei", [("張偉", "Noto Sans SC", False), (" Wei", "", False)]),
        ("김철수", [("김철수", "NanumSquare", False)]),
        ("สมชาย", [("สมชาย", "Noto Sans Thai", False)]),
        ("राजेश", [("राजेश", "Noto Sans Devanagari", False)]),
        ("", []),
    ],
)
def test_texts_are_parted_by_script(content: str, found: list[tuple[str, str, bool]]) -> None:
    assert [(s.text, s.script.font, s.rtl) for s in stretches(content)] == found


def test_a_paragraph_that_begins_in_arabic_is_read_from_the_right(tmp_path: Path) -> None:
    path = render(tmp_path, Paragraph("محمد said 5"), Paragraph("Said محمد"), Paragraph("张伟"))
    paragraphs = list(part(path).iter(f"{W}p"))
    assert [p.find(f".//{W}bidi") is not None for p in paragraphs] == [True, False, False]
    assert [[text(r) for r in p.iter(f"{W}r") if r.find(f".//{W}rtl") is not None] for p in paragraphs] == [
        ["محمد "], ["محمد"], [],
    ]  # fmt: skip
    fonts = paragraphs[2].find(f".//{W}rFonts")
    assert (number(fonts, "eastAsia"), number(fonts, "hint")) == ("Noto Sans SC", "eastAsia")
