import random
import re
from pathlib import Path

import pytest

from emgdesk.reports.blocks import Column, ItemList, ListItem, Paragraph, Run, Table
from tests.reports.renderers.pdf.reading import operators, pages, render


def noted(word: str, *notes: tuple[str, str]) -> tuple[Run, ...]:
    return (Run(word), *(Run(mark, note=note) for mark, note in notes))


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{number:03}" for number in range(count))


def told(path: Path) -> list[str]:
    """The text of each page without its spaces: where a reader sees some around raised marks is its own matter."""
    return ["".join(text.split()) for text in pages(path)]


def lines(path: Path) -> list[list[tuple[float, float]]]:
    """Of each page, the base line and type size of every piece of text, from the top."""
    found = []
    for page in operators(path):
        places = re.findall(r"1 0 0 1 [\d.]+ ([\d.]+) Tm .*?/F\d+ ([\d.]+) Tf", page)
        found.append(sorted(((float(y), float(size)) for y, size in places), reverse=True))
    return found


def test_notes_stand_at_the_foot_of_their_page_in_order(tmp_path: Path) -> None:
    first = Paragraph(noted("two", ("1", "first note"), ("2", "second note")))
    result, path = render(
        tmp_path, first, *[Paragraph("line")] * 40, Paragraph(noted("late", ("3", "third")))
    )
    assert result.pages == 2
    one, two = told(path)
    assert re.findall(r"two1,2|1firstnote|2secondnote|late3|3third", one) == [
        "two1,2", "1firstnote", "2secondnote",
    ]  # fmt: skip
    assert re.findall(r"note|late3|3third", two) == ["late3", "3third"]


def test_marks_are_raised_and_notes_smaller(tmp_path: Path) -> None:
    _, path = render(tmp_path, Paragraph(noted("word", ("1", "note"))))
    (page,) = operators(path)
    assert " 6.468 Tf" in page  # the mark, two thirds of the text's 9.8
    assert re.search(r"3\.53 Ts .* 0 Ts", page)
    assert [size for _, size in lines(path)[0]] == [9.8, 5.412, 7.8]


def test_notes_of_cells_and_items_stand_at_the_foot(tmp_path: Path) -> None:
    items = ItemList((ListItem("a)", (Paragraph(noted("item", ("1", "of an item"))),)),))
    cell = (Paragraph(noted("inner", ("3", "of a block"))),)
    table = Table((Column(1, "A"), Column(1, "B")), ((noted("cell", ("2", "of a cell")), cell),))
    _, path = render(tmp_path, items, table, Paragraph("after"))
    (text,) = told(path)
    assert re.findall(r"item1|cell2|inner3|after|\dofan?(?:item|cell|block)", text) == [
        "item1", "cell2", "inner3", "after", "1ofanitem", "2ofacell", "3ofablock",
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_a_mark_and_its_note_share_a_page_and_nothing_overlaps(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    count = 0

    def text(name: str) -> tuple[Run, ...]:
        nonlocal count
        runs = [Run(words(name, rng.randint(1, 60)))]
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            count += 1
            runs += [Run(f" mark{count}x"), Run("*", note=words(f"note{count}x", rng.randint(1, 40)))]
            runs.append(Run(" " + words(name, rng.randint(1, 20))))
        return tuple(runs)

    blocks = []
    for number in range(30):
        if rng.random() < 0.2:
            rows = tuple((text("c"), text("d"), "e") for _ in range(rng.randint(1, 6)))
            blocks.append(Table((Column(2, "One"), Column(2, "Two"), Column(1, "Three")), rows))
        else:
            blocks.append(Paragraph(text("p"), keeps_next=number % 4 == 0))
    _, path = render(tmp_path, *blocks)
    texts = pages(path)
    assert len(re.findall(r"mark\d+x", "".join(texts))) == count
    for number in range(1, count + 1):
        at = [page for page, found in enumerate(texts) if f"mark{number}x" in found]
        assert at == [page for page, found in enumerate(texts) if f"note{number}x000" in found]
    for page in lines(path):
        notes = [y for y, size in page if size == 5.412]
        below = [y for y, size in page if size in (9.8, 8.8, 8.2) and notes and y < max(notes)]
        assert [y for y, size in page if size in (9.8, 8.8) and y in below] == []


def test_a_long_note_goes_on_on_the_next_page(tmp_path: Path) -> None:
    mark = Paragraph(noted("here", ("1", words("n", 400))))
    _, path = render(tmp_path, *[Paragraph("line")] * 30, mark, *[Paragraph("after")] * 5)
    first, second = pages(path)
    assert "here1" in first
    assert re.findall(r"n\d{3}", first + second) == [f"n{number:03}" for number in range(400)]
    assert "n399" in second
    assert second.count("after") + first.count("after") == 5


def test_a_note_of_many_pages_ends(tmp_path: Path) -> None:
    result, path = render(tmp_path, Paragraph(noted("here", ("1", words("n", 4000)))))
    assert re.findall(r"n\d{3,4}", "".join(pages(path))) == [f"n{number:03}" for number in range(4000)]
    assert result.pages == 4


def test_a_row_with_a_note_of_pages_is_set_once(tmp_path: Path) -> None:
    row = (noted("row", ("1", words("n", 2000))), "x")
    _, path = render(
        tmp_path, Table((Column(1, "A"), Column(1, "B")), (("before", "x"), row, ("after", "x")))
    )
    text = "".join(pages(path))
    assert re.findall(r"n\d{3,4}", text) == [f"n{number:03}" for number in range(2000)]
    assert (text.count("row1"), text.count("after"), text.count("before")) == (1, 1, 1)


def test_a_note_may_hold_a_note_only_as_a_mark(tmp_path: Path) -> None:
    note = (Run("outer"), Run("2", note="inner"))
    _, path = render(tmp_path, Paragraph((Run("word"), Run("1", note=note))))
    assert told(path) == ["word11outer2Page1of1"]


def test_struck_and_underlined_text_has_strokes(tmp_path: Path) -> None:
    _, path = render(
        tmp_path, Paragraph((Run("gone", struck=True), Run(" kept "), Run("new", underlined=True)))
    )
    (page,) = operators(path)
    (base,) = {float(y) for y in re.findall(r"1 0 0 1 [\d.]+ ([\d.]+) Tm", page) if float(y) > 100}
    strokes = re.findall(r"0 G 0.59 w ([\d.]+) ([\d.]+) m ([\d.]+) [\d.]+ l S", page)
    heights = [round(float(y) - base, 1) for _, y, _ in strokes]
    assert heights == [2.6, -1.3]
    assert float(strokes[0][2]) < float(strokes[1][0])
