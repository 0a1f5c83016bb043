"""How a batch grows with the number of schools: run `python benchmarks/batch.py`.

For each number of schools one run of `advisor batch` on a generated CSV in one process, and one in
several: seconds on the clock, and the most memory that a process held. `--kill` also ends a run of
the largest number half-way, gives the same command again and compares every byte with an
undisturbed run.
"""

from __future__ import annotations

import argparse
import csv
import filecmp
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from advisor.checking.schools import realistic_schools
from advisor.installed import load_the_knowledge
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer

SEED = 7
DAY = "2026-09-01"
NAME = "School"


def main() -> None:
    """Print a line for each number of schools."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schools", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--option", action="append", default=[], help="more for advisor batch")
    parser.add_argument("--kill", action="store_true", help="kill a run half-way and repeat it")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print(f"{'schools':>8}{'jobs':>6}{'seconds':>10}{'a school':>12}{'MiB':>8}")
        for number in wanted.schools:
            table = write_table(folder / f"{number}.csv", number)
            for jobs in sorted({1, wanted.jobs}):
                call = [*command(table, folder / f"{number}-{jobs}", jobs), *wanted.option]
                seconds, memory = measure(call)
                each = f"{1000 * seconds / number:.1f} ms"
                print(f"{number:8}{jobs:6}{seconds:10.1f}{each:>12}{memory:8.0f}", flush=True)
            if wanted.jobs > 1:
                same(folder / f"{number}-1", folder / f"{number}-{wanted.jobs}")
        if wanted.kill:
            whole = folder / f"{number}-{wanted.jobs}"
            kill_half_way(command(table, folder / "again", wanted.jobs) + wanted.option, whole)


def write_table(path: Path, number: int) -> Path:
    """A CSV with that many generated schools, the same ones every time."""
    knowledge = load_the_knowledge()
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, delimiter=";")
        rows.writerow(["school", "date", *knowledge.questionnaire.questions])
        rows.writerows(lines(knowledge, number))
    return path


def lines(knowledge: Knowledge, number: int) -> Iterator[list[str]]:
    """The cells of each school."""
    for at, answers in enumerate(realistic_schools(knowledge, number, SEED), start=1):
        cells = (as_cell(answers.values.get(name)) for name in knowledge.questionnaire.questions)
        yield [f"{NAME} {at}", DAY, *cells]


def as_cell(value: Answer) -> str:
    """An answer as it stands in a table."""
    if value is None:
        return ""
    return ("; ".join(value) or "[]") if isinstance(value, tuple) else str(value)


def command(table: Path, out: Path, jobs: int) -> list[str]:
    """The call of the program."""
    called = [sys.executable, "-m", "advisor", "batch", str(table), "--out", str(out), "-q"]
    return [*called, "--jobs", str(jobs)]


def measure(call: list[str]) -> tuple[float, float]:
    """Seconds on the clock, and the most MiB that one process of the run held."""
    # A process apart, since what its children held is only known of all of them together.
    started = time.perf_counter()
    child = os.posix_spawn(call[0], call, os.environ)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"failed: {' '.join(call)}")
    return time.perf_counter() - started, used.ru_maxrss / 1024


def kill_half_way(call: list[str], whole: Path) -> None:
    """End a run when half of its plans are there, give the command again, and compare."""
    out = Path(call[call.index("--out") + 1])
    half = sum(1 for _ in whole.iterdir()) // 2
    running = subprocess.Popen(call)
    while not out.is_dir() or sum(1 for _ in out.iterdir()) < half:
        time.sleep(0.2)
    running.send_signal(signal.SIGKILL)
    running.wait()
    print(f"killed with {sum(1 for _ in out.iterdir())} files there; once more")
    subprocess.run(call, check=True)
    same(whole, out)


def same(one: Path, other: Path) -> None:
    """Say whether two folders hold the same bytes under the same names."""
    names = sorted(path.name for path in one.iterdir())
    if names != sorted(path.name for path in other.iterdir()):
        sys.exit(f"other files: {one} and {other}")
    _, different, wrong = filecmp.cmpfiles(one, other, names, shallow=False)
    if different or wrong:
        sys.exit(f"other bytes: {different[:5]} {wrong[:5]}")
    print(f"{len(names)} files, the same bytes in both")


if __name__ == "__main__":
    main()
