"""A plan as JSON: one object with a version, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.formats.json_data import Data, answers_data, grounds_data, show_json
from advisor.model.knowledge import Knowledge
from advisor.model.lines import (
    CalendarLine,
    ExistingLine,
    Item,
    LastingLine,
    LeftOut,
    NeedLine,
    OtherWay,
    QuestionLine,
)
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.texts import Lang, Text

SCHEMA = 1
UNKNOWN = "unknown"


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The whole plan; JSON always holds everything, so `annex` changes nothing."""
    return show_json(as_data(plan, knowledge, lang))


def as_data(plan: Plan, knowledge: Knowledge, lang: Lang) -> Data:
    """The plan as plain values, its texts in `lang`."""
    say = _Speaker(lang)
    return {
        "schema": SCHEMA,
        "lang": lang.value,
        "school": {
            "name": plan.school,
            "sector": plan.sector,
            "date": plan.date.isoformat(),
            "date_given": plan.date_given,
            "ambition": plan.ambition,
        },
        "needs": [say.need(need) for need in plan.needs],
        "existing": [say.existing(line) for line in plan.existing],
        "combination": [say.item(item) for item in plan.combination],
        "not_advised": [say.left_out(left) for left in plan.not_advised],
        "open_needs": [say.open_need(need) for need in plan.open_needs],
        "coverage": {
            frame: {cell: list(items) for cell, items in cells.items()}
            for frame, cells in plan.coverage.items()
        },
        "load": _load(plan),
        "implementation": [say.question(question) for question in plan.implementation],
        "lasting": [say.lasting(line) for line in plan.lasting],
        **_what_to_do(plan, say),
        "runner_up": say.runner_up(plan.runner_up),
        **_around(plan, say),
        "answers": answers_data(plan.answers),
        "knowledge": knowledge.edition,
    }


def _load(plan: Plan) -> list[Data]:
    return [
        {
            "year": use.year,
            "capacity": use.capacity,
            "unit": use.unit,
            "asked": use.asked,
            "available": use.available,
            "assumed": use.assumed,
        }
        for use in plan.use
    ]


def _what_to_do(plan: Plan, say: _Speaker) -> Data:
    """Weak points to notices: what the school does and must know."""
    return {
        "weak_points": [
            {"text": say(p.text), "repair": say(p.repair), "reasons": [say.reason(p.reason)]}
            for p in plan.weak_points
        ],
        "equal_opportunities": [
            {
                "id": one.id,
                "name": say(one.name),
                "now": say(one.now),
                "later": say(one.later),
                "answers": grounds_data(one.grounds),
                "sources": list(one.sources),
            }
            for one in plan.equal_opportunities
        ],
        **_when(plan, say),
    }


def _when(plan: Plan, say: _Speaker) -> Data:
    return {
        "partners": [
            {"id": p.id, "name": say(p.name), "ask": say(p.ask), "reasons": [say.reason(p.reason)]}
            for p in plan.partners
        ],
        "calendar": [say.calendar(line) for line in plan.calendar],
        "monitoring": [
            {
                "need": line.need,
                "name": say(line.name),
                "indicator": say(line.indicator),
                "data": say(line.data),
                "answers": grounds_data(line.grounds),
            }
            for line in plan.monitoring
        ],
        "unknowns": [
            {"question": u.question, "text": say(u.text), "for_what": say(u.for_what)}
            for u in plan.unknowns
        ],
        "notices": [
            {"id": n.id, "text": say(n.text), "reasons": [say.reason(n.reason)]}
            for n in plan.notices
        ],
    }


def _around(plan: Plan, say: _Speaker) -> Data:
    """What stands around the plan: referral, first steps, the head, network, programmes."""
    return {
        "referrals": [
            {"id": r.id, "text": say(r.text), "on_top": r.on_top} for r in plan.referrals
        ],
        "first_steps": [say(step) for step in plan.first_steps],
        "head": say(plan.head),
        "network": {
            "question": say(plan.network.question),
            "share": [say(text) for text in plan.network.share],
            "meetings": [say(text) for text in plan.network.meetings],
        },
        "programmes": [
            {
                "intervention": intervention,
                "id": programme.id,
                "name": programme.name,
                "level": None if programme.level is None else say(programme.level),
                "decided": say(programme.decided),
                "link": programme.link,
            }
            for intervention, programme in plan.programmes
        ],
    }


