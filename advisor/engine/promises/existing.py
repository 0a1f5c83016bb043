"""P11: everything that the school does already gets one decision, and the plan follows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, tell
from advisor.model.combination import Decision, Status
from advisor.model.lines import ExistingLine, Item
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Tier


def check_existing_decided(case: PlanCase) -> Iterator[Broken]:
    """P11: everything that runs has exactly one decision, and the combination follows it."""
    told = Counter(line.id for line in case.plan.existing)
    for activity in case.ticked(Measures.RUNNING) or ():
        if told.pop(activity, 0) != 1:
            yield tell("P11", "{a} heeft geen besluit", "{a} has no decision", a=activity)
    for activity in told:
        yield tell("P11", "{a} loopt niet", "{a} does not run", a=activity)
    for line in case.plan.existing:
        if line.id in case.knowledge.catalogue.interventions and not _is_followed(case, line):
            yield tell(
                "P11",
                "het besluit over {a} ({d}) klopt niet met de combinatie",
                "the decision about {a} ({d}) does not agree with the combination",
                a=line.id,
                d=line.decision.value,
            )
        if line.decision is Decision.JOIN:
            yield from _check_host(case, line)


def _is_followed(case: PlanCase, line: ExistingLine) -> bool:
    """Whether the item of this type is what was decided, or a start in another form than runs."""
    item = case.plan.item(line.id)
    starts = item is not None and item in case.starts()
    other = starts and item is not None and (line.form is None or line.form != item.form)
    match line.decision:
        case Decision.KEEP:
            stays = item is not None and item.status in {Status.KEPT, Status.FIND_OUT}
            return other or (stays and item is not None and _is_same(line, item))
        case Decision.JOIN:
            return other or (item is not None and item.status is Status.JOINED)
        case Decision.STRENGTHEN:
            begins = item is not None and item in case.starts() and item.status is not Status.NEW
            return begins and item is not None and _builds_on(case, line, item)
        case Decision.LET_END:
            return other or item is None
        case Decision.CHANGE_FORM:
            return item is None or item in case.starts()


def _is_same(line: ExistingLine, item: Item) -> bool:
    """Whether the item is in the form in which the plan says it runs."""
    return line.form is None or item.form == line.form


def _builds_on(case: PlanCase, line: ExistingLine, item: Item) -> bool:
    return case.facts.may_run_as(line.id) == (item.form,) or not case.facts.is_asked(line.id)


def _check_host(case: PlanCase, line: ExistingLine) -> Iterator[Broken]:
    """What is joined has a host that stands in the plan and that is meant for the same pupils."""
    hosts = [
        item
        for item in case.plan.combination
        if item.name == line.host and item.status is not Status.JOINED
    ]
    if not hosts:
        yield tell(
            "P11",
            "waar {a} bij hoort staat niet in het plan",
            "what {a} is joined to does not stand in the plan",
            a=line.id,
        )
    form = case.knowledge.catalogue.forms[line.form] if line.form else None
    is_targeted = form is not None and form.tier is not Tier.UNIVERSAL
    if any((host.tier != Tier.UNIVERSAL.value) is not is_targeted for host in hosts):
        yield tell(
            "P11",
            "{a} hoort bij iets voor andere leerlingen",
            "{a} is joined to something for other pupils",
            a=line.id,
        )
