"""Why an item is in a plan or not, what it hangs on, and the smallest change that turns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from advisor.engine.choose import choose
from advisor.engine.cover import cover_of
from advisor.engine.items import list_places
from advisor.engine.options import Candidate, Options, lay_out_options
from advisor.engine.reasoning import Reasoning
from advisor.engine.reasons import Case
from advisor.engine.search import Found, Scheduled, search, search_among
from advisor.engine.what_if.bench import Bench, differ
from advisor.engine.what_if.second_look import judge_firmness
from advisor.engine.what_if.turn import find_turns
from advisor.model.combination import Combination
from advisor.model.conditions import Ground
from advisor.model.explanation import Explanation, Way, Without
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.model.rules import Step
from advisor.model.what_if import Turn
from advisor.texts import Text

_Set = tuple[Candidate, ...]


def known_items(knowledge: Knowledge) -> tuple[str, ...]:
    """The ids that can be explained: types, foundations, activities and the five questions."""
    catalogue = knowledge.catalogue
    kinds = (
        catalogue.interventions,
        catalogue.foundations,
        catalogue.activities,
        catalogue.implementation,
    )
    return tuple(name for kind in kinds for name in kind)


def explain(item: str, reasoning: Reasoning, bench: Bench) -> Explanation:
    """All about one item in the plan of one school.

    `bench` is that of the same answers, so that what was tried before is not tried again.
    """
    plan = reasoning.plan
    firmness = {one.id: one for one in judge_firmness(bench)} if plan.item(item) else {}
    return Explanation(
        plan=plan,
        id=item,
        name=_name(item, bench.knowledge),
        item=plan.item(item),
        existing=next((line for line in plan.existing if line.id == item), None),
        left_out=next((left for left in plan.not_advised if left.id == item), None),
        question=next((one for one in plan.implementation if one.id == item), None),
        grounds=_grounds(item, reasoning, bench.knowledge),
        without=tuple(_without(item, reasoning, bench.knowledge)),
        way=_other_way(item, reasoning, bench.knowledge),
        turn=_turn(item, plan, bench),
        firmness=firmness.get(item),
    )


def _name(item: str, knowledge: Knowledge) -> Text:
    catalogue = knowledge.catalogue
    for kind in (
        catalogue.interventions,
        catalogue.foundations,
        catalogue.activities,
        catalogue.implementation,
    ):
        if item in kind:
            name: Text = kind[item].name
            return name
    raise KeyError(item)


def _grounds(item: str, reasoning: Reasoning, knowledge: Knowledge) -> tuple[Ground, ...]:
    """The answers by which something is not in the plan: it stands already, or does not run."""
    if reasoning.plan.item(item) is not None:
        return ()
    if item in knowledge.catalogue.foundations:
        options = lay_out_options(reasoning.profile, reasoning.findings, knowledge)
        return options.foundations[item].in_place.deciding()
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


def _other_way(item: str, reasoning: Reasoning, knowledge: Knowledge) -> Way | None:
    """The best plan that starts what was left out, or does not start what was chosen."""
    begun = {start.form.intervention for start in reasoning.combination.starts}
    left_out = {left.id for left in reasoning.plan.not_advised}
    if item not in begun | left_out:
        return None

    def is_meant(chosen: _Set) -> bool:
        return any(c.form.intervention == item for c in chosen) is (item in left_out)

    return _best_of(is_meant, reasoning, knowledge)


def _best_of(
    is_meant: Callable[[_Set], bool], reasoning: Reasoning, knowledge: Knowledge
) -> Way | None:
    profile, findings = reasoning.profile, reasoning.findings
    options = lay_out_options(profile, findings, knowledge)
    found = search_among(options, is_meant)
    if found is None:
        return None
    best, _ = search(options)
    other = choose(profile, findings, knowledge, _always(found))
    before = list_places(reasoning.combination, knowledge)
    return Way(
        difference=differ(before, list_places(other, knowledge)),
        step=_lost_at(found[0], best, knowledge),
        use=other.use,
    )


def _always(found: Found) -> Callable[[Options], Found]:
    return lambda _: found


def _lost_at(other: Scheduled, best: Scheduled, knowledge: Knowledge) -> Step:
    return knowledge.steps[other.lost_at(best)]


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
    reasons: tuple[Reason, ...] = there.reasons if there else left.reasons if left else ()
    # Of what was left out, the first reason is the row of the table; a rule behind it says more.
    return next((reason.rule for reason in (*reasons[1:], *reasons)), None)
