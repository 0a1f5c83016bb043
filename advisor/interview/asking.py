"""Puts the questions of a session to somebody, and takes what is said as an answer."""

from __future__ import annotations

from collections.abc import Callable

from advisor.interview import words
from advisor.interview.asker import Asker, Card, Check, Choice, Going
from advisor.interview.session import Screen
from advisor.model.questionnaire import (
    MAX_TEXT,
    NONE_OF_THESE,
    SAY_NO_NAMES,
    SAY_NONE,
    SAY_UNKNOWN,
    Answer,
    Kind,
    Question,
    Section,
)
from advisor.personal import Personal, find_personal, name_personal
from advisor.texts import Text

_UNKNOWN, _NONE = "?", "[]"
"""Values that no option id can be."""

_UNKNOWN_KEY = "0"


def ask_screen(screen: Screen, sections: tuple[Section, ...], asker: Asker) -> Answer | Going:
    """The answer to a question of the session, None for unknown."""
    question = screen.question
    card = Card(
        question.text,
        _above(screen, sections),
        question.help,
        SAY_NO_NAMES if question.kind is Kind.TEXT else None,
        None if question.why is None else words.BECAUSE.fill(why=question.why),
        can_go_back=True,
        if_empty=SAY_UNKNOWN if question.kind in (Kind.TEXT, Kind.NUMBER) else None,
    )
    said = _ASK[question.kind](card, screen, asker)
    if not isinstance(said, Going):
        asker.note(question.text, answer_text(question, said))
    return said


def ask_choice(question: Text, choices: list[Choice], asker: Asker) -> str:
    """One of a few choices, with no way back."""
    said = asker.pick(Card(question), choices)
    assert not isinstance(said, Going)
    return said


def ask_free(card: Card, before: str, check: Check, asker: Asker) -> str | Going:
    """A line of text; one that points to a person is offered to be changed before it is kept."""
    while True:
        said = asker.write(card, before, check)
        if isinstance(said, Going):
            return said
        found = find_personal(said)
        if not found or _may_stay(found, asker):
            return said
        before = said


def check_length(most: int, if_empty: Text | None = None) -> Check:
    """A check of the length of a line; `if_empty` says why it may not stay empty."""

    def check(line: str) -> Text | None:
        if not line:
            return if_empty
        return words.TOO_LONG.fill(most=most) if len(line) > most else None

    return check


def answer_text(question: Question, answer: Answer) -> Text:
    """An answer in the words that were chosen."""
    if answer is None:
        return SAY_UNKNOWN
    if answer == NONE_OF_THESE:
        return SAY_NONE
    if isinstance(answer, tuple):
        texts = [option.text for option in question.options if option.id in answer]
        return Text("; ".join(text.nl for text in texts), "; ".join(text.en for text in texts))
    option = question.option(str(answer))
    return Text.same(str(answer)) if option is None else option.text


def _above(screen: Screen, sections: tuple[Section, ...]) -> Text:
    """The part of the questionnaire, and where we are in it and in all."""
    name = next(section.name for section in sections if section.id == screen.question.section)
    section, whole = screen.in_section, screen.in_all
    if not whole.total:
        return name
    return words.PLACE.fill(
        section=name,
        at=section.number,
        of=section.total,
        number=whole.number,
        total=whole.total,
    )


def _may_stay(found: tuple[Personal, ...], asker: Asker) -> bool:
    choices = [Choice("change", words.CHANGE_TEXT), Choice("keep", words.KEEP_TEXT)]
    return ask_choice(words.PERSONAL.fill(what=name_personal(found)), choices, asker) == "keep"


def _ask_one(card: Card, screen: Screen, asker: Asker) -> Answer | Going:
    choices = [Choice(option.id, option.text) for option in screen.options]
    choices.append(Choice(_UNKNOWN, SAY_UNKNOWN, key=_UNKNOWN_KEY))
    earlier = str(screen.earlier or _UNKNOWN) if screen.is_answered else None
    said = asker.pick(card, choices, earlier)
    return None if said == _UNKNOWN else said


def _ask_many(card: Card, screen: Screen, asker: Asker) -> Answer | Going:
    choices = [Choice(option.id, option.text) for option in screen.options]
    choices.append(Choice(_NONE, SAY_NONE, is_alone=True))
    choices.append(Choice(_UNKNOWN, SAY_UNKNOWN, is_alone=True, key=_UNKNOWN_KEY))
    said = asker.tick(card, choices, _ticked(screen), screen.question.most)
    if said == (_UNKNOWN,):
        return None
    return NONE_OF_THESE if said == (_NONE,) else said


def _ticked(screen: Screen) -> tuple[str, ...]:
    if not screen.is_answered:
        return ()
    if isinstance(screen.earlier, tuple):
        return screen.earlier or (_NONE,)
    return (_UNKNOWN,)


def _ask_text(card: Card, screen: Screen, asker: Asker) -> Answer | Going:
    said = ask_free(card, _before(screen), check_length(MAX_TEXT), asker)
    return said or None


def _ask_number(card: Card, screen: Screen, asker: Asker) -> Answer | Going:
    least, most = screen.question.between

    def check(line: str) -> Text | None:
        is_number = line.isascii() and line.isdigit() and len(line) <= len(str(most))
        if not line or (is_number and least <= int(line) <= most):
            return None
        return words.NOT_A_NUMBER.fill(least=least, most=most)

    said = asker.write(card, _before(screen), check)
    if isinstance(said, Going):
        return said
    return int(said) if said else None


def _before(screen: Screen) -> str:
    return "" if screen.earlier is None else str(screen.earlier)


_ASK: dict[Kind, Callable[[Card, Screen, Asker], Answer | Going]] = {
    Kind.ONE: _ask_one,
    Kind.SCALE: _ask_one,
    Kind.MANY: _ask_many,
    Kind.TEXT: _ask_text,
    Kind.NUMBER: _ask_number,
}
