"""Rules that contradict each other, that add nothing, or that never decide."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.model.conditions import Any
from advisor.model.rules import (
    Consequence,
    Exclude,
    RequireForms,
    RequireFoundation,
    Rule,
    SetFlag,
    SetNeed,
)
from advisor.problems import Problem
from advisor.texts import Text


def check_contradictions(material: Material) -> Iterator[Problem]:
    """Pairs of rules that can hold together, though a school cannot follow both."""
    for one, other in itertools.combinations(material.rules(), 2):
        what = _contradiction(one.then, other.then) or _contradiction(other.then, one.then)
        if what is not None and material.prover.can_hold(one.when, other.when):
            where = material.where("rules", other.id)
            yield material.tell(
                "L-CONTRADICT", "rules", one.id, other=other.id, where=where, what=what
            )


def _contradiction(one: Consequence, other: Consequence) -> Text | None:
    match one, other:
        case SetNeed(), SetNeed() if one.need == other.need and one.level != other.level:
            return Text("een andere zwaarte voor dezelfde behoefte", "another level for one need")
        case RequireForms(), Exclude() if one.one_of == (other.form,):
            return Text(
                f"de een vraagt '{other.form}', de ander sluit haar uit",
                f"one requires '{other.form}', the other excludes it",
            )
    return None


def check_added(material: Material) -> Iterator[Problem]:
    """Rules that hold only where another with the same consequence holds as well."""
    for one, other in itertools.permutations(material.rules(), 2):
        if _gives_as_much(other.then, one.then) and not _can_matter(material, one, other):
            twin = not _can_matter(material, other, one) and _gives_as_much(one.then, other.then)
            if not twin or one.id > other.id:
                where = material.where("rules", other.id)
                yield material.tell("L-IMPLIED", "rules", one.id, other=other.id, where=where)


def _can_matter(material: Material, one: Rule, other: Rule) -> bool:
    return material.prover.can_fail(other.when, one.when)


def _gives_as_much(one: Consequence, other: Consequence) -> bool:
    """Whether the first consequence makes the second superfluous."""
    match one, other:
        case RequireFoundation(), RequireFoundation():
            return one.foundation == other.foundation and one.rank <= other.rank
        case RequireForms(), RequireForms():
            return one.form == other.form and set(one.one_of) <= set(other.one_of)
        case (Exclude(), Exclude()) | (SetNeed(), SetNeed()) | (SetFlag(), SetFlag()):
            return one == other
    return type(one) is type(other) and one == other


def check_shadows(material: Material) -> Iterator[Problem]:
    """Conditions that never decide, since one that is looked at earlier holds there too."""
    yield from _check_partly(material)
    for rule in material.rules():
        then = rule.then
        if isinstance(then, SetNeed):
            heavier = [other for other in material.rules() if _is_heavier(other.then, then)]
            yield from _check_behind(material, rule, heavier)


def _check_behind(material: Material, rule: Rule, before: list[Rule]) -> Iterator[Problem]:
    if before and not material.prover.can_fail(Any(tuple(r.when for r in before)), rule.when):
        where = material.where("rules", before[0].id)
        told = {"key": "when", "other": before[0].id, "where": where}
        yield material.tell("L-SHADOW", "rules", rule.id, **told)


def _is_heavier(other: Consequence, then: SetNeed) -> bool:
    return isinstance(other, SetNeed) and other.need == then.need and other.level > then.level


def _check_partly(material: Material) -> Iterator[Problem]:
    for asked in material.knowledge.catalogue.implementation.values():
        if not material.prover.can_fail(asked.in_place, asked.partly):
            where = material.where("implementation", asked.id)
            told = {"key": "partly", "other": "in_place", "where": where}
            yield material.tell("L-SHADOW", "implementation", asked.id, **told)
