"""After the plan: which item to explain, or which answer to try otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.interview import words
from advisor.interview.prompts import ask_choice
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.questionnaire import Question
from advisor.model.what_if import Move
from advisor.texts import Lang, Text

_WHY, _WHAT_IF, _DONE, _BACK = "why", "what-if", "done", "back"


@dataclass(frozen=True, slots=True)
class Why:
    """Somebody wants to know why an item is in the plan, or why it is not."""

    item: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Somebody wants to know what another answer would change."""

    move: Move


def ask_further(
    plan: Plan, moves: Sequence[Move], knowledge: Knowledge, lang: Lang
) -> Why | WhatIf | None:
    """What somebody wants to look at now; None when they are done."""
    while True:
        choices = [(words.FURTHER_DONE, _DONE), (words.WHY, _WHY), (words.WHAT_IF, _WHAT_IF)]
        wanted = ask_choice(words.FURTHER, choices, lang)
        if wanted == _DONE:
            return None
        found = _ask_item(plan, lang) if wanted == _WHY else _ask_move(moves, knowledge, lang)
        if found is not None:
            return found


def _ask_item(plan: Plan, lang: Lang) -> Why | None:
    """An item of the plan, or a type that was left out; None to go back."""
    left_out = [(words.NOT_IN.fill(item=one.name), one.id) for one in plan.not_advised]
    there = [(item.name, item.id) for item in plan.combination]
    said = ask_choice(words.WHICH_ITEM, [*there, *left_out, (words.RETURN, _BACK)], lang)
    return None if said == _BACK else Why(said)


def _ask_move(moves: Sequence[Move], knowledge: Knowledge, lang: Lang) -> WhatIf | None:
    """A question, and another answer to it; None to go back."""
    questions = knowledge.questionnaire.questions
    asked = dict.fromkeys(move.question for move in moves)
    choices = [(questions[name].text, name) for name in asked]
    said = ask_choice(words.WHICH_QUESTION, [*choices, (words.RETURN, _BACK)], lang)
    if said == _BACK:
        return None
    others = [move for move in moves if move.question == said]
    answers = [(_answer(move, questions[said]), str(at)) for at, move in enumerate(others)]
    told = ask_choice(questions[said].text, [*answers, (words.RETURN, _BACK)], lang)
    return None if told == _BACK else WhatIf(others[int(told)])


def _answer(move: Move, question: Question) -> Text:
    """The other answer: an option, or one more or less in a list."""
    texts = {option.id: option.text for option in question.options}
    if move.option is None:
        return words.NONE if isinstance(move.new, tuple) else texts[str(move.new)]
    if not isinstance(move.old, tuple) or not isinstance(move.new, tuple):
        return texts[move.option]
    gone = [name for name in move.old if name not in move.new]
    if move.option in gone:
        return words.LESS.fill(option=texts[move.option])
    if gone:
        return words.INSTEAD.fill(option=texts[move.option], out=texts[gone[0]])
    return words.MORE.fill(option=texts[move.option])
