"""P10: unknown stays unknown: it is never read as no, none or enough."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.promises.case import Broken, PlanCase, tell
from advisor.model.combination import Decision
from advisor.model.conditions import Condition, Leaf, Not, Subject
from advisor.model.lines import ExistingLine, Passed, State, WhyNotFirm
from advisor.model.profile import Certainty
from advisor.model.questionnaire import Measures
from advisor.model.rules import SetNeed
from advisor.model.vocabulary import Stage


def check_unknown(case: PlanCase) -> Iterator[Broken]:
    """P10: unknown is never read as no, none or enough."""
    yield from _check_unknown_needs(case)
    for line in case.plan.existing:
        yield from _check_unknown_activity(case, line)
    yield from _check_undecided(case)
    yield from _check_nobody(case)


def _check_nobody(case: PlanCase) -> Iterator[Broken]:
    """Nobody qualified, or other years, is a reason only where the school said so."""
    is_known = case.facts.flag(case.knowledge.limits.qualified_flag) is False
    told = [n.id for n in case.plan.raised if n.why is WhyNotFirm.NOBODY_QUALIFIED]
    tests = {row.id: row.test for row in case.knowledge.left_out}
    years = any(case.answer(q.id) is not None for q in case.asked(Measures.YEARS))
    for line in case.plan.not_advised:
        why = {tests.get(reason.rule) for reason in line.reasons}
        told += [line.id] if "nobody-qualified" in why else []
        if "wrong-years" in why and not years:
            yield tell("P10", "{n}: leerjaren onbekend", "{n}: years are not known", n=line.id)
    for name in told if not is_known else ():
        yield tell(
            "P10",
            "{n}: niemand bevoegd, terwijl dat niet bekend is",
            "{n}: nobody qualified, while that is not known",
            n=name,
        )


def _check_unknown_needs(case: PlanCase) -> Iterator[Broken]:
    behind = {q.target or q.id: {q.id} for q in case.asked(Measures.NEED)}
    for rule in case.knowledge.rules.get(Stage.ASSESS, ()):
        if isinstance(rule.then, SetNeed):
            behind.setdefault(rule.then.need, set()).update(_questions(case, rule.when))
    for line in case.plan.needs:
        if any(case.answer(q) is not None for q in behind.get(line.id, ())):
            continue
        if (line.level, line.cover, line.certainty) != (None, None, Certainty.UNKNOWN):
            yield tell(
                "P10",
                "{n} is niet beantwoord maar staat er niet als onbekend",
                "{n} was not answered but is not shown as unknown",
                n=line.id,
            )


def _questions(case: PlanCase, condition: Condition) -> Iterator[str]:
    """The questions that a condition of the assess stage looks at."""
    if isinstance(condition, Not):
        yield from _questions(case, condition.part)
    elif not isinstance(condition, Leaf):
        for part in condition.parts:
            yield from _questions(case, part)
    elif condition.subject is Subject.CIRCUMSTANCE:
        yield case.asked(Measures.CIRCUMSTANCES)[0].id
    elif condition.subject is Subject.ACTIVITY:
        yield case.asked(Measures.RUNNING)[0].id
    elif condition.subject is Subject.ANSWER:
        yield condition.id


def _check_unknown_activity(case: PlanCase, line: ExistingLine) -> Iterator[Broken]:
    """Not known to be fixed, or to serve these pupils, is not the same as loose or useless."""
    if line.runs is not case.facts.runs(line.id):
        yield tell(
            "P10",
            "{a} loopt niet als {r}, zover bekend",
            "{a} does not run as {r}, as far as is known",
            a=line.id,
            r=line.runs.value,
        )
    if line.decision is not Decision.LET_END:
        return
    is_project = line.id in (case.ticked(Measures.PROJECTS) or ())
    if case.ticked(Measures.FIXED) is None and not is_project:
        yield tell(
            "P10",
            "{a} houdt op, terwijl niet bekend is of het vaststaat",
            "{a} ends, while it is not known whether it is fixed",
            a=line.id,
        )
    forms = [case.knowledge.catalogue.forms[form] for form in [line.form] if form is not None]
    raised = [need.id for need in case.plan.raised]
    if any(case.facts.may_weigh(form, need) for form in forms for need in raised):
        yield tell(
            "P10",
            "{a} houdt op, terwijl de leeftijd van de leerlingen niet bekend is",
            "{a} ends, while the age of the pupils is not known",
            a=line.id,
        )


def _check_undecided(case: PlanCase) -> Iterator[Broken]:
    """A judgement needs at least one known answer; without any it is unknown."""
    for check in case.plan.lasting:
        unknown = all(case.answer(g.question) is None for g in check.grounds)
        if unknown and check.state is not Passed.UNKNOWN:
            yield tell("P10", "{c} is onbekend", "{c} is unknown", c=check.id)
    for line in case.plan.implementation:
        unknown = all(case.answer(g.question) is None for g in line.grounds)
        if unknown and line.state is not State.UNKNOWN:
            yield tell("P10", "{c} is onbekend", "{c} is unknown", c=line.id)
