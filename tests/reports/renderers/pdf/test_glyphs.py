import pytest

from emgdesk.reports.renderers.pdf.text.faces import FAMILIES, TEXT_FAMILY, face, family_of
from emgdesk.reports.renderers.pdf.text.glyphs import BOX, Shaper, clusters


def characters(shaper: Shaper) -> list[str]:
    """What the codes handed out so far copy as, in order."""
    return [text for font in shaper.fonts.values() for _, text in font.codes]


@pytest.mark.parametrize(
    ("word", "file"),
    [
        ("Ångström", "NotoSans-Regular"),
        ("Nguyễn", "NotoSans-Regular"),
        ("Соколов", "NotoSans-Regular"),
        ("Παπαδοπούλου", "NotoSans-Regular"),
        ("محمد", "NotoSansArabic-Regular"),
        ("שלום", "NotoSansHebrew-Regular"),
        ("สมชาย", "NotoSansThai-Regular"),
        ("राजेश", "NotoSansDevanagari-Regular"),
        ("李明華", "NotoSansSC-Regular"),
        ("山田", "NotoSansSC-Regular"),
        ("さくら", "NotoSansSC-Regular"),
        ("김철수", "NanumSquareR"),
    ],
)
def test_every_script_has_its_font(word: str, file: str) -> None:
    (piece,) = Shaper().shape(word, level=int(file in ("NotoSansArabic-Regular", "NotoSansHebrew-Regular")))
    assert (piece.font.source.name, piece.missing) == (file, "")


def test_every_declared_file_is_shipped() -> None:
    files = {
        family.file(bold, italic) for family in FAMILIES for bold in (False, True) for italic in (False, True)
    }
    assert {file for file in files if not face(file).characters} == set()


def test_styles() -> None:
    assert TEXT_FAMILY.file(True, True) == "NotoSans-BoldItalic"
    (han,) = Shaper().shape("李", bold=True)
    assert (han.font.source.name, han.thicken) == ("NotoSansSC-Regular", True)
    (hangul,) = Shaper().shape("김", bold=True)
    assert (hangul.font.source.name, hangul.thicken) == ("NanumSquareB", False)


def test_a_word_in_two_scripts_is_two_pieces() -> None:
    pieces = Shaper().shape("A李b")
    assert [piece.font.source.name for piece in pieces] == [
        "NotoSans-Regular",
        "NotoSansSC-Regular",
        "NotoSans-Regular",
    ]


def test_arabic_letters_join() -> None:
    shaper = Shaper()
    shaper.shape("ه", level=1)
    shaper.shape("ههه", level=1)
    (font,) = shaper.fonts.values()
    assert len({glyph for glyph, _ in font.codes}) == 4
    assert {text for _, text in font.codes} == {"ه"}


def test_right_to_left_glyphs_come_in_drawing_order() -> None:
    shaper = Shaper()
    shaper.shape("שלם", level=1)
    assert characters(shaper) == ["ם", "ל", "ש"]


def test_a_ligature_copies_as_its_letters() -> None:
    shaper = Shaper()
    shaper.shape("ffi")
    assert characters(shaper) == ["ffi"]
    arabic = Shaper()
    arabic.shape("لا", level=1)
    assert characters(arabic) == ["ال"]


def test_kerning_narrows_a_pair() -> None:
    shaper = Shaper()
    (pair,), (a,), (v,) = shaper.shape("AV"), shaper.shape("A"), shaper.shape("V")
    assert pair.width < a.width + v.width


def test_a_character_no_font_has_is_a_box_that_copies() -> None:
    shaper = Shaper()
    pieces = shaper.shape("a\U0001f600b")
    assert [piece.missing for piece in pieces] == ["", "\U0001f600", ""]
    assert (BOX, "\U0001f600") in pieces[1].font.codes
    assert pieces[1].width > 300


def test_marks_stay_with_their_letter() -> None:
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert family_of("ที่") is not None
    assert family_of("\U0001f600") is None


def test_thai_marks_are_placed_on_their_letters() -> None:
    (piece,) = Shaper().shape("ที่")
    assert piece.width == Shaper().shape("ท")[0].width
