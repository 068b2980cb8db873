from pathlib import Path
from zipfile import ZipFile

from emgdesk.reports.blocks import Column, ItemList, ListItem, Paragraph, Run, Table
from tests.reports.renderers.docx.reading import W, number, part, render, targets, text


def marked(word: str, *notes: tuple[str, str]) -> tuple[Run, ...]:
    return (Run(word), *(Run(mark, note=note) for mark, note in notes))


def test_marks_and_notes_go_together(tmp_path: Path) -> None:
    path = render(
        tmp_path, Paragraph(marked("two", ("1", "first"), ("2", "second"))),
        ItemList((ListItem("•", (Paragraph(marked("item", ("3", "third"))),)),)),
        Table((Column(1),), ((marked("cell", ("4", "fourth")),),)),
    )  # fmt: skip
    references = list(part(path).iter(f"{W}footnoteReference"))
    assert [number(r, "id") for r in references] == ["1", "2", "3", "4"]
    assert [number(r, "customMarkFollows") for r in references] == [None] * 4
    notes = [(number(n, "id"), text(n)) for n in part(path, "footnotes")]
    assert notes == [
        ("-1", ""),
        ("0", ""),
        ("1", " first"),
        ("2", " second"),
        ("3", " third"),
        ("4", " fourth"),
    ]
    (settings,) = part(path, "settings").iter(f"{W}footnotePr")
    assert [number(child, "id") for child in settings] == ["-1", "0"]


def test_touching_marks_are_kept_apart(tmp_path: Path) -> None:
    path = render(tmp_path, Paragraph(marked("word", ("1", "a"), ("2", "b"))))
    assert text(part(path)) == "word,"


def test_marks_that_do_not_run_on_are_typed(tmp_path: Path) -> None:
    path = render(
        tmp_path,
        Paragraph((*marked("x", ("*", "star")), *marked("y", ("1", "one")), *marked("z", ("1", "again")))),
    )
    references = list(part(path).iter(f"{W}footnoteReference"))
    assert [number(r, "customMarkFollows") for r in references] == ["1", None, "1"]
    assert [text(n) for n in part(path, "footnotes")][2:] == ["* star", " one", "1 again"]


def test_a_note_may_hold_links_and_dresses(tmp_path: Path) -> None:
    note = (Run("See "), Run("here", link="https://example.org/"), Run(" now", bold=True))
    path = render(tmp_path, Paragraph((Run("x"), Run("1", note=note))))
    (link,) = part(path, "footnotes").iter(f"{W}hyperlink")
    assert text(link) == "here"
    assert targets(path, "footnotes") == ["https://example.org/"]


def test_without_notes_there_is_no_part_for_them(tmp_path: Path) -> None:
    with ZipFile(render(tmp_path, Paragraph("x"))) as file:
        assert "word/footnotes.xml" not in file.namelist()
