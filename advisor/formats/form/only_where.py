"""In words: where a question is needed, and out of what its answer may be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from advisor.formats.voice import Voice
from advisor.model.conditions import ALWAYS, All, Any, Condition, Leaf, Not, Subject, Test
from advisor.model.questionnaire import SAY_UNKNOWN, Measures, Question
from advisor.model.vocabulary import RAISED_NAMES
from advisor.texts import Text

_SAID = frozenset({Test.IN, Test.INCLUDES, Test.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Where:
    """Tells about questions by their `labels`: a number on paper, a column in a table."""

    voice: Voice
    labels: Mapping[str, str]

    def tell(self, question: Question) -> tuple[str, ...]:
        """Where the question is needed, and out of what may be chosen; empty when all is free."""
        return tuple(told for told in (self._needed(question), self._limited(question)) if told)

    def _needed(self, question: Question) -> str:
        if question.when == ALWAYS:
            return ""
        told = self._told(question.when)
        return self.voice.word("form-where", what=told) if told else self._word("some")

    def _limited(self, question: Question) -> str:
        """What the gate of answers refuses, told before anybody fills it in."""
        if question.out_of is not None:
            return self._word("out-of", label=self.labels[question.out_of])
        if question.measures is not Measures.FIRST:
            return ""
        signals = self.voice.knowledge.questionnaire.measuring(Measures.NEED)
        raised = (option for option in signals[0].options if option.id in RAISED_NAMES)
        return self._word("raised", options=self._quoted(option.text for option in raised))

    def _told(self, condition: Condition) -> str | None:
        """The condition as part of a sentence; None where there are no words for it."""
        match condition:
            case Leaf():
                return self._leaves([condition])
            case Not(part=Leaf() as leaf):
                told = self._leaves([leaf])
                return None if told is None else self._word("not", what=told)
            case All(parts=parts):
                return _joined(map(self._told, parts), f" {self.voice.word('and')} ")
            case Any(parts=parts):
                told = f"{self.voice.word('or')} "
                is_simple = all(isinstance(part, Leaf | Not) for part in parts)
                return _joined(self._either(parts), f" {told}" if is_simple else f"; {told}")
        return None

    def _either(self, parts: Sequence[Condition]) -> Iterator[str | None]:
        """The ways in which it can be true; answers to one question are told together."""
        for asked, group in groupby(parts, key=lambda part: getattr(part, "id", None)):
            if asked is not None:
                yield self._leaves([part for part in group if isinstance(part, Leaf)])
            else:
                yield from map(self._told, group)

    def _leaves(self, leaves: Sequence[Leaf]) -> str | None:
        """Answers to one question, any of which will do, with the label of the question."""
        asked = self.voice.knowledge.questionnaire.questions.get(leaves[0].id)
        if asked is None or any(not _can_be_told(leaf) for leaf in leaves):
            return None
        wanted = {value for leaf in leaves for value in leaf.values}
        texts = [option.text for option in asked.options if option.id in wanted]
        texts += [SAY_UNKNOWN] if any(leaf.test is Test.UNKNOWN for leaf in leaves) else []
        return self._word("option", options=self._quoted(texts), label=self.labels[asked.id])

    def _quoted(self, texts: Iterable[Text]) -> str:
        """A choice of answers, without what they say between brackets at their end."""
        short = (self.voice.say(text).partition(" (")[0] for text in texts)
        return self.voice.either(self.voice.quoted(one) for one in short)

    def _word(self, key: str, **values: str) -> str:
        return self.voice.word(f"form-where-{key}", **values)


def _can_be_told(leaf: Leaf) -> bool:
    return leaf.subject is Subject.ANSWER and leaf.test in _SAID


def _joined(parts: Iterable[str | None], between: str) -> str | None:
    """The parts together; None when there are no words for one of them."""
    every = list(parts)
    told = [part for part in every if part is not None]
    return between.join(told) if len(told) == len(every) else None
