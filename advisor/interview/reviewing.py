"""Between the last question and the plan: look over the answers, change one, or go deeper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from advisor.interview import words
from advisor.interview.asker import Card, Choice, Going, answered, listed
from advisor.interview.asking import answer_text
from advisor.interview.review import Effect, look_over
from advisor.interview.session import Session
from advisor.interview.sitting import Interview, Stopped
from advisor.model.questionnaire import FIRST_PASS, Answer, Question
from advisor.texts import Text

FEW = 5
"""So many of the questions that may change the choice are put at once; the rest can follow."""


class _Next(StrEnum):
    """What somebody may want once all is asked."""

    PLAN = "plan"
    DEEPEN = "deepen"
    FINER = "finer"
    CHANGE = "change"
    PAUSE = "pause"


def ask_until_plan(interview: Interview) -> None:
    """Ask what is still to be asked, and let somebody look back, until they want the plan.

    Raises:
        Stopped: they want to go on later.
    """
    interview.ask_all()
    interview.asker.tell(_overview(interview.session))
    while True:
        deeper, finer = _tell_matters(interview), interview.session.finer()
        likely = _Next.DEEPEN if deeper else _Next.PLAN
        menu = list(_menu(deeper, finer))
        match interview.asker.pick(Card(words.WHAT_NOW), menu, likely):
            case _Next.PLAN:
                return
            case _Next.DEEPEN:
                interview.session = interview.session.deepen(deeper)
            case _Next.FINER:
                interview.session = interview.session.deepen(finer)
            case _Next.CHANGE:
                _change(interview)
            case _:
                raise Stopped(interview.sitting.path)
        interview.keep()
        interview.ask_all()


def _menu(deeper: Sequence[Question], finer: Sequence[Question]) -> Iterator[Choice]:
    """What can be done now; what is always there keeps its number."""
    yield Choice(_Next.PLAN, words.MAKE_PLAN)
    yield Choice(_Next.CHANGE, words.CHANGE)
    yield Choice(_Next.PAUSE, words.PAUSE)
    if deeper:
        yield Choice(_Next.DEEPEN, _counted(words.DEEPEN_ONE, words.DEEPEN, len(deeper)))
    if finer:
        yield Choice(_Next.FINER, _counted(words.FINER_ONE, words.FINER, len(finer)))


def _tell_matters(interview: Interview) -> tuple[Question, ...]:
    """Name the unknown answers that may change the choice; those that can be asked now."""
    asker, session = interview.asker, interview.session
    asker.tell(words.LOOKING)
    matters = session.matters()
    deeper = tuple(q for q in matters if q.asked not in FIRST_PASS and q.id not in session.said)
    known_unknown = tuple(q for q in matters if q.id in session.said)
    for head, questions in ((words.MAY_MATTER, deeper), (words.MATTERS_TOO, known_unknown)):
        if questions:
            asker.tell(listed(head, (question.text for question in questions[:FEW])))
    return deeper[:FEW]


def _overview(session: Session) -> Text:
    """All answers at a glance, by section."""
    parts = [words.YOUR_ANSWERS]
    parts += [
        listed(part.section.name, (_line(*one) for one in part.said)) for part in look_over(session)
    ]
    return Text("\n\n".join(p.nl for p in parts), "\n\n".join(p.en for p in parts))


def _change(interview: Interview) -> None:
    """Let somebody pick an answer and give another; say what that does to the rest."""
    said = [one for part in look_over(interview.session) for one in part.said]
    choices = [Choice(question.id, _line(question, answer)) for question, answer in said]
    picked = interview.asker.pick(Card(words.CHANGE_WHICH, can_go_back=True), choices)
    if isinstance(picked, Going):
        return
    effect = interview.change(picked)
    for head, questions in _told(effect):
        if questions:
            interview.asker.tell(listed(head, (question.text for question in questions)))


def _told(effect: Effect) -> tuple[tuple[Text, tuple[Question, ...]], ...]:
    return (
        (words.APPEARED, effect.appeared),
        (words.GONE, effect.gone),
        (words.TRIMMED, effect.trimmed),
    )


def _line(question: Question, answer: Answer) -> Text:
    return answered(question.text, answer_text(question, answer))


def _counted(one: Text, many: Text, count: int) -> Text:
    return one if count == 1 else many.fill(count=count)
