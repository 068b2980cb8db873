"""The child process: begun at once, watched over, ended whatever happens."""

import hashlib
import subprocess
import sys
import threading
from pathlib import Path

import openpyxl
import psutil
import pytest

import emgdesk
from emgdesk.errors import CancelledError, InputError
from emgdesk.importing.read import Reading, read, start_reading
from emgdesk.importing.read.launch import CHILD_ARGUMENT, command
from emgdesk.importing.read.limits import Limits
from tests.importing.read.hostile import NAMES_ROWS, book, numbered_rows

TOO_LARGE = "names.xlsx cannot be read: it is too large or damaged."


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.xlsx"
    path.write_bytes(book())
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes a while."""
    path = tmp_path / "names.xlsx"
    path.write_bytes(book(numbered_rows(20_000)))
    return path


def children() -> list[psutil.Process]:
    return psutil.Process().children()


class Impatient:
    """A job whose user presses Cancel at once."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        raise AssertionError("nothing is reported after Cancel")

    def check_cancelled(self) -> None:
        raise CancelledError


class Watcher:
    """A job that writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        self.told.append((text, total))

    def check_cancelled(self) -> None:
        pass


def test_the_same_bytes_are_hashed_and_the_file_stays_as_it_was(names: Path) -> None:
    before = (names.read_bytes(), names.stat().st_mtime_ns)
    file = read(names)
    assert file.sha256 == hashlib.sha256(before[0]).hexdigest()
    assert (names.read_bytes(), names.stat().st_mtime_ns) == before


def test_reading_goes_on_while_the_caller_does_something_else(names: Path) -> None:
    reading = start_reading(names)
    assert isinstance(reading, Reading)
    other = read(names)
    watcher = Watcher()
    assert reading.result(watcher) == other
    assert set(watcher.told) <= {("Reading names.xlsx", 0)}
    reading.close()
    assert children() == []


def test_the_result_can_be_asked_for_again(names: Path) -> None:
    reading = start_reading(names)
    assert reading.result() == reading.result()


def test_cancel_ends_the_child(large: Path) -> None:
    with start_reading(large) as reading, pytest.raises(CancelledError):
        reading.result(Impatient())
    assert children() == []


def test_a_reading_that_is_given_up_leaves_nothing_behind(large: Path) -> None:
    reading = start_reading(large)
    reading.close()
    reading.close()
    assert children() == []
    with pytest.raises(CancelledError):
        reading.result()


def test_another_thread_may_give_the_reading_up(large: Path) -> None:
    reading = start_reading(large)

    class Closing(Watcher):
        def check_cancelled(self) -> None:
            other = threading.Thread(target=reading.close)
            other.start()
            other.join()

    with pytest.raises(CancelledError):
        reading.result(Closing())
    assert children() == []


@pytest.mark.parametrize("limits", [Limits(silent=0), Limits(whole=0)])
def test_a_file_that_takes_too_long_is_given_up(large: Path, limits: Limits) -> None:
    with start_reading(large, limits=limits) as reading, pytest.raises(InputError) as refusal:
        reading.result()
    assert str(refusal.value) == "names.xlsx was given up after 0 seconds: it is too large or damaged."
    assert children() == []


def test_a_child_that_dies_is_a_sentence(large: Path) -> None:
    with start_reading(large) as reading:
        for child in children():
            child.kill()
        with pytest.raises(InputError) as refusal:
            reading.result()
    assert str(refusal.value) == TOO_LARGE


@pytest.mark.parametrize("watched", [False, True])
def test_a_child_that_wants_too_much_memory_is_ended(names: Path, watched: bool) -> None:
    with (
        start_reading(names, limits=Limits(memory=8_000_000), watch_memory=watched) as reading,
        pytest.raises(InputError) as refusal,
    ):
        reading.result()
    assert str(refusal.value) == TOO_LARGE


def test_many_batches_arrive_in_order_and_share_their_texts(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    path.write_bytes(book(numbered_rows(5_000)))
    (sheet,) = read(path).sheets
    assert sheet.numbers == tuple(range(1, 5_001))
    assert [row[1] for row in sheet.rows] == list(range(1, 5_001))
    assert len({id(row[0]) for row in sheet.rows}) == 1


def test_a_script_without_any_guard_is_not_run_again(names: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    root = Path(emgdesk.__file__).parent.parent
    script.write_text(
        f"import sys, pathlib\nsys.path.insert(0, {str(root)!r})\nfrom emgdesk.importing.read import read\n"
        f"print('begin')\nprint(read(pathlib.Path('names.xlsx')).sheets[0].rows == {NAMES_ROWS!r})\n"
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("begin\nTrue\n", "")


def test_modules_beside_the_file_are_not_imported(names: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (names.parent / "openpyxl.py").write_text("raise SystemExit('taken in')")
    monkeypatch.chdir(names.parent)
    assert read(Path("names.xlsx")).sheets[0].rows == NAMES_ROWS


CHILD_MODULES = """
import sys
import emgdesk.importing.read.child, emgdesk.importing.read.zipped, emgdesk.importing.read.workbook
import emgdesk.importing.read.other, emgdesk.importing.read.delimited
print(*{name.split(".")[0] for name in sys.modules} & {"PySide6", "sqlalchemy", "reportlab", "psutil"})
print(*{"subprocess", "multiprocessing", "emgdesk.db", "emgdesk.ui"} & set(sys.modules))
"""


def test_the_child_imports_neither_window_nor_database() -> None:
    done = subprocess.run([sys.executable, "-c", CHILD_MODULES], capture_output=True, text=True, check=True)
    assert done.stdout == "\n\n"


def test_the_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, CHILD_ARGUMENT]


def test_a_workbook_as_openpyxl_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["Name", "Entity", "Day"])
    sheet.append(["Ana Lima", "UNEP", None])
    sheet["C2"] = "=TODAY()"
    sheet["A2"].hyperlink = "mailto:ana@unep.example"
    sheet.merge_cells("A4:B4")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    workbook.save(path)
    (found,) = read(path).sheets
    assert found.rows == (("Name", "Entity", "Day"), ("Ana Lima", "UNEP"))
    assert (found.uncalculated, found.links) == (((2, 2),), {(2, 0): "mailto:ana@unep.example"})
    assert (found.merges, found.hidden_rows, found.hidden_columns) == (
        ((4, 0, 4, 1),),
        frozenset({2}),
        frozenset({1}),
    )
