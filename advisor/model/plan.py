"""The plan: one value for all formats, in three depths, every item with its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.interventions import Programme
from advisor.model.lines import (
    CalendarLine,
    CircumstanceLine,
    Cover,
    ExistingLine,
    Item,
    LastingLine,
    LearningNetwork,
    LeftOut,
    MonitoringLine,
    NeedLine,
    NoticeLine,
    OtherWay,
    PartnerLine,
    QuestionLine,
    ReferralLine,
    UnknownLine,
    UseLine,
    WeakPointLine,
)
from advisor.model.questionnaire import Answers
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole-school plan for one school.

    `under_way` is the period of year one that was already running on its date, if any. It keeps
    its `answers`, so that a later plan can be held against it.
    """

    answers: Answers
    school: str
    date: dt.date
    date_given: bool
    under_way: str | None
    sector: str | None
    ambition: str | None
    needs: tuple[NeedLine, ...]
    existing: tuple[ExistingLine, ...]
    combination: tuple[Item, ...]
    not_advised: tuple[LeftOut, ...]
    implementation: tuple[QuestionLine, ...]
    lasting: tuple[LastingLine, ...]
    weak_points: tuple[WeakPointLine, ...]
    equal_opportunities: tuple[CircumstanceLine, ...]
    partners: tuple[PartnerLine, ...]
    calendar: tuple[CalendarLine, ...]
    monitoring: tuple[MonitoringLine, ...]
    unknowns: tuple[UnknownLine, ...]
    notices: tuple[NoticeLine, ...]
    referrals: tuple[ReferralLine, ...]
    coverage: Mapping[str, Mapping[str, tuple[str, ...]]]
    use: tuple[UseLine, ...]
    runner_up: OtherWay | None
    first_steps: tuple[Text, ...]
    head: Text
    network: LearningNetwork
    programmes: tuple[tuple[str, Programme], ...]

    @property
    def raised(self) -> tuple[NeedLine, ...]:
        """The needs that the plan answers."""
        return tuple(need for need in self.needs if need.cover is not None)

    @property
    def open_needs(self) -> tuple[NeedLine, ...]:
        """The raised needs that stay open."""
        return tuple(need for need in self.needs if need.cover is Cover.OPEN)

    def item(self, item_id: str) -> Item | None:
        """The item of the combination with that id, or None."""
        return next((item for item in self.combination if item.id == item_id), None)
