"""What a scenario expects of the combination and of what runs."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.expectations.made import Made, said, unlike_list, why, why_not
from advisor.engine.fitting import read_fit
from advisor.model.combination import Status
from advisor.model.lines import Item, Kind
from advisor.model.plan import Plan
from advisor.texts import Text

STARTED = frozenset({Status.NEW, Status.STRENGTHENED})


def _check_in(made: Made) -> Iterator[Text]:
    for item_id in made.scenario.lists["expect"]:
        if made.plan.item(item_id) is None:
            yield said(
                "verwacht, maar niet in het plan: {id}. {why}",
                "expected, but not in the plan: {id}. {why}",
                id=item_id,
                why=why_not(made.plan, item_id),
            )


def _check_out(made: Made) -> Iterator[Text]:
    for item_id in made.scenario.lists["expect_not"]:
        item = made.plan.item(item_id)
        if item is not None:
            yield said(
                "niet verwacht, maar wel in het plan: {id} ({status}, {form}). {why}",
                "not expected, but in the plan: {id} ({status}, {form}). {why}",
                id=item_id,
                status=item.status.value,
                form=item.form or "-",
                why=why(item.reasons),
            )


def _check_reason(made: Made) -> Iterator[Text]:
    found = {line.id: line.reasons[0].rule for line in made.plan.not_advised}
    for item_id, row in made.scenario.mappings["expect_why_not"].items():
        yield from _unlike(made.plan, item_id, row, made.plan.item(item_id), found.get(item_id))


def _check_foundations(made: Made) -> Iterator[Text]:
    """All foundations: those that stand, then the new ones as they are laid."""
    found = [item.id for item in made.plan.combination if item.kind is Kind.FOUNDATION]
    yield from unlike_list(made, "expect_foundations", found)


def _check_form(made: Made) -> Iterator[Text]:
    for item_id, form in made.scenario.mappings["expect_form"].items():
        found = made.plan.item(item_id)
        yield from _unlike(made.plan, item_id, form, found, found.form if found else None)


def _check_status(made: Made) -> Iterator[Text]:
    for item_id, status in made.scenario.mappings["expect_status"].items():
        found = made.plan.item(item_id)
        yield from _unlike(made.plan, item_id, status, found, found.status.value if found else None)


def _check_grade(made: Made) -> Iterator[Text]:
    """The weakest grade for the ages of the school counts."""
    for item_id, grade in made.scenario.mappings["expect_grade"].items():
        found = made.plan.item(item_id)
        yield from _unlike(made.plan, item_id, grade, found, _grade(found, made))


def _grade(item: Item | None, made: Made) -> str | None:
    if item is None or item.form is None:
        return None
    fit = read_fit(made.knowledge.catalogue.forms[item.form], made.plan.reading)
    return None if fit is None else fit.grade.name.lower()


def _unlike(
    plan: Plan, item_id: str, expected: str, item: Item | None, found: str | None
) -> Iterator[Text]:
    if found != expected:
        yield said(
            "{id}: verwacht {expected}, het is {found}. {why}",
            "{id}: expected {expected}, it is {found}. {why}",
            id=item_id,
            expected=expected,
            found=found or "-",
            why=why(item.reasons) if item else why_not(plan, item_id),
        )


def _check_existing(made: Made) -> Iterator[Text]:
    """By the decision, or by the row of the table that decides."""
    decided = {line.id: line for line in made.plan.existing}
    for activity, decision in made.scenario.mappings["expect_existing"].items():
        line = decided.get(activity)
        if line is None or decision not in {line.decision.value, line.reasons[0].rule}:
            yield said(
                "{id}: verwacht besluit {expected}, het is {found}. {why}",
                "{id}: expected decision {expected}, it is {found}. {why}",
                id=activity,
                expected=decision,
                found=f"{line.decision.value} ({line.reasons[0].rule})" if line else "-",
                why=line.why if line else Text("Het loopt niet.", "It does not run."),
            )


def _check_starts(made: Made) -> Iterator[Text]:
    found = [item.id for item in made.plan.combination if item.form and item.status in STARTED]
    if made.scenario.starts is not None and len(found) != made.scenario.starts:
        yield said(
            "verwacht {expected} keer een start, het zijn er {count}: {found}",
            "expected {expected} starts, there are {count}: {found}",
            expected=made.scenario.starts,
            count=len(found),
            found=", ".join(found) or "-",
        )


CHECKS = (
    _check_in,
    _check_out,
    _check_reason,
    _check_foundations,
    _check_form,
    _check_status,
    _check_grade,
    _check_existing,
    _check_starts,
)
