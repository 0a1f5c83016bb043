"""P3 and P10: every raised need gets an honest answer, and unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.promises.case import RAISED, Broken, PlanCase, tell
from advisor.model.catalogue import Need
from advisor.model.combination import Decision
from advisor.model.conditions import Condition, Leaf, Not, Subject
from advisor.model.interventions import Form
from advisor.model.lines import Cover, Kind, NeedLine, Passed, State, WhyNotFirm
from advisor.model.profile import Certainty
from advisor.model.questionnaire import Measures
from advisor.model.rules import SetNeed
from advisor.model.vocabulary import Level, Stage


def check_every_need(case: PlanCase) -> Iterator[Broken]:
    """P3: firm cover, or partly or open with one reason and a next step; the label is earned."""
    lines = {line.id: line for line in case.plan.needs}
    if set(lines) != set(case.knowledge.catalogue.needs):
        yield tell("P3", "niet elke behoefte staat er", "not every need is there")
    for question in case.asked(Measures.NEED):
        line = lines.get(question.target or question.id)
        said = case.answer(question.id)
        level = Level[said.upper()] if isinstance(said, str) else None
        if line is not None and line.level is not level:
            yield tell(
                "P3",
                "{n} staat er niet zoals geantwoord",
                "{n} is not there as answered",
                n=line.id,
            )
    for line in lines.values():
        is_raised = line.level is not None and line.level.name.lower() in RAISED
        if is_raised is not (line.cover is not None):
            yield tell("P3", "{n} heeft een verkeerd antwoord", "{n} has a wrong cover", n=line.id)
        elif is_raised:
            yield from _check_line(case, line)


def _check_line(case: PlanCase, line: NeedLine) -> Iterator[Broken]:
    if (line.why is None) is not (line.cover is Cover.FIRM):
        yield tell("P3", "{n} mist een reden", "{n} lacks a reason", n=line.id)
    if not (line.next_step.nl and line.next_step.en and line.look_first and line.change_yourself):
        yield tell("P3", "{n} mist een volgende stap", "{n} lacks a next step", n=line.id)
    shown = {item.id for item in case.plan.combination}
    if set(line.by) - shown:
        yield tell("P3", "{n}: niet in het plan", "{n}: not in the plan", n=line.id)
    serving = _serving(case, line.id)
    if line.cover is Cover.FIRM and True not in serving:
        yield tell("P3", "{n} is niet stevig gedekt", "{n} is not firmly covered", n=line.id)
    if line.cover is Cover.PARTLY and not serving:
        yield tell("P3", "{n} wordt niet bediend", "{n} is not served at all", n=line.id)
    if line.cover is Cover.OPEN and serving:
        yield tell("P3", "{n} is niet open", "{n} is not open", n=line.id)


def _serving(case: PlanCase, need: str) -> list[bool]:
    """For everything that stands or has a date and serves the need: whether it does so firmly."""
    catalogue, limits = case.knowledge.catalogue, case.knowledge.limits
    found = []
    for item in case.plan.combination:
        if item.year is None:
            continue
        if item.kind is Kind.FOUNDATION:
            if item.id == catalogue.needs[need].foundation:
                found.append(_is_firm_foundation(case, catalogue.needs[need]))
            continue
        form = catalogue.forms[item.form or ""]
        weight, grade = _reads(case, form, need)
        if weight > 0:
            found.append(grade >= limits.firm_grade)
    return found


def _is_firm_foundation(case: PlanCase, need: Need) -> bool:
    """Firm by itself, or because a form that serves the need comes with it."""
    forms = [i.form for i in case.types() if i.form is not None and i.year is not None]
    catalogue = case.knowledge.catalogue
    return need.firm or any(_reads(case, catalogue.forms[f], need.id)[0] > 0 for f in forms)


def _reads(case: PlanCase, form: Form, need: str) -> tuple[int, int]:
    """The weight of a link and the grade, the weakest of the age groups that are read."""
    fits = [form.fits.get(age) for age in case.profile.reading]
    weights = case.knowledge.limits.link_weights
    found = [
        (weights[f.serves[need].strength], int(f.grade)) for f in fits if f and need in f.serves
    ]
    if not found or len(found) < len(fits):
        return (0, 0)
    return (min(weight for weight, _ in found), min(grade for _, grade in found))


def check_unknown(case: PlanCase) -> Iterator[Broken]:
    """P10: unknown is never read as no, none or enough."""
    yield from _check_unknown_needs(case)
    yield from _check_unknown_fixed(case)
    yield from _check_undecided(case)
    limits = case.knowledge.limits
    flags = [case.profile.flags[f].value for f in (limits.qualified_flag, limits.route_flag)]
    for line in case.plan.raised:
        if line.why is WhyNotFirm.NOBODY_QUALIFIED and False not in flags:
            yield tell(
                "P10",
                "{n}: niemand bevoegd, terwijl dat niet bekend is",
                "{n}: nobody qualified, while that is not known",
                n=line.id,
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


def _check_unknown_fixed(case: PlanCase) -> Iterator[Broken]:
    """Not known to stand in the timetable is not the same as loose, nor as standing."""
    if case.ticked(Measures.FIXED) is not None:
        return
    for line in case.plan.existing:
        if line.decision is Decision.LET_END:
            yield tell(
                "P10",
                "{a} houdt op, terwijl niet bekend is of het vaststaat",
                "{a} ends, while it is not known whether it is fixed",
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
