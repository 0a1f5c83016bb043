"""Lints the knowledge: what can be read, but does nothing, too much, or contradicts the rest.

What is called impossible is proven over all answers; what is only not seen says in how many plans.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from advisor.checking.lint.against import check_added, check_contradictions, check_shadows
from advisor.checking.lint.dates import check_dates_told, look_again
from advisor.checking.lint.forms import check_forms, check_never_new, look_at_starts
from advisor.checking.lint.marks import check_marks, check_weights
from advisor.checking.lint.material import Material
from advisor.checking.lint.needs import (
    check_excluded,
    check_gaps,
    check_levels,
    check_needs,
)
from advisor.checking.lint.reach import check_begun, check_parts, check_reach
from advisor.checking.lint.sample import Sample
from advisor.checking.lint.shown import check_shown
from advisor.checking.lint.unused import check_questions, check_unused
from advisor.engine.reasoning import Reasoning
from advisor.loading.index import Index
from advisor.model.knowledge import Knowledge
from advisor.problems import Problem

__all__ = ["Lint", "lint_knowledge"]

PROVING: tuple[Callable[[Material], Iterator[Problem]], ...] = (
    check_unused,
    check_questions,
    check_dates_told,
    check_reach,
    check_begun,
    check_levels,
    check_gaps,
    check_needs,
    check_excluded,
    check_marks,
    check_weights,
    check_contradictions,
    check_added,
    check_shadows,
    check_parts,
)
LOOKING: tuple[Callable[[Material, Sample], Iterator[Problem]], ...] = (
    check_forms,
    check_never_new,
    check_shown,
)


@dataclass(frozen=True, slots=True)
class Lint:
    """What is wrong in the knowledge, and what is due to be looked at again."""

    problems: tuple[Problem, ...]
    signals: tuple[Problem, ...]


def lint_knowledge(
    knowledge: Knowledge, index: Index, schools: Iterable[Reasoning], today: dt.date
) -> Lint:
    """Everything that the lints find; `schools` are looked at for what plans show."""
    material, sample = Material(knowledge, index), Sample(knowledge, list(schools))
    found = [problem for check in PROVING for problem in check(material)]
    found += [problem for check in LOOKING for problem in check(material, sample)]
    signals = (*look_at_starts(material, sample), *look_again(material, today))
    return Lint(tuple(found), signals)
