"""The rules for our own widgets, and on Linux for plain controls too."""

from typing import Protocol


class Colours(Protocol):
    def named(self, tone: str) -> str: ...


_OURS = """
QLabel[role="title"] { font-size: 15pt; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="muted"], QLabel[role="caption"] { color: {muted}; }
QLabel[role="figure"] { font-size: 15pt; font-weight: 600; }
QLabel[role="group"] { color: {muted}; font-weight: 600; }

QFrame#card { background: {surface}; border: 1px solid {border}; border-radius: 8px; }
QFrame#banner { border-radius: 6px; border: 1px solid {border}; background: {surface}; }
QFrame#banner[kind="info"] { background: {accent_soft}; border-color: {accent_soft}; }
QFrame#banner[kind="success"] { background: {good_soft}; border-color: {good_soft}; }
QFrame#banner[kind="error"] { background: {bad_soft}; border-color: {bad_soft}; }
QFrame#popup { background: {surface}; border: 1px solid {border}; border-radius: 8px; }
QFrame#rule { background: {border}; border: none; max-height: 1px; min-height: 1px; }

QTabBar#places::tab, QTabBar#parts::tab {
    padding: 7px 14px; margin: 0 2px; border: none; border-bottom: 2px solid transparent; background: transparent;
}
QTabBar#places::tab { font-weight: 600; padding: 9px 14px; }
QTabBar#places::tab:!selected, QTabBar#parts::tab:!selected { color: {muted}; }
QTabBar#places::tab:selected, QTabBar#parts::tab:selected { color: {text}; border-bottom-color: {accent}; }
QTabBar#places::tab:hover:!selected, QTabBar#parts::tab:hover:!selected { color: {text}; }
QTabBar#places::tab:focus, QTabBar#parts::tab:focus { background: {hover}; }
QTabWidget#sheets::pane { border: none; border-top: 1px solid {border}; }
QTabWidget#sheets::tab-bar { left: 0; }
QListView#side { border: none; background: transparent; outline: none; }
QWidget#sidebar { background: {canvas}; border-right: 1px solid {border}; }
QWidget#sheet { background: {surface}; }
"""

_CONTROLS = """
QToolTip { padding: 4px 6px; border: 1px solid {border}; border-radius: 4px; color: #f2f4f7; background: #26303b; }
QMenuBar { background: {canvas}; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: {hover}; }
QMenu { background: {surface}; border: 1px solid {border}; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: {accent_soft}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {border}; margin: 5px 8px; }
QToolBar { background: {canvas}; border: none; border-bottom: 1px solid {border}; spacing: 2px; padding: 0 8px; }
QToolBar::separator { width: 1px; background: {border}; margin: 9px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; background: transparent; }
QToolButton:hover { background: {hover}; }
QToolButton:pressed, QToolButton:checked { background: {accent_soft}; }
QToolButton:focus { border-color: {accent}; }
QToolButton::menu-indicator { image: none; width: 0; }
QStatusBar { background: {canvas}; border-top: 1px solid {border}; color: {muted}; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: {muted}; padding: 0 6px; }
QPushButton { border: 1px solid {border}; border-radius: 5px; padding: 5px 14px; background: {surface}; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed { background: {accent_soft}; }
QPushButton:focus { border-color: {accent}; }
QPushButton:disabled { color: {muted}; background: {canvas}; }
QPushButton:default, QPushButton[primary="true"] { background: {accent}; border-color: {accent}; color: {surface}; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
    background: {hover}; border-color: {border}; color: {muted};
}
QPushButton[flat="true"], QPushButton[link="true"] {
    border: 1px solid transparent; background: transparent; color: {accent}; padding: 3px 6px; text-align: left;
}
QPushButton[link="true"]:hover { background: {hover}; }
QPushButton[link="true"]:focus { border-color: {accent}; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit, QTextEdit {
    border: 1px solid {border}; border-radius: 5px; padding: 4px 7px; background: {surface};
    selection-background-color: {accent}; selection-color: {surface};
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QPlainTextEdit:focus,
QTextEdit:focus { border-color: {accent}; }
QLineEdit[quiet="true"], QComboBox[quiet="true"], QPlainTextEdit[quiet="true"] {
    border-color: transparent; background: transparent;
}
QLineEdit[quiet="true"]:hover, QComboBox[quiet="true"]:hover, QPlainTextEdit[quiet="true"]:hover {
    border-color: {border}; background: {surface};
}
QLineEdit[quiet="true"]:focus, QComboBox[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {
    border-color: {accent}; background: {surface};
}
QTableView QLineEdit, QTableView QComboBox { border: 1px solid {accent}; border-radius: 0; padding: 0 4px; }
QTableView { border: none; gridline-color: {border}; outline: none; background: {surface}; }
QHeaderView { background: {surface}; border: none; }
QHeaderView::section {
    background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 6px 6px;
    font-weight: 600;
}
QHeaderView::section:hover { color: {text}; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; }
QTableCornerButton::section { background: {surface}; border: none; border-bottom: 1px solid {border}; }
QSplitter::handle { background: {border}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { width: 11px; background: transparent; margin: 2px; }
QScrollBar:horizontal { height: 11px; background: transparent; margin: 2px; }
QScrollBar::handle { background: {border}; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 3px; background: {hover}; max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: {accent}; }
"""

_NAMES = (
    "text", "muted", "border", "canvas", "surface", "hover", "accent", "accent_soft", "good", "good_soft",
    "warn", "warn_soft", "bad", "bad_soft",
)  # fmt: skip


def stylesheet(colours: Colours, controls: bool) -> str:
    """The style sheet in these colours; with `controls` plain controls are drawn flat as well."""
    text = _OURS + (_CONTROLS if controls else "")
    for name in _NAMES:
        text = text.replace("{" + name + "}", colours.named(name))
    return text
