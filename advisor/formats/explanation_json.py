"""One item of a plan explained, as JSON: one object with a version, in a stable order."""

from __future__ import annotations

from advisor.formats.as_json import SCHEMA
from advisor.formats.explanation import ENTRIES, reasons_of
from advisor.formats.json_data import Data, show_json
from advisor.formats.speaker import Speaker
from advisor.formats.what_if_json import answers_to, way_data
from advisor.model.explanation import Explanation
from advisor.model.knowledge import Knowledge
from advisor.model.what_if import Turn
from advisor.texts import Lang


def render(one: Explanation, knowledge: Knowledge, lang: Lang) -> str:
    """The explanation with its texts in `lang`."""
    return show_json(as_data(one, knowledge, lang))


def as_data(one: Explanation, knowledge: Knowledge, lang: Lang) -> Data:
    """The explanation as plain values."""
    say = Speaker(lang, knowledge)
    return {
        "schema": SCHEMA,
        "lang": lang.value,
        "school": {"name": one.plan.school, "date": one.plan.date.isoformat()},
        "id": one.id,
        "name": say(one.name),
        "kind": one.kind.value,
        "origin": say.origin(one.id, *ENTRIES),
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
        "other_way": None if one.way is None else way_data(one.way, one.plan, lang),
    }


def _turn(turn: Turn | None) -> Data | None:
    if turn is None or not (turn.changes or turn.rule):
        return None
    return {"answers": answers_to(turn.changes[0])} if turn.changes else {"rule": turn.rule}
