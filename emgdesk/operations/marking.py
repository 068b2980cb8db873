"""What makes a function an operation; `Workspace.do` runs no other, and the tests undo each."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def operation(function: F) -> F:
    """Mark a function `f(session, *, ...)` as one user intention that `Workspace.do` may run."""
    function.is_operation = True  # type: ignore[attr-defined]
    return function


def is_operation(function: Callable[..., Any]) -> bool:
    """Whether `function` was marked with `operation`."""
    return bool(getattr(function, "is_operation", False))
