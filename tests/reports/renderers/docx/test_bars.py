"""Bars beside what has changed, and pages that lie."""

from pathlib import Path

from emgdesk.reports.blocks import Column, Heading, ItemList, ListItem, Paragraph, Table, TitleBlock, marked
from tests.reports.renderers.docx.reading import W, number, part, render, text


def bars(path: Path) -> dict[str, tuple[bool, int]]:
    """Whether a bar stands before each paragraph, and its own indent in points, by its text."""
    found = {}
    for line in part(path).iter(f"{W}p"):
        indent = line.find(f"{W}pPr/{W}ind")
        left = 0 if indent is None else int(number(indent, "left")) // 20
        found[text(line)] = (line.find(f"{W}pPr/{W}pBdr/{W}left") is not None, left)
    return found


def test_marked_text_has_a_bar(tmp_path: Path) -> None:
    listed = ItemList((ListItem("1.", (Paragraph("One"),)),))
    cell = (*marked((Paragraph("New"), listed)), Paragraph("Old"))
    path = render(
        tmp_path, Heading("Head", 1, marked=True), Paragraph("Text", marked=True), Paragraph("Plain"),
        Table((Column(1, "Cell"),), ((cell,),)),
    )  # fmt: skip
    shown = bars(path)
    assert {key: shown[key] for key in ("Head", "Text", "Plain", "Old")} == {
        "Head": (True, 0), "Text": (True, 0), "Plain": (False, 0), "Old": (False, 0),
    }  # fmt: skip
    assert shown["New"] == (True, 6)
    assert shown["One"] == (True, 21)


def test_pages_lie(tmp_path: Path) -> None:
    head = TitleBlock(left=("Meeting",))
    path = render(tmp_path, head, Table((Column(1, "A"),), (("a",),)), landscape=True)
    page = part(path).find(f".//{W}pgSz")
    assert [number(page, side) for side in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    assert [number(table, "w") for table in part(path).iter(f"{W}tblW")] == ["14117", "14117"]
