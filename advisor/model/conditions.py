"""The tree of conditions used by rules, questions and catalogue entries, and its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Subject(StrEnum):
    """What a leaf looks at; one subject a leaf."""

    ANSWER = "answer"
    NEED = "need"
    CIRCUMSTANCE = "circumstance"
    ACTIVITY = "activity"
    CAPACITY = "capacity"
    ADVISED = "advised"
    BEGINS = "begins"
    FLAG = "flag"


class Test(StrEnum):
    """How a leaf looks: the value is one of, the list includes, it is there, it is unknown."""

    IN = "in"
    INCLUDES = "includes"
    HOLDS = "holds"
    FIRST = "first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One typed test. `at_least` and `is` of the YAML are written out as `in` while loading."""

    subject: Subject
    id: str
    test: Test
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true; an empty one is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when one part is true; an empty one is false."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of its part; the opposite of unknown is unknown."""

    part: Condition


Condition = Leaf | All | Any | Not
ALWAYS = All(())


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Every leaf of a condition."""
    match condition:
        case Leaf():
            yield condition
        case Not():
            yield from leaves(condition.part)
        case All() | Any():
            for part in condition.parts:
                yield from leaves(part)


@dataclass(frozen=True, slots=True)
class Ground:
    """One answer behind a judgement: the question and what was answered (None = unknown).

    Of a list, `option` is the one that was looked at, ticked or not.
    """

    question: str
    value: object
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a condition: true, false or None (unknown), with what each leaf saw.

    The tree mirrors the condition. `grounds` are the answers a leaf looked at.
    """

    value: bool | None
    leaf: Leaf | None = None
    grounds: tuple[Ground, ...] = ()
    parts: tuple[Outcome, ...] = ()
    _deciding: list[tuple[Ground, ...]] = field(default_factory=list, compare=False, repr=False)

    def deciding(self) -> tuple[Ground, ...]:
        """The answers that made the outcome what it is, each once, in order of the condition."""
        if not self._deciding:
            self._deciding.append(tuple(dict.fromkeys(self._walk())))
        return self._deciding[0]

    def _walk(self) -> tuple[Ground, ...]:
        if self.leaf is not None:
            return self.grounds
        same = tuple(part for part in self.parts if part.value is self.value)
        chosen = same or self.parts
        return tuple(ground for part in chosen for ground in part._walk())

    def holding(self, subject: Subject) -> tuple[str, ...]:
        """The ids of that subject of which a leaf is true."""
        if self.leaf is not None:
            holds = self.value is True and self.leaf.subject is subject
            return (self.leaf.id,) if holds else ()
        return tuple(dict.fromkeys(i for part in self.parts for i in part.holding(subject)))

    def waits_for(self) -> tuple[str, ...]:
        """The questions whose unknown answers keep the outcome unknown."""
        if self.value is not None:
            return ()
        if self.leaf is not None:
            return tuple(g.question for g in self.grounds if g.value is None)
        return tuple(
            dict.fromkeys(q for part in self.parts if part.value is None for q in part.waits_for())
        )
