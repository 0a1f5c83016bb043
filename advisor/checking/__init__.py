"""Checks the knowledge beyond its form: scenarios, promises and measures of sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from advisor.checking.expectations import ScenarioResult, run_scenario
from advisor.checking.generated import Tested, list_promises, run_generated
from advisor.checking.language import check_language
from advisor.checking.lint import lint_knowledge
from advisor.checking.measures import Chosen, measure_sense
from advisor.checking.report import Report
from advisor.checking.scenarios import Scenario, load_scenarios
from advisor.checking.schools import realistic_schools, typical_schools, uniform_schools
from advisor.checking.smaller import find_counterexamples
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.judge import judge
from advisor.engine.promises import PROMISES
from advisor.engine.reasoning import Reasoning, make_whole_plan
from advisor.formats.interface import Format, render
from advisor.loading.index import Index
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers
from advisor.texts import Lang, Text

__all__ = ["Report", "run_check"]

LOOKED_AT = 100
"""Of each kind so many generated schools are looked at for what plans show."""


def run_check(
    knowledge: Knowledge,
    index: Index,
    scenarios_dir: Path,
    today: dt.date,
    schools: int = 1000,
    seed: int = 1,
) -> Report:
    """Lint all, run all scenarios, and test promises and measures on so many schools a kind.

    `index` has the places of the knowledge; `today` tells what is due to be looked at again.

    Raises:
        UsageError: there is no folder with scenarios.
        KnowledgeError: a sentence that plans need is missing.
    """
    scenarios, problems = load_scenarios(scenarios_dir, knowledge)
    _render_all(scenarios, knowledge)
    realistic = run_generated(
        Text("realistisch", "realistic"), realistic_schools(knowledge, schools, seed), knowledge
    )
    uniform = run_generated(
        Text("willekeurig", "uniform"), uniform_schools(knowledge, schools, seed), knowledge
    )
    typical = [_choose(one, knowledge) for one in typical_schools(knowledge, schools, seed)]
    results = tuple(run_scenario(one, knowledge) for one in scenarios)
    return Report(
        counts=_count(knowledge, len(scenarios)),
        seed=seed,
        promises=list_promises((realistic, uniform)),
        counterexamples=find_counterexamples((realistic, uniform), knowledge),
        scenarios=results,
        problems=problems,
        lint=lint_knowledge(knowledge, index, _some(results, realistic, uniform), today),
        language=check_language(index.texts, knowledge),
        measures=measure_sense(realistic.schools, typical, knowledge),
        own=knowledge.own,
    )


def _some(results: Iterable[ScenarioResult], *groups: Tested) -> Iterator[Reasoning]:
    """The scenarios and some of the generated schools, to see what plans show."""
    yield from (result.reasoning for result in results)
    for group in groups:
        yield from group.schools[:LOOKED_AT]


def _render_all(scenarios: Iterable[Scenario], knowledge: Knowledge) -> None:
    """Every plan can be written in every language: a sentence that is missing shows here.

    All formats say what the Markdown says; the words that HTML adds are the same for every school.
    """
    for number, scenario in enumerate(scenarios):
        plan = make_whole_plan(scenario.answers, knowledge, dt.date.min)
        page = () if number else (Format.HTML,)
        for lang, form in product(Lang, (Format.MARKDOWN, Format.JSON, *page)):
            render(plan, knowledge, lang, True, form)


def _choose(answers: Answers, knowledge: Knowledge) -> Chosen:
    profile = assess(answers, knowledge)
    return Chosen(profile, choose(profile, judge(profile, knowledge), knowledge))


def _count(knowledge: Knowledge, scenarios: int) -> dict[str, int]:
    catalogue = knowledge.catalogue
    return {
        "rules": sum(len(rules) for rules in knowledge.rules.values()),
        "interventions": len(catalogue.interventions),
        "forms": len(catalogue.forms),
        "foundations": len(catalogue.foundations),
        "sources": len(catalogue.sources),
        "scenarios": scenarios,
        "promises": len(PROMISES),
    }
