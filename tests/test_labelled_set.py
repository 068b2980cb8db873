"""The blind half of the labelled set keeps its promises: sizes, kinds, truths, and its independence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import benchmarks.labelled
from benchmarks.labelled.blind import PLAN, blind_set
from benchmarks.labelled.shape import LabelledSet


@pytest.fixture(scope="module")
def made() -> LabelledSet:
    return blind_set()


def test_the_same_seed_gives_the_same_set(made: LabelledSet) -> None:
    assert blind_set() == made
    assert blind_set(seed=7) != made


def test_it_is_large_enough_in_every_kind(made: LabelledSet) -> None:
    counts = made.counts()
    assert len(made.people) >= 5000
    assert len(made.rows) >= 5000
    assert set(counts) == set(PLAN)
    assert min(counts.values()) >= 60


def test_every_known_person_can_be_told_apart(made: LabelledSet) -> None:
    assert len({person.key for person in made.people}) == len(made.people)
    assert len({(person.name, person.entity, person.emails) for person in made.people}) == len(made.people)


def test_every_truth_is_a_known_person_or_nobody(made: LabelledSet) -> None:
    keys = {person.key for person in made.people}
    assert {row.truth for row in made.rows} - keys == {None}
    assert [row.number for row in made.rows] == list(range(1, len(made.rows) + 1))


def test_a_row_has_one_name_column_or_two(made: LabelledSet) -> None:
    assert all(bool(row.name) != bool(row.given or row.family) for row in made.rows)


def test_nobody_stands_twice_in_a_list_but_the_rows_called_twice(made: LabelledSet) -> None:
    for rows in made.files():
        keys = [row.truth for row in rows if row.truth and row.kind != "twice"]
        assert len(keys) == len(set(keys))
        assert {row.truth for row in rows if row.kind == "twice"} <= set(keys)


def test_no_module_of_the_labelled_set_imports_the_program() -> None:
    for path in Path(benchmarks.labelled.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] == "emgdesk"], path.name
