"""The columns of the questionnaire as a table: what goes above each, and the words about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.formats.form.only_where import Where
from advisor.formats.voice import Voice
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import (
    ABOUT,
    SAY_NO_NAMES,
    SAY_NONE,
    SAY_UNKNOWN,
    SEPARATOR,
    Kind,
    Question,
)
from advisor.texts import Lang, Text

_NONE, _UNKNOWN = "[]", "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, what is asked, how to answer, and the answers to choose from.

    Each choice is what may be written, an id and its text.
    """

    id: str
    text: str
    help: str
    how: str
    kind: Kind
    choices: tuple[tuple[str, str], ...] = ()


def render(knowledge: Knowledge) -> str:
    """The header row as CSV, marked as UTF-8 for Excel; ids need no quotation marks."""
    return f"\ufeff{SEPARATOR.join((*ABOUT, *knowledge.questionnaire.questions))}\r\n"


class _Plain(Voice):
    """Says texts as they are: a cell is no Markdown."""

    __slots__ = ()

    def say(self, text: Text) -> str:
        """The text in the language."""
        return text.say(self.lang)


def columns(knowledge: Knowledge, lang: Lang) -> tuple[Column, ...]:
    """All columns in order."""
    voice, questions = _Plain(knowledge, lang), knowledge.questionnaire.questions
    where = Where(voice, {name: voice.word("form-column", id=name) for name in questions})
    about = (
        Column(name, voice.word(f"form-{name}"), "", voice.word(f"form-{name}-how"), Kind.TEXT)
        for name in ABOUT
    )
    return (*about, *(_column(question, where) for question in questions.values()))


def _column(question: Question, where: Where) -> Column:
    voice = where.voice
    told = voice.say(question.help) if question.help is not None else ""
    choices = [(option.id, voice.say(option.text)) for option in question.options]
    if question.kind is Kind.MANY:
        choices.append((_NONE, voice.say(SAY_NONE)))
    if choices:
        choices.append((_UNKNOWN, voice.say(SAY_UNKNOWN)))
    how = " ".join((*_how(question, voice), *where.tell(question)))
    return Column(question.id, voice.say(question.text), told, how, question.kind, tuple(choices))


def _how(question: Question, voice: Voice) -> Iterator[str]:
    yield voice.word(f"form-cell-{_HOW[question.kind]}")
    if question.most is not None:
        yield voice.word("form-most", n=question.most)
    if question.kind is Kind.TEXT:
        yield voice.say(SAY_NO_NAMES)


_HOW = {
    Kind.ONE: "one",
    Kind.SCALE: "one",
    Kind.MANY: "many",
    Kind.NUMBER: "number",
    Kind.TEXT: "text",
}
