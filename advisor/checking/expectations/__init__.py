"""Runs a scenario school and tells which expectations failed, each with why or why not."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.checking.expectations import items, needs, told
from advisor.checking.expectations.made import Made
from advisor.checking.scenarios import Scenario
from advisor.engine.reasoning import Reasoning, reason
from advisor.model.knowledge import Knowledge
from advisor.texts import Text

_CHECKS = (*items.CHECKS, *needs.CHECKS, *told.CHECKS)


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What came of one scenario: the expectations that failed, each with why or why not."""

    scenario: Scenario
    reasoning: Reasoning
    failed: tuple[Text, ...]


def run_scenario(scenario: Scenario, knowledge: Knowledge) -> ScenarioResult:
    """Make the plan of the scenario and compare."""
    assert scenario.answers.date is not None, "every scenario has a date"
    made = Made(scenario, reason(scenario.answers, knowledge, scenario.answers.date), knowledge)
    failed = tuple(text for check in _CHECKS for text in check(made))
    return ScenarioResult(scenario, made.reasoning, failed)
