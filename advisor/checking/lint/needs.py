"""Needs that stay open without a word about it, and questions of the five without an action."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.checking.lint.nodes import Value, Variable
from advisor.checking.lint.proof import Found, UndecidedError
from advisor.checking.lint.translating import IN_PLAN, KNOWN, TICKED
from advisor.model.conditions import All, Condition, Leaf, Not, Subject, Test, leaves
from advisor.model.questionnaire import Measures
from advisor.model.rules import Action, Exclude, Notice, Rule, SetNeed, WeakPoint
from advisor.model.vocabulary import RAISED_NAMES, Strength
from advisor.problems import Problem

_SHOWN = 4
_NAMING = (Notice, Action, WeakPoint)
"""Consequences that tell a school something about a need."""


def check_needs(material: Material) -> Iterator[Problem]:
    """Needs that nothing serves at an age, and that no rule or partner is there for."""
    for need, entry in material.knowledge.catalogue.needs.items():
        for age in material.index.places("ages"):
            is_met = entry.foundation is not None or _is_served(material, need, age)
            if not (is_met or _is_named(material, need, age)):
                yield material.tell("L-NEED", "needs", need, age=age.upper())


def _is_served(material: Material, need: str, age: str) -> bool:
    forms = material.knowledge.catalogue.forms.values()
    return any(
        need in form.fits[age].serves and form.fits[age].serves[need].strength > Strength.WEAK
        for form in forms
        if form.never_new is None and age in form.fits
    )


def _is_named(material: Material, need: str, age: str) -> bool:
    """Whether a rule or a partner is there for this need, and can be so at that age."""
    raised = Leaf(Subject.NEED, need, Test.IN, tuple(sorted(RAISED_NAMES)))
    (sector,) = material.knowledge.questionnaire.measuring(Measures.SECTOR)
    of_age = tuple(option.id for option in sector.options if option.reads == (age,))
    there = Leaf(Subject.ANSWER, sector.id, Test.IN, of_age)
    telling = [rule.when for rule in material.rules() if isinstance(rule.then, _NAMING)]
    telling += [partner.when for partner in material.knowledge.catalogue.partners.values()]
    return any(
        any(_asks_for(leaf, need) for leaf in leaves(condition))
        and material.prover.can_hold(condition, All((raised, there)))
        for condition in telling
    )


def _asks_for(leaf: Leaf, need: str) -> bool:
    is_it = leaf.subject is Subject.NEED and leaf.id == need and leaf.test is Test.IN
    return is_it and set(leaf.values) <= RAISED_NAMES


def check_levels(material: Material) -> Iterator[Problem]:
    """Derived needs that get no level with some answers, and then silently count as none."""
    levels: dict[str, list[Condition]] = {}
    for rule in material.rules():
        if isinstance(rule.then, SetNeed):
            levels.setdefault(rule.then.need, []).append(Not(rule.when))
    for need, unlike in levels.items():
        try:
            found = material.prover.find(unlike)
        except UndecidedError:
            continue
        if found is not None:
            yield material.tell("L-LEVEL", "needs", need, answers=_said(found))


def check_gaps(material: Material) -> Iterator[Problem]:
    """Questions of the five of which no action holds with some answers."""
    for asked in material.knowledge.catalogue.implementation:
        actions = [rule for rule in material.rules() if _is_action_for(rule, asked)]
        try:
            found = material.prover.find((), [rule.when for rule in actions])
        except UndecidedError:
            continue
        if found is not None:
            yield material.tell("L-GAP", "implementation", asked, answers=_said(found))


def _is_action_for(rule: Rule, asked: str) -> bool:
    return isinstance(rule.then, Action) and rule.then.question == asked


def _said(found: Found) -> str:
    """The answers that matter, shortly; whatever was left open stays away."""
    told = [_one(variable, value) for variable, value in found.items() if variable[0] != IN_PLAN]
    return ", ".join(told[:_SHOWN]) + (", …" if len(told) > _SHOWN else "")


def _one(variable: Variable, value: Value) -> str:
    sort, question, option = variable
    if sort == KNOWN:
        return f"{question}: {'…' if value else 'unknown'}"
    if sort == TICKED:
        return f"{question}: {'' if value else 'not '}{option}"
    return f"{question}: {'unknown' if value is None else value}"


def check_excluded(material: Material) -> Iterator[Problem]:
    """Forms that could start, were it not that a rule excludes them for all answers."""
    for rule in material.rules():
        if not isinstance(rule.then, Exclude):
            continue
        form = material.knowledge.catalogue.forms[rule.then.form]
        if form.never_new is None and not material.prover.can_hold(Not(rule.when)):
            where = material.where("rules", rule.id)
            yield material.tell("L-EXCLUDED", "forms", form.id, other=rule.id, where=where)
