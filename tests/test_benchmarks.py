"""The benchmark runs; what it measures is for who runs it, no test looks at the time."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from known import KNOWLEDGE, ROOT, school

PATH = ROOT / "benchmarks" / "what_if.py"


def test_every_task_of_the_benchmark_can_be_done() -> None:
    spec = importlib.util.spec_from_file_location(Path(PATH).stem, PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    answers = school(sector="vo", low_mood="serious", running=[], coordination_hours="one")
    for measure in module.tasks(KNOWLEDGE).values():
        assert all(seconds >= 0 for seconds in measure(answers))
