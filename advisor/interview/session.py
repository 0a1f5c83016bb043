"""Which question comes next: a value that knows answers and order, and no terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from advisor.engine.assess import assess
from advisor.engine.conditions import evaluate
from advisor.engine.what_if.bench import Bench
from advisor.engine.what_if.second_look import rank_unknowns
from advisor.model.conditions import ALWAYS
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.questionnaire import (
    FIRST_PASS,
    NONE_OF_THESE,
    Answer,
    Answers,
    Kept,
    Measures,
    Option,
    Pass,
    Question,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Which one of how many; both are 0 where nothing is counted."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Screen:
    """One question as it is put now: its options, the earlier answer, and where it stands.

    The start card is not counted.
    """

    question: Question
    options: tuple[Option, ...]
    is_answered: bool
    earlier: Answer
    in_section: Progress
    in_all: Progress


@dataclass(frozen=True, slots=True)
class Session:
    """An interview under way. Every step gives a new session, which throws no answer away.

    `said` keeps what was said, None for "we do not know", also of questions that no longer apply,
    so that going back and changing an answer twice brings the rest back. `deeper` are the questions
    that are put after the first pass. `again` are those to be put once more, since there is more to
    choose from now.
    """

    knowledge: Knowledge
    said: Mapping[str, Answer] = field(default_factory=dict)
    deeper: tuple[str, ...] = ()
    at: str | None = None
    again: frozenset[str] = frozenset()
    _profiles: dict[object, Profile] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def begin(cls, knowledge: Knowledge, is_full: bool = False) -> Session:
        """An interview at its first question; a full one puts every question there is."""
        questions = knowledge.questionnaire.questions.values()
        deeper = tuple(q for q in questions if is_full and q.asked not in FIRST_PASS)
        return cls(knowledge).deepen(deeper)

    @classmethod
    def resume(cls, knowledge: Knowledge, kept: Kept) -> Session:
        """An interview that was kept, at the first question without an answer."""
        questions = knowledge.questionnaire.questions
        named = dict.fromkeys((*kept.put, *kept.ahead))
        deeper = tuple(name for name in named if questions[name].asked not in FIRST_PASS)
        said = {name: kept.answers.values.get(name) for name in kept.put}
        told = cls(knowledge, said, deeper)
        # What follows from another answer stands in the file too, and nobody said it.
        implied = told._implied(said)
        asked = {name: value for name, value in said.items() if name not in implied}
        deeper = tuple(name for name in deeper if name in asked or name in kept.ahead)
        return cls(knowledge, asked, deeper).forward()

    @property
    def screen(self) -> Screen | None:
        """The question on screen, None at the end."""
        if self.at is None:
            return None
        live = self._live()
        question = self.knowledge.questionnaire.questions[self.at]
        before = dict(takewhile(lambda item: item[0] != self.at, live.items()))
        return Screen(
            question,
            self._options(question, before),
            self.at in self.said,
            live[self.at],
            self._place(question, lambda other: other.section == question.section),
            self._place(question, lambda other: other.asked is not Pass.START),
        )

    @property
    def path(self) -> tuple[str, ...]:
        """The questions that apply, in order."""
        return tuple(self._live())

    @property
    def ahead(self) -> tuple[str, ...]:
        """The questions after the first pass that are still to be put; none at the end."""
        if self.at is None:
            return ()
        return tuple(name for name in self.deeper if name not in self.said)

    @property
    def values(self) -> dict[str, Answer]:
        """The answers that count: those of questions that apply, with what is still offered."""
        live = self._live()
        told = {name: value for name, value in live.items() if self._is_said(name)}
        return {**told, **self._implied(told)}

    def answers(self, school: str) -> Answers:
        """The answers that count, as the answers of a school."""
        known = {name: value for name, value in self.values.items() if value is not None}
        return Answers(school, None, None, known)

    def answer(self, value: Answer) -> Session:
        """The session after an answer to the question on screen; None is "we do not know"."""
        assert self.at is not None
        again = (self.again | self._with_more_to_choose(self.at, value)) - {self.at}
        told = replace(self, said={**self.said, self.at: value}, again=again)
        # Who went back goes through what follows again; else on to what was not put yet.
        return replace(told, at=told._after(self.at)) if self._is_said(self.at) else told.forward()

    def back(self) -> Session:
        """The session at the question before; at the first question nothing changes."""
        assert self.at is not None
        path = self.path
        at = path.index(self.at)
        return replace(self, at=path[max(at - 1, 0)])

    def go_to(self, question: str) -> Session:
        """The session at a question that applies."""
        return replace(self, at=question)

    def forward(self) -> Session:
        """The session at the first question that applies and was not put yet."""
        return replace(
            self, at=next((name for name in self._live() if not self._is_said(name)), None)
        )

    def matters(self) -> tuple[Question, ...]:
        """The questions without an answer that could change the advice, most decisive first.

        Either they were not put, or the answer was "we do not know".
        """
        ranked = rank_unknowns(Bench(self.answers(""), self.knowledge))
        return tuple(self.knowledge.questionnaire.questions[one.question] for one in ranked)

    def finer(self) -> tuple[Question, ...]:
        """The questions not put that make the plan fit better and change no choice."""
        questions = self.knowledge.questionnaire.questions.values()
        deeper = [q for q in questions if q.asked is Pass.PLAN and q.id not in self.said]
        return tuple(q for q in deeper if self._applies(q, self._live()))

    def deepen(self, more: Sequence[Question]) -> Session:
        """The session that goes on with these questions."""
        names = dict.fromkeys((*self.deeper, *(question.id for question in more)))
        return replace(self, deeper=tuple(names)).forward()

    def _is_said(self, question: str) -> bool:
        return question in self.said and question not in self.again

    def _with_more_to_choose(self, question: str, value: Answer) -> frozenset[str]:
        """The questions that choose out of this one, and were answered when it had less."""
        before = self.said.get(question)
        if not isinstance(before, tuple) or not isinstance(value, tuple):
            return frozenset()
        questions = self.knowledge.questionnaire.questions.values()
        found = (
            q.id for q in questions if q.out_of == question and self.said.get(q.id) is not None
        )
        return frozenset(found if set(value) - set(before) else ())

    def _after(self, question: str) -> str | None:
        path = self.path
        return next(iter(path[path.index(question) + 1 :]), None)

    def _live(self) -> dict[str, Answer]:
        """The questions that apply now, read from the top, with their answers as they count."""
        live: dict[str, Answer] = {}
        for question in self._in_order():
            if self._applies(question, live):
                live[question.id] = self._counting(question, live)
        return live

    def _in_order(self) -> list[Question]:
        """The start card, the first pass, and what goes deeper, each in its own order."""
        questions = self.knowledge.questionnaire.questions
        first = [q for q in questions.values() if q.asked in FIRST_PASS]
        return [*first, *(questions[name] for name in self.deeper)]

    def _profile(self, live: Mapping[str, Answer]) -> Profile:
        """The profile of these answers, which are asked for many times at each question."""
        known = {name: value for name, value in live.items() if value is not None}
        key = tuple(known.items())
        if key not in self._profiles:
            self._profiles[key] = assess(Answers("", None, None, known), self.knowledge)
        return self._profiles[key]

    def _applies(self, question: Question, live: Mapping[str, Answer]) -> bool:
        if not self._is_due(question, live):
            return False
        fewest = {Measures.FIRST: 2}.get(question.measures, 1)
        return not question.options or len(self._options(question, live)) >= fewest

    def _is_due(self, question: Question, live: Mapping[str, Answer]) -> bool:
        if question.when == ALWAYS:
            return True
        return evaluate(question.when, self._profile(live)).value is True

    def _options(self, question: Question, live: Mapping[str, Answer]) -> tuple[Option, ...]:
        """What can be chosen: only raised needs come first, only what runs can be fixed."""
        options = question.options
        if question.measures is Measures.FIRST:
            raised = {need.id for need in self._profile(live).raised()}
            options = tuple(option for option in options if option.id in raised)
        if question.out_of is not None:
            ticked = _ticked(live, question.out_of)
            options = tuple(option for option in options if option.id in ticked)
        if question.measures is Measures.PROJECTS:
            fixed = self.knowledge.questionnaire.measuring(Measures.FIXED)
            gone = {name for other in fixed for name in _ticked(live, other.id)}
            options = tuple(option for option in options if option.id not in gone)
        return options

    def _counting(self, question: Question, live: Mapping[str, Answer]) -> Answer:
        value = self.said.get(question.id)
        if not isinstance(value, tuple) or not value:
            return value
        offered = {option.id for option in self._options(question, live)}
        return tuple(name for name in value if name in offered) or None

    def _implied(self, told: Mapping[str, Answer]) -> dict[str, Answer]:
        """Where nothing is left to choose from, the answer is none: of what runs, nothing is."""
        return {
            question.id: NONE_OF_THESE
            for question in self.knowledge.questionnaire.questions.values()
            if isinstance(told.get(question.out_of or ""), tuple)
            and not self._options(question, told)
        }

    def _place(self, question: Question, counts: Callable[[Question], bool]) -> Progress:
        """Which one of how many of those that count.

        What was passed by does not count; what still lies ahead counts until it is passed by.
        """
        if question.asked is Pass.START:
            return Progress(0, 0)
        live = self._live()
        same = [q for q in self._in_order() if counts(q)]
        at = same.index(question)
        put = sum(q.id in live for q in same[:at])
        ahead = sum(self._is_due(q, live) for q in same[at:])
        return Progress(put + 1, put + ahead)


def _ticked(live: Mapping[str, Answer], question: str) -> tuple[str, ...]:
    value = live.get(question)
    return value if isinstance(value, tuple) else ()
