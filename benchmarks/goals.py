"""The goals for speed, each beside its reference: run `python benchmarks/goals.py`.

Figures that are compared are measured in turns in one run, and what counts is the median of their
ratios: on a machine that does other things too, times drift far more than ratios. `goals.py 1 4`
measures those goals alone; `--schools 10000` gives goals 7 and 8 their full number, which takes
an hour.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from batch import command, measure, write_table

from advisor.checking.schools import realistic_schools
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.judge import judge
from advisor.engine.what_if.bench import Bench
from advisor.installed import load_the_knowledge
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers

CHECKOUT = Path(__file__).resolve().parents[1]
ADVISOR = [sys.executable, "-m", "advisor"]
HELLO = "import typer\napp = typer.Typer()\n\n@app.command()\ndef main():\n    pass\n\napp()\n"
TWO = HELLO.replace("\napp()\n", "\n@app.command()\ndef other():\n    pass\n\napp()\n")
NOT_NEEDED = "rich questionary prompt_toolkit docx python_calamine xlsxwriter multiprocessing"
SEED = 7
CHANGES = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured for one goal; `value` is held against the goal, lower is better."""

    ours: str
    reference: str
    value: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how often is measured."""

    folder: Path
    rounds: int
    schools: int


Measure = Callable[[Setting], Figure]


def main() -> None:
    """Print a line for each goal that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goals", type=int, nargs="*", metavar="GOAL", help="1 to 9; all of them")
    parser.add_argument("--rounds", type=int, default=9, help="how often each pair is measured")
    parser.add_argument("--schools", type=int, default=400, help="the largest batch")
    wanted = parser.parse_args()
    # What a second start finds, the first has to be allowed to keep.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    head = f"{'':2} {'what':44}{'ours':>12}{'reference':>12}{'figure':>9}{'goal':>7}"
    print(head, flush=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{place}/compiled"
        setting = Setting(Path(place), wanted.rounds, wanted.schools)
        for number in wanted.goals or GOALS:
            what, goal, measured = GOALS[number]
            figure = measured(setting)
            reached = "" if figure.value <= goal else "  not reached"
            print(
                f"{number:2} {what:44}{figure.ours:>12}{figure.reference:>12}"
                f"{figure.value:9.2f}{goal:7.2f}{reached}",
                flush=True,
            )


# Starting


def plan_against_hello(setting: Setting) -> Figure:
    """A plan as a file, beside a command that does nothing."""
    return _beside(setting, [*ADVISOR, *_plan(setting)], _script(setting, "hello.py", HELLO))


def help_against_help(setting: Setting) -> Figure:
    """The help, beside that of a program with two commands."""
    return _beside(setting, [*ADVISOR, "--help"], [*_script(setting, "two.py", TWO), "--help"])


def modules_not_needed(setting: Setting) -> Figure:
    """Modules that a plan as a file has no use for, counted in a fresh process."""
    arguments = ["advisor", *_plan(setting)]
    code = (
        f"import sys\nfrom advisor.cli.app import main\nsys.argv = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print(sum(name in sys.modules for name in {NOT_NEEDED.split()!r}))"
    )
    count = subprocess.check_output([sys.executable, "-c", code], cwd=CHECKOUT, text=True)
    return Figure(count.strip(), "-", float(count))


def _plan(setting: Setting) -> list[str]:
    """The arguments that turn a file with answers into a file with a plan."""
    answers, plan = setting.folder / "answers.yaml", str(setting.folder / "plan.md")
    if not answers.exists():
        save = ["analyse", "--example", "--save", str(answers), "-o", plan, "-q"]
        subprocess.run([*ADVISOR, *save], cwd=CHECKOUT, check=True)
    return ["analyse", str(answers), "-o", plan, "-q"]


def _script(setting: Setting, name: str, code: str) -> list[str]:
    path = setting.folder / name
    path.write_text(code, encoding="utf-8")
    return [sys.executable, str(path)]


def _beside(setting: Setting, ours: list[str], reference: list[str]) -> Figure:
    _clock(ours), _clock(reference)
    pairs = [(_clock(ours), _clock(reference)) for _ in range(setting.rounds)]
    return _of_pairs(pairs)


def _of_pairs(pairs: list[tuple[float, float]]) -> Figure:
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / beside for one, beside in pairs)
    return Figure(_milliseconds(mine), _milliseconds(other), ratio)


