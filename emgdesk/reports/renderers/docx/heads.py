"""The head of the first page, titles and headings."""

from pathlib import Path

from docx.shared import Pt
from PIL import Image

from emgdesk.errors import InputError
from emgdesk.reports.blocks import DocumentTitle, Heading, TitleBlock
from emgdesk.reports.renderers.docx.elements import Element, Frame, el, text_element, twips, val
from emgdesk.reports.renderers.docx.flow import Flow, Line
from emgdesk.reports.renderers.docx.numbering import Level, Shape
from emgdesk.reports.renderers.docx.scripts import printable
from emgdesk.reports.renderers.docx.styles import rule, val_width
from emgdesk.reports.renderers.pdf.theme import FINE_RULE, HEAVY_RULE

_LOGO_HEIGHT, _LOGO_WIDTH = 40.0, 120.0
_RIGHT_PART = 0.66
_GAP, _CELL_GAP, _PADDING = 14.0, 8.0, 8.0


def place_head(block: TitleBlock, flow: Flow) -> None:
    """The group's name and logo, and the ruled block that says which meeting and document this is."""
    lines = [Line(Frame("GroupName"), _plain(flow, text.upper())) for text in block.group_lines]
    if block.logo:
        flow.add_table(_with_logo(block.logo, lines, flow), 0.0)
        flow.add([Line(Frame("Gap"))])
    elif lines:
        flow.add(lines)
    if block.left or block.right:
        flow.add_table(_ruled(block, flow), _PADDING if lines and not block.logo else 0.0)


def place_title(block: DocumentTitle, flow: Flow) -> None:
    """The title over the text, with the line below it."""
    for text, style in ((block.title, "Title"), (block.subtitle, "Subtitle")):
        if text:
            _, runs = flow.setter.runs(text, italic=style == "Subtitle")
            flow.add([Line(Frame(style), runs)])


def heading_style(block: Heading) -> str:
    """The style of a heading."""
    return f"{'Ruled' if block.ruled else ''}Heading{block.level}"


def place_heading(block: Heading, flow: Flow) -> None:
    """A heading with its label hanging before it; Word counts the labels where it can."""
    style = heading_style(block)
    if not block.text.strip():
        return
    frame = Frame(style, bar=block.marked)
    _, runs = flow.setter.runs(block.text, italic=block.ruled or block.level > 2)
    label = printable(block.label).strip()
    if label:
        wide = flow.hangings[style]
        level = Level(Shape("", ""), wide, wide)
        frame.number = flow.numbering.number(label, block.level - 1, level, run=style)
        if frame.number is None:
            frame.left, frame.hanging, frame.tabs = wide, wide, (("left", wide),)
            runs = [el("r", text_element(label), el("tab")), *runs]
    flow.add([Line(frame, runs)])


def _plain(flow: Flow, text: str) -> list[Element]:
    return flow.setter.runs(text)[1]


def _with_logo(path: Path, lines: list[Line], flow: Flow) -> Element:
    width, height = _picture_size(path)
    inline = flow.document.new_pic_inline(str(path), Pt(width), Pt(height))
    inline.docPr.set("descr", "Logo")
    picture = Line(Frame("GroupName"), [el("r", el("drawing", inline))])
    return _row(
        (width + _GAP, flow.width - width - _GAP), ([picture], lines or [Line(Frame("GroupName"))]), True
    )


def _ruled(block: TitleBlock, flow: Flow) -> Element:
    left = _part(block.left, flow)
    if not block.right:
        table = _row((flow.width,), (left,))
    else:
        split = flow.width * _RIGHT_PART
        table = _row((split, flow.width - split), (left, _part(block.right, flow)))
    borders = el("tblBorders", rule("top", HEAVY_RULE, "000000"), rule("bottom", FINE_RULE, "000000"))
    layout = table[0].find("{*}tblLayout")
    layout.addprevious(borders)
    margins = (("top", _PADDING - 2), ("left", 0.0), ("bottom", _PADDING - 2), ("right", 0.0))
    layout.addnext(el("tblCellMar", *(val_width(side, width) for side, width in margins)))
    if block.right:
        table.find(".//{*}tcPr").append(el("tcMar", val_width("right", _CELL_GAP)))
    return table


def _part(texts: tuple[str, ...], flow: Flow) -> list[Line]:
    lines = [
        Line(Frame("MeetingTitle" if index == 0 else "MeetingLine"), _plain(flow, text))
        for index, text in enumerate(texts)
        if text
    ]
    return lines or [Line(Frame("MeetingLine"))]


def _row(widths: tuple[float, ...], cells: tuple[list[Line], ...], middle: bool = False) -> Element:
    """A table of one row without lines."""
    properties = el(
        "tblPr", val("tblStyle", "BareRows"), val_width("tblW", sum(widths)), el("tblLayout", type="fixed")
    )
    grid = el("tblGrid", *(el("gridCol", w=twips(width)) for width in widths))
    row = el("tr")
    for width, lines in zip(widths, cells, strict=True):
        look = el("tcPr", val_width("tcW", width), val("vAlign", "center" if middle else None))
        row.append(el("tc", look, *(line.element() for line in lines)))
    return el("tbl", properties, grid, row)


def _picture_size(path: Path) -> tuple[float, float]:
    """Width and height that fit the head, in the picture's own proportion; InputError if it is none."""
    try:
        with Image.open(path) as picture:
            width, height = picture.size
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InputError(f"The logo {path.name} cannot be read as a picture.", place=str(path)) from error
    scale = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height)
    return width * scale, height * scale
