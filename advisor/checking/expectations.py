"""Runs a scenario school and tells which expectations failed, each with why or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.checking.promised import broken_by
from advisor.checking.scenarios import Scenario
from advisor.engine.fitting import read_fit
from advisor.engine.reasoning import Reasoning, reason
from advisor.model.combination import Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Cover, Item, Kind
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.model.vocabulary import Strength
from advisor.texts import Text

_ORDER = 1
"""The seed for the other order in which P8 is tested."""

STARTED = frozenset({Status.NEW, Status.STRENGTHENED})


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What came of one scenario: the expectations that failed, each with why or why not."""

    scenario: Scenario
    reasoning: Reasoning
    failed: tuple[Text, ...]


def run_scenario(scenario: Scenario, knowledge: Knowledge) -> ScenarioResult:
    """Make the plan of the scenario and compare."""
    assert scenario.answers.date is not None, "every scenario has a date"
    reasoning = reason(scenario.answers, knowledge, scenario.answers.date)
    failed = [text for check in _CHECKS for text in check(scenario, reasoning.plan)]
    for judge in _WITH_KNOWLEDGE:
        failed += judge(scenario, reasoning.plan, knowledge)
    failed += _check_promises(scenario, reasoning, knowledge)
    return ScenarioResult(scenario, reasoning, tuple(failed))


def _check_promises(
    scenario: Scenario, reasoning: Reasoning, knowledge: Knowledge
) -> Iterator[Text]:
    expected = scenario.lists["expect_promises"]
    for broken in broken_by(reasoning, knowledge, _ORDER) if expected else ():
        if broken.promise in expected:
            yield _said(
                "belofte {id} is gebroken: {what}",
                "promise {id} is broken: {what}",
                id=broken.promise,
                what=broken.sentence,
            )


def _why(reasons: tuple[Reason, ...]) -> Text:
    found = tuple(dict.fromkeys(reason.because for reason in reasons))
    return Text(" ".join(t.nl for t in found), " ".join(t.en for t in found))


def _why_not(plan: Plan, item_id: str) -> Text:
    line = next((line for line in plan.not_advised if line.id == item_id), None)
    if line is not None:
        return _why(line.reasons)
    return Text("Geen regel vraagt erom.", "No rule asks for it.")


def _said(nl: str, en: str, **values: str | int | Text) -> Text:
    return Text(nl, en).fill(**values)


