"""The plan on what runs, what is not known and what the reader must know."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.depths import Section
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.formats.what_if import matters
from advisor.model.combination import Decision
from advisor.model.comparison import ActivityChange, AdvisedDecision
from advisor.model.lines import ExistingLine, UnknownLine
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures

_UNKNOWNS = ((40, 3), (6, 2), (3, 1), (1, 0))
"""How many unknown answers are named of each kind, and how many possible answers of each."""

_MOST_NOTICES = 4
"""The notices that stand in the very longest plans; the annex has them all."""


def existing_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """What runs, by decision, with the first step of each."""
    variants = tuple(
        bullets(_by_decision(plan.existing, notes, voice, *told))
        for told in ((True, True), (False, True), (False, False))
    )
    return Section(f"## {voice.word('plan-existing')}", variants, (6, 26))


def _by_decision(
    lines: Sequence[ExistingLine], notes: Notes, voice: Voice, with_why: bool, with_step: bool
) -> list[str]:
    told: list[str] = []
    order = list(Decision)
    ordered = sorted(lines, key=lambda line: order.index(line.decision))
    kinds = dict.fromkeys(decision_key(line) for line in ordered)
    for kind in kinds:
        of_kind = [line for line in lines if decision_key(line) == kind]
        for step in dict.fromkeys(line.first_step for line in of_kind):
            group = [line for line in of_kind if line.first_step == step]
            names = "; ".join(_runs(line, notes, voice, with_step) for line in group)
            whys = dict.fromkeys(sentence(voice.say(line.why)) for line in group)
            parts = [f"**{voice.word(f'decision-{kind}')}:** {names}."]
            parts += whys if with_why else []
            parts += [voice.word("first-step", step=sentence(voice.say(step)))] if with_step else []
            told.append(" ".join(parts))
    return told


def decision_key(line: ExistingLine) -> str:
    """The decision in words; a form that may do harm is found out before it changes."""
    return "find-out" if line.find_out else line.decision.value


def _runs(line: ExistingLine, notes: Notes, voice: Voice, as_ticked: bool) -> str:
    about = [voice.word(f"runs-{line.runs.value}")]
    if line.host is not None:
        about.append(voice.word("joins", host=voice.inside(line.host)))
    if line.frees:
        about.append(voice.word("frees", n=line.frees))
    mark = notes.mark("existing", line.id)
    name = ran_name(line, voice) if as_ticked else voice.inside(line.name)
    return f"{name} ({', '.join(about)}){mark}"


def ran_name(line: ExistingLine | ActivityChange | AdvisedDecision, voice: Voice) -> str:
    """What runs, as the school ticked it."""
    (running,) = voice.knowledge.questionnaire.measuring(Measures.RUNNING)
    option = running.option(line.id)
    return voice.inside(line.name if option is None else option.text)


def unknowns_section(plan: Plan, voice: Voice) -> Section:
    """Unknown answers: first those that could change the advice, then by what they decide."""
    variants = tuple(
        paragraphs(*_matters(plan, voice, most, answers), bullets(_unknowns(plan, voice, most)))
        for most, answers in _UNKNOWNS
    )
    return Section(f"## {voice.word('plan-unknowns')}", variants, (1, 9, 31))


def _matters(plan: Plan, voice: Voice, most: int, answers: int) -> tuple[str, ...]:
    if plan.second_look is None:
        return ()
    intro, *told = matters(plan.second_look, plan, voice, most, answers) or [""]
    return intro, bullets(told)


def _unknowns(plan: Plan, voice: Voice, most: int) -> list[str]:
    told = []
    look = plan.second_look
    named = {matter.question for matter in look.matters} if look is not None else set()
    lines = [line for line in plan.unknowns if line.question not in named]
    for what in dict.fromkeys(line.for_what for line in lines):
        asked = [_asked(line, voice) for line in lines if line.for_what == what]
        left = len(asked) - most
        shown = asked[:most]
        shown += [voice.word("n-more", n=left)] if left > 0 else []
        questions = sentence("; ".join(shown))
        told.append(voice.word("unknowns-for", for_what=voice.say(what), questions=questions))
    return told


def _asked(line: UnknownLine, voice: Voice) -> str:
    """The question; a statement that is judged on a scale stands in quotation marks."""
    text = voice.say(line.text).rstrip(".")
    return text if text.endswith("?") else voice.quoted(text)


def notices_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """What the reader must know."""
    lines = [sentence(voice.say(n.text)) + notes.mark("notice", n.id) for n in plan.notices]
    return Section(
        f"## {voice.word('plan-notices')}", (bullets(lines), bullets(lines[:_MOST_NOTICES])), (33,)
    )
