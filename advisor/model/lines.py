"""The lines that a plan is made of; every item keeps its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.model.combination import Decision, Status
from advisor.model.conditions import Ground
from advisor.model.profile import Certainty, Runs
from advisor.model.reasons import Reason
from advisor.model.vocabulary import Level
from advisor.texts import Text


class Cover(StrEnum):
    """How a raised need is covered; the label is honest about evidence."""

    FIRM = "firm"
    PARTLY = "partly"
    OPEN = "open"


class WhyNotFirm(StrEnum):
    """The one reason that a need is open, or only partly covered."""

    NO_CAPACITY = "no-capacity"
    NOBODY_QUALIFIED = "no-qualified-or-route"
    NO_TYPE = "no-type"
    EXCLUDED = "excluded"
    NOT_YET_KNOWN = "not-yet-known"
    A_PROJECT = "a-project"
    THIN_EVIDENCE = "thin-evidence"
    ONLY_A_FOUNDATION = "only-a-foundation"
    LATER_YEAR = "later-year"


class Kind(StrEnum):
    """What an item of the combination is."""

    INTERVENTION = "intervention"
    FOUNDATION = "foundation"


class State(StrEnum):
    """Where a school stands on an implementation question."""

    IN_PLACE = "in-place"
    PARTLY = "partly"
    OPEN = "open"
    UNKNOWN = "unknown"


class Passed(StrEnum):
    """What came of a lasting check."""

    PASSED = "passed"
    WEAK = "weak"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need in the plan. `why` is set when the cover is not firm; `by` names items."""

    id: str
    name: Text
    level: Level | None
    first: bool
    certainty: Certainty
    grounds: tuple[Ground, ...]
    cover: Cover | None
    why: WhyNotFirm | None
    by: tuple[str, ...]
    from_year: str | None
    look_first: tuple[Text, ...]
    change_yourself: tuple[Text, ...]
    next_step: Text
    ask: Text
    more_possible: Text | None
    best_link: int
    """The weight of the best link of a kept or started form; 0 when there is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the combination.

    `start` is a school year such as `2026-2027`, None without a date; `year` counts from 1, 0 is
    in place. `load` is what it asks a school year by capacity. `safeguards` are what harms ask.
    `begins` is the first day on which it may begin. `adjust` is what would make the school change
    or stop it.
    """

    id: str
    form: str | None
    kind: Kind
    status: Status
    name: Text
    what: Text
    whom: Text
    who: Text
    year: int | None
    start: str | None
    period: str | None
    begins: dt.date | None
    load: Mapping[str, tuple[int, ...]]
    layers: tuple[str, ...]
    tier: str
    themes: tuple[str, ...]
    pillars: tuple[str, ...]
    first_step: Text
    done: Text
    adjust: Text
    safeguards: tuple[tuple[str, Text], ...]
    together: tuple[Text, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ExistingLine:
    """Something that runs, with its decision, the first step, and hours that ending it frees.

    `find_out`: it may run in a harmful form, and in which form it runs comes first. `embed`: when
    it counts as fixed, for what joins in or gets stronger. `ticked`: as the school was asked it.
    """

    id: str
    name: Text
    ticked: Text
    runs: Runs
    form: str | None
    decision: Decision
    find_out: bool
    host: Text | None
    why: Text
    first_step: Text
    embed: Text | None
    frees: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A type that is not part of the combination, with why."""

    id: str
    name: Text
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something to do: what, who, when (a period of year one), how you see that it is done.

    Without hours there is no `period`: then it goes into existing meetings. `hours` is what it asks
    of the coordinator; what no longer fits there is `handed_over` to somebody else.
    """

    what: Text
    role: Text
    period: str | None
    hours: int
    handed_over: bool
    done: Text
    reason: Reason


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One implementation question: where the school stands, and what it does this year."""

    id: str
    name: Text
    question: Text
    answer: Text
    state: State
    grounds: tuple[Ground, ...]
    actions: tuple[ActionLine, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastingLine:
    """One lasting check, with a repair when it is weak.

    `by` is the foundation of the first year that repairs it. `embeds` is what something loose
    needs for it.
    """

    id: str
    name: Text
    state: Passed
    repair: Text | None
    by: str | None
    embeds: Text | None
    grounds: tuple[Ground, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeakPointLine:
    """A weak point that a rule found, with its repair; `check` is the lasting check it sharpens."""

    text: Text
    repair: Text
    check: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class CircumstanceLine:
    """A reported circumstance: what to do now and later."""

    id: str
    name: Text
    now: Text
    later: Text
    grounds: tuple[Ground, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One entry of the calendar. `period` is None in later years; `items` are ids."""

    year: str
    period: str | None
    phase: str
    what: Text
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownLine:
    """An unknown answer that some rule, precondition or capacity waits for."""

    question: str
    text: Text
    for_what: Text


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """Something the reader must know, with the rule behind it."""

    id: str
    text: Text
    reason: Reason


@dataclass(frozen=True, slots=True)
class UseLine:
    """What a school year asks of a capacity (`unit`) against what there is."""

    year: str
    capacity: str
    unit: str
    asked: int
    available: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """Where to go when it is not for a plan; `on_top` when the answers call for it."""

    id: str
    text: Text
    on_top: bool


@dataclass(frozen=True, slots=True)
class OtherWay:
    """The runner-up: its items and the step at which it lost."""

    items: tuple[tuple[str, Text], ...]
    step: str
    step_name: Text
