"""Which evidence of a form counts for a school: by age group, by years, by what is excluded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from advisor.engine.judge import Findings
from advisor.model.conditions import Ground
from advisor.model.interventions import Fit, Form, Link
from advisor.model.profile import Profile
from advisor.model.questionnaire import Measures, Questionnaire
from advisor.model.rules import RequireForms
from advisor.model.vocabulary import Strength


@lru_cache(maxsize=1024)
def read_fit(form: Form, reading: tuple[str, ...]) -> Fit | None:
    """The evidence for these age groups; where both are read, the weaker of the two counts.

    None when the form does not fit one of them.
    """
    fits = [form.fits.get(age) for age in reading]
    known = [fit for fit in fits if fit is not None]
    if not known or len(known) < len(fits):
        return None
    return known[0] if len(known) == 1 else _weaker(known[0], known[1])


def _weaker(one: Fit, other: Fit) -> Fit:
    both = [need for need in one.serves if need in other.serves]
    years = one.years + other.years if one.years and other.years else ()
    return Fit(
        grade=min(one.grade, other.grade),
        serves={need: _weaker_link(one, other, need) for need in both},
        years=tuple(dict.fromkeys(years)),
    )


def _weaker_link(one: Fit, other: Fit, need: str) -> Link:
    links = (one.serves[need], other.serves[need])
    return Link(
        strength=min(link.strength for link in links),
        sources=tuple(dict.fromkeys(source for link in links for source in link.sources)),
        grade=min(one.grade_for(need), other.grade_for(need)),
    )


def required_groups(form: Form, findings: Findings) -> tuple[frozenset[str], ...]:
    """The groups of forms of which this form needs one: its own, and those that a rule asks for."""
    by_rule = (finding.rule.then for finding in findings.required_forms.get(form.id, ()))
    asked = (then.one_of for then in by_rule if isinstance(then, RequireForms))
    return tuple(dict.fromkeys(frozenset(group) for group in (*form.requires, *asked)))


def may_serve(form: Form, profile: Profile, weights: Mapping[Strength, int]) -> set[str]:
    """The raised needs a form serves for some age group, while sector or age is not known."""
    if profile.reading_known:
        return set()
    fits = [form.fits.get(age) for age in profile.reading]
    return {n for fit in fits for n in links(fit, weights) if profile.needs[n].raised}


def serves_raised(
    fit: Fit | None, profile: Profile, weights: Mapping[Strength, int]
) -> dict[str, int]:
    """The raised needs with a link that counts, by weight."""
    served = () if fit is None else fit.serves.items()
    raised = ((need, link) for need, link in served if profile.needs[need].raised)
    return {need: weight for need, link in raised if (weight := weights[link.strength]) > 0}


def fits_years(fit: Fit, profile: Profile) -> bool:
    """Whether the form fits the years in which it is seen; unknown years rule nothing out."""
    return not fit.years or profile.years is None or bool(set(fit.years) & profile.years)


def year_grounds(profile: Profile, form: Questionnaire) -> tuple[Ground, ...]:
    """What the school said about the years of its pupils."""
    values = profile.answers.values
    asked = (question.id for question in form.measuring(Measures.YEARS))
    return tuple(Ground(question, values[question]) for question in asked if question in values)


def is_excluded(form: str, findings: Findings) -> bool:
    """Whether a rule rules the form out, or may do so once an unknown answer is known."""
    return form in findings.excluded


def links(fit: Fit | None, weights: Mapping[Strength, int]) -> dict[str, int]:
    """The needs a form serves with a link that counts, by weight; weak links count nothing."""
    if fit is None:
        return {}
    weighed = {need: weights[link.strength] for need, link in fit.serves.items()}
    return {need: weight for need, weight in weighed.items() if weight > 0}
