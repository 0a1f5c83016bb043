"""Why an item is in a plan: the rule, the answers and the sources behind it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.model.conditions import Ground, Outcome
from advisor.model.rules import Rule
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the id of a rule (or step, or table row), in words, with answers and sources."""

    rule: str
    because: Text
    answers: tuple[Ground, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule with what came of its condition: it fired (true) or waits for an answer (unknown)."""

    rule: Rule
    outcome: Outcome

    @property
    def fired(self) -> bool:
        """Whether the condition holds."""
        return self.outcome.value is True

    def reason(self) -> Reason:
        """The finding as a reason."""
        return Reason(self.rule.id, self.rule.because, self.outcome.deciding(), self.rule.sources)
