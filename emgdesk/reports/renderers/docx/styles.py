"""The styles of our Word files, in the sizes and distances of the PDF, and the fonts they name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from emgdesk.reports.renderers.docx.elements import WORD, Element, el, flag, twips, val
from emgdesk.reports.renderers.pdf.theme import (
    BODY,
    CELL,
    CELL_HEADER,
    DETAIL,
    ENTRY,
    FINE_RULE,
    FOOTER,
    FOOTNOTE,
    GROUP,
    GROUP_HEADING,
    HAIRLINE,
    HEAD,
    HEAD_STRONG,
    HEADING_SPACE,
    HEADINGS,
    NOTE,
    PARAGRAPH_SPACE,
    ROW,
    RULE_GRAY,
    SUBTITLE,
    TITLE,
    Style,
)

LATIN_FONT = "Noto Sans"
_QUIET, _LINK = "595959", "0D4080"
RULE_COLOUR = f"{round(RULE_GRAY * 255):02X}" * 3

_FONTS = (
    (LATIN_FONT, "Arial", "swiss", "00"),
    ("Noto Sans Arabic", "Arial", "swiss", "B2"),
    ("Noto Sans Hebrew", "Arial", "swiss", "B1"),
    ("Noto Sans Thai", "Tahoma", "swiss", "DE"),
    ("Noto Sans Devanagari", "Nirmala UI", "swiss", "00"),
    ("Noto Sans SC", "Microsoft YaHei", "swiss", "86"),
    ("NanumSquare", "Malgun Gothic", "swiss", "81"),
)
"""Font, what Word takes where it is not installed, family, character set."""

_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """A paragraph style: `name` as Word knows it, `look` of its type, spaces in points."""

    key: str
    name: str
    look: Style
    before: float = 0.0
    after: float = 0.0
    based: str = "Normal"
    following: str = ""
    keep_next: bool = False
    outline: int | None = None
    own: bool = False
    ruled: bool = False


_STYLES = (
    _ParagraphStyle("Normal", "Normal", BODY, PARAGRAPH_SPACE, based=""),
    _ParagraphStyle("Title", "Title", TITLE, 24.0, 0.0, following="Normal", keep_next=True),
    _ParagraphStyle("Subtitle", "Subtitle", SUBTITLE, 3.0, 8.0, following="Normal", keep_next=True),
    *(
        _ParagraphStyle(
            f"Heading{level}", f"heading {level}", look, HEADING_SPACE[level - 1], following="Normal",
            keep_next=True, outline=level - 1,
        )
        for level, look in enumerate(HEADINGS, start=1)
    ),
    *(
        _ParagraphStyle(
            f"RuledHeading{level}", f"Ruled Heading {level}", replace(look, italic=True),
            HEADING_SPACE[level - 1], based=f"Heading{level}", following="Normal", keep_next=True, own=True,
            ruled=True,
        )
        for level, look in enumerate(HEADINGS, start=1)
    ),
    _ParagraphStyle("ListBullet", "List Bullet", BODY, PARAGRAPH_SPACE * 0.6),
    _ParagraphStyle("ListNumber", "List Number", BODY, PARAGRAPH_SPACE * 0.6),
    _ParagraphStyle("ListContinue", "List Continue", BODY, PARAGRAPH_SPACE * 0.6),
    _ParagraphStyle("NumberedParagraph", "Numbered Paragraph", BODY, PARAGRAPH_SPACE, own=True),
    _ParagraphStyle("Remark", "Remark", NOTE, PARAGRAPH_SPACE + 7.0, own=True),
    _ParagraphStyle("GroupName", "Group Name", GROUP, own=True),
    _ParagraphStyle("MeetingTitle", "Meeting Title", HEAD_STRONG, own=True),
    _ParagraphStyle("MeetingLine", "Meeting Line", HEAD, own=True),
    _ParagraphStyle("TableText", "Table Text", CELL, own=True),
    _ParagraphStyle("TableHeader", "Table Header", CELL_HEADER, own=True),
    _ParagraphStyle("TableLine", "Table Line", ROW, own=True),
    _ParagraphStyle("Entry", "List Entry", ENTRY, own=True),
    _ParagraphStyle("EntryGroup", "Entry Group", GROUP_HEADING, 9.0, keep_next=True, own=True),
    _ParagraphStyle("EntryDetail", "Entry Detail", DETAIL, own=True),
    _ParagraphStyle("ChartTitle", "Chart Title", GROUP_HEADING, 10.0, keep_next=True, own=True),
    _ParagraphStyle("Gap", "Gap", Style(2, 2), own=True),
    _ParagraphStyle("FootnoteText", "footnote text", FOOTNOTE),
    _ParagraphStyle("Header", "header", FOOTER),
    _ParagraphStyle("Footer", "footer", FOOTER),
)  # fmt: skip
SIZES = {style.key: style.look.size for style in _STYLES}
"""The type size of each paragraph style in points."""
SPACES = {style.key: style.before for style in _STYLES}
"""The space above each, in points."""


def styles(language: str) -> Element:
    """The root of styles.xml for a document in `language` ("en")."""
    return el(
        "styles",
        el("docDefaults", el("rPrDefault", _defaults(language)), el("pPrDefault")),
        *(_paragraph_style(style) for style in _STYLES),
        *_character_styles(),
        *_table_styles(),
    )


def fonts() -> Iterator[Element]:
    """The entries of fontTable.xml: every font named, with what to take in its place."""
    for name, instead, family, charset in _FONTS:
        yield el(
            "font", val("altName", instead), val("charset", charset), val("family", family),
            val("pitch", "variable"), name=name,
        )  # fmt: skip


def _defaults(language: str) -> Element:
    return el(
        "rPr",
        el("rFonts", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia="Noto Sans SC", cs="Noto Sans Arabic"),
        el("lang", val=_LANGUAGES.get(language, language or "en-GB"), eastAsia="zh-CN", bidi="ar-SA"),
    )


def _paragraph_style(style: _ParagraphStyle) -> Element:
    look = style.look
    return el(
        "style",
        val("name", style.name),
        val("basedOn", style.based or None),
        val("next", style.following or None),
        el("qFormat"),
        el(
            "pPr",
            flag("keepNext", style.keep_next),
            flag("keepLines", style.keep_next),
            _rules() if style.ruled else None,
            el(
                "spacing", before=twips(style.before), after=twips(style.after), line=twips(look.leading),
                lineRule="atLeast",
            ),
            val("outlineLvl", style.outline),
        ),
        _letters(look, style.based != ""),
        type="paragraph", default=None if style.based else 1, customStyle=1 if style.own else None,
        styleId=style.key,
    )  # fmt: skip


def _letters(look: Style, based: bool) -> Element:
    """What a style says of its letters; half points are the unit of sizes."""
    return el(
        "rPr",
        flag("b", look.bold),
        flag("bCs", look.bold),
        flag("i", look.italic),
        flag("iCs", look.italic),
        val("color", _QUIET if look.tint == "quiet" else None),
        val("spacing", twips(look.tracking) if look.tracking else None),
        val("sz", half_points(look.size)),
        val("szCs", half_points(look.size)),
    )


def _rules() -> Element:
    """The rules above and below a paragraph."""
    lines = [rule(side, FINE_RULE, "000000") for side in ("top", "bottom")]
    for line in lines:
        line.set(f"{{{WORD}}}space", "5")
    return el("pBdr", *lines)


def half_points(size: float) -> int:
    """A type size as Word counts it."""
    return round(size * 2)


def _character_styles() -> Iterator[Element]:
    yield el(
        "style", val("name", "Default Paragraph Font"), el("semiHidden"),
        type="character", default=1, styleId="DefaultParagraphFont",
    )  # fmt: skip
    yield el(
        "style", val("name", "Hyperlink"), el("rPr", val("color", _LINK), val("u", "single")),
        type="character", styleId="Hyperlink",
    )  # fmt: skip
    yield el(
        "style", val("name", "footnote reference"), el("rPr", val("vertAlign", "superscript")),
        type="character", styleId="FootnoteReference",
    )  # fmt: skip


def _table_styles() -> Iterator[Element]:
    plain = el("tblPr", val_width("tblInd", 0), _margins(0, 0))
    yield el(
        "style", val("name", "Normal Table"), el("semiHidden"), plain,
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip
    grid = ("top", "left", "bottom", "right", "insideH", "insideV")
    boxed = el("tblBorders", *(rule(side, FINE_RULE) for side in grid))
    lined = el("tblBorders", rule("bottom", HAIRLINE), rule("insideH", HAIRLINE))
    yield _table_style("TableGrid", "Table Grid", boxed, False)
    yield _table_style("LinedRows", "Lined Rows", lined, True)
    yield _table_style("BareRows", "Bare Rows", None, True)


def _table_style(key: str, name: str, borders: Element | None, own: bool) -> Element:
    return el(
        "style", val("name", name), val("basedOn", "TableNormal"), el("tblPr", borders),
        type="table", customStyle=1 if own else None, styleId=key,
    )  # fmt: skip


def rule(side: str, weight: float, colour: str = RULE_COLOUR) -> Element:
    """A line along one side, `weight` in points (0: none at all)."""
    if not weight:
        return el(side, val="nil")
    return el(side, val="single", sz=max(2, round(weight * 8)), space=0, color=colour)


def val_width(tag: str, points: float) -> Element:
    """A width in points."""
    return el(tag, w=twips(points), type="dxa")


def _margins(x: float, y: float) -> Element:
    return el(
        "tblCellMar", val_width("top", y), val_width("left", x), val_width("bottom", y), val_width("right", x)
    )
