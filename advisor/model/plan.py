"""The plan: one value for all formats, in three depths, every item with its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.model.differences import DifferenceLine
from advisor.model.interventions import Programme
from advisor.model.lines import (
    CalendarLine,
    CircumstanceLine,
    Cover,
    ExistingLine,
    Item,
    LastingLine,
    LeftOut,
    NeedLine,
    NoticeLine,
    OtherWay,
    QuestionLine,
    ReferralLine,
    UnknownLine,
    UseLine,
    WeakPointLine,
)
from advisor.model.monitoring import Monitoring
from advisor.model.questionnaire import Answers
from advisor.model.together import (
    NO_KIT,
    ApprovalLine,
    FairLine,
    LearningNetwork,
    MeetingKit,
    PartnerLine,
)
from advisor.model.what_if import OpenAnswers, SecondLook
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole-school plan for one school.

    `under_way` is the period of year one that runs on its date, if its first month is over.
    `reading` holds the age groups (`po`, `vo`) whose evidence is read.
    `respondents` are the roles as they were given, None where one was not; `differences` are the
    questions that they answered differently.
    `more_partners` are those for whom a plan has no room. `calendar` and `kit`, what a team meets
    with, are made from the rest of the plan.
    `open_answers` and `second_look`, what the plan hangs on, are None where nobody asked for them.
    It keeps its `answers`, so that a later plan can be held against it.
    """

    answers: Answers
    school: str
    date: dt.date
    date_given: bool
    under_way: str | None
    sector: str | None
    reading: tuple[str, ...]
    ambition: str | None
    names: str | None
    needs: tuple[NeedLine, ...]
    existing: tuple[ExistingLine, ...]
    combination: tuple[Item, ...]
    not_advised: tuple[LeftOut, ...]
    implementation: tuple[QuestionLine, ...]
    lasting: tuple[LastingLine, ...]
    weak_points: tuple[WeakPointLine, ...]
    equal_opportunities: tuple[CircumstanceLine, ...]
    fair: tuple[FairLine, ...]
    approvals: tuple[ApprovalLine, ...]
    partners: tuple[PartnerLine, ...]
    more_partners: tuple[PartnerLine, ...]
    monitoring: Monitoring
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
    respondents: tuple[str | None, ...] = ()
    differences: tuple[DifferenceLine, ...] = ()
    calendar: tuple[CalendarLine, ...] = ()
    kit: MeetingKit = NO_KIT
    open_answers: OpenAnswers | None = None
    second_look: SecondLook | None = None

    @property
    def years(self) -> tuple[str, ...]:
        """The names of the school years of the plan, the first one first."""
        return tuple(dict.fromkeys(use.year for use in self.use))

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


def hours_of_actions(implementation: Iterable[QuestionLine]) -> int:
    """What the actions of the first year ask of the coordinator, beside the items of the plan."""
    actions = (action for question in implementation for action in question.actions)
    return sum(action.hours for action in actions if not action.handed_over)
