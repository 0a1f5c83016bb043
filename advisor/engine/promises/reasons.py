"""P2: every item names answers that were really given, a rule that exists, and sources."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, tell
from advisor.model.reasons import Reason
from advisor.model.vocabulary import ESTIMATE

_OF_THE_PLAN = ("never-new", "no-date", "facts-differ")
"""What the plan tells about itself or its answers, without a rule."""


def check_reasons(case: PlanCase) -> Iterator[Broken]:
    """P2: answers (unknown ones too), rule and sources behind every item."""
    rules, sources = _known_rules(case), {ESTIMATE, *case.knowledge.catalogue.sources}
    for name, reasons in _reasons_by_item(case):
        if not reasons:
            yield tell("P2", "{i} heeft geen reden", "{i} has no reason", i=name)
        for reason in reasons:
            where = f"{name} ({reason.rule})"
            if not reason.answers:
                yield tell("P2", "{i} noemt geen antwoord", "{i} names no answer", i=where)
            if reason.rule not in rules:
                yield tell("P2", "{i}: geen regel", "{i}: not a rule", i=where)
            if not reason.sources or set(reason.sources) - sources:
                yield tell("P2", "{i} mist een bron", "{i} lacks a source", i=where)
            for ground in reason.answers:
                if case.answer(ground.question) != ground.value:
                    yield tell(
                        "P2",
                        "{i} noemt een antwoord dat niet gegeven is op {q}",
                        "{i} names an answer that was not given to {q}",
                        i=where,
                        q=ground.question,
                    )


def _reasons_by_item(case: PlanCase) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    plan = case.plan
    yield from ((item.id, item.reasons) for item in plan.combination)
    yield from ((line.id, line.reasons) for line in plan.existing)
    yield from ((line.id, line.reasons) for line in plan.not_advised)
    yield from ((line.id, (line.reason,)) for line in plan.notices)
    yield from ((line.id, (line.reason,)) for line in plan.partners)
    judged = [line.reason for line in plan.weak_points]
    judged += [line.reason for line in plan.approvals]
    judged += [line.reason for line in plan.fair]
    judged += [line.reason for line in plan.monitoring.apart]
    yield from ((reason.rule, (reason,)) for reason in judged)
    yield from ((goal.need, (goal.reason,)) for goal in plan.monitoring.goals)
    for line in plan.implementation:
        yield from ((line.id, (action.reason,)) for action in line.actions)


def _known_rules(case: PlanCase) -> frozenset[str]:
    """Everything that may stand behind an item: rules, steps, rows, limits and what is known."""
    known = case.knowledge
    rules = [rule.id for stage in known.rules.values() for rule in stage]
    rows = [s.id for s in known.steps] + [r.id for r in known.existing]
    rows += [r.id for r in known.left_out]
    catalogue = known.catalogue
    partners = [f"partner-{partner}" for partner in catalogue.partners]
    fair = [f"fair-{intervention}" for intervention in catalogue.interventions]
    entries = (*partners, *fair, *catalogue.needs, *catalogue.pairings, *catalogue.harms)
    return frozenset((*rules, *rows, *known.limits.reasons, *entries, *_OF_THE_PLAN))
