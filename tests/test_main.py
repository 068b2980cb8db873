"""What `python -m emgdesk` decides before anything is loaded."""

import sys

import pytest

from emgdesk import __main__ as program


class Unloadable:
    """An importer for which the window's module names a system library that is not there."""

    def __init__(self, words: str) -> None:
        self.words = words

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "emgdesk.app":
            raise ImportError(self.words)


def start(monkeypatch: pytest.MonkeyPatch, words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["emgdesk"])
    monkeypatch.delitem(sys.modules, "emgdesk.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Unloadable(words), *sys.meta_path])
    return program.main()


def test_a_missing_system_library_is_named(monkeypatch, capsys):
    words = "libGL.so.1: cannot open shared object file: No such file or directory"
    assert start(monkeypatch, words) == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err == "The window needs the system library libGL.so.1, which is missing here.\n"


def test_another_import_error_is_not_hidden(monkeypatch):
    with pytest.raises(ImportError, match=r"^cannot import name 'x'$"):
        start(monkeypatch, "cannot import name 'x'")


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], False),
        (["--database", "desk.emgdesk"], False),
        (["--database=desk.emgdesk"], False),
        (["list", "people"], True),
        (["--database", "desk.emgdesk", "list", "people"], True),
        (["--help"], True),
    ],
)
def test_only_a_command_keeps_the_window_shut(arguments, command):
    assert program._names_a_command(arguments) is command
