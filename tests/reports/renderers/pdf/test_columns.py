import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from emgdesk.reports.blocks import Entry, EntryColumns, EntryGroup, Heading
from tests.reports.renderers.pdf.reading import operators, pages, render


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"Person {n:04}", f"{n}.") for n in range(1, count + 1))


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"Person (\d{4})", text)]


def lefts(path: Path, page: int = 0) -> list[float]:
    """Where the lines of a page begin, in the order they were drawn."""
    return [float(x) for x in re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", operators(path)[page])]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("count", [1, 2, 7, 103, 400])
def test_everybody_is_there_once_and_in_order(tmp_path: Path, columns, count: int) -> None:
    result, path = render(tmp_path, EntryColumns((EntryGroup(entries(count)),), columns))
    texts = pages(path)
    assert len(texts) == result.pages
    assert sorted(number for text in texts for number in numbers(text)) == list(range(1, count + 1))
    assert all(max(numbers(a)) < min(numbers(b)) for a, b in pairwise(texts))


def test_more_columns_need_fewer_pages(tmp_path: Path) -> None:
    needed = [render(tmp_path, EntryColumns((EntryGroup(entries(300)),), n))[0].pages for n in (1, 2, 3)]
    assert needed == [7, 4, 3]


def test_the_last_page_is_balanced(tmp_path: Path) -> None:
    _, path = render(tmp_path, EntryColumns((EntryGroup(entries(11)),), 2))
    (_, left), (_, right) = sorted(pair for pair in Counter(lefts(path)).items() if pair[1] > 4)[-2:]
    assert (left, right) == (6, 5)


def test_a_group_heading_never_ends_a_column(tmp_path: Path) -> None:
    for size in range(30, 50):
        groups = (EntryGroup(entries(size), "First"), EntryGroup((Entry("Someone"),), "Second"))
        _, path = render(tmp_path, EntryColumns(groups))
        page = next(text for text in pages(path) if "Second" in text)
        assert "Someone" in page, size


def test_a_heading_stays_with_the_list(tmp_path: Path) -> None:
    before = EntryColumns((EntryGroup(entries(46)),))
    _, path = render(tmp_path, before, Heading("Observers"), EntryColumns((EntryGroup(entries(3)),)))
    assert "Observers" not in pages(path)[0]
    assert "Observers" in pages(path)[1]


def test_details_stand_below_their_entry(tmp_path: Path) -> None:
    entry = Entry("Marta Quell (UNEP)", "1.", ("Head of Unit", "mq@mail.example"))
    _, path = render(tmp_path, EntryColumns((EntryGroup((entry,)),), 2))
    assert "1. Marta Quell (UNEP)\nHead of Unit\nmq@mail.example" in pages(path)[0]


def test_very_long_entries_wrap_and_lose_nothing(tmp_path: Path) -> None:
    words = " ".join(f"w{n:05}" for n in range(2500))
    _, path = render(tmp_path, EntryColumns((EntryGroup((Entry(words, "1."), Entry("Next", "2."))),), 3))
    found = re.findall(r"w\d{5}", " ".join(pages(path)))
    assert sorted(found) == sorted(words.split())


def test_labels_end_at_one_edge(tmp_path: Path) -> None:
    _, path = render(tmp_path, EntryColumns((EntryGroup(entries(100)),)))
    one, hundred = lefts(path)[0], lefts(path, 2)[-3]
    assert hundred == 68.03
    assert 10 < one - hundred < 12
