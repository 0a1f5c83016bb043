"""One item of a plan explained, as Markdown: why or why not, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.formats.evidence import claims_of_type, evidence_of_type
from advisor.formats.existing import decision_key
from advisor.formats.notes import render_sources, sources_of, tell_reason
from advisor.formats.page import role
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence, uncapital
from advisor.formats.what_if import tell_changes, tell_difference, tell_move
from advisor.model.combination import Status
from advisor.model.explanation import Explained, Explanation, Without
from advisor.model.interventions import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.lines import ExistingLine, Item
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.model.what_if import Turn, Way
from advisor.texts import Lang, Text, show_date

ENTRIES = ("interventions", "foundations", "activities", "implementation")
"""The kinds of entry that can be explained."""


def render(one: Explanation, knowledge: Knowledge, lang: Lang) -> str:
    """The explanation as Markdown."""
    voice = Voice(knowledge, lang)
    reasons = reasons_of(one)
    sources = sources_of((*reasons, *_claims(one, voice)))
    parts = [
        ("why" if _is_there(one) else "why-not", _why(reasons, sources, voice)),
        ("without", _without(one, voice)),
        ("evidence", _evidence(one, sources, voice)),
        ("firm", _firm(one, voice)),
        ("turn", _turn(one, voice)),
        ("way-with" if one.left_out else "way-without", _way(one, voice)),
        ("sources", render_sources(sources, voice)),
    ]
    told = [f"## {voice.word(f'explain-{key}')}\n\n{text}" for key, text in parts if text]
    name = capital(voice.say(one.name)) + voice.own(one.id, *ENTRIES)
    return paragraphs(
        f"# {voice.word('explain-title', item=name)}",
        *_where(one, voice),
        *told,
    )


def reasons_of(one: Explanation) -> tuple[Reason, ...]:
    """Every reason behind where the item stands, each once."""
    nothing = Text("", "")
    found: list[Reason] = []
    for line in (one.item, one.existing, one.left_out):
        found += line.reasons if line is not None else ()
    if one.question is not None:
        found.append(Reason(one.id, nothing, one.question.grounds, one.question.sources))
        found += [
            Reason(
                action.reason.rule,
                Text.sentences((action.what, action.reason.because)),
                action.reason.answers,
                action.reason.sources,
            )
            for action in one.question.actions
        ]
    known = tuple(ground for ground in one.grounds if ground.value is not None)
    if known:
        found.append(Reason(one.id, nothing, known, ()))
    return tuple(dict.fromkeys(found))


def _where(one: Explanation, voice: Voice) -> Iterator[str]:
    """For which school this is, and where the item stands in its plan."""
    plan = one.plan
    yield voice.word(
        "explain-school",
        school=voice.say(Text.same(plan.school)),
        date=voice.say(show_date(plan.date)),
    )
    if one.item is not None:
        yield voice.word(
            "explain-in", role=role(one.item, plan, voice), start=_start(one.item, voice)
        )
        if one.item.form is not None:
            yield voice.word(
                "explain-form", form=voice.inside(one.item.name), whom=voice.inside(one.item.whom)
            )
    elif one.left_out is not None and one.existing is None:
        yield voice.word("explain-out")
    if one.existing is not None:
        is_out = one.item is None and one.left_out is not None
        key = "explain-out-runs" if is_out else "explain-existing"
        yield voice.word(key, decision=_decision(one.existing, voice))
    if one.question is not None:
        yield voice.word("explain-question", state=voice.word(f"state-{one.question.state.value}"))
    if one.grounds:
        is_foundation = one.kind is Explained.FOUNDATION
        is_known = all(ground.value is not None for ground in one.grounds)
        known = "explain-not-running" if is_known else "explain-not-known"
        yield voice.word("explain-not-asked" if is_foundation else known)


def _is_there(one: Explanation) -> bool:
    """Whether it is in the plan, runs, or is one of the questions that every plan answers."""
    is_foundation = one.kind is Explained.FOUNDATION
    return one.item is not None or (one.left_out is None and not (one.grounds and is_foundation))


def _decision(line: ExistingLine, voice: Voice) -> str:
    if line.host is not None:
        return voice.word("joins", host=voice.inside(line.host))
    return uncapital(voice.word(f"decision-{decision_key(line)}"))


def _start(item: Item, voice: Voice) -> str:
    if item.start is not None:
        return voice.word("starts", year=item.start)
    return voice.word("explain-runs" if item.year is not None else "explain-undated")


def _why(reasons: tuple[Reason, ...], sources: list[str], voice: Voice) -> str:
    return bullets(dict.fromkeys(_reason(reason, sources, voice) for reason in reasons))


def _reason(reason: Reason, sources: list[str], voice: Voice) -> str:
    """A reason, or only the answers in which something was read."""
    told = tell_reason(reason, sources, voice)
    return told if voice.say(reason.because) else f"{voice.word('explain-answers')} {told}"


def _without(one: Explanation, voice: Voice) -> str:
    if one.item is None or one.item.status is Status.FIND_OUT:
        return ""
    told = bullets(sentence(_left(line, voice)) for line in one.without)
    return told or voice.word("without-none")


def _left(line: Without, voice: Voice) -> str:
    need = voice.say(line.name)
    now = voice.word(f"cover-{line.cover.value}-word")
    then = voice.word(f"cover-{line.then.value}-word")
    if now == then:
        return voice.word("without-same", need=need, now=now)
    return voice.word("without-need", need=need, now=now, then=then)


def _claims(one: Explanation, voice: Voice) -> tuple[Claim, ...]:
    intervention = voice.knowledge.catalogue.interventions.get(one.id)
    return () if intervention is None else claims_of_type(intervention, one.plan)


def _evidence(one: Explanation, sources: list[str], voice: Voice) -> str:
    intervention = voice.knowledge.catalogue.interventions.get(one.id)
    if intervention is None:
        return ""
    form = one.item.form if one.item else None
    return paragraphs(*evidence_of_type(intervention, form, one.plan, sources, voice))


def _firm(one: Explanation, voice: Voice) -> str:
    if one.firmness is None:
        return ""
    if one.firmness.is_firm:
        return voice.word("explain-is-firm")
    moves = [sentence(tell_move(move, voice)) for move in one.firmness.hangs_on]
    return paragraphs(voice.word("explain-hangs-on"), bullets(moves))


def _turn(one: Explanation, voice: Voice) -> str:
    """What turns the item; where one step takes it out, that has been said already."""
    if one.turn is None or (one.firmness is not None and not one.firmness.is_firm):
        return ""
    side = "out" if one.item is not None else "in" if one.existing is None else "stays"
    if not one.turn.changes:
        return _rule(one, one.turn, voice)
    kind = f"{side}-pair" if len(one.turn.changes[0]) > 1 else side
    return paragraphs(voice.word(f"turn-{kind}"), bullets(tell_changes(one.turn.changes, voice)))


def _rule(one: Explanation, turn: Turn, voice: Voice) -> str:
    """What holds an item that no other answer turns."""
    held = next((r for r in reasons_of(one) if r.rule == turn.rule), None)
    if held is None:
        return ""
    key = "turn-rule" if one.item is None else "turn-firm"
    return voice.word(key, rule=sentence(voice.say(held.because)))


def _way(one: Explanation, voice: Voice) -> str:
    if one.left_out is not None and one.way is None:
        return voice.word("way-none-with")
    if one.way is None:
        return ""
    told = tell_difference(one.way.difference, one.plan, voice)
    return paragraphs(
        voice.word("way", difference=told, step=voice.inside(one.way.step.name)),
        _hours(one.way, one.plan, voice),
    )


def _hours(way: Way, plan: Plan, voice: Voice) -> str:
    """What the other plan asks of the coordinator in the first year in which that differs."""
    chosen = {use.year: use.asked for use in plan.use if use.unit == "hours"}
    capacity = next((use.capacity for use in plan.use if use.unit == "hours"), None)
    for use in way.use:
        year = plan.years[use.year - 1]
        if use.capacity == capacity and use.asked != chosen[year]:
            return voice.word("way-hours", year=year, other=use.asked, chosen=chosen[year])
    return ""
