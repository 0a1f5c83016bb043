"""The benchmark runs; what it measures is for who runs it, no test looks at the time."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from known import KNOWLEDGE, ROOT, school


def load(name: str) -> ModuleType:
    path = ROOT / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_every_task_of_the_benchmark_can_be_done() -> None:
    module = load("what_if")
    answers = school(sector="vo", low_mood="serious", running=[], coordination_hours="one")
    for measure in module.tasks(KNOWLEDGE).values():
        assert all(seconds >= 0 for seconds in measure(answers))


def test_mutants_of_every_kind_are_made_and_the_same_for_the_same_seed() -> None:
    module = load("mutations")
    for make in module.KINDS.values():
        for mutant in make():
            text = (ROOT / mutant.file).read_text(encoding="utf-8")
            assert mutant.applied(text) != text, mutant.said
    assert module.choose(20, 3) == module.choose(20, 3) != module.choose(20, 4)


def test_a_mutant_is_caught_by_what_sees_it_first() -> None:
    module = load("mutations")
    rules = {mutant.was[0].split()[-1]: mutant for mutant in module.rules_less()}
    assert module.judge(rules["no-class-wide-cbt"])[0] == "loading"
    assert module.judge(rules["fit-upkeep"]) == ("lint", "L-GAP")
    assert module.judge(rules["notice-poverty-itself"])[0] == "scenarios"


def test_a_mutant_that_changes_nothing_is_named_apart() -> None:
    module = load("mutations")
    file, line = "rules/judge-harms.yaml", "        - {answer: sector, unknown: true}"
    lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
    twice = module.Mutant("twice", file, lines.index(line) + 1, (line,), (line, line))
    assert module.judge(twice) == (module.SAME, "")
