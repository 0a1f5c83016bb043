"""Answers that still go together after one of them changed, as the interview would keep them."""

from __future__ import annotations

from dataclasses import replace

from advisor.engine.assess import assess
from advisor.engine.conditions import Weigh, evaluate
from advisor.model.conditions import ALWAYS
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import Answer, Answers, Measures, Question


def settle(answers: Answers, knowledge: Knowledge, weigh: Weigh = evaluate) -> Profile:
    """The profile of the answers without what no longer counts.

    What goes first is raised, what is fixed or a project runs, a project is not fixed, and a
    question that does not apply has no answer.
    """
    profile = assess(answers, knowledge, weigh)
    for question in knowledge.questionnaire.questions.values():
        values = profile.answers.values
        if question.id not in values:
            continue
        applies = question.when == ALWAYS or weigh(question.when, profile).value is True
        kept = _counting(question, profile, knowledge) if applies else None
        if kept != values[question.id]:
            others = {name: value for name, value in values.items() if name != question.id}
            known = others if kept is None else {**others, question.id: kept}
            profile = assess(replace(profile.answers, values=known), knowledge, weigh)
    return profile


def _counting(question: Question, profile: Profile, knowledge: Knowledge) -> Answer:
    """The part of an answer that counts; None when the question is to be asked anew."""
    values = profile.answers.values
    value = values[question.id]
    if not isinstance(value, tuple) or not value:
        return value
    if question.measures is Measures.FIRST:
        return tuple(name for name in value if profile.needs[name].raised) or None
    if question.out_of is not None:
        value = _among(value, values.get(question.out_of))
    if question.measures is Measures.PROJECTS:
        fixed = values.get(knowledge.questionnaire.measuring(Measures.FIXED)[0].id)
        value = tuple(name for name in value if not isinstance(fixed, tuple) or name not in fixed)
    return value


def _among(value: tuple[str, ...], others: Answer) -> tuple[str, ...]:
    return tuple(name for name in value if not isinstance(others, tuple) or name in others)
