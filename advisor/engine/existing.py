"""What exists comes first: each activity gets a decision by the first row whose test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from advisor.engine.fitting import fits_years, may_serve, read_fit, serves_raised, year_grounds
from advisor.engine.judge import Findings
from advisor.engine.running import counts_as, harmful_forms, missing_company, running_forms
from advisor.model.catalogue import Catalogue
from advisor.model.combination import Decision, Existing, Kept, Start
from advisor.model.conditions import Ground
from advisor.model.interventions import Form
from advisor.model.knowledge import Knowledge
from advisor.model.profile import ActivityState, Profile, Runs
from advisor.model.reasons import Reason
from advisor.model.rules import ExistingRow
from advisor.model.vocabulary import Tier


@dataclass(frozen=True, slots=True)
class _Case:
    """One activity with all that the tests of the table look at."""

    activity: ActivityState
    profile: Profile
    findings: Findings
    knowledge: Knowledge
    kept: tuple[Kept, ...]
    starts: tuple[Start, ...]

    @property
    def catalogue(self) -> Catalogue:
        return self.knowledge.catalogue


def company_of(kept: tuple[Kept, ...], starts: tuple[Start, ...]) -> set[str]:
    """The forms that stand or start."""
    return {one.form.id for one in kept} | {start.form.id for start in starts}


def decide_existing(
    profile: Profile,
    findings: Findings,
    knowledge: Knowledge,
    kept: tuple[Kept, ...],
    starts: tuple[Start, ...],
) -> tuple[Existing, ...]:
    """A decision for everything that runs, in catalogue order."""
    order = [*knowledge.catalogue.interventions, *knowledge.catalogue.activities]
    running = sorted(profile.activities.values(), key=lambda a: order.index(a.id))
    return tuple(
        _decide(_Case(activity, profile, findings, knowledge, kept, starts)) for activity in running
    )


def _decide(case: _Case) -> Existing:
    row = next(row for row in case.knowledge.existing if _TESTS[row.test](case))
    forms = running_forms(case.activity, case.knowledge)
    grounds = tuple(dict.fromkeys((*case.activity.grounds, *_more_grounds(case, row))))
    reasons = (Reason(row.id, row.because, grounds, row.sources), *_harm_reasons(case, row))
    return Existing(
        activity=case.activity,
        decision=Decision(row.decision),
        row=row,
        form=forms[0].id if len(forms) == 1 else None,
        host=_host(case, row),
        grounds=grounds,
        reasons=reasons,
    )


def _harm_reasons(case: _Case, row: ExistingRow) -> tuple[Reason, ...]:
    if row.decision != Decision.CHANGE_FORM:
        return ()
    forms = harmful_forms(case.activity, case.findings, case.knowledge)
    found = (f for form in forms for f in case.findings.excluded[form.id])
    return tuple(dict.fromkeys(finding.reason() for finding in found))


def _more_grounds(case: _Case, row: ExistingRow) -> Iterable[Ground]:
    """What the school said that the row looks at, besides that it runs."""
    limits, flags = case.knowledge.limits, case.profile.flags
    match row.test:
        case "serves-need-of-chosen":
            return [g for need in _shared_needs(case) for g in case.profile.needs[need].grounds]
        case "for-other-years":
            return year_grounds(case.profile, case.knowledge.questionnaire)
        case "nobody-qualified":
            return flags[limits.qualified_flag].grounds
        case "without-route":
            return flags[limits.route_flag].grounds
    return ()


def _host(case: _Case, row: ExistingRow) -> str | None:
    if row.test == "part-of-foundation":
        return case.catalogue.activities[case.activity.id].joins
    if row.test == "serves-need-of-chosen":
        return _hosts(case)[0]
    return None


def _harmful_form(case: _Case) -> bool:
    harmful = harmful_forms(case.activity, case.findings, case.knowledge)
    return bool(harmful) and harmful == running_forms(case.activity, case.knowledge)


def _perhaps_harmful_form(case: _Case) -> bool:
    return bool(harmful_forms(case.activity, case.findings, case.knowledge))


def _part_of_foundation(case: _Case) -> bool:
    other = case.catalogue.activities.get(case.activity.id)
    return other is not None and other.joins is not None


def _embedded(case: _Case) -> bool:
    return case.activity.runs is Runs.EMBEDDED


def _standing(case: _Case) -> Form | None:
    """The one form in which something embedded runs."""
    forms = running_forms(case.activity, case.knowledge) if _embedded(case) else ()
    return forms[0] if len(forms) == 1 else None


def _for_other_years(case: _Case) -> bool:
    form = _standing(case)
    fit = None if form is None else read_fit(form, case.profile.reading)
    return fit is not None and not fits_years(fit, case.profile)


def _without_company(case: _Case) -> bool:
    form, there = _standing(case), company_of(case.kept, case.starts)
    return form is not None and bool(missing_company(form, case.findings, there))


def _nobody_qualified(case: _Case) -> bool:
    return _is_help_without(case, case.knowledge.limits.qualified_flag)


def _without_route(case: _Case) -> bool:
    return _is_help_without(case, case.knowledge.limits.route_flag)


def _is_help_without(case: _Case, flag: str) -> bool:
    """Whether it is help for pupils at risk, and this is known not to be there."""
    form = _standing(case)
    return form is not None and form.at_risk and case.profile.flags[flag].value is False


def _standing_never_new(case: _Case) -> bool:
    form = _standing(case)
    return form is not None and form.never_new is not None


def _in_chosen_set(case: _Case) -> bool:
    return any(s.builds_on and s.form.intervention == case.activity.id for s in case.starts)


def _unclear(case: _Case) -> bool:
    """Not known in which form, whether it is fixed, or (with the age) whether it serves."""
    form = counts_as(case.activity, case.knowledge)
    if len(running_forms(case.activity, case.knowledge)) > 1:
        return True
    if _embedded(case):
        return False
    weights = case.knowledge.limits.link_weights
    may = form is not None and may_serve(form, case.profile, weights)
    return not case.activity.is_clear or bool(may)


def _serves_need_of_chosen(case: _Case) -> bool:
    return bool(_hosts(case))


def _serves_open_need(case: _Case) -> bool:
    """A project with a link that counts to a raised need that nothing chosen or kept serves."""
    form = counts_as(case.activity, case.knowledge)
    if form is None or case.activity.runs is not Runs.PROJECT:
        return False
    fit = read_fit(form, case.profile.reading)
    needs = serves_raised(fit, case.profile, case.knowledge.limits.link_weights)
    served = {n for start in case.starts for n in start.serves}
    served |= {n for kept in case.kept for n in kept.serves}
    return bool(set(needs) - served) and _is_allowed(case, form)


def _is_allowed(case: _Case, form: Form) -> bool:
    """Whether nobody is known to lack what targeted help takes."""
    flag = case.profile.flags[case.knowledge.limits.qualified_flag]
    return not form.at_risk or flag.value is not False


def _anything_else(_: _Case) -> bool:
    return True


def _activity_needs(case: _Case) -> tuple[str, ...]:
    """The raised needs an activity is meant for, through any link."""
    form = counts_as(case.activity, case.knowledge)
    if form is None:
        served = case.catalogue.activities[case.activity.id].needs
    else:
        fit = read_fit(form, case.profile.reading)
        served = tuple(fit.serves) if fit else ()
    return tuple(need for need in served if case.profile.needs[need].raised)


def _hosts(case: _Case) -> list[str]:
    """The chosen forms, starts first, that serve a raised need of the activity and can hold it."""
    needs = set(_activity_needs(case))
    chosen = [(s.form, s.serves) for s in case.starts] + [(k.form, k.serves) for k in case.kept]
    return [form.id for form, serves in chosen if needs & set(serves) and _can_hold(case, form)]


def _can_hold(case: _Case, host: Form) -> bool:
    """Work for all joins work for all, targeted help joins targeted help that someone may do."""
    form = counts_as(case.activity, case.knowledge)
    if form is None:
        return host.tier is Tier.UNIVERSAL
    is_targeted = form.tier is not Tier.UNIVERSAL
    if form.id == host.id or is_targeted != (host.tier is not Tier.UNIVERSAL):
        return False
    is_for_same = not is_targeted or bool(set(form.layers) & set(host.layers))
    return is_for_same and _is_allowed(case, form) and not _is_warned_of(case, form, host)


def _is_warned_of(case: _Case, form: Form, host: Form) -> bool:
    """Whether the two types beside each other call for caution."""
    pair = {form.intervention, host.intervention}
    return any(
        pairing.relation == "caution" and pair <= {pairing.first, *pairing.second}
        for pairing in case.catalogue.pairings.values()
    )


def _shared_needs(case: _Case) -> list[str]:
    host = _hosts(case)[0]
    chosen = {s.form.id: s.serves for s in case.starts} | {k.form.id: k.serves for k in case.kept}
    serves = chosen[host]
    return [need for need in _activity_needs(case) if need in serves]


_TESTS: dict[str, Callable[[_Case], bool]] = {
    "harmful-form": _harmful_form,
    "perhaps-harmful-form": _perhaps_harmful_form,
    "part-of-foundation": _part_of_foundation,
    "for-other-years": _for_other_years,
    "without-company": _without_company,
    "nobody-qualified": _nobody_qualified,
    "without-route": _without_route,
    "standing-never-new": _standing_never_new,
    "embedded": _embedded,
    "in-chosen-set": _in_chosen_set,
    "unclear": _unclear,
    "serves-need-of-chosen": _serves_need_of_chosen,
    "serves-open-need": _serves_open_need,
    "anything-else": _anything_else,
}
