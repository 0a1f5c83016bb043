"""Which answers could be others: what a school may change, or may have wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from advisor.engine.conditions import evaluate
from advisor.model.conditions import ALWAYS
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import (
    NONE_OF_THESE,
    Answer,
    Kind,
    Measures,
    Pass,
    Question,
)
from advisor.model.what_if import Move

_ASIDE = frozenset({Measures.AMBITION, Measures.LEARNING, Measures.URGENT})
"""What a school says in its own words, and what cannot wait for a plan: neither makes a choice."""

WHAT_IT_IS = frozenset({Measures.SECTOR, Measures.AGE})
"""What a school is: it may not have said it yet, but it is nothing to change."""

_IN_ORDER = frozenset({Measures.CAPACITY})
"""What has an order though it is no scale: the bands of a capacity rise."""


def list_moves(profile: Profile, knowledge: Knowledge) -> tuple[Move, ...]:
    """Every other answer to every question that applies, in the order of the questionnaire.

    Of a list one option is ticked or no longer; what goes first may also be exchanged. A known
    answer never becomes unknown: that is nothing a school can do.
    """
    return tuple(
        move
        for question in knowledge.questionnaire.questions.values()
        if is_movable(question, profile)
        for move in _moves_of(question, profile)
    )


def is_movable(question: Question, profile: Profile) -> bool:
    """Whether another answer could matter: the question applies, and a choice may rest on it."""
    if question.measures in _ASIDE or question.asked is Pass.PLAN or not question.options:
        return False
    is_known = question.id in profile.answers.values
    if question.measures in WHAT_IT_IS and is_known:
        return False
    if question.measures is Measures.FIRST and profile.first is not None and not is_known:
        return False  # With one raised need that one goes first, and nobody is asked.
    if question.out_of is not None and not is_known and not _offered(question, profile):
        return False
    return question.when == ALWAYS or evaluate(question.when, profile).value is True


def _moves_of(question: Question, profile: Profile) -> Iterator[Move]:
    value = profile.answers.values.get(question.id)
    if question.kind is Kind.MANY:
        yield from _list_moves(question, value, _offered(question, profile))
        return
    names = [option.id for option in question.options]
    for at, name in enumerate(names):
        if name != value:
            steps = abs(at - names.index(str(value))) if value and _is_ordered(question) else 1
            yield Move(question.id, value, name, steps)


def bands_apart(move: Move, profile: Profile, knowledge: Knowledge) -> int:
    """How many bands more room a move gives than the school has, or is taken to have."""
    question = knowledge.questionnaire.questions[move.question]
    capacity = knowledge.limits.capacities[question.target or question.id]
    bands = list(capacity.bands)
    have = profile.capacities[capacity.id].band or capacity.assumed
    return bands.index(str(move.new)) - bands.index(have)


def _is_ordered(question: Question) -> bool:
    return question.kind is Kind.SCALE or question.measures in _IN_ORDER


def _offered(question: Question, profile: Profile) -> tuple[str, ...]:
    """The options that could be ticked: what goes first is raised, what is fixed runs."""
    names = tuple(option.id for option in question.options)
    if question.measures is Measures.FIRST:
        return tuple(name for name in names if profile.needs[name].raised)
    if question.out_of is not None:
        return tuple(name for name in names if name in (profile.running or ()))
    return names


def _list_moves(question: Question, value: Answer, offered: tuple[str, ...]) -> Iterator[Move]:
    if not isinstance(value, tuple):
        yield Move(question.id, value, NONE_OF_THESE, 1)
        yield from (Move(question.id, value, (name,), 1, name) for name in offered)
        return
    for name in value:
        yield Move(question.id, value, _ticked(question, {*value} - {name}), 1, name)
    others = [name for name in offered if name not in value]
    if question.most is None or len(value) < question.most:
        for name in others:
            yield Move(question.id, value, _ticked(question, {*value, name}), 1, name)
    if question.most is not None:
        for out, name in product(value, others):
            yield Move(question.id, value, _ticked(question, {*value, name} - {out}), 2, name)


def _ticked(question: Question, names: set[str]) -> tuple[str, ...]:
    """The options in the order of the question, as answers are read."""
    return tuple(option.id for option in question.options if option.id in names)
