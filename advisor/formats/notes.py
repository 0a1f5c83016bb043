"""The numbers behind a plan: each item has one, and the annex tells its reasons and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from advisor.formats.grounds import cite, show_grounds
from advisor.formats.voice import Voice, bullets, capital, numbered, sentence
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Text


class Sourced(Protocol):
    """What rests on sources."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Their ids."""


_ENTRIES: Mapping[str, tuple[str, ...]] = {
    "item": ("interventions", "foundations"),
    "existing": ("activities", "interventions"),
    "question": ("implementation",),
    "lasting": ("lasting",),
    "circumstance": ("circumstances",),
    "fair": ("interventions",),
    "goal": ("needs",),
    "partner": ("partners",),
}
"""Of what kinds of entry a note can be; any other is of a rule, which its reason names."""

_RULES = ("rules", "steps", "existing", "left_out")
"""The kinds of entry that a reason can name as its rule."""


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered note: an item of the plan with its reasons."""

    kind: str
    id: str
    title: Text
    reasons: tuple[Reason, ...]

    def render_title(self, voice: Voice) -> str:
        """What the note is about, and whose own knowledge that is."""
        own = voice.own(self.id, *_ENTRIES.get(self.kind, ()))
        title = capital(voice.say(self.title))
        return f"{title.rstrip('.')}{own}" if own else title


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of a plan in order, found back by kind and id; without an annex nothing shows."""

    every: tuple[Note, ...]
    numbers: Mapping[tuple[str, str], int]
    shown: bool

    def mark(self, kind: str, item_id: str) -> str:
        """The number of an item, with a space before it; empty when there is no annex."""
        number = self.numbers.get((kind, item_id))
        return f" [{number}]" if self.shown and number is not None else ""


def number_notes(plan: Plan, shown: bool) -> Notes:
    """The notes of a plan, numbered in the order of the plan."""
    every = tuple(_notes(plan))
    numbers = {(note.kind, note.id): n for n, note in enumerate(every, start=1)}
    return Notes(every, numbers, shown)


def _notes(plan: Plan) -> Iterator[Note]:
    nothing = Text("", "")
    for item in plan.combination:
        yield Note("item", item.id, item.name, item.reasons)
    for ran in plan.existing:
        yield Note("existing", ran.id, ran.name, ran.reasons)
    for question in plan.implementation:
        own = Reason(question.id, nothing, question.grounds, question.sources)
        actions = tuple(action.reason for action in question.actions)
        yield Note("question", question.id, question.name, (own, *actions))
    for check in plan.lasting:
        reason = Reason(check.id, nothing, check.grounds, check.sources)
        yield Note("lasting", check.id, check.name, (reason,))
    for point in plan.weak_points:
        yield Note("weak", point.reason.rule, point.text, (point.reason,))
    for one in plan.equal_opportunities:
        reason = Reason(one.id, nothing, one.grounds, one.sources)
        yield Note("circumstance", one.id, one.name, (reason,))
    for line in plan.fair:
        yield Note("fair", line.item, line.name, (_without_why(line.reason),))
    for approval in plan.approvals:
        yield Note("approval", approval.reason.rule, approval.who, (approval.reason,))
    for goal in plan.monitoring.goals:
        yield Note("goal", goal.need, goal.goal, (_without_why(goal.reason),))
    for watch in plan.monitoring.apart:
        yield Note("watch", watch.reason.rule, watch.text, (watch.reason,))
    for partner in (*plan.partners, *plan.more_partners):
        yield Note("partner", partner.id, partner.name, (_without_why(partner.reason),))
    for notice in plan.notices:
        yield Note("notice", notice.id, notice.text, (notice.reason,))


def _without_why(reason: Reason) -> Reason:
    """The reason of a line that says why itself."""
    return replace(reason, because=Text("", ""))


def render_notes(notes: Notes, sources: list[str], voice: Voice) -> str:
    """Every note with why, on which answers and from which sources."""
    return "\n\n".join(
        f"**[{number}] {note.render_title(voice)}**\n\n{_tell(note, sources, voice)}"
        for number, note in enumerate(notes.every, start=1)
    )


def _tell(note: Note, sources: list[str], voice: Voice) -> str:
    told = (tell_reason(reason, sources, voice, note.id) for reason in note.reasons)
    return bullets(dict.fromkeys(told))


def tell_reason(reason: Reason, sources: list[str], voice: Voice, about: str = "") -> str:
    """Why, on which answers, from which sources (by their number in the list)."""
    why = sentence(voice.say(reason.because))
    own = sentence(voice.origin(reason.rule, *_RULES))
    answers = voice.word("on-answers", answers=show_grounds(reason.answers, voice, about))
    pointer = sentence(point_to(reason.sources, sources, voice))
    parts = [why, answers if reason.answers else "", pointer, own]
    return " ".join(part for part in parts if part)


def point_to(ids: tuple[str, ...], sources: list[str], voice: Voice) -> str:
    """Where a claim comes from: sources by their number in the list, and our own judgement."""
    numbers = sorted(sources.index(s) + 1 for s in ids if s in sources)
    found = [voice.word("source-numbers", numbers=", ".join(map(str, numbers)))] if numbers else []
    if not sources and set(ids) - {ESTIMATE}:
        found = [voice.word("research")]
    found += [voice.word("estimate")] if ESTIMATE in ids else []
    return "; ".join(found)


def list_sources(notes: Notes, more: Iterable[Sourced] = ()) -> list[str]:
    """The ids of all sources behind a plan, in order of use."""
    reasons = [reason for note in notes.every for reason in note.reasons]
    return sources_of((*reasons, *more))


def sources_of(told: Iterable[Sourced]) -> list[str]:
    """The ids of all sources, each once, in order of use; our own judgement is none."""
    every = dict.fromkeys(source for one in told for source in one.sources)
    return [source for source in every if source != ESTIMATE]


def render_sources(sources: Iterable[str], voice: Voice) -> str:
    """The numbered list of sources."""
    return numbered(cite(source, voice) for source in sources)
