"""Checks that files with answers are of one school and of different people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from advisor.loading.messages import problem
from advisor.model.questionnaire import Answers, Measures, Questionnaire
from advisor.problems import Place, Problem

Given = Sequence[tuple[str, Answers]]
"""Answers, each with the file they come from."""


def check_together(given: Given, questionnaire: Questionnaire) -> Iterator[Problem]:
    """What keeps answers from being joined: another school, or the same respondent twice."""
    if len(given) > 1:
        yield from check_schools(given)
        yield from _check_sectors(given, questionnaire)
        yield from _check_respondents(given)


def check_schools(given: Given) -> Iterator[Problem]:
    """One problem for each file about another school than the first."""
    (first, named), *others = given
    for file, answers in others:
        if name_key(answers.school) != name_key(named.school):
            told = {"school": answers.school, "second": named.school, "file": first}
            yield problem("E-OTHER-SCHOOL", Place(file), **told)


def _check_sectors(given: Given, questionnaire: Questionnaire) -> Iterator[Problem]:
    (sector,) = questionnaire.measuring(Measures.SECTOR)
    known = [(file, str(a.values[sector.id])) for file, a in given if sector.id in a.values]
    for file, value in known[1:]:
        first, other = known[0]
        if value != other:
            told = {"value": value, "id": sector.id, "second": other, "file": first}
            yield problem("E-OTHER-SECTOR", Place(file), **told)


def _check_respondents(given: Given) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    unnamed = [file for file, answers in given if answers.respondent is None]
    for at, file in enumerate(unnamed if len(unnamed) > 1 else ()):
        yield problem("E-NO-RESPONDENT", Place(file), file=unnamed[at - 1 if at else 1])
    for file, answers in given:
        if answers.respondent is not None:
            first = seen.setdefault(name_key(answers.respondent), file)
            if first != file:
                told = {"value": answers.respondent, "file": first}
                yield problem("E-SAME-RESPONDENT", Place(file), **told)


def name_key(name: str) -> str:
    """A name as it is compared: however its letters are coded, spaced or written large."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
