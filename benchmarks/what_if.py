"""How long a second look takes for one school: run `python benchmarks/what_if.py`.

Seconds of one core, the median and the slowest over the scenario schools and a number of generated
realistic ones. What a user waits for comes on top: starting Python and reading the knowledge, which
the first line tells.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import realistic_schools
from advisor.data import data_root
from advisor.engine.compare import compare
from advisor.engine.explain import explain
from advisor.engine.join import join
from advisor.engine.reasoning import make_plan, make_whole_plan, reason
from advisor.engine.what_if.bench import Bench
from advisor.loading.rules import load_knowledge
from advisor.model.comparison import Record
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers

DAY = dt.date(2026, 9, 1)


def main() -> None:
    """Print one line for each thing that a team may ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=20, help="generated schools besides")
    wanted = parser.parse_args()
    root = data_root()
    started = time.process_time()
    knowledge = load_knowledge(root.catalogue, root.rules)
    print(f"{'reading the knowledge':44}{time.process_time() - started:8.3f}")
    loaded, _ = load_scenarios(root.scenarios, knowledge)
    schools = [one.answers for one in loaded]
    schools += realistic_schools(knowledge, wanted.schools, 1)
    print(f"{len(schools)} schools{'':33}  median  slowest")
    for name, measure in tasks(knowledge).items():
        times = [seconds for answers in schools for seconds in measure(answers)]
        print(f"{name:44}{statistics.median(times):8.3f}{max(times):9.3f}", flush=True)


Measure = Callable[[Answers], Iterator[float]]


def tasks(knowledge: Knowledge) -> dict[str, Measure]:
    """What is measured, by name: the seconds that each thing takes for one school."""

    def explain_each(answers: Answers) -> Iterator[float]:
        for item in knowledge.catalogue.interventions:
            yield took(lambda item=item: explain_one(item, answers))

    def explain_one(item: str, answers: Answers) -> object:
        return explain(item, reason(answers, knowledge, DAY), Bench(answers, knowledge))

    def three(answers: Answers) -> object:
        others = realistic_schools(knowledge, 2, 7)
        sector = answers.values.get("sector")
        said = [answers, *(replace(o, values={**o.values, "sector": sector}) for o in others)]
        named = [replace(one, respondent=str(number)) for number, one in enumerate(said)]
        return make_whole_plan(join(named, knowledge), knowledge, DAY)

    def a_year_later(answers: Answers) -> object:
        later = replace(answers, date=DAY.replace(year=DAY.year + 1))
        return compare(Record(answers, (), None), Record(later, (), None), knowledge, DAY)

    def once(measure: Callable[[Answers], object]) -> Measure:
        return lambda answers: iter((took(lambda: measure(answers)),))

    return {
        "the plan": once(lambda answers: make_plan(answers, knowledge, DAY)),
        "the plan with its second look": once(lambda a: make_whole_plan(a, knowledge, DAY)),
        "explain one type": explain_each,
        "three respondents, different on most": once(three),
        "compare with itself a year later": once(a_year_later),
    }


def took(measure: Callable[[], object]) -> float:
    """Seconds of one core."""
    started = time.process_time()
    measure()
    return time.process_time() - started


if __name__ == "__main__":
    main()
