"""Imports point down only, and each outside library is known in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
MODULES = sorted((CHECKOUT / "advisor").rglob("*.py"))

BELOW = {
    "texts": set(),
    "problems": {"texts"},
    "writing": {"problems", "texts"},
    "data": {"texts"},
    "personal": {"texts"},
    "model": {"texts"},
    "engine": {"model", "problems", "texts"},
    "loading": {"model", "personal", "problems", "texts"},
    "importing": {"loading", "model", "problems", "texts"},
    "formats": {"model", "texts"},
    "interview": {"engine", "model", "personal", "problems", "texts", "writing"},
    "stored": {"model"},
    "installed": {"data", "loading", "model", "stored"},
    "batch": {"engine", "formats", "importing", "loading", "model", "problems", "texts", "writing"},
    "api": {"engine", "formats", "importing", "installed", "loading", "model", "problems", "texts"},
    "checking": {"engine", "formats", "loading", "model", "problems", "texts"},
}
CLI = {*BELOW, "cli"}
"""The command line may use everything; nothing but `__main__` uses the command line."""

STAGES = ("conditions", "assess", "judge", "choose", "compose", "reasoning")

KNOWN_BY = {
    "yaml": ("loading/yamlfile.py",),
    "typer": ("cli/",),
    "questionary": ("interview/keys/",),
    "prompt_toolkit": ("interview/keys/",),
    "docx": ("formats/word",),
    "rich": ("formats/terminal.py", "cli/streams.py"),
    "python_calamine": ("importing/workbook.py",),
    "xlsxwriter": ("formats/form/workbook.py", "batch/tables.py"),
    "click": (),
}
OUTSIDE_OF_ENGINE = {
    "os", "sys", "io", "pathlib", "time", "subprocess", "socket", "urllib", "yaml", "json",
    "random", "locale", "logging", "tempfile",
}  # fmt: skip
FORBIDDEN_CALLS = {"open", "print", "input", "today", "now", "read_text", "write_text"}


def name_of(path: Path) -> str:
    return path.relative_to(CHECKOUT / "advisor").as_posix()


def package_of(path: Path) -> str:
    return name_of(path).split("/")[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports out"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def test_there_is_something_to_look_at() -> None:
    assert {package_of(path) for path in MODULES} >= {*BELOW, "cli", "__main__"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    package = package_of(path)
    if package in ("__main__", "__init__"):
        return
    allowed = {package} | (CLI if package == "cli" else BELOW[package])
    for imported in imports_of(path):
        parts = imported.split(".")
        if parts[0] == "advisor" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in allowed, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_outside_libraries_are_known_in_one_place(path: Path) -> None:
    for imported in imports_of(path):
        known_by = KNOWN_BY.get(imported.split(".")[0])
        if known_by is not None:
            assert name_of(path).startswith(known_by), f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_sees_only_earlier_ones(stage: str) -> None:
    later = STAGES[STAGES.index(stage) + 1 :]
    path = CHECKOUT / "advisor" / "engine" / f"{stage}.py"
    seen = {name.split(".")[2] for name in imports_of(path) if name.startswith("advisor.engine.")}
    assert not seen & set(later)


ENGINE = [path for path in MODULES if package_of(path) == "engine"]
# The promises shuffle the rules to see that their order does not matter, with a fixed seed.
SHUFFLES = "engine/promises/"


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_the_engine_knows_no_file_terminal_or_clock(path: Path) -> None:
    outside = OUTSIDE_OF_ENGINE - ({"random"} if name_of(path).startswith(SHUFFLES) else set())
    assert not {name.split(".")[0] for name in imports_of(path)} & outside
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in FORBIDDEN_CALLS, f"{name_of(path)}:{node.lineno} calls {called}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_few_know_where_the_data_is(path: Path) -> None:
    if package_of(path) not in ("cli", "data", "installed"):
        assert not any(name.startswith("advisor.data") for name in imports_of(path))


def test_no_intervention_question_or_need_is_named_in_python(knowledge: object) -> None:
    from advisor.model.knowledge import Knowledge

    assert isinstance(knowledge, Knowledge)
    catalogue = knowledge.catalogue
    ids = {*catalogue.interventions, *catalogue.needs, *catalogue.forms}
    ids |= {name for name in knowledge.questionnaire.questions if "-" in name}
    # Kinds of room are units of the engine's books, in the limits and in the loads of forms.
    ids -= set(catalogue.capacities)
    for path in MODULES:
        if package_of(path) == "cli":
            continue  # help texts show examples of ids
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in ids, f"{name_of(path)}:{node.lineno} names {node.value}"


def test_modules_and_functions_stay_small() -> None:
    for path in MODULES:
        text = path.read_text("utf-8")
        assert text.count("\n") <= 300, name_of(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{name_of(path)} {node.name}"
