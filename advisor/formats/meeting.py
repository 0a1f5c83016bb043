"""What a team meets with: the learning network, the meeting kit, and how to read the plan."""

from __future__ import annotations

from advisor.formats.evidence import differences
from advisor.formats.respondents import talking_points
from advisor.formats.voice import Voice, bullets, numbered, paragraphs, sentence
from advisor.model.lines import QuestionLine, State
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures

_LIMITS = ("abroad", "read", "estimate", "people")
_BLANK = " ".join(["\\_" * 20] * 3)
_ORDER = (State.OPEN, State.UNKNOWN, State.PARTLY, State.IN_PLACE)


def network(plan: Plan, voice: Voice) -> str:
    """The learning question, what the school can share, and the series of meetings."""
    told = plan.network
    shared = [sentence(voice.say(text)) for text in told.share]
    meetings = [sentence(voice.say(text)) for text in told.meetings]
    return paragraphs(
        voice.word("network-key"),
        f"**{voice.word('network-question')}** {sentence(voice.say(told.question))}",
        f"**{voice.word('network-share')}**\n\n{bullets(shared)}" if shared else "",
        f"**{voice.word('network-meetings')}**\n\n{numbered(meetings)}" if meetings else "",
    )


def kit(plan: Plan, sources: list[str], voice: Voice) -> str:
    """An agenda of an hour on this school's own points, and the five questions with room."""
    ordered = sorted(plan.implementation, key=lambda q: _ORDER.index(q.state))
    return paragraphs(
        f"**{voice.word('kit-agenda')}**",
        numbered(_agenda(plan, ordered, voice)),
        *_differences(plan, voice),
        f"**{voice.word('kit-questions')}**",
        *(
            _room(question, differences(plan, question.id, sources, voice), voice)
            for question in ordered
        ),
    )


def _differences(plan: Plan, voice: Voice) -> list[str]:
    """What respondents answered differently and what matters, with room for what is agreed."""
    points = talking_points(plan, voice)
    if not points:
        return []
    room = f"{voice.word('kit-ours')} {_BLANK}"
    return [f"**{voice.word('kit-differences')}**", bullets(points), room]


def _agenda(plan: Plan, ordered: list[QuestionLine], voice: Voice) -> list[str]:
    needs = [need for need in plan.raised if need.first] or list(plan.raised)
    seen = voice.listed(voice.inside(need.name) for need in needs[:3])
    weak = [q for q in ordered if q.state is not State.IN_PLACE]
    names = [voice.quoted(voice.say(question.name)) for question in (weak or ordered)[:2]]
    differ = any(line.matters for line in plan.differences)
    key = "agenda-questions-short" if differ else "agenda-questions"
    return [
        voice.word("agenda-needs", needs=seen) if seen else voice.word("agenda-no-needs"),
        *([voice.word("agenda-differences")] if differ else []),
        voice.word("agenda-existing" if plan.existing else "agenda-nothing-runs"),
        voice.word(key, names=voice.listed(names)),
        voice.word("agenda-steps"),
        voice.word("agenda-close"),
    ]


def _room(question: QuestionLine, differ: list[str], voice: Voice) -> str:
    state = voice.word(f"state-{question.state.value}")
    return paragraphs(
        f"**{voice.say(question.question)}** ({state})",
        sentence(voice.say(question.answer)),
        bullets(differ),
        f"{voice.word('kit-ours')} {_BLANK}",
    )


def limits(plan: Plan, voice: Voice) -> str:
    """How to read the plan and what it cannot do."""
    told = [voice.word(f"limits-{key}") for key in _LIMITS]
    option = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0].option(plan.sector or "")
    # No evidence of its own: what is known of pupils of these ages elsewhere is read instead.
    if option is not None and option.id not in option.reads:
        told.append(voice.word("limits-so"))
    return bullets(told)
