"""How cost grows with the knowledge: run `python benchmarks/growth.py`.

The same generated schools, with the knowledge as it is and with more of one thing: rules as often
again (each fires as often as the one it is a copy of), questions that nobody answered, types of
intervention with all of their forms. Milliseconds of one core, the median over the schools.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from advisor.checking.schools import realistic_schools
from advisor.data import data_root
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.compose import compose
from advisor.engine.judge import judge
from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers, Measures, Question

SEED = 7
DAY = dt.date(2026, 9, 1)
STEPS = ("assess", "judge", "choose", "compose")


def main() -> None:
    """Print a line for each size of the knowledge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=60)
    wanted = parser.parse_args()
    root = data_root()
    knowledge = load_knowledge(root.catalogue, root.rules)
    schools = tuple(realistic_schools(knowledge, wanted.schools, SEED))
    print(f"{'':22}" + "".join(f"{step:>10}" for step in STEPS) + f"{'reading':>10}")
    # In turns, since a machine is faster at one moment than at another.
    sizes = tuple(_sizes(knowledge))
    times = [[_times(answers, grown) for _, grown, _ in sizes] for answers in schools]
    for (name, _, read), of_size in zip(sizes, zip(*times, strict=True), strict=True):
        middle = [1000 * statistics.median(each) for each in zip(*of_size, strict=True)]
        told = f"{1000 * read():10.0f}" if read else ""
        print(f"{name:22}" + "".join(f"{one:10.2f}" for one in middle) + told, flush=True)


def _sizes(
    knowledge: Knowledge,
) -> Iterator[tuple[str, Knowledge, Callable[[], float] | None]]:
    """Each size by name, with the knowledge and, where there are files for it, how it is read."""
    rules = sum(map(len, knowledge.rules.values()))
    questions, forms = len(knowledge.questionnaire.questions), len(knowledge.catalogue.forms)
    for times in (1, 3, 8):
        grown = more_rules(knowledge, times)
        yield f"{times * rules} rules", grown, lambda times=times: _reading(times)
    for times in (3, 12):
        yield f"{times * questions} questions", more_questions(knowledge, times), None
    for times in (2, 3):
        yield f"{times * forms} forms", more_forms(knowledge, times), None


def more_rules(knowledge: Knowledge, times: int) -> Knowledge:
    """Every rule so many times, under other names."""
    every = {
        stage: tuple(
            replace(rule, id=_named(rule.id, copy)) for copy in range(times) for rule in rules
        )
        for stage, rules in knowledge.rules.items()
    }
    return replace(knowledge, rules=every)


def more_questions(knowledge: Knowledge, times: int) -> Knowledge:
    """Every question so many times; the copies have no answer, and nothing asks for one."""
    form = knowledge.questionnaire
    copies = {
        _named(name, copy): _again(one, _named(name, copy)) if copy else one
        for copy in range(times)
        for name, one in form.questions.items()
    }
    return replace(knowledge, questionnaire=replace(form, questions=copies))


def _again(question: Question, name: str) -> Question:
    """The same question under another name, for what is only told and decides nothing."""
    return replace(question, id=name, measures=Measures.LEARNING)


def more_forms(knowledge: Knowledge, times: int) -> Knowledge:
    """Every type of intervention so many times, with forms of its own."""
    catalogue = knowledge.catalogue
    types = {
        _named(name, copy): replace(
            one,
            id=_named(name, copy),
            forms=tuple(
                replace(form, id=_named(form.id, copy), intervention=_named(name, copy))
                for form in one.forms
            ),
        )
        for copy in range(times)
        for name, one in catalogue.interventions.items()
    }
    forms = {form.id: form for one in types.values() for form in one.forms}
    return replace(knowledge, catalogue=replace(catalogue, interventions=types, forms=forms))


def _named(name: str, copy: int) -> str:
    return f"{name}-{copy}" if copy else name


def _times(answers: Answers, knowledge: Knowledge) -> tuple[float, ...]:
    """Seconds of each stage for one school."""
    clock = [time.process_time()]
    profile = assess(answers, knowledge)
    clock.append(time.process_time())
    findings = judge(profile, knowledge)
    clock.append(time.process_time())
    combination = choose(profile, findings, knowledge)
    clock.append(time.process_time())
    compose(profile, findings, combination, knowledge, DAY)
    clock.append(time.process_time())
    return tuple(after - before for before, after in pairwise(clock))


def _reading(times: int) -> float:
    """Seconds to read all files, the ones with rules so many times as long."""
    root = data_root()
    with tempfile.TemporaryDirectory() as place:
        rules = Path(place) / "rules"
        shutil.copytree(root.rules, rules)
        for path in rules.glob("*.yaml"):
            head, mark, body = path.read_text("utf-8").partition("\nrules:\n")
            copies = [re.sub(r"(?m)^(  - id: .*)$", rf"\1-{n}", body) for n in range(1, times)]
            path.write_text(head + mark + "".join((body, *copies)), "utf-8")
        started = time.process_time()
        load_knowledge(root.catalogue, rules)
        return time.process_time() - started


if __name__ == "__main__":
    main()
