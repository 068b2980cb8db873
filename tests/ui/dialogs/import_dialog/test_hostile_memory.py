"""Hostile files, each in a window process of its own that may need 500 MB and no more."""

import pytest

from benchmarks.hostile import measure
from tests.importing.read.hostile_corpus import CASES


@pytest.mark.torture
@pytest.mark.parametrize("name", CASES)
def test_the_window_stays_small(name: str) -> None:
    found = measure(name)
    assert found.peak < 500_000_000
    assert CASES[name].sentence() in found.said
