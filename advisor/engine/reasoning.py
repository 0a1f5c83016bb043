"""The line of reasoning in one call: answers -> profile -> findings -> combination -> plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.compose import compose
from advisor.engine.judge import Findings, judge
from advisor.model.combination import Combination
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answers


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What each stage came to, for one school."""

    profile: Profile
    findings: Findings
    combination: Combination
    plan: Plan


def reason(answers: Answers, knowledge: Knowledge, today: dt.date) -> Reasoning:
    """All stages for one school; `today` counts when the answers carry no date."""
    profile = assess(answers, knowledge)
    findings = judge(profile, knowledge)
    combination = choose(profile, findings, knowledge)
    plan = compose(profile, findings, combination, knowledge, today)
    return Reasoning(profile, findings, combination, plan)


def make_plan(answers: Answers, knowledge: Knowledge, today: dt.date) -> Plan:
    """The plan alone."""
    return reason(answers, knowledge, today).plan
