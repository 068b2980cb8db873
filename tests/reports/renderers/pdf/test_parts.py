from pathlib import Path

from emgdesk.reports.blocks import (
    Card,
    Cards,
    Column,
    Document,
    Heading,
    ItemList,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Table,
)
from emgdesk.reports.renderers.pdf import count_pages
from tests.reports.renderers.pdf.reading import bookmarks, pages, render

SET = (
    Part("Agenda"), Heading("Opening", 1, "I."), Heading("Welcome", 2), PageBreak(), Paragraph("more"),
    Part("Report"), Heading("Closing"), Paragraph("end"),
)  # fmt: skip


def feet(path: Path) -> list[str]:
    return [text.split("\n")[-1] for text in pages(path)]


def test_each_part_is_numbered_by_itself(tmp_path: Path) -> None:
    _, path = render(tmp_path, *SET, subject="EMG/1")
    assert feet(path) == ["EMG/1 Page 1 of 2", "EMG/1 Page 2 of 2", "EMG/1 Page 1 of 1"]
    assert count_pages(Document("x", SET)) == (2, 1)


def test_a_part_may_have_a_symbol_of_its_own(tmp_path: Path) -> None:
    blocks = (Part("One", "EMG/2"), Paragraph("a"), PageBreak(), Paragraph("b"), Part("Two"), Paragraph("c"))
    _, path = render(tmp_path, *blocks, subject="EMG/1")
    assert feet(path) == ["EMG/2 Page 1 of 2", "EMG/2 Page 2 of 2", "EMG/1 Page 1 of 1"]


def test_parts_stand_above_all_headings_in_the_outline(tmp_path: Path) -> None:
    _, path = render(tmp_path, *SET)
    assert bookmarks(path) == [
        (0, "Agenda", 0), (1, "I. Opening", 0), (2, "Welcome", 0), (0, "Report", 2), (1, "Closing", 2),
    ]  # fmt: skip


def test_what_stands_before_the_first_part_is_numbered_too(tmp_path: Path) -> None:
    _, path = render(tmp_path, Heading("Contents"), Paragraph("x"), *SET)
    assert feet(path)[:2] == ["Page 1 of 1", "Page 1 of 2"]
    assert bookmarks(path)[0] == (0, "Contents", 0)


def test_cards_belong_to_their_part(tmp_path: Path) -> None:
    cards = Cards((Card(()),), 90, 60)
    _, path = render(tmp_path, Part("One"), Paragraph("a"), cards, Part("Two"), cards, Paragraph("b"))
    assert [foot for foot in feet(path) if foot] == ["Page 1 of 2", "Page 2 of 2"]


def test_a_long_note_ends_in_its_own_part(tmp_path: Path) -> None:
    note = " ".join(f"n{number}" for number in range(2000))
    _, path = render(
        tmp_path, Part("One"), Paragraph((Run("x"), Run("1", note=note))), Part("Two"), Paragraph("b")
    )
    *first, last = pages(path)
    assert "n1999" in first[-1]
    assert last.split("\n") == ["b", "Page 1 of 1"]


def test_what_keeps_the_next_never_stands_alone(tmp_path: Path) -> None:
    following = (
        Paragraph("after"),
        ItemList((ListItem("a)", (Paragraph("after"),)),)),
        Table((Column(1, "Head"),), (("after",),)),
    )
    for block in following:
        for count in range(38, 56):
            stem = Paragraph("The Senior Officials:", keeps_next=True)
            _, path = render(tmp_path, *[Note("line")] * count, stem, block)
            for text in pages(path):
                assert ("Officials:" in text) == ("after" in text), count
