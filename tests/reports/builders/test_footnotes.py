from emgdesk.reports.blocks import Paragraph, Run, plain
from emgdesk.reports.builders.footnotes import Footnotes, ReservationLine, before, reservation_note


def said(notes: Footnotes, text: str, *more: str) -> list[str]:
    return [plain(block.text) for block in notes.blocks(text, more) if isinstance(block, Paragraph)]


def test_marks_are_counted_through_the_document() -> None:
    notes = Footnotes()
    assert said(notes, "One[^1] and two[^2].", "First", "Second") == ["One1 and two2."]
    assert said(notes, "Three[^1].", "Third") == ["Three3."]
    assert notes.count == 3


def test_a_mark_between_words_keeps_their_dress() -> None:
    (paragraph,) = Footnotes().blocks("Said **loudly[^1] there**.", ("By *whom*",))
    assert paragraph == Paragraph(
        (
            Run("Said "),
            Run("loudly", bold=True),
            Run("1", note=(Run("By "), Run("whom", italic=True))),
            Run(" there", bold=True),
            Run("."),
        )
    )


def test_notes_no_mark_refers_to_stand_at_the_end() -> None:
    notes = Footnotes()
    blocks = notes.blocks("One[^2].\n\n- bullet", ("First", "Second"), behind=("A reservation",))
    assert [notes.count, len(blocks)] == [3, 2]
    (item,) = blocks[1].items  # type: ignore[union-attr]
    assert plain(item.blocks[0].text) == "bullet23"  # type: ignore[union-attr]


def test_a_mark_without_a_note_is_left_out_and_remembered() -> None:
    notes = Footnotes()
    assert said(notes, "One[^1] and two[^3].", "First") == ["One1 and two."]
    assert said(notes, "Nothing[^1].", "  ") == ["Nothing."]
    assert said(notes, "Nobody counts from [^0].", "First") == ["Nobody counts from .2"]
    assert notes.without_text == ["One[^1] and two[^3].", "Nothing[^1].", "Nobody counts from [^0]."]


def test_notes_of_nothing_stand_alone() -> None:
    (paragraph,) = Footnotes().blocks("", ("Alone",))
    assert paragraph == Paragraph((Run("1", note=(Run("Alone"),)),))


def test_reservations_name_their_entity_once() -> None:
    assert plain(reservation_note(ReservationLine("IMO", "Too long."))) == "IMO: Too long."
    assert (
        plain(reservation_note(ReservationLine("IMO", "IMO finds it too long."))) == "IMO finds it too long."
    )
    assert reservation_note(ReservationLine("IMO")) == "IMO entered a reservation."


def test_words_before_the_first_ones() -> None:
    bold = Run("Now: ", bold=True)
    assert before((Paragraph("then"),), (bold,)) == (Paragraph((bold, Run("then"))),)
    assert before((), (bold,)) == (Paragraph((bold,)),)
