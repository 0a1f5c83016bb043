"""Other answers and what they would bring: moves, changes, and what hangs on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.combination import Decision, Status, Use
from advisor.model.questionnaire import Answer
from advisor.model.rules import Step


@dataclass(frozen=True, slots=True)
class Move:
    """One answer that could be another one.

    `steps` is how far that is: along its scale, options ticked or not, and one where the answer
    was not known or has no order. `option` is what is ticked, or no longer, in a list.
    """

    question: str
    old: Answer
    new: Answer
    steps: int
    option: str | None = None


Change = tuple[Move, ...]
"""Moves of different questions, made together; fewer moves are smaller, then fewer steps."""


def size_of(change: Change) -> tuple[int, int]:
    """How large a change is: the number of answers, then the steps on their scales."""
    return len(change), sum(move.steps for move in change)


@dataclass(frozen=True, slots=True)
class Place:
    """How an item stands in a combination; `year` as in `Item`, `form` None for a foundation."""

    id: str
    form: str | None
    status: Status
    year: int | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about something that runs, and whether its form is to be found out."""

    id: str
    decision: Decision
    find_out: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A combination without its words: how its items stand, and what exists was decided to be."""

    places: tuple[Place, ...]
    decided: tuple[Decided, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The items of the combination."""
        return frozenset(place.id for place in self.places)


@dataclass(frozen=True, slots=True)
class Difference:
    """What another combination has besides, lacks, and does otherwise than the chosen one.

    About what runs and is no item of either: `decided` are the other decisions, `undone` the
    decisions about what does not run there. That it only ends is nothing to be undone.
    """

    added: tuple[Place, ...]
    dropped: tuple[Place, ...]
    moved: tuple[tuple[Place, Place], ...]
    decided: tuple[Decided, ...]
    undone: tuple[Decided, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both are the same."""
        return not (self.added or self.dropped or self.moved or self.decided or self.undone)


@dataclass(frozen=True, slots=True)
class Way:
    """The best plan with what was left out, or without what was chosen, beside the chosen one.

    `step` is where it lost; `use` what it asks of each capacity in each school year.
    """

    difference: Difference
    step: Step
    use: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What turns an item, in or out.

    `changes` are the smallest ones, all of one size; empty when no change of one or two answers
    does it. Then `rule` is what holds it.
    """

    changes: tuple[Change, ...]
    rule: str | None


@dataclass(frozen=True, slots=True)
class Firmness:
    """Whether an item stands whatever single answer moves one step, or else what it hangs on."""

    id: str
    hangs_on: tuple[Move, ...]

    @property
    def is_firm(self) -> bool:
        """Whether no single step takes it out."""
        return not self.hangs_on


@dataclass(frozen=True, slots=True)
class Matter:
    """An unknown answer that could change the combination, with what each answer would do."""

    question: str
    differences: Mapping[Move, Difference]
    tried: int


@dataclass(frozen=True, slots=True)
class Room:
    """The combination with one band more or less of a capacity."""

    capacity: str
    move: Move
    difference: Difference


@dataclass(frozen=True, slots=True)
class OpenAnswers:
    """The questions without an answer, and which of them could change the combination."""

    unknown: tuple[str, ...]
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a plan hangs on: how firm its items are, and what more or less room would do.

    By type that was left out, where there is one: `turns` are the smallest single answers that
    bring it in, `ways` the best plan with it.
    """

    firmness: tuple[Firmness, ...]
    room: tuple[Room, ...]
    turns: Mapping[str, tuple[Change, ...]]
    ways: Mapping[str, Way]
