"""The parts of a condition, and the condition without one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.model.conditions import All, Any, Condition, Not


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an `all` or an `any`, with those beside it, and the keys that lead to it."""

    condition: Condition
    beside: tuple[Condition, ...]
    of_all: bool
    trail: tuple[str, ...]


def parts_of(condition: Condition, trail: tuple[str, ...] = ()) -> Iterator[Part]:
    """Every part, also of parts, that stands beside another."""
    if isinstance(condition, Not):
        yield from parts_of(condition.part, (*trail, "not"))
    elif isinstance(condition, All | Any):
        word = "all" if isinstance(condition, All) else "any"
        for number, part in enumerate(condition.parts):
            beside = condition.parts[:number] + condition.parts[number + 1 :]
            below = (*trail, word, str(number + 1))
            if beside:
                yield Part(part, beside, word == "all", below)
            yield from parts_of(part, below)


def without(condition: Condition, trail: tuple[str, ...]) -> Condition:
    """The condition without the part to which the keys lead."""
    if isinstance(condition, Not):
        return Not(without(condition.part, trail[1:]))
    assert isinstance(condition, All | Any), "only these have parts"
    at, rest, parts = int(trail[1]) - 1, trail[2:], condition.parts
    kept = (without(parts[at], rest),) if rest else ()
    return type(condition)((*parts[:at], *kept, *parts[at + 1 :]))
