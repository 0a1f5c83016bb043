"""Checks the knowledge beyond its form: scenarios, promises and measures of sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from advisor.checking.expectations import run_scenario
from advisor.checking.generated import list_promises, run_generated
from advisor.checking.language import check_language
from advisor.checking.measures import Chosen, measure_sense
from advisor.checking.report import Report
from advisor.checking.scenarios import Scenario, load_scenarios
from advisor.checking.schools import realistic_schools, typical_schools, uniform_schools
from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.judge import judge
from advisor.engine.promises import PROMISES
from advisor.engine.reasoning import make_whole_plan
from advisor.formats.interface import Format, render
from advisor.loading.index import Written
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers
from advisor.texts import Lang, Text

__all__ = ["Report", "run_check"]


def run_check(
    knowledge: Knowledge,
    written: Sequence[Written],
    scenarios_dir: Path,
    schools: int = 1000,
    seed: int = 1,
) -> Report:
    """Read all texts, run all scenarios, and test promises and measures on so many schools a kind.

    `written` are the texts of the knowledge with their places.

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
    return Report(
        counts=_count(knowledge, len(scenarios)),
        promises=list_promises((realistic, uniform)),
        scenarios=tuple(run_scenario(one, knowledge) for one in scenarios),
        problems=problems,
        language=check_language(written, knowledge),
        measures=measure_sense(realistic.schools, typical, knowledge),
        own=knowledge.own,
    )


def _render_all(scenarios: Iterable[Scenario], knowledge: Knowledge) -> None:
    """Every plan can be written in every language: a sentence that is missing shows here."""
    for scenario in scenarios:
        plan = make_whole_plan(scenario.answers, knowledge, dt.date.min)
        for lang in Lang:
            for form in (Format.HTML, Format.JSON):
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
