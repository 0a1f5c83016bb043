"""Why a type is not part of the combination: the first row of the table whose test holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor.engine.fitting import fits_years, links, may_serve, read_fit, year_grounds
from advisor.engine.options import Options, lay_out_options
from advisor.engine.reasons import Case
from advisor.engine.search import admits
from advisor.model.conditions import Ground
from advisor.model.interventions import Claim, Fit, Form, Intervention
from advisor.model.lines import LeftOut
from advisor.model.questionnaire import Measures
from advisor.model.reasons import Reason
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class _Type:
    """One type with its forms that fit this school's pupils."""

    case: Case
    options: Options
    intervention: Intervention
    fitting: tuple[tuple[Form, Fit], ...]

    @property
    def startable(self) -> list[tuple[Form, Fit]]:
        return [(form, fit) for form, fit in self.fitting if form.never_new is None]

    def serving(self) -> list[tuple[Form, Fit]]:
        """The startable forms with a link that counts to a raised need."""
        weights = self.case.knowledge.limits.link_weights
        needs = self.case.profile.needs
        return [
            (form, fit)
            for form, fit in self.startable
            if any(needs[need].raised for need in links(fit, weights))
        ]


def explain_left_out(case: Case, in_plan: frozenset[str]) -> tuple[LeftOut, ...]:
    """Every type that is not in the plan, with why, in catalogue order."""
    options = lay_out_options(case.profile, case.findings, case.knowledge)
    left = []
    for intervention in case.knowledge.catalogue.interventions.values():
        if intervention.id not in in_plan:
            found = [(f, read_fit(f, case.profile.reading)) for f in intervention.forms]
            fitting = tuple((form, fit) for form, fit in found if fit is not None)
            one = _Type(case, options, intervention, fitting)
            left.append(LeftOut(intervention.id, intervention.name, _reasons(one)))
    return tuple(left)


def _reasons(one: _Type) -> tuple[Reason, ...]:
    row = next(row for row in one.case.knowledge.left_out if _TESTS[row.test](one))
    grounds = tuple(dict.fromkeys(_GROUNDS[row.test](one)))
    first = Reason(row.id, row.because, grounds, row.sources)
    return (first, *_more(one, row.test))


def _more(one: _Type, test: str) -> tuple[Reason, ...]:
    if test == "excluded":
        excluded = one.case.findings.excluded
        found = (f for form, _ in one.startable for f in excluded.get(form.id, ()))
        return tuple(dict.fromkeys(finding.reason() for finding in found))
    if test in {"runs-never-new", "never-new"}:
        grounds = _sector(one)
        return tuple(
            Reason("never-new", _about(one, form, form.never_new), grounds, form.never_new.sources)
            for form, _ in one.fitting
            if form.never_new is not None
        )
    return ()


def _about(one: _Type, form: Form, claim: Claim) -> Text:
    return one.case.word("plan-about").fill(subject=form.name, text=claim.text.inside())


def _sector(one: _Type) -> tuple[Ground, ...]:
    question = one.case.knowledge.questionnaire.measuring(Measures.SECTOR)[0]
    return (Ground(question.id, one.case.profile.sector),)


def _age_grounds(one: _Type) -> tuple[Ground, ...]:
    """What the school said, or did not say, about sector and age."""
    form, values = one.case.knowledge.questionnaire, one.case.profile.answers.values
    asked = (*form.measuring(Measures.SECTOR), *form.measuring(Measures.AGE))
    return tuple(Ground(question.id, values.get(question.id)) for question in asked)


def _is_excluded(one: _Type) -> bool:
    forms = [form.id for form, _ in one.startable]
    return bool(forms) and all(form in one.case.findings.excluded for form in forms)


def _is_never_new(one: _Type) -> bool:
    return bool(one.fitting) and not one.startable


def _runs_never_new(one: _Type) -> bool:
    return _is_never_new(one) and one.intervention.id in one.case.profile.activities


def _fits_some(one: _Type) -> bool:
    """Where pupils of two ages are read, it serves a raised need of one of them."""
    weights, profile = one.case.knowledge.limits.link_weights, one.case.profile
    fits = [
        form.fits.get(age)
        for form in one.intervention.forms
        for age in profile.reading
        if form.never_new is None
    ]
    served = {need for fit in fits for need in links(fit, weights)}
    return not one.serving() and any(profile.needs[need].raised for need in served)


