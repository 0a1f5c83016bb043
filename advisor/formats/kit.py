"""The meeting kit: an hour of talk about the plan with its decisions, and what to tell others."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.formats.escape import escape, shorten
from advisor.formats.evidence import differences
from advisor.formats.page import LONGEST_NAME
from advisor.formats.respondents import talking_points
from advisor.formats.voice import Voice, bullets, numbered, paragraphs, sentence, table
from advisor.formats.what_if import matters
from advisor.model.knowledge import Knowledge
from advisor.model.lines import QuestionLine, State
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures
from advisor.texts import Lang

_ORDER = (State.OPEN, State.UNKNOWN, State.PARTLY, State.IN_PLACE)
_MOST_UNKNOWN = 3


def render(plan: Plan, knowledge: Knowledge, lang: Lang) -> str:
    """The kit alone, to hand out; its sources stand in the annex of the plan."""
    voice = Voice(knowledge, lang)
    title = voice.word("annex-kit")
    if plan.school.strip():
        title = f"{title}: {escape(shorten(plan.school, LONGEST_NAME))}"
    return paragraphs(f"# {title}", kit(plan, [], voice)) + "\n"


def kit(plan: Plan, sources: list[str], voice: Voice) -> str:
    """Agenda, what differs or is not known, decisions, the five questions, and two paragraphs."""
    ordered = sorted(plan.implementation, key=lambda q: _ORDER.index(q.state))
    return paragraphs(
        f"**{voice.word('kit-agenda')}**",
        numbered(_agenda(plan, ordered, voice)),
        *_talking_points(plan, voice),
        *_decisions(plan, voice),
        f"**{voice.word('kit-questions')}**",
        *(
            _question(question, differences(plan, question.id, sources, voice), voice)
            for question in ordered
        ),
        *_told(plan, voice),
    )


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
        voice.word(_runs(plan, voice)),
        voice.word("agenda-decisions" if plan.kit.decisions else "agenda-no-decisions"),
        voice.word(key, names=voice.listed(names)),
        voice.word("agenda-close"),
    ]


def _runs(plan: Plan, voice: Voice) -> str:
    """The word for what to say of what runs: something, nothing, or not known."""
    if plan.existing:
        return "agenda-existing"
    (running,) = voice.knowledge.questionnaire.measuring(Measures.RUNNING)
    known = running.id in plan.answers.values
    return "agenda-nothing-runs" if known else "agenda-runs-unknown"


def _talking_points(plan: Plan, voice: Voice) -> Iterator[str]:
    """What respondents answered differently, and what nobody knows yet but matters."""
    points = talking_points(plan, voice)
    if points:
        yield f"**{voice.word('kit-differences')}**"
        yield bullets(points)
    left_open = plan.open_answers
    told = [] if left_open is None else matters(left_open, plan, voice, _MOST_UNKNOWN, 0)
    _, *unknown = told or [""]
    if unknown:
        yield f"**{voice.word('kit-unknown')}**"
        yield bullets(unknown)


def _decisions(plan: Plan, voice: Voice) -> Iterator[str]:
    if plan.kit.decisions:
        yield f"**{voice.word('kit-decisions')}**"
        head = [voice.word(f"col-{key}") for key in ("decision", "agreed", "who", "when")]
        room = [_blank(2), _blank(1), _blank(1)]
        yield table(head, [[voice.say(one), *room] for one in plan.kit.decisions])


def _question(question: QuestionLine, differ: list[str], voice: Voice) -> str:
    state = voice.word(f"state-{question.state.value}")
    return paragraphs(
        f"**{voice.say(question.question)}** ({state})",
        sentence(voice.say(question.answer)),
        bullets(differ),
        voice.word("kit-agreed", room=_blank(5)),
        voice.word("kit-who-when", who=_blank(2), when=_blank(2)),
    )


def _told(plan: Plan, voice: Voice) -> Iterator[str]:
    """What council and team, and what parents can be told."""
    for key, text in (("team", plan.kit.for_team), ("parents", plan.kit.for_parents)):
        yield f"**{voice.word(f'kit-{key}')}**"
        yield voice.say(text)


def _blank(length: int) -> str:
    """Room to write, in parts that can break over lines."""
    return " ".join(["\\_" * 10] * length)
