from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from PIL import Image

from emgdesk.errors import CancelledError, InputError, OutputError
from emgdesk.reports.blocks import (
    Card,
    Cards,
    Column,
    Document,
    DocumentTitle,
    Entry,
    EntryColumns,
    EntryGroup,
    Heading,
    ItemList,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Table,
    TitleBlock,
)
from emgdesk.reports.renderers.docx import render_docx
from tests.reports.renderers.docx.reading import W, number, part, render, shown, text

HEAD = TitleBlock(
    ("United Nations", "Group"), None, ("Senior Segment", "9 May 2035"), ("EMG/1", "Distribution: all")
)


class Impatient:
    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        pass

    def check_cancelled(self) -> None:
        raise CancelledError


def feet(path: Path) -> list[tuple[str, list[str]]]:
    """The text of each foot and its fields, in the order of the sections."""
    with ZipFile(path) as file:
        count = sum(name.startswith("word/footer") for name in file.namelist())
    roots = [part(path, f"footer{n}") for n in range(1, count + 1)]
    return [(text(root), [i.text.strip() for i in root.iter(f"{W}instrText")]) for root in roots]


def test_word_opens_it_with_its_properties(tmp_path: Path) -> None:
    path = render(
        tmp_path, Paragraph("x"), title="Annex – محمد", author="EMG", subject="EMG/1", language="fr"
    )
    read = docx.Document(str(path))
    core = read.core_properties
    assert (core.title, core.author, core.subject, core.language) == ("Annex – محمد", "EMG", "EMG/1", "fr")
    assert [p.text for p in read.paragraphs] == ["x"]
    assert number(part(path, "styles").find(f".//{W}rPrDefault//{W}lang")) == "fr-FR"


def test_blocks_have_the_styles_of_word(tmp_path: Path) -> None:
    path = render(
        tmp_path, DocumentTitle("Report", "Note"), Heading("One"), Heading("Two", 2), Heading("Three", 3),
        Heading("Four", 4), Heading("Ruled", 2, ruled=True), Paragraph("text"), Paragraph("numbered", "1."),
        ItemList((ListItem("•", (Paragraph("bullet"), Paragraph("more"))), ListItem("a)", (Paragraph("letter"),)))),
        Note("remark"),
    )  # fmt: skip
    read = docx.Document(str(path))
    assert [(p.style.name, p.text) for p in read.paragraphs] == [
        ("Title", "Report"), ("Subtitle", "Note"), ("Heading 1", "One"), ("Heading 2", "Two"),
        ("Heading 3", "Three"), ("Heading 4", "Four"), ("Ruled Heading 2", "Ruled"), ("Normal", "text"),
        ("Numbered Paragraph", "numbered"), ("List Bullet", "bullet"), ("List Continue", "more"),
        ("List Number", "letter"), ("Remark", "remark"),
    ]  # fmt: skip
    assert [p.style.paragraph_format.keep_with_next for p in read.paragraphs[2:6]] == [True] * 4


def test_the_head_has_lines_rules_and_two_sides(tmp_path: Path) -> None:
    path = render(tmp_path, HEAD, Paragraph("x"))
    assert [line.text for line in shown(path)] == [
        "UNITED NATIONS", "GROUP", "Senior Segment", "9 May 2035", "EMG/1", "Distribution: all", "x",
    ]  # fmt: skip
    (borders,) = part(path).iter(f"{W}tblBorders")
    assert [(b.tag.removeprefix(W), number(b, "sz")) for b in borders] == [("top", "11"), ("bottom", "5")]


def test_the_logo_stands_beside_the_group_in_its_proportion(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (200, 100), "navy").save(logo)
    read = docx.Document(str(render(tmp_path, TitleBlock(("United Nations",), logo, ("Meeting",)))))
    (shape,) = read.inline_shapes
    assert (shape.width.pt, shape.height.pt) == (80.0, 40.0)
    assert shape._inline.docPr.get("descr") == "Logo"
    assert [cell.text for cell in read.tables[0].rows[0].cells] == ["", "UNITED NATIONS"]


