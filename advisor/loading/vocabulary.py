"""What conditions may speak of, gathered from the nodes before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor.loading.yamlfile import ListNode, MapNode, ScalarNode


@dataclass(frozen=True, slots=True)
class Asked:
    """Of one question: its kind, the ids of its options and whether these rise."""

    kind: str
    options: tuple[str, ...]
    rises: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Questions with their options, capacities with their bands, needs that are asked."""

    questions: Mapping[str, Asked]
    capacities: Mapping[str, tuple[str, ...]]
    asked_needs: frozenset[str]


def gather_vocabulary(files: Iterable[MapNode]) -> Vocabulary:
    """Look through all files for questions and capacities; odd entries are passed over."""
    questions: dict[str, Asked] = {}
    capacities: dict[str, tuple[str, ...]] = {}
    needs: set[str] = set()
    for root in files:
        for entry in entries_under(root, "questions"):
            name = entry.word("id") or ""
            options = entries_under(entry, "options")
            kind, measures = entry.word("kind") or "", entry.word("measures")
            rises = kind == "scale" or (kind == "one" and measures == "capacity")
            questions[name] = Asked(kind, tuple(o.word("id") or "" for o in options), rises)
            if measures == "need":
                needs.add(entry.word("target") or name)
        for entry in entries_under(root, "capacities"):
            bands = entry.get("bands")
            if isinstance(bands, MapNode):
                capacities[entry.word("id") or ""] = tuple(key.text for key, _ in bands.entries)
    return Vocabulary(questions, capacities, frozenset(needs))


def entries_under(root: MapNode, key: str) -> Iterator[MapNode]:
    """The mappings in the list under `key`; nothing when there is no such list."""
    node = root.get(key)
    if isinstance(node, ListNode):
        yield from (item for item in node.items if isinstance(item, MapNode))


def scalar_under(root: MapNode, key: str) -> ScalarNode | None:
    """The word under `key`, or None."""
    node = root.get(key)
    return node if isinstance(node, ScalarNode) and not node.is_absent else None
