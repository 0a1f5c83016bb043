"""What takes other people: partners, who must say yes, what to decide, tell, and learn together."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.model.reasons import Reason
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner and what to ask them."""

    id: str
    name: Text
    ask: Text
    reason: Reason


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """Somebody who must say yes to something first, with the rule behind it.

    `before` is the school year in which what it is about begins, where that is a later one.
    """

    who: Text
    what: Text
    before: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class FairLine:
    """What an item of the plan asks for pupils in hard circumstances, and how to give it them."""

    item: str
    name: Text
    text: Text
    reason: Reason


@dataclass(frozen=True, slots=True)
class LearningNetwork:
    """The school's learning question, what it can share, the meetings, who joins, what it asks.

    `aim` is what the question is about; `shares`: whether the school wants to, None when unknown.
    """

    question: Text
    aim: Text | None
    shares: bool | None
    share: tuple[Text, ...]
    meetings: tuple[Text, ...]
    join: Text
    asks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class MeetingKit:
    """What a team decides on the plan, and how it tells council, team and parents about it."""

    decisions: tuple[Text, ...]
    for_team: Text
    for_parents: Text


NO_KIT = MeetingKit((), Text("", ""), Text("", ""))
"""Before the rest of the plan is there."""
