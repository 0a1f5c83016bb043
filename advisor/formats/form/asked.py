"""Questions on paper: boxes to tick, lines to write on, one table for what is alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from advisor.formats.form.only_where import Where
from advisor.formats.voice import Voice, paragraphs, table
from advisor.model.questionnaire import (
    SAY_NO_NAMES,
    SAY_NONE,
    SAY_UNKNOWN,
    Kind,
    Measures,
    Question,
)

BOX = "☐"

_GLUE, _WIDE = "\u00a0", "\u2003"
_ON_ONE_LINE = 90
_WRITE = "_" * 30
_SHORT_LINE = "…" * 12
_BREAK = "  \n"
"""Two spaces at the end of a line keep the next one below it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks questions in one language, each by its number."""

    voice: Voice
    numbers: Mapping[str, int]

    def ask(self, questions: Sequence[Question]) -> Iterator[str]:
        """The questions in order; those that share their options stand in one table."""
        for _, group in groupby(questions, key=_alike):
            alike = tuple(group)
            if len(alike) == 1:
                yield self._single(alike[0])
            elif alike[0].kind is Kind.SCALE:
                yield self._scales(alike)
            else:
                yield from self._lists(alike)

    def _single(self, question: Question) -> str:
        room = self._room(question)
        return paragraphs(_BREAK.join(self._head(question)), room, self._do_not_wait(question))

    def _head(self, question: Question) -> list[str]:
        """The question with its number, where it is needed, and its help."""
        how = self._how(question)
        asked = self.voice.say(question.text)
        told = f"**{self.numbers[question.id]}. {asked}**{f' ({how})' if how else ''}"
        help_ = [f"*{self.voice.say(question.help)}*"] if question.help is not None else []
        labels = {name: self._label(number) for name, number in self.numbers.items()}
        return [told, *Where(self.voice, labels).tell(question), *help_]

    def _label(self, number: int) -> str:
        return self.voice.word("form-number", n=number)

    def _how(self, question: Question) -> str:
        if question.kind is not Kind.MANY:
            return ""
        most = question.most
        limit = self.voice.word("form-tick-most", n=most or 0)
        return self.voice.word("form-tick") if most is None else limit

    def _room(self, question: Question) -> str:
        """Where the answer goes."""
        if question.kind is Kind.TEXT:
            return paragraphs(f"*{self.voice.say(SAY_NO_NAMES)}*", _WRITE, _WRITE)
        if question.kind is Kind.NUMBER:
            return f"{_SHORT_LINE}{_WIDE}{_ticked(self.voice.say(SAY_UNKNOWN))}"
        boxes = [_ticked(text) for text in self._choices(question)]
        is_short = sum(len(box) + 1 for box in boxes) <= _ON_ONE_LINE
        return (_WIDE if is_short else _BREAK).join(boxes)

    def _choices(self, question: Question) -> list[str]:
        """The options, and what every question offers."""
        none = [SAY_NONE] if question.kind is Kind.MANY else []
        texts = (*(option.text for option in question.options), *none, SAY_UNKNOWN)
        return [self.voice.say(text) for text in texts]

    def _scales(self, questions: Sequence[Question]) -> str:
        """Statements with the same answers: a row for each, with a box below each answer."""
        choices = self._choices(questions[0])
        rows = [[" ".join(self._head(one)), *(BOX for _ in choices)] for one in questions]
        return table([self.voice.word("form-statement"), *choices], rows)

    def _lists(self, questions: Sequence[Question]) -> Iterator[str]:
        """Lists with the same options: a row for each option, with a box for each question."""
        yield from (_BREAK.join(self._head(question)) for question in questions)
        heads = [self._label(self.numbers[question.id]) for question in questions]
        rows = [[text, *(BOX for _ in questions)] for text in self._choices(questions[0])]
        yield table([self.voice.word("form-option"), *heads], rows)

    def _do_not_wait(self, question: Question) -> str:
        """What to do at once, since paper does not answer."""
        if question.measures is not Measures.URGENT:
            return ""
        referrals = self.voice.knowledge.catalogue.referrals.values()
        return "\n>\n".join(f"> {self.voice.say(one.text)}" for one in referrals if one.urgent)


def _alike(question: Question) -> object:
    shared = question.kind in (Kind.SCALE, Kind.MANY) and question.options
    return (question.kind, question.options, question.most) if shared else question.id


def _ticked(text: str) -> str:
    return f"{BOX}{_GLUE}{text}"
