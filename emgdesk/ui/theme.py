"""How the window looks: the system's own style and palette, a few tones of our own derived from it.

On Linux there is rarely a native widget style, so Fusion is given a light and a
dark palette and flat controls; Windows and macOS keep theirs.
"""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from emgdesk.ui.fonts import text_font
from emgdesk.ui.icons import forget_icons
from emgdesk.ui.stylesheet import stylesheet

APPEARANCES = ("system", "light", "dark")
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours beside the palette's, as "#rrggbb"; the `soft` ones are backgrounds."""

    text: str
    muted: str
    border: str
    canvas: str
    surface: str
    hover: str
    accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str

    def named(self, tone: str) -> str:
        """The colour of a tone by its name ("muted", "warn" ...)."""
        return str(getattr(self, tone))


_LIGHT = Tones(
    text="#1b2430", muted="#5c6877", border="#d9dee5", canvas="#f3f5f7", surface="#ffffff", hover="#e9edf1",
    accent="#0f766e", accent_soft="#d5ebe8", good="#1a7f4b", good_soft="#dcf3e5", warn="#96590a",
    warn_soft="#fdf0d3", bad="#b42318", bad_soft="#fde5e2",
)  # fmt: skip
_DARK = Tones(
    text="#e4e8ee", muted="#9aa5b4", border="#363d48", canvas="#181b20", surface="#20242b", hover="#2b313a",
    accent="#4fc3b5", accent_soft="#1f4743", good="#6ccf97", good_soft="#1b3d2b", warn="#e9b45c",
    warn_soft="#453516", bad="#f58e84", bad_soft="#4d2421",
)  # fmt: skip


def is_dark() -> bool:
    palette = QGuiApplication.palette()
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tones() -> Tones:
    """The tones that go with the palette of now."""
    return _DARK if is_dark() else _LIGHT


def own_palette(tone: Tones, dark: bool) -> QPalette:
    """The palette given to Fusion."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(tone.canvas))
    colours = {
        role.Window: tone.canvas, role.WindowText: tone.text, role.Base: tone.surface,
        role.AlternateBase: "#242932" if dark else "#f8fafb", role.Text: tone.text,
        role.Button: "#2a3039" if dark else "#ffffff", role.ButtonText: tone.text,
        role.ToolTipBase: "#323944" if dark else "#26303b", role.ToolTipText: "#f2f4f7",
        role.PlaceholderText: "#7b8695" if dark else "#7c8795",
        role.Highlight: tone.accent_soft, role.HighlightedText: tone.text, role.Accent: tone.accent,
        role.Link: tone.accent, role.LinkVisited: tone.accent, role.Mid: tone.border,
        role.Light: "#3a424d" if dark else "#ffffff", role.Dark: "#12151a" if dark else "#b9c1cb",
        role.Midlight: tone.border, role.BrightText: "#ffffff",
    }  # fmt: skip
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor("#66707d" if dark else "#9aa3ae"))
    return palette


class Appearance(QObject):
    """Dresses the application and follows the system between light and dark."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._own = sys.platform not in ("win32", "darwin")
        self._dressing = False
        self._chosen = "system"
        if self._own:
            application.setStyle("Fusion")
            application.setFont(text_font(application.font()))
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._dress)

    def choose(self, appearance: str) -> None:
        """Use "light" or "dark", or "system" to follow it."""
        self._chosen = appearance
        self._application.styleHints().setColorScheme(_SCHEMES.get(appearance, Qt.ColorScheme.Unknown))
        self._dress()

    def _dress(self) -> None:
        if self._dressing:
            return
        self._dressing = True
        try:
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            if self._own:
                dark = self._chosen == "dark" or (dark and self._chosen == "system")
                self._application.setPalette(own_palette(_DARK if dark else _LIGHT, dark))
            forget_icons()
            self._application.setStyleSheet(stylesheet(tones(), self._own))
        finally:
            self._dressing = False
        QApplication.sendEvent(self._application, QEvent(QEvent.Type.ApplicationPaletteChange))
