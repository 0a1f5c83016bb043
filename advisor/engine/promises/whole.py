"""P1, P6 and P12: the plan is whole: no loose measure, no question open, nothing forced."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, listed, tell
from advisor.model.combination import Status
from advisor.model.lines import Item, Kind, State
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Tier


def check_no_loose_measure(case: PlanCase) -> Iterator[Broken]:
    """P1: whatever starts stands, from its own school year on, in a combination with a base."""
    starts = case.starts()
    years = {item.year for item in starts if item.year is not None}
    if any(item.year is None for item in starts):
        years.add(case.knowledge.limits.years)
    for year in sorted(years):
        yield from _check_combination(case, year)


def _check_combination(case: PlanCase, year: int) -> Iterator[Broken]:
    limits = case.knowledge.limits
    standing = tuple(case.standing(year))
    layers = {layer for item in standing for layer in item.layers}
    if len(layers) < limits.layers:
        yield tell(
            "P1",
            "iets nieuws in jaar {y}, maar dan staan er alleen de lagen: {layers}",
            "something new in year {y}, but by then only these layers: {layers}",
            y=year,
            layers=listed(layers) or "-",
        )
    for_all = {x for item in standing if item.tier == Tier.UNIVERSAL for x in item.layers}
    if missing := set(limits.layers_always) - for_all:
        yield tell(
            "P1",
            "iets nieuws in jaar {y}, maar dan niets voor iedereen op de laag {layers}",
            "something new in year {y}, but by then nothing for all on the layer {layers}",
            y=year,
            layers=listed(missing),
        )
    if not any(_is_base(case, item) for item in standing):
        yield tell(
            "P1",
            "iets nieuws in jaar {y} zonder algemene basis",
            "something new in year {y} without a base",
            y=year,
        )


def _is_base(case: PlanCase, item: Item) -> bool:
    """A foundation for every pupil, what is kept for whole classes, or such a start with a need."""
    if item.kind is Kind.FOUNDATION:
        return item.id == case.knowledge.limits.base_foundation
    if item.form is None or item.tier != Tier.UNIVERSAL or "class" not in item.layers:
        return False
    form = case.knowledge.catalogue.forms[item.form]
    if form.never_new is not None:
        return False
    raised = (need.id for need in case.plan.raised)
    return item.status is Status.KEPT or any(case.facts.weight(form, need) > 0 for need in raised)


def check_five_questions(case: PlanCase) -> Iterator[Broken]:
    """P6: every implementation question stands in the plan with its state and what to do."""
    lines = case.plan.implementation
    limits = case.knowledge.limits
    if [line.id for line in lines] != list(case.knowledge.catalogue.implementation):
        yield tell(
            "P6",
            "de vijf vragen staan er niet alle vijf, elk één keer",
            "the five questions are not all there, each once",
        )
    if sum(len(line.actions) for line in lines) > limits.actions_a_year:
        yield tell("P6", "te veel acties in een jaar", "too many actions in a year")
    for line in lines:
        if len(line.actions) > limits.actions_a_question:
            yield tell("P6", "te veel acties bij {q}", "too many actions for {q}", q=line.id)
        if not line.actions and line.state is not State.IN_PLACE:
            yield tell("P6", "{q} heeft geen actie", "{q} has no action", q=line.id)
        if not line.grounds:
            yield tell("P6", "{q} rust op geen antwoord", "{q} rests on no answer", q=line.id)
        periods = {a.period for a in line.actions if a.period is not None}
        if wrong := periods - set(case.knowledge.catalogue.periods):
            yield tell("P6", "geen periode: {p}", "not a period: {p}", p=listed(wrong))


def check_nothing_forced(case: PlanCase) -> Iterator[Broken]:
    """P12: what is no work for a programme is referred, and every type is in or out, with why."""
    for option in case.ticked(Measures.URGENT) or ():
        lines = [line for line in case.plan.referrals if line.on_top]
        known = case.knowledge.catalogue.referrals
        if not any(option in known[line.id].urgent for line in lines):
            yield tell(
                "P12",
                "{o} heeft bovenaan geen verwijzing",
                "{o} has no referral on top",
                o=option,
            )
    shown = {line.id for line in case.plan.equal_opportunities if line.now.nl and line.later.nl}
    if missing := set(case.ticked(Measures.CIRCUMSTANCES) or ()) - shown:
        yield tell(
            "P12",
            "niet genoemd: {c}",
            "not named: {c}",
            c=listed(missing),
        )
    yield from _every_type_once(case)


def _every_type_once(case: PlanCase) -> Iterator[Broken]:
    shown = [item.id for item in case.types()] + [line.id for line in case.plan.not_advised]
    if sorted(shown) != sorted(case.knowledge.catalogue.interventions):
        yield tell(
            "P12",
            "combinatie en 'niet geadviseerd' zijn samen niet precies alle soorten",
            "combination and 'not advised' are together not exactly all types",
        )
