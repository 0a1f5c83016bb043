"""A series of five meetings: what most schools want to learn, and who could show something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisor.engine.network.counting import About, Counts, Group
from advisor.engine.network.sampling import Key, Named, Names, Samples
from advisor.engine.network.serving import name_of, things_for
from advisor.model.knowledge import Knowledge
from advisor.model.network import Host, Meetings, Quote, SharedNeed, Told, Topic
from advisor.model.questionnaire import Measures
from advisor.texts import Text

TOPICS = 3
"""Of the five meetings the first and the last have a fixed purpose."""

HOSTS = 2
QUOTES = 2
"""Two schools that show something and two questions fill an afternoon."""

OTHER_QUOTES = 4
"""The questions that go with no topic, for the first meeting."""


def plan_meetings(
    needs: tuple[SharedNeed, ...],
    counts: Counts,
    samples: Samples,
    names: Names,
    knowledge: Knowledge,
) -> Meetings:
    """The topics of the middle meetings, and what is known for the first one.

    What most schools want to begin with comes first. A school shows something in one meeting rather
    than in two, and its question stands once.
    """
    hosted: Counter[Key] = Counter()
    quoted: set[Key] = set()
    topics = [
        Topic(
            name=need.name,
            schools=_begin(need, counts) or need.raised,
            is_first=_begin(need, counts) is not None,
            hosts=tuple(_hosts(need.id, hosted, samples, names, knowledge)),
            quotes=_quotes(samples.asking(need.id)[:QUOTES], quoted, names),
        )
        for need in sorted(needs, key=lambda need: _wanted(need, counts))[:TOPICS]
    ]
    rest = [named for named in samples.every_asking() if named.key not in quoted]
    return Meetings(
        topics=tuple(topics),
        aims=tuple(_aims(counts, knowledge)),
        quotes=_quotes(rest[:OTHER_QUOTES], quoted, names),
        brings_beginner=counts.told(Group(About.BRINGS)) is not None,
    )


def _begin(need: SharedNeed, counts: Counts) -> Told | None:
    """The schools that begin with a need, where they are enough for an afternoon."""
    is_enough = need.first is not None and need.first.schools >= counts.minimum
    return need.first if is_enough else None


def _wanted(need: SharedNeed, counts: Counts) -> tuple[int, int]:
    """Needs that most schools begin with first; the others stay in their order."""
    begin = _begin(need, counts)
    return (0 if begin is None else -begin.schools, -need.raised.schools)


def _hosts(
    need: str, hosted: Counter[Key], samples: Samples, names: Names, knowledge: Knowledge
) -> Iterator[Host]:
    """Schools with something that helps, for other ages in turn; who hosts least first."""
    found: dict[Key, tuple[Named, str]] = {}
    for reading in samples.readings:
        for thing in things_for(need, reading, knowledge):
            for named in samples.standing_at(thing, reading):
                found.setdefault(named.key, (named, thing))
    shown: set[tuple[str, ...]] = set()
    for _ in range(min(HOSTS, len(found))):
        key = min(found, key=lambda k: (hosted[k], found[k][0].one.reading in shown, k))
        named, thing = found.pop(key)
        hosted[key] += 1
        shown.add(named.one.reading)
        yield Host(names[named], name_of(thing, knowledge))


def _quotes(asking: list[Named], quoted: set[Key], names: Names) -> tuple[Quote, ...]:
    """The questions of these schools, which are quoted now."""
    quoted.update(named.key for named in asking)
    return tuple(names.quote(named) for named in asking)


def _aims(counts: Counts, knowledge: Knowledge) -> Iterator[tuple[Text, Told]]:
    """What the questions are about, and at how many schools."""
    for question in knowledge.questionnaire.measuring(Measures.AIM):
        for option in question.options:
            told = counts.told(Group(About.AIM, option.id))
            if told is not None:
                yield option.text, told
