"""What several respondents answered differently, and what would come of each answer."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.model.questionnaire import Answer
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """The combination that one answer would give, told by what it has and has not.

    `given_by` are the respondents who gave that answer. What is `changed` stays, in another form
    of joining in: another year, another status or another decision.
    """

    value: Answer
    given_by: tuple[str | None, ...]
    added: tuple[tuple[str, Text], ...]
    dropped: tuple[tuple[str, Text], ...]
    changed: tuple[tuple[str, Text], ...]


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
