"""What the promises look at: the plan of one school beside its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.engine.judge import Findings
from advisor.engine.promises.facts import Facts
from advisor.model.combination import IN_PLACE, Combination, Decision, Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Item, Kind
from advisor.model.plan import Plan
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answer, Measures, Question
from advisor.model.vocabulary import Level
from advisor.texts import Text

RAISED = frozenset(level.name.lower() for level in Level if level >= Level.MODERATE)


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that a plan does not keep: its id and what is wrong, in words."""

    promise: str
    sentence: Text


@dataclass(frozen=True, slots=True)
class PlanCase:
    """One plan to judge. The facts come from the answers and the plan, not from the engine."""

    profile: Profile
    findings: Findings
    combination: Combination
    plan: Plan
    knowledge: Knowledge
    facts: Facts

    def asked(self, what: Measures) -> tuple[Question, ...]:
        """The questions that measure `what`."""
        return self.knowledge.questionnaire.measuring(what)

    def answer(self, question: str) -> Answer:
        """What was answered; None is unknown."""
        return self.profile.answers.values.get(question)

    def ticked(self, what: Measures) -> tuple[str, ...] | None:
        """The ticked options of the one list that measures `what`; None is unknown."""
        value = self.answer(self.asked(what)[0].id)
        return value if isinstance(value, tuple) else None

    def types(self) -> tuple[Item, ...]:
        """The interventions in the combination."""
        return tuple(i for i in self.plan.combination if i.kind is Kind.INTERVENTION)

    def starts(self) -> tuple[Item, ...]:
        """The types that start, with or without a date yet."""
        goes_on = {(e.id, e.form) for e in self.plan.existing if e.decision is Decision.KEEP}
        return tuple(
            item
            for item in self.types()
            if item.status in {Status.NEW, Status.STRENGTHENED}
            or (item.status is Status.FIND_OUT and (item.id, item.form) not in goes_on)
        )

    def standing(self, by: int | None = None) -> Iterator[Item]:
        """What certainly is there by that year of the plan: in place or with a year.

        A foundation counts with an action, a role and hours only; what is joined stands with its
        host.
        """
        last = self.knowledge.limits.years if by is None else by
        for item in self.plan.combination:
            if item.year is None or item.status in {Status.JOINED, Status.FIND_OUT}:
                continue
            hours = any(sum(years) > 0 for years in item.load.values())
            has_work = bool(item.first_step.nl and item.who.nl and hours)
            if item.year <= last and (item.kind is Kind.INTERVENTION or has_work):
                yield item

    def hours_capacity(self) -> str:
        """The id of the capacity that is counted in hours."""
        found = self.knowledge.limits.capacities.values()
        return next(c.id for c in found if c.unit == "hours")

    def moment(self, item: Item) -> tuple[int, int]:
        """When an item starts, by year and by period; what is in place comes before everything."""
        if item.year is None or item.year == IN_PLACE:
            return (IN_PLACE, 0)
        periods = list(self.knowledge.catalogue.periods)
        at = periods.index(item.period) if item.period in periods else len(periods)
        return (item.year, at)


def tell(promise: str, nl: str, en: str, **values: str | int | Text) -> Broken:
    """A broken promise in both languages, with what is between braces filled in."""
    return Broken(promise, Text(nl, en).fill(**values))


def listed(ids: Iterable[str]) -> str:
    """Ids as one enumeration, in a fixed order."""
    return ", ".join(sorted(ids))
