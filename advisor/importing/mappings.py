"""Reads answers that a program has as a mapping: shaped as a file, or flat as a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor.importing.columns import Names
from advisor.importing.values import as_map, as_node
from advisor.loading.answers import HEADER
from advisor.loading.yamlfile import MapNode, Node, ScalarNode
from advisor.model.questionnaire import ABOUT, FORMAT_VERSION, Questionnaire
from advisor.problems import Place

_VERSION, *_, _ANSWERS = HEADER


@dataclass(frozen=True, slots=True)
class MappingReader:
    """Reads mappings as the nodes of a file with answers."""

    names: Names

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> MappingReader:
        """A reader for answers to these questions."""
        return cls(Names.of(questionnaire, {}))

    def read(self, given: Mapping[str, object], place: Place) -> MapNode:
        """The answers as a file has them; a key that is no question stays, to be told later."""
        node = as_map(given, place) if _ANSWERS in given else self._flat(given, place)
        if node.get(_VERSION) is not None:
            return node
        version = (ScalarNode(place, _VERSION), ScalarNode(place, str(FORMAT_VERSION)))
        return MapNode(place, (version, *node.entries))

    def _flat(self, given: Mapping[str, object], place: Place) -> MapNode:
        about: list[tuple[ScalarNode, Node]] = []
        answers: list[tuple[ScalarNode, Node]] = []
        for key, value in given.items():
            name = self._name(str(key))
            entry = (ScalarNode(place, name), self._answer(name, value, place))
            (about if name in ABOUT or name == _VERSION else answers).append(entry)
        return MapNode(
            place, (*about, (ScalarNode(place, _ANSWERS), MapNode(place, tuple(answers))))
        )

    def _name(self, key: str) -> str:
        """What a key asks, by its id or in words; a key that asks nothing stays as it is."""
        target = self.names.find(key)
        return key if target is None or target.option is not None else target.key

    def _answer(self, name: str, value: object, place: Place) -> Node:
        here = replace(place, column_name=name)
        if isinstance(value, str) and name in self.names.readers:
            return self.names.readers[name].read(value.strip(), here)
        return as_node(value, here)
