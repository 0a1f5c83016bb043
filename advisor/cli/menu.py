"""The menu: types with their grades, the five questions, foundations and places to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from advisor.cli import labels
from advisor.cli.as_data import as_data
from advisor.cli.entry import render_sources, say_sector, sources_of
from advisor.formats.voice import Voice, bullets, paragraphs, sentence
from advisor.model.interventions import Intervention
from advisor.model.knowledge import Knowledge
from advisor.model.vocabulary import ESTIMATE
from advisor.texts import Lang, Text


def menu_data(knowledge: Knowledge, lang: Lang) -> dict[str, object]:
    """The menu as plain data."""
    catalogue = knowledge.catalogue
    return {
        "schema": 1,
        "interventions": [
            _data(e, lang, "id", "name", "short", "grades", "reviewed")
            for e in catalogue.interventions.values()
        ],
        "implementation": [
            _data(e, lang, "id", "name", "question") for e in catalogue.implementation.values()
        ],
        "foundations": [
            _data(e, lang, "id", "name", "what") for e in catalogue.foundations.values()
        ],
        "places": [_data(e, lang, "id", "name", "what", "link") for e in catalogue.places.values()],
    }


def _data(entry: Any, lang: Lang, *names: str) -> dict[str, object]:
    return {name: as_data(getattr(entry, name), lang) for name in names}


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
        _part(labels.MENU_QUESTIONS, catalogue.implementation, "question", voice),
        _part(labels.MENU_FOUNDATIONS, catalogue.foundations, "what", voice),
        f"# {voice.say(labels.MENU_PLACES)}",
        bullets(
            f"**{voice.say(one.name)}** (`{one.id}`): {voice.say(one.what)} <{one.link}>"
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
    return f"**{voice.say(one.name)}** (`{one.id}`): {voice.say(one.short)} {sentence(evidence)}"


def _part(title: Text, entries: Mapping[str, Any], what: str, voice: Voice) -> str:
    rows: Iterable[str] = (
        f"**{voice.say(e.name)}** (`{e.id}`): {voice.say(getattr(e, what))}"
        for e in entries.values()
    )
    return f"# {voice.say(title)}\n\n{bullets(rows)}"
