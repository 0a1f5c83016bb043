"""The words that entries and rules share: ids, levels, strengths, grades, tiers, stages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Annotated

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
LastingId = Annotated[str, Ref("lasting")]
InstrumentId = Annotated[str, Ref("instruments")]
QuestionOfFiveId = Annotated[str, Ref("implementation")]
OptionOfUrgentId = Annotated[str, Ref("urgent")]
YearsId = Annotated[str, Ref("years")]


class Level(IntEnum):
    """How heavy a need is; unknown is `None`, never a level."""

    NONE = 0
    MILD = 1
    MODERATE = 2
    SERIOUS = 3


RAISED_NAMES = frozenset(level.name.lower() for level in Level if level >= Level.MODERATE)
"""The levels from which a need is raised, as answers name them."""


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
