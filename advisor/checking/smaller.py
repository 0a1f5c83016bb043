"""Makes a school that breaks a promise as small as it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from advisor.checking.counterexample import Counterexample
from advisor.checking.generated import EVERY, Tested
from advisor.checking.promised import broken_by
from advisor.checking.schools import TODAY
from advisor.engine.promises import PROMISES, Broken
from advisor.engine.reasoning import reason
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Measures
from advisor.model.vocabulary import RAISED_NAMES


def find_counterexamples(
    groups: Iterable[Tested], knowledge: Knowledge
) -> tuple[Counterexample, ...]:
    """For each promise that was broken its first school, made smaller."""
    first: dict[str, tuple[Answers, int, Broken]] = {}
    for group in groups:
        for number, broken in group.broken:
            answers = group.schools[number].profile.answers
            first.setdefault(broken.promise, (answers, number, broken))
    found = (_made_smaller(*one, knowledge) for one in first.values())
    return tuple(sorted(found, key=lambda one: list(PROMISES).index(one.promise)))


def _made_smaller(
    answers: Answers, number: int, broken: Broken, knowledge: Knowledge
) -> Counterexample:
    order = number if number % EVERY == 0 else None

    def breaks(other: Answers) -> Broken | None:
        found = broken_by(reason(other, knowledge, TODAY), knowledge, order)
        return next((one for one in found if one.promise == broken.promise), None)

    smaller = make_smaller(answers, lambda other: breaks(other) is not None, knowledge)
    return Counterexample(broken.promise, smaller, (breaks(smaller) or broken).sentence)


def make_smaller(
    answers: Answers, still: Callable[[Answers], bool], knowledge: Knowledge
) -> Answers:
    """Answers turned unknown one by one as long as it is `still` so, until no more can go."""
    while True:
        tries = _with_one_unknown(answers, knowledge)
        found = next((one for one in tries if still(one)), None)
        if found is None:
            return answers
        answers = found


def _with_one_unknown(answers: Answers, knowledge: Knowledge) -> Iterator[Answers]:
    for name in answers.values:
        values = {key: value for key, value in answers.values.items() if key != name}
        yield replace(answers, values=_still_valid(values, knowledge))


def _still_valid(values: dict[str, Answer], knowledge: Knowledge) -> dict[str, Answer]:
    """Without what goes first among needs that are not known to be raised any more."""
    questionnaire = knowledge.questionnaire
    asked = {q.target or q.id: q.id for q in questionnaire.measuring(Measures.NEED)}
    for question in questionnaire.measuring(Measures.FIRST):
        ticked = values.get(question.id)
        if isinstance(ticked, tuple):
            kept = (need for need in ticked if values.get(asked[need]) in RAISED_NAMES)
            values = {**values, question.id: tuple(kept)}
    return values
