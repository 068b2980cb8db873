from pathlib import Path

import pytest
from PIL import Image

from emgdesk.errors import CancelledError, InputError, OutputError
from emgdesk.reports.blocks import (
    Document,
    DocumentTitle,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
    TitleBlock,
)
from emgdesk.reports.renderers.pdf import MissingGlyph, PdfResult, render_pdf
from tests.reports.renderers.pdf.reading import bookmarks, fonts, metadata, operators, pages, render

SCRIPTS = {
    "Łukasz Żółć-Ďurišin": "NotoSans-Regular",
    "Иван Соколов": "NotoSans-Regular",
    "Ελένη Παπαδοπούλου": "NotoSans-Regular",
    "محمد عبد الله": "NotoSansArabic-Regular",
    "שרה כהן": "NotoSansHebrew-Regular",
    "李明華": "NotoSansSC-Regular",
    "山田 さくら": "NotoSansSC-Regular",
    "김철수": "NanumSquareR",
    "สมชาย ใจดี": "NotoSansThai-Regular",
    "राजेश": "NotoSansDevanagari-Regular",
}


class Impatient:
    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        pass

    def check_cancelled(self) -> None:
        raise CancelledError


def test_metadata(tmp_path: Path) -> None:
    _, path = render(
        tmp_path, Paragraph("x"), title="Annex – محمد", author="EMG", subject="EMG/1", language="fr"
    )
    assert metadata(path) == {
        "title": "Annex – محمد",
        "author": "EMG",
        "subject": "EMG/1",
        "creator": "emgdesk",
    }
    assert b"/Lang (fr)" in path.read_bytes()


def test_pages_are_numbered_and_carry_the_symbol(tmp_path: Path) -> None:
    result, path = render(tmp_path, Paragraph("one"), PageBreak(), Paragraph("two"), subject="EMG/1")
    assert result == PdfResult(2)
    assert [text.split("\n")[-1] for text in pages(path)] == ["EMG/1 Page 1 of 2", "EMG/1 Page 2 of 2"]


def test_an_empty_document_is_one_page(tmp_path: Path) -> None:
    result, path = render(tmp_path)
    assert (result.pages, pages(path)) == (1, ["Page 1 of 1"])


@pytest.mark.parametrize(("name", "font"), SCRIPTS.items())
def test_every_script_copies_and_its_font_is_embedded(tmp_path: Path, name: str, font: str) -> None:
    result, path = render(tmp_path, Paragraph(name))
    assert result.missing == ()
    assert name in pages(path)[0]
    assert fonts(path) == {font, "NotoSans-Regular"}


def test_only_used_fonts_are_embedded_and_never_helvetica(tmp_path: Path) -> None:
    dressed = Paragraph((Run("a", bold=True), Run("b", italic=True), Run("c", bold=True, italic=True)))
    _, path = render(tmp_path, dressed)
    assert fonts(path) == {f"NotoSans-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")}
    assert b"Helvetica" not in path.read_bytes()
    assert path.stat().st_size < 40_000


def test_a_missing_character_is_reported_with_its_text(tmp_path: Path) -> None:
    result, path = render(tmp_path, Paragraph("Zoë \U0001f600 Ost"))
    assert result.missing == (MissingGlyph("\U0001f600", "Zoë \U0001f600 Ost"),)
    assert "Zoë \U0001f600 Ost" in pages(path)[0]


def test_of_a_long_text_only_what_stands_around_is_reported(tmp_path: Path) -> None:
    result, _ = render(tmp_path, Paragraph("before " * 100 + "\U0001f600" + " after" * 100))
    (glyph,) = result.missing
    assert len(glyph.text) == 122
    assert "before \U0001f600 after" in glyph.text


def test_headings_stand_in_the_outline(tmp_path: Path) -> None:
    blocks = (
        Heading("Issues", 1, "I."), Heading("Forests", 2, "a)"), PageBreak(), Heading("Outreach", 1, "II."),
        Heading("Deep at once", 3), Paragraph("x"),
    )  # fmt: skip
    _, path = render(tmp_path, *blocks)
    assert bookmarks(path) == [
        (0, "I. Issues", 0),
        (1, "a) Forests", 0),
        (0, "II. Outreach", 1),
        (1, "Deep at once", 1),
    ]


def test_a_heading_never_stands_alone_at_the_foot(tmp_path: Path) -> None:
    for count in range(40, 48):
        _, path = render(tmp_path, *[Note("line")] * count, Heading("Last"), Paragraph("after"))
        first, *rest = pages(path)
        assert ("Last" in first) == ("after" in first), count
        assert len(rest) <= 1


def test_title_block_and_title(tmp_path: Path) -> None:
    head = TitleBlock(
        ("United Nations", "Group"), None, ("Senior Segment", "9 May 2035"), ("EMG/1", "Distribution: all")
    )
    _, path = render(tmp_path, head, DocumentTitle("Progress Report", "Note by the Secretariat"))
    (text,) = pages(path)
    for line in (
        "UNITED NATIONS",
        "GROUP",
        "Senior Segment",
        "9 May 2035",
        "EMG/1",
        "Distribution: all",
        "Progress Report",
    ):
        assert line in text.replace("\n", " "), line


def test_a_title_block_without_symbol(tmp_path: Path) -> None:
    _, path = render(tmp_path, TitleBlock(left=("Meeting",), right=("", "Distribution: all")))
    assert "Meeting" in pages(path)[0]


def test_a_logo_is_drawn(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "navy").save(logo)
    _, path = render(tmp_path, TitleBlock(("United Nations",), logo))
    assert b"/Subtype /Image" in path.read_bytes()


def test_a_logo_that_is_no_picture_is_named(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.effect_noise((90, 90), 50).save(logo)
    for content in (b"no picture", logo.read_bytes()[:2000]):
        logo.write_bytes(content)
        with pytest.raises(InputError, match=r"The logo logo\.png cannot be read as a picture\."):
            render(tmp_path, TitleBlock(logo=logo))


def test_links_lead_to_their_address(tmp_path: Path) -> None:
    _, path = render(tmp_path, Paragraph((Run("see "), Run("it", link="https://x.example/a(b)?c=d"))))
    assert b"/URI (https://x.example/a\\(b\\)?c=d)" in path.read_bytes()


def test_han_in_bold_is_thickened(tmp_path: Path) -> None:
    _, path = render(tmp_path, Paragraph((Run("李明", bold=True), Run(" plain"))))
    (page,) = operators(path)
    assert page.count("2 Tr") == page.count("0 Tr") == 1


def test_odd_characters_do_no_harm(tmp_path: Path) -> None:
    text = "a\x00b\ud800c\u202ed (x) \\ <e> \ufffe"
    result, path = render(tmp_path, Heading(text), Paragraph(text), title=text, subject=text)
    assert result.pages == 1
    assert "(x) \\ <e>" in pages(path)[0]


def test_the_file_is_replaced_only_when_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(CancelledError):
        render_pdf(Document("T", (Paragraph("x"),)), path, job=Impatient())
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.pdf", b"old")]
    render_pdf(Document("T", (Paragraph("x"),)), path)
    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: its folder does not exist"):
        render_pdf(Document("T", (Paragraph("x"),)), tmp_path / "none" / "a.pdf")
