"""What a network report proposes: what the board can arrange, and a series of five meetings."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.formats.network_words import count_schools, tell_kind, tell_quote, tell_school
from advisor.formats.voice import Voice, bullets, capital, numbered, paragraphs
from advisor.model.network import Network, Told, Topic
from advisor.texts import Text

_MIDDLE = 3
"""The meetings between the first and the last, each at a school."""


def board_section(network: Network, voice: Voice) -> str:
    """Numbers that call for something no school can arrange alone, each with a question."""
    lines = (*_of_room(network, voice), *_of_open_needs(network, voice), *_to_build(network, voice))
    return bullets(lines) or voice.word("net-board-none")


def _of_room(network: Network, voice: Voice) -> Iterator[str]:
    """Room that is not there or not known; of a kind that a board can give."""
    for room in network.room:
        fact = f"{'none' if room.is_known else 'unknown'}-{room.unit}"
        if f"fmt-net-fact-{fact}" in voice.knowledge.catalogue.words:
            yield _fact(fact, room.schools, voice)


def _of_open_needs(network: Network, voice: Voice) -> Iterator[str]:
    for one in network.open_for:
        yield _fact(f"open-{one.why.value}", one.schools, voice)


def _to_build(network: Network, voice: Voice) -> Iterator[str]:
    """What many schools still have to build; a foundation of one's own has the general question."""
    for one in network.to_build:
        schools = count_schools(one.schools, voice)
        what = voice.word("net-build", name=voice.inside(one.name), schools=schools)
        own = f"net-ask-build-{one.id}"
        ask = voice.word(
            own if f"fmt-{own}" in voice.knowledge.catalogue.words else "net-ask-build"
        )
        if one.year is not None:
            ask = f"{voice.word('net-build-in', year=one.year)} {ask}"
        yield voice.word("net-fact", what=what, ask=ask)


def _fact(fact: str, schools: Told, voice: Voice) -> str:
    """A number with what it is of, and the question that goes with it."""
    told = count_schools(schools, voice)
    what = voice.word("net-counted", what=voice.word(f"net-fact-{fact}"), schools=told)
    return voice.word("net-fact", what=what, ask=voice.word(f"net-ask-{fact}"))


def meetings_section(network: Network, voice: Voice) -> str:
    """The first and the last with a fixed purpose, between them what most want to learn."""
    topics = [_topic(topic, network, voice) for topic in network.meetings.topics]
    free = [voice.word("net-meeting-own")] * (_MIDDLE - len(topics))
    return paragraphs(
        numbered([_first(network, voice), *topics, *free, voice.word("net-meeting-last")]),
        _who_comes(network, voice),
    )


def _first(network: Network, voice: Voice) -> str:
    """What the questions are about, and those that stand with no topic."""
    meetings = network.meetings
    aims = [
        voice.word(
            "net-meeting-aim", aim=_in_a_word(aim, voice), schools=count_schools(told, voice)
        )
        for aim, told in meetings.aims
    ]
    quotes = [tell_quote("net-meeting-quote", quote, voice) for quote in meetings.quotes]
    about = voice.word("net-meeting-aims", aims=voice.listed(aims)) if aims else ""
    return " ".join(part for part in (voice.word("net-meeting-first"), about, *quotes) if part)


def _in_a_word(aim: Text, voice: Voice) -> str:
    """What a question is about, without what explains it."""
    return voice.say(aim).partition(":")[0]


def _topic(topic: Topic, network: Network, voice: Voice) -> str:
    key = "net-meeting-topic-first" if topic.is_first else "net-meeting-topic"
    need = capital(voice.say(topic.name))
    told = [voice.word(key, need=need, schools=capital(count_schools(topic.schools, voice)))]
    for host in topic.hosts:
        school = tell_kind(tell_school(host.school, voice), host.school.reading, network, voice)
        what = voice.inside(host.what)
        told.append(voice.word("net-meeting-host", school=school, what=what))
    if network.sharing and not topic.hosts:
        told.append(voice.word("net-meeting-no-host"))
    told += [tell_quote("net-meeting-quote-topic", quote, voice) for quote in topic.quotes]
    return " ".join(told)


def _who_comes(network: Network, voice: Voice) -> str:
    join = voice.say(voice.knowledge.catalogue.words["plan-join"])
    told = voice.word("net-who", join=join)
    if network.meetings.brings_beginner:
        told += f" {voice.word('net-who-beginner')}"
    return told
