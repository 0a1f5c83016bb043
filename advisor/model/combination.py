"""What the choice comes to: what is kept, strengthened, joined and new, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.model.catalogue import Foundation
from advisor.model.conditions import Ground
from advisor.model.interventions import Fit, Form, Load
from advisor.model.profile import ActivityState
from advisor.model.reasons import Finding, Reason
from advisor.model.rules import ExistingRow, Step

IN_PLACE = 0
"""The year of what stands already; the school years of the plan count from 1."""


class Status(StrEnum):
    """How an item is part of the combination."""

    KEPT = "kept"
    STRENGTHENED = "strengthened"
    JOINED = "joined"
    NEW = "new"
    FIND_OUT = "first-find-out"


class Decision(StrEnum):
    """What happens to something that runs."""

    KEEP = "keep"
    STRENGTHEN = "strengthen"
    JOIN = "join"
    CHANGE_FORM = "change-form"
    LET_END = "let-end"


@dataclass(frozen=True, slots=True)
class Existing:
    """Something that runs, with its decision by a row of the table.

    `form` is the form it runs in (named, or assumed where it is not asked); `host` is what
    it is joined to: a form or a foundation.
    """

    activity: ActivityState
    decision: Decision
    row: ExistingRow
    form: str | None
    host: str | None
    grounds: tuple[Ground, ...]
    reasons: tuple[Reason, ...]

    @property
    def find_out(self) -> bool:
        """Whether it may run in a harmful form, so that in which form it runs comes first."""
        return self.row.test == "perhaps-harmful-form"


@dataclass(frozen=True, slots=True)
class Kept:
    """An embedded form that goes on; `fit` is None where it has no evidence for these pupils.

    `serves` maps raised needs to the weight of a link that counts. It is empty when what the form
    needs is not there: its years, what it requires beside it, someone qualified and a route.
    """

    form: Form
    fit: Fit | None
    serves: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Start:
    """A form that becomes new work in `year`; if first-find-out, its hours are kept free.

    `serves` maps raised needs to the weight of a link that counts; `builds_on`: it already runs.
    """

    form: Form
    fit: Fit
    year: int
    status: Status
    load: Load
    serves: Mapping[str, int]
    builds_on: bool
    waits_for: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A foundation: in place (year 0), under construction from `year`, or without a date.

    `carries` says that the starts rest on it (base, layer or route). `hours` a school year.
    """

    foundation: Foundation
    year: int | None
    status: Status
    carries: bool
    hours: tuple[int, ...]
    findings: tuple[Finding, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The best other set of forms and the step at which it lost."""

    forms: tuple[str, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class Use:
    """What a school year asks of one capacity, and what the school has."""

    year: int
    capacity: str
    asked: int
    available: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class Combination:
    """The chosen set with its schedule, the decisions about what exists, and the runner-up."""

    kept: tuple[Kept, ...]
    starts: tuple[Start, ...]
    foundations: tuple[Placed, ...]
    existing: tuple[Existing, ...]
    use: tuple[Use, ...]
    runner_up: RunnerUp | None

    @property
    def joined(self) -> tuple[Existing, ...]:
        """What runs and is joined to a chosen form or a foundation."""
        return tuple(e for e in self.existing if e.decision is Decision.JOIN)
