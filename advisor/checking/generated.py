"""Tests the promises on generated schools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.checking.promised import broken_by
from advisor.checking.report import PromiseResult
from advisor.checking.schools import TODAY
from advisor.engine.promises import PROMISES, Broken
from advisor.engine.reasoning import Reasoning, reason
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answers
from advisor.texts import Text

EVERY = 10
"""One in so many schools is tested for P8, whose plans in another order cost the most time."""


@dataclass(frozen=True, slots=True)
class Tested:
    """Generated schools of one kind, reasoned through, with the promises that they break."""

    kind: Text
    schools: tuple[Reasoning, ...]
    broken: tuple[tuple[int, Broken], ...]


def run_generated(kind: Text, schools: Iterator[Answers], knowledge: Knowledge) -> Tested:
    """Make a plan for every school and judge it."""
    found: list[Reasoning] = []
    broken: list[tuple[int, Broken]] = []
    for number, answers in enumerate(schools):
        one = reason(answers, knowledge, TODAY)
        found.append(one)
        order = number if number % EVERY == 0 else None
        broken += [(number, told) for told in broken_by(one, knowledge, order)]
    return Tested(kind, tuple(found), tuple(broken))


def list_promises(groups: Sequence[Tested]) -> tuple[PromiseResult, ...]:
    """For every promise on how many schools it was tested and which broke it."""
    results = []
    for promise in PROMISES:
        step = EVERY if promise == "P8" else 1
        tested = sum(-(-len(group.schools) // step) for group in groups)
        broken = tuple(
            Text(
                f"school {number} ({group.kind.nl}): {one.sentence.nl}",
                f"school {number} ({group.kind.en}): {one.sentence.en}",
            )
            for group in groups
            for number, one in group.broken
            if one.promise == promise
        )
        results.append(PromiseResult(promise, tested, broken))
    return tuple(results)
