"""Plan -> contribution: the little that one school gives to the report on its network."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.model.combination import IN_PLACE, Decision, Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Cover, Item, Kind
from advisor.model.network import Begun, Contribution, RaisedNeed
from advisor.model.plan import Plan
from advisor.model.profile import Runs
from advisor.model.questionnaire import Measures

_TRAINING = "half-days"
"""The unit in which staff training is counted; hours are of one person, lessons of pupils."""

_KEPT_SAFE = frozenset({Decision.KEEP, Decision.JOIN})


def contribute(plan: Plan, knowledge: Knowledge) -> Contribution:
    """What the plan gives to the network; only a school that wants to share gives its name."""
    shares = plan.network.shares
    if shares is False:
        return Contribution(shares=False)
    first_year = plan.years[0]
    now = [use for use in plan.use if use.year == first_year]
    return Contribution(
        shares=shares,
        reading=() if plan.sector is None else plan.reading,
        date=plan.date if plan.date_given else None,
        years=(first_year, plan.years[-1]),
        needs=tuple(
            RaisedNeed(need.id, need.first, need.why if need.cover is Cover.OPEN else None)
            for need in plan.raised
        ),
        begins=tuple(_begun(plan, knowledge)),
        no_room=tuple(use.unit for use in now if not use.available and not use.assumed),
        room_unknown=tuple(use.unit for use in now if use.assumed),
        aim=_said(plan, Measures.AIM, knowledge),
        brings_beginner=plan.network.join != knowledge.catalogue.words["plan-join"],
        school=plan.school if shares else None,
        question=_said(plan, Measures.LEARNING, knowledge) if shares else None,
        stands=_standing(plan) if shares else (),
    )


def _begun(plan: Plan, knowledge: Knowledge) -> Iterator[Begun]:
    """What is new or stronger, and the foundations that do not stand yet."""
    for item in plan.combination:
        is_foundation = item.kind is Kind.FOUNDATION and item.year != IN_PLACE
        if is_foundation or item.status in {Status.NEW, Status.STRENGTHENED}:
            training = _half_days(item, knowledge)
            yield Begun(item.form or item.id, item.kind, item.start, item.begins, training)


def _half_days(item: Item, knowledge: Knowledge) -> int:
    """The staff training that an item asks in the school year in which it begins.

    An item says what it asks of each kind of room in each school year. What it asks in half-days is
    time of the whole team away from pupils: training. A form without half-days is brought by one
    person or by a partner, so there is nothing to buy together.
    """
    capacities = knowledge.limits.capacities
    asked = [load for room, load in item.load.items() if capacities[room].unit == _TRAINING]
    return sum(load[item.year - 1] for load in asked) if item.year else 0


def _said(plan: Plan, measures: Measures, knowledge: Knowledge) -> str | None:
    """What the school itself answered, None where it did not."""
    for question in knowledge.questionnaire.measuring(measures):
        said = plan.answers.values.get(question.id)
        if isinstance(said, str) and said.strip():
            return said
    return None


def _standing(plan: Plan) -> tuple[str, ...]:
    """What stands every year and goes on: kept items, and what else runs and may stay as it is."""
    fixed = {
        line.id: line.form or line.id
        for line in plan.existing
        if line.runs is Runs.EMBEDDED and line.decision in _KEPT_SAFE
    }
    kept = {i.id: i.form or i.id for i in plan.combination if i.status is Status.KEPT}
    return tuple((fixed | kept).values())
