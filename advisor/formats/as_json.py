"""A plan as JSON: one object with a version, in a stable order."""

from __future__ import annotations

from advisor.formats import respondents
from advisor.formats.json_data import Data, answers_data, grounds_data, own_data, show_json
from advisor.formats.speaker import Speaker
from advisor.formats.what_if_json import look_data
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

SCHEMA = 1


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The whole plan; JSON always holds everything, so `annex` changes nothing."""
    return show_json(as_data(plan, knowledge, lang))


def as_data(plan: Plan, knowledge: Knowledge, lang: Lang) -> Data:
    """The plan as plain values, its texts in `lang`."""
    say = Speaker(lang, knowledge)
    return {
        "schema": SCHEMA,
        "lang": lang.value,
        "school": {
            "name": plan.school,
            "sector": plan.sector,
            "date": plan.date.isoformat(),
            "date_given": plan.date_given,
            "ambition": plan.ambition,
            "names": plan.names,
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
        "second_look": look_data(plan, lang),
        **respondents.as_data(plan, lang),
        "answers": answers_data(plan.answers),
        "knowledge": knowledge.edition,
        "own_knowledge": [own_data(one, lang) for one in knowledge.own],
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


def _what_to_do(plan: Plan, say: Speaker) -> Data:
    """Weak points to notices: what the school does and must know."""
    return {
        "weak_points": [
            {
                "text": say(point.text),
                "repair": say(point.repair),
                "check": point.check,
                "reasons": [say.reason(point.reason)],
            }
            for point in plan.weak_points
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
        "fair": [
            {
                "id": f.item,
                "name": say(f.name),
                "text": say(f.text),
                "reasons": [say.reason(f.reason)],
            }
            for f in plan.fair
        ],
        "approvals": [
            {
                "id": line.reason.rule,
                "who": say(line.who),
                "what": say(line.what),
                "before": line.before,
                "reasons": [say.reason(line.reason)],
            }
            for line in plan.approvals
        ],
        **_when(plan, say),
    }


def _when(plan: Plan, say: Speaker) -> Data:
    return {
        "partners": [
            {
                "id": p.id,
                "name": say(p.name),
                "origin": say.origin(p.id, "partners"),
                "ask": say(p.ask),
                "reasons": [say.reason(p.reason)],
            }
            for p in plan.partners
        ],
        "calendar": [say.calendar(line) for line in plan.calendar],
        "monitoring": [
            {
                "need": goal.need,
                "name": say(goal.name),
                "goal": say(goal.goal),
                "indicator": say(goal.indicator),
                "in_house": [say(name) for name in goal.in_house],
                "data": say(goal.data),
                "moment": say(goal.moment),
                "adjust": say(goal.adjust),
                "by": goal.by,
                "answers": grounds_data(goal.reason.answers),
                "reasons": [say.reason(goal.reason)],
            }
            for goal in plan.monitoring.goals
        ],
        "measuring": _measuring(plan, say),
        "unknowns": [
            {"question": u.question, "text": say(u.text), "for_what": say(u.for_what)}
            for u in plan.unknowns
        ],
        "notices": [
            {"id": n.id, "text": say(n.text), "reasons": [say.reason(n.reason)]}
            for n in plan.notices
        ],
    }


def _measuring(plan: Plan, say: Speaker) -> Data:
    """Whom to look at apart, with what to measure, and national figures."""
    return {
        "apart": [
            {"text": say(w.text), "reasons": [say.reason(w.reason)]} for w in plan.monitoring.apart
        ],
        "instruments": [
            {
                "id": one.id,
                "name": say(one.name),
                "ages": say(one.ages),
                "measures": say(one.measures),
                "status": say(one.status),
                "caution": say.or_none(one.caution),
                "needs": [say(name) for name in one.needs],
                "sources": list(one.sources),
            }
            for one in plan.monitoring.instruments
        ],
        "figures": [
            {
                "id": one.id,
                "need": one.need,
                "instrument": say(one.instrument),
                "text": say(one.text),
                "sources": list(one.sources),
            }
            for one in plan.monitoring.figures
        ],
        "without_figure": [say(name) for name in plan.monitoring.without_figure],
    }


def _around(plan: Plan, say: Speaker) -> Data:
    """What stands around the plan: referral, first steps, the head, network, programmes."""
    return {
        "referrals": [
            {"id": r.id, "text": say(r.text), "on_top": r.on_top} for r in plan.referrals
        ],
        "first_steps": [say(step) for step in plan.first_steps],
        "head": say(plan.head),
        "network": {
            "question": say(plan.network.question),
            "aim": None if plan.network.aim is None else say(plan.network.aim),
            "shares": plan.network.shares,
            "share": [say(text) for text in plan.network.share],
            "meetings": [say(text) for text in plan.network.meetings],
            "join": say(plan.network.join),
            "asks": [say(text) for text in plan.network.asks],
        },
        "kit": {
            "decisions": [say(text) for text in plan.kit.decisions],
            "for_team": say(plan.kit.for_team),
            "for_parents": say(plan.kit.for_parents),
        },
        "programmes": [
            {
                "intervention": intervention,
                "id": programme.id,
                "name": programme.name,
                "origin": say.origin(programme.id, "programmes"),
                "level": None if programme.level is None else say(programme.level),
                "decided": say(programme.decided),
                "link": programme.link,
            }
            for intervention, programme in plan.programmes
        ],
    }
