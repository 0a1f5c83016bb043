"""What a scenario expects of the needs: how far they are covered, by what, and how firmly."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.checking.expectations.made import Made, said, unlike_lists
from advisor.model.lines import Cover
from advisor.model.vocabulary import Strength
from advisor.texts import Text


def _check_cover(made: Made) -> Iterator[Text]:
    covers = {line.id: line for line in made.plan.needs}
    for key, right in (
        ("expect_open", {Cover.OPEN}),
        ("expect_covered", {Cover.FIRM, Cover.PARTLY}),
    ):
        for need in made.scenario.lists[key]:
            line = covers[need]
            if line.cover not in right:
                yield said(
                    "{id}: verwacht {expected}, het is {found} ({why}) door {by}",
                    "{id}: expected {expected}, it is {found} ({why}) by {by}",
                    id=need,
                    expected=" / ".join(sorted(right)),
                    found=line.cover.value if line.cover else "-",
                    why=line.why.value if line.why else "-",
                    by=", ".join(line.by) or "-",
                )


def _check_label(made: Made) -> Iterator[Text]:
    found = {line.id: line for line in made.plan.needs}
    for need, cover in made.scenario.mappings["expect_cover"].items():
        line = found[need]
        if line.cover != cover:
            yield said(
                "{id}: verwacht {expected}, het is {found} door {by}",
                "{id}: expected {expected}, it is {found} by {by}",
                id=need,
                expected=cover,
                found=line.cover or "-",
                by=", ".join(line.by) or "-",
            )


def _check_why(made: Made) -> Iterator[Text]:
    found = {line.id: line.why for line in made.plan.needs}
    for need, why in made.scenario.mappings["expect_why"].items():
        if found[need] != why:
            yield said(
                "{id}: verwacht dat het niet stevig is om {expected}, het is {found}",
                "{id}: expected not to be firm because of {expected}, it is {found}",
                id=need,
                expected=why,
                found=found[need] or "-",
            )


def _check_by(made: Made) -> Iterator[Text]:
    yield from unlike_lists(
        made.scenario.listings["expect_by"], {one.id: one.by for one in made.plan.needs}
    )


def _check_link(made: Made) -> Iterator[Text]:
    """How firmly what is kept or starts is tied to a need; weak is too little to build on."""
    found, weights = {line.id: line for line in made.plan.needs}, made.knowledge.limits.link_weights
    for need, strength in made.scenario.mappings["expect_link"].items():
        likely = (s for s in Strength if weights[s] <= found[need].best_link)
        best = max(likely, default=Strength.WEAK)
        if best.name.lower() != strength:
            yield said(
                "{id}: verwacht verband {expected}, het is {found} door {by}",
                "{id}: expected link {expected}, it is {found} by {by}",
                id=need,
                expected=strength,
                found=best.name.lower(),
                by=", ".join(found[need].by) or "-",
            )


def _check_changes(made: Made) -> Iterator[Text]:
    changes = {line.id: line.change_yourself for line in made.plan.needs}
    for need in made.scenario.lists["expect_changes"]:
        if not set(changes[need]) & set(made.plan.first_steps):
            yield said(
                "{id}: verwacht een eerste stap die de school zelf anders doet; het zijn: {found}",
                "{id}: expected a first step that changes the school itself; they are: {found}",
                id=need,
                found=Text.join(made.plan.first_steps, Text(" / ", " / ")),
            )


CHECKS = (
    _check_cover,
    _check_label,
    _check_why,
    _check_by,
    _check_link,
    _check_changes,
)
