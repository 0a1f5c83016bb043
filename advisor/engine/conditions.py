"""Three-valued evaluation of conditions; the outcome keeps what every leaf saw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from advisor.model.conditions import All, Condition, Ground, Leaf, Not, Outcome, Subject, Test
from advisor.model.profile import Profile, Runs

LOOSE = frozenset({Runs.LOOSE, Runs.ONE_OFF, Runs.PROJECT})


@dataclass(frozen=True, slots=True)
class InPlan:
    """The ids of the combination with the answers behind each: what is there, and what begins."""

    there: Mapping[str, tuple[Ground, ...]]
    begun: Mapping[str, tuple[Ground, ...]]


NO_PLAN = InPlan(MappingProxyType({}), MappingProxyType({}))
"""Before the choice there is no plan to look at."""


def evaluate(condition: Condition, profile: Profile, in_plan: InPlan = NO_PLAN) -> Outcome:
    """The outcome of a condition for a school, and for its plan where there is one."""
    if isinstance(condition, Leaf):
        value, grounds = _LOOK[condition.subject](condition, profile, in_plan)
        return Outcome(value, condition, grounds)
    if isinstance(condition, Not):
        part = evaluate(condition.part, profile, in_plan)
        return Outcome(None if part.value is None else not part.value, parts=(part,))
    parts = tuple(evaluate(part, profile, in_plan) for part in condition.parts)
    absorbing = not isinstance(condition, All)
    return Outcome(_combine(parts, absorbing), parts=parts)


def evaluate_unless_false(
    condition: Condition, profile: Profile, in_plan: InPlan = NO_PLAN
) -> Outcome:
    """As `evaluate`, but what comes to false keeps nothing of what it saw: nobody tells of it."""
    if _truth(condition, profile, in_plan) is False:
        return _FALSE
    return evaluate(condition, profile, in_plan)


_FALSE = Outcome(False)


def _truth(condition: Condition, profile: Profile, in_plan: InPlan) -> bool | None:
    """What `evaluate` comes to, without the outcomes of the parts; that takes a quarter of it."""
    if isinstance(condition, Leaf):
        return _LOOK[condition.subject](condition, profile, in_plan)[0]
    if isinstance(condition, Not):
        value = _truth(condition.part, profile, in_plan)
        return None if value is None else not value
    absorbing = not isinstance(condition, All)
    found: bool | None = not absorbing
    for part in condition.parts:
        value = _truth(part, profile, in_plan)
        if value is absorbing:
            return absorbing
        if value is None:
            found = None
    return found


Weigh = Callable[[Condition, Profile], Outcome]
"""Evaluates a condition, be it anew or from memory."""


def _combine(parts: tuple[Outcome, ...], absorbing: bool) -> bool | None:
    """Kleene: the absorbing value wins, else unknown, else its opposite."""
    values = [part.value for part in parts]
    if absorbing in values:
        return absorbing
    return None if None in values else not absorbing


_Seen = tuple[bool | None, tuple[Ground, ...]]


def _answer(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    value = profile.answers.values.get(leaf.id)
    grounds = (Ground(leaf.id, value),)
    if leaf.test is Test.UNKNOWN:
        return value is None, grounds
    if value is None:
        return None, grounds
    if leaf.test is Test.INCLUDES:
        ticked = value if isinstance(value, tuple) else (value,)
        looked = tuple(Ground(leaf.id, value, option) for option in leaf.values)
        return any(option in ticked for option in leaf.values), looked
    return value in leaf.values, grounds


def _need(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    need = profile.needs[leaf.id]
    if leaf.test is Test.UNKNOWN:
        return need.level is None, need.grounds
    if leaf.test is Test.FIRST:
        known = need.first or profile.first is not None
        return (need.first if known else None), need.grounds
    if need.level is None:
        return None, need.grounds
    return need.level.name.lower() in leaf.values, need.grounds


def _circumstance(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    known = profile.circumstances
    ground = replace(profile.circumstances_ground, option=leaf.id)
    return (None if known is None else leaf.id in known), (ground,)


def _activity(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    if profile.running is None:
        return None, (profile.running_ground,)
    state = profile.activities.get(leaf.id)
    if state is None:
        return False, (profile.running_ground,)
    if leaf.test is Test.HOLDS:
        return True, state.grounds
    if not state.is_clear:
        return None, state.grounds
    asks_loose = Runs.LOOSE in leaf.values and state.runs in LOOSE
    if state.runs is Runs.LOOSE and not asks_loose and set(leaf.values) & LOOSE:
        return None, state.grounds
    return asks_loose or state.runs in leaf.values, state.grounds


def _capacity(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    capacity = profile.capacities[leaf.id]
    if leaf.test is Test.UNKNOWN:
        return capacity.band is None, (capacity.ground,)
    value = None if capacity.band is None else capacity.band in leaf.values
    return value, (capacity.ground,)


def _advised(leaf: Leaf, _: Profile, in_plan: InPlan) -> _Seen:
    return leaf.id in in_plan.there, in_plan.there.get(leaf.id, ())


def _begins(leaf: Leaf, _: Profile, in_plan: InPlan) -> _Seen:
    return leaf.id in in_plan.begun, in_plan.begun.get(leaf.id, ())


def _flag(leaf: Leaf, profile: Profile, _: InPlan) -> _Seen:
    flag = profile.flags[leaf.id]
    return flag.value, flag.grounds


_LOOK = {
    Subject.ANSWER: _answer,
    Subject.NEED: _need,
    Subject.CIRCUMSTANCE: _circumstance,
    Subject.ACTIVITY: _activity,
    Subject.CAPACITY: _capacity,
    Subject.ADVISED: _advised,
    Subject.BEGINS: _begins,
    Subject.FLAG: _flag,
}
