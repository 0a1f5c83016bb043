"""Which promises one school breaks, those that take more than one plan included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from advisor.checking.schools import TODAY
from advisor.engine.promises import (
    Broken,
    MakePlan,
    broken_promises,
    check_heavier_need,
    check_same_plan,
)
from advisor.engine.reasoning import Reasoning, make_plan
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.questionnaire import Answers


def broken_by(one: Reasoning, knowledge: Knowledge, order: int | None = None) -> Iterator[Broken]:
    """The promises that a school breaks; P8 only where a seed for another `order` is given."""
    answers = one.profile.answers
    yield from broken_promises(one.profile, one.findings, one.combination, one.plan, knowledge)
    yield from check_heavier_need(_plans_beside(one, answers), answers, knowledge, TODAY)
    if order is not None:
        yield from check_same_plan(make_plan, answers, knowledge, TODAY, seed=order)


def _plans_beside(known: Reasoning, answers: Answers) -> MakePlan:
    """Makes plans, but not again the one of the school itself."""

    def plan(other: Answers, knowledge: Knowledge, today: dt.date) -> Plan:
        return known.plan if other is answers else make_plan(other, knowledge, today)

    return plan
