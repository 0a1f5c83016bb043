"""Generated schools: realistic, uniform and typical ones, the same for the same seed.

All three are driven by the questionnaire: a question is found by what it measures, and its values
are its own options. Every school is valid: what goes first is raised, what is fixed runs, a project
runs and is not fixed, and a deepening question is answered only where it is asked.

*Realistic* schools: 45 % of each ordinary sector, 8 % of the one for all ages, 2 % not known. They
have two to six raised needs (two out of three moderate, the derived ones included), the others none
or mild; one to three first needs; none to three circumstances; none to five activities, about one
in three of them fixed and half of the others a project. Room is none at all for 5 % (each kind of
room apart), else in the middle bands more often.
Three out of four have a care route and half have someone qualified, of their own or of a partner.
Whether a question is unknown is drawn once for each question: one in twelve, texts included.
*Uniform* schools give every question any of its values with the same chance, unknown included: they
are often unlikely, and find what nobody thought of.
*Typical* schools are realistic ones with an hour a week, one half-day and some room in lessons.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from advisor.engine.assess import assess
from advisor.engine.conditions import evaluate
from advisor.model.conditions import ALWAYS, Any, Condition, Leaf
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Answer, Answers, Kind, Measures, Pass, Question
from advisor.model.rules import Capacity, SetFlag
from advisor.model.vocabulary import Level, Stage

TODAY = dt.date(2026, 9, 1)
RAISED = tuple(level.name.lower() for level in Level if level >= Level.MODERATE)
LOW = tuple(level.name.lower() for level in Level if level < Level.MODERATE)
TYPICAL = {"hours": 40, "half-days": 1, "lessons": 18}
FEWEST, MOST = 2, 6
UNKNOWN = 1 / 12
SECTOR, EVERY_AGE, NO_SECTOR = 45, 8, 2
NO_ROOM = 0.05
ROUTE, QUALIFIED, OTHER, SELDOM = 0.75, 0.3, 0.5, 0.25


def realistic_school(chance: random.Random, knowledge: Knowledge) -> Answers:
    """One realistic school; tried again until it has two to six raised needs."""
    while True:
        answers = _Realistic(chance, knowledge).school()
        if FEWEST <= len(assess(answers, knowledge).raised()) <= MOST:
            return answers


def uniform_school(chance: random.Random, knowledge: Knowledge) -> Answers:
    """One school in which every allowed value of every question has the same chance."""
    return _Writer(chance, knowledge).school()


def typical_school(chance: random.Random, knowledge: Knowledge) -> Answers:
    """A realistic school with an hour a week, one half-day a year and some room in lessons."""
    answers = realistic_school(chance, knowledge)
    room: dict[str, Answer] = {
        question.id: _band_nearest(knowledge.limits.capacities[question.target or question.id])
        for question in knowledge.questionnaire.measuring(Measures.CAPACITY)
    }
    return replace(answers, values={**answers.values, **room})


def realistic_schools(knowledge: Knowledge, count: int, seed: int) -> Iterator[Answers]:
    """Realistic schools; the n-th is the same whatever the count."""
    chance = random.Random(f"realistic {seed}")
    return (realistic_school(chance, knowledge) for _ in range(count))


def uniform_schools(knowledge: Knowledge, count: int, seed: int) -> Iterator[Answers]:
    """Uniform schools; the n-th is the same whatever the count."""
    chance = random.Random(f"uniform {seed}")
    return (uniform_school(chance, knowledge) for _ in range(count))


def typical_schools(knowledge: Knowledge, count: int, seed: int) -> Iterator[Answers]:
    """Typical schools; the n-th is the same whatever the count."""
    chance = random.Random(f"typical {seed}")
    return (typical_school(chance, knowledge) for _ in range(count))


def _band_nearest(capacity: Capacity) -> str:
    wanted = TYPICAL[capacity.unit]
    return min(capacity.bands, key=lambda band: abs(capacity.bands[band] - wanted))


@dataclass(slots=True)
class _Writer:
    """Fills in the questionnaire in its own order; every value has the same chance."""

    chance: random.Random
    knowledge: Knowledge
    values: dict[str, Answer] = field(default_factory=dict)

    def school(self) -> Answers:
        """A whole set of answers."""
        for question in self.knowledge.questionnaire.questions.values():
            if not self.is_asked(question):
                continue
            value = self.value(question)
            if value is not None:
                self.values[question.id] = value
        return self.so_far()

    def so_far(self) -> Answers:
        """What has been answered up to here."""
        return Answers("-", None, TODAY, dict(self.values))

    def is_asked(self, question: Question) -> bool:
        """Whether the question's condition holds for what was answered so far."""
        if question.when == ALWAYS:
            return True
        return evaluate(question.when, assess(self.so_far(), self.knowledge)).value is True

    def value(self, question: Question) -> Answer:
        """Any allowed value, or None for unknown."""
        options = self.allowed(question)
        if question.kind is Kind.TEXT:
            return self.chance.choice((None, "…"))
        if question.kind is Kind.NUMBER:
            return self.chance.choice((None, 2026, 2028))
        if question.kind is not Kind.MANY:
            return self.chance.choice((None, *options))
        if self.chance.random() < 1 / (len(options) + 1):
            return None
        return self.some(options, 0, question.most or len(options))

    def allowed(self, question: Question) -> tuple[str, ...]:
        """The options that go together with the earlier answers."""
        options = tuple(option.id for option in question.options)
        if question.measures is Measures.FIRST:
            return tuple(o for o in options if o in self.raised())
        if question.out_of is not None:
            ticked = self.values.get(question.out_of)
            options = tuple(o for o in options if isinstance(ticked, tuple) and o in ticked)
        if question.measures is Measures.PROJECTS:
            return tuple(o for o in options if o not in self.fixed())
        return options

    def raised(self) -> tuple[str, ...]:
        """The needs that were answered as moderate or serious."""
        asked = self.knowledge.questionnaire.measuring(Measures.NEED)
        return tuple(q.target or q.id for q in asked if self.values.get(q.id) in RAISED)

    def fixed(self) -> tuple[str, ...]:
        """What was said to stand in the timetable every year."""
        question = self.knowledge.questionnaire.measuring(Measures.FIXED)[0]
        value = self.values.get(question.id)
        return value if isinstance(value, tuple) else ()

    def some(self, options: Sequence[str], least: int, most: int) -> tuple[str, ...]:
        """A number of options between least and most, in the order of the question."""
        most = min(most, len(options))
        picked = self.chance.sample(
            range(len(options)), self.chance.randint(min(least, most), most)
        )
        return tuple(options[index] for index in sorted(picked))

    def each(self, options: Sequence[str], share: float) -> tuple[str, ...]:
        """Every option with the same chance of its own."""
        return tuple(option for option in options if self.chance.random() < share)


