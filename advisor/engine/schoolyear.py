"""School years and their periods, counted from the date of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from advisor.model.catalogue import Period

FIRST_MONTH = 8


@dataclass(frozen=True, slots=True)
class SchoolYears:
    """Year one is the running school year in August-December, else the next one.

    `periods` are the ids of the periods of year one that are still to come, the running one first;
    `whole` are those of a whole school year. `under_way` is the running one whose first month is
    over, None while that month runs. `day` is the day from which the plan counts.
    """

    day: dt.date
    first: int
    periods: tuple[str, ...]
    whole: tuple[str, ...]
    under_way: str | None = None

    def label(self, year: int) -> str:
        """The name of the n-th school year (from 1), such as `2026-2027`."""
        start = self.first + year - 1
        return f"{start}-{start + 1}"

    @property
    def explore(self) -> str:
        """The period in which to explore."""
        return self.periods[0]

    @property
    def prepare(self) -> str:
        """The period in which to prepare: training, foundations."""
        return self.periods[1]

    @property
    def deliver(self) -> str:
        """The period in which new work with pupils begins."""
        return self.periods[2]

    @property
    def sustain(self) -> str:
        """The period in which to look back and secure."""
        return self.periods[-1]

    def preparing(self, year: int) -> str:
        """The period in which foundations of that year are laid; before anything is delivered."""
        return self.prepare if year == 1 else self.whole[0]

    def delivering(self, year: int) -> str:
        """The period in which new work with pupils begins in that year."""
        return self.deliver if year == 1 else self.whole[1]

    def first_day(self, year: int, period: Period) -> dt.date:
        """The first day of that period in the n-th school year."""
        start = self.first + year - 1
        return dt.date(
            start if period.first_month >= FIRST_MONTH else start + 1, period.first_month, 1
        )

    def moved(self, period: str) -> str:
        """That period of a whole year, moved along when the plan begins later in the year."""
        return self.periods[min(self.whole.index(period), len(self.periods) - 1)]


def school_years(day: dt.date, periods: Mapping[str, Period]) -> SchoolYears:
    """The school years of a plan made on `day`; a school year begins in August."""
    in_order = sorted(periods.values(), key=lambda p: (p.first_month - FIRST_MONTH) % 12)
    whole = tuple(p.id for p in in_order)
    if day.month < FIRST_MONTH:
        return SchoolYears(day, day.year, whole, whole)
    running = [p for p in in_order if FIRST_MONTH <= p.first_month <= day.month]
    at = in_order.index(running[-1])
    under_way = whole[at] if day.month > running[-1].first_month else None
    return SchoolYears(day, day.year, whole[at:], whole, under_way)


def running_year(day: dt.date) -> int:
    """The calendar year in which the school year that runs on `day` began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def months_later(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months after that of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)