def _weak_link(one: _Type) -> bool:
    """It serves a raised need, but only by a link that is too weak to count."""
    served = {need for _, fit in one.startable for need in fit.serves}
    return not one.serving() and any(one.case.profile.needs[need].raised for need in served)


def _not_yet_known(one: _Type) -> bool:
    """While sector or age is not known, it may serve a raised need for some pupils."""
    weights, profile = one.case.knowledge.limits.link_weights, one.case.profile
    return not one.serving() and any(
        may_serve(form, profile, weights)
        for form in one.intervention.forms
        if form.never_new is None
    )


def _serves_nothing_raised(one: _Type) -> bool:
    return not one.serving()


def _nobody_qualified(one: _Type) -> bool:
    flag = one.case.profile.flags[one.case.knowledge.limits.qualified_flag]
    return flag.value is False and all(form.at_risk for form, _ in one.serving())


def _wrong_years(one: _Type) -> bool:
    return not any(fits_years(fit, one.case.profile) for _, fit in one.serving())


def _outweighed(one: _Type) -> bool:
    return any(admits(one.options, form.id) for form, _ in one.serving())


def _no_capacity(_: _Type) -> bool:
    return True


def _need_grounds(one: _Type) -> tuple[Ground, ...]:
    """What the school said about the needs that this type serves, be it by a weak link only."""
    weights = one.case.knowledge.limits.link_weights
    needs = dict.fromkeys(need for _, fit in one.startable for need in links(fit, weights))
    weak = dict.fromkeys(need for _, fit in one.startable for need in fit.serves)
    found = tuple(g for need in needs or weak for g in one.case.profile.needs[need].grounds)
    return found or _sector(one)


def _weak_grounds(one: _Type) -> tuple[Ground, ...]:
    """What the school said of what the type is for, and of raised needs that it hardly helps."""
    needs = one.case.profile.needs
    weights = one.case.knowledge.limits.link_weights
    meant = dict.fromkeys(need for _, fit in one.startable for need in links(fit, weights))
    weak = dict.fromkeys(need for _, fit in one.startable for need in fit.serves)
    looked = [*meant, *(need for need in weak if need not in meant and needs[need].raised)]
    return tuple(ground for need in looked for ground in needs[need].grounds)


def _running_grounds(one: _Type) -> tuple[Ground, ...]:
    return one.case.profile.activities[one.intervention.id].grounds


def _flag_grounds(one: _Type) -> tuple[Ground, ...]:
    return one.case.profile.flags[one.case.knowledge.limits.qualified_flag].grounds


def _year_grounds(one: _Type) -> tuple[Ground, ...]:
    return year_grounds(one.case.profile, one.case.knowledge.questionnaire)


def _served_grounds(one: _Type) -> tuple[Ground, ...]:
    """What the school said about the raised needs that this type would have served."""
    weights, needs = one.case.knowledge.limits.link_weights, one.case.profile.needs
    served = dict.fromkeys(need for _, fit in one.serving() for need in links(fit, weights))
    return tuple(g for need in served if needs[need].raised for g in needs[need].grounds)


def _capacity_grounds(one: _Type) -> tuple[Ground, ...]:
    return tuple(c.ground for c in one.case.profile.capacities.values())


_TESTS: dict[str, Callable[[_Type], bool]] = {
    "excluded": _is_excluded,
    "runs-never-new": _runs_never_new,
    "never-new": _is_never_new,
    "not-yet-known": _not_yet_known,
    "fits-some": _fits_some,
    "weak-link": _weak_link,
    "no-raised-need": _serves_nothing_raised,
    "nobody-qualified": _nobody_qualified,
    "wrong-years": _wrong_years,
    "outweighed": _outweighed,
    "no-capacity": _no_capacity,
}

_GROUNDS: dict[str, Callable[[_Type], tuple[Ground, ...]]] = {
    "excluded": _sector,
    "runs-never-new": _running_grounds,
    "never-new": _sector,
    "not-yet-known": _age_grounds,
    "fits-some": _age_grounds,
    "weak-link": _weak_grounds,
    "no-raised-need": _need_grounds,
    "nobody-qualified": _flag_grounds,
    "wrong-years": _year_grounds,
    "outweighed": _served_grounds,
    "no-capacity": _capacity_grounds,
}
