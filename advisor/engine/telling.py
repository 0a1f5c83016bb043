"""What the plan tells in sentences: first steps, the head's sentence, programmes, the frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from advisor.engine.reasons import Case
from advisor.engine.schoolyear import SchoolYears
from advisor.engine.standing import has_hours
from advisor.model.combination import Decision, Status
from advisor.model.interventions import Programme
from advisor.model.lines import ExistingLine, Item, Kind, NeedLine, OtherWay
from advisor.model.profile import Runs
from advisor.model.questionnaire import Measures
from advisor.texts import Text, show_month

FIRST_STEPS = 3
_UNITS = ("hours", "half-days", "lessons")


def tell_first_steps(
    case: Case, items: tuple[Item, ...], existing: tuple[ExistingLine, ...]
) -> tuple[Text, ...]:
    """Three steps for six weeks: lay a foundation, look at the cause, find out or begin.

    Whether something urgent goes on comes before everything, where that is not known.
    """
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
    unclear = [e for e in existing if e.decision is Decision.KEEP and e.runs is not Runs.EMBEDDED]
    (urgent,) = case.knowledge.questionnaire.measuring(Measures.URGENT)
    if urgent.id not in case.profile.answers.values:
        yield case.word("plan-step-urgent")
    yield from (i.first_step for i in soon[:1])
    yield from (n.change_yourself[0] for n in raised[:1])
    yield from (case.word("plan-step-find-out").fill(item=i.name) for i in waiting[:1])
    yield from (_about(case, e) for e in unsafe[:1])
    yield from (_about(case, e) for e in (unclear[:1] if begun else ()))
    yield from (i.first_step for i in begun)
    yield from (n.change_yourself[0] for n in raised)
    yield from (i.first_step for i in soon[1:])
    yield from (_about(case, e) for e in existing)
    if has_hours(case):
        yield from (i.first_step for i in items if i.kind is Kind.FOUNDATION)
    else:
        yield case.word("plan-step-hours").fill(hours=hours_to_ask(case))


def _about(case: Case, existing: ExistingLine) -> Text:
    text = existing.first_step.inside()
    return case.word("plan-about").fill(subject=existing.name, text=text)


def tell_head(case: Case, items: tuple[Item, ...], years: SchoolYears, actions: int) -> Text:
    """The sentence for the head: what items and `actions` (hours) ask, from when."""
    if not has_hours(case):
        return case.word("plan-head-none").fill(hours=hours_to_ask(case))
    first = tell_asked(case, actions)
    rooms = [case.profile.room(unit) for unit in _UNITS]
    asked = {(u.capacity, u.year): u.asked for u in case.combination.use}
    ahead = range(2, case.knowledge.limits.years + 1)
    later = _counted(case, ((r.unit, max(asked[r.id, y] for y in ahead)) for r in rooms))
    begins = any(item.start for item in items)
    key = "plan-head" if first.nl else "plan-head-name" if begins else "plan-head-keep"
    explore = case.knowledge.catalogue.periods[years.explore]
    start = show_month(max(years.day, years.first_day(1, explore)))
    told = [case.word(key).fill(year=years.label(1), asked=first, start=start)]
    if key == "plan-head" and later.nl:
        last = years.label(case.knowledge.limits.years)
        told.append(case.word("plan-head-later").fill(later=later, last=last))
    if any(room.assumed for room in rooms):
        told.append(case.word("plan-head-assumed"))
    return Text.sentences(told)


def tell_asked(case: Case, actions: int) -> Text:
    """What the items of the first year and the actions (in hours) ask; empty if nothing."""
    asked = {u.capacity: u.asked for u in case.combination.use if u.year == 1}
    now = {unit: asked[case.profile.room(unit).id] for unit in _UNITS}
    now["hours"] += actions
    return _counted(case, now.items())


def hours_to_ask(case: Case) -> int:
    """The hours a year with which the foundations can begin, for a school without any."""
    needed = sum(p.foundation.load.hours[0] for p in case.combination.foundations if p.year is None)
    bands = case.knowledge.limits.capacities[case.profile.room("hours").id].bands.values()
    return next((amount for amount in bands if amount >= max(needed, 1)), max(bands))


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
    return tuple(
        (item.id, programme)
        for item in items
        if item.kind is Kind.INTERVENTION
        for programme in case.knowledge.catalogue.programmes_of(item.id)
        if programme.level is not None and case.profile.sector in programme.sectors
    )


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
