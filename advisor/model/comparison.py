"""One school at two moments: what is held against each other, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.model.combination import Decision, Status
from advisor.model.lines import Kind
from advisor.model.profile import Runs
from advisor.model.questionnaire import Answer, Answers, NotAsked
from advisor.model.vocabulary import Level
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class Advice:
    """An item of a combination as far as two moments can be compared; the name is for who reads.

    `start` is a school year such as `2026-2027`, None without a date.
    """

    id: str
    name: Text = field(compare=False)
    kind: Kind
    form: str | None
    status: Status
    start: str | None


@dataclass(frozen=True, slots=True)
class AdvisedDecision:
    """What was decided about something that runs, in the form it was known to run in."""

    id: str
    name: Text = field(compare=False)
    form: str | None
    decision: Decision


@dataclass(frozen=True, slots=True)
class Advised:
    """All that a plan advised, in its own order."""

    items: tuple[Advice, ...]
    existing: tuple[AdvisedDecision, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A plan as it was written down: its day, the edition of the knowledge, what it advised."""

    date: dt.date
    edition: str
    advised: Advised


@dataclass(frozen=True, slots=True)
class Record:
    """A school at one moment: answers alone, or with the plan that was made of them."""

    answers: Answers
    not_asked: tuple[NotAsked, ...] = ()
    plan: Recorded | None = None


class Cause(StrEnum):
    """Why an advice differs: the school answered otherwise, the knowledge changed, or both.

    `time`: neither did; a year went by, and the same advice moved along.
    """

    SCHOOL = "school"
    KNOWLEDGE = "knowledge"
    BOTH = "both"
    TIME = "time"


class Shift(StrEnum):
    """Which way a need went. Unknown is no level, so to or from it is neither up nor down."""

    LIGHTER = "lighter"
    HEAVIER = "heavier"
    NOW_KNOWN = "now-known"
    NOW_UNKNOWN = "now-unknown"
    SAME = "same"


class Became(StrEnum):
    """What became of something that runs; `unclear` where one of the moments is not known."""

    STARTED = "started"
    STOPPED = "stopped"
    EMBEDDED = "embedded"
    LOOSENED = "loosened"
    CHANGED = "changed"
    OTHER_FORM = "other-form"
    NOW_KNOWN = "now-known"
    UNCLEAR = "unclear"
    SAME = "same"


class Carried(StrEnum):
    """How far something that was advised is carried out.

    `later`: its school year has not come, or it had no date. `stopped`: it was to stay and is gone.
    """

    DONE = "done"
    UNDER_WAY = "under-way"
    OTHER_FORM = "other-form"
    NOT_YET = "not-yet"
    LATER = "later"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question with another answer; None is unknown."""

    question: str
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True)
class NeedChange:
    """A need at both moments; `first` says whether the school wanted to begin with it."""

    id: str
    name: Text
    before: Level | None
    after: Level | None
    first_before: bool
    first_after: bool

    @property
    def shift(self) -> Shift:
        """Which way it went."""
        if self.before == self.after:
            return Shift.SAME
        if self.before is None:
            return Shift.NOW_KNOWN
        if self.after is None:
            return Shift.NOW_UNKNOWN
        return Shift.LIGHTER if self.after < self.before else Shift.HEAVIER


@dataclass(frozen=True, slots=True)
class ActivityChange:
    """Something that ran or runs; None where it did not, or where that is not known."""

    id: str
    name: Text
    became: Became
    before: Runs | None
    after: Runs | None
    form: Text | None = None

    @property
    def got_its_place(self) -> bool:
        """Whether it is embedded now and was not before."""
        return self.after is Runs.EMBEDDED and self.became in {Became.STARTED, Became.EMBEDDED}


@dataclass(frozen=True, slots=True)
class AdviceChange:
    """An item that came in (no `before`), dropped out (no `after`) or is advised otherwise."""

    id: str
    before: Advice | None
    after: Advice | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision about something that runs that came in, fell away or became another."""

    id: str
    before: AdvisedDecision | None
    after: AdvisedDecision | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What came of something that was to begin, get stronger or be built.

    `runs` is how it runs now. `as_before`: it is no further than it was at the first moment.
    """

    advice: Advice
    carried: Carried
    runs: Runs | None = None
    as_before: bool = False

    @property
    def is_under_way(self) -> bool:
        """Whether there was movement, and it is not finished."""
        return self.carried is Carried.UNDER_WAY and not self.as_before


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of a decision about something that ran; `as_before`: it runs just as it did."""

    decided: AdvisedDecision
    carried: Carried
    runs: Runs | None = None
    as_before: bool = False

    @property
    def is_under_way(self) -> bool:
        """Whether there was movement, and it is not finished."""
        return self.carried is Carried.UNDER_WAY and not self.as_before

    @property
    def went_against(self) -> bool:
        """Whether it was to end or to change, and runs on as it was."""
        to_go = self.decided.decision in {Decision.LET_END, Decision.CHANGE_FORM}
        return to_go and self.carried is Carried.NOT_YET

    @property
    def went_on(self) -> bool:
        """Whether it was to stay in some way and simply did."""
        is_kept = self.as_before or self.decided.decision is Decision.KEEP
        return self.carried is Carried.DONE and is_kept


@dataclass(frozen=True, slots=True)
class Moment:
    """One side of a comparison: its day if known, the edition of a plan, what is not asked."""

    date: dt.date | None
    edition: str | None
    not_asked: tuple[NotAsked, ...]


class Basis(StrEnum):
    """What the advice of both moments rests on.

    `today`: on the knowledge of now, or nothing in it made a difference. `same`: two plans of one
    older edition. `moved`: the knowledge is another, and the same answers give other advice.
    `moved-alike`: it is another, and the same answers still give the same advice.
    """

    TODAY = "today"
    SAME = "same"
    MOVED = "moved"
    MOVED_ALIKE = "moved-alike"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed in one school between two moments.

    Answers, items and existing hold only what differs; needs and activities also what stayed.
    """

    school: str
    before: Moment
    after: Moment
    basis: Basis
    answers: tuple[AnswerChange, ...]
    needs: tuple[NeedChange, ...]
    activities: tuple[ActivityChange, ...]
    items: tuple[AdviceChange, ...]
    existing: tuple[DecisionChange, ...]
    carried_out: tuple[CarriedOut, ...]
    followed: tuple[Followed, ...]

    @property
    def is_reversed(self) -> bool:
        """Whether the first moment is later than the second."""
        first, second = self.before.date, self.after.date
        return first is not None and second is not None and first > second

    @property
    def changed_advice(self) -> tuple[AdviceChange | DecisionChange, ...]:
        """Each thing of which the advice differs, once; what moved along or ran no more is none."""
        told = {change.id for change in self.items}
        beside = tuple(c for c in self.existing if c.id not in told and c.after is not None)
        every: tuple[AdviceChange | DecisionChange, ...] = self.items + beside
        return tuple(change for change in every if change.cause is not Cause.TIME)

    @property
    def points(self) -> tuple[CarriedOut | Followed, ...]:
        """What the plan of then asked to do by now; that something simply went on is no point."""
        asked = tuple(followed for followed in self.followed if not followed.went_on)
        every: tuple[CarriedOut | Followed, ...] = self.carried_out + asked
        return every
