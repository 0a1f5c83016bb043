"""What a combination hangs on: how firm each item is, which unknowns matter, more or less room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.engine.what_if.bench import Bench
from advisor.engine.what_if.moves import bands_apart, is_movable
from advisor.engine.what_if.turn import find_single_turns, is_real
from advisor.engine.what_if.ways import find_way_with
from advisor.model.questionnaire import Measures
from advisor.model.what_if import Firmness, Matter, OpenAnswers, Room, SecondLook


def look_again(bench: Bench, left_out: Iterable[str]) -> SecondLook:
    """What a combination hangs on; `left_out` are the types it does not have."""
    types = tuple(left_out)
    turns = {one: found for one in types if (found := find_single_turns(bench, one))}
    ways = {one: way for one in types if (way := find_way_with(bench, one))}
    return SecondLook(
        firmness=judge_firmness(bench),
        room=tuple(vary_room(bench)),
        turns=turns,
        ways=ways,
    )


def look_at_unknown(bench: Bench) -> OpenAnswers:
    """What is not known, and what of it could change the combination."""
    return OpenAnswers(list_unknown(bench), rank_unknowns(bench))


def judge_firmness(bench: Bench) -> tuple[Firmness, ...]:
    """For every item the known answers that, moved one step, take it out of the combination."""
    steps = [m for m in bench.moves if m.steps == 1 and m.old is not None]
    left = [(move, bench.after((move,)).ids) for move in steps]
    return tuple(
        Firmness(
            place.id,
            tuple(
                move
                for move, ids in left
                if place.id not in ids and is_real(move, place.id, bench.knowledge)
            ),
        )
        for place in bench.base.places
    )


def list_unknown(bench: Bench) -> tuple[str, ...]:
    """The questions on which the choice may rest that apply and have no answer yet."""
    profile = bench.settled(())
    return tuple(
        question.id
        for question in bench.knowledge.questionnaire.questions.values()
        if question.id not in profile.answers.values and is_movable(question, profile)
    )


def rank_unknowns(bench: Bench) -> tuple[Matter, ...]:
    """The unknown answers of which at least one possible answer changes the combination.

    Of a list one option at a time is tried, and none of them.

    Those that bring in or take out a type go first, then those with which more answers change it.
    """
    matters = [matter for q in list_unknown(bench) if (matter := weigh_unknown(bench, q))]
    return tuple(sorted(matters, key=lambda m: _weight(m, bench), reverse=True))


def weigh_unknown(bench: Bench, question: str) -> Matter | None:
    """What each possible answer to an unknown question would change; None when none does."""
    moves = [move for move in bench.moves if move.question == question]
    found = {move: bench.difference(bench.after((move,))) for move in moves}
    changing = {move: difference for move, difference in found.items() if not difference.is_empty}
    return Matter(question, changing, len(moves)) if changing else None


def _weight(matter: Matter, bench: Bench) -> tuple[int, float]:
    """How many of the answers bring in or take out a type, then how many change anything."""
    types = bench.knowledge.catalogue.interventions
    turning = sum(
        any(place.id in types for place in (*d.added, *d.dropped))
        for d in matter.differences.values()
    )
    return turning, len(matter.differences) / matter.tried


def vary_room(bench: Bench) -> Iterator[Room]:
    """Each capacity with one band less and one more, as far as there is one."""
    for question in bench.knowledge.questionnaire.measuring(Measures.CAPACITY):
        for move in bench.moves:
            if move.question != question.id:
                continue
            if abs(bands_apart(move, bench.settled(()), bench.knowledge)) == 1:
                difference = bench.difference(bench.after((move,)))
                yield Room(question.target or question.id, move, difference)
