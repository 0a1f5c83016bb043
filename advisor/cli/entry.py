"""One entry of the catalogue in full, as Markdown or as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from advisor.cli import labels
from advisor.cli.as_data import as_data
from advisor.cli.reference import Found, entries
from advisor.formats.grounds import cite
from advisor.formats.voice import Voice, bullets, capital, numbered, paragraphs
from advisor.model.interventions import Claim, Fit, Form, Intervention, Load, Programme
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import ESTIMATE, Grade, Ref, Tier
from advisor.texts import Lang, Text, show_date

_BREAK = "\\\n"
"""Ends a line within a paragraph, so that a list above it does not run on."""


def entry_data(found: Found, knowledge: Knowledge, lang: Lang) -> dict[str, object]:
    """An entry as plain data, with the citations of its sources."""
    data = as_data(found.entry, lang)
    listed = [
        as_data(source, lang)
        for name in sources_of(found.entry)
        if (source := knowledge.catalogue.sources.get(name)) is not None
    ]
    origin = as_data(knowledge.origin(found.entry.id, found.kind), lang)
    return {
        "schema": 1,
        "kind": found.kind,
        "origin": origin,
        "entry": data,
        "sources": listed,
    }


def render_entry(found: Found, knowledge: Knowledge, lang: Lang, sources: bool) -> str:
    """An entry as Markdown, and its sources when they are wanted."""
    voice = Voice(knowledge, lang)
    listed = tuple(s for s in sources_of(found.entry) if s != ESTIMATE) if sources else ()
    teller = _Teller(voice, listed)
    name = getattr(found.entry, "name", _kind_name(found))
    title = voice.say(name if isinstance(name, Text) else Text.same(name))
    own = voice.own(found.entry.id, found.kind)
    return paragraphs(
        f"# {capital(title.rstrip('.'))}",
        f"`{found.entry.id}` ({voice.say(_kind_name(found))}){own}",
        *teller.tell(found.entry),
        *teller.differences(found),
        render_sources(listed, voice) if listed else "",
    )


def _kind_name(found: Found) -> Text:
    if isinstance(found.entry, Programme) and found.entry.level is None:
        return labels.REFUSED_PROGRAMME
    return labels.KIND_NAMES[found.kind]


def render_sources(names: Iterable[str], voice: Voice) -> str:
    """The sources by number, each with its link and what was read of it."""
    return f"## {voice.say(labels.SOURCES)}\n\n{numbered(cite(name, voice) for name in names)}"


def sources_of(value: object) -> tuple[str, ...]:
    """The ids of all sources in an entry, each once, in order."""
    return tuple(dict.fromkeys(_walk_sources(value)))


def _walk_sources(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from _walk_sources(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            held = getattr(value, one.name)
            yield from held if one.name == "sources" else _walk_sources(held)


def say_sector(word: str, voice: Voice) -> str:
    """A sector in words; any other word as it is."""
    option = voice.knowledge.questionnaire.measuring(Measures.SECTOR)[0].option(word)
    return voice.say(Text.same(word) if option is None else option.text)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells entries field by field; `listed` are the sources that claims point to by number."""

    voice: Voice
    listed: tuple[str, ...]

    def tell(self, entry: Any, depth: int = 2) -> list[str]:
        """Every field that has a label, in the order of the labels: short ones line by line."""
        hints = get_type_hints(type(entry), include_extras=True)
        parts: list[str] = []
        lines: list[str] = []
        for name, label in labels.LABELS.items():
            value = self._value(entry, name)
            if value in (None, (), {}, False):
                continue
            told = self._told(name, value, hints[name], depth)
            if isinstance(told, str):
                lines.append(f"**{self.voice.say(label)}:** {told}")
            else:
                parts += [_BREAK.join(lines), *told]
                lines = []
        return [*parts, _BREAK.join(lines)]

    def _value(self, entry: Any, name: str) -> Any:
        if name == "level" and isinstance(entry, Programme):
            level = entry.level
            return labels.REFUSED if level is None else labels.RECOGNISED.fill(level=level)
        if name == "programmes" and isinstance(entry, Intervention):
            return self.voice.knowledge.catalogue.programmes_of(entry.id)
        return getattr(entry, name, None)

    def _told(self, name: str, value: Any, hint: Any, depth: int) -> str | list[str]:
        label = labels.LABELS[name]
        if name == "programmes":
            return self._programmes(value)
        if isinstance(value, tuple) and isinstance(value[0], Form):
            head = f"{'#' * depth} {self.voice.say(label)}"
            return [head, *(part for form in value for part in self._form(form, depth + 1))]
        if isinstance(value, Mapping):
            rows = [f"{self._key(key, hint)}: {self._one(v, hint)}" for key, v in value.items()]
            return self._list(label, rows)
        if isinstance(value, tuple) and isinstance(value[0], Text | Claim | tuple):
            return self._list(label, [self._one(item, hint) for item in value])
        if isinstance(value, tuple):
            return "; ".join(self._one(item, hint) for item in value)
        return self._one(value, hint)

    def _list(self, label: Text, items: Iterable[str]) -> list[str]:
        return [f"**{self.voice.say(label)}**", bullets(items)]

    def _form(self, form: Form, depth: int) -> list[str]:
        head = f"{'#' * depth} {self.voice.say(form.name)} (`{form.id}`)"
        return [head, *self.tell(form, depth + 1)]

    def _programmes(self, held: tuple[Programme, ...]) -> list[str]:
        """Examples with level and date; what was refused is no example and stands apart."""
        parts = (
            (labels.LABELS["programmes"], [p for p in held if p.level is not None]),
            (labels.NOT_RECOGNISED, [p for p in held if p.level is None]),
        )
        return [
            part
            for label, programmes in parts
            if programmes
            for part in self._list(label, map(self._programme, programmes))
        ]

    def _programme(self, one: Programme) -> str:
        told = labels.NO_PROGRAMME if one.level is None else labels.PROGRAMME
        text = told.fill(name=one.name, level=one.level or "", decided=one.decided)
        return self.voice.say(text) + self.voice.own(one.id, "programmes")

    def differences(self, found: Found) -> list[str]:
        """For one of the five questions: what differs for a type."""
        if found.kind != "implementation":
            return []
        types = self.voice.knowledge.catalogue.interventions.values()
        told = [
            f"{self.voice.say(one.name)}: {self._one(one.differs[found.entry.id], None)}"
            for one in types
            if found.entry.id in one.differs
        ]
        return self._list(labels.LABELS["differs"], told) if told else []

    def _one(self, value: Any, hint: Any) -> str:
        if isinstance(value, Text):
            return self.voice.say(value)
        if isinstance(value, Claim):
            return self._claim(value)
        if isinstance(value, dt.date):
            return self.voice.say(show_date(value))
        if isinstance(value, tuple):
            return f" {self.voice.say(labels.OR)} ".join(self._one(v, hint) for v in value)
        if isinstance(value, Load):
            return self._load(value)
        if isinstance(value, Fit):
            return self._fit(value)
        if isinstance(value, bool):
            return self.voice.say(labels.YES)
        if isinstance(value, Grade):
            rung = self.voice.knowledge.catalogue.grades[value.name.lower()]
            return self.voice.say(labels.GRADE.fill(name=rung.name, what=rung.what))
        if isinstance(value, Tier):
            name, _, whom = self._name(str(value), "tiers").partition(": ")
            return f"{name} ({whom})" if whom else name
        return self._name(str(value), _kind_of(hint))

    def _claim(self, claim: Claim) -> str:
        """The sentence, whether it is our own judgement, and its sources by number."""
        told = self.voice.say(claim.text)
        if ESTIMATE in claim.sources:
            word = labels.ESTIMATE if claim.sources == (ESTIMATE,) else labels.PARTLY_ESTIMATE
            told = f"{told} ({self.voice.say(word)})"
        at = sorted(self.listed.index(s) + 1 for s in claim.sources if s in self.listed)
        return f"{told} [{', '.join(map(str, at))}]" if at else told

    def _key(self, key: str, hint: Any) -> str:
        kind = _kind_of(get_args(hint)[0])
        return self._name(key, kind) if kind == "implementation" else say_sector(key, self.voice)

    def _name(self, word: str, kind: str | None) -> str:
        if kind is not None and hasattr(self.voice.knowledge.catalogue, kind):
            entry = entries(self.voice.knowledge, kind).get(word)
            name = getattr(entry, "name", None)
            return self.voice.say(name if isinstance(name, Text) else Text.same(name or word))
        known = labels.RELATIONS.get(word) or labels.READ.get(word)
        return say_sector(word, self.voice) if known is None else self.voice.say(known)

    def _load(self, load: Load) -> str:
        parts = []
        for text, (first, *later) in (
            (labels.HOURS, load.hours),
            (labels.HALF_DAYS, load.half_days),
        ):
            if first or any(later):
                told = Text.same(", ".join(map(str, later))) if any(later) else labels.NONE
                parts.append(text.fill(first=first, later=told))
        if load.lessons:
            parts.append(labels.LESSONS.fill(count=load.lessons))
        return "; ".join(self.voice.say(part) for part in parts or [labels.NOTHING_EXTRA])

    def _fit(self, fit: Fit) -> str:
        catalogue = self.voice.knowledge.catalogue
        grade = catalogue.grades[fit.grade.name.lower()].name
        parts = []
        for need, link in fit.serves.items():
            note = labels.GUESS if link.sources == (ESTIMATE,) else Text.same("")
            if link.grade is not None:
                note = labels.LESS_KNOWN.fill(grade=catalogue.grades[link.grade.name.lower()].name)
            parts.append(
                labels.LINK.fill(
                    need=catalogue.needs[need].name,
                    strength=catalogue.strengths[link.strength.name.lower()].name,
                    note=note,
                )
            )
        parts += [] if fit.serves else [labels.NO_LINK]
        parts.append(labels.EVIDENCE.fill(grade=grade))
        return "; ".join(self.voice.say(part) for part in parts)


def _kind_of(hint: Any) -> str | None:
    """The kind of entry that a field refers to, from the mark in its type."""
    marks = getattr(hint, "__metadata__", ())
    found = next((mark.kind for mark in marks if isinstance(mark, Ref)), None)
    if found is not None:
        return str(found)
    inner = (_kind_of(part) for part in get_args(hint) if part is not str)
    return next((kind for kind in inner if kind is not None), None)
