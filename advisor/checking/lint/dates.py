"""What is due to be looked at again: no mistakes, as long as a plan tells how old it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from advisor.checking.lint.material import Material
from advisor.problems import Problem
from advisor.texts import show_date

REVIEW_YEARS = 2
"""There is new research every year: then texts are held against their sources again."""

RECOGNITION_YEARS = 5
"""A recognition holds so long; after that there may be a newer decision."""


def check_dates_told(material: Material) -> Iterator[Problem]:
    """Decisions of which the plan does not say the year."""
    for programme in material.knowledge.catalogue.programmes.values():
        year = programme.decided_in
        told = (programme.decided.nl, programme.decided.en)
        if year is not None and not all(str(year) in text for text in told):
            yield material.tell("L-DECIDED", "programmes", programme.id, ("decided",), year=year)


def look_again(material: Material, today: dt.date) -> Iterator[Problem]:
    """Entries past their review, and programmes whose recognition may have lapsed."""
    catalogue = material.knowledge.catalogue
    for entry in catalogue.interventions.values():
        if _years_between(entry.reviewed, today) >= REVIEW_YEARS:
            day, years = show_date(entry.reviewed), REVIEW_YEARS
            yield material.tell("S-REVIEW", "interventions", entry.id, day=day, years=years)
    for programme in catalogue.programmes.values():
        year = programme.decided_in
        if year is not None and today.year - year > RECOGNITION_YEARS:
            years = RECOGNITION_YEARS
            yield material.tell("S-RECOGNITION", "programmes", programme.id, year=year, years=years)


def _years_between(earlier: dt.date, later: dt.date) -> int:
    has_passed = (later.month, later.day) >= (earlier.month, earlier.day)
    return later.year - earlier.year - (0 if has_passed else 1)