def _clock(call: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(call, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


# Reasoning


def combination_of_a_school(setting: Setting) -> Figure:
    """From answers to combination, on one core: the median over generated schools."""
    knowledge = load_the_knowledge()
    times = [_combine(one, knowledge) for one in realistic_schools(knowledge, 200, SEED)]
    middle = statistics.median(times)
    return Figure(_milliseconds(middle), "-", 1000 * middle)


def one_answer_changed(setting: Setting) -> Figure:
    """The same school with one answer changed, beside that school as it is.

    What the two have in common is remembered while a second look goes on, so each change is timed
    as that look meets it: the mean over the first changes of a school.
    """
    knowledge = load_the_knowledge()
    pairs = []
    for answers in realistic_schools(knowledge, 60, SEED):
        whole = _combine(answers, knowledge)
        bench = Bench(answers, knowledge)
        started = time.process_time()
        moves = bench.moves[:CHANGES]
        for move in moves:
            bench.after((move,))
        pairs.append(((time.process_time() - started) / len(moves), whole))
    return _of_pairs(pairs)


def same_as_trying_everything(setting: Setting) -> Figure:
    """Schools for which the choice is another than that of trying every set and schedule."""
    tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_choice.py"]
    call = [sys.executable, *tests, "-k", "equals_trying_everything"]
    done = subprocess.run(call, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    told = done.stdout.splitlines()[-1]
    counts = {word: int(n) for n, word in re.findall(r"(\d+) (passed|failed|errors?)", told)}
    passed = counts.pop("passed", 0)
    if not passed:
        sys.exit(f"the comparison did not run: {told}")
    return Figure(f"{passed} same", f"{passed + sum(counts.values())}", float(sum(counts.values())))


def _combine(answers: Answers, knowledge: Knowledge) -> float:
    started = time.process_time()
    profile = assess(answers, knowledge)
    choose(profile, judge(profile, knowledge), knowledge)
    return time.process_time() - started


# Many schools


def batch_against_its_bytes(setting: Setting) -> Figure:
    """A batch in one process, beside reading its table and writing the same bytes.

    What starting takes is left out of both: it is measured as a batch of one school.
    """
    number = 60
    table = write_table(setting.folder / "bytes.csv", number)
    alone = write_table(setting.folder / "alone.csv", 1)
    with tempfile.TemporaryDirectory(dir=_in_memory()) as place:
        out, pairs = Path(place), []
        for _ in range(3):
            start = _batch(alone, out / "alone")[0]
            ours = (_batch(table, out / "batch")[0] - start) / (number - 1)
            plans = [path.read_bytes() for path in sorted((out / "batch").glob("school-*.md"))]
            started = time.perf_counter()
            with table.open(encoding="utf-8", newline="") as stream:
                rows = list(csv.reader(stream, delimiter=";"))[1:]
            for at, (_, plan) in enumerate(zip(rows, plans, strict=True)):
                (out / f"{at}.md").write_bytes(plan)
            pairs.append((ours, (time.perf_counter() - started) / number))
    return _of_pairs(pairs)


def ten_times_the_schools(setting: Setting) -> Figure:
    """A school among ten times as many, beside one among few; starting is left out."""
    pairs = []
    for _ in range(3):
        start = _grown(setting, 1)[0]
        few, many = setting.schools // 10, setting.schools
        of_few, of_many = ((_grown(setting, n)[0] - start) / n for n in (few, many))
        pairs.append((of_many, of_few))
    return _of_pairs(pairs)


def memory_of_ten_times(setting: Setting) -> Figure:
    """The most memory that the process holds, for ten times as many schools."""
    few, many = (_grown(setting, n)[1] for n in (setting.schools // 10, setting.schools))
    return Figure(f"{many:.1f} MiB", f"{few:.1f} MiB", many / few)


def _grown(setting: Setting, number: int) -> tuple[float, float]:
    """Seconds and MiB of a batch of that many schools."""
    table = setting.folder / f"{number}.csv"
    if not table.exists():
        write_table(table, number)
    return _batch(table, setting.folder / f"out-{number}")


def _batch(table: Path, out: Path) -> tuple[float, float]:
    return measure([*command(table, out, 1), "--no-annex"])


def _in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


GOALS: Mapping[int, tuple[str, float, Measure]] = {
    1: ("a plan as a file : a command that is empty", 2.0, plan_against_hello),
    2: ("--help : that of two empty commands", 1.15, help_against_help),
    3: ("modules that a plan does not need", 0, modules_not_needed),
    4: ("from answers to combination, in ms", 1, combination_of_a_school),
    5: ("one answer changed : the whole school", 1, one_answer_changed),
    6: ("a batch, a school : its bytes alone", 12, batch_against_its_bytes),
    7: ("ten times the schools : ten times the time", 1.15, ten_times_the_schools),
    8: ("memory of ten times the schools", 1.1, memory_of_ten_times),
    9: ("schools with another choice than the best", 0, same_as_trying_everything),
}

if __name__ == "__main__":
    main()
