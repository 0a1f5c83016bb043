"""How each raised need is covered, and if not firmly, the one reason why."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.fitting import fits_years, links, read_fit
from advisor.engine.reasons import Case
from advisor.model.combination import IN_PLACE, Placed, Status
from advisor.model.interventions import Form
from advisor.model.lines import Cover, WhyNotFirm
from advisor.model.profile import NeedState


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
    dated = [p for p in forms if p.year is not None]
    foundation = _foundation_for(case, need.id)
    best_link = _best_link(case, need.id)
    by = tuple(p.id for p in forms)
    if foundation is not None and foundation.year is not None:
        is_firm = case.knowledge.catalogue.needs[need.id].firm or bool(dated)
        by = (*by, foundation.foundation.id)
        if not is_firm:
            return Covered(
                Cover.PARTLY, WhyNotFirm.ONLY_A_FOUNDATION, by, foundation.year, best_link
            )
        return _from_year(foundation.year, by, best_link)
    if dated:
        good = [p.year for p in dated if p.well_founded and p.year is not None]
        if good:
            return _from_year(min(good), by, best_link)
        year = min(p.year for p in dated if p.year is not None)
        return Covered(Cover.PARTLY, WhyNotFirm.THIN_EVIDENCE, by, year, best_link)
    if forms:
        return Covered(Cover.OPEN, WhyNotFirm.NOT_YET_KNOWN, by, None, best_link)
    why = WhyNotFirm.NO_CAPACITY if foundation is not None else _why_open(case, need)
    return Covered(Cover.OPEN, why, (), None, best_link)


def _from_year(year: int, by: tuple[str, ...], best_link: int) -> Covered:
    """Firm from the first school year; what starts in a later year covers partly until then."""
    if year <= 1:
        return Covered(Cover.FIRM, None, by, year, best_link)
    return Covered(Cover.PARTLY, WhyNotFirm.LATER_YEAR, by, year, best_link)


def _by_forms(case: Case, need: str) -> list[_Provider]:
    firm = case.knowledge.limits.firm_grade
    served = case.combination.served_by.get(need, ())
    kept = [
        _Provider(k.form.intervention, IN_PLACE, k.fit.grade >= firm)
        for k in case.combination.kept
        if k.form.id in served and k.fit is not None
    ]
    starts = [
        _Provider(
            s.form.intervention,
            None if s.status is Status.FIND_OUT else s.year,
            s.fit.grade >= firm,
        )
        for s in case.combination.starts
        if s.form.id in served
    ]
    return kept + starts


def _foundation_for(case: Case, need: str) -> Placed | None:
    wanted = case.knowledge.catalogue.needs[need].foundation
    return next((p for p in case.combination.foundations if p.foundation.id == wanted), None)


def _best_link(case: Case, need: str) -> int:
    weights = case.knowledge.limits.link_weights
    fits = [k.fit for k in case.combination.kept] + [s.fit for s in case.combination.starts]
    return max((links(fit, weights).get(need, 0) for fit in fits), default=0)


def _why_open(case: Case, need: NeedState) -> WhyNotFirm:
    """The first thing that stops every form with a link that counts."""
    weights, limits = case.knowledge.limits.link_weights, case.knowledge.limits
    fits = [(form, read_fit(form, case.profile.reading)) for form in _types(case)]
    serving = [
        (form, fit) for form, fit in fits if fit is not None and need.id in links(fit, weights)
    ]
    serving = [(form, fit) for form, fit in serving if form.never_new is None]
    serving = [(form, fit) for form, fit in serving if fits_years(fit, case.profile)]
    if not serving:
        unread = case.profile.sector is None
        return WhyNotFirm.NOT_YET_KNOWN if unread else WhyNotFirm.NO_TYPE
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
