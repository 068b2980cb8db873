"""From bytes to text: marks, UTF-16 without one, and the code page of Western Windows."""

import codecs

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.read.encoding import decode

TEXT = "Name\tEntity\r\nBenoît Łoś\t東京\r\n"
LATIN = "Prénom;Nom\r\nBenoît;Müller\r\n"
NOT_UNICODE = (
    "names.csv is not Unicode (first seen in line {}) and was read as Western European; if names look wrong, "
    "open it in Excel and save it as “CSV UTF-8”."
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF8 * 2, "utf-8"),
    ],
)
def test_unicode_in_every_form(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "names.csv") == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_in_other_scripts(encoding: str) -> None:
    text = "Имя;Организация\r\n" + "Анна Лима;ЮНЕП\r\n" * 3 + "a" * 40
    assert decode(text.encode(encoding), "names.csv") == (text, ())


def test_western_windows() -> None:
    assert decode(LATIN.encode("cp1252"), "names.csv") == (LATIN, (NOT_UNICODE.format(1),))


def test_the_note_names_the_first_line_that_is_not_unicode() -> None:
    assert decode("Nom\nAna\nŽofie “€”\n".encode("cp1252"), "names.csv") == (
        "Nom\nAna\nŽofie “€”\n",
        (NOT_UNICODE.format(3),),
    )


def test_every_byte_of_the_western_code_page_has_a_letter() -> None:
    text, _ = decode(b"Name;" + bytes(range(0x80, 0x100)), "names.csv")
    assert len(text) == 5 + 128
    assert text.encode("cp1252", "ignore") == b"Name;" + bytes(
        byte for byte in range(0x80, 0x100) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    )


def test_another_code_page_comes_wrong_but_with_a_note() -> None:
    text, notes = decode("Имя;Анна".encode("cp1251"), "names.csv")
    assert (text, notes) == ("Èìÿ;Àííà", (NOT_UNICODE.format(1),))


def test_one_slip_does_not_turn_unicode_into_something_else() -> None:
    names = "Benoît Müller Łoś Čapek Šimůnková Dvořák Žižka Němcová\n" * 2
    assert decode(names.encode() + b"Ren\xe9\n", "names.csv") == (
        names + "René\n",
        ("Some letters of names.csv are damaged, first in line 3: check those.",),
    )


def test_a_text_cut_off_in_the_middle_of_a_letter() -> None:
    data = codecs.BOM_UTF16_LE + "Ana\r\nBo".encode("utf-16-le")[:-1]
    assert decode(data, "names.csv") == (
        "Ana\r\nB\ufffd",
        ("Some letters of names.csv are damaged, first in line 2: check those.",),
    )


def test_a_replacement_sign_the_file_itself_holds_is_left_alone() -> None:
    assert decode("A\ufffdna".encode("utf-16"), "names.csv") == ("A\ufffdna", ())


def test_zero_bytes_are_left_out_and_told() -> None:
    assert decode(b"Name,Entity\r\nAna\0 Lima,UNEP\r\n" + b"Bo,FAO\r\n" * 9, "names.csv") == (
        "Name,Entity\r\nAna Lima,UNEP\r\n" + "Bo,FAO\r\n" * 9,
        ("names.csv holds zero bytes, first in line 2; they were left out.",),
    )


def test_the_old_end_of_file_mark_is_no_row() -> None:
    assert decode(b"Name\r\nAna\r\n\x1a", "names.csv") == ("Name\r\nAna\r\n", ())


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x01\x02\x03\x04abc", b"a\0\0\0\0\0\0\0\0\0\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as refusal:
        decode(data, "names.csv")
    assert str(refusal.value) == "names.csv is neither a spreadsheet nor a text file: it cannot be read."
