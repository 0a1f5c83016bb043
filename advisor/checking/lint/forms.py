"""Forms that no answers bring into a plan, though they could start."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.checking.lint.proof import Found, UndecidedError
from advisor.checking.lint.sample import Sample, Shows, items_of
from advisor.model.conditions import Condition, Leaf, Subject, Test
from advisor.model.interventions import Form
from advisor.model.profile import Runs
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import Level, Strength
from advisor.problems import Problem


def check_forms(material: Material, sample: Sample) -> Iterator[Problem]:
    """Forms that are in no plan; schools are made for those that none at hand shows."""
    for form in _may_start(material):
        runs = _that_run(material, form, Runs.EMBEDDED)
        if not sample.has(_holds(form), runs):
            yield material.tell("L-FORM", "forms", form.id, tried=len(sample))


def check_never_new(material: Material, sample: Sample) -> Iterator[Problem]:
    """Forms that should not start, and do."""
    for form in material.knowledge.catalogue.forms.values():
        if form.never_new is not None and any(map(_begins(form), sample.at_hand)):
            yield material.tell("L-STARTS", "forms", form.id)


def look_at_starts(material: Material, sample: Sample) -> Iterator[Problem]:
    """Forms that are in plans where they run already, but never start."""
    for form in _may_start(material):
        alone, as_project = _made_for(material, form), _that_run(material, form, Runs.PROJECT)
        wanted = itertools.chain(alone, as_project)
        if not sample.has(_begins(form), wanted, to_the_end=False):
            yield material.tell("S-STARTS", "forms", form.id, tried=len(sample))


def _may_start(material: Material) -> list[Form]:
    forms = material.knowledge.catalogue.forms.values()
    return [form for form in forms if form.never_new is None]


def _holds(form: Form) -> Shows:
    return lambda one: form.id in items_of(one)


def _begins(form: Form) -> Shows:
    return lambda one: any(start.form.id == form.id for start in one.combination.starts)


def _made_for(material: Material, form: Form) -> Iterator[Found]:
    """For each age, the strongest first: a school with one need it serves, and all it takes."""
    for age, fit in form.fits.items():
        for need in sorted(fit.serves, key=lambda need: -fit.serves[need].strength):
            if fit.serves[need].strength > Strength.WEAK:
                yield from _found(material, *_with_need(material, age, need))


def _that_run(material: Material, form: Form, runs: Runs) -> Iterator[Found]:
    """For each age: a school where it runs in this way, with what it serves best as a need."""
    questionnaire = material.knowledge.questionnaire
    running = Leaf(Subject.ACTIVITY, form.intervention, Test.IN, (runs.value,))
    named = [
        Leaf(Subject.ANSWER, question.id, Test.IN, (option.id,))
        for question in questionnaire.measuring(Measures.FORM)
        for option in question.options
        if option.form == form.id
    ]
    for age, fit in form.fits.items():
        best = sorted(fit.serves, key=lambda need: -fit.serves[need].strength)[:1]
        for need in best:
            yield from _found(material, running, *named, *_with_need(material, age, need))


def _found(material: Material, *wanted: Condition) -> Iterator[Found]:
    try:
        found = material.prover.find(wanted)
    except UndecidedError:
        return
    if found is not None:
        yield found


def _with_need(material: Material, age: str, need: str) -> Iterator[Condition]:
    (sector,) = material.knowledge.questionnaire.measuring(Measures.SECTOR)
    of_age = tuple(option.id for option in sector.options if option.reads == (age,))
    yield Leaf(Subject.ANSWER, sector.id, Test.IN, of_age)
    yield Leaf(Subject.NEED, need, Test.IN, (Level.SERIOUS.name.lower(),))
    yield from _what_it_takes(material)


def _what_it_takes(material: Material) -> Iterator[Condition]:
    """The most room there is, a route, and somebody qualified."""
    limits = material.knowledge.limits
    for capacity in limits.capacities.values():
        most = max(capacity.bands, key=lambda band: capacity.bands[band])
        yield Leaf(Subject.CAPACITY, capacity.id, Test.IN, (most,))
    for flag in (limits.route_flag, limits.qualified_flag):
        yield Leaf(Subject.FLAG, flag, Test.HOLDS)
