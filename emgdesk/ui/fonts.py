"""The shipped fonts, lent to the window where the machine has none for a script."""

import sys
from collections.abc import Collection

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from emgdesk.paths import resources

_System = QFontDatabase.WritingSystem
_KOREAN = "NanumSquareR.ttf"
_FOR = {
    _System.Arabic: "NotoSansArabic-Regular.ttf",
    _System.Hebrew: "NotoSansHebrew-Regular.ttf",
    _System.Devanagari: "NotoSansDevanagari-Regular.ttf",
    _System.Thai: "NotoSansThai-Regular.ttf",
    _System.Korean: _KOREAN,
    _System.SimplifiedChinese: "NotoSansSC-Regular.ttf",
    _System.Japanese: "NotoSansSC-Regular.ttf",
    _System.Cyrillic: "NotoSans-Regular.ttf",
    _System.Greek: "NotoSans-Regular.ttf",
    _System.Vietnamese: "NotoSans-Regular.ttf",
}
_TEXT = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf")
_STOPGAPS = ("DejaVu", "Bitstream", "Liberation", "Nimbus", "Free")
_POINTS = 10.0


def text_font(font: QFont) -> QFont:
    """The font of the window: the desktop's own, or the shipped one where Linux has only a stopgap."""
    chosen = QFont(font)
    if sys.platform not in ("win32", "darwin"):
        found = QFontInfo(font).family()
        if not found or found.startswith(_STOPGAPS):
            families = {family for file in _TEXT for family in _register(file)}
            found = sorted(families)[0] if families else found
        if found:  # by its own name: a name such as "Sans Serif" gives way to any family lent beside it
            chosen = QFont(found)
        chosen.setPointSizeF(max(font.pointSizeF(), _POINTS))
    return chosen


def lend_missing_scripts(application: QApplication) -> tuple[str, ...]:
    """Register a shipped font for each script the machine has none for; returns their families."""
    missing = [system for system in _FOR if not QFontDatabase.families(system)]
    families = tuple(dict.fromkeys(family for file in files_for(missing) for family in _register(file)))
    if families:
        font = application.font()
        font.setFamilies([*font.families(), *families])
        application.setFont(font)
    return families


def files_for(missing: Collection[QFontDatabase.WritingSystem]) -> list[str]:
    """The fonts to lend for these scripts, in the order they are to be asked for a letter.

    The Korean one comes last and never without the Chinese one: it has empty glyphs for many
    Chinese characters and would hide them.
    """
    files = {_FOR[system] for system in missing}
    if _KOREAN in files:
        files.add(_FOR[_System.SimplifiedChinese])
    return sorted(files, key=lambda file: (file == _KOREAN, file))


def _register(file: str) -> list[str]:
    number = QFontDatabase.addApplicationFont(str(resources() / "fonts" / file))
    return QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
