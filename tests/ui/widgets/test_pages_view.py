import pytest

from emgdesk.reports.blocks import Document, PageBreak, Paragraph
from emgdesk.ui.widgets.pages_bar import PagesBar
from emgdesk.ui.widgets.pages_view import PagesView, drawn


@pytest.fixture
def view(qtbot):
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    yield made
    made.close_pdf()


def pages(count: int) -> tuple:
    blocks = [block for number in range(count) for block in (Paragraph(f"page {number}"), PageBreak())]
    return tuple(blocks[:-1])


def test_a_document_is_drawn_and_shown(view) -> None:
    shown = drawn(Document("x", pages(3)))
    assert (shown.count, shown.warnings) == (3, ())
    view.show_pdf(shown.pdf)
    assert view.pages == 3
    assert view.document().getAllText(1).text().split() == ["page", "1", "Page", "2", "of", "3"]


def test_what_a_font_lacks_is_told() -> None:
    (warning,) = drawn(Document("x", (Paragraph("Zoë \U0001f600"),))).warnings
    assert "Zoë" in warning


def test_the_page_stays_when_the_text_changes(view, qtbot) -> None:
    bar = PagesBar(view)
    qtbot.addWidget(bar)
    view.show_pdf(drawn(Document("x", pages(6))).pdf)
    view.go_to_page(4)
    view.show_pdf(drawn(Document("x", pages(7))).pdf)
    assert (bar.page.text(), bar.pages.text()) == ("4", "of 7")
