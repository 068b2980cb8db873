"""What Word shows is the label it was given, counted by Word wherever it can be."""

import random
from pathlib import Path

import pytest

from emgdesk.domain.numbering import label
from emgdesk.reports.blocks import (
    Column,
    Entry,
    EntryColumns,
    EntryGroup,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Table,
)
from emgdesk.reports.renderers.docx.numbering import readings
from tests.reports.renderers.docx.reading import W, labelled, part, render, shown


def item(name: str, *below: ListItem, said: str = "") -> ListItem:
    blocks = (Paragraph(said or name),)
    return ListItem(name, (*blocks, ItemList(below)) if below else blocks)


def flat(items: tuple[ListItem, ...]) -> list[tuple[str, str]]:
    found = []
    for one in items:
        found.append((one.label, one.label))
        for block in one.blocks:
            if isinstance(block, ItemList):
                found += flat(block.items)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a)", [("a", "", ")", 1)]),
        ("i.", [("i", "", ".", 1), ("a", "", ".", 9)]),
        ("IV.", [("I", "", ".", 4)]),
        ("C", [("A", "", "", 3), ("I", "", "", 100)]),
        ("Item 12:", [("1", "Item ", ":", 12)]),
        ("03.", [("01", "", ".", 3)]),
        ("2.1", [("1", "2.", "", 1)]),
        ("iiii.", []),
        ("ab)", []),
        ("aa)", [("a", "", ")", 27)]),
        ("•", [("", "•", "", 1)]),
        ("50%", []),
        ("", []),
    ],
)
def test_labels_are_read(text: str, found: list[tuple[str, str, str, int]]) -> None:
    assert [(s.style, s.before, s.after, n) for s, n in readings(text)] == found


def test_a_nested_list_is_one_list_of_several_levels(tmp_path: Path) -> None:
    items = (
        item("a)", item("i)"), item("ii)")),
        item("b)", item("i)", item("•"), item("•"))),
        item("c)"),
    )
    path = render(tmp_path, ItemList(items))
    assert labelled(path) == flat(items)
    assert [line.level for line in shown(path)] == [0, 1, 1, 0, 1, 2, 2, 0]
    counted = {n.get(f"{W}val") for p in part(path).iter(f"{W}p") for n in p.iter(f"{W}numId")}
    assert len(counted) == 2  # letters and numerals in one, bullets in another


def test_a_list_may_begin_anywhere_and_leave_numbers_out(tmp_path: Path) -> None:
    items = tuple(
        item(name) for name in ("c)", "d)", "f)", "1.", "(ii)", "(iii)", "04.", "05.", "–", "Item 3:")
    )
    assert labelled(render(tmp_path, ItemList(items))) == flat(items)


def test_what_word_cannot_count_is_typed(tmp_path: Path) -> None:
    items = tuple(item(name) for name in ("z)", "aa)", "ab)", "100%", "iiii."))
    lines = [line for line in shown(render(tmp_path, ItemList(items))) if line.text]
    assert [line.label for line in lines] == ["z)", "aa)", "", "", ""]
    assert [line.text for line in lines] == ["z)", "aa)", "ab)\tab)", "100%\t100%", "iiii.\tiiii."]


def test_numbers_run_on_below_bullets(tmp_path: Path) -> None:
    items = (item("•", item("1."), item("2.")), item("•", item("3.")), item("•", item("1.")))
    assert labelled(render(tmp_path, ItemList(items))) == flat(items)


def test_unlettered_items_stand_between_lettered_ones(tmp_path: Path) -> None:
    items = (item("a)"), ListItem("", (Paragraph("without"),)), item("b)"))
    lines = shown(render(tmp_path, ItemList(items)))
    assert [(line.label, line.text) for line in lines] == [("a)", "a)"), ("", "without"), ("b)", "b)")]


def test_numbered_paragraphs_run_on_through_headings_and_lists(tmp_path: Path) -> None:
    blocks = [
        Heading("Opening", 1, "I."), Paragraph("one", "1."), Paragraph("two", "2."),
        Heading("Nature", 2, "a)"), ItemList((item("1."), item("2."))),
        ItemList((item("3.", item("•"), said="three"),)), Heading("Climate", 2, "b)"),
        Heading("Closing", 1, "II."), Heading("Again", 2, "a)"), Paragraph("four", "4."),
    ]  # fmt: skip
    path = render(tmp_path, *blocks)
    assert labelled(path) == [
        ("I.", "Opening"), ("1.", "one"), ("2.", "two"), ("a)", "Nature"), ("1.", "1."), ("2.", "2."),
        ("3.", "three"), ("•", "•"), ("b)", "Climate"), ("II.", "Closing"), ("a)", "Again"), ("4.", "four"),
    ]  # fmt: skip
    numbers = [
        p.find(f".//{W}numId").get(f"{W}val")
        for p in part(path).iter(f"{W}p")
        if p.find(f".//{W}pStyle").get(f"{W}val") == "NumberedParagraph"
    ]
    assert len(numbers) == 4
    assert len(set(numbers)) == 1


def test_lists_in_cells_and_columns_are_counted(tmp_path: Path) -> None:
    cell = (ItemList((item("1."), item("2.", item("a.")))),)
    entries = tuple(Entry(f"Person {n}", f"{n}.") for n in range(1, 12))
    path = render(
        tmp_path,
        Table((Column(1, "A"), Column(1, "B")), ((cell, cell),)),
        EntryColumns((EntryGroup(entries),), 2),
    )
    assert [name for name, _ in labelled(path)] == ["1.", "2.", "a."] * 2 + [f"{n}." for n in range(1, 12)]


@pytest.mark.parametrize("seed", range(30))
def test_any_outline_shows_its_labels(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)

    def outline(depth: int) -> tuple[ListItem, ...]:
        if rng.random() < 0.2:
            return tuple(
                item("•", *(outline(depth + 1) if depth < 3 else ())) for _ in range(rng.randint(1, 3))
            )
        style, around = rng.choice("1aAiI"), rng.choice((("", ")"), ("", "."), ("(", ")"), ("Item ", ":")))
        number, items = rng.choice((1, 1, 1, rng.randint(2, 20))), []
        for _ in range(rng.randint(1, 4)):
            below = outline(depth + 1) if depth < 3 and rng.random() < 0.4 else ()
            items.append(item(f"{around[0]}{label(number, style)}{around[1]}", *below))
            number += rng.choice((1, 1, 1, 2))
        return tuple(items)

    lists = [outline(0) for _ in range(4)]
    path = render(tmp_path, *(ItemList(items) for items in lists))
    assert labelled(path) == [pair for items in lists for pair in flat(items)]
