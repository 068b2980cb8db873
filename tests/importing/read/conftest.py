"""Fixtures that write bytes to a file and read them back through the child."""

from collections.abc import Callable
from pathlib import Path

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.read import read
from emgdesk.importing.tables import RawFile

ReadBytes = Callable[..., RawFile]
Refused = Callable[..., str]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """(bytes, file name) -> what was read."""

    def read_them(data: bytes, name: str = "names.xlsx", *, sheet: str | None = None) -> RawFile:
        path = tmp_path / name
        path.write_bytes(data)
        file = read(path, sheet=sheet)
        assert (file.name, file.size) == (name, len(data))
        return file

    return read_them


@pytest.fixture
def refused(read_bytes: ReadBytes) -> Refused:
    """(bytes, file name) -> the sentence the file was refused with."""

    def refuse(data: bytes, name: str = "names.xlsx", *, sheet: str | None = None) -> str:
        with pytest.raises(InputError) as refusal:
            read_bytes(data, name, sheet=sheet)
        return str(refusal.value)

    return refuse
