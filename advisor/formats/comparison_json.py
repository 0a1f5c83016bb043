"""A comparison as JSON: one object with a version, in a stable order."""

from __future__ import annotations

from advisor.formats.json_data import Data, show_json, value_data
from advisor.model.comparison import (
    Advice,
    AdviceChange,
    AdvisedDecision,
    CarriedOut,
    Comparison,
    DecisionChange,
    Followed,
    Moment,
)
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Runs
from advisor.model.vocabulary import Level
from advisor.texts import Lang

SCHEMA = 1


def render(comparison: Comparison, knowledge: Knowledge, lang: Lang) -> str:
    """The whole comparison; ids for programs, names in `lang` for who reads along."""
    return show_json(_as_data(comparison, knowledge, lang))


def _as_data(comparison: Comparison, knowledge: Knowledge, lang: Lang) -> Data:
    return {
        "schema": SCHEMA,
        "lang": lang.value,
        "school": comparison.school,
        "before": _moment(comparison.before),
        "after": _moment(comparison.after),
        "reversed": comparison.is_reversed,
        "knowledge": {"now": knowledge.edition, "basis": comparison.basis.value},
        "carried_out": [_carried_out(one, lang) for one in comparison.carried_out],
        "decisions": [_followed(one, lang) for one in comparison.followed],
        "needs": _needs(comparison, lang),
        "activities": _activities(comparison, lang),
        "advice": {
            "combination": [_item(change, lang) for change in comparison.items],
            "existing": [_decision(change, lang) for change in comparison.existing],
        },
        "answers": _answers(comparison, knowledge, lang),
    }


def _moment(moment: Moment) -> Data:
    return {
        "date": None if moment.date is None else moment.date.isoformat(),
        "plan": moment.edition is not None,
        "knowledge": moment.edition,
        "not_asked": [{"question": n.question, "option": n.option} for n in moment.not_asked],
    }


def _carried_out(one: CarriedOut, lang: Lang) -> Data:
    return {
        "id": one.advice.id,
        "name": one.advice.name.say(lang),
        "asked": _advice(one.advice),
        "state": one.carried.value,
        "runs": _runs(one.runs),
        "as_before": one.as_before,
    }


def _followed(one: Followed, lang: Lang) -> Data:
    return {
        "id": one.decided.id,
        "name": one.decided.name.say(lang),
        "asked": _decided(one.decided),
        "state": one.carried.value,
        "runs": _runs(one.runs),
        "as_before": one.as_before,
    }


def _needs(comparison: Comparison, lang: Lang) -> list[Data]:
    return [
        {
            "id": need.id,
            "name": need.name.say(lang),
            "change": need.shift.value,
            "before": _level(need.before),
            "after": _level(need.after),
            "first_before": need.first_before,
            "first_after": need.first_after,
        }
        for need in comparison.needs
    ]


def _activities(comparison: Comparison, lang: Lang) -> list[Data]:
    return [
        {
            "id": one.id,
            "name": one.name.say(lang),
            "change": one.became.value,
            "before": _runs(one.before),
            "after": _runs(one.after),
            "form": None if one.form is None else one.form.say(lang),
        }
        for one in comparison.activities
    ]


def _item(change: AdviceChange, lang: Lang) -> Data:
    named = change.after or change.before
    return {
        "id": change.id,
        "name": None if named is None else named.name.say(lang),
        "change": _kind_of(change),
        "cause": change.cause.value,
        "before": None if change.before is None else _advice(change.before),
        "after": None if change.after is None else _advice(change.after),
    }


def _decision(change: DecisionChange, lang: Lang) -> Data:
    named = change.after or change.before
    return {
        "id": change.id,
        "name": None if named is None else named.name.say(lang),
        "change": _kind_of(change),
        "cause": change.cause.value,
        "before": None if change.before is None else _decided(change.before),
        "after": None if change.after is None else _decided(change.after),
    }


def _kind_of(change: AdviceChange | DecisionChange) -> str:
    if change.before is None:
        return "came-in"
    return "dropped-out" if change.after is None else "changed"


def _advice(advice: Advice) -> Data:
    return {
        "kind": advice.kind.value,
        "form": advice.form,
        "status": advice.status.value,
        "start": advice.start,
    }


def _decided(decided: AdvisedDecision) -> Data:
    return {"form": decided.form, "decision": decided.decision.value}


def _answers(comparison: Comparison, knowledge: Knowledge, lang: Lang) -> list[Data]:
    """What was answered otherwise; an answer that is not known is null."""
    questions = knowledge.questionnaire.questions
    return [
        {
            "question": change.question,
            "text": questions[change.question].text.say(lang),
            "before": value_data(change.before),
            "after": value_data(change.after),
        }
        for change in comparison.answers
    ]


def _runs(runs: Runs | None) -> str | None:
    return None if runs is None else runs.value


def _level(level: Level | None) -> str:
    return "unknown" if level is None else level.name.lower()
