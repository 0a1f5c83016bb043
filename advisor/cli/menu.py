"""The menu: types with their grades, the five questions, foundations and places to look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from advisor.cli import labels
from advisor.cli.as_data import as_data
from advisor.cli.entry import render_sources, say_sector, sources_of
from advisor.cli.reference import entries
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.model.interventions import Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Lang, Text

_SHOWN = {
    "interventions": ("id", "name", "short", "grades", "reviewed"),
    "implementation": ("id", "name", "question"),
    "foundations": ("id", "name", "what"),
    "places": ("id", "name", "what", "link"),
}
"""The kinds in the menu, with the fields that it has as data."""


def menu_data(knowledge: Knowledge, lang: Lang) -> dict[str, object]:
    """The menu as plain data."""
    return {"schema": 1, **{kind: _rows(kind, knowledge, lang) for kind in _SHOWN}}


def _rows(kind: str, knowledge: Knowledge, lang: Lang) -> list[dict[str, object]]:
    """What the menu shows of each entry of a kind, and whose own knowledge it is."""
    return [
        {
            **{name: as_data(getattr(entry, name), lang) for name in _SHOWN[kind]},
            "origin": as_data(knowledge.origin(entry.id, kind), lang),
        }
        for entry in entries(knowledge, kind).values()
    ]


def render_menu(knowledge: Knowledge, lang: Lang, sources: bool) -> str:
    """The menu as Markdown, with the sources of all of it when they are wanted."""
    catalogue, voice = knowledge.catalogue, Voice(knowledge, lang)
    shown = (catalogue.interventions, catalogue.implementation, catalogue.foundations)
    listed = [source for source in sources_of(shown) if source != ESTIMATE] if sources else []
    return paragraphs(
        f"# {voice.say(labels.MENU_TYPES)}",
        bullets(_type(one, voice) for one in catalogue.interventions.values()),
        f"*{voice.say(labels.MENU_GRADES)}*",
        bullets(
            f"**{voice.say(rung.name)}**: {voice.say(rung.what)}"
            for rung in catalogue.grades.values()
        ),
        _part(labels.MENU_QUESTIONS, "implementation", "question", voice),
        _part(labels.MENU_FOUNDATIONS, "foundations", "what", voice),
        f"# {voice.say(labels.MENU_PLACES)}",
        bullets(
            f"{_name(one, 'places', voice)}: {voice.say(one.what)} <{one.link}>"
            for one in catalogue.places.values()
        ),
        voice.say(labels.MENU_MORE),
        render_sources(listed, voice) if listed else "",
    )


def _type(one: Intervention, voice: Voice) -> str:
    """A type with what it is and how well it is studied for each age."""
    catalogue = voice.knowledge.catalogue
    grades = ", ".join(
        f"{say_sector(age, voice)} {voice.say(catalogue.grades[grade.name.lower()].name)}"
        for age, grade in one.grades.items()
    )
    evidence = voice.say(labels.EVIDENCE.fill(grade=Text.same(grades)))
    name = _name(one, "interventions", voice)
    return f"{name}: {voice.say(one.short)} {sentence(evidence)}"


def _part(title: Text, kind: str, what: str, voice: Voice) -> str:
    rows: Iterable[str] = (
        f"{_name(e, kind, voice)}: {voice.say(getattr(e, what))}"
        for e in entries(voice.knowledge, kind).values()
    )
    return f"# {voice.say(title)}\n\n{bullets(rows)}"


def _name(entry: Any, kind: str, voice: Voice) -> str:
    return f"**{voice.say(entry.name)}** (`{entry.id}`){voice.own(entry.id, kind)}"
