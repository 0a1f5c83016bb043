"""What the answers of a school come to, read apart from the profile that the engine works with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor.engine.conditions import evaluate
from advisor.model.conditions import Condition
from advisor.model.interventions import Form
from advisor.model.knowledge import Knowledge
from advisor.model.profile import FlagState, Profile, Runs
from advisor.model.questionnaire import Measures
from advisor.model.rules import Exclude, RequireForms, SetFlag, SetNeed
from advisor.model.vocabulary import Level, Stage


def gather_facts(profile: Profile, knowledge: Knowledge) -> Facts:
    """The facts of a school, from its answers."""
    form, values = knowledge.questionnaire, profile.answers.values
    (sector,) = form.measuring(Measures.SECTOR)
    left = frozenset(age for option in sector.options for age in option.reads)
    is_known = False
    for what in (Measures.SECTOR, Measures.AGE, Measures.YEARS):
        said = [v for q in form.measuring(what) for v in _several(values.get(q.id))]
        options = [o for q in form.measuring(what) for o in q.options if o.id in said]
        reads = {age for option in options for age in option.reads}
        left = left & reads or left
        is_known = is_known or (len(left) == 1 if what is Measures.SECTOR else bool(reads))
    return Facts(profile, knowledge, left, is_known)


def any_of(values: Iterable[bool | None]) -> bool | None:
    """True when one is, else unknown when one is unknown, else false."""
    found = set(values)
    return True if True in found else None if None in found else False


@dataclass(frozen=True, slots=True)
class Facts:
    """Flags, age groups, what runs and what is ruled out, from answers and rules alone.

    `ages` are the age groups whose evidence counts; `ages_known`: the answers settle them.
    """

    profile: Profile
    knowledge: Knowledge
    ages: frozenset[str]
    ages_known: bool

    def flag(self, flag: str) -> bool | None:
        """Whether a derived fact holds by its rules; None is unknown."""
        rules = self.knowledge.rules.get(Stage.ASSESS, ())
        return any_of(
            evaluate(rule.when, self.profile).value
            for rule in rules
            if isinstance(rule.then, SetFlag) and rule.then.flag == flag
        )

    def level(self, need: str) -> Level | None:
        """The level that the rules give a derived need: the heaviest that holds."""
        found = [
            (rule.then.level, evaluate(rule.when, self.profile).value)
            for rule in self.knowledge.rules.get(Stage.ASSESS, ())
            if isinstance(rule.then, SetNeed) and rule.then.need == need
        ]
        holding = [level for level, value in found if value]
        is_open = any(value is None for _, value in found)
        return max(holding, default=None if is_open else Level.NONE)

    def holds(self, condition: Condition) -> bool | None:
        """The outcome of a condition, with the flags as they follow from the answers."""
        flags = {f: FlagState(f, self.flag(f), (), ()) for f in self.profile.flags}
        return evaluate(condition, replace(self.profile, flags=flags)).value

    def weight(self, form: Form, need: str) -> int:
        """The weight of a link for these pupils: the weakest of the age groups, 0 without one."""
        weights = self.knowledge.limits.link_weights
        fits = [form.fits.get(age) for age in self.ages]
        found = [weights[f.serves[need].strength] for f in fits if f and need in f.serves]
        return min(found) if found and len(found) == len(fits) else 0

    def may_weigh(self, form: Form, need: str) -> bool:
        """Whether it may serve the need for an age group, while it is not known which."""
        weights = self.knowledge.limits.link_weights
        fits = [form.fits.get(age) for age in self.ages]
        found = [weights[f.serves[need].strength] for f in fits if f and need in f.serves]
        return not self.ages_known and max(found, default=0) > 0

    def grade(self, form: Form, need: str) -> int:
        """The grade of the evidence for these pupils and this need, the weakest of the groups."""
        fits = [form.fits[age] for age in self.ages]
        told = [grade for fit in fits for grade in (fit.grade, fit.serves[need].grade)]
        return min(int(grade) for grade in told if grade is not None)

    def fits_years(self, form: Form) -> bool:
        """Whether the years it is meant for are among those named; unknown rules nothing out."""
        form_years = [set(fit.years) for age, fit in form.fits.items() if age in self.ages]
        questions = self.knowledge.questionnaire.measuring(Measures.YEARS)
        said = {v for q in questions for v in _several(self.profile.answers.values.get(q.id))}
        return not all(form_years) or not said or bool(set().union(*form_years) & said)

    def may_run_as(self, activity: str) -> tuple[str, ...]:
        """The forms in which it may run: the named one, else those asked about, else the usual."""
        for question in self.knowledge.questionnaire.measuring(Measures.FORM):
            if question.target == activity:
                answer = self.profile.answers.values.get(question.id)
                options = [o for o in question.options if answer in (None, o.id)]
                return tuple(option.form for option in options if option.form is not None)
        intervention = self.knowledge.catalogue.interventions.get(activity)
        return () if intervention is None else (intervention.assumed_form,)

    def is_asked(self, activity: str) -> bool:
        """Whether we ask in which form it runs."""
        asked = self.knowledge.questionnaire.measuring(Measures.FORM)
        return any(question.target == activity for question in asked)

    def runs(self, activity: str) -> Runs:
        """How it runs: fixed, a project, once; loose while that is not known."""
        form, values = self.knowledge.questionnaire, self.profile.answers.values
        fixed = values.get(form.measuring(Measures.FIXED)[0].id)
        projects = values.get(form.measuring(Measures.PROJECTS)[0].id)
        if activity in _several(fixed):
            return Runs.EMBEDDED
        if activity in _several(projects):
            return Runs.PROJECT
        return Runs.LOOSE if fixed is None or projects is None else Runs.ONE_OFF

    def ruled_out(self, form: str, harm: str | None = None) -> bool | None:
        """Whether a rule excludes the form (for that harm); None while one waits for an answer."""
        return any_of(
            self.holds(rule.when)
            for rule in self.knowledge.rules.get(Stage.JUDGE, ())
            if isinstance(rule.then, Exclude)
            and rule.then.form == form
            and harm in (None, rule.then.harm)
        )

    def is_guarded(self, form: str, harm: str) -> bool:
        """Whether some rule names that the form does that harm."""
        rules = self.knowledge.rules.get(Stage.JUDGE, ())
        return any(r.then == Exclude(form, harm) for r in rules)

    def required(self, form: Form) -> tuple[frozenset[str], ...]:
        """The groups of which a form needs one beside it, by the catalogue and by rules."""
        by_rule = [
            rule.then.one_of
            for rule in self.knowledge.rules.get(Stage.JUDGE, ())
            if isinstance(rule.then, RequireForms)
            and rule.then.form == form.id
            and self.holds(rule.when) is not False
        ]
        return tuple(frozenset(group) for group in (*form.requires, *by_rule))


def _several(value: object) -> tuple[object, ...]:
    """A ticked list, or one answer as a list of one; unknown is empty."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
