"""The folder of a demo: a list of what a demo made there keeps it from touching anything else."""

from pathlib import Path

from emgdesk.errors import OutputError

DESK = "desk.emgdesk"
LIST = "made by the demo.txt"


class DemoFolder:
    """A folder a demo writes into: new, empty, or with the files of an earlier demo."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = folder / LIST

    def clear(self) -> None:
        """Make the folder, or take away what an earlier demo made in it.

        Raises OutputError, and changes nothing, where it holds any file no demo made.
        """
        folder = self._folder
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder} is a file: name a folder for the demo.", place=str(folder))
        try:
            listed = self._list.read_text(encoding="utf-8").splitlines() if self._list.is_file() else None
            found = folder.iterdir() if listed is None and folder.exists() else folder.rglob("*")
            there = sorted(
                path for path in found if path != self._list and (listed is None or path.is_file())
            )
            earlier = {folder / name for name in listed or ()}
            if (folder / DESK) in earlier:
                earlier |= {folder / f"{DESK}{end}" for end in ("-wal", "-shm", "-journal")}
            for path in there:
                if path not in earlier:
                    raise OutputError(
                        f"{path} was not made by a demo: name a new or empty folder.", place=str(path)
                    )
            folder.mkdir(parents=True, exist_ok=True)
            for path in there:
                path.unlink()
            self._list.write_text("", encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{folder} cannot be written: {error.strerror}.", place=str(folder)) from error

    def note(self, path: Path) -> None:
        """Remember a file the demo made."""
        try:
            with self._list.open("a", encoding="utf-8") as file:
                file.write(f"{path.relative_to(self._folder).as_posix()}\n")
        except OSError as error:
            raise OutputError(f"{self._list} cannot be written: {error.strerror}.") from error
