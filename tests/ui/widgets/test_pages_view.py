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


def test_a_hit_far_down_a_page_is_brought_into_view(view, qtbot) -> None:
    lines = [Paragraph(f"line {number}") for number in range(30)]
    view.show_pdf(drawn(Document("x", (*lines, PageBreak(), *lines[:25], Paragraph("the needle")))).pdf)
    with qtbot.waitSignal(view.found, check_params_cb=lambda hit, count: (hit, count) == (1, 1)):
        view.search_for("needle")
    bar = view.verticalScrollBar()
    page = view.document().pagePointSize(0).height() * view.scale() * view.screen().logicalDotsPerInch() / 72
    needle = view.searchModel().resultAtIndex(0).location().y() * page / 842
    down = view.documentMargins().top() + page + view.pageSpacing() + needle - bar.value()
    assert 0 < down < view.viewport().height()
    place = bar.value()
    view.search_for("nothing of the kind")
    assert bar.value() == place > page
