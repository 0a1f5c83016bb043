"""What a scenario expects the plan to tell, to have done, and to promise."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.expectations.made import Made, said, unlike_list, unlike_lists
from advisor.checking.promised import broken_by
from advisor.model.plan import Plan
from advisor.texts import Text

_ORDER = 1
"""The seed for the other order in which P8 is tested."""


def told_in(plan: Plan) -> Iterator[str]:
    """The ids of the rules that say something in the plan, and of its safeguards."""
    yield from (notice.id for notice in plan.notices)
    yield from (point.reason.rule for point in plan.weak_points)
    yield from (approval.reason.rule for approval in plan.approvals)
    yield from (watch.reason.rule for watch in plan.monitoring.apart)
    yield from (action.reason.rule for one in plan.implementation for action in one.actions)
    for item in plan.combination:
        yield from (reason.rule for reason in item.reasons)
        yield from (harm for harm, _ in item.safeguards)


def _check_told(made: Made) -> Iterator[Text]:
    told = set(told_in(made.plan))
    for key, expected, text in (
        ("expect_told", True, ("verwacht, maar niet gezegd: {id}", "expected, but not told: {id}")),
        ("expect_not_told", False, ("niet verwacht, wel gezegd: {id}", "told unexpectedly: {id}")),
    ):
        for line_id in made.scenario.lists[key]:
            if (line_id in told) is not expected:
                yield said(*text, id=line_id)


def _check_notices(made: Made) -> Iterator[Text]:
    """All notices, the one to read first in front."""
    yield from unlike_list(made, "expect_notices", [notice.id for notice in made.plan.notices])


def _check_actions(made: Made) -> Iterator[Text]:
    found = {one.id: [a.reason.rule for a in one.actions] for one in made.plan.implementation}
    yield from unlike_lists(made.scenario.listings["expect_actions"], found)


def _check_promises(made: Made) -> Iterator[Text]:
    expected = made.scenario.lists["expect_promises"]
    for broken in broken_by(made.reasoning, made.knowledge, _ORDER) if expected else ():
        if broken.promise in expected:
            yield said(
                "belofte {id} is gebroken: {what}",
                "promise {id} is broken: {what}",
                id=broken.promise,
                what=broken.sentence,
            )


CHECKS = (
    _check_told,
    _check_notices,
    _check_actions,
    _check_promises,
)
