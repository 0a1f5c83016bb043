"""Proves what conditions can come to: goes through all answers, and skips what cannot matter.

Values between which no leaf makes a difference count as one. What is left is found as a sudoku is
solved: strike every value that contradicts, then try one of two, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from advisor.checking.lint.nodes import (
    NOT_TRUE,
    TRUE,
    Differ,
    Domains,
    Look,
    Node,
    Value,
    Variable,
)
from advisor.checking.lint.translating import Translator
from advisor.model.conditions import Condition
from advisor.model.knowledge import Knowledge

MOST_TRIES = 500
"""After so many guesses a question is left undecided."""

Found = Mapping[Variable, Value]
"""Answers that make it so; what is not in it does not matter."""


class UndecidedError(Exception):
    """There are too many combinations of answers to go through."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    node: Node
    outcomes: int
    variables: frozenset[Variable]


@dataclass(slots=True)
class Prover:
    """Asks of the conditions of one knowledge whether answers exist that make them so."""

    knowledge: Knowledge
    translator: Translator = field(init=False)

    def __post_init__(self) -> None:
        """Begin without anything translated."""
        self.translator = Translator(self.knowledge)

    def find(
        self, true: Iterable[Condition] = (), not_true: Iterable[Condition] = ()
    ) -> Found | None:
        """Answers with which all of `true` hold and none of `not_true` does; None: there are none.

        Raises:
            UndecidedError: it would take too long.
        """
        node = self.translator.node
        wanted = [(node(one), TRUE) for one in true]
        return self._solve([*wanted, *((node(one), NOT_TRUE) for one in not_true)])

    def can_hold(self, *together: Condition) -> bool:
        """Whether the conditions can hold together; also where that is undecided."""
        return self._unless_undecided(together, ())

    def can_fail(self, condition: Condition, *while_true: Condition) -> bool:
        """Whether it can be other than true while others hold; also where that is undecided."""
        return self._unless_undecided(while_true, (condition,))

    def _unless_undecided(self, true: Iterable[Condition], other: Iterable[Condition]) -> bool:
        try:
            return self.find(true, other) is not None
        except UndecidedError:
            return True

    def are_alike(self, one: Condition, other: Condition) -> bool:
        """Whether two conditions come to the same for all answers: true, false or unknown."""
        node = self.translator.node
        try:
            return self._solve([(Differ(node(one), node(other)), TRUE)]) is None
        except UndecidedError:
            return False

    def _solve(self, asked: list[tuple[Node, int]]) -> Found | None:
        wanted = [_Wanted(node, outcomes, _variables(node)) for node, outcomes in asked]
        wanted = self._with_bounds(wanted)
        looks = {id(look): look for one in wanted for look in one.node.looks()}
        variables = {variable for one in wanted for variable in one.variables}
        domains = {
            variable: self._telling_apart(variable, looks.values())
            for variable in sorted(variables)
        }
        return _Search(wanted).solve(domains)

    def _with_bounds(self, wanted: list[_Wanted]) -> list[_Wanted]:
        """With what answers have to do together, for these variables and those behind them."""
        todo = {variable for one in wanted for variable in one.variables}
        seen: set[Variable] = set()
        while todo:
            seen |= todo
            bounds = list(self.translator.bounds(sorted(todo)))
            wanted += [_Wanted(node, TRUE, frozenset(used)) for node, used in bounds]
            todo = {variable for _, used in bounds for variable in used} - seen
        return wanted

    def _telling_apart(self, variable: Variable, looks: Iterable[Look]) -> tuple[Value, ...]:
        """One value of every few between which no leaf tells a difference."""
        values = self.translator.domain(variable)
        alone = [look for look in looks if look.variables == (variable,)]
        if any(variable in look.variables and look not in alone for look in looks):
            return values
        kinds: dict[tuple[int, ...], Value] = {}
        for value in values:
            kinds.setdefault(tuple(look.table[(value,)] for look in alone), value)
        return tuple(kinds.values())


def _variables(node: Node) -> frozenset[Variable]:
    return frozenset(variable for look in node.looks() for variable in look.variables)


@dataclass(slots=True)
class _Search:
    wanted: list[_Wanted]
    tries: int = 0

    def solve(self, domains: Domains) -> Found | None:
        """Values that make all that is wanted so, or None."""
        left = self._strike(dict(domains))
        if left is None:
            return None
        unsettled = [one for one in self.wanted if one.node.mask(left) & ~one.outcomes]
        if not unsettled:
            return {variable: values[0] for variable, values in left.items()}
        open_ = [v for one in unsettled for v in sorted(one.variables) if len(left[v]) > 1]
        if not open_:
            return None
        chosen = min(open_, key=lambda variable: len(left[variable]))
        for value in left[chosen]:
            self.tries += 1
            if self.tries > MOST_TRIES:
                raise UndecidedError
            found = self.solve({**left, chosen: (value,)})
            if found is not None:
                return found
        return None

    def _strike(self, left: dict[Variable, tuple[Value, ...]]) -> Domains | None:
        """Without the values that contradict what is wanted; None where none is left."""
        if any(not one.node.mask(left) & one.outcomes for one in self.wanted):
            return None
        todo = [v for v in left if len(left[v]) > 1]
        while todo:
            variable = todo.pop()
            using = [one for one in self.wanted if variable in one.variables]
            values = left[variable]
            kept = tuple(value for value in values if _fits(left, variable, value, using))
            left[variable] = kept
            if not kept:
                return None
            if len(kept) < len(values):
                near = {v for one in using for v in one.variables} - {variable}
                todo += [v for v in near if len(left[v]) > 1 and v not in todo]
        return left


def _fits(
    left: dict[Variable, tuple[Value, ...]],
    variable: Variable,
    value: Value,
    using: Iterable[_Wanted],
) -> bool:
    """Whether nothing that is wanted becomes impossible with this value."""
    left[variable] = (value,)
    return all(one.node.mask(left) & one.outcomes for one in using)
