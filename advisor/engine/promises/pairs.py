"""P7 and P8: what two plans of almost the same answers must have in common."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from advisor.engine.promises.case import RAISED, Broken, tell
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Cover
from advisor.model.plan import Plan
from advisor.model.questionnaire import Answer, Answers, Measures

MakePlan = Callable[[Answers, Knowledge, dt.date], Plan]


def check_heavier_need(
    make_plan: MakePlan, answers: Answers, knowledge: Knowledge, today: dt.date
) -> Iterator[Broken]:
    """P7: with all other answers equal, a heavier need never lowers its own cover.

    The choice goes by links: a stronger link may have thinner evidence, and the label then says so.
    Every raised need that was asked straight out gets one level heavier, one at a time.
    """
    plan: Plan | None = None
    for question in knowledge.questionnaire.measuring(Measures.NEED):
        scale = [option.id for option in question.options]
        said = answers.values.get(question.id)
        if said not in RAISED or said == scale[-1]:
            continue
        plan = plan or make_plan(answers, knowledge, today)
        heavier = scale[scale.index(str(said)) + 1]
        values: dict[str, Answer] = {**answers.values, question.id: heavier}
        other = make_plan(replace(answers, values=values), knowledge, today)
        need = question.target or question.id
        if _is_lower(plan, other, need):
            yield tell(
                "P7",
                "{n} wordt zwaarder en krijgt minder dekking",
                "{n} grows heavier and gets less cover",
                n=need,
            )


_RANK = {None: 0, Cover.OPEN: 0, Cover.PARTLY: 1, Cover.FIRM: 2}


def _is_lower(plan: Plan, heavier: Plan, need: str) -> bool:
    before = next(line for line in plan.needs if line.id == need)
    after = next(line for line in heavier.needs if line.id == need)
    if after.best_link != before.best_link:
        return after.best_link < before.best_link
    return _RANK[after.cover] < _RANK[before.cover]


def check_same_plan(
    make_plan: MakePlan, answers: Answers, knowledge: Knowledge, today: dt.date, seed: int = 1
) -> Iterator[Broken]:
    """P8: the order of answers and of rules makes no difference."""
    chance = random.Random(seed)
    items = list(answers.values.items())
    chance.shuffle(items)
    rules = {
        stage: tuple(chance.sample(rules, len(rules))) for stage, rules in knowledge.rules.items()
    }
    plan = make_plan(answers, knowledge, today)
    if make_plan(replace(answers, values=dict(items)), knowledge, today) != plan:
        yield tell("P8", "de volgorde van antwoorden telt", "the order of answers matters")
    if make_plan(answers, replace(knowledge, rules=rules), today) != plan:
        yield tell("P8", "de volgorde van regels telt", "the order of rules matters")
