"""Why one item is in the plan of a school or not, and what would change that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.model.conditions import Ground
from advisor.model.lines import Cover, ExistingLine, Item, LeftOut, QuestionLine, WhyNotFirm
from advisor.model.plan import Plan
from advisor.model.what_if import Firmness, Turn, Way
from advisor.texts import Text


class Explained(StrEnum):
    """What kind of thing is explained."""

    INTERVENTION = "intervention"
    FOUNDATION = "foundation"
    ACTIVITY = "activity"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Without:
    """A raised need that this item covers, and how it would be covered if only that were gone."""

    need: str
    name: Text
    cover: Cover
    then: Cover
    why: WhyNotFirm | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said about one item in the plan of one school.

    An item of the combination has `item` and `firmness`; what runs has `existing`; a type that is
    not in the plan has `left_out`; one of the five questions has `question`. `grounds` are what a
    foundation that no rule asks for, or an activity that does not run, rests on.
    """

    plan: Plan
    id: str
    kind: Explained
    name: Text
    item: Item | None
    existing: ExistingLine | None
    left_out: LeftOut | None
    question: QuestionLine | None
    grounds: tuple[Ground, ...]
    without: tuple[Without, ...]
    way: Way | None
    turn: Turn | None
    firmness: Firmness | None
