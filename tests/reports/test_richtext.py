import pytest

from emgdesk.reports.blocks import ItemList, ListItem, Paragraph, Run, plain
from emgdesk.reports.richtext import to_blocks, to_runs


def paragraph(*runs: Run) -> Paragraph:
    return Paragraph(runs)


def test_paragraphs_and_dress() -> None:
    assert to_blocks("One **two** *three*\n\nFour") == (
        paragraph(Run("One "), Run("two", bold=True), Run(" "), Run("three", italic=True)),
        paragraph(Run("Four")),
    )


def test_lists_carry_their_labels() -> None:
    assert to_blocks("- a\n- b\n  3) c\n  4) d") == (
        ItemList(
            (
                ListItem("•", (paragraph(Run("a")),)),
                ListItem(
                    "•",
                    (paragraph(Run("b\n3) c\n4) d")),),
                ),
            )
        ),
    )
    assert to_blocks("3) c\n4) d") == (
        ItemList((ListItem("3)", (paragraph(Run("c")),)), ListItem("4)", (paragraph(Run("d")),)))),
    )


def test_nested_list() -> None:
    (outer,) = to_blocks("- a\n  1. b\n  2. c")
    assert isinstance(outer, ItemList)
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, ItemList)
    assert [item.label for item in inner.items] == ["1.", "2."]


def test_links_lead_where_they_say() -> None:
    assert to_runs("[report](https://x.example/r) and <https://y.example>") == (
        Run("report", link="https://x.example/r"),
        Run(" and "),
        Run("https://y.example", link="https://y.example"),
    )


def test_a_bare_address_is_a_link_without_the_full_stop_after_it() -> None:
    assert to_runs("See https://x.example/a_b/, or (http://y.example).") == (
        Run("See "),
        Run("https://x.example/a_b/", link="https://x.example/a_b/"),
        Run(", or ("),
        Run("http://y.example", link="http://y.example"),
        Run(")."),
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x.example"]
)
def test_other_schemes_are_no_links(address: str) -> None:
    assert all(run.link is None for run in to_runs(f"[text]({address})"))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b>bold</b> & <img src=x onerror=y>",
        "# no heading",
        "> no quote",
        "```",
        "`code`",
        "![picture](nowhere)".replace("](nowhere)", "]"),
        "---x",
        "a_b_c d * e",
        "| a | b |",
        "[open",
    ],
)
def test_what_is_no_part_of_the_fields_shows_as_typed(text: str) -> None:
    assert plain(to_runs(text)) == text


def test_line_ends_stay_line_ends() -> None:
    assert to_runs("a\nb  \nc\\\nd") == (Run("a\nb\nc\nd"),)


@pytest.mark.parametrize("text", ["", "  \n \n"])
def test_empty_text_gives_nothing(text: str) -> None:
    assert to_blocks(text) == ()


def test_absurd_nesting_falls_back_to_plain_text() -> None:
    text = "- " * 60 + "x"
    assert to_blocks(text) == (Paragraph(text),)


def test_runs_of_several_blocks_are_parted_by_lines() -> None:
    assert plain(to_runs("a\n\n- b\n- c")) == "a\n• b\n• c"
