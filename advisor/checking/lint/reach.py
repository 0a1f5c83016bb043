"""Conditions that never hold or always do, and parts of them that make no difference."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.lint.material import Conditioned, Material
from advisor.checking.lint.parts import Part, parts_of, without
from advisor.checking.lint.proof import UndecidedError
from advisor.checking.written import write_condition
from advisor.model.conditions import Subject, leaves
from advisor.model.rules import Action
from advisor.problems import Problem


def check_reach(material: Material) -> Iterator[Problem]:
    """Each condition of which it is proven that answers make no difference to it."""
    every = {rule.id for rule in material.rules() if rule.every_school}
    for one in material.conditions():
        is_meant = one.kind == "rules" and one.id in every
        can_fail = material.prover.can_fail(one.condition)
        if not material.prover.can_hold(one.condition):
            yield material.tell("L-NEVER", one.kind, one.id, key=one.key)
        elif not can_fail and not is_meant:
            yield material.tell("L-ALWAYS", one.kind, one.id, key=one.key)
        elif can_fail and is_meant:
            yield material.tell("L-NOT-EVERY", one.kind, one.id)


def check_parts(material: Material) -> Iterator[Problem]:
    """Parts of an `all` or `any` without which the condition comes to the same for all answers."""
    for one in material.conditions():
        for part in parts_of(one.condition):
            if _does_nothing(material, one, part):
                trail = (one.key, *part.trail)
                yield material.tell(
                    "L-PART", one.kind, one.id, trail, part=write_condition(part.condition)
                )


def check_begun(material: Material) -> Iterator[Problem]:
    """Parts that ask whether something begins that research gives no reason to begin.

    For an action what begins in the first year is advised, for other rules also what stays.
    """
    never = set(_never_begun(material))
    for rule in material.rules():
        asking = {Subject.BEGINS, *((Subject.ADVISED,) if isinstance(rule.then, Action) else ())}
        for leaf in leaves(rule.when):
            if leaf.subject in asking and leaf.id in never:
                part = write_condition(leaf)
                yield material.tell("L-PART", "rules", rule.id, ("when",), part=part)


def _never_begun(material: Material) -> Iterator[str]:
    for one in material.knowledge.catalogue.interventions.values():
        never = [form.id for form in one.forms if form.never_new is not None]
        yield from never
        if len(never) == len(one.forms):
            yield one.id


def _does_nothing(material: Material, one: Conditioned, part: Part) -> bool:
    """Those beside it decide already; then the whole is held against the whole without it."""
    prover = material.prover
    try:
        if part.of_all:
            matters = prover.find(part.beside, (part.condition,))
        else:
            matters = prover.find((part.condition,), part.beside)
    except UndecidedError:
        return False
    return matters is None and prover.are_alike(one.condition, without(one.condition, part.trail))
