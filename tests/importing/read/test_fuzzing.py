"""Spoilt files: whatever is done to them, reading ends in a whole RawFile or in one sentence.

A small number, always the same, is tried with every run; `make torture` tries thousands, always others.
"""

import tempfile
from datetime import date, datetime, time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emgdesk.errors import InputError
from emgdesk.importing.read import read
from emgdesk.importing.rosters.detect import detect
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.tables import RawFile
from tests.importing.read.honest import FILES, ZIPPED
from tests.importing.read.mutating import KINDS, NASTY, Mutation, PartMutation

SMALL = settings(max_examples=60, derandomize=True, deadline=None, database=None)
LONG = settings(
    max_examples=2_000, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=True
)
CELLS = (str, int, float, bool, datetime, date, time, type(None))

shares = st.floats(0, 1, exclude_max=True)
words = st.sampled_from(NASTY) | st.binary(max_size=8)
mutations = st.builds(Mutation, st.sampled_from(KINDS), shares, shares, words)
part_mutations = st.builds(
    PartMutation,
    shares,
    st.sampled_from(
        ["value", "value", "value", "element", "element", "bytes", "remove", "rename", "exchange"]
    ),
    mutations,
)
whole_files = st.tuples(st.sampled_from(sorted(FILES)), st.lists(mutations, min_size=1, max_size=4))
archives = st.tuples(st.sampled_from(sorted(ZIPPED)), st.lists(part_mutations, min_size=1, max_size=3))
texts = st.text(
    st.sampled_from('ab,;\t|"\n\r =@\0\x1a\ufeff\u202eñ王😀') | st.characters(codec="utf-8"), max_size=400
)


def spoilt(name: str, changes: list[Mutation] | list[PartMutation]) -> bytes:
    data = FILES[name]
    for change in changes:
        data = change.applied(data)
    return data


def ends_well(name: str, data: bytes) -> None:
    """Read the bytes as a file, and take the rows for a roster, as the window does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            raw = read(path)
        except InputError as refusal:
            is_sentence(str(refusal), name)
            return
    is_whole(raw)
    try:
        detect(raw)
        map_roster(raw)
    except InputError as refusal:
        is_sentence(str(refusal), name)


def is_sentence(said: str, name: str) -> None:
    assert name in said
    assert said.endswith((".", "”"))
    assert "\n" not in said
    assert "Traceback" not in said


def is_whole(raw: RawFile) -> None:
    for sheet in raw.sheets:
        assert len(sheet.numbers) == len(sheet.rows)
        assert all(earlier < later for earlier, later in pairwise((0, *sheet.numbers)))
        assert all(isinstance(cell, CELLS) for row in sheet.rows for cell in row)
        assert all(any(cell is not None for cell in row) for row in sheet.rows)


@SMALL
@given(whole_files)
def test_spoilt_bytes(file: tuple[str, list[Mutation]]) -> None:
    ends_well(file[0], spoilt(*file))


@SMALL
@given(archives)
def test_spoilt_parts(file: tuple[str, list[PartMutation]]) -> None:
    ends_well(file[0], spoilt(*file))


@SMALL
@given(texts, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252"]))
def test_any_text(text: str, encoding: str) -> None:
    ends_well("names.csv", text.encode(encoding, "replace"))


@pytest.mark.torture
@pytest.mark.parametrize("name", sorted(FILES))
def test_many_spoilt_bytes(name: str) -> None:
    @LONG
    @given(st.lists(mutations, min_size=1, max_size=6))
    def search(changes: list[Mutation]) -> None:
        ends_well(name, spoilt(name, changes))

    search()


@pytest.mark.torture
@pytest.mark.parametrize("name", sorted(ZIPPED))
def test_many_spoilt_parts(name: str) -> None:
    @LONG
    @given(st.lists(part_mutations, min_size=1, max_size=6))
    def search(changes: list[PartMutation]) -> None:
        ends_well(name, spoilt(name, changes))

    search()


@pytest.mark.torture
@LONG
@given(texts, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]))
def test_many_texts(text: str, encoding: str) -> None:
    ends_well("names.csv", text.encode(encoding, "replace"))
