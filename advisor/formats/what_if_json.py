"""Other answers and what they would bring, as plain values for JSON."""

from __future__ import annotations

from advisor.formats.json_data import Data, value_data
from advisor.model.plan import Plan
from advisor.model.what_if import Change, Difference, Matter, Place, SecondLook, Way
from advisor.texts import Lang


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


def look_data(look: SecondLook, plan: Plan, lang: Lang) -> Data:
    """What a plan hangs on, as plain values."""
    return {
        "firmness": [
            {
                "id": one.id,
                "firm": one.is_firm,
                "hangs_on": [answers_to((move,)) for move in one.hangs_on],
            }
            for one in look.firmness
        ],
        "unknown": len(look.unknown),
        "unknowns_that_matter": [_matter(matter, plan) for matter in look.matters],
        "room": [
            {
                "capacity": one.capacity,
                "answers": answers_to((one.move,)),
                **difference_data(one.difference, plan),
            }
            for one in look.room
        ],
        "turns": {
            name: [answers_to(change) for change in changes] for name, changes in look.turns.items()
        },
        "other_ways": {name: way_data(way, plan, lang) for name, way in look.ways.items()},
    }


def _matter(matter: Matter, plan: Plan) -> Data:
    return {
        "question": matter.question,
        "tried": matter.tried,
        "changes": [
            {"answers": answers_to((move,)), **difference_data(difference, plan)}
            for move, difference in matter.differences.items()
        ],
    }
