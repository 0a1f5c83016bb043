"""What a summary of many schools says of each: a row of plain text, with heads for its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor.formats.escape import one_line
from advisor.formats.voice import Voice
from advisor.model.combination import Decision, Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Item, Kind, NeedLine
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures
from advisor.texts import Lang, Text, show_month

Cell = str | int
Row = Mapping[str, Cell]
"""What is told of a school, by the key of the column."""

_FIRST = (
    *("school", "files", "problems", "sector", "date", "respondents", "urgent"),
    *("first", "others", "new", "foundations", "kept", "find-out", "ends", "open"),
)
_LAST = ("unknown", "share", "places")
_ASKED, _ROOM = "asked", "room"
_STAYS = frozenset({Decision.KEEP, Decision.JOIN})
_BEGUN = frozenset({Status.NEW, Status.STRENGTHENED})
_BETWEEN = "; "


def heads(knowledge: Knowledge, lang: Lang) -> dict[str, str]:
    """The heads of the columns, in order, by their keys."""
    voice = Voice(knowledge, lang)
    load = {
        f"{key}-{capacity.id}": voice.word(f"summary-{key}", capacity=capacity.name.say(lang))
        for capacity in knowledge.catalogue.capacities.values()
        for key in (_ASKED, _ROOM)
    }
    first, last = ({key: voice.word(f"summary-{key}") for key in keys} for keys in (_FIRST, _LAST))
    return {**first, **load, **last}


def row_of(plan: Plan, knowledge: Knowledge, lang: Lang) -> Row:
    """What the summary tells of a plan; what is not known stays empty."""
    items, voice = plan.combination, Voice(knowledge, lang)

    def since(item: Item) -> str:
        when = (
            voice.word("since-no-date")
            if item.begins is None
            else show_month(item.begins).say(lang)
        )
        return f"{item.name.say(lang)} ({when})"

    def listed(texts: Iterable[Text]) -> str:
        return _BETWEEN.join(text.say(lang) for text in texts)

    def why_open(need: NeedLine) -> str:
        return f"{need.name.say(lang)} ({voice.word(f'why-{need.why.value}')})" if need.why else ""

    def begun(kind: Kind) -> str:
        found = (i for i in items if i.status in _BEGUN and i.kind is kind)
        return _BETWEEN.join(since(item) for item in found)

    return {
        "sector": _answer(plan, knowledge, Measures.SECTOR, lang),
        "date": plan.date.isoformat(),
        "respondents": _BETWEEN.join(one_line(one) for one in plan.respondents if one),
        "urgent": voice.word("summary-yes") if any(one.on_top for one in plan.referrals) else "",
        "first": listed(need.name for need in plan.raised if need.first),
        "others": listed(need.name for need in plan.raised if not need.first),
        "new": begun(Kind.INTERVENTION),
        "foundations": begun(Kind.FOUNDATION),
        "kept": listed(_kept(plan)),
        "find-out": listed(i.name for i in items if i.status is Status.FIND_OUT),
        "ends": listed(e.ticked for e in plan.existing if e.decision is Decision.LET_END),
        "open": _BETWEEN.join(why_open(need) for need in plan.open_needs),
        "unknown": len(plan.unknowns),
        "share": _answer(plan, knowledge, Measures.SHARE, lang),
        **_load(plan),
    }


def _kept(plan: Plan) -> Iterable[Text]:
    """What runs and stays, as the school ticked it, and the foundations that are in place."""
    runs = {line.id: line.ticked for line in plan.existing if line.decision in _STAYS}
    there = {item.id: item.name for item in plan.combination if item.status is Status.KEPT}
    return (there | runs).values()


def _answer(plan: Plan, knowledge: Knowledge, measures: Measures, lang: Lang) -> str:
    """The option that was chosen at the one question that measures this."""
    (question,) = knowledge.questionnaire.measuring(measures)
    option = question.option(str(plan.answers.values.get(question.id)))
    return "" if option is None else option.text.say(lang)


def _load(plan: Plan) -> Row:
    """What the first school year asks of each kind of room, and what there is, if it is known."""
    first = [use for use in plan.use if use.year == plan.years[0]]
    asked = {f"{_ASKED}-{use.capacity}": use.asked for use in first}
    room = {f"{_ROOM}-{use.capacity}": use.available for use in first if not use.assumed}
    return {**asked, **room}
