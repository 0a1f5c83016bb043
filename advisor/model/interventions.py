"""The types of intervention with their forms and evidence; keys of the YAML are these fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from advisor.model.vocabulary import (
    FormId,
    Grade,
    InterventionId,
    LayerId,
    NeedId,
    PillarId,
    ProgrammeId,
    QuestionOfFiveId,
    Ref,
    RoleId,
    SourceId,
    Strength,
    ThemeId,
    Tier,
    YearsId,
)
from advisor.texts import Text

AgeId = Annotated[str, Ref("ages")]
"""The id of an age group whose evidence is read apart (`po`, `vo`)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from: a citation as published or, without a complete one, a description.

    `read` says what was read: `abstract`, `summary` or `page`.
    """

    id: str
    link: str | None
    read: str
    cite: str | None = None
    about: Text | None = None

    @property
    def name(self) -> Text:
        """The citation, the same in both languages, or the description."""
        return self.about or Text.same(self.cite or self.id)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with the sources it rests on (`estimate` is our own judgement).

    `ages` is set where it only matters for some: a plan tells it where those ages are read.
    """

    text: Text
    sources: tuple[SourceId, ...]
    ages: tuple[AgeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A form serves a need. A link that rests on inference only has the source `estimate`.

    `grade` is set where less is known for this need than for the form as a whole.
    """

    strength: Strength
    sources: tuple[SourceId, ...]
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """What a form does for one age group (`po` or `vo`): evidence grade and links to needs."""

    grade: Grade
    serves: Mapping[NeedId, Link]
    years: tuple[YearsId, ...] = ()

    def grade_for(self, need: NeedId) -> Grade:
        """The grade of the evidence that the form helps with this need, which it serves."""
        own = self.serves[need].grade
        return self.grade if own is None else min(self.grade, own)


@dataclass(frozen=True, slots=True)
class Load:
    """What a form asks.

    `hours` of coordination in the first and in each later year, team `half_days` in the first, the
    second and so on, `lessons` of a class in every year.
    """

    hours: tuple[int, int]
    half_days: tuple[int, ...] = (0, 0)
    lessons: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way to do an intervention.

    `fits` maps `po` and `vo` to what the form does there; an absent key: it does not fit there.
    `requires` holds groups of forms; of each group one must start earlier or in the same year.
    `at_risk`: for pupils at risk; starts only with someone qualified and a care route.
    `never_new`: why the evidence does not recommend to start it. `first_step`: where the one of the
    type does not fit this form. `home`: what a child notices of it, as parents read it.
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
    first_step: Text | None = None
    home: Text | None = None

    @property
    def is_base(self) -> bool:
        """Whether the form reaches every pupil in class, so that the rest can build on it."""
        return self.tier is Tier.UNIVERSAL and "class" in self.layers and self.never_new is None


@dataclass(frozen=True, slots=True)
class Intervention:
    """A type of intervention. `order` puts the better evidenced first.

    `reviewed` is the day on which the texts were last held against their sources. `limits` says how
    far the evidence carries. `differs` holds, of the five questions, those that this type answers
    otherwise than all types do. `adjust` is what would make a school change or stop it, `fair` what
    it asks for pupils in hard circumstances. `assumed_form` is the form that counts for something
    that runs in a form we do not ask about.
    """

    id: str
    order: int
    reviewed: dt.date
    name: Text
    short: Text
    does: Claim
    does_not: Claim
    evidence: tuple[Claim, ...]
    limits: Claim
    grades: Mapping[AgeId, Grade]
    cautions: tuple[Claim, ...]
    first_step: Text
    indicator: Text
    differs: Mapping[QuestionOfFiveId, Claim]
    adjust: Claim
    fair: Claim
    themes: tuple[ThemeId, ...]
    pillars: tuple[PillarId, ...]
    forms: tuple[Form, ...]
    assumed_form: FormId
    programmes: tuple[ProgrammeId, ...]


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
    """A named Dutch programme, an example of a type; `level` None: recognition was refused.

    `decided` is told with it; `decided_in` is the year of that decision, where one is printed.
    """

    id: str
    name: str
    interventions: tuple[InterventionId, ...]
    sectors: tuple[str, ...]
    ages: str
    level: Text | None
    decided: Text
    link: str
    caution: Text | None
    decided_in: int | None = None


@dataclass(frozen=True, slots=True)
class Principle:
    """A plan rule that the evidence supports (R1-R7)."""

    id: str
    text: Text
    sources: tuple[SourceId, ...]
