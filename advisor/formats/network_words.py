"""How a network report tells schools and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.formats.escape import escape, shorten
from advisor.formats.grounds import LONGEST_ANSWER
from advisor.formats.voice import Voice
from advisor.model.network import Network, Quote, School, Told
from advisor.model.questionnaire import Measures

_LONGEST_NAME = 10


def tell_school(school: School, voice: Voice) -> str:
    """The name of a school, with its number where others have the same name."""
    name = escape(shorten(school.name, _LONGEST_NAME))
    if school.number is None:
        return name
    return voice.word("net-numbered", name=name, n=school.number)


def tell_schools(schools: Iterable[School], voice: Voice, more: int = 0) -> str:
    """The names of schools, and how many more there are."""
    names = [tell_school(school, voice) for school in schools]
    return voice.listed([*names, voice.word("n-more", n=more)] if more else names)


def tell_number(told: Told | None, voice: Voice) -> str:
    """A number in a table; a dash where it may not be told."""
    if told is None:
        return voice.word("net-not-told")
    return voice.word("net-at-least", n=told.schools) if told.at_least else str(told.schools)


def count_schools(told: Told, voice: Voice) -> str:
    """A number of schools in a sentence."""
    key = "net-of-schools-one" if told.schools == 1 else "net-of-schools-more"
    return voice.word(key, n=tell_number(told, voice))


def tell_kind(name: str, reading: tuple[str, ...], network: Network, voice: Voice) -> str:
    """A name with the kind of school, where the network has more than one kind."""
    if len(network.readings) < 2 or not reading:
        return name
    sectors = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0]
    named = [option for age in reading if (option := sectors.option(age)) is not None]
    kinds = voice.listed(voice.inside(option.text) for option in named)
    return voice.word("net-kind", name=name, kind=kinds)


def tell_quote(key: str, quote: Quote, voice: Voice) -> str:
    """The question of a school, in its own words."""
    asked = voice.quoted(escape(shorten(quote.text, LONGEST_ANSWER)))
    return voice.word(key, school=tell_school(quote.school, voice), question=asked)
