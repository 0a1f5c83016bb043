"""P1, P6, P11 and P12: the plan is whole: no loose measure, nothing forgotten, nothing forced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, listed, tell
from advisor.model.combination import Decision, Status
from advisor.model.lines import Item, Kind, State
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Tier

BASE_LAYERS = frozenset({"class", "pupil"})


def check_no_loose_measure(case: PlanCase) -> Iterator[Broken]:
    """P1: whatever starts stands in a combination over the layers, on a universal base."""
    if not case.starts():
        return
    limits = case.knowledge.limits
    standing = tuple(case.standing())
    layers = {layer for item in standing for layer in item.layers}
    if len(layers) < limits.layers:
        yield tell(
            "P1",
            "iets nieuws, maar met een datum alleen op de lagen: {layers}",
            "something new, but with a date on these layers only: {layers}",
            layers=listed(layers) or "-",
        )
    if missing := set(limits.layers_always) - layers:
        yield tell(
            "P1",
            "iets nieuws, maar niets op de laag {layers}",
            "something new, but nothing on the layer {layers}",
            layers=listed(missing),
        )
    if not any(_is_base(case, item) for item in standing):
        yield tell("P1", "iets nieuws zonder algemene basis", "something new without a base")


def _is_base(case: PlanCase, item: Item) -> bool:
    if item.kind is Kind.FOUNDATION:
        return item.id == case.knowledge.limits.base_foundation
    return item.tier == Tier.UNIVERSAL and bool(BASE_LAYERS & set(item.layers))


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
        periods = {action.period for action in line.actions}
        if wrong := periods - set(case.knowledge.catalogue.periods):
            yield tell("P6", "geen periode: {p}", "not a period: {p}", p=listed(wrong))


def check_existing_decided(case: PlanCase) -> Iterator[Broken]:
    """P11: everything that runs has exactly one decision, and the combination follows it."""
    told = Counter(line.id for line in case.plan.existing)
    for activity in case.ticked(Measures.RUNNING) or ():
        if told.pop(activity, 0) != 1:
            yield tell("P11", "{a} heeft geen besluit", "{a} has no decision", a=activity)
    for activity in told:
        yield tell("P11", "{a} loopt niet", "{a} does not run", a=activity)
    for line in case.plan.existing:
        if not _is_followed(case, line.id, line.decision):
            yield tell(
                "P11",
                "het besluit over {a} ({d}) klopt niet met de combinatie",
                "the decision about {a} ({d}) does not agree with the combination",
                a=line.id,
                d=line.decision.value,
            )


def _is_followed(case: PlanCase, activity: str, decision: Decision) -> bool:
    if activity not in case.knowledge.catalogue.interventions:
        return True
    item = case.plan.item(activity)
    if decision is Decision.LET_END:
        return item is None
    if decision is Decision.KEEP:
        return item is not None and item.status in {Status.KEPT, Status.FIND_OUT}
    if decision is Decision.JOIN:
        return item is not None and item.status is Status.JOINED
    if decision is Decision.STRENGTHEN:
        return item is not None and item in case.starts()
    return item is None or item in case.starts()


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