class _Speaker:
    """Parts of the plan as plain values, in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def __call__(self, text: Text) -> str:
        return text.say(self._lang)

    def _or_none(self, text: Text | None) -> str | None:
        return None if text is None else self(text)

    def reason(self, reason: Reason) -> Data:
        return {
            "rule": reason.rule,
            "because": self(reason.because),
            "answers": grounds_data(reason.answers),
            "sources": list(reason.sources),
        }

    def _reasons(self, reasons: Iterable[Reason]) -> list[Data]:
        return [self.reason(reason) for reason in reasons]

    def need(self, need: NeedLine) -> Data:
        return {
            "id": need.id,
            "name": self(need.name),
            "level": UNKNOWN if need.level is None else need.level.name.lower(),
            "first": need.first,
            "certainty": need.certainty.value,
            "cover": None if need.cover is None else need.cover.value,
            "reason": None if need.why is None else need.why.value,
            "by": list(need.by),
            "from": need.from_year,
            "answers": grounds_data(need.grounds),
            "look_first": [self(text) for text in need.look_first],
            "change_yourself": [self(text) for text in need.change_yourself],
        }

    def open_need(self, need: NeedLine) -> Data:
        return {
            "id": need.id,
            "name": self(need.name),
            "reason": None if need.why is None else need.why.value,
            "next_step": self(need.next_step),
            "ask": self(need.ask),
            "more_possible": self._or_none(need.more_possible),
        }

    def existing(self, line: ExistingLine) -> Data:
        return {
            "id": line.id,
            "name": self(line.name),
            "runs": line.runs.value,
            "form": line.form,
            "decision": line.decision.value,
            "host": self._or_none(line.host),
            "why": self(line.why),
            "first_step": self(line.first_step),
            "frees": line.frees,
            "reasons": self._reasons(line.reasons),
        }

    def item(self, item: Item) -> Data:
        return {
            "id": item.id,
            "form": item.form,
            "kind": item.kind.value,
            "status": item.status.value,
            "start": item.start,
            "period": item.period,
            "name": self(item.name),
            "whom": self(item.whom),
            "who": self(item.who),
            "tier": item.tier,
            "layers": list(item.layers),
            "load": {capacity: list(years) for capacity, years in item.load.items()},
            "first_step": self(item.first_step),
            "done": self(item.done),
            "safeguards": [{"harm": harm, "text": self(text)} for harm, text in item.safeguards],
            "together": [self(text) for text in item.together],
            "reasons": self._reasons(item.reasons),
        }

    def left_out(self, left: LeftOut) -> Data:
        return {"id": left.id, "name": self(left.name), "reasons": self._reasons(left.reasons)}

    def question(self, question: QuestionLine) -> Data:
        return {
            "id": question.id,
            "name": self(question.name),
            "question": self(question.question),
            "state": question.state.value,
            "answers": grounds_data(question.grounds),
            "sources": list(question.sources),
            "actions": [
                {
                    "what": self(action.what),
                    "role": self(action.role),
                    "period": action.period,
                    "done": self(action.done),
                    "reasons": [self.reason(action.reason)],
                }
                for action in question.actions
            ],
        }

    def lasting(self, line: LastingLine) -> Data:
        return {
            "id": line.id,
            "name": self(line.name),
            "state": line.state.value,
            "repair": self._or_none(line.repair),
            "answers": grounds_data(line.grounds),
            "sources": list(line.sources),
        }

    def calendar(self, line: CalendarLine) -> Data:
        return {
            "year": line.year,
            "period": line.period,
            "phase": line.phase,
            "what": self(line.what),
            "items": list(line.items),
        }

    def runner_up(self, other: OtherWay | None) -> Data | None:
        if other is None:
            return None
        combination = [{"id": item, "name": self(name)} for item, name in other.items]
        return {"combination": combination, "step": other.step, "step_name": self(other.step_name)}
