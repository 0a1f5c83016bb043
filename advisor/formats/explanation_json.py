"""One item of a plan explained, as JSON: one object with a version, in a stable order."""

from __future__ import annotations

import json

from advisor.formats.as_json import SCHEMA, Data, Speaker
from advisor.formats.explanation import reasons_of
from advisor.model.explanation import Explanation, Way
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.what_if import Change, Difference, Place, Turn
from advisor.texts import Lang


def render_json(one: Explanation, knowledge: Knowledge, lang: Lang) -> str:
    """The explanation with its texts in `lang`."""
    return json.dumps(as_data(one, knowledge, lang), ensure_ascii=False, indent=2) + "\n"


def as_data(one: Explanation, knowledge: Knowledge, lang: Lang) -> Data:
    """The explanation as plain values."""
    say = Speaker(lang)
    catalogue = knowledge.catalogue
    kinds = {
        "intervention": catalogue.interventions,
        "foundation": catalogue.foundations,
        "activity": catalogue.activities,
        "question": catalogue.implementation,
    }
    return {
        "schema": SCHEMA,
        "lang": lang.value,
        "school": {"name": one.plan.school, "date": one.plan.date.isoformat()},
        "id": one.id,
        "name": say(one.name),
        "kind": next(kind for kind, entries in kinds.items() if one.id in entries),
        "in_plan": one.item is not None,
        "item": None if one.item is None else say.item(one.item),
        "existing": None if one.existing is None else say.existing(one.existing),
        "state": None if one.question is None else one.question.state.value,
        "reasons": say.reasons(reasons_of(one)),
        "without": [
            {
                "need": line.need,
                "name": say(line.name),
                "cover": line.cover.value,
                "then": line.then.value,
                "why": line.why.value if line.why is not None else None,
            }
            for line in one.without
        ],
        "firm": None if one.firmness is None else one.firmness.is_firm,
        "hangs_on": [answers_to((move,)) for move in one.firmness.hangs_on] if one.firmness else [],
        "turn": _turn(one.turn),
        "other_turns": [answers_to(change) for change in one.turn.changes[1:]] if one.turn else [],
        "other_way": None if one.way is None else _way(one.way, one.plan, say),
    }


def answers_to(change: Change) -> Data:
    """The answers that a change gives, by question; a list stays a list."""
    return {
        move.question: list(move.new) if isinstance(move.new, tuple) else move.new
        for move in change
    }


def _turn(turn: Turn | None) -> Data | None:
    if turn is None or not (turn.changes or turn.rule):
        return None
    return {"answers": answers_to(turn.changes[0])} if turn.changes else {"rule": turn.rule}


def _way(way: Way, plan: Plan, say: Speaker) -> Data:
    return {
        **difference_data(way.difference, plan),
        "step": way.step.id,
        "step_name": say(way.step.name),
        "load": [
            {"year": plan.years[use.year - 1], "capacity": use.capacity, "asked": use.asked}
            for use in way.use
        ],
    }


def difference_data(difference: Difference, plan: Plan) -> Data:
    """What comes in, drops out and stands otherwise, as plain values."""
    return {
        "added": [_place(place, plan) for place in difference.added],
        "dropped": [_place(place, plan) for place in difference.dropped],
        "changed": [_place(place, plan) for _, place in difference.moved],
    }


def _place(place: Place, plan: Plan) -> Data:
    start = plan.years[place.year - 1] if place.year else None
    return {"id": place.id, "form": place.form, "status": place.status.value, "start": start}
