"""Reads all files below `catalogue/` into the catalogue and the questionnaire."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.loading.files import TYPES, File
from advisor.loading.questionnaire import (
    build_questionnaire,
    read_questions,
    read_scales,
    read_sections,
)
from advisor.loading.typed import A_LIST, A_MAPPING, BAD, Reader
from advisor.loading.words import Words
from advisor.loading.yamlfile import ListNode, MapNode
from advisor.model.catalogue import Catalogue
from advisor.model.interventions import Intervention
from advisor.model.questionnaire import Question, Questionnaire, Section
from advisor.problems import Place
from advisor.texts import Text

_APART = ("forms", "words")
KINDS: dict[str, Any] = {
    kind: typing.get_args(hint)[1]
    for kind, hint in typing.get_type_hints(Catalogue).items()
    if kind not in _APART
}
"""The lists of the catalogue with the class of their entries; forms stand in interventions."""

_QUESTIONNAIRE = ("sections", "scales", "questions")
_TOP_LEVEL = (*(kind for kind in KINDS if kind != TYPES), *_QUESTIONNAIRE, "words")


@dataclass(slots=True)
class _Gathered:
    """What the files gave so far, by kind."""

    kinds: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    sections: list[Section] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    words: dict[str, Text] = field(default_factory=dict)
    word_places: dict[str, Place] = field(default_factory=dict)


def read_catalogue(
    reader: Reader, files: tuple[File, ...], folder: str
) -> tuple[Catalogue, Questionnaire]:
    """Read the files below `folder`; entries that could not be read are left out and told."""
    gathered = _Gathered()
    for file in files:
        if file.is_type:
            entry = reader.entry(Intervention, TYPES, file.root, ())
            gathered.kinds[TYPES] += [entry] if entry is not None else []
        else:
            _read_file(reader, file.root, gathered)
    words = Words(gathered.words, Place(f"{folder}/wording*.yaml"))
    catalogue = _build_catalogue(gathered.kinds, words)
    return catalogue, build_questionnaire(gathered.sections, gathered.questions)


def _read_file(reader: Reader, root: MapNode, gathered: _Gathered) -> None:
    reader.check_keys(root, _TOP_LEVEL, frozenset(), ())
    for key, node in root.entries:
        if key.text == "words":
            _read_words(reader, node, gathered)
        elif key.text not in _TOP_LEVEL:
            continue
        elif not isinstance(node, ListNode):
            reader.index.unsure.add(key.text)
            reader.wrong(node, (key.text,), A_LIST)
        elif key.text == "sections":
            gathered.sections += read_sections(reader, node)
        elif key.text == "scales":
            read_scales(reader, node)
        elif key.text == "questions":
            gathered.questions += read_questions(reader, node)
        else:
            gathered.kinds[key.text] += _read_entries(reader, key.text, node)


def _read_entries(reader: Reader, kind: str, node: ListNode) -> Iterator[Any]:
    for item in node.items:
        entry = reader.entry(KINDS[kind], kind, item, ())
        if entry is not None:
            yield entry


def _read_words(reader: Reader, node: Any, gathered: _Gathered) -> None:
    if not isinstance(node, MapNode):
        reader.index.unsure.add("words")
        reader.wrong(node, ("words",), A_MAPPING)
        return
    for key, item in node.entries:
        trail = ("words", key.text)
        if key.text in gathered.word_places:
            earlier = gathered.word_places[key.text].short
            reader.tell("E-UNIQUE", key, trail, id=key.text, where=earlier)
            continue
        reader.index.define("words", key.text, key.place)
        gathered.word_places[key.text] = key.place
        text = reader.text(item, trail)
        if text is not BAD:
            gathered.words[key.text] = text


def _build_catalogue(kinds: Mapping[str, list[Any]], words: Mapping[str, Text]) -> Catalogue:
    ordered = {
        kind: {e.id: e for e in sorted(entries, key=lambda e: getattr(e, "order", 0))}
        for kind, entries in kinds.items()
    }
    forms = {form.id: form for one in ordered[TYPES].values() for form in one.forms}
    return Catalogue(forms=forms, words=words, **ordered)
