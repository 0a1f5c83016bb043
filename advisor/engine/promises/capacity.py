"""P4: no school year asks more than there is, counted again from the items of the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import ceil

from advisor.engine.promises.case import Broken, PlanCase, tell
from advisor.model.combination import IN_PLACE, Status
from advisor.model.interventions import Load
from advisor.model.lines import Item, UseLine
from advisor.model.plan import hours_of_actions
from advisor.model.questionnaire import Measures
from advisor.model.rules import Capacity


def check_capacity(case: PlanCase) -> Iterator[Broken]:
    """P4: asked is what the items add up to, available what was answered; asked never more."""
    yield from _check_uses(case)
    yield from _check_loads(case)
    yield from _check_told(case)
    hours = case.hours_capacity()
    available, _ = _available(case, case.knowledge.limits.capacities[hours])
    if available == 0:
        yield from _check_no_dates(case)
    else:
        yield from _check_actions(case, available - _asked(case, hours, 1))


def _check_actions(case: PlanCase, left: int) -> Iterator[Broken]:
    """What the actions ask of the coordinator fits beside the items of the first year."""
    asked = hours_of_actions(case.plan.implementation)
    if asked > left:
        yield tell(
            "P4",
            "de acties vragen {a} uur en er is {v} uur over",
            "the actions ask {a} hours and {v} hours are left",
            a=asked,
            v=left,
        )


def _check_no_dates(case: PlanCase) -> Iterator[Broken]:
    """Without hours nothing gets a date."""
    for item in case.plan.combination:
        if item.start is not None or item.year not in {None, IN_PLACE}:
            yield tell("P4", "{i} begint zonder uren", "{i} starts without hours", i=item.id)
    for line in case.plan.implementation:
        if any(action.period is not None for action in line.actions):
            yield tell("P4", "{q}: actie zonder uren", "{q}: action without hours", q=line.id)


def _available(case: PlanCase, capacity: Capacity) -> tuple[int, bool]:
    """The room in a school year and whether it is assumed, straight from the answer."""
    for question in case.asked(Measures.CAPACITY):
        answer = case.answer(question.id)
        if question.target == capacity.id and isinstance(answer, str):
            return capacity.bands[answer], False
    return capacity.bands[capacity.assumed], True


def _check_told(case: PlanCase) -> Iterator[Broken]:
    """Room that is only assumed stands among what is not known."""
    told = {line.question for line in case.plan.unknowns}
    for question in case.asked(Measures.CAPACITY):
        if case.answer(question.id) is None and question.id not in told:
            yield tell(
                "P4",
                "{c} is een aanname en dat staat er niet",
                "{c} is assumed and the plan does not say so",
                c=question.id,
            )


def _check_uses(case: PlanCase) -> Iterator[Broken]:
    limits = case.knowledge.limits
    lines: dict[str, list[UseLine]] = defaultdict(list)
    for line in case.plan.use:
        lines[line.capacity].append(line)
    for capacity in limits.capacities.values():
        if len(lines[capacity.id]) != limits.years:
            yield tell("P4", "{c} mist een jaar", "{c} lacks a year", c=capacity.id)
        for year, line in enumerate(lines[capacity.id], start=1):
            if (line.available, line.assumed) != _available(case, capacity):
                yield tell(
                    "P4",
                    "{c}: de ruimte is niet wat de school zei, of niet als aanname genoemd",
                    "{c}: the room is not what the school said, or not told as assumed",
                    c=capacity.id,
                )
            yield from _check_use(line, year, _asked(case, capacity.id, year))


def _asked(case: PlanCase, capacity: str, year: int) -> int:
    """What the items of the plan add up to."""
    loads = [item.load.get(capacity, ()) for item in case.plan.combination]
    return sum(load[year - 1] for load in loads if len(load) >= year)


def _check_use(line: UseLine, year: int, asked: int) -> Iterator[Broken]:
    if line.asked != asked:
        yield tell(
            "P4",
            "{c} in jaar {y}: gevraagd is {a}, de onderdelen samen {s}",
            "{c} in year {y}: asked is {a}, the items together {s}",
            c=line.capacity,
            y=year,
            a=line.asked,
            s=asked,
        )
    most = max(line.asked, asked)
    if most > line.available:
        yield tell(
            "P4",
            "{c} in jaar {y}: {a} is meer dan de {v} die er zijn",
            "{c} in year {y}: {a} is more than the {v} there are",
            c=line.capacity,
            y=year,
            a=most,
            v=line.available,
        )


def _check_loads(case: PlanCase) -> Iterator[Broken]:
    """What starts on a date asks in the plan what the catalogue says it asks."""
    capacities = case.knowledge.limits.capacities.values()
    ids = {capacity.unit: capacity.id for capacity in capacities}
    for item in case.plan.combination:
        if item.year is None or item.year == IN_PLACE or item.status is Status.JOINED:
            continue
        load, percent = _full_load(case, item)
        told = {unit: item.load.get(ids[unit], ()) for unit in ids}
        at = item.year - 1
        later = case.knowledge.limits.years - item.year
        expected = {
            "hours": (load.hours[0], *(load.hours[1],) * later),
            "half-days": load.half_days,
            "lessons": (load.lessons,) * (later + 1),
        }
        for unit, amounts in expected.items():
            parts = [ceil(amount * percent / 100) for amount in amounts]
            want = _spread(case, parts) if unit == "half-days" else parts
            want = [*want, *(0,) * later][: later + 1]
            shown = list(told[unit][at:]) if told[unit] else [0] * len(want)
            if shown != want:
                yield tell(
                    "P4",
                    "{i} vraagt {a} {u}, in het plan staat {b}",
                    "{i} asks {a} {u}, the plan says {b}",
                    i=item.id,
                    u=unit,
                    a=str(want),
                    b=str(shown),
                )


def _spread(case: PlanCase, parts: list[int]) -> list[int]:
    """Training that asks more half-days than a year has is given in one year more, if it fits."""
    capacities = case.knowledge.limits.capacities.values()
    (capacity,) = (c for c in capacities if c.unit == "half-days")
    room, left, spread = _available(case, capacity)[0], sum(parts), list[int]()
    if max(parts) <= room or left > room * (len(parts) + 1):
        return parts
    while left > 0:
        spread.append(min(left, room))
        left -= spread[-1]
    return spread


def _full_load(case: PlanCase, item: Item) -> tuple[Load, int]:
    catalogue = case.knowledge.catalogue
    if item.form is None:
        return catalogue.foundations[item.id].load, 100
    percents = case.knowledge.limits.strengthen_percent
    is_same = case.facts.may_run_as(item.id) == (item.form,)
    is_more = item.status is Status.STRENGTHENED and is_same
    percent = percents[case.facts.runs(item.id)] if is_more else 100
    return catalogue.forms[item.form].load, percent
