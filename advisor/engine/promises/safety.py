"""P5 and P9: help for pupils at risk starts safely, and no known harm goes unanswered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, listed, tell
from advisor.model.combination import IN_PLACE, Decision, Status
from advisor.model.interventions import Harm
from advisor.model.lines import Item

GOES_ON = frozenset({Decision.KEEP, Decision.STRENGTHEN, Decision.JOIN})
STARTED = frozenset({Status.NEW, Status.STRENGTHENED})


def check_preconditions(case: PlanCase) -> Iterator[Broken]:
    """P5: someone qualified, and a care route that stands or is built a phase earlier."""
    limits, forms = case.knowledge.limits, case.knowledge.catalogue.forms
    qualified = case.facts.flag(limits.qualified_flag)
    starts = case.starts()
    for item in case.types():
        if item.form is None or not forms[item.form].at_risk:
            continue
        if qualified is False and (item in starts or item.status is Status.JOINED):
            yield tell("P5", "{i}: niemand is bevoegd", "{i}: nobody is qualified", i=item.id)
        if item in starts:
            yield from _check_start(case, item, qualified)


def _check_start(case: PlanCase, item: Item, qualified: bool | None) -> Iterator[Broken]:
    if item.status not in STARTED:
        if item.start is not None or item.year is not None:
            yield tell("P5", "{i} heeft een datum", "{i} has a date", i=item.id)
        return
    if qualified is not True:
        yield tell("P5", "{i}: wie is bevoegd?", "{i}: who is qualified?", i=item.id)
    if not _route_before(case, case.moment(item)):
        yield tell(
            "P5",
            "{i} begint voordat er een zorgroute is",
            "{i} starts before there is a care route",
            i=item.id,
        )


def _route_before(case: PlanCase, moment: tuple[int, int]) -> bool:
    limits = case.knowledge.limits
    if case.facts.flag(limits.route_flag) is True:
        return True
    route = case.plan.item(limits.route_foundation)
    return route is not None and route.year is not None and case.moment(route) < moment


def check_harms(case: PlanCase) -> Iterator[Broken]:
    """P9: what harms is neither started nor kept as it is; elsewhere the safeguard stands."""
    for item in case.types():
        if item.form is not None and case.facts.ruled_out(item.form) is not False:
            yield tell("P9", "{f} is uitgesloten", "{f} is excluded", f=item.form)
    for line in case.plan.existing:
        found = case.facts.may_run_as(line.id)
        harmful = [form for form in found if case.facts.ruled_out(form) is not False]
        if harmful and line.decision in GOES_ON:
            yield tell(
                "P9",
                "{a} gaat door, terwijl {f} kan schaden",
                "{a} goes on, while {f} may do harm",
                a=line.id,
                f=listed(harmful),
            )
    for harm in case.knowledge.catalogue.harms.values():
        yield from _check_forbidden(case, harm)
        yield from _check_safeguard(case, harm)
    yield from _check_overload(case)


def _check_forbidden(case: PlanCase, harm: Harm) -> Iterator[Broken]:
    """A form that does harm is there only where the rules that name that harm all say no."""
    on = {line.id for line in case.plan.existing if line.decision in GOES_ON}
    goes_on = {item.form for item in case.types()}
    goes_on |= {form for activity in on for form in case.facts.may_run_as(activity)}
    for form in harm.forbids:
        if not case.facts.is_guarded(form, harm.id):
            yield tell(
                "P9",
                "geen regel sluit {f} uit om {h}",
                "nothing rules out {f} for {h}",
                f=form,
                h=harm.id,
            )
        if form in goes_on and case.facts.ruled_out(form, harm.id) is not False:
            yield tell("P9", "{f} schaadt ({h})", "{f} does harm ({h})", f=form, h=harm.id)


def _check_safeguard(case: PlanCase, harm: Harm) -> Iterator[Broken]:
    for item in case.types():
        if item.form in harm.forms and (harm.id, harm.safeguard) not in item.safeguards:
            yield tell(
                "P9",
                "{i} mist de waarborg tegen {h}",
                "{i} lacks the safeguard against {h}",
                i=item.id,
                h=harm.id,
            )


def _check_overload(case: PlanCase) -> Iterator[Broken]:
    limits = case.knowledge.limits
    years = Counter(i.year for i in case.starts() if i.year not in {None, IN_PLACE})
    if max(years.values(), default=0) > limits.starts_a_year:
        yield tell("P9", "te veel begint tegelijk", "too much starts at once")
    if len(case.starts()) > max(limits.starts, limits.starts_with_required):
        yield tell("P9", "er begint te veel", "too much starts")
