"""Other answers and what they would bring, as plain values for JSON."""

from __future__ import annotations

from advisor.formats.json_data import Data, value_data
from advisor.model.plan import Plan
from advisor.model.what_if import Change, Difference, Matter, Place, SecondLook, Way
from advisor.texts import Lang

_DEEPER = ("firmness", "room", "turns", "other_ways")


def answers_to(change: Change) -> Data:
    """The answers that a change gives, by question; a list stays a list."""
    return {move.question: value_data(move.new) for move in change}


def way_data(way: Way, plan: Plan, lang: Lang) -> Data:
    """Another plan: what it has otherwise, where it lost and what it asks."""
    return {
        **difference_data(way.difference, plan),
        "step": way.step.id,
        "step_name": way.step.name.say(lang),
        "load": [
            {"year": plan.years[use.year - 1], "capacity": use.capacity, "asked": use.asked}
            for use in way.use
        ],
    }


def difference_data(difference: Difference, plan: Plan) -> Data:
    """What comes in, drops out and stands otherwise; no decision about what does not run."""
    return {
        "added": [_place(place, plan) for place in difference.added],
        "dropped": [_place(place, plan) for place in difference.dropped],
        "changed": [_place(place, plan) for _, place in difference.moved],
        "decisions": [
            *({"id": one.id, "decision": one.decision.value} for one in difference.decided),
            *({"id": one.id, "decision": None} for one in difference.undone),
        ],
    }


def _place(place: Place, plan: Plan) -> Data:
    start = plan.years[place.year - 1] if place.year else None
    return {"id": place.id, "form": place.form, "status": place.status.value, "start": start}


def look_data(plan: Plan, lang: Lang) -> Data | None:
    """What a plan hangs on; null is what nobody looked for."""
    if plan.open_answers is None:
        return None
    look = plan.second_look
    return {
        "unknown": len(plan.open_answers.unknown),
        "unknowns_that_matter": [_matter(one, plan) for one in plan.open_answers.matters],
        **(dict.fromkeys(_DEEPER) if look is None else _look_data(look, plan, lang)),
    }


def _look_data(look: SecondLook, plan: Plan, lang: Lang) -> Data:
    firmness = [
        {"id": one.id, "firm": one.is_firm, "hangs_on": [answers_to((m,)) for m in one.hangs_on]}
        for one in look.firmness
    ]
    room = [
        {
            "capacity": one.capacity,
            "answers": answers_to((one.move,)),
            **difference_data(one.difference, plan),
        }
        for one in look.room
    ]
    turns = {name: [answers_to(one) for one in changes] for name, changes in look.turns.items()}
    ways = {name: way_data(way, plan, lang) for name, way in look.ways.items()}
    return dict(zip(_DEEPER, (firmness, room, turns, ways), strict=True))


def _matter(matter: Matter, plan: Plan) -> Data:
    return {
        "question": matter.question,
        "tried": matter.tried,
        "changes": [
            {"answers": answers_to((move,)), **difference_data(difference, plan)}
            for move, difference in matter.differences.items()
        ],
    }
