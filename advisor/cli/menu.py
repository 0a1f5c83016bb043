"""The menu: types with their grades, the five questions, foundations and places to look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from advisor.cli import labels
from advisor.cli.as_data import as_data
from advisor.cli.entry import WIDTH, render_sources, say_sector, sources_of
from advisor.model.knowledge import Knowledge
from advisor.model.vocabulary import Grade
from advisor.texts import Lang

Row = tuple[str, str, str]


def menu_data(knowledge: Knowledge, lang: Lang) -> dict[str, object]:
    """The menu as plain data."""
    catalogue = knowledge.catalogue
    return {
        "schema": 1,
        "interventions": [
            _data(e, lang, "id", "name", "short", "grades")
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


def render_menu(knowledge: Knowledge, lang: Lang, sources: bool) -> str:
    """The menu as text, with the sources of all of it when they are wanted."""
    catalogue = knowledge.catalogue
    parts = [
        _part(
            labels.MENU_TYPES.say(lang),
            [
                (e.id, e.name.say(lang), _grades(e.grades, knowledge, lang))
                for e in catalogue.interventions.values()
            ],
        ),
        _part(
            labels.MENU_QUESTIONS.say(lang),
            [(e.id, e.question.say(lang), "") for e in catalogue.implementation.values()],
        ),
        _part(
            labels.MENU_FOUNDATIONS.say(lang),
            [(e.id, e.name.say(lang), "") for e in catalogue.foundations.values()],
        ),
        _part(
            labels.MENU_PLACES.say(lang),
            [(e.id, e.name.say(lang), e.link) for e in catalogue.places.values()],
        ),
        labels.MENU_MORE.say(lang),
    ]
    if sources:
        shown = (catalogue.interventions, catalogue.implementation, catalogue.foundations)
        parts.append("\n".join(render_sources(sources_of(shown), knowledge, lang)))
    return "\n\n".join(parts)


def _data(entry: Any, lang: Lang, *names: str) -> dict[str, object]:
    return {name: as_data(getattr(entry, name), lang) for name in names}


def _grades(grades: Mapping[str, Grade], knowledge: Knowledge, lang: Lang) -> str:
    return ", ".join(
        f"{say_sector(phase, knowledge, lang)}: {labels.GRADES[grade.name.lower()].say(lang)}"
        for phase, grade in grades.items()
    )


def _part(title: str, rows: Iterable[Row]) -> str:
    """A heading and rows: id, name, and what belongs to it on a line of its own if it is long."""
    lines = [title]
    for name, text, more in rows:
        lines += textwrap.wrap(
            f"{name}: {text}", WIDTH, initial_indent="  ", subsequent_indent="      "
        )
        if more:
            lines.append(f"      {more}")
    return "\n".join(lines)
