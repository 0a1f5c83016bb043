"""The annex: reasons and sources, what was left out, cover, programmes, network, meeting kit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from advisor.formats.depths import Section
from advisor.formats.escape import escape
from advisor.formats.evidence import claims_of, evidence
from advisor.formats.grounds import show_ground
from advisor.formats.kit import kit
from advisor.formats.monitoring import instruments
from advisor.formats.network import network
from advisor.formats.notes import (
    Notes,
    Sourced,
    list_sources,
    render_notes,
    render_sources,
    tell_reason,
)
from advisor.formats.partners import more_partners
from advisor.formats.reading import limits
from advisor.formats.respondents import every_difference, said_about
from advisor.formats.voice import Voice, bullets, paragraphs, sentence, table
from advisor.formats.what_if import firmness, room, what_if_in
from advisor.model.conditions import Ground
from advisor.model.interventions import Programme
from advisor.model.plan import Plan
from advisor.model.reasons import Reason
from advisor.texts import Text


def render_annex(plan: Plan, notes: Notes, shortened: Sequence[Section], voice: Voice) -> str:
    """The whole annex; among it in full what the page and the plan had to shorten."""
    look = plan.second_look
    left_out = (reason for left in plan.not_advised for reason in left.reasons)
    measuring: list[Sourced] = [*claims_of(plan, voice), *plan.monitoring.instruments]
    sources = list_sources(notes, (*measuring, *plan.monitoring.figures, *left_out))
    parts = [
        ("annex-limits", limits(plan, voice)),
        ("annex-evidence", evidence(plan, sources, voice)),
        ("annex-measuring", instruments(plan, sources, voice)),
        ("annex-partners", more_partners(plan, notes, voice)),
        ("annex-network", network(plan, voice)),
        ("annex-kit", kit(plan, sources, voice)),
        ("annex-programmes", _programmes(plan, voice)),
        ("annex-places", _places(voice)),
        ("annex-left-out", _left_out(plan, sources, voice)),
        ("annex-runner-up", _runner_up(plan, voice)),
        ("annex-firm", firmness(look, plan, voice) if look else ""),
        ("annex-room", room(look, plan, voice) if look else ""),
        ("annex-cover", _cover(plan, voice)),
        ("annex-in-full", _in_full(shortened, voice)),
        ("annex-reasons", render_notes(notes, sources, voice)),
        ("annex-answers", _answers(plan, notes, voice)),
        ("annex-differences", every_difference(plan, voice)),
        ("annex-sources", render_sources(sources, voice)),
    ]
    told = [f"## {voice.word(key)}\n\n{text}" for key, text in parts if text]
    return paragraphs(f"# {voice.word('annex')}", *told)


def _in_full(shortened: Iterable[Section], voice: Voice) -> str:
    """What the plan shortened; the differences have a part of the annex of their own."""
    elsewhere = {"title", "why", "differences"}
    told = (section for section in shortened if section.key not in elsewhere)
    return "\n\n".join(f"#{section.render(0)}" for section in told)


def _left_out(plan: Plan, sources: list[str], voice: Voice) -> str:
    """Each type that is not in the plan: all that was found, then the answers and the sources."""
    told = []
    for left in plan.not_advised:
        whole = Reason(
            left.id,
            Text.sentences(reason.because for reason in left.reasons),
            tuple(dict.fromkeys(ground for reason in left.reasons for ground in reason.answers)),
            tuple(dict.fromkeys(source for reason in left.reasons for source in reason.sources)),
        )
        name = f"{voice.say(left.name)}{voice.own(left.id, 'interventions')}"
        parts = [f"**{name}.**", tell_reason(whole, sources, voice)]
        told.append(" ".join([*parts, *what_if_in(left.id, plan, voice)]))
    return bullets(told)


def _runner_up(plan: Plan, voice: Voice) -> str:
    other = plan.runner_up
    if other is None:
        return ""
    names = "; ".join(voice.inside(name) for _, name in other.items)
    step = voice.inside(other.step_name)
    if not names:
        return voice.word("runner-up-nothing", step=step)
    return voice.word("runner-up", items=names, step=step)


def _cover(plan: Plan, voice: Voice) -> str:
    catalogue = voice.knowledge.catalogue
    names: dict[str, Mapping[str, Text]] = {
        "need": {line.id: line.name for line in plan.needs},
        "layer": {e.id: e.name for e in catalogue.layers.values()},
        "tier": {e.id: e.name for e in catalogue.tiers.values()},
        "theme": {e.id: e.name for e in catalogue.themes.values()},
        "pillar": {e.id: e.name for e in catalogue.pillars.values()},
    }
    return paragraphs(
        *(
            _frame(frame, cells, names.get(frame, {}), plan, voice)
            for frame, cells in plan.coverage.items()
        )
    )


def _frame(
    frame: str,
    cells: Mapping[str, tuple[str, ...]],
    names: Mapping[str, Text],
    plan: Plan,
    voice: Voice,
) -> str:
    rows = []
    for cell, ids in cells.items():
        found = [item for item in (plan.item(i) for i in ids) if item is not None]
        items = "; ".join(voice.say(item.name) for item in found)
        name = voice.say(names[cell]) if cell in names else escape(cell)
        rows.append([name, items or voice.word("cover-nothing")])
    return table([voice.word(f"frame-{frame}"), voice.word("col-items")], rows)


def _answers(plan: Plan, notes: Notes, voice: Voice) -> str:
    """All answers, and what is unknown but counts, in the order of the questionnaire."""
    reasons = [reason for note in notes.every for reason in note.reasons]
    reasons += [reason for left in plan.not_advised for reason in left.reasons]
    grounds = [ground for reason in reasons for ground in reason.answers]
    grounds += [ground for need in plan.needs for ground in need.grounds]
    order = list(voice.knowledge.questionnaire.questions)
    found = {g.question: replace(g, option=None) for g in grounds if g.question in order}
    found |= {q: Ground(q, v) for q, v in plan.answers.values.items() if q in order}
    return bullets(
        _answer(found[question], plan, voice, len(order)) for question in order if question in found
    )


def _answer(ground: Ground, plan: Plan, voice: Voice, most: int) -> str:
    """An answer and, where respondents differ, who said what."""
    told, said = show_ground(ground, voice, most=most), said_about(ground.question, plan, voice)
    told += voice.own(ground.question, "questions")
    return sentence(told if not said else f"{told} ({said})")


def _programmes(plan: Plan, voice: Voice) -> str:
    """Examples with level and date; what was refused recognition stands apart, as a warning."""
    every = dict.fromkeys(programme for _, programme in plan.programmes)
    recognised = [_programme(p, plan, voice) for p in every if p.level is not None]
    refused = [_programme(p, plan, voice) for p in every if p.level is None]
    return paragraphs(
        voice.word("programmes-intro") if recognised else "",
        bullets(recognised),
        voice.word("programmes-refused") if refused else "",
        bullets(refused),
    )


def _programme(programme: Programme, plan: Plan, voice: Voice) -> str:
    names = voice.knowledge.catalogue.interventions
    types = [voice.inside(names[t].name) for t, p in plan.programmes if p == programme]
    level = voice.word("refused") if programme.level is None else voice.say(programme.level)
    about = voice.word(
        "programme",
        types=voice.listed(types),
        ages=escape(programme.ages),
        level=level,
        decided=voice.say(programme.decided),
    )
    name = f"{escape(programme.name)}{voice.own(programme.id, 'programmes')}"
    caution = sentence(voice.say(programme.caution)) if programme.caution is not None else ""
    told = " ".join(part for part in (f"**{name}**: {about}.", caution) if part)
    return f"{told} {voice.word('check-status')} <{programme.link}>"


def _places(voice: Voice) -> str:
    return bullets(
        f"**{voice.say(place.name)}{voice.own(place.id, 'places')}**: "
        f"{sentence(voice.say(place.what))} <{place.link}>"
        for place in voice.knowledge.catalogue.places.values()
    )
