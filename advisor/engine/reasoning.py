"""The line of reasoning in one call: answers -> profile -> findings -> combination -> plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from advisor.engine.assess import assess
from advisor.engine.choose import choose
from advisor.engine.compose import compose
from advisor.engine.judge import Findings, judge
from advisor.engine.what_if.bench import Bench
from advisor.engine.what_if.second_look import look_again, look_at_unknown
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


def make_whole_plan(
    answers: Answers, knowledge: Knowledge, today: dt.date, annex: bool = True
) -> Plan:
    """The plan with what it hangs on, for who reads it rather than counts it.

    Without what only the annex tells of that, it takes a fraction of the time.
    """
    plan, bench = make_plan(answers, knowledge, today), Bench(answers, knowledge)
    plan = replace(plan, open_answers=look_at_unknown(bench))
    if not annex:
        return plan
    return replace(plan, second_look=look_again(bench, (left.id for left in plan.not_advised)))
