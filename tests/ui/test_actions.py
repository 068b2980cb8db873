"""Menus and keys are data; they must not contradict one another."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from emgdesk.ui.actions import ACTIONS, MENUS, RECENT, SEPARATOR, shortcut_list


def flat(entries):
    for entry in entries:
        if isinstance(entry, tuple):
            yield from entry[1]
        elif entry not in (SEPARATOR, RECENT):
            yield entry


def test_no_two_actions_share_a_key(qapp):
    used = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert [keys for keys, times in used.items() if times > 1] == []


def test_every_action_stands_in_a_menu_or_is_reached_through_one():
    named = {key for _title, entries in MENUS for key in flat(entries)}
    assert {spec.key for spec in ACTIONS} - named == {"export"}  # Ctrl+P: what suits the page in view


def test_the_list_of_keys_names_undo(qapp):
    assert ("Undo", "Ctrl+Z") in shortcut_list()
    assert ("Redo", "Ctrl+Shift+Z, Ctrl+Y") in shortcut_list()
