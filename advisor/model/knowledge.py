"""The knowledge: catalogue entries and rules, as read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Annotated

from advisor.model.conditions import Condition
from advisor.model.questionnaire import Questionnaire
from advisor.texts import Text

ESTIMATE = "estimate"
"""The source of what is our own judgement; shown as such."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of an entry of that kind, so that loading can check it."""

    kind: str


InterventionId = Annotated[str, Ref("interventions")]
FormId = Annotated[str, Ref("forms")]
NeedId = Annotated[str, Ref("needs")]
FoundationId = Annotated[str, Ref("foundations")]
SourceId = Annotated[str, Ref("sources")]
RoleId = Annotated[str, Ref("roles")]
LayerId = Annotated[str, Ref("layers")]
ThemeId = Annotated[str, Ref("themes")]
PillarId = Annotated[str, Ref("pillars")]
PeriodId = Annotated[str, Ref("periods")]
ProgrammeId = Annotated[str, Ref("programmes")]
PartnerId = Annotated[str, Ref("partners")]
HarmId = Annotated[str, Ref("harms")]
QuestionOfFiveId = Annotated[str, Ref("implementation")]
OptionOfUrgentId = Annotated[str, Ref("urgent")]
YearsId = Annotated[str, Ref("years")]
CapacityId = Annotated[str, Ref("capacities")]


class Level(IntEnum):
    """How heavy a need is; unknown is `None`, never a level."""

    NONE = 0
    MILD = 1
    MODERATE = 2
    SERIOUS = 3


class Strength(IntEnum):
    """How firmly a form is tied to a need (not how large the effect is)."""

    WEAK = 0
    MODERATE = 1
    STRONG = 2


class Grade(IntEnum):
    """The evidence ladder of the catalogue, for one form and one age group."""

    LIMITED = 1
    MIXED = 2
    GOOD = 3
    STRONG = 4


class Tier(StrEnum):
    """For whom: everybody, a group with a raised risk, or those who have complaints."""

    UNIVERSAL = "universal"
    SELECTIVE = "selective"
    INDICATED = "indicated"


class Stage(StrEnum):
    """The stages of the reasoning that have rules."""

    ASSESS = "assess"
    JUDGE = "judge"
    COMPOSE = "compose"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from; `cite` is a citation or, where that is incomplete, a description.

    `read` says what was read: `abstract`, `summary` or `page`.
    """

    id: str
    cite: str
    link: str | None
    read: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with the sources it rests on (`estimate` is our own judgement)."""

    text: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing without further data: a theme, pillar, layer, tier or phase."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the school year, from the first day of `first_month` (1-12) on."""

    id: str
    name: Text
    first_month: int


@dataclass(frozen=True, slots=True)
class Role:
    """Who does something. `primary` is the name used in primary schools, where it differs."""

    id: str
    name: Text
    primary: Text | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A form serves a need. A link that rests on inference only has the source `estimate`."""

    strength: Strength
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """What a form does for one age group (`po` or `vo`): evidence grade and links to needs."""

    grade: Grade
    serves: Mapping[NeedId, Link]
    years: tuple[YearsId, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """What a form asks.

    `hours` of coordination in the first and in each later year, team `half_days` in the first and
    the second year, `lessons` of a class in every year.
    """

    hours: tuple[int, int]
    half_days: tuple[int, int] = (0, 0)
    lessons: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """One way to do an intervention.

    `fits` maps `po` and `vo` to what the form does there; an absent key: it does not fit there.
    `requires` holds groups of forms; of each group one must start earlier or in the same year.
    `at_risk`: for pupils at risk; starts only with someone qualified and a care route.
    `never_new`: why the evidence does not recommend to start it.
    """

    id: str
    intervention: InterventionId
    name: Text
    whom: Text
    tier: Tier
    layers: tuple[LayerId, ...]
    who: RoleId
    load: Load
    fits: Mapping[str, Fit]
    requires: tuple[tuple[FormId, ...], ...] = ()
    at_risk: bool = False
    never_new: Claim | None = None

    @property
    def is_base(self) -> bool:
        """Whether the form reaches every pupil in class, so that the rest can build on it."""
        return self.tier is Tier.UNIVERSAL and "class" in self.layers and self.never_new is None


@dataclass(frozen=True, slots=True)
class Intervention:
    """One of the thirteen types. `order` puts the better evidenced first.

    `assumed_form` is the form that counts for something that runs in a form we do not ask about.
    """

    id: str
    order: int
    name: Text
    short: Text
    evidence: Claim
    grades: Mapping[str, Grade]
    cautions: tuple[Claim, ...]
    first_step: Text
    indicator: Text
    themes: tuple[ThemeId, ...]
    pillars: tuple[PillarId, ...]
    forms: tuple[Form, ...]
    assumed_form: FormId
    programmes: tuple[ProgrammeId, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What a school may need help with.

    `whole_class`: of whole classes, so that small groups serve it weakly at most.
    `foundation`: the foundation that serves it once it is raised, `firm` if that serves it firmly.
    """

    id: str
    order: int
    name: Text
    what: Text
    look_first: tuple[Text, ...]
    change_yourself: tuple[Text, ...]
    ask: PartnerId
    indicator: Text
    data: Text
    theme: ThemeId
    sources: tuple[SourceId, ...]
    whole_class: bool = False
    foundation: FoundationId | None = None
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Foundation:
    """What every whole-school approach needs and the thirteen types do not give.

    `load` is hours in the year it is built and in each later year. `upkeep` is the action that
    keeps it alive once it stands.
    """

    id: str
    order: int
    name: Text
    what: Text
    who: RoleId
    layers: tuple[LayerId, ...]
    themes: tuple[ThemeId, ...]
    pillars: tuple[PillarId, ...]
    load: Load
    first_step: Text
    upkeep: Text
    done: Text
    in_place: Condition
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a school may run that is not one of the thirteen.

    `joins` is the foundation it is part of. `needs` are the needs it is usually meant for, so that
    it can be joined to a chosen type. `frees` is the low end of the hours that ending it frees.
    """

    id: str
    name: Text
    joins: FoundationId | None
    needs: tuple[NeedId, ...]
    layers: tuple[LayerId, ...]
    frees: int


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One of the six risk circumstances, with what to do now and later."""

    id: str
    name: Text
    now: Text
    later: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody around the school, and what to ask them when the condition holds."""

    id: str
    order: int
    name: Text
    ask: Text
    when: Condition
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class LastingCheck:
    """One of the ten tests whether something survives, with the repair when it is weak."""

    id: str
    order: int
    name: Text
    passed: Condition
    repair: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class ImplementationQuestion:
    """One of the five questions: its general answer and where a school stands."""

    id: str
    order: int
    name: Text
    question: Text
    answer: Text
    in_place: Condition
    partly: Condition
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """What can go wrong. `forbids` forms (by a rule), or the safeguard stands with `forms`."""

    id: str
    name: Text
    safeguard: Text
    forbids: tuple[FormId, ...]
    forms: tuple[FormId, ...]
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is known of two types together: requires, strengthens, unclear, caution."""

    id: str
    first: InterventionId
    second: tuple[InterventionId, ...]
    relation: str
    note: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A named Dutch programme, an example of a type; `level` None: recognition was refused."""

    id: str
    name: str
    interventions: tuple[InterventionId, ...]
    sectors: tuple[str, ...]
    ages: str
    level: Text | None
    decided: Text
    link: str
    caution: Text | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place to look further."""

    id: str
    name: Text
    what: Text
    link: str


