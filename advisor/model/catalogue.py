"""The catalogue and its entries besides the types; keys of the YAML are these fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.conditions import Condition
from advisor.model.interventions import (
    Form,
    Harm,
    Intervention,
    Load,
    Pairing,
    Principle,
    Programme,
    Source,
)
from advisor.model.language import Abbreviation, Jargon, Term
from advisor.model.vocabulary import (
    FoundationId,
    InstrumentId,
    LayerId,
    NeedId,
    OptionOfUrgentId,
    PartnerId,
    PillarId,
    RoleId,
    SourceId,
    ThemeId,
)
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing without further data: a theme, pillar, layer, tier or phase."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Rung:
    """One grade of the evidence ladder, with what research has to show for it."""

    id: str
    name: Text
    what: Text


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the school year, from the first day of `first_month` (1-12) on.

    `rest` names what is left of it once it is under way.
    """

    id: str
    name: Text
    rest: Text
    first_month: int


@dataclass(frozen=True, slots=True)
class Role:
    """Who does something. `primary` is the name used in primary schools, where it differs."""

    id: str
    name: Text
    primary: Text | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What a school may need help with.

    `goal` is what it looks like when it goes better, `indicator` how that is measured and `data`
    what the school looks at itself. `home` is the goal as parents read it, where that differs.
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
    goal: Text
    indicator: Text
    data: Text
    theme: ThemeId
    sources: tuple[SourceId, ...]
    home: Text | None = None
    whole_class: bool = False
    foundation: FoundationId | None = None
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Foundation:
    """What every whole-school approach needs and the types of intervention do not give.

    `load` is hours in the year it is built and in each later year. `upkeep` is the action that
    keeps it alive once it stands.
    """

    id: str
    order: int
    name: Text
    what: Text
    whom: Text
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
    """Something a school may run that is no type of intervention.

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
    """One of the ten tests whether something survives, with the repair when it is weak.

    `foundation` is the one that repairs it, where it is built. `embeds` is what makes a loose thing
    last, where this check is about that.
    """

    id: str
    order: int
    name: Text
    passed: Condition
    repair: Text
    sources: tuple[SourceId, ...]
    foundation: FoundationId | None = None
    embeds: Text | None = None


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
class Instrument:
    """Something to measure with: for what ages, what it measures, and how its quality stands.

    `in_house`: schools of these sectors have figures from it already.
    """

    id: str
    order: int
    name: Text
    ages: Text
    measures: Text
    status: Text
    sectors: tuple[str, ...]
    needs: tuple[NeedId, ...]
    sources: tuple[SourceId, ...]
    caution: Text | None = None
    in_house: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A national figure; fair only beside a school's own figure from the same instrument."""

    id: str
    need: NeedId
    instrument: InstrumentId
    sectors: tuple[str, ...]
    text: Text
    sources: tuple[SourceId, ...]


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
    instruments: Mapping[str, Instrument]
    figures: Mapping[str, Figure]
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
    grades: Mapping[str, Rung]
    strengths: Mapping[str, Entry]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    jargon: Mapping[str, Jargon]
    abbreviations: Mapping[str, Abbreviation]
    words: Mapping[str, Text]

    def programmes_of(self, intervention: str) -> tuple[Programme, ...]:
        """The programmes of a type: those it lists, then others that say they are of this type."""
        listed = self.interventions[intervention].programmes
        more = (p.id for p in self.programmes.values() if intervention in p.interventions)
        return tuple(self.programmes[name] for name in dict.fromkeys((*listed, *more)))
