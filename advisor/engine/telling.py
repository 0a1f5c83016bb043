"""What the plan tells in sentences: first steps, the head's sentence, programmes, the frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears
from advisor.model.combination import Decision, Status
from advisor.model.interventions import Programme
from advisor.model.lines import ExistingLine, Item, Kind, NeedLine, OtherWay
from advisor.texts import Text, show_month

FIRST_STEPS = 3


def tell_first_steps(
    case: Case, items: tuple[Item, ...], existing: tuple[ExistingLine, ...]
) -> tuple[Text, ...]:
    """Three steps for six weeks: lay a foundation, look at the cause, find out or begin."""
    steps = dict.fromkeys(_steps(case, items, existing))
    return tuple(steps)[:FIRST_STEPS]


def _steps(
    case: Case, items: tuple[Item, ...], existing: tuple[ExistingLine, ...]
) -> Iterator[Text]:
    raised = [case.knowledge.catalogue.needs[n.id] for n in case.profile.raised()]
    soon = [i for i in items if i.year == 1 and i.kind is Kind.FOUNDATION]
    begun = [i for i in items if i.year == 1 and i.kind is Kind.INTERVENTION]
    runs = {e.id for e in existing}
    waiting = [i for i in items if i.status is Status.FIND_OUT and i.id not in runs]
    unsafe = [e for e in existing if e.decision is Decision.CHANGE_FORM]
    yield from (i.first_step for i in soon[:1])
    yield from (n.change_yourself[0] for n in raised[:1])
    yield from (case.word("plan-step-find-out").fill(item=i.name) for i in waiting[:1])
    yield from (_about(case, e) for e in unsafe[:1])
    yield from (i.first_step for i in begun)
    yield from (n.change_yourself[0] for n in raised)
    yield from (i.first_step for i in soon[1:])
    yield from (_about(case, e) for e in existing)
    yield from (i.first_step for i in items if i.kind is Kind.FOUNDATION)


def _about(case: Case, existing: ExistingLine) -> Text:
    text = existing.first_step.inside()
    return case.word("plan-about").fill(subject=existing.name, text=text)


def tell_head(case: Case, items: tuple[Item, ...], years: SchoolYears, day: dt.date) -> Text:
    """The sentence for the head: what this asks in hours, from when."""
    by_unit = {c.unit: c for c in case.profile.capacities.values()}
    if by_unit["hours"].amount == 0:
        needed = sum(
            p.foundation.load.hours[0] for p in case.combination.foundations if p.year is None
        )
        bands = case.knowledge.limits.capacities[by_unit["hours"].id].bands.values()
        enough = next((amount for amount in bands if amount >= max(needed, 1)), max(bands))
        return case.word("plan-head-none").fill(hours=enough)
    asked = {(u.capacity, u.year): u.asked for u in case.combination.use}
    units = [unit for unit in ("hours", "half-days", "lessons") if unit in by_unit]
    first = _counted(case, [(u, asked[by_unit[u].id, 1]) for u in units])
    ahead = range(2, case.knowledge.limits.years + 1)
    later = _counted(case, [(u, max(asked[by_unit[u].id, y] for y in ahead)) for u in units])
    begins = any(i.start for i in items)
    key = "plan-head" if first.nl else "plan-head-name" if begins else "plan-head-keep"
    start = show_month(_begins(case, years, day))
    told = [case.word(key).fill(year=years.label(1), asked=first, start=start)]
    if key == "plan-head" and later.nl:
        last = years.label(case.knowledge.limits.years)
        told.append(case.word("plan-head-later").fill(later=later, last=last))
    if any(c.assumed for c in by_unit.values()):
        told.append(case.word("plan-head-assumed"))
    return Text.sentences(told)


def _begins(case: Case, years: SchoolYears, day: dt.date) -> dt.date:
    """The day from which the plan counts: that of the answers, or the start of its first year."""
    return max(day, years.first_day(1, case.knowledge.catalogue.periods[years.explore]))


def _counted(case: Case, amounts: Iterable[tuple[str, int]]) -> Text:
    """Amounts by unit in words; without those of which nothing is asked."""
    parts = tuple(
        case.word(f"plan-{unit}-one" if amount == 1 else f"plan-{unit}").fill(n=amount)
        for unit, amount in amounts
        if amount > 0
    )
    return Text.join(parts, case.word("plan-and"))


def list_programmes(case: Case, items: tuple[Item, ...]) -> tuple[tuple[str, Programme], ...]:
    """Recognised example programmes for this sector, for the types in the combination."""
    found = []
    catalogue = case.knowledge.catalogue
    for item in items:
        if item.kind is Kind.INTERVENTION:
            ids = catalogue.interventions[item.id].programmes
            found += [
                (item.id, catalogue.programmes[p])
                for p in ids
                if catalogue.programmes[p].level is not None
                and case.profile.sector in catalogue.programmes[p].sectors
            ]
    return tuple(found)


def show_coverage(
    case: Case, items: tuple[Item, ...], needs: tuple[NeedLine, ...]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Which items touch each raised need, layer, tier, theme and pillar."""
    catalogue = case.knowledge.catalogue
    there = [i for i in items if i.year is not None or i.status is not Status.NEW]
    tiered = [i for i in there if i.kind is Kind.INTERVENTION or "class" in i.layers]
    return {
        "need": {n.id: n.by for n in needs if n.cover is not None},
        "layer": {x: tuple(i.id for i in there if x in i.layers) for x in catalogue.layers},
        "tier": {x: tuple(i.id for i in tiered if x == i.tier) for x in catalogue.tiers},
        "theme": {x: tuple(i.id for i in there if x in i.themes) for x in catalogue.themes},
        "pillar": {x: tuple(i.id for i in there if x in i.pillars) for x in catalogue.pillars},
    }


def show_runner_up(case: Case) -> OtherWay | None:
    """The best other set of forms, and the step at which it lost."""
    second = case.combination.runner_up
    if second is None:
        return None
    forms = case.knowledge.catalogue.forms
    names = tuple((form, forms[form].name) for form in second.forms)
    return OtherWay(names, second.step.id, second.step.name)
