"""Rules and entries that no plan ever tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from advisor.checking.expectations.told import told_in
from advisor.checking.lint.material import Material
from advisor.checking.lint.proof import Found, UndecidedError
from advisor.checking.lint.sample import Sample
from advisor.engine.reasoning import Reasoning
from advisor.model.conditions import All, Condition, Leaf, Not, Subject, Test
from advisor.model.questionnaire import Measures
from advisor.model.rules import Action, Approval, Exclude, Notice, Watch, WeakPoint
from advisor.model.vocabulary import RAISED_NAMES
from advisor.problems import Problem

_TELLING = (Action, Approval, Notice, Watch, WeakPoint)
_NOTHING = All(())


@dataclass(frozen=True, slots=True)
class _Shown:
    """A kind of entry, which of them a plan shows, and what has to be so for one to be shown."""

    kind: str
    in_plan: Callable[[Reasoning], Iterable[str]]
    when: Callable[[str], Condition]


def check_shown(material: Material, sample: Sample) -> Iterator[Problem]:
    """Each rule that tells something, and each entry of the catalogue that plans tell of."""
    for shown in _kinds(material):
        seen = {name for one in sample.at_hand for name in shown.in_plan(one)}
        for name in _names(material, shown.kind):
            if name not in seen and not _is_shown(material, sample, shown, name):
                yield material.tell("L-SHOWN", shown.kind, name, tried=len(sample))


def _is_shown(material: Material, sample: Sample, shown: _Shown, name: str) -> bool:
    wanted = shown.when(name)
    if not material.prover.can_hold(wanted):
        return shown.kind == "rules"  # That it never holds is told already.
    return sample.has(lambda one: name in shown.in_plan(one), _answers(material, wanted))


def _answers(material: Material, wanted: Condition) -> Iterator[Found]:
    try:
        found = material.prover.find((wanted,))
    except UndecidedError:
        return
    if found is not None:
        yield found


def _names(material: Material, kind: str) -> tuple[str, ...]:
    knowledge = material.knowledge
    if kind == "rules":
        return tuple(rule.id for rule in material.rules() if isinstance(rule.then, _TELLING))
    if kind == "existing":
        return tuple(row.id for row in knowledge.existing)
    if kind == "left_out":
        rows = (row for row in knowledge.left_out if row.test != "excluded" or _excludes(material))
        return tuple(row.id for row in rows)
    return tuple(getattr(knowledge.catalogue, kind))


def _excludes(material: Material) -> bool:
    """Whether a rule excludes a form that could start; the others are left out as never new."""
    forms = material.knowledge.catalogue.forms
    excluded = (forms[r.then.form] for r in material.rules() if isinstance(r.then, Exclude))
    return any(form.never_new is None for form in excluded)


def _kinds(material: Material) -> tuple[_Shown, ...]:
    catalogue = material.knowledge.catalogue
    rules = {rule.id: rule.when for rule in material.rules()}
    questionnaire = material.knowledge.questionnaire

    def raised(need: str) -> Condition:
        return Leaf(Subject.NEED, need, Test.IN, tuple(sorted(RAISED_NAMES)))

    def figure(name: str) -> Condition:
        (sector,) = questionnaire.measuring(Measures.SECTOR)
        there = Leaf(Subject.ANSWER, sector.id, Test.IN, catalogue.figures[name].sectors)
        return All((there, raised(catalogue.figures[name].need)))

    return (
        _Shown("rules", lambda one: told_in(one.plan), lambda name: rules[name]),
        _Shown("partners", _partners, lambda name: catalogue.partners[name].when),
        _Shown("needs", lambda one: (goal.need for goal in one.plan.monitoring.goals), raised),
        _Shown("lasting", _repairs, lambda name: Not(catalogue.lasting[name].passed)),
        _Shown(
            "circumstances",
            lambda one: (line.id for line in one.plan.equal_opportunities),
            lambda name: Leaf(Subject.CIRCUMSTANCE, name, Test.HOLDS),
        ),
        _Shown("figures", lambda one: (f.id for f in one.plan.monitoring.figures), figure),
        _Shown(
            "instruments", lambda one: (i.id for i in one.plan.monitoring.instruments), _anything
        ),
        _Shown("foundations", _items, _anything),
        _Shown("interventions", _items, _anything),
        _Shown("existing", lambda one: (e.row.id for e in one.combination.existing), _anything),
        _Shown("left_out", _left_out, _anything),
    )


def _anything(_: str) -> Condition:
    return _NOTHING


def _partners(one: Reasoning) -> Iterator[str]:
    return (line.id for line in (*one.plan.partners, *one.plan.more_partners))


def _repairs(one: Reasoning) -> Iterator[str]:
    return (line.id for line in one.plan.lasting if line.repair is not None)


def _items(one: Reasoning) -> Iterator[str]:
    return (item.id for item in one.plan.combination)


def _left_out(one: Reasoning) -> Iterator[str]:
    return (line.reasons[0].rule for line in one.plan.not_advised)