def _check_in(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    for item_id in scenario.lists["expect"]:
        if plan.item(item_id) is None:
            yield _said(
                "verwacht, maar niet in het plan: {id}. {why}",
                "expected, but not in the plan: {id}. {why}",
                id=item_id,
                why=_why_not(plan, item_id),
            )


def _check_out(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    for item_id in scenario.lists["expect_not"]:
        item = plan.item(item_id)
        if item is not None:
            yield _said(
                "niet verwacht, maar wel in het plan: {id} ({status}, {form}). {why}",
                "not expected, but in the plan: {id} ({status}, {form}). {why}",
                id=item_id,
                status=item.status.value,
                form=item.form or "-",
                why=_why(item.reasons),
            )


def _check_why_not(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    found = {line.id: line.reasons[0].rule for line in plan.not_advised}
    for item_id, why in scenario.mappings["expect_why_not"].items():
        yield from _unlike(plan, item_id, why, plan.item(item_id), found.get(item_id))


def _check_foundations(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    expected = scenario.lists["expect_foundations"]
    found = [item.id for item in plan.combination if item.kind is Kind.FOUNDATION]
    if expected and found != [*expected]:
        yield _said(
            "verwacht als fundamenten, in deze volgorde: {expected}; het zijn: {found}",
            "expected these foundations, in this order: {expected}; they are: {found}",
            expected=", ".join(expected),
            found=", ".join(found) or "-",
        )


def _check_form(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    for item_id, form in scenario.mappings["expect_form"].items():
        found = plan.item(item_id)
        yield from _unlike(plan, item_id, form, found, found.form if found else None)


def _check_status(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    for item_id, status in scenario.mappings["expect_status"].items():
        found = plan.item(item_id)
        yield from _unlike(plan, item_id, status, found, found.status.value if found else None)


def _check_grade(scenario: Scenario, plan: Plan, knowledge: Knowledge) -> Iterator[Text]:
    """The weakest grade for the ages of the school counts."""
    for item_id, grade in scenario.mappings["expect_grade"].items():
        found = plan.item(item_id)
        form = (
            None if found is None or found.form is None else knowledge.catalogue.forms[found.form]
        )
        fit = None if form is None else read_fit(form, plan.reading)
        yield from _unlike(plan, item_id, grade, found, fit.grade.name.lower() if fit else None)


def _unlike(
    plan: Plan, item_id: str, expected: str, item: Item | None, found: str | None
) -> Iterator[Text]:
    if found != expected:
        yield _said(
            "{id}: verwacht {expected}, het is {found}. {why}",
            "{id}: expected {expected}, it is {found}. {why}",
            id=item_id,
            expected=expected,
            found=found or "-",
            why=_why(item.reasons) if item else _why_not(plan, item_id),
        )


def _check_existing(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    decided = {line.id: line for line in plan.existing}
    for activity, decision in scenario.mappings["expect_existing"].items():
        line = decided.get(activity)
        if line is None or line.decision.value != decision:
            yield _said(
                "{id}: verwacht besluit {expected}, het is {found}. {why}",
                "{id}: expected decision {expected}, it is {found}. {why}",
                id=activity,
                expected=decision,
                found=line.decision.value if line else "-",
                why=line.why if line else Text("Het loopt niet.", "It does not run."),
            )


def _check_cover(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    covers = {line.id: line for line in plan.needs}
    for key, right in (
        ("expect_open", {Cover.OPEN}),
        ("expect_covered", {Cover.FIRM, Cover.PARTLY}),
    ):
        for need in scenario.lists[key]:
            line = covers[need]
            if line.cover not in right:
                yield _said(
                    "{id}: verwacht {expected}, het is {found} ({why}) door {by}",
                    "{id}: expected {expected}, it is {found} ({why}) by {by}",
                    id=need,
                    expected=" / ".join(sorted(right)),
                    found=line.cover.value if line.cover else "-",
                    why=line.why.value if line.why else "-",
                    by=", ".join(line.by) or "-",
                )


def _check_label(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    found = {line.id: line for line in plan.needs}
    for need, cover in scenario.mappings["expect_cover"].items():
        line = found[need]
        if line.cover != cover:
            yield _said(
                "{id}: verwacht {expected}, het is {found} door {by}",
                "{id}: expected {expected}, it is {found} by {by}",
                id=need,
                expected=cover,
                found=line.cover or "-",
                by=", ".join(line.by) or "-",
            )


def _check_why(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    found = {line.id: line.why for line in plan.needs}
    for need, why in scenario.mappings["expect_why"].items():
        if found[need] != why:
            yield _said(
                "{id}: verwacht dat het niet stevig is om {expected}, het is {found}",
                "{id}: expected not to be firm because of {expected}, it is {found}",
                id=need,
                expected=why,
                found=found[need] or "-",
            )


def _check_link(scenario: Scenario, plan: Plan, knowledge: Knowledge) -> Iterator[Text]:
    """How firmly what is kept or starts is tied to a need; weak is too little to build on."""
    found, weights = {line.id: line for line in plan.needs}, knowledge.limits.link_weights
    for need, strength in scenario.mappings["expect_link"].items():
        best = next(s for s in Strength if weights[s] == found[need].best_link)
        if best.name.lower() != strength:
            yield _said(
                "{id}: verwacht verband {expected}, het is {found} door {by}",
                "{id}: expected link {expected}, it is {found} by {by}",
                id=need,
                expected=strength,
                found=best.name.lower(),
                by=", ".join(found[need].by) or "-",
            )


def _check_actions(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    found = {one.id: [a.reason.rule for a in one.actions] for one in plan.implementation}
    yield from _listed(scenario.listings["expect_actions"], found)


def _check_by(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    yield from _listed(scenario.listings["expect_by"], {one.id: one.by for one in plan.needs})


def _listed(
    expected: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]
) -> Iterator[Text]:
    for key, ids in expected.items():
        if [*found[key]] != [*ids]:
            yield _said(
                "{id}: verwacht {expected}, het is {found}",
                "{id}: expected {expected}, it is {found}",
                id=key,
                expected=", ".join(ids) or "-",
                found=", ".join(found[key]) or "-",
            )


def _check_told(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    told = set(told_in(plan))
    for key, expected, text in (
        ("expect_told", True, ("verwacht, maar niet gezegd: {id}", "expected, but not told: {id}")),
        ("expect_not_told", False, ("niet verwacht, wel gezegd: {id}", "told unexpectedly: {id}")),
    ):
        for line_id in scenario.lists[key]:
            if (line_id in told) is not expected:
                yield _said(*text, id=line_id)


def told_in(plan: Plan) -> Iterator[str]:
    """The ids of the rules that say something in the plan, and of its safeguards."""
    yield from (notice.id for notice in plan.notices)
    yield from (point.reason.rule for point in plan.weak_points)
    yield from (approval.reason.rule for approval in plan.approvals)
    yield from (watch.reason.rule for watch in plan.monitoring.apart)
    yield from (action.reason.rule for one in plan.implementation for action in one.actions)
    for item in plan.combination:
        yield from (reason.rule for reason in item.reasons)
        yield from (harm for harm, _ in item.safeguards)


def _check_changes(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    changes = {line.id: line.change_yourself for line in plan.needs}
    for need in scenario.lists["expect_changes"]:
        if not set(changes[need]) & set(plan.first_steps):
            yield _said(
                "{id}: verwacht een eerste stap die de school zelf anders doet; het zijn: {found}",
                "{id}: expected a first step that changes the school itself; they are: {found}",
                id=need,
                found=Text.join(plan.first_steps, Text(" / ", " / ")),
            )


def _check_starts(scenario: Scenario, plan: Plan) -> Iterator[Text]:
    found = [item.id for item in plan.combination if item.form and item.status in STARTED]
    if scenario.starts is not None and len(found) != scenario.starts:
        yield _said(
            "verwacht {expected} keer een start, het zijn er {count}: {found}",
            "expected {expected} starts, there are {count}: {found}",
            expected=scenario.starts,
            count=len(found),
            found=", ".join(found) or "-",
        )


_CHECKS: tuple[Callable[[Scenario, Plan], Iterator[Text]], ...] = (
    _check_in,
    _check_out,
    _check_why_not,
    _check_foundations,
    _check_form,
    _check_status,
    _check_existing,
    _check_cover,
    _check_label,
    _check_why,
    _check_by,
    _check_told,
    _check_actions,
    _check_changes,
    _check_starts,
)
_WITH_KNOWLEDGE: tuple[Callable[[Scenario, Plan, Knowledge], Iterator[Text]], ...] = (
    _check_grade,
    _check_link,
)
