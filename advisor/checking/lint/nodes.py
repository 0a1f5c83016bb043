"""Conditions as trees over variables with few values: which outcomes are still possible?

An outcome is a bit, so that a set of outcomes is a number. As long as a variable is open, a node
tells every outcome that it may come to, and perhaps some more; once all are fixed, exactly one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TRUE, FALSE, UNKNOWN = 1, 2, 4
NOT_TRUE = FALSE | UNKNOWN
BIT = {True: TRUE, False: FALSE, None: UNKNOWN}

Value = str | bool | None
Variable = tuple[str, str, str]
"""What can be filled in: its sort, a question (or an item), and an option of a list."""

Domains = Mapping[Variable, tuple[Value, ...]]
"""The values that are still open for each variable."""


@dataclass(frozen=True, slots=True)
class Look:
    """A leaf: what comes of every combination of values of its variables."""

    variables: tuple[Variable, ...]
    table: Mapping[tuple[Value, ...], int]

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible."""
        found = 0
        for values in itertools.product(*(domains[one] for one in self.variables)):
            found |= self.table[values]
        return found

    def looks(self) -> Iterator[Look]:
        """This leaf."""
        yield self


@dataclass(frozen=True, slots=True)
class Join:
    """`any` where true absorbs, `all` where false does; after Kleene, as the engine has it."""

    parts: tuple[Node, ...]
    absorbs: int

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible."""
        absorbs, neutral = self.absorbs, (TRUE | FALSE) ^ self.absorbs
        some, all_neutral, none_absorbs = 0, True, True
        for part in self.parts:
            seen = part.mask(domains)
            if seen == absorbs:
                return absorbs
            some |= seen
            all_neutral = all_neutral and bool(seen & neutral)
            none_absorbs = none_absorbs and bool(seen & (neutral | UNKNOWN))
        unknown = UNKNOWN if some & UNKNOWN and none_absorbs else 0
        return (some & absorbs) | (neutral if all_neutral else 0) | unknown

    def looks(self) -> Iterator[Look]:
        """All leaves below."""
        return itertools.chain.from_iterable(part.looks() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Flip:
    """`not`: the opposite of unknown is unknown."""

    part: Node

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible."""
        seen = self.part.mask(domains)
        flipped = (TRUE if seen & FALSE else 0) | (FALSE if seen & TRUE else 0)
        return flipped | (seen & UNKNOWN)

    def looks(self) -> Iterator[Look]:
        """All leaves below."""
        return self.part.looks()


@dataclass(frozen=True, slots=True)
class Certain:
    """Whether the part is true, in so many words: unknown is no here."""

    part: Node

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible."""
        seen = self.part.mask(domains)
        return (seen & TRUE) | (FALSE if seen & NOT_TRUE else 0)

    def looks(self) -> Iterator[Look]:
        """All leaves below."""
        return self.part.looks()


@dataclass(frozen=True, slots=True)
class Differ:
    """Whether two nodes come to another outcome."""

    one: Node
    other: Node

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible."""
        one, other = self.one.mask(domains), self.other.mask(domains)
        is_single = one == other and one in (TRUE, FALSE, UNKNOWN)
        return (0 if is_single else TRUE) | (FALSE if one & other else 0)

    def looks(self) -> Iterator[Look]:
        """All leaves below."""
        return itertools.chain(self.one.looks(), self.other.looks())


@dataclass(frozen=True, slots=True)
class Derived:
    """A need whose level rules set: the heaviest whose rule holds, else unknown where one may."""

    rules: tuple[tuple[str, Node], ...]
    if_none: str
    outcomes: Mapping[str | None, int]

    def mask(self, domains: Domains) -> int:
        """The outcomes that are possible; the rules stand with the heaviest first."""
        found, may_wait, may_be_none = 0, False, True
        for level, rule in self.rules:
            seen = rule.mask(domains)
            if seen & TRUE:
                found |= self.outcomes[level]
            if seen == TRUE:
                return found
            may_wait = may_wait or bool(seen & UNKNOWN)
            may_be_none = may_be_none and bool(seen & FALSE)
        waits = self.outcomes[None] if may_wait else 0
        return found | waits | (self.outcomes[self.if_none] if may_be_none else 0)

    def looks(self) -> Iterator[Look]:
        """All leaves below."""
        return itertools.chain.from_iterable(rule.looks() for _, rule in self.rules)


Node = Look | Join | Flip | Certain | Differ | Derived


def all_of(*parts: Node) -> Node:
    """True where every part is."""
    return Join(parts, FALSE)


def any_of(*parts: Node) -> Node:
    """True where one part is."""
    return Join(parts, TRUE)
