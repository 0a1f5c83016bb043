"""Rules, the table of what exists, steps and limits, as read from `rules/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.conditions import Condition
from advisor.model.interventions import Claim
from advisor.model.vocabulary import (
    FormId,
    FoundationId,
    Grade,
    HarmId,
    LastingId,
    LayerId,
    Level,
    NeedId,
    PeriodId,
    QuestionOfFiveId,
    RoleId,
    SourceId,
    Stage,
    Strength,
)
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class SetNeed:
    """Consequence: a derived need gets a level."""

    need: NeedId
    level: Level


@dataclass(frozen=True, slots=True)
class SetFlag:
    """Consequence: a derived fact holds."""

    flag: str


@dataclass(frozen=True, slots=True)
class Exclude:
    """Consequence: a form cannot be part of the plan. `harm` is what it would do."""

    form: FormId
    harm: HarmId | None = None


@dataclass(frozen=True, slots=True)
class RequireForms:
    """Consequence: a form needs one of other forms, earlier or in the same year."""

    form: FormId
    one_of: tuple[FormId, ...]


@dataclass(frozen=True, slots=True)
class RequireFoundation:
    """Consequence: a foundation comes in; a lower `rank` is placed first."""

    foundation: FoundationId
    rank: int


@dataclass(frozen=True, slots=True)
class Action:
    """Consequence: something to do for one implementation question; a lower `rank` goes first.

    `period` is a period of year one. `hours` is what it asks of the coordinator in that year,
    beside what the items of the plan ask.
    """

    question: QuestionOfFiveId
    rank: int
    what: Text
    role: RoleId
    period: PeriodId
    done: Text
    hours: int = 0


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """Consequence: something that may keep the plan from lasting, with its repair.

    `check` is the lasting check that it makes sharper.
    """

    text: Text
    repair: Text
    check: LastingId | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Consequence: somebody must say yes to something first."""

    who: Text
    what: Text


@dataclass(frozen=True, slots=True)
class Watch:
    """Consequence: whom to look at apart. `{circumstances}` stands for those the school reports."""

    text: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """Consequence: something the reader must know.

    A lower `rank` is told first. `several` is told in its place when several respondents answered.
    """

    text: Text
    rank: int = 5
    several: Text | None = None


Consequence = (
    SetNeed
    | SetFlag
    | Exclude
    | RequireForms
    | RequireFoundation
    | Action
    | WeakPoint
    | Approval
    | Watch
    | Notice
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition with a consequence, a reason and its sources.

    `every_school`: it is meant to hold whatever is answered, with those answers behind it.
    """

    id: str
    stage: Stage
    when: Condition
    then: Consequence
    because: Text
    sources: tuple[SourceId, ...]
    every_school: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the choice; `measure` names what is compared."""

    id: str
    measure: str
    name: Text
    because: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class ExistingRow:
    """One row of the table for what runs: a test (by name) and the decision.

    `embed` is when what joins in or gets stronger counts as fixed.
    """

    id: str
    test: str
    decision: str
    because: Text
    first_step: Text
    sources: tuple[SourceId, ...]
    embed: Text | None = None


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """One reason (by the name of its test) why a type is not part of the plan."""

    id: str
    test: str
    because: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Capacity:
    """A kind of room: its unit, its bands in rising order and the band assumed when unknown."""

    id: str
    unit: str
    bands: Mapping[str, int]
    assumed: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of the choice. Each stands in `rules/limits.yaml` with its reason.

    `sentence_words`, `text_words` and `type_words` are the most that a sentence, a text and all
    texts of a type may have in one language; `ratio_percent` bounds the words of Dutch against
    English.
    `network_group` is how many schools a group has at least, in a report on a network, when one of
    them did not say that it wants to share.
    `expected` is how many entries of a kind there are, so that none gets lost unnoticed.
    """

    years: int
    starts: int
    starts_with_required: int
    starts_a_year: int
    foundations_a_year: int
    layers: int
    layers_always: tuple[LayerId, ...]
    base_foundation: FoundationId
    layer_foundations: Mapping[LayerId, FoundationId]
    route_foundation: FoundationId
    reserved_foundations: tuple[FoundationId, ...]
    route_flag: str
    qualified_flag: str
    level_weights: Mapping[Level, int]
    link_weights: Mapping[Strength, int]
    strengthen_percent: Mapping[str, int]
    firm_grade: Grade
    actions_a_question: int
    actions_a_year: int
    monitoring_rows: int
    partners: int
    network_group: int
    sentence_words: int
    text_words: int
    type_words: int
    ratio_percent: tuple[int, int]
    expected: Mapping[str, int]
    capacities: Mapping[str, Capacity]
    reasons: Mapping[str, Claim]
