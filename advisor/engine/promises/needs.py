"""P3: every raised need gets an honest answer: what serves it, from when, and if not, why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.engine.promises.case import RAISED, Broken, PlanCase, tell
from advisor.model.combination import IN_PLACE, Decision, Status
from advisor.model.interventions import Form
from advisor.model.lines import Cover, ExistingLine, Item, NeedLine, WhyNotFirm
from advisor.model.profile import Runs
from advisor.model.questionnaire import Measures
from advisor.model.rules import SetNeed
from advisor.model.vocabulary import Stage


def check_every_need(case: PlanCase) -> Iterator[Broken]:
    """P3: firm cover, or partly or open with one reason and a next step; the label is earned."""
    lines = {line.id: line for line in case.plan.needs}
    if set(lines) != set(case.knowledge.catalogue.needs):
        yield tell("P3", "niet elke behoefte staat er", "not every need is there")
    yield from _check_levels(case, lines)
    for line in lines.values():
        is_raised = line.level is not None and line.level.name.lower() in RAISED
        if is_raised is not (line.cover is not None):
            yield tell("P3", "{n} heeft een verkeerd antwoord", "{n} has a wrong cover", n=line.id)
        elif is_raised:
            yield from _check_line(case, line)


def _check_levels(case: PlanCase, lines: dict[str, NeedLine]) -> Iterator[Broken]:
    """Each need is as heavy as was answered, or as the rules derive from the answers."""
    asked = {q.target or q.id: case.answer(q.id) for q in case.asked(Measures.NEED)}
    rules = [rule.then for rule in case.knowledge.rules.get(Stage.ASSESS, ())]
    for derived in {then.need for then in rules if isinstance(then, SetNeed)}:
        level = case.facts.level(derived)
        asked[derived] = None if level is None else level.name.lower()
    for need, said in asked.items():
        line = lines.get(need)
        if line is not None and said != (None if line.level is None else line.level.name.lower()):
            yield tell(
                "P3",
                "{n} staat er niet zoals geantwoord",
                "{n} is not there as answered",
                n=need,
            )


@dataclass(frozen=True, slots=True)
class _Serving:
    """Something in the plan that serves a need: from which year, and whether firmly."""

    item: str
    year: int
    is_firm: bool


def _check_line(case: PlanCase, line: NeedLine) -> Iterator[Broken]:
    if (line.why is None) is not (line.cover is Cover.FIRM):
        yield tell("P3", "{n} mist een reden", "{n} lacks a reason", n=line.id)
    if not (line.next_step.nl and line.next_step.en and line.look_first and line.change_yourself):
        yield tell("P3", "{n} mist een volgende stap", "{n} lacks a next step", n=line.id)
    shown = {item.id for item in case.plan.combination}
    if set(line.by) - shown:
        yield tell("P3", "{n}: niet in het plan", "{n}: not in the plan", n=line.id)
    serving = _serving(case, line.id)
    waiting = {i.id for i in _waiting(case, line.id)}
    if set(line.by) != {one.item for one in serving} | waiting:
        yield tell(
            "P3",
            "{n} wordt door iets anders bediend",
            "{n} is served by something else",
            n=line.id,
        )
    if serving:
        yield from _check_cover(case, line, serving)
    elif line.cover is not Cover.OPEN:
        yield tell("P3", "{n} wordt niet bediend", "{n} is not served at all", n=line.id)
    elif line.why not in _why_open(case, line.id, bool(waiting)):
        yield tell(
            "P3",
            "{n} staat open om een verkeerde reden ({w})",
            "{n} is open for a wrong reason ({w})",
            n=line.id,
            w=line.why.value if line.why else "-",
        )


def _check_cover(case: PlanCase, line: NeedLine, serving: list[_Serving]) -> Iterator[Broken]:
    """The label and the year follow from what serves the need, the firm ones before the others."""
    firm = [one for one in serving if one.is_firm]
    year = min(one.year for one in firm or serving)
    cover = Cover.FIRM if firm and year <= 1 else Cover.PARTLY
    only_foundations = all(one.item in case.knowledge.catalogue.foundations for one in serving)
    why = WhyNotFirm.ONLY_A_FOUNDATION if only_foundations else WhyNotFirm.THIN_EVIDENCE
    if firm:
        why = WhyNotFirm.LATER_YEAR
    if line.cover is not cover or line.why not in {why, None}:
        yield tell(
            "P3",
            "{n}: het plan zegt {a}, wat het bedient zegt {b}",
            "{n}: the plan says {a}, what serves it says {b}",
            n=line.id,
            a=f"{line.cover} {line.why}",
            b=f"{cover} {'' if cover is Cover.FIRM else why}",
        )
    starts = {i.start for i in case.plan.combination if i.year == year and year != IN_PLACE}
    if line.from_year not in (starts or {None}):
        yield tell(
            "P3",
            "{n} wordt niet gediend vanaf {y}",
            "{n} is not served from {y}",
            n=line.id,
            y=line.from_year or "-",
        )


def _serving(case: PlanCase, need: str) -> list[_Serving]:
    """Everything that stands or has a date and serves the need by a link that counts."""
    catalogue, limits = case.knowledge.catalogue, case.knowledge.limits
    found = []
    for item in case.types():
        if item.form is None:
            continue
        form = catalogue.forms[item.form]
        if item.year is not None and case.facts.weight(form, need) > 0 and _counts(case, item):
            is_firm = case.facts.grade(form, need) >= limits.firm_grade
            found.append(_Serving(item.id, item.year, is_firm))
    item_or_none = case.plan.item(catalogue.needs[need].foundation or "")
    if item_or_none is None or item_or_none.year is None:
        return found
    year, is_firm = item_or_none.year, catalogue.needs[need].firm
    if not is_firm and found:
        is_firm, year = True, max(year, min(one.year for one in found))
    return [*found, _Serving(item_or_none.id, year, is_firm)]


def _counts(case: PlanCase, item: Item) -> bool:
    """What is kept serves only with its years, what it requires, and who may do it beside it."""
    if item.status is not Status.KEPT:
        return True
    form = case.knowledge.catalogue.forms[item.form or ""]
    limits = case.knowledge.limits
    kept = {i.form for i in case.types() if i.status is Status.KEPT}
    flags = (limits.qualified_flag, limits.route_flag)
    is_safe = not form.at_risk or all(case.facts.flag(flag) for flag in flags)
    has_company = all(group & kept for group in case.facts.required(form))
    return case.facts.fits_years(form) and has_company and is_safe


def _waiting(case: PlanCase, need: str) -> list[Item]:
    """The starts without a date, as something about them is not known, that may serve the need."""
    forms = case.knowledge.catalogue.forms
    return [
        item
        for item in case.starts()
        if item.year is None
        and item.form is not None
        and case.facts.weight(forms[item.form], need) > 0
    ]


def _why_open(case: PlanCase, need: str, is_waiting: bool) -> set[WhyNotFirm]:
    """The reasons that may stand with an open need, from what could start for it."""
    if is_waiting:
        return {WhyNotFirm.NOT_YET_KNOWN}
    foundation = case.plan.item(case.knowledge.catalogue.needs[need].foundation or "")
    if foundation is not None:
        return {WhyNotFirm.NO_CAPACITY}
    if any(_is_project_for(case, line, need) for line in case.plan.existing):
        return {WhyNotFirm.A_PROJECT}
    startable = [f for f in case.knowledge.catalogue.forms.values() if f.never_new is None]
    able = [f for f in startable if case.facts.weight(f, need) > 0 and case.facts.fits_years(f)]
    if not able:
        may = any(case.facts.may_weigh(form, need) for form in startable)
        return {WhyNotFirm.NOT_YET_KNOWN if may else WhyNotFirm.NO_TYPE}
    allowed = [form for form in able if case.facts.ruled_out(form.id) is False]
    if not allowed:
        is_known = any(case.facts.ruled_out(form.id) for form in able)
        return {WhyNotFirm.EXCLUDED if is_known else WhyNotFirm.NOT_YET_KNOWN}
    return {_why_not_started(case, allowed)}


def _is_project_for(case: PlanCase, line: ExistingLine, need: str) -> bool:
    """Whether it is a project that goes on and would serve the need."""
    if line.runs is not Runs.PROJECT or line.decision is not Decision.KEEP or line.form is None:
        return False
    return case.facts.weight(case.knowledge.catalogue.forms[line.form], need) > 0


def _why_not_started(case: PlanCase, allowed: list[Form]) -> WhyNotFirm:
    qualified = case.facts.flag(case.knowledge.limits.qualified_flag)
    if qualified is False and all(form.at_risk for form in allowed):
        return WhyNotFirm.NOBODY_QUALIFIED
    return WhyNotFirm.NO_CAPACITY
