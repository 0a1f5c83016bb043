"""The start of an interview: what this is, in which language, and anew or where it was left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from advisor.interview import words
from advisor.interview.asker import Asker, Choice, Going, answered, listed
from advisor.interview.asking import ask_choice
from advisor.interview.files import free_path
from advisor.interview.saving import set_aside
from advisor.interview.session import Progress, Session
from advisor.interview.sitting import Interview, Sitting, ask_role, ask_sitting
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import FIRST_PASS, Kept, NotAsked, Pass, Question
from advisor.texts import Lang, Text
from advisor.writing import is_same_file

_BEGIN, _SWITCH = "begin", "switch"


@dataclass(frozen=True, slots=True)
class Left:
    """An interview that was left, and the file that keeps it."""

    path: Path
    kept: Kept

    def place(self, knowledge: Knowledge) -> Progress | None:
        """The question it goes on with, None where all are answered."""
        screen = Session.resume(knowledge, self.kept).screen
        return None if screen is None else screen.in_all


@dataclass(frozen=True, slots=True)
class Start:
    """What an interview starts from.

    `make_asker` gives whoever asks, in a language. `left` are interviews that can go on; with
    `is_resumed` the first of them does. `save` names the file for the answers; `is_full` asks every
    question.
    """

    knowledge: Knowledge
    make_asker: Callable[[Lang], Asker]
    today: dt.date
    folder: Path
    left: tuple[Left, ...] = ()
    is_resumed: bool = False
    save: Path | None = None
    is_full: bool = False


def welcome(start: Start, lang: Lang) -> tuple[Asker, Left | None]:
    """Say what this is; who asks on, in the language that was chosen, and what goes on."""
    asker = start.make_asker(lang)
    while not start.is_resumed:
        asker.tell(_welcome(start, asker))
        said = ask_choice(words.HOW_START, _choices(start), asker)
        if said != _SWITCH:
            return asker, None if said == _BEGIN else start.left[int(said)]
        asker = start.make_asker(next(other for other in Lang if other is not asker.lang))
    return asker, start.left[0]


def begin(start: Start, asker: Asker, left: Left | None) -> Interview:
    """The interview after its start card: new, or where it was left, perhaps by somebody else."""
    if left is None:
        session = Session.begin(start.knowledge, start.is_full)
        sitting = ask_sitting(asker, start.today, start.save)
    else:
        session = Session.resume(start.knowledge, left.kept)
        if start.is_full:
            session = session.deepen(_deeper(start.knowledge))
        sitting = _sit_down(start, asker, left)
    interview = Interview(asker, session, sitting)
    interview.keep()
    return interview


def _sit_down(start: Start, asker: Asker, left: Left) -> Sitting:
    """Say what goes on and what does not fit, and ask who answers now."""
    answers, path = left.kept.answers, left.path
    if start.save is not None and not is_same_file(start.save, path):
        chosen = free_path(start.save, asker)
        path = path if isinstance(chosen, Going) else chosen
    asker.tell(words.GOING_ON.fill(school=answers.school, file=str(path)))
    if left.kept.dropped:
        gone = tuple(_named(one, start.knowledge) for one in left.kept.dropped)
        asker.tell(words.FITS_NO_MORE.fill(what=Text.join(gone)))
        asker.tell(words.SET_ASIDE.fill(file=str(set_aside(left.path))))
    role = ask_role(asker, answers.respondent or "", goes_on=True)
    assert not isinstance(role, Going)
    return Sitting(answers.school, role or None, start.today, path, is_named=True)


def _deeper(knowledge: Knowledge) -> tuple[Question, ...]:
    questions = knowledge.questionnaire.questions.values()
    return tuple(question for question in questions if question.asked not in FIRST_PASS)


def _welcome(start: Start, asker: Asker) -> Text:
    questions = start.knowledge.questionnaire.questions.values()
    counted = [q for q in questions if q.asked is Pass.FIRST or start.is_full]
    first = words.ALL_QUESTIONS if start.is_full else words.FIRST_QUESTIONS
    items = (
        words.TOGETHER,
        words.MAY_BE_UNKNOWN,
        words.STAYS_HERE.fill(folder=str(start.folder)),
        words.AROUND.fill(back=asker.how_back),
    )
    return listed(first.fill(count=len(counted)), items)


def _choices(start: Start) -> list[Choice]:
    """To go on comes first, since nobody should have to answer twice."""
    found = []
    for at, left in enumerate(start.left):
        told, place = words.GO_ON_DONE, left.place(start.knowledge)
        if place is not None:
            told = words.GO_ON if place.total else words.GO_ON_START
            told = told.fill(number=place.number, total=place.total)
        told = told.fill(school=left.kept.answers.school, file=left.path.name)
        found.append(Choice(str(at), told))
    first = words.BEGIN_ANEW if found else words.BEGIN
    return [*found, Choice(_BEGIN, first), Choice(_SWITCH, words.OTHER_LANGUAGE)]


def _named(gone: NotAsked, knowledge: Knowledge) -> Text:
    """A question that is gone by its id, the only name it still has; a choice with its question."""
    question = knowledge.questionnaire.questions.get(gone.question)
    if question is None or gone.option is None:
        return Text.same(gone.question)
    return answered(question.text, Text.same(gone.option))