def test_a_logo_that_is_no_picture_is_named(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_text("no picture")
    with pytest.raises(InputError) as raised:
        render(tmp_path, TitleBlock(("Group",), logo))
    assert str(raised.value) == "The logo logo.png cannot be read as a picture."


def test_paper_margins_and_foot(tmp_path: Path) -> None:
    path = render(tmp_path, Paragraph("x"), subject="EMG/1")
    (section,) = docx.Document(str(path)).sections
    lengths = (section.page_width, section.page_height, section.left_margin, section.top_margin)
    assert [round(length.mm) for length in lengths] == [210, 297, 24, 20]
    assert feet(path) == [("EMG/1\tPage 1 of 1", ["PAGE", "NUMPAGES"])]


def test_parts_are_numbered_by_themselves(tmp_path: Path) -> None:
    entries = tuple(Entry(f"Person {n}") for n in range(5))
    path = render(
        tmp_path, Part("One", "EMG/2"), Paragraph("a"), PageBreak(), Paragraph("b"), Part("Two"), Paragraph("c"),
        EntryColumns((EntryGroup(entries),), 3), Paragraph("d"),
    )  # fmt: skip
    sections = list(part(path).iter(f"{W}sectPr"))
    assert [number(s.find(f"{W}type")) for s in sections] == [
        "nextPage",
        "nextPage",
        "continuous",
        "continuous",
    ]
    assert [s.find(f"{W}pgNumType") is not None for s in sections] == [True, True, False, False]
    assert [number(s.find(f"{W}cols"), "num") for s in sections] == [None, None, "3", None]
    assert feet(path) == [
        ("EMG/2\tPage 1 of 2", ["PAGE", "SECTIONPAGES"]),
        ("\tPage 1 of 1", ["PAGE", "PAGEREF End_2"]),
    ]
    names = [number(mark, "name") for mark in part(path).iter(f"{W}bookmarkStart")]
    assert names == ["Part_1", "End_1", "Part_2", "End_2"]


def test_a_page_break_is_before_what_follows(tmp_path: Path) -> None:
    table = Table((Column(1),), (("in a table",),))
    path = render(tmp_path, PageBreak(), Paragraph("a"), PageBreak(), Paragraph("b"), PageBreak(), table)
    broken = [text(p) for p in part(path).iter(f"{W}p") if p.find(f".//{W}pageBreakBefore") is not None]
    assert broken == ["b", "in a table"]


def test_what_introduces_stays_with_what_follows(tmp_path: Path) -> None:
    items = ItemList((ListItem("•", (Paragraph("item"),)),))
    blocks = (
        Paragraph("list:"),
        items,
        Paragraph("kept", keeps_next=True),
        Paragraph("last", keeps_next=True),
    )
    kept = [
        text(p)
        for p in part(render(tmp_path, *blocks)).iter(f"{W}p")
        if p.find(f".//{W}keepNext") is not None
    ]
    assert kept == ["list:", "kept"]


def test_cards_are_told_to_be_missing(tmp_path: Path) -> None:
    result = render_docx(Document("Badges", (Cards((Card(()),), 90, 60),)), tmp_path / "badges.docx")
    assert result.missing == ("Badges and name plates are not written as Word: print them as PDF.",)


def test_the_same_document_is_the_same_file(tmp_path: Path) -> None:
    blocks = (HEAD, Paragraph((Run("a", link="https://example.org/"), Run("1", note="note"))))
    first = render(tmp_path, *blocks).read_bytes()
    assert render(tmp_path, *blocks).read_bytes() == first


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    path.write_text("old")
    with pytest.raises(CancelledError):
        render_docx(Document("x", (Paragraph("x"),)), path, job=Impatient())
    assert path.read_text() == "old"
    with pytest.raises(OutputError, match="its folder does not exist"):
        render_docx(Document("x", ()), tmp_path / "none" / "x.docx")
    assert [p.name for p in tmp_path.iterdir()] == ["old.docx"]


def test_an_empty_document_opens(tmp_path: Path) -> None:
    assert docx.Document(str(render(tmp_path))).paragraphs == []
