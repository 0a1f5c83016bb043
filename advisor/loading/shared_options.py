"""Gives questions the options they share: of a scale, of another question, or of the needs.

This happens on the nodes, before anything is read, so that every option keeps its own place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from advisor.loading.index import kind_name
from advisor.loading.messages import problem
from advisor.loading.vocabulary import entries_under, scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.problems import ProblemList, did_you_mean, near_name

_OF_NEEDS = frozenset({"first", "backed"})
"""What is measured by choosing among the needs that are asked."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """The options of scales and questions by id, and one option for each need that is asked."""

    scales: Mapping[str, ListNode]
    questions: Mapping[str, ListNode]
    needs: tuple[Node, ...]


def share_options(roots: Iterable[MapNode], problems: ProblemList) -> list[MapNode]:
    """The same files, where each question without options of its own has those it shares."""
    files = list(roots)
    shared = _Shared(
        {name: node for root in files for name, node in _options(root, "scales")},
        {name: node for root in files for name, node in _options(root, "questions")},
        tuple(_of_needs(files)),
    )
    return [_with_options(root, shared, problems) for root in files]


def _options(root: MapNode, key: str) -> Iterable[tuple[str, ListNode]]:
    for entry in entries_under(root, key):
        options = entry.get("options")
        if isinstance(options, ListNode):
            yield entry.word("id") or "", options


def _of_needs(files: list[MapNode]) -> Iterable[Node]:
    """An option for each need that a question asks, in the order of the questions."""
    names = {e.word("id"): e.get("name") for root in files for e in entries_under(root, "needs")}
    for root in files:
        for question in entries_under(root, "questions"):
            target = scalar_under(question, "target")
            name = names.get(target.text) if target is not None else None
            if question.word("measures") == "need" and target is not None and name is not None:
                keys = (replace(target, text="id"), replace(target, text="text"))
                yield MapNode(target.place, ((keys[0], target), (keys[1], name)))


def _with_options(root: MapNode, shared: _Shared, problems: ProblemList) -> MapNode:
    entries: list[tuple[ScalarNode, Node]] = []
    for key, node in root.entries:
        if key.text == "questions" and isinstance(node, ListNode):
            entries.append((key, replace(node, items=_questions(node, shared, problems))))
        else:
            entries.append((key, node))
    return MapNode(root.place, tuple(entries))


def _questions(node: ListNode, shared: _Shared, problems: ProblemList) -> tuple[Node, ...]:
    return tuple(
        _question(item, shared, problems) if isinstance(item, MapNode) else item
        for item in node.items
    )


def _question(item: MapNode, shared: _Shared, problems: ProblemList) -> MapNode:
    if item.get("options") is not None:
        return item
    scale, source = scalar_under(item, "scale"), scalar_under(item, "out_of")
    if scale is not None:
        kept = tuple((k, v) for k, v in item.entries if k.text != "scale")
        options = _named(scale, shared.scales, problems)
        return _add(MapNode(item.place, kept), options)
    if source is not None:
        return _add(item, shared.questions.get(source.text))
    if item.word("measures") in _OF_NEEDS:
        return _add(item, ListNode(item.place, shared.needs))
    return item


def _named(
    scale: ScalarNode, scales: Mapping[str, ListNode], problems: ProblemList
) -> ListNode | None:
    if scale.text not in scales:
        near = near_name(scale.text, scales)
        remedy = did_you_mean(near) if near else None
        trail, kind = ("questions", "scale"), kind_name("scales")
        problems.add(problem("E-REF", scale.place, trail, remedy, kind=kind, id=scale.text))
    return scales.get(scale.text)


def _add(item: MapNode, options: ListNode | None) -> MapNode:
    if options is None:
        return item
    key = ScalarNode(item.place, "options")
    return MapNode(item.place, (*item.entries, (key, options)))
