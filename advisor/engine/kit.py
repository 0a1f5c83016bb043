"""What a team meets with: the decisions to take, and what it tells council, team and parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.reasons import Case
from advisor.engine.standing import has_hours
from advisor.model.combination import Decision, Status
from advisor.model.lines import Kind
from advisor.model.plan import Plan
from advisor.model.together import MeetingKit
from advisor.texts import Text

MOST_DECISIONS = 8
_FEW = 3


def make_kit(case: Case, plan: Plan) -> MeetingKit:
    """The decisions that this plan asks for, and a paragraph for each audience."""
    return MeetingKit(
        decisions=tuple(_decisions(case, plan))[:MOST_DECISIONS],
        for_team=Text.sentences(_for_team(case, plan)),
        for_parents=Text.sentences(_for_parents(case, plan)),
    )


def _decisions(case: Case, plan: Plan) -> Iterator[Text]:
    """What begins, what ends or changes, what is built first, the goals, and who says yes."""
    year = plan.years[0]
    begun = [i for i in plan.combination if i.start == year]
    for item in begun:
        if item.kind is Kind.INTERVENTION:
            yield case.word("plan-decide-begin").fill(item=item.name, year=year)
    waiting = [i for i in plan.combination if i.status is Status.FIND_OUT]
    for item in waiting[:1]:
        yield case.word("plan-decide-find-out").fill(item=item.name)
    for decision, key in (
        (Decision.LET_END, "plan-decide-end"),
        (Decision.CHANGE_FORM, "plan-decide-change"),
    ):
        names = [line.name for line in plan.existing if line.decision is decision]
        if names:
            yield case.word(key).fill(items=_row(case, names))
    laid = [i for i in begun if i.kind is Kind.FOUNDATION]
    if laid:
        names = [item.name for item in laid]
        yield case.word("plan-decide-lay").fill(items=_row(case, names))
    if plan.monitoring.goals:
        goals = [goal.name for goal in plan.monitoring.goals[:_FEW]]
        yield case.word("plan-decide-goals").fill(items=_row(case, goals))
    if plan.approvals:
        who = [line.who for line in plan.approvals]
        yield case.word("plan-decide-approval").fill(who=_row(case, who))


def _for_team(case: Case, plan: Plan) -> Iterator[Text]:
    raised = [need for need in plan.raised if need.first] or list(plan.raised)
    seen = [need.name for need in raised[:_FEW]]
    if seen:
        yield case.word("plan-team-seen").fill(needs=_row(case, seen))
    else:
        yield case.word("plan-team-nothing")
    begun = [i.name for i in plan.combination if i.start and i.kind is Kind.INTERVENTION]
    base = [i.name for i in plan.combination if i.start and i.kind is Kind.FOUNDATION]
    kept = [line.name for line in plan.existing if line.decision is Decision.KEEP]
    ends = [line.name for line in plan.existing if line.decision is Decision.LET_END]
    for key, names in (("begin", begun), ("base", base), ("keep", kept), ("end", ends)):
        if names:
            yield case.word(f"plan-team-{key}").fill(items=_row(case, names))
    if has_hours(case):
        yield plan.head
    else:
        yield case.word("plan-team-no-hours")
    if plan.approvals:
        who = [line.who for line in plan.approvals]
        yield case.word("plan-team-approval").fill(who=_row(case, who))
    yield case.word("plan-team-close")


def _for_parents(case: Case, plan: Plan) -> Iterator[Text]:
    goals = [goal.goal for goal in plan.monitoring.goals[:_FEW]]
    if goals:
        yield case.word("plan-parents-goals").fill(goals=_points(goals))
    elif any(need.level is not None for need in plan.needs):
        yield case.word("plan-parents-nothing")
    else:
        yield case.word("plan-parents-unknown")
    forms = case.knowledge.catalogue.forms
    stands = [i for i in plan.combination if i.form is not None and i.year is not None]
    in_class = [i.name for i in stands if "class" in i.layers and not forms[i.form or ""].at_risk]
    extra = [i.name for i in stands if forms[i.form or ""].at_risk]
    if in_class:
        yield case.word("plan-parents-class").fill(items=_row(case, in_class))
    if extra:
        yield case.word("plan-parents-extra").fill(items=_row(case, extra))
    partners = case.knowledge.limits.layer_foundations["parents"]
    if any(item.id == partners and item.year is not None for item in plan.combination):
        yield case.word("plan-parents-voice")
    yield case.word("plan-parents-close")


def _row(case: Case, names: Iterable[Text]) -> Text:
    """Names as one enumeration, each once."""
    return Text.join(tuple(dict.fromkeys(name.inside() for name in names)), case.word("plan-and"))


def _points(texts: Iterable[Text]) -> Text:
    """Sentences after each other as parts of one."""
    every = tuple(text.inside() for text in texts)
    return Text(
        "; ".join(text.nl.rstrip(".") for text in every),
        "; ".join(text.en.rstrip(".") for text in every),
    )
