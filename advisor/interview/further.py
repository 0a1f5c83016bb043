"""After the page: read on, save the plan, ask why, try another answer, or change answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.engine.what_if.bench import Bench
from advisor.interview import words
from advisor.interview.asker import Asker, Card, Choice, Going
from advisor.model.plan import Plan
from advisor.model.questionnaire import SAY_NONE, Question
from advisor.model.what_if import Move
from advisor.texts import Text


class Wish(StrEnum):
    """What somebody wants after the page; of an explanation they also say of what."""

    READ = "read"
    SAVE = "save"
    WHY = "why"
    WHAT_IF = "what-if"
    CHANGE = "change"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Why:
    """Somebody wants to know why an item is in the plan, or why it is not."""

    item: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Somebody wants to know what another answer would change."""

    move: Move


_MENU = {
    Wish.READ: words.SEE_PLAN,
    Wish.SAVE: words.SAVE_PLAN,
    Wish.WHY: words.WHY,
    Wish.WHAT_IF: words.WHAT_IF,
    Wish.CHANGE: words.CHANGE_ANSWERS,
    Wish.DONE: words.FURTHER_DONE,
}


def ask_further(plan: Plan, bench: Bench, asker: Asker, first: Wish) -> Wish | Why | WhatIf:
    """What somebody wants now; `first` is what they most likely want."""
    while True:
        choices = [Choice(value, text) for value, text in _MENU.items()]
        wanted = asker.pick(Card(words.FURTHER), choices, first)
        if wanted == Wish.WHY:
            found: Why | WhatIf | None = _ask_item(plan, asker)
        elif wanted == Wish.WHAT_IF:
            found = _ask_move(bench, asker)
        else:
            return Wish(str(wanted))
        if found is not None:
            return found


def _ask_item(plan: Plan, asker: Asker) -> Why | None:
    """An item of the plan, or a type that was left out; None to go back."""
    there = [Choice(item.id, item.name) for item in plan.combination]
    left_out = [Choice(one.id, words.NOT_IN.fill(item=one.name)) for one in plan.not_advised]
    said = asker.pick(Card(words.WHICH_ITEM, can_go_back=True), [*there, *left_out])
    return None if isinstance(said, Going) else Why(said)


def _ask_move(bench: Bench, asker: Asker) -> WhatIf | None:
    """A question, and another answer to it; None to go back."""
    questions = bench.knowledge.questionnaire.questions
    asked = dict.fromkeys(move.question for move in bench.moves)
    choices = [Choice(name, questions[name].text) for name in asked]
    said = asker.pick(Card(words.WHICH_QUESTION, can_go_back=True), choices)
    if isinstance(said, Going):
        return None
    others = [move for move in bench.moves if move.question == said]
    answers = [Choice(str(at), _answer(move, questions[said])) for at, move in enumerate(others)]
    told = asker.pick(Card(questions[said].text, can_go_back=True), answers)
    return None if isinstance(told, Going) else WhatIf(others[int(told)])


def _answer(move: Move, question: Question) -> Text:
    """The other answer: an option, or one more or less in a list."""
    texts = {option.id: option.text for option in question.options}
    if move.option is None:
        return SAY_NONE if isinstance(move.new, tuple) else texts[str(move.new)]
    if not isinstance(move.old, tuple) or not isinstance(move.new, tuple):
        return texts[move.option]
    gone = [name for name in move.old if name not in move.new]
    if move.option in gone:
        return words.LESS.fill(option=texts[move.option])
    if gone:
        return words.INSTEAD.fill(option=texts[move.option], out=texts[gone[0]])
    return words.MORE.fill(option=texts[move.option])
