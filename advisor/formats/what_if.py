"""Other answers and what they would bring, in words; and the second look at a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from advisor.formats.grounds import show_asked, show_option, show_value
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence, uncapital
from advisor.model.combination import IN_PLACE, Status
from advisor.model.conditions import Ground
from advisor.model.plan import Plan
from advisor.model.what_if import (
    Change,
    Decided,
    Difference,
    Matter,
    Move,
    OpenAnswers,
    Place,
    Room,
    SecondLook,
)

_MOST_TOLD = 3
"""The changes, and the answers that change something, that are told of each kind."""


def render_what_if(move: Move, difference: Difference, plan: Plan, voice: Voice) -> str:
    """What one other answer would change in the plan."""
    told = tell_difference(difference, plan, voice)
    return voice.word("what-if", move=tell_move(move, voice), difference=told)


def tell_change(change: Change, voice: Voice) -> str:
    """One answer, or two, that would be another one."""
    first, *others = (tell_move(move, voice) for move in change)
    return voice.word("move-and", first=first, second=others[0]) if others else first


def tell_move(move: Move, voice: Voice) -> str:
    """The question, what would be answered, and what is answered now."""
    question = show_asked(move.question, voice).rstrip(".?")
    if isinstance(move.old, tuple) and isinstance(move.new, tuple) and move.option is not None:
        option = show_option(move.question, move.option, voice)
        gone = [name for name in move.old if name not in move.new]
        if move.option in gone:
            return voice.word("move-unticked", question=question, option=option)
        if gone:
            out = show_option(move.question, gone[0], voice)
            return voice.word("move-exchanged", question=question, option=option, out=out)
        return voice.word("move-ticked", question=question, option=option)
    new = _value(move.question, move.new, voice)
    if move.old is None:
        return voice.word("move-known", question=question, new=new)
    old = _value(move.question, move.old, voice)
    return voice.word("move", question=question, new=new, old=old)


def _value(question: str, value: object, voice: Voice) -> str:
    return show_value(Ground(question, value), voice)


def tell_difference(
    difference: Difference, plan: Plan, voice: Voice, most: int = _MOST_TOLD
) -> str:
    """What comes in, drops out, and stands otherwise; the first few of each."""
    if difference.is_empty:
        return voice.word("same")
    dropped = [_name(place, voice) for place in difference.dropped]
    parts = (
        ("brings", [_dated(place, plan, voice) for place in difference.added]),
        ("drops", [*dropped, *(_ran(one, voice) for one in difference.undone)]),
        ("moves", [_moved(old, new, plan, voice) for old, new in difference.moved]),
        ("decides", [_decided(one, voice) for one in difference.decided]),
    )
    told = [(key, _several(items, voice, most)) for key, items in parts if items]
    return " ".join(voice.word(key, items=items) for key, items in told)


def _several(items: Sequence[str], voice: Voice, most: int) -> str:
    """The first few, and how many more."""
    shown, left = _first_few(items, most)
    return voice.listed([*shown, voice.word("n-more", n=left)] if left else shown)


_T = TypeVar("_T")


def _first_few(every: Sequence[_T], most: int) -> tuple[Sequence[_T], int]:
    """The first few, and how many are left; never one alone, which could as well be told."""
    shown = every if len(every) <= most + 1 else every[:most]
    return shown, len(every) - len(shown)


def _moved(old: Place, new: Place, plan: Plan, voice: Voice) -> str:
    if new.year == IN_PLACE:
        return voice.word("place-there", item=_name(new, voice))
    is_begun = new.status in {Status.NEW, Status.STRENGTHENED} and new.year is not None
    if old.status is not new.status and not is_begun:
        status = voice.word(f"status-{new.status.value}")
        return voice.word("decided", item=_name(new, voice), decision=status)
    if old.form != new.form and old.year == new.year:
        return voice.word("place-other", item=_name(new, voice))
    return _dated(new, plan, voice)


def _decided(one: Decided, voice: Voice) -> str:
    decision = voice.word(f"decision-{'find-out' if one.find_out else one.decision.value}")
    return voice.word("decided", item=_ran(one, voice), decision=uncapital(decision))


def _ran(one: Decided, voice: Voice) -> str:
    catalogue = voice.knowledge.catalogue
    entry = catalogue.interventions.get(one.id) or catalogue.activities[one.id]
    return voice.inside(entry.name)


def _dated(place: Place, plan: Plan, voice: Voice) -> str:
    item = _name(place, voice)
    if place.year is None:
        return voice.word("place-no-date", item=item)
    if place.year == IN_PLACE:
        return item
    return voice.word("place-from", item=item, year=plan.years[place.year - 1])


def _name(place: Place, voice: Voice) -> str:
    catalogue = voice.knowledge.catalogue
    if place.form is not None:
        return voice.inside(catalogue.forms[place.form].name)
    entry = catalogue.foundations.get(place.id) or catalogue.interventions[place.id]
    return voice.inside(entry.name)


def firmness(look: SecondLook, plan: Plan, voice: Voice) -> str:
    """What stands whatever single answer moves, and what the rest hangs on."""
    names = {item.id: item.name for item in plan.combination}
    firm = [voice.inside(names[one.id]) for one in look.firmness if one.is_firm]
    hanging = [
        voice.word(
            "hangs-on" if len(one.hangs_on) > 1 else "hangs-on-one",
            item=voice.say(names[one.id]),
            moves=_few(one.hangs_on, voice),
        )
        for one in look.firmness
        if not one.is_firm
    ]
    held = [voice.word("firm", items=voice.listed(firm))] if firm else []
    return paragraphs(voice.word("firm-intro"), bullets([*held, *hanging])) if names else ""


def _few(moves: Sequence[Move], voice: Voice) -> str:
    """The first few moves, and how many more."""
    shown, left = _first_few(moves, _MOST_TOLD)
    told = [tell_move(move, voice) for move in shown]
    return "; ".join([*told, voice.word("n-more", n=left)] if left else told)


def room(look: SecondLook, plan: Plan, voice: Voice) -> str:
    """What one band more or less of each capacity would change, and which changes nothing."""
    told = [_room(one, plan, voice) for one in look.room if not one.difference.is_empty]
    if not told:
        return voice.word("room-none")
    changing = {one.capacity for one in look.room if not one.difference.is_empty}
    same = dict.fromkeys(one.capacity for one in look.room if one.capacity not in changing)
    names = [voice.inside(voice.knowledge.catalogue.capacities[name].name) for name in same]
    told += [voice.word("room-same", items=voice.listed(names))] if names else []
    return paragraphs(voice.word("room-intro"), bullets(told))


def _room(one: Room, plan: Plan, voice: Voice) -> str:
    return voice.word(
        "room-with",
        room=capital(voice.say(voice.knowledge.catalogue.capacities[one.capacity].name)),
        band=_value(one.move.question, one.move.new, voice),
        difference=tell_difference(one.difference, plan, voice),
    )


def matters(left_open: OpenAnswers, plan: Plan, voice: Voice, most: int, answers: int) -> list[str]:
    """The unknown answers that could change the advice, and how; none is said too."""
    unknown = len(left_open.unknown)
    if not unknown:
        return []
    found = len(left_open.matters)
    key = "none-matter" if not found else "matter" if found > 1 else "matter-one"
    if unknown == 1:
        key = "matter-only" if found else "none-matter-only"
    told = [_would(matter, plan, voice, answers) for matter in left_open.matters[:most]]
    return [voice.word(f"unknowns-{key}", n=found, of=unknown), *told]


def _would(matter: Matter, plan: Plan, voice: Voice, answers: int) -> str:
    """The question, and what the first few answers would change."""
    asked = sentence(show_asked(matter.question, voice))
    if not answers:
        return asked
    by_difference: dict[str, list[str]] = {}
    for move, difference in matter.differences.items():
        told = tell_difference(difference, plan, voice)
        answer = voice.quoted(_value(matter.question, move.new, voice))
        by_difference.setdefault(told, []).append(answer)
    shown = list(by_difference.items())[:answers]
    would = (
        voice.word("with-answer", answer=voice.either(found), difference=told)
        for told, found in shown
    )
    return " ".join([asked if asked.endswith("?") else f"{asked}:", *would])


def tell_changes(changes: Iterable[Change], voice: Voice) -> list[str]:
    """The smallest changes, the first few of them."""
    shown, left = _first_few(tuple(changes), _MOST_TOLD)
    told = [sentence(tell_change(change, voice)) for change in shown]
    return [*told, voice.word("turn-more", n=left)] if left else told


def what_if_in(left_out: str, plan: Plan, voice: Voice) -> list[str]:
    """What would bring in a type that was left out, and the best plan with it."""
    look = plan.second_look
    told = []
    if look is not None and left_out in look.turns:
        first, *others = look.turns[left_out]
        told.append(voice.word("turns-in", change=tell_change(first, voice)))
        if others:
            told.append(voice.counted("other-ways", len(others)))
    if look is not None and left_out in look.ways:
        way = look.ways[left_out]
        difference = tell_difference(way.difference, plan, voice)
        step = voice.inside(way.step.name)
        told.append(voice.word("left-out-way", difference=difference, step=step))
    return told
