"""What runs: the form in which it does, and what stands and goes on."""

from __future__ import annotations

from advisor.engine.fitting import (
    fits_years,
    is_excluded,
    read_fit,
    required_groups,
    serves_raised,
)
from advisor.engine.judge import Findings
from advisor.model.combination import Kept
from advisor.model.interventions import Fit, Form
from advisor.model.knowledge import Knowledge
from advisor.model.profile import ActivityState, Profile, Runs
from advisor.model.questionnaire import Measures


def running_forms(activity: ActivityState, knowledge: Knowledge) -> tuple[Form, ...]:
    """The forms it may run in: the one named, else those we ask about, else the assumed one.

    Empty for what is not one of the types.
    """
    forms = knowledge.catalogue.forms
    if activity.form is not None:
        return (forms[activity.form],)
    intervention = knowledge.catalogue.interventions.get(activity.id)
    if intervention is None:
        return ()
    asked = [
        option.form
        for question in knowledge.questionnaire.measuring(Measures.FORM)
        if question.target == activity.id
        for option in question.options
        if option.form is not None
    ]
    return tuple(forms[form] for form in asked or [intervention.assumed_form])


def harmful_forms(
    activity: ActivityState, findings: Findings, knowledge: Knowledge
) -> tuple[Form, ...]:
    """The forms in which it may run that a rule excludes."""
    forms = running_forms(activity, knowledge)
    return tuple(form for form in forms if is_excluded(form.id, findings))


def counts_as(activity: ActivityState, knowledge: Knowledge) -> Form | None:
    """The form an activity counts as: the one named, else the assumed one of its type."""
    intervention = knowledge.catalogue.interventions.get(activity.id)
    if intervention is None:
        return None
    return knowledge.catalogue.forms[activity.form or intervention.assumed_form]


def is_asked_about(activity: str, knowledge: Knowledge) -> bool:
    """Whether the questionnaire asks in which form this runs."""
    return any(q.target == activity for q in knowledge.questionnaire.measuring(Measures.FORM))


def keep_what_stands(
    profile: Profile, findings: Findings, knowledge: Knowledge
) -> tuple[Kept, ...]:
    """The embedded forms that go on, before anything is chosen."""
    standing = []
    for activity in profile.activities.values():
        forms = running_forms(activity, knowledge)
        is_fixed = activity.runs is Runs.EMBEDDED and len(forms) == 1
        if is_fixed and not harmful_forms(activity, findings, knowledge):
            standing.append(forms[0])
    there = {form.id for form in standing}
    order = list(knowledge.catalogue.forms)
    kept = []
    for form in sorted(standing, key=lambda f: order.index(f.id)):
        fit = read_fit(form, profile.reading)
        counts = fit is not None and _is_carried(form, fit, there, profile, findings, knowledge)
        weights = knowledge.limits.link_weights
        kept.append(Kept(form, fit, serves_raised(fit, profile, weights) if counts else {}))
    return tuple(kept)


def _is_carried(
    form: Form,
    fit: Fit,
    there: set[str],
    profile: Profile,
    findings: Findings,
    knowledge: Knowledge,
) -> bool:
    """Whether what an embedded form needs is there: its years, its company, who may do it."""
    limits = knowledge.limits
    flags = (limits.qualified_flag, limits.route_flag) if form.at_risk else ()
    return (
        fits_years(fit, profile)
        and not missing_company(form, findings, there)
        and all(profile.flags[flag].value is True for flag in flags)
    )


def missing_company(form: Form, findings: Findings, there: set[str]) -> frozenset[str]:
    """The forms of which it needs one that is not there; empty when all its company is."""
    groups = (group for group in required_groups(form, findings) if not there & group)
    return next(groups, frozenset())
