"""What the lints look at: the knowledge, where everything stands, and a way to prove things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from advisor.checking.lint.messages import MESSAGES
from advisor.checking.lint.proof import Prover
from advisor.loading.index import Index, kind_name
from advisor.model.conditions import ALWAYS, Condition
from advisor.model.knowledge import Knowledge
from advisor.model.rules import Rule
from advisor.problems import Place, Problem, Severity
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Conditioned:
    """An entry with a condition: which one, and the key under which the condition stands."""

    kind: str
    id: str
    key: str
    condition: Condition


@dataclass(slots=True)
class Material:
    """The knowledge with the places of its entries."""

    knowledge: Knowledge
    index: Index
    prover: Prover = field(init=False)
    _places: dict[str, dict[str, Place]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Nothing is proven yet."""
        self.prover = Prover(self.knowledge)

    def rules(self) -> Iterator[Rule]:
        """All rules of all stages."""
        for rules in self.knowledge.rules.values():
            yield from rules

    def conditions(self) -> Iterator[Conditioned]:
        """Every condition of the knowledge, but for questions that are always asked."""
        catalogue = self.knowledge.catalogue
        for rule in self.rules():
            yield Conditioned("rules", rule.id, "when", rule.when)
        for question in self.knowledge.questionnaire.questions.values():
            if question.when != ALWAYS:
                yield Conditioned("questions", question.id, "when", question.when)
        for partner in catalogue.partners.values():
            yield Conditioned("partners", partner.id, "when", partner.when)
        for foundation in catalogue.foundations.values():
            yield Conditioned("foundations", foundation.id, "in_place", foundation.in_place)
        for check in catalogue.lasting.values():
            yield Conditioned("lasting", check.id, "passed", check.passed)
        for asked in catalogue.implementation.values():
            yield Conditioned("implementation", asked.id, "in_place", asked.in_place)
            yield Conditioned("implementation", asked.id, "partly", asked.partly)

    def place(self, kind: str, name: str, trail: tuple[str, ...] = ()) -> Place:
        """Where the entry stands, or the first thing that is named below a trail in it."""
        if trail:
            whole = (f"{kind_name(kind).en} {name}", *trail)
            named = (one for one in self.index.references if one.trail[: len(whole)] == whole)
            first = next(named, None)
            if first is not None:
                return first.place
        if kind not in self._places:
            self._places[kind] = self.index.places(kind)
        return self._places[kind][name]

    def where(self, kind: str, name: str) -> str:
        """File and line of the entry, for a message that points at it."""
        return self.place(kind, name).short

    def tell(
        self,
        code: str,
        kind: str,
        name: str,
        trail: tuple[str, ...] = (),
        /,
        **values: str | int | Text,
    ) -> Problem:
        """What is found of an entry, with its place."""
        message = MESSAGES[code]
        told: dict[str, str | int | Text] = {"kind": kind_name(kind), "id": name, **values}
        level = Severity.WARNING if code.startswith("S-") else Severity.ERROR
        path = " > ".join((f"{kind_name(kind).en} {name}", *trail))
        remedy = message.remedy.fill(**told) if message.remedy is not None else None
        place = self.place(kind, name, trail)
        return Problem(code, place, message.sentence.fill(**told), path, remedy, level)
