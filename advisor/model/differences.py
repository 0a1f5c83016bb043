"""What several respondents answered differently, and what would come of each answer."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.model.questionnaire import Answer
from advisor.model.what_if import Difference
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """What another combination one answer would give; `given_by` are those who gave that answer."""

    value: Answer
    given_by: tuple[str | None, ...]
    difference: Difference


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One question that respondents answered differently.

    `options` are those of a list on which they differ. `said` has every respondent; None is not
    known, or says nothing about these options. `used` is the answer that the plan works with.
    `others` are the answers that would give another combination.
    """

    question: str
    text: Text
    said: tuple[tuple[str | None, Answer], ...]
    options: tuple[str, ...]
    used: Answer
    others: tuple[OtherPlan, ...]

    @property
    def matters(self) -> bool:
        """Whether the combination depends on it."""
        return bool(self.others)
