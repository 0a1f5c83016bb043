"""How each raised need is covered, and if not firmly, the one reason why."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.fitting import fits_years, links, may_serve, read_fit
from advisor.engine.reasons import Case
from advisor.model.combination import IN_PLACE, Decision, Placed, Status
from advisor.model.interventions import Form
from advisor.model.lines import Cover, WhyNotFirm
from advisor.model.profile import NeedState, Runs


@dataclass(frozen=True, slots=True)
class Covered:
    """The cover of a need: label, the one reason if not firm, by what, from which year of the plan.

    `best_link` is the weight of the best link of a kept or started form.
    """

    cover: Cover
    why: WhyNotFirm | None
    by: tuple[str, ...]
    year: int | None
    best_link: int


@dataclass(frozen=True, slots=True)
class _Provider:
    """Something that serves the need from `year` on; None: kept free, not yet known."""

    id: str
    year: int | None
    well_founded: bool


def cover_of(case: Case, need: NeedState) -> Covered:
    """The cover of a raised need by forms and foundations together."""
    forms = _by_forms(case, need.id)
    foundation = _foundation_for(case, need.id)
    best_link = _best_link(case, need.id)
    by = tuple(form.id for form in forms)
    dated = [form.year for form in forms if form.year is not None]
    firm = [form.year for form in forms if form.year is not None and form.well_founded]
    if foundation is not None and foundation.year is not None:
        by = (*by, foundation.foundation.id)
        if case.knowledge.catalogue.needs[need.id].firm:
            firm.append(foundation.year)
        elif dated:
            firm.append(max(foundation.year, min(dated)))
        else:
            why = WhyNotFirm.ONLY_A_FOUNDATION
            return Covered(Cover.PARTLY, why, by, foundation.year, best_link)
    if firm and min(firm) <= 1:
        return Covered(Cover.FIRM, None, by, min(firm), best_link)
    if firm:
        return Covered(Cover.PARTLY, WhyNotFirm.LATER_YEAR, by, min(firm), best_link)
    if dated:
        return Covered(Cover.PARTLY, WhyNotFirm.THIN_EVIDENCE, by, min(dated), best_link)
    if forms:
        return Covered(Cover.OPEN, WhyNotFirm.NOT_YET_KNOWN, by, None, best_link)
    why = WhyNotFirm.NO_CAPACITY if foundation is not None else _why_open(case, need)
    return Covered(Cover.OPEN, why, (), None, best_link)


def _by_a_project(case: Case, need: NeedState) -> bool:
    """Whether a project that stays has a link that counts to the need."""
    forms, weights = case.knowledge.catalogue.forms, case.knowledge.limits.link_weights
    stays = [
        forms[one.form]
        for one in case.combination.existing
        if one.form is not None
        and one.activity.runs is Runs.PROJECT
        and one.decision is Decision.KEEP
    ]
    return any(need.id in links(read_fit(form, case.profile.reading), weights) for form in stays)


def _by_forms(case: Case, need: str) -> list[_Provider]:
    grade = case.knowledge.limits.firm_grade
    kept = [
        _Provider(
            k.form.intervention, IN_PLACE, k.fit is not None and k.fit.grade_for(need) >= grade
        )
        for k in case.combination.kept
        if need in k.serves
    ]
    starts = [
        _Provider(
            s.form.intervention,
            None if s.status is Status.FIND_OUT else s.year,
            s.fit.grade_for(need) >= grade,
        )
        for s in case.combination.starts
        if need in s.serves
    ]
    return kept + starts


def _foundation_for(case: Case, need: str) -> Placed | None:
    wanted = case.knowledge.catalogue.needs[need].foundation
    return next((p for p in case.combination.foundations if p.foundation.id == wanted), None)


def _best_link(case: Case, need: str) -> int:
    chosen = [k.serves for k in case.combination.kept]
    chosen += [s.serves for s in case.combination.starts]
    return max((serves.get(need, 0) for serves in chosen), default=0)


def _why_open(case: Case, need: NeedState) -> WhyNotFirm:
    """The first thing that stops every form with a link that counts."""
    if _by_a_project(case, need):
        return WhyNotFirm.A_PROJECT
    weights, limits = case.knowledge.limits.link_weights, case.knowledge.limits
    fits = [(form, read_fit(form, case.profile.reading)) for form in _types(case)]
    serving = [
        (form, fit) for form, fit in fits if fit is not None and need.id in links(fit, weights)
    ]
    serving = [(form, fit) for form, fit in serving if form.never_new is None]
    serving = [(form, fit) for form, fit in serving if fits_years(fit, case.profile)]
    if not serving:
        may = any(
            need.id in may_serve(form, case.profile, weights)
            for form in _types(case)
            if form.never_new is None
        )
        return WhyNotFirm.NOT_YET_KNOWN if may else WhyNotFirm.NO_TYPE
    allowed = [form for form, _ in serving if form.id not in case.findings.excluded]
    if not allowed:
        found = [f for form, _ in serving for f in case.findings.excluded[form.id]]
        is_known = any(finding.fired for finding in found)
        return WhyNotFirm.EXCLUDED if is_known else WhyNotFirm.NOT_YET_KNOWN
    qualified = case.profile.flags[limits.qualified_flag].value
    if qualified is False and all(form.at_risk for form in allowed):
        return WhyNotFirm.NOBODY_QUALIFIED
    return WhyNotFirm.NO_CAPACITY


def _types(case: Case) -> tuple[Form, ...]:
    return tuple(case.knowledge.catalogue.forms.values())
