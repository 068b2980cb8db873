"""The text of blocks as lines."""

from emgdesk.reports import blocks as b
from emgdesk.reports.text_lines import text_lines


def test_every_block_says_its_text() -> None:
    note = b.Run("1", note=(b.Run("Reserved by "), b.Run("FAO", bold=True)))
    document = b.Document(
        "Report",
        (
            b.TitleBlock(("United Nations",), None, ("31st SOM", "5 May"), ("EMG/SOM.31/4",)),
            b.DocumentTitle("Report", ""),
            b.Heading("Reefs", label="IV."),
            b.Paragraph(("", b.Run("They are  pale."), note)[1:], label="1."),
            b.ItemList(
                (
                    b.ListItem("a)", (b.Paragraph("one"), b.Paragraph("more"))),
                    b.ListItem("b)", ()),
                )
            ),
            b.EntryColumns((b.EntryGroup((b.Entry("Ada Test", "1.", ("FAO",)),), "Members"),)),
            b.Table(
                (b.Column(1, "Task"), b.Column(1, "Progress")),
                (("Map", (b.Paragraph("Half."), b.Paragraph("Rest."))), ("Chapter",), ((note,), "")),
            ),
            b.Part("Annex I"),
            b.PageBreak(),
            b.Cards((b.Card((b.CardText("ADA", 5, 9), b.CardText("FAO", 5, 9))),), 90, 50),
            b.Chart("stacked", "People", ("A",), (b.Series("came", (3.0,)),)),
            b.Note("12 people"),
        ),
    )
    assert text_lines(document) == (
        "United Nations", "31st SOM", "5 May", "EMG/SOM.31/4", "Report", "IV.\tReefs",
        "1.\tThey are pale.1", "[1]\tReserved by FAO", "a)\tone", "more", "b)\t", "Members",
        "1.\tAda Test; FAO", "Task | Progress", "Map | Half. Rest.", "Chapter", "1 |", "[1]\tReserved by FAO",
        "Annex I", "ADA | FAO", "People", "A | came 3", "12 people",
    )  # fmt: skip
