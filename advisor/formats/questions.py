"""The plan on the five questions: where the school stands, and what it does in year one."""

from __future__ import annotations

from advisor.formats.calendar import name_period
from advisor.formats.depths import Section
from advisor.formats.evidence import differing
from advisor.formats.grounds import show_grounds
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, paragraphs, sentence, table
from advisor.model.lines import QuestionLine
from advisor.model.plan import Plan, hours_of_actions

_ALL = 99
_FEWER_ACTIONS = (2, 1)


def questions_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """The five questions with the answers behind them, per type what differs, and the actions."""
    questions = plan.implementation
    states = [_state(question, notes, voice, True) for question in questions]
    differ = [
        " ".join([s, *_differs(q, plan, voice)]) for s, q in zip(states, questions, strict=True)
    ]
    least = [_state(q, notes, voice, False) for q in questions if not q.actions]
    hours = _hours(plan, voice)
    variants = [
        paragraphs(bullets(told), _table(plan, _ALL, voice), hours)
        for told in (differ, states, least)
    ]
    variants += [
        paragraphs(bullets(least), _table(plan, most, voice), _left(plan, most, voice), hours)
        for most in _FEWER_ACTIONS
    ]
    return Section("questions", f"## {voice.word('plan-questions')}", tuple(variants))


def _state(question: QuestionLine, notes: Notes, voice: Voice, with_answers: bool) -> str:
    mark = notes.mark("question", question.id)
    state = voice.word(f"state-{question.state.value}")
    told = f"**{voice.say(question.question)}**{mark} {sentence(state)}"
    if not with_answers or not question.grounds:
        return told
    return f"{told} {sentence(show_grounds(question.grounds, voice))}"


def _differs(question: QuestionLine, plan: Plan, voice: Voice) -> list[str]:
    """What the question asks otherwise of the types in the plan; the annex has the sources."""
    return [
        f"*{voice.say(item.name)}:* {sentence(voice.say(claim.text))}"
        for item, claim in differing(plan, question.id, voice.knowledge)
    ]


def _table(plan: Plan, most: int, voice: Voice) -> str:
    head = [voice.word(f"col-{key}") for key in ("question", "what", "who", "when", "done")]
    return table(
        head, [row for q in plan.implementation for row in _actions(q, plan, voice)[:most]]
    )


def _left(plan: Plan, most: int, voice: Voice) -> str:
    """How many actions stand in the annex alone."""
    left = sum(max(0, len(question.actions) - most) for question in plan.implementation)
    return voice.counted("actions-in-annex", left) if left else ""


def _actions(question: QuestionLine, plan: Plan, voice: Voice) -> list[list[str]]:
    return [
        [
            _named(question, voice) if index == 0 else "",
            voice.say(action.what),
            voice.say(action.role),
            name_period(action.period, plan.under_way, voice)
            if action.period
            else voice.word("no-period"),
            voice.say(action.done),
        ]
        for index, action in enumerate(question.actions)
    ]


def _named(question: QuestionLine, voice: Voice) -> str:
    return f"{voice.say(question.name)} ({voice.word(f'state-{question.state.value}')})"


def _hours(plan: Plan, voice: Voice) -> str:
    """What the actions ask of the coordinator, within what the parts of the plan leave."""
    actions = [action for question in plan.implementation for action in question.actions]
    asked = hours_of_actions(plan.implementation)
    if all(action.period is None for action in actions):
        return ""
    told = voice.counted("actions-ask", asked) if asked else voice.word("actions-ask-none")
    if any(action.handed_over for action in actions):
        return f"{told} {voice.word('actions-handed-over')}"
    return told