@dataclass(frozen=True, slots=True)
class Referral:
    """Where the advisor steps aside. `urgent` are the options that put the line on top.

    `always`: stands on every plan; else only when the answers call for it.
    """

    id: str
    text: Text
    urgent: tuple[OptionOfUrgentId, ...]
    sources: tuple[SourceId, ...]
    always: bool = True


@dataclass(frozen=True, slots=True)
class Principle:
    """A plan rule that the evidence supports (R1-R7)."""

    id: str
    text: Text
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in `catalogue/`, each kind by id and in its own order."""

    interventions: Mapping[str, Intervention]
    forms: Mapping[str, Form]
    needs: Mapping[str, Need]
    foundations: Mapping[str, Foundation]
    activities: Mapping[str, Activity]
    circumstances: Mapping[str, Circumstance]
    partners: Mapping[str, Partner]
    lasting: Mapping[str, LastingCheck]
    implementation: Mapping[str, ImplementationQuestion]
    harms: Mapping[str, Harm]
    pairings: Mapping[str, Pairing]
    principles: Mapping[str, Principle]
    programmes: Mapping[str, Programme]
    places: Mapping[str, Place]
    referrals: Mapping[str, Referral]
    roles: Mapping[str, Role]
    themes: Mapping[str, Entry]
    pillars: Mapping[str, Entry]
    layers: Mapping[str, Entry]
    tiers: Mapping[str, Entry]
    phases: Mapping[str, Entry]
    periods: Mapping[str, Period]
    capacities: Mapping[str, Entry]
    levels: Mapping[str, Entry]
    sources: Mapping[str, Source]
    words: Mapping[str, Text]


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

    `period` is a period of year one. `hours` is the coordination it takes inside what is planned.
    """

    question: QuestionOfFiveId
    rank: int
    what: Text
    role: RoleId
    period: PeriodId
    done: Text


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """Consequence: something that may keep the plan from lasting, with its repair."""

    text: Text
    repair: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """Consequence: something the reader must know."""

    text: Text


Consequence = (
    SetNeed | SetFlag | Exclude | RequireForms | RequireFoundation | Action | WeakPoint | Notice
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition with a consequence, a reason and its sources."""

    id: str
    stage: Stage
    when: Condition
    then: Consequence
    because: Text
    sources: tuple[SourceId, ...]


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
    """One row of the table for what runs: a test (by name) and the decision."""

    id: str
    test: str
    decision: str
    because: Text
    first_step: Text
    sources: tuple[SourceId, ...]


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
    """The numbers of the choice. Each stands in `rules/limits.yaml` with its reason."""

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
    capacities: Mapping[str, Capacity]
    reasons: Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Questionnaire, catalogue and rules: all that the reasoning needs besides the answers."""

    questionnaire: Questionnaire
    catalogue: Catalogue
    rules: Mapping[Stage, tuple[Rule, ...]]
    steps: tuple[Step, ...]
    existing: tuple[ExistingRow, ...]
    left_out: tuple[LeftOutRow, ...]
    limits: Limits
