"""The head of the first page, titles and headings."""

from dataclasses import replace
from pathlib import Path

from PIL import Image

from emgdesk.errors import InputError
from emgdesk.reports.blocks import DocumentTitle, Heading, TitleBlock
from emgdesk.reports.renderers.pdf.bands import (
    Band,
    BookmarkMark,
    Mark,
    PictureMark,
    RuleMark,
    barred,
    text_bands,
    text_mark,
)
from emgdesk.reports.renderers.pdf.text.breaking import clean
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import (
    FINE_RULE,
    GROUP,
    HEAD,
    HEAD_STRONG,
    HEADING_SPACE,
    HEADINGS,
    HEAVY_RULE,
    SUBTITLE,
    TITLE,
    Style,
)

_LOGO_HEIGHT, _LOGO_WIDTH = 40.0, 120.0
_RIGHT_PART = 0.66
"""Where the right part of the ruled block begins, as a share of the measure."""
_GAP = 14.0
_PADDING = 8.0
_TITLE_SPACE, _SUBTITLE_SPACE, _AFTER_TITLE = 24.0, 3.0, 8.0
_LABEL_GAP = 8.0
_RULE_SPACE = 5.0
"""Between a ruled heading and its rules."""


def title_bands(block: TitleBlock, setter: Typesetter, width: float) -> list[Band]:
    """The group's name, and the ruled block that says which meeting and document this is."""
    bands = []
    if block.group_lines or block.logo:
        bands.append(_group(block, setter, width))
    if block.left or block.right:
        bands.append(_ruled(block, setter, width))
    return bands


def document_title(block: DocumentTitle, setter: Typesetter, width: float) -> list[Band]:
    """The title over the text, with the line below it."""
    bands = text_bands(setter.lines(block.title, TITLE, width), TITLE, width, before=_TITLE_SPACE)
    bands += text_bands(
        setter.lines(block.subtitle, SUBTITLE, width), SUBTITLE, width, before=_SUBTITLE_SPACE
    )
    return [*(replace(band, keep=True) for band in bands), Band(_AFTER_TITLE, (), keep=True)]


def heading(block: Heading, setter: Typesetter, width: float) -> list[Band]:
    """A heading with its label hanging before it; it stays with what follows and stands in the outline."""
    style = replace(HEADINGS[block.level - 1], italic=block.ruled or HEADINGS[block.level - 1].italic)
    labels = setter.lines(block.label, style, width)
    indent = labels[0].width + _LABEL_GAP if labels else 0.0
    lines = setter.lines(block.text, style, width - indent)
    bands = text_bands(lines, style, width, indent=indent, before=HEADING_SPACE[block.level - 1])
    if not bands:
        return []
    outline = BookmarkMark(block.level, clean(f"{block.label} {block.text}".strip()))
    marks: list[Mark] = [outline, *(text_mark(label, style, width) for label in labels[:1]), *bands[0].marks]
    bands = [replace(bands[0], marks=marks), *bands[1:]]
    if block.ruled:
        above = Band(_RULE_SPACE, (RuleMark(0, 0, width, 0, FINE_RULE),), before=bands[0].before)
        below = Band(_RULE_SPACE, (RuleMark(0, _RULE_SPACE, width, _RULE_SPACE, FINE_RULE),))
        bands = [above, replace(bands[0], before=0.0), *bands[1:], below]
    if block.marked:
        bands = barred(bands)
    return [replace(band, keep=True) for band in bands]


def _group(block: TitleBlock, setter: Typesetter, measure: float) -> Band:
    marks: list[Mark] = []
    indent, height = 0.0, 0.0
    if block.logo:
        width, height = _picture_size(block.logo)
        marks.append(PictureMark(block.logo, 0.0, 0.0, width, height))
        indent = width + _GAP
    lines = [
        line for text in block.group_lines for line in setter.lines(text.upper(), GROUP, measure - indent)
    ]
    text_height = GROUP.leading * len(lines)
    down = max(0.0, (height - text_height) / 2)
    for index, line in enumerate(lines):
        mark = text_mark(line, GROUP, measure, indent)
        marks.append(replace(mark, down=mark.down + down + index * GROUP.leading))
    return Band(max(height, text_height) + _PADDING, marks)


def _ruled(block: TitleBlock, setter: Typesetter, width: float) -> Band:
    split = width * _RIGHT_PART
    marks: list[Mark] = [RuleMark(0, 0, width, 0, HEAVY_RULE)]
    left = _part(block.left, setter, 0.0, split - _GAP if block.right else width, marks)
    right = _part(block.right, setter, split, width - split, marks)
    height = max(left, right) + _PADDING
    marks.append(RuleMark(0, height, width, height, FINE_RULE))
    return Band(height, marks)


def _part(
    texts: tuple[str, ...], setter: Typesetter, indent: float, width: float, marks: list[Mark]
) -> float:
    """Set one side of the ruled block, its first line strong; how far down it reaches."""
    down = _PADDING
    style: Style = HEAD_STRONG
    for text in texts:
        for line in setter.lines(text, style, width):
            mark = text_mark(line, style, width, indent)
            marks.append(replace(mark, down=mark.down + down))
            down += style.leading
        if style is HEAD_STRONG and text:
            down += 2.0
        style = HEAD
    return down


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