@dataclass(slots=True)
class _Realistic(_Writer):
    """Fills in the questionnaire as schools do."""

    heavy: frozenset[str] = frozenset()

    def school(self) -> Answers:
        """A whole set of answers, with some needs picked to be raised."""
        asked = [q.id for q in self.knowledge.questionnaire.measuring(Measures.NEED)]
        self.heavy = frozenset(self.some(asked, 1, MOST))
        return _Writer.school(self)

    def value(self, question: Question) -> Answer:
        """A likely value, or None for unknown."""
        if question.measures is Measures.SECTOR:
            return self.sector(question)
        if question.id in self.heavy:
            return self.chance.choices(RAISED, (2, 1))[0]
        if self.chance.random() < UNKNOWN:
            return None
        if question.measures is Measures.NEED:
            return self.chance.choice(LOW)
        if question.measures is Measures.CAPACITY:
            return self.room(question)
        if question.kind is Kind.MANY:
            return self.ticked(question)
        if question.kind is Kind.TEXT:
            return "…"
        if question.kind is Kind.NUMBER:
            return self.chance.choice((2026, 2028))
        return self.chance.choice([option.id for option in question.options])

    def sector(self, question: Question) -> Answer:
        """An ordinary sector mostly; now and then the one for all ages, seldom unknown."""
        weights = [EVERY_AGE if len(option.reads) > 1 else SECTOR for option in question.options]
        options = [option.id for option in question.options]
        return self.chance.choices([*options, None], [*weights, NO_SECTOR])[0]

    def room(self, question: Question) -> str:
        """No room seldom, else a middle band more often than the highest or lowest."""
        bands = self.knowledge.limits.capacities[question.target or question.id].bands
        some = [band for band, amount in bands.items() if amount > 0]
        if len(some) < len(bands) and self.chance.random() < NO_ROOM:
            return next(band for band, amount in bands.items() if amount == 0)
        weights = [min(n, len(some) + 1 - n) for n in range(1, len(some) + 1)]
        return self.chance.choices(some, weights)[0]

    def share(self, question: Question, option: str) -> float:
        """How often an option of a list is ticked: what a care route or help rests on by rule."""
        limits = self.knowledge.limits
        for flag, share in ((limits.route_flag, ROUTE), (limits.qualified_flag, QUALIFIED)):
            for rule in self.knowledge.rules.get(Stage.ASSESS, ()):
                is_behind = isinstance(rule.then, SetFlag) and rule.then.flag == flag
                if is_behind and _asks_alone(rule.when, question.id, option):
                    return share
        few = question.asked is Pass.CHOICE and question.out_of is None
        return SELDOM if few else OTHER

    def ticked(self, question: Question) -> tuple[str, ...]:
        """What a school ticks in a list."""
        options = self.allowed(question)
        match question.measures:
            case Measures.FIRST:
                return self.some(options, 1, question.most or len(options))
            case Measures.URGENT:
                return self.each(options, 0.04)
            case Measures.CIRCUMSTANCES:
                return self.some(options, 0, 3)
            case Measures.RUNNING:
                return self.some(options, 0, 5)
            case Measures.FIXED:
                return self.each(options, 1 / 3)
            case Measures.YEARS:
                return self.some(options, 1, len(options))
            case Measures.BACKED:
                return self.each([o for o in options if o in self.raised()], 1 / 2)
            case _:
                chance = self.chance
                return tuple(o for o in options if chance.random() < self.share(question, o))


def _asks_alone(condition: Condition, question: str, option: str) -> bool:
    """Whether this option by itself makes the condition hold."""
    if isinstance(condition, Leaf):
        return condition.id == question and option in condition.values
    if not isinstance(condition, Any):
        return False
    return any(_asks_alone(part, question, option) for part in condition.parts)
