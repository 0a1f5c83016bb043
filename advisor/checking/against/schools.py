"""The schools that two versions of the knowledge are tried on, with the same answers in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.checking.scenarios import Scenario
from advisor.checking.schools import realistic_schools
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Kind, NotAsked, Question, Questionnaire
from advisor.texts import Text


@dataclass(frozen=True, slots=True, eq=False)
class School:
    """A school by name: a scenario, or one that was generated."""

    name: Text
    is_scenario: bool
    answers: Answers


def list_schools(
    scenarios: Iterable[Scenario], knowledge: Knowledge, count: int, seed: int
) -> Iterator[School]:
    """The scenario schools, and so many generated ones; both by the questions of `knowledge`."""
    for one in scenarios:
        yield School(Text(f"scenario {one.id}", f"scenario {one.id}"), True, one.answers)
    for number, answers in enumerate(realistic_schools(knowledge, count, seed)):
        name = Text(f"bedachte school {number}", f"generated school {number}")
        yield School(name, False, answers)


def fit_to(answers: Answers, questionnaire: Questionnaire, lost: Counter[NotAsked]) -> Answers:
    """The answers that a questionnaire has a place for; the rest is unknown, and `lost`."""
    kept: dict[str, Answer] = {}
    for name, value in answers.values.items():
        question = questionnaire.questions.get(name)
        if question is None:
            lost[NotAsked(name)] += 1
        elif (known := _known(value, question, lost)) is not None:
            kept[name] = known
    return replace(answers, values=kept)


def _known(value: Answer, question: Question, lost: Counter[NotAsked]) -> Answer:
    """What is left of an answer among the options of the question."""
    if question.kind in (Kind.TEXT, Kind.NUMBER):
        fits = isinstance(value, str if question.kind is Kind.TEXT else int)
        lost.update(() if fits else (NotAsked(question.id),))
        return value if fits else None
    given = value if isinstance(value, tuple) else (value,)
    for option in given:
        if question.option(str(option)) is None:
            lost[NotAsked(question.id, str(option))] += 1
    left = tuple(str(one) for one in given if question.option(str(one)) is not None)
    if question.kind is Kind.MANY:
        # Nothing left of what was named is not the same as "none of these".
        return left if left or value == () else None
    return left[0] if len(left) == 1 else None
