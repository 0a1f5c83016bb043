"""One entry of the catalogue in full, as text or as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import IntEnum
from typing import Any, get_args, get_type_hints

from advisor.cli import labels
from advisor.cli.as_data import as_data
from advisor.cli.reference import Found, entries
from advisor.model.interventions import Claim, Fit, Form, Load, Programme
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Measures
from advisor.model.vocabulary import ESTIMATE, Ref, Tier
from advisor.texts import Lang, Text

WIDTH = 80


def entry_data(found: Found, knowledge: Knowledge, lang: Lang) -> dict[str, object]:
    """An entry as plain data, with the citations of its sources."""
    data = as_data(found.entry, lang)
    listed = [
        as_data(source, lang)
        for name in sources_of(found.entry)
        if (source := knowledge.catalogue.sources.get(name)) is not None
    ]
    return {"schema": 1, "kind": found.kind, "entry": data, "sources": listed}


def render_entry(found: Found, knowledge: Knowledge, lang: Lang, sources: bool) -> str:
    """An entry as text, and its sources when they are wanted."""
    teller = _Teller(knowledge, lang, sources)
    title = _name_of(found.entry, lang)
    kind = _kind_name(found).say(lang)
    lines = [title, f"{found.entry.id} ({kind})", "", *teller.fields_of(found.entry)]
    if sources:
        lines += ["", *render_sources(sources_of(found.entry), knowledge, lang)]
    return "\n".join(lines)


def _kind_name(found: Found) -> Text:
    if isinstance(found.entry, Programme) and found.entry.level is None:
        return labels.REFUSED_PROGRAMME
    return labels.KIND_NAMES[found.kind]


def render_sources(names: Iterable[str], knowledge: Knowledge, lang: Lang) -> list[str]:
    """The sources with citation and link, under their heading."""
    lines = [labels.SOURCES.say(lang)]
    for name in names:
        source = knowledge.catalogue.sources.get(name)
        cite = labels.ESTIMATE.say(lang) if source is None else source.cite
        lines += _wrap(f"{name}: {cite}", 2, 4)
        if source is not None and source.link:
            lines.append(f"    {source.link}")
    return lines


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


def _name_of(entry: Any, lang: Lang) -> str:
    name = getattr(entry, "name", entry.id)
    return name.say(lang) if isinstance(name, Text) else str(name)


def say_sector(word: str, knowledge: Knowledge, lang: Lang) -> str:
    """A sector in words; any other word as it is."""
    option = knowledge.questionnaire.measuring(Measures.SECTOR)[0].option(word)
    return word if option is None else option.text.say(lang)


def _wrap(text: str, indent: int, hanging: int) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    knowledge: Knowledge
    lang: Lang
    sources: bool
    indent: int = 0

    def fields_of(self, entry: Any) -> list[str]:
        """Every field that has a label, with its value in words."""
        hints = get_type_hints(type(entry), include_extras=True)
        lines: list[str] = []
        for one in fields(entry):
            label = labels.LABELS.get(one.name)
            value = getattr(entry, one.name)
            if one.name == "level" and isinstance(entry, Programme):
                value = self._recognition(entry)
            if label is None or value in (None, (), False):
                continue
            if one.name == "programmes":
                lines += self._programmes(value)
            else:
                lines += self._field(label.say(self.lang), value, hints[one.name])
        return lines

    def _programmes(self, names: tuple[str, ...]) -> list[str]:
        """Examples with level and date; what was refused is no example and stands apart."""
        held = [self.knowledge.catalogue.programmes[name] for name in names]
        good = tuple(
            labels.PROGRAMME.fill(name=p.name, level=p.level, decided=p.decided)
            for p in held
            if p.level is not None
        )
        refused = tuple(
            labels.NO_PROGRAMME.fill(name=p.name, decided=p.decided)
            for p in held
            if p.level is None
        )
        parts = ((labels.LABELS["programmes"], good), (labels.NOT_RECOGNISED, refused))
        return [
            line
            for label, texts in parts
            if texts
            for line in self._field(label.say(self.lang), texts, None)
        ]

    def _recognition(self, programme: Programme) -> Text:
        if programme.level is None:
            return labels.REFUSED
        return labels.RECOGNISED.fill(level=programme.level)

    def _field(self, label: str, value: Any, hint: Any) -> list[str]:
        at = self.indent
        if isinstance(value, tuple) and value and isinstance(value[0], Form):
            deeper = _Teller(self.knowledge, self.lang, self.sources, at + 4)
            head = [f"{' ' * at}{label}:"]
            for form in value:
                head.append(f"{' ' * (at + 2)}{form.name.say(self.lang)} ({form.id})")
                head += deeper.fields_of(form)
            return head
        said = self._said(value, hint)
        if isinstance(said, str):
            return _wrap(f"{label}: {said}", at, at + 2)
        head = [f"{' ' * at}{label}:"]
        return head + [line for item in said for line in _wrap(f"- {item}", at + 2, at + 4)]

    def _said(self, value: Any, hint: Any) -> str | list[str]:
        if isinstance(value, Mapping):
            return [f"{self._sector(key)}: {self._one(item, hint)}" for key, item in value.items()]
        if isinstance(value, tuple):
            if value and isinstance(value[0], Text | Claim | tuple):
                return [self._one(item, hint) for item in value]
            return "; ".join(self._one(item, hint) for item in value)
        return self._one(value, hint)

    def _one(self, value: Any, hint: Any) -> str:
        if isinstance(value, Text):
            return value.say(self.lang)
        if isinstance(value, Claim):
            cited = f" [{', '.join(value.sources)}]" if self.sources else ""
            return f"{value.text.say(self.lang)}{cited}"
        if isinstance(value, tuple):
            return f" {labels.OR.say(self.lang)} ".join(self._one(item, hint) for item in value)
        if isinstance(value, Load):
            return self._load(value)
        if isinstance(value, Fit):
            return self._fit(value)
        if isinstance(value, bool):
            return labels.YES.say(self.lang)
        if isinstance(value, IntEnum):
            return labels.GRADES[value.name.lower()].say(self.lang)
        if isinstance(value, Tier):
            name, _, whom = self._name(str(value), "tiers").partition(": ")
            return f"{name} ({whom})" if whom else name
        return self._name(str(value), _kind_of(hint))

    def _name(self, word: str, kind: str | None) -> str:
        if kind is not None and hasattr(self.knowledge.catalogue, kind):
            entry = entries(self.knowledge, kind).get(word)
            return word if entry is None else _name_of(entry, self.lang)
        known = labels.RELATIONS.get(word) or labels.READ.get(word)
        return known.say(self.lang) if known is not None else self._sector(word)

    def _sector(self, word: str) -> str:
        return say_sector(word, self.knowledge, self.lang)

    def _load(self, load: Load) -> str:
        parts = []
        for text, (first, *later) in (
            (labels.HOURS, load.hours),
            (labels.HALF_DAYS, load.half_days),
        ):
            if first or any(later):
                told = Text.same(", ".join(map(str, later))) if any(later) else labels.NONE
                parts.append(text.fill(first=first, later=told).say(self.lang))
        if load.lessons:
            parts.append(labels.LESSONS.fill(count=load.lessons).say(self.lang))
        return "; ".join(parts) or labels.NOTHING_EXTRA.say(self.lang)

    def _fit(self, fit: Fit) -> str:
        grade = labels.GRADES[fit.grade.name.lower()]
        parts = [labels.EVIDENCE.fill(grade=grade).say(self.lang)]
        for need, link in fit.serves.items():
            strength = labels.GRADES[link.strength.name.lower()]
            guess = f", {labels.ESTIMATE.say(self.lang)}" if link.sources == (ESTIMATE,) else ""
            told = labels.LINK.fill(need=self._name(need, "needs"), strength=strength, guess=guess)
            parts.append(told.say(self.lang))
        if not fit.serves:
            parts.append(labels.NO_LINK.say(self.lang))
        return "; ".join(parts)


def _kind_of(hint: Any) -> str | None:
    """The kind of entry that a field refers to, from the mark in its type."""
    marks = getattr(hint, "__metadata__", ())
    found = next((mark.kind for mark in marks if isinstance(mark, Ref)), None)
    if found is not None:
        return str(found)
    inner = (_kind_of(part) for part in get_args(hint) if part is not str)
    return next((kind for kind in inner if kind is not None), None)
