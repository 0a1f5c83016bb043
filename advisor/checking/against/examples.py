"""Why a school gets something else: the reasons of both versions, and how the choice went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from advisor.checking.against.comparing import Change, Side, What
from advisor.checking.against.entries import EntryChange
from advisor.checking.against.schools import School
from advisor.engine.options import lay_out_options
from advisor.engine.reasoning import Reasoning
from advisor.engine.search import search_among, search_best
from advisor.model.conditions import Ground
from advisor.model.reasons import Reason
from advisor.texts import Text

SHOWN = 2
"""So many schools are told of one change; the scenario schools first."""

_EVERYWHERE = frozenset({"limits", "amounts", "steps", "existing", "levels", "strengths"})
"""Kinds of entry that the choice looks at for every item."""


@dataclass(frozen=True, slots=True)
class Lost:
    """How the combination of one version does by the other.

    It loses at a step of the choice; None where it cannot be chosen at all.
    """

    step: Text | None


@dataclass(frozen=True, slots=True)
class Example:
    """One school with a change: its decisive answers and the reasons of both versions.

    `new_by_old` is how the combination after does by the version before, and the other way round;
    None where both choose the same forms, so that the choice is not what differs.
    """

    school: School
    grounds: tuple[Ground, ...]
    before: tuple[Reason, ...]
    after: tuple[Reason, ...]
    new_by_old: Lost | None
    old_by_new: Lost | None


@dataclass(frozen=True, slots=True)
class Group:
    """A change with its schools, some of them as examples, and the entries behind it."""

    change: Change
    schools: tuple[School, ...]
    examples: tuple[Example, ...]
    entries: tuple[EntryChange, ...]


def tell_groups(
    groups: Mapping[Change, list[School]],
    entries: Iterable[EntryChange],
    before: Side,
    after: Side,
) -> Iterator[Group]:
    """Each change with examples; a school is reasoned through once, however often it is shown."""
    weighed = [one for one in entries if not one.only_words]
    reasoned = cache(lambda school: (before.reason(school), after.reason(school)))
    for change, schools in groups.items():
        shown = sorted(schools, key=lambda school: not school.is_scenario)[:SHOWN]
        pairs = [(school, *reasoned(school)) for school in shown]
        examples = tuple(_example(change, *pair, before, after) for pair in pairs)
        touched = {change.id, *_touched(examples)}
        for _, *both in pairs:
            touched |= {name for one in both for name in _in_choice(one)}
        behind = (e for e in weighed if e.key[0] in _EVERYWHERE or e.key[1] in touched)
        yield Group(change, tuple(schools), examples, tuple(behind))


def _touched(examples: Iterable[Example]) -> Iterator[str]:
    for one in examples:
        yield from (reason.rule for reason in (*one.before, *one.after))


def _in_choice(reasoning: Reasoning) -> Iterator[str]:
    """The types and forms that were chosen, among which the item had to find its place."""
    for start in reasoning.combination.starts:
        yield from (start.form.id, start.form.intervention)


def _example(
    change: Change, school: School, old: Reasoning, new: Reasoning, before: Side, after: Side
) -> Example:
    then, now = _reasons(change, old), _reasons(change, new)
    grounds = dict.fromkeys(ground for one in (*now, *then) for ground in one.answers)
    is_chosen_alike = _forms(old) == _forms(new)
    return Example(
        school,
        tuple(grounds),
        then,
        now,
        None if is_chosen_alike else _lost(before, old, _forms(new)),
        None if is_chosen_alike else _lost(after, new, _forms(old)),
    )


def _reasons(change: Change, reasoning: Reasoning) -> tuple[Reason, ...]:
    """Why an item is in a plan, or why not; nothing where no rule speaks of it."""
    plan, item = reasoning.plan, change.id
    runs = next((one for one in plan.existing if one.id == item), None)
    left_out = next((one for one in plan.not_advised if one.id == item), None)
    lines = (plan.item(item), left_out, runs)
    in_order = lines[::-1] if change.what is What.DECISION else lines
    found = next((line.reasons for line in in_order if line is not None), ())
    return tuple({reason.rule: reason for reason in found}.values())


def _forms(reasoning: Reasoning) -> frozenset[str]:
    return frozenset(start.form.id for start in reasoning.combination.starts)


def _lost(side: Side, own: Reasoning, forms: frozenset[str]) -> Lost:
    """How a set of forms does by this version, which chose another one."""
    options = lay_out_options(own.profile, own.findings, side.knowledge)
    best, _ = search_best(options)
    found = search_among(options, lambda chosen: {one.form.id for one in chosen} == forms)
    return Lost(None if found is None else side.knowledge.steps[found.lost_at(best)].name)
