"""What a school follows: goals with what it measures, whom to look at apart, and with what."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.model.reasons import Reason
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A raised need as a goal: how it is measured, when, and what would make the school adjust.

    `home` is the goal as parents read it. `in_house` are instruments that may have figures already;
    `by` is the item whose success it shows, None when nothing serves the need.
    """

    need: str
    first: bool
    name: Text
    goal: Text
    home: Text
    indicator: Text
    in_house: tuple[Text, ...]
    data: Text
    moment: Text
    adjust: Text
    by: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class WatchLine:
    """Whom to look at apart, with the rule behind it."""

    text: Text
    reason: Reason


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A national figure for a goal, fair beside a figure from the same instrument."""

    id: str
    need: str
    instrument: Text
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """Something to measure the goals with, as the catalogue tells of it; `needs` are goals here."""

    id: str
    name: Text
    ages: Text
    measures: Text
    status: Text
    caution: Text | None
    needs: tuple[Text, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Monitoring:
    """All that the school follows.

    Needs without a fair national figure are `without_figure`, where the kind of school is known.
    """

    goals: tuple[GoalLine, ...]
    apart: tuple[WatchLine, ...]
    instruments: tuple[InstrumentLine, ...]
    figures: tuple[FigureLine, ...]
    without_figure: tuple[Text, ...]
