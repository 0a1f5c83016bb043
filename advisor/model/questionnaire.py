"""The questionnaire and the answers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.model.conditions import ALWAYS, Condition
from advisor.texts import Text

Answer = str | int | tuple[str, ...] | None
"""One answer: an option, a number, a text, a list of options; None is unknown."""

FORMAT_VERSION = 1
"""The version of the form in which answers are kept."""

NONE_OF_THESE: tuple[str, ...] = ()

YES = "yes"
"""The option that means yes, where the engine asks for it."""

MAX_NAME = 200
MAX_TEXT = 2_000
MAX_NUMBER = 99_999
"""How long the name of a school or a role, and a free text, may be; the largest number."""

ABOUT = ("school", "respondent", "date")
"""What answers say besides the questions: which school, who answered, and when."""

SEPARATOR = ";"
"""What stands between the choices in one cell of a table."""

SAY_UNKNOWN = Text("dat weten we niet", "we do not know")
SAY_NONE = Text("geen van deze", "none of these")
SAY_NO_NAMES = Text(
    "Schrijf geen namen van mensen, e-mailadressen of telefoonnummers op.",
    "Do not write names of people, e-mail addresses or telephone numbers.",
)


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    SCALE = "scale"
    NUMBER = "number"
    TEXT = "text"


class Pass(StrEnum):
    """When a question is asked: on the start card, in the first pass, or as deepening."""

    START = "start"
    FIRST = "first"
    CHOICE = "choice"
    PLAN = "plan"


FIRST_PASS = frozenset({Pass.START, Pass.FIRST})
"""What is asked of every school; the rest goes deeper."""


class Measures(StrEnum):
    """What an answer is used for; the engine finds a question by this, never by its id."""

    SECTOR = "sector"
    NEED = "need"
    FIRST = "first"
    URGENT = "urgent"
    CIRCUMSTANCES = "circumstances"
    RUNNING = "running"
    FIXED = "fixed"
    PROJECTS = "projects"
    FORM = "form"
    YEARS = "years"
    AGE = "age"
    CAPACITY = "capacity"
    BACKED = "backed"
    AMBITION = "ambition"
    LEARNING = "learning"
    AIM = "aim"
    SHARE = "share"
    NAMES = "names"
    PLAN_YEAR = "plan-year"
    RULES = "rules"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer.

    `form` is the form that an answer about an activity names. `reads` are the age groups (`po`,
    `vo`) whose evidence an answer about sector or age stands for; empty is all of them.
    """

    id: str
    text: Text
    form: str | None = None
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One item of the questionnaire.

    `help` stands with the question; `why` is shown to who asks what the answer is used for.
    `target` is what is measured (a need, a capacity, an activity), where `measures` asks for it.
    `options` of a `many` or `one`, and of a `scale` in rising order. `most` limits a `many`,
    `between` a number. `out_of` names the question whose ticked options may be chosen here.
    """

    id: str
    section: str
    kind: Kind
    asked: Pass
    text: Text
    help: Text | None
    measures: Measures
    target: str | None = None
    options: tuple[Option, ...] = ()
    when: Condition = ALWAYS
    most: int | None = None
    out_of: str | None = None
    why: Text | None = None
    between: tuple[int, int] = (0, MAX_NUMBER)

    def option(self, option_id: str) -> Option | None:
        """The option with that id, or None."""
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire with a heading."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All questions in the order they are asked."""

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    _measuring: Mapping[Measures, tuple[Question, ...]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the questions by what they measure, which is asked thousands of times."""
        every = self.questions.values()
        sorted_out = {what: tuple(q for q in every if q.measures is what) for what in Measures}
        object.__setattr__(self, "_measuring", sorted_out)

    def measuring(self, what: Measures) -> tuple[Question, ...]:
        """The questions that measure `what`, in order."""
        return self._measuring[what]


@dataclass(frozen=True, slots=True)
class Answers:
    """What one respondent said about one school, or what several said, joined.

    `values` holds only known answers; a question that is absent was not answered. `respondents`
    are the answers that were joined, each still apart; empty where one person answered.
    """

    school: str
    respondent: str | None
    date: dt.date | None
    values: Mapping[str, Answer]
    respondents: tuple[Answers, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAsked:
    """An answer that the questionnaire has no place for: it counts as unknown.

    `option` is the choice that is not there (any more), None where the whole question is not.
    """

    question: str
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An interview as its file has it.

    `put` are the questions in the file, also those answered with "we do not know"; `ahead` those
    that somebody chose to answer after the first pass; `dropped` what has no place any more.
    """

    answers: Answers
    put: tuple[str, ...]
    ahead: tuple[str, ...]
    dropped: tuple[NotAsked, ...]
