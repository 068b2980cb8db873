"""Rows of a workbook that stand in another order than on the desk."""

from emgdesk.intake import commit
from tests.meeting_books import changes, column, held, planned, taken, workbook

SHEETS = {
    "Agenda": [(None, "Opening"), (None, "Reefs"), (None, "Closing")],
    "Documents": [("01", None, "One"), ("02", None, "Two"), ("03", None, "Three")],
    "Actions": [(None, "Reefs", None, label, text) for label, text in (("a", "Map."), ("b", "Ask."))],
    "Paragraphs": [("Reefs", None, None, f"Paragraph {n}.") for n in "123"],
}


def exported(desk):
    """The rows of each sheet as exported."""
    book = held(desk)
    lists = zip(SHEETS, (book.agenda, book.documents, book.actions, book.paragraphs), strict=True)
    return {name: [{**row.cells, "ID": row.id} for row in rows] for name, rows in lists}


def texts(desk):
    book = held(desk)
    return [
        [text for (text,) in column(rows, name)]
        for rows, name in (
            (book.agenda, "Title"), (book.documents, "Title"), (book.actions, "Text"), (book.paragraphs, "Text"),
        )
    ]  # fmt: skip


def told(intake):
    return [note for note in intake.notes() if note.startswith("Rows of sheet")]


def test_rows_without_labels_take_the_order_of_the_file(desk):
    taken(desk, workbook(**SHEETS))
    raw = workbook(**{name: rows[::-1] for name, rows in exported(desk).items()})
    first = taken(desk, raw)
    assert texts(desk) == [
        ["Closing", "Reefs", "Opening"],
        ["Three", "Two", "One"],
        ["Map.", "Ask."],
        ["Paragraph 3.", "Paragraph 2.", "Paragraph 1."],
    ]
    labels = "Rows of sheet “Actions” from row 2 on stand in another order than their labels say: the labels count."
    takes = "from row 2 on take the order of the file."
    assert told(first) == [
        f"Rows of sheet “Documents” {takes}", f"Rows of sheet “Agenda” {takes}", labels,
        f"Rows of sheet “Paragraphs” {takes}",
    ]  # fmt: skip
    again = planned(desk, raw)
    assert told(again) == [labels]
    assert commit(desk, again).changes is None


def test_moved_rows_that_are_not_all_there_are_left_and_said(desk):
    taken(desk, workbook(**SHEETS))
    before = texts(desk)
    raw = workbook(**{name: rows[:-3:-1] for name, rows in exported(desk).items() if name != "Actions"})
    left = "were moved, but not all rows of their list are there with their ID: the desk keeps its order."
    intake = taken(desk, raw)
    assert told(intake) == [
        f"Rows of sheet “{name}” from row 2 on {left}" for name in ("Documents", "Agenda", "Paragraphs")
    ]
    assert texts(desk) == before


def test_only_adding_moves_nothing(desk):
    taken(desk, workbook(**SHEETS))
    raw = workbook(**{name: rows[::-1] for name, rows in exported(desk).items()})
    intake = planned(desk, raw, update="add-only")
    assert (told(intake), commit(desk, intake).changes) == ([], None)


def test_items_whose_numbers_are_those_of_others_now_are_shown_by_title(desk):
    report = [("Reefs", None, None, "Reefs were discussed.", "1")]
    taken(desk, workbook(Agenda=[("1", "Reefs"), ("2", "Ports")], Paragraphs=report))
    one, two = held(desk).agenda
    rows = [{"Number": "2", "Title": "Reefs", "ID": one.id}, {"Number": "1", "Title": "Ports", "ID": two.id}]
    intake = planned(desk, workbook(Agenda=rows, Paragraphs=report))
    assert changes(intake)["Paragraphs", 2] == {"Items": ("Reefs", "Ports")}
