"""Every operation, done, undone, redone, reopened: the whole database is compared each time."""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import emgdesk.operations
from emgdesk.operations.marking import is_operation
from emgdesk.workspace import Workspace, open_desk
from tests.desks import dump
from tests.operations.cases import CASES


def operations() -> dict[str, Callable[..., Any]]:
    """Every function marked as an operation, as "module.name"."""
    found = {}
    for info in pkgutil.walk_packages(emgdesk.operations.__path__, "emgdesk.operations."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if callable(value) and is_operation(value) and value.__module__ == info.name:
                found[f"{info.name.removeprefix('emgdesk.operations.')}.{name}"] = value
    return found


def test_every_operation_has_a_case() -> None:
    assert sorted(CASES) == sorted(operations())


@pytest.mark.parametrize("name", sorted(CASES))
def test_undo_and_redo_restore_every_row(name: str, desk: Workspace) -> None:
    prepared = CASES[name](desk)
    before = dump(desk.path)
    done = desk.do(f"Case {name}", operations()[name], **prepared)
    after = dump(desk.path)
    assert done.changes is not None
    assert before != after

    assert desk.undo().label == f"Case {name}"
    assert dump(desk.path) == before
    desk.redo()
    assert dump(desk.path) == after

    desk.close()
    with open_desk(desk.path) as reopened:
        reopened.undo()
        assert dump(desk.path) == before
        reopened.redo()
        reopened.undo()
        reopened.redo()
        assert dump(desk.path) == after
        assert reopened.verify() == reopened.state().revision
