"""Menus, toolbar and shortcuts, declared as data; the main window says what each does."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from emgdesk.ui.icons import icon

_KEYS = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action; `needs_desk` ones are off while no desk is open."""

    key: str
    text: str
    icon: str = ""
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    tip: str = ""
    needs_desk: bool = True
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    checkable: bool = False

    def name(self) -> str:
        """The words without mnemonic and dots."""
        return self.text.replace("&", "").rstrip("…")


SEPARATOR = ""

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_meeting", "New &meeting…", "calendar-plus", ("Ctrl+N",)),
    ActionSpec("new_person", "New &person…", "user-plus"),
    ActionSpec("new_entity", "New &entity…", "building-2"),
    ActionSpec("new_desk", "&New desk…", "file-plus", ("Ctrl+Shift+N",), needs_desk=False),
    ActionSpec("open_desk", "&Open desk…", "folder-open", (_KEYS.Open,), needs_desk=False),
    ActionSpec("sample_desk", "Open the &sample desk", "flask-conical", needs_desk=False),
    ActionSpec(
        "import", "&Import…", "file-input", ("Ctrl+I",), "Take in a registration sheet or a work plan"
    ),
    ActionSpec(
        "paste_list", "Paste a &list…", "clipboard-list", (_KEYS.Paste,), "Take in a list copied elsewhere"
    ),
    ActionSpec("export", "Export / &Print…", "printer", (_KEYS.Print,), "Preview, print or save a document"),
    ActionSpec("export_participants", "List of &participants…", "users"),
    ActionSpec("export_sign_in", "&Sign-in sheet…", "list-checks"),
    ActionSpec("export_badges", "Name &badges…", "user"),
    ActionSpec("export_plates", "Name p&lates…", "user-check"),
    ActionSpec("export_roster", "R&oster…", "file-spreadsheet"),
    ActionSpec("export_invitations", "&Mail-merge sheet…", "table"),
    ActionSpec("export_addresses", "&Address list…", "mail"),
    ActionSpec(
        "copy_addresses",
        "&Copy address line",
        "copy",
        ("Ctrl+Shift+M",),
        "Copy the addresses of the people in view for the To field of a mail",
    ),
    ActionSpec("export_statistics", "A&ttendance statistics…", "chart-bar"),
    ActionSpec("export_progress", "P&rogress report…", "clipboard-list"),
    ActionSpec("backup", "&Back up…", "hard-drive-download", ("Ctrl+Shift+B",), "Copy the desk to a file"),
    ActionSpec("quit", "&Quit", "log-out", ("Ctrl+Q",), needs_desk=False, role=QAction.MenuRole.QuitRole),
    ActionSpec("undo", "&Undo", "undo-2", (_KEYS.Undo,)),
    ActionSpec("redo", "&Redo", "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("history", "&History…", "history", ("Ctrl+H",), "What was changed, when and by whom"),
    ActionSpec("author", "&Your name…", "user", tip="The name that stands in the history", needs_desk=False),
    ActionSpec("find", "&Find…", "search", ("Ctrl+K",), "Find any person, entity, meeting or workstream"),
    ActionSpec("filter", "Fi&lter this list", "list-filter", (_KEYS.Find,)),
    ActionSpec("show_overview", "&Overview", "layout-dashboard", ("Ctrl+0",)),
    ActionSpec("show_meetings", "&Meetings", "calendar-days", ("Ctrl+1",)),
    ActionSpec("show_workstreams", "&Workstreams", "list-tree", ("Ctrl+2",)),
    ActionSpec("show_rosters", "&Rosters", "users", ("Ctrl+3",)),
    ActionSpec("show_attendance", "&Attendance statistics", "chart-bar", ("Ctrl+4",)),
    ActionSpec("appearance_system", "As the &system", needs_desk=False, checkable=True),
    ActionSpec("appearance_light", "&Light", needs_desk=False, checkable=True),
    ActionSpec("appearance_dark", "&Dark", needs_desk=False, checkable=True),
    ActionSpec("shortcuts", "&Keyboard shortcuts", "keyboard", (_KEYS.HelpContents,), needs_desk=False),
    ActionSpec("log_folder", "Open &log folder", "folder-open", needs_desk=False),
    ActionSpec("about", "&About emgdesk", "info", needs_desk=False, role=QAction.MenuRole.AboutRole),
)

NEW_MENU = ("new_meeting", "new_person", "new_entity")
EXPORT_MENU = (
    "export_participants", "export_sign_in", "export_badges", "export_plates", SEPARATOR, "export_roster",
    "export_invitations", "export_addresses", "copy_addresses", SEPARATOR, "export_statistics",
    "export_progress",
)  # fmt: skip
TOOLBAR = ("import", "undo", "redo")
APPEARANCE_MENU = ("appearance_system", "appearance_light", "appearance_dark")
RECENT = ">recent"

MENUS: tuple[tuple[str, tuple[str | tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "&File",
        (
            ("&New", NEW_MENU), SEPARATOR, "new_desk", "open_desk", RECENT, "sample_desk", SEPARATOR,
            "import", "paste_list", ("Export / &Print", EXPORT_MENU), SEPARATOR, "backup", SEPARATOR, "quit",
        ),
    ),
    ("&Edit", ("undo", "redo", SEPARATOR, "history", "author", SEPARATOR, "find", "filter")),
    (
        "&View",
        (
            "show_overview", "show_meetings", "show_workstreams", "show_rosters", "show_attendance",
            SEPARATOR,
            ("Appea&rance", APPEARANCE_MENU),
        ),
    ),
    ("&Help", ("shortcuts", "log_folder", SEPARATOR, "about")),
)  # fmt: skip


class Actions:
    """The window's actions by key, made from `ACTIONS`."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.text, window)
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            action.setMenuRole(spec.role)
            action.setCheckable(spec.checkable)
            action.setToolTip(_tip(spec, action))
            action.triggered.connect(lambda _on=False, act=handlers[spec.key]: act())
            window.addAction(action)
            self._made[spec.key] = action
        self.tint(TOOLBAR)

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def tint(self, keys: Collection[str] = ()) -> None:
        """Draw the icons of these actions, or of all, in the palette of now."""
        for spec in ACTIONS:
            if spec.icon and (not keys or spec.key in keys):
                self._made[spec.key].setIcon(icon(spec.icon))

    def desk_open(self, is_open: bool) -> None:
        """Turn on or off what needs a desk."""
        for spec in ACTIONS:
            if spec.needs_desk:
                self._made[spec.key].setEnabled(is_open)

    def menu(self, keys: tuple[str, ...], parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for key in keys:
            if key == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._made[key])
        return menu

    def fill(self, bar: QMenuBar, recent: QMenu) -> None:
        """Build the menu bar; `recent` is put where RECENT stands."""
        for title, entries in MENUS:
            menu = bar.addMenu(title)
            menu.aboutToShow.connect(self.tint)
            for entry in entries:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif entry == RECENT:
                    menu.addMenu(recent)
                elif isinstance(entry, tuple):
                    menu.addMenu(self.menu(entry[1], menu)).setText(entry[0])
                else:
                    menu.addAction(self._made[entry])


def _tip(spec: ActionSpec, action: QAction) -> str:
    words = spec.tip or spec.name()
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({keys})" if keys else words


def shortcut_list() -> tuple[tuple[str, str], ...]:
    """Every action with keys: (what it does, its keys as this system writes them)."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (spec.name(), ", ".join(QKeySequence(keys).toString(native) for keys in spec.shortcuts))
        for spec in ACTIONS
        if spec.shortcuts
    )
