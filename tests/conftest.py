"""What every test starts from: no display, no network, folders of its own, and no window left over."""

import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("WAYLAND_DISPLAY", None)

FOLDERS = {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


def _refuse(*_args: object, **_kwargs: object) -> NoReturn:
    raise AssertionError("a test reached for the network")


def _local_only(connect):
    def checked(sock, address):
        if sock.family != getattr(socket, "AF_UNIX", None):
            _refuse()
        return connect(sock, address)

    return checked


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only sockets of this machine's own file system connect; names are not looked up."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _local_only(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", _local_only(socket.socket.connect_ex))
        patch.setattr(socket.socket, "sendto", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home, data and settings folders, empty and gone after the test."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves a top-level widget behind, then take the widget away."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    left = _top_level_widgets()
    if left:
        gc.collect()
        left = _top_level_widgets()
    names = sorted(type(widget).__name__ for widget in left)
    for widget in left:
        widget.hide()
        widget.deleteLater()
    assert names == [], f"windows left open: {', '.join(names)}"


def _top_level_widgets():
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [
        w for w in QApplication.topLevelWidgets() if w.parent() is None and w.objectName() != "qtooltip_label"
    ]


def pytest_configure(config: pytest.Config) -> None:
    """Qt and fontconfig look for the user's files when first loaded: show them an empty home."""
    home = tempfile.TemporaryDirectory(prefix="emgdesk-home-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name, folder in FOLDERS.items():
        os.environ[name] = str(Path(home.name) / folder)


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Puts a desk with the shipped entities and nothing else at a path; made once, copied afterwards."""
    from emgdesk.workspace import open_desk

    folder, made = tmp_path_factory.mktemp("new"), dict[str, Path]()

    def put(path: Path, author: str) -> Path:
        if author not in made:
            made[author] = folder / f"{len(made)}.emgdesk"
            open_desk(made[author], author=author).close()
        shutil.copyfile(made[author], path)
        return path

    return put


@pytest.fixture
def desk(tmp_path: Path, new_desk: Callable[[Path, str], Path]):
    """An open desk with the shipped entities and nothing else."""
    from emgdesk.workspace import open_desk

    with open_desk(new_desk(tmp_path / "desk.emgdesk", "Ada Test"), author="Ada Test") as workspace:
        yield workspace
