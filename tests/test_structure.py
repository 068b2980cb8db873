"""The rules of CONTRIBUTING.md that no linter knows, checked on the tree itself."""

import ast
import math
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    "emgdesk", "resources", "tests", "packaging", "docs", "benchmarks", "pyproject.toml", "constraints.txt",
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile",
}  # fmt: skip
MADE = {"build", "dist", "demo", "__pycache__"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}

# The edges where an unexpected error becomes a sentence and a line in the log (beside sys.excepthook).
BROAD_EXCEPT = {"emgdesk/ui/tasks.py", "emgdesk/cli/run.py"}
# The unit of work, and what makes or upgrades the file before there is one.
COMMITS = {"emgdesk/workspace.py", "emgdesk/db/engine.py", "emgdesk/db/migrations/__init__.py"}

REGISTRY = re.compile(
    r"files\.python[h]osted|registry\.npm[j]s|deb\.debian[.]org|archive\.ubuntu[.]com|pypi[.]org/simple"
    r"|--(?:extra-)?index[-]url|--find[-]links|--trusted[-]host"
)
MACHINE_PATH = re.compile(
    r"(?<![\w.:/])(?:/(?:home|root|work|farm|Users|mnt)/\w|\.\./share[d]|[A-Z]:\\Users\\)"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the project, as paths from the root with forward slashes."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    try:
        listing = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):  # an archive of the sources has no history
        return tuple(sorted(_found(ROOT)))
    return tuple(name for name in listing.split("\0") if name and (ROOT / name).is_file())


def _found(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        if path.name in MADE or path.name.startswith(".") or path.suffix in {".egg-info", ".pyc"}:
            continue
        if path.is_dir():
            yield from _found(path)
        else:
            yield path.relative_to(ROOT).as_posix()


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def python(*folders: str) -> list[str]:
    return [n for n in tracked() if n.endswith(".py") and n.startswith(tuple(f"{f}/" for f in folders))]


def functions(name: str) -> Iterator[Function]:
    return (node for node in ast.walk(tree(name)) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def percentile(values: list[int], share: float) -> int:
    """The smallest value that at least `share` of all values do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def lines(name: str) -> int:
    return len((ROOT / name).read_text(encoding="utf-8").splitlines())


def test_no_file_is_over_500_lines() -> None:
    code = python("emgdesk", "tests", "benchmarks", "docs", "packaging")
    assert [f"{n}: {lines(n)}" for n in code if lines(n) > 500] == []


def test_no_function_is_over_60_lines() -> None:
    code = python("emgdesk", "tests", "benchmarks", "docs", "packaging")
    long = [f"{n}:{f.lineno} {f.name}: {length(f)}" for n in code for f in functions(n) if length(f) > 60]
    assert long == []


@pytest.mark.parametrize(("share", "most"), [(0.5, 90), (0.9, 300)])
def test_files_are_short(share: float, most: int) -> None:
    assert percentile([lines(n) for n in python("emgdesk")], share) <= most


@pytest.mark.parametrize(("share", "most"), [(0.5, 8), (0.9, 25)])
def test_functions_are_short(share: float, most: int) -> None:
    assert percentile([length(f) for n in python("emgdesk") for f in functions(n)], share) <= most


def test_every_module_has_a_telling_name() -> None:
    parts = {(n, part) for n in python("emgdesk", "tests") for part in Path(n).with_suffix("").parts}
    assert [n for n, part in sorted(parts) if part in VAGUE_NAMES] == []


def test_nothing_is_imported_by_wildcard() -> None:
    def wildcard(node: ast.AST) -> bool:
        return isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)

    assert [n for n in tracked() if n.endswith(".py") and any(map(wildcard, ast.walk(tree(n))))] == []


def test_top_level_is_the_fixed_set() -> None:
    top = {n.split("/")[0] for n in tracked()}
    assert {n for n in top if not n.startswith(".")} - TOP_LEVEL == set()


def test_architecture_names_every_part_of_the_program() -> None:
    parts = {n.split("/")[1] for n in python("emgdesk")} - {"__init__.py"}
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert [part for part in sorted(parts) if part not in text] == []


def test_tests_mirror_the_tree() -> None:
    folders = {Path(n).parent.relative_to("tests") for n in python("tests")}
    homes = {Path(n).parent.relative_to("emgdesk") for n in python("emgdesk")}
    modules = {Path(n).with_suffix("").relative_to("emgdesk") for n in python("emgdesk")}
    assert sorted(str(f) for f in folders - homes - modules) == []


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {m[0]}" for pattern in (REGISTRY, MACHINE_PATH) for m in pattern.finditer(text)]
    assert found == []


def is_operation(function: ast.stmt) -> bool:
    return isinstance(function, Function) and any(
        isinstance(d, ast.Name) and d.id == "operation" for d in function.decorator_list
    )


def test_operations_take_everything_after_the_session_by_keyword() -> None:
    loose = [
        f"{n}:{f.lineno} {f.name}"
        for n in python("emgdesk/operations")
        for f in tree(n).body
        if is_operation(f) and (len(f.args.posonlyargs) != 1 or f.args.args or f.args.vararg)
    ]
    assert loose == []


def test_only_the_workspace_commits() -> None:
    def commits(node: ast.AST) -> bool:
        return (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
        )

    found = {n for n in python("emgdesk") if any(map(commits, ast.walk(tree(n))))}
    assert found == COMMITS


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Catches everything and does not pass it on."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {kind.id if isinstance(kind, ast.Name) else "" if kind else "BaseException" for kind in kinds}
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return bool(names & {"Exception", "BaseException"}) and not passes_on


def test_only_the_edges_catch_everything() -> None:
    found = {
        n
        for n in python("emgdesk")
        for node in ast.walk(tree(n))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }
    assert found == BROAD_EXCEPT
