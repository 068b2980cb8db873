"""Comments on cells, large enough to be read without pulling at them."""

from openpyxl.comments import Comment

AUTHOR = "emgdesk"
_WIDTH, _LINE_HEIGHT, _LINE_LENGTH = 340, 22, 50  # pixels, pixels, characters


def comment(text: str, author: str = AUTHOR) -> Comment:
    """A comment for one cell."""
    lines = sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))
    return Comment(text, author, height=(lines + 1) * _LINE_HEIGHT, width=_WIDTH)
