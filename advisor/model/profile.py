"""The profile: what the answers of a school come to, before any judgement about what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.model.conditions import Ground
from advisor.model.questionnaire import Answers
from advisor.model.vocabulary import Level


class Certainty(StrEnum):
    """How sure a need is: data back it (supported), one respondent's impression, or unknown."""

    UNKNOWN = "unknown"
    IMPRESSION = "impression"
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True)
class NeedState:
    """A need in this school; `rules` are the assess rules behind a derived level."""

    id: str
    level: Level | None
    first: bool
    certainty: Certainty
    grounds: tuple[Ground, ...]
    rules: tuple[str, ...] = ()

    @property
    def raised(self) -> bool:
        """Whether the need is moderate or serious."""
        return self.level is not None and self.level >= Level.MODERATE


class Runs(StrEnum):
    """How something runs; `loose` is one-off or project, not known which."""

    EMBEDDED = "embedded"
    PROJECT = "project"
    ONE_OFF = "one-off"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class ActivityState:
    """Something that runs. `is_clear` is false when it is not known whether it is embedded.

    `form` is the form the school named, None when it is not known.
    """

    id: str
    runs: Runs
    is_clear: bool
    form: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class CapacityState:
    """The room for one kind of work in a school year, in `unit`; `assumed` when unknown."""

    id: str
    unit: str
    band: str | None
    amount: int
    assumed: bool
    ground: Ground


@dataclass(frozen=True, slots=True)
class FlagState:
    """A derived fact: true, false or None (unknown), with the answers and rules behind it."""

    id: str
    value: bool | None
    grounds: tuple[Ground, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All facts about a school that the reasoning uses.

    `reading` holds the age groups (`po`, `vo`) whose evidence is read; with two, the weaker counts.
    `reading_known` is false while an unknown sector or age may still narrow them.
    `first` is None when the school has not said what goes first and more than one need is raised.
    `circumstances` and `running` are None when unknown. `years` is None when unknown.
    """

    answers: Answers
    sector: str | None
    reading: tuple[str, ...]
    reading_known: bool
    years: frozenset[str] | None
    needs: Mapping[str, NeedState]
    first: tuple[str, ...] | None
    circumstances: tuple[str, ...] | None
    circumstances_ground: Ground
    running: tuple[str, ...] | None
    running_ground: Ground
    activities: Mapping[str, ActivityState]
    capacities: Mapping[str, CapacityState]
    flags: Mapping[str, FlagState]
    urgent: tuple[str, ...]

    def room(self, unit: str) -> CapacityState:
        """The room that is counted in that unit: hours, half-days or lessons."""
        return next(c for c in self.capacities.values() if c.unit == unit)

    def raised(self) -> tuple[NeedState, ...]:
        """The raised needs: first ones first, heavier before lighter, then in catalogue order."""
        found = [need for need in self.needs.values() if need.raised]
        return tuple(sorted(found, key=lambda n: (not n.first, -(n.level or 0))))
