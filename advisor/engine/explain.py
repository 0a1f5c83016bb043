"""Why an item is in a plan or not, what it hangs on, and the smallest change that turns it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from advisor.engine.conditions import evaluate
from advisor.engine.cover import cover_of
from advisor.engine.reasoning import Reasoning
from advisor.engine.reasons import Case
from advisor.engine.what_if.bench import Bench
from advisor.engine.what_if.second_look import judge_firmness
from advisor.engine.what_if.turn import find_turns
from advisor.engine.what_if.ways import find_way_with, find_way_without
from advisor.model.combination import Combination
from advisor.model.conditions import Ground
from advisor.model.explanation import Explained, Explanation, Without
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.model.what_if import Turn, Way
from advisor.texts import Text


class _Named(Protocol):
    @property
    def name(self) -> Text: ...


def known_items(knowledge: Knowledge) -> dict[str, tuple[Explained, Text]]:
    """What can be explained, by id: its kind and its name."""
    catalogue = knowledge.catalogue
    kinds: tuple[tuple[Explained, Mapping[str, _Named]], ...] = (
        (Explained.INTERVENTION, catalogue.interventions),
        (Explained.FOUNDATION, catalogue.foundations),
        (Explained.ACTIVITY, catalogue.activities),
        (Explained.QUESTION, catalogue.implementation),
    )
    return {name: (kind, one.name) for kind, entries in kinds for name, one in entries.items()}


def explain(item: str, reasoning: Reasoning, bench: Bench) -> Explanation:
    """All about one item in the plan of one school.

    `bench` is that of the same answers, so that what was tried before is not tried again.
    """
    plan = reasoning.plan
    kind, name = known_items(bench.knowledge)[item]
    firmness = {one.id: one for one in judge_firmness(bench)} if plan.item(item) else {}
    return Explanation(
        plan=plan,
        id=item,
        kind=kind,
        name=name,
        item=plan.item(item),
        existing=next((line for line in plan.existing if line.id == item), None),
        left_out=next((left for left in plan.not_advised if left.id == item), None),
        question=next((one for one in plan.implementation if one.id == item), None),
        grounds=_grounds(item, reasoning, bench.knowledge),
        without=tuple(_without(item, reasoning, bench.knowledge)),
        way=_other_way(item, reasoning, bench),
        turn=_turn(item, plan, bench),
        firmness=firmness.get(item),
    )


def _grounds(item: str, reasoning: Reasoning, knowledge: Knowledge) -> tuple[Ground, ...]:
    """The answers by which something is not in the plan: it stands already, or does not run."""
    if reasoning.plan.item(item) is not None:
        return ()
    if item in knowledge.catalogue.foundations:
        in_place = knowledge.catalogue.foundations[item].in_place
        return evaluate(in_place, reasoning.profile).deciding()
    if item in knowledge.catalogue.activities and item not in reasoning.profile.activities:
        return (replace(reasoning.profile.running_ground, option=item),)
    return ()


def _without(item: str, reasoning: Reasoning, knowledge: Knowledge) -> Iterator[Without]:
    """The raised needs that the item covers, and what is left of that when it alone is gone."""
    rest = _drop(item, reasoning.combination)
    case = Case(reasoning.profile, reasoning.findings, rest, knowledge)
    for line in reasoning.plan.raised:
        if item in line.by and line.cover is not None:
            then = cover_of(case, reasoning.profile.needs[line.id])
            yield Without(line.id, line.name, line.cover, then.cover, then.why)


def _drop(item: str, combination: Combination) -> Combination:
    return replace(
        combination,
        kept=tuple(k for k in combination.kept if k.form.intervention != item),
        starts=tuple(s for s in combination.starts if s.form.intervention != item),
        foundations=tuple(p for p in combination.foundations if p.foundation.id != item),
        existing=tuple(e for e in combination.existing if e.activity.id != item),
    )


def _other_way(item: str, reasoning: Reasoning, bench: Bench) -> Way | None:
    """The best plan with what was left out, or without what was chosen."""
    if any(left.id == item for left in reasoning.plan.not_advised):
        return find_way_with(bench, item)
    begun = {start.form.intervention for start in reasoning.combination.starts}
    return find_way_without(bench, item) if item in begun else None


def _turn(item: str, plan: Plan, bench: Bench) -> Turn | None:
    """The smallest change, or the rule that holds; nothing for what is no item of a combination."""
    catalogue = bench.knowledge.catalogue
    if item not in catalogue.interventions and item not in catalogue.foundations:
        return None
    changes = find_turns(bench, item)
    return Turn(changes, None if changes else _holding(item, plan))


def _holding(item: str, plan: Plan) -> str | None:
    """The rule, step or row that keeps the item in or out."""
    there = plan.item(item)
    left = next((one for one in plan.not_advised if one.id == item), None)
    reasons: tuple[Reason, ...] = there.reasons if there else ()
    if left is not None and there is None:
        # The first reason is the row of the table; a rule behind it says more.
        reasons = (*left.reasons[1:], *left.reasons)
    return next((reason.rule for reason in reasons), None)
