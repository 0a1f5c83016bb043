"""Reads answers that a program has as a mapping: shaped as a file, or flat as a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor.importing.columns import Names
from advisor.importing.ignored import is_personal, is_technical
from advisor.importing.rows import read_day
from advisor.importing.values import as_map, as_node
from advisor.loading.answers import HEADER
from advisor.loading.messages import problem
from advisor.loading.typed import A_MAPPING
from advisor.loading.yamlfile import MAX_DEPTH, ListNode, MapNode, Node, ScalarNode
from advisor.model.questionnaire import ABOUT, FORMAT_VERSION, Questionnaire
from advisor.problems import Place, ProblemList

_VERSION, *_, _ANSWERS = HEADER
_HEAD = frozenset({_VERSION, *ABOUT})
_DATE = ABOUT[-1]

_Entry = tuple[ScalarNode, Node]


@dataclass(frozen=True, slots=True)
class MappingReader:
    """Reads mappings as the nodes of a file with answers."""

    names: Names

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> MappingReader:
        """A reader for answers to these questions."""
        return cls(Names.of(questionnaire, {}))

    def read(self, given: object, place: Place, problems: ProblemList) -> MapNode | None:
        """The answers as a file has them; None where a problem was told."""
        if not isinstance(given, Mapping):
            problems.add(problem("E-TYPE", place, expected=A_MAPPING))
            return None
        try:
            return self._read(given, place, problems)
        except RecursionError:
            problems.add(problem("E-DEEP", place, most=MAX_DEPTH))
            return None

    def _read(self, given: Mapping[object, object], place: Place, problems: ProblemList) -> MapNode:
        asked = given.get(_ANSWERS)
        if isinstance(asked, Mapping):
            others = {key: value for key, value in given.items() if key != _ANSWERS}
            head, answers = (
                list(as_map(others, place).entries),
                self._entries(asked, place, problems),
            )
        elif _ANSWERS in given:
            return as_map(given, place)
        else:
            every = self._entries(given, place, problems)
            head = [(key, node) for key, node in every if key.text in _HEAD]
            answers = [(key, node) for key, node in every if key.text not in _HEAD]
        if all(key.text != _VERSION for key, _ in head):
            head.append((ScalarNode(place, _VERSION), ScalarNode(place, str(FORMAT_VERSION))))
        return MapNode(
            place, (*head, (ScalarNode(place, _ANSWERS), MapNode(place, tuple(answers))))
        )

    def _entries(
        self, given: Mapping[object, object], place: Place, problems: ProblemList
    ) -> list[_Entry]:
        """What is asked with its answer, by id or in words.

        What is empty, points to a person or is made by a form tool is passed over; any other key
        that is no question stays, to be told later.
        """
        found: list[_Entry] = []
        keys: dict[str, str] = {}
        for key, value in given.items():
            name = self._name(str(key))
            node = self._node(name, value, replace(place, column_name=name))
            if name not in _HEAD and name not in self.names.readers and _is_nothing(name, node):
                continue
            if keys.setdefault(name, str(key)) != str(key):
                told = {"key": name, "first": keys[name], "second": str(key)}
                problems.add(problem("E-COLUMN-TWICE", place, **told))
            found.append((ScalarNode(place, name), node))
        return found

    def _name(self, key: str) -> str:
        """What a key asks, by its id or in words; a key that asks nothing stays as it is."""
        target = self.names.find(key)
        return key if target is None or target.option is not None else target.key

    def _node(self, name: str, value: object, place: Place) -> Node:
        reader = self.names.readers.get(name)
        if isinstance(value, str) and name == _DATE:
            return ScalarNode(place, read_day(value.strip()), quoted=True)
        if isinstance(value, str) and reader is not None:
            return reader.read(value.strip(), place)
        node = as_node(value, place)
        if isinstance(node, ListNode) and reader is not None:
            words = (
                replace(item, text=reader.find(item.text) or item.text)
                if isinstance(item, ScalarNode)
                else item
                for item in node.items
            )
            return replace(node, items=tuple(words))
        return node


def _is_nothing(name: str, node: Node) -> bool:
    """Whether a key that is no question may be passed over."""
    is_empty = isinstance(node, ScalarNode) and not node.text.strip()
    return is_empty or is_personal(name) or is_technical(name)
