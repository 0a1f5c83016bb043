"""The comparison on what was carried out of the plan of then."""

from __future__ import annotations

from advisor.formats.existing import ran_name
from advisor.formats.voice import Voice, capital, paragraphs, table, uncapital
from advisor.model.combination import Decision, Status
from advisor.model.comparison import (
    Advice,
    AdvisedDecision,
    Carried,
    CarriedOut,
    Comparison,
    Followed,
)
from advisor.model.lines import Kind
from advisor.model.profile import Runs

_STATES = {
    Carried.DONE: "cmp-done",
    Carried.UNDER_WAY: "cmp-under-way",
    Carried.OTHER_FORM: "cmp-other-form",
    Carried.NOT_YET: "cmp-not-yet",
    Carried.LATER: "cmp-later",
    Carried.STOPPED: "cmp-stopped-again",
    Carried.UNKNOWN: "cmp-carried-unknown",
}


def carried_out_section(comparison: Comparison, voice: Voice) -> str:
    """Each thing that the plan asked, beside how it is now."""
    if not comparison.points:
        return voice.word("cmp-carried-nothing")
    no_plan = voice.word("cmp-no-plan-then") if comparison.before.edition is None else ""
    head = [voice.word(key) for key in ("col-what", "cmp-col-then", "cmp-col-now")]
    return paragraphs(no_plan, table(head, [_row(point, voice) for point in comparison.points]))


def _row(point: CarriedOut | Followed, voice: Voice) -> list[str]:
    if isinstance(point, CarriedOut):
        advice = point.advice
        return [capital(voice.say(advice.name)), show_advice(advice, voice), _how_far(point, voice)]
    decided = point.decided
    asked = voice.word(f"decision-{decision_key(decided)}")
    return [capital(ran_name(decided, voice)), uncapital(asked), _what_came(point, voice)]


def show_advice(advice: Advice, voice: Voice) -> str:
    """How an item was part of the plan, and from when."""
    is_begun = advice.status in {Status.NEW, Status.STRENGTHENED}
    is_built = is_begun and advice.kind is Kind.FOUNDATION
    status = voice.word("role-foundation" if is_built else f"status-{advice.status.value}")
    if not is_begun:
        return status
    if advice.start is None:
        return voice.word("cmp-asked-no-date", status=status)
    return voice.word("cmp-asked-from", status=status, year=advice.start)


def decision_key(decided: AdvisedDecision) -> str:
    """The decision in words; a form that was not known was to be looked at first."""
    is_unknown = decided.decision is Decision.CHANGE_FORM and decided.form is None
    return "find-out" if is_unknown else decided.decision.value


def _how_far(point: CarriedOut, voice: Voice) -> str:
    is_still = point.as_before and point.carried is Carried.UNDER_WAY
    state = voice.word("cmp-as-before" if is_still else _STATES[point.carried])
    return _with_runs(state, point, voice)


def _what_came(point: Followed, voice: Voice) -> str:
    """What became of something that ran: ended, changed, or still as it was."""
    decision, is_done = point.decided.decision, point.carried is Carried.DONE
    if is_done and point.runs is None:
        return voice.word("cmp-ended")
    if is_done and decision is Decision.CHANGE_FORM:
        return voice.word("cmp-found-out")
    if point.carried is Carried.NOT_YET and decision is Decision.LET_END:
        state = voice.word("cmp-still-runs")
        return _with_runs(state, point, voice) if point.runs is Runs.EMBEDDED else state
    is_unknown = point.carried is Carried.NOT_YET and decision_key(point.decided) == "find-out"
    key = "cmp-not-found-out" if is_unknown else _STATES[point.carried]
    if point.carried is Carried.UNDER_WAY and point.as_before:
        key = "cmp-runs-as-before"
    return _with_runs(voice.word(key), point, voice)


def _with_runs(state: str, point: CarriedOut | Followed, voice: Voice) -> str:
    if point.runs is None:
        return state
    return f"{state} ({voice.word(f'runs-{point.runs.value}')})"
