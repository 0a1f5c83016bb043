"""The plan on what runs, what is not known and what the reader must know."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.formats.depths import Section
from advisor.formats.escape import escape, shorten
from advisor.formats.grounds import LONGEST_ANSWER, show_asked
from advisor.formats.notes import Notes
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence
from advisor.formats.what_if import matters
from advisor.model.combination import Decision
from advisor.model.comparison import ActivityChange, AdvisedDecision
from advisor.model.lines import ExistingLine, Kind, Passed, UnknownLine
from advisor.model.plan import Plan
from advisor.model.questionnaire import Measures

_UNKNOWNS = ((40, 3), (6, 2), (6, 1), (6, 0), (3, 0))
"""How many unknown answers are named of each kind, and how many possible answers of each."""

_MOST_NOTICES = (20, 4, 2)
"""The notices that stand in longer plans; the annex has them all."""


def existing_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """What runs, by decision, with the first step of each."""
    full, brief, least = (
        bullets(_by_decision(plan.existing, notes, voice, *told))
        for told in ((True, True), (False, True), (False, False))
    )
    lasts = paragraphs(_named(plan, voice), _from_loose_to_fixed(plan, voice), _freed(plan, voice))
    variants = (paragraphs(full, lasts), paragraphs(brief, lasts), brief, least)
    return Section("existing", f"## {voice.word('plan-existing')}", variants)


def _named(plan: Plan, voice: Voice) -> str:
    """What the school calls the things it does."""
    if plan.names is None or not plan.existing:
        return ""
    return voice.word("existing-names", text=escape(shorten(plan.names, LONGEST_ANSWER)))


def _from_loose_to_fixed(plan: Plan, voice: Voice) -> str:
    """What the school still lacks for what joins in or gets stronger to become fixed."""
    if all(line.embed is None for line in plan.existing):
        return ""
    lacking = [
        voice.inside(check.embeds)
        for check in plan.lasting
        if check.embeds is not None and check.state is not Passed.PASSED
    ]
    told = voice.word("to-fixed")
    return f"{told} {voice.word('to-fixed-lacks', items='; '.join(lacking))}" if lacking else told


def _freed(plan: Plan, voice: Voice) -> str:
    """The hours that come free, and the first new work that may take them."""
    hours = sum(line.frees or 0 for line in plan.existing)
    begun = [item for item in plan.combination if item.start is not None]
    if not hours:
        return ""
    if not begun:
        return voice.word("freed", n=hours)
    first = min(begun, key=lambda item: (item.start or "", item.kind is Kind.FOUNDATION))
    return voice.word("freed-for", n=hours, item=voice.inside(first.name))


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
            if with_why or (with_step and kind != Decision.KEEP.value):
                parts.append(voice.word("first-step", step=sentence(voice.say(step))))
            embeds = dict.fromkeys(line.embed for line in group if line.embed is not None)
            parts += [sentence(voice.say(embed)) for embed in embeds] if with_why else []
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
    name = voice.inside(line.ticked if as_ticked else line.name)
    return f"{name} ({', '.join(about)}){mark}"


def ran_name(line: ActivityChange | AdvisedDecision, voice: Voice) -> str:
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
    return Section("unknowns", f"## {voice.word('plan-unknowns')}", variants)


def _matters(plan: Plan, voice: Voice, most: int, answers: int) -> tuple[str, ...]:
    if plan.open_answers is None:
        return ()
    intro, *told = matters(plan.open_answers, plan, voice, most, answers) or [""]
    return intro, bullets(told)


def _unknowns(plan: Plan, voice: Voice, most: int) -> list[str]:
    told = []
    left_open = plan.open_answers
    named = set() if left_open is None else {matter.question for matter in left_open.matters}
    lines = [line for line in plan.unknowns if line.question not in named]
    for what in dict.fromkeys(line.for_what for line in lines):
        asked = [_asked(line, voice) for line in lines if line.for_what == what]
        left = len(asked) - most
        shown = asked[:most]
        shown += [voice.word("n-more", n=left)] if left > 0 else []
        questions = _one_by_one(shown)
        told.append(voice.word("unknowns-for", for_what=voice.say(what), questions=questions))
    if left_open is not None:
        others = [name for name in left_open.unknown if name not in named]
        told += _of_no_weight(others, plan, voice, most)
    return told


def _of_no_weight(names: list[str], plan: Plan, voice: Voice, most: int) -> list[str]:
    """The other questions without an answer; what decides something is told above."""
    decides = {line.question for line in plan.unknowns}
    left = [show_asked(name, voice).rstrip(".") for name in names if name not in decides]
    if not left:
        return []
    more = [voice.word("n-more", n=len(left) - most)] if len(left) > most else []
    return [voice.word("unknowns-rest", questions=_one_by_one([*left[:most], *more]))]


def _one_by_one(asked: list[str]) -> str:
    """The questions after each other; behind a question mark stands no semicolon."""
    told = ""
    for one in asked:
        told += f" {capital(one)}" if told.endswith("?") else f"; {one}" if told else one
    return sentence(told)


def _asked(line: UnknownLine, voice: Voice) -> str:
    """The question; a statement that is judged on a scale stands in quotation marks."""
    text = voice.say(line.text).rstrip(".")
    return text if text.endswith("?") else voice.quoted(text)


def notices_section(plan: Plan, notes: Notes, voice: Voice) -> Section:
    """What the reader must know."""
    lines = [sentence(voice.say(n.text)) + notes.mark("notice", n.id) for n in plan.notices]
    variants = tuple(bullets(lines[:most]) for most in _MOST_NOTICES)
    return Section("notices", f"## {voice.word('plan-notices')}", variants)
