"""The report on a network of schools, and the little that each plan gives to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from advisor.model.lines import Kind, WhyNotFirm
from advisor.texts import Text


@dataclass(frozen=True, slots=True)
class RaisedNeed:
    """A raised need of one school; `open_for` is why it stays open, None where it does not."""

    id: str
    first: bool
    open_for: WhyNotFirm | None


@dataclass(frozen=True, slots=True)
class Begun:
    """What one school begins with: a form of a type, or a foundation.

    `year` and `begins` are None without a date. `half_days` is the staff training it asks in the
    school year in which it begins.
    """

    id: str
    kind: Kind
    year: str | None
    begins: dt.date | None
    half_days: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one plan gives to the network.

    A school that does not share gives nothing but that. One that did not say gives what can be
    counted. Only one that wants to share gives its name, its own question and what stands there,
    so that no later step can tell them of another.

    `reading` are the age groups whose evidence is read, none where the sector is not known.
    `aim` is the option that says what the school's question is about. `no_room` and `room_unknown`
    are units of room. `stands` are forms, activities and foundations. `brings_beginner`: who begins
    with something for the first need comes along to the meetings.
    """

    shares: bool | None
    reading: tuple[str, ...] = ()
    date: dt.date | None = None
    years: tuple[str, ...] = ()
    needs: tuple[RaisedNeed, ...] = ()
    begins: tuple[Begun, ...] = ()
    no_room: tuple[str, ...] = ()
    room_unknown: tuple[str, ...] = ()
    aim: str | None = None
    brings_beginner: bool = False
    school: str | None = None
    question: str | None = None
    stands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A number of schools, as far as it may be told: just so many, or at least so many."""

    schools: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class School:
    """A school that wants to share. `number` tells it from others with the same name."""

    name: str
    reading: tuple[str, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class SharedNeed:
    """A need that is raised at several schools. What may not be told is None.

    `why` are the reasons for which it most often stays open.
    """

    id: str
    name: Text
    raised: Told
    first: Told | None
    open: Told | None
    why: tuple[WhyNotFirm, ...]


@dataclass(frozen=True, slots=True)
class SharedTraining:
    """Staff training that several schools need in one school year, before the first of them begins.

    `named` are those of the schools that may be named beside the number.
    """

    year: str
    name: Text
    reading: tuple[str, ...]
    half_days: int
    before: dt.date | None
    schools: Told
    named: tuple[School, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands every year, at these schools and so many `more` that share."""

    name: Text
    schools: tuple[School, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tip:
    """A school to look at, what stands there, and the need it serves (None: the same begins)."""

    school: School
    what: Text
    need: Text | None


@dataclass(frozen=True, slots=True)
class Learner:
    """A school with the schools it can look at."""

    school: School
    tips: tuple[Tip, ...]


@dataclass(frozen=True, slots=True)
class OpenFor:
    """At how many schools a raised need stays open for one reason."""

    why: WhyNotFirm
    schools: Told


@dataclass(frozen=True, slots=True)
class Room:
    """How many schools have no room of a kind (`unit`), or do not know how much."""

    unit: str
    is_known: bool
    schools: Told


@dataclass(frozen=True, slots=True)
class ToBuild:
    """A foundation that schools still have to build; `year` is when most do, where told."""

    id: str
    name: Text
    schools: Told
    year: str | None


@dataclass(frozen=True, slots=True)
class Host:
    """A school that can show something: what stands there."""

    school: School
    what: Text


@dataclass(frozen=True, slots=True)
class Quote:
    """A school's own learning question."""

    school: School
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A need to learn about in one meeting, with who can show something and who asks what.

    `is_first`: the number is of schools that want to begin with it, else of all that see it.
    """

    name: Text
    schools: Told
    is_first: bool
    hosts: tuple[Host, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Meetings:
    """The series of five: topics for the middle ones, what questions are about, who comes."""

    topics: tuple[Topic, ...]
    aims: tuple[tuple[Text, Told], ...]
    quotes: tuple[Quote, ...]
    brings_beginner: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A network of schools, as far as it may be told. Schools stand by name, never by a score.

    `sharing` want to share, `silent` did not say, `stay_out` do not share. `counted` is over how
    many schools the numbers go: all of them or, where the silent ones are too few to hide among,
    only the sharing ones. `more_needs` and `more_trainings` say that there are some that may not be
    told, or that fewer schools have. `unpaired` are sharing schools beyond those for whom tips were
    sought. `readings` are the kinds of schools there are; `has_same_names` says that schools have a
    number.
    """

    sharing: int
    silent: int
    stay_out: int
    counted: int
    minimum: int
    first_day: dt.date | None
    last_day: dt.date | None
    years: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    has_same_names: bool
    needs: tuple[SharedNeed, ...]
    more_needs: bool
    trainings: tuple[SharedTraining, ...]
    more_trainings: bool
    standing: tuple[Standing, ...]
    learners: tuple[Learner, ...]
    unpaired: int
    open_for: tuple[OpenFor, ...]
    room: tuple[Room, ...]
    to_build: tuple[ToBuild, ...]
    meetings: Meetings

    @property
    def schools(self) -> int:
        """How many schools take part."""
        return self.sharing + self.silent

    @property
    def is_open(self) -> bool:
        """Whether every school that takes part wants to share, so that all may be told."""
        return self.silent == 0

    @property
    def leaves_silent_out(self) -> bool:
        """Whether there are schools that did not say, and the numbers leave them out."""
        return self.silent > 0 and self.counted == self.sharing
