"""Plain values, such as those of JSON, as the nodes that a file with answers would have."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.problems import Place


def as_node(value: object, place: Place) -> Node:
    """The value as a node; nothing at all, as a table of numbers has it too, is an absent one."""
    if isinstance(value, Mapping):
        return as_map(value, place)
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes):
        items = sorted(map(str, value)) if isinstance(value, set | frozenset) else value
        return ListNode(place, tuple(as_node(item, place) for item in items))
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ScalarNode(place, "")
    if isinstance(value, dt.datetime):
        return ScalarNode(place, value.date().isoformat(), quoted=True)
    if isinstance(value, bool):
        return ScalarNode(place, "yes" if value else "no")
    if isinstance(value, float) and value.is_integer():
        return ScalarNode(place, str(int(value)))
    return ScalarNode(place, str(value), quoted=isinstance(value, str))


def as_map(value: Mapping[Any, object], place: Place) -> MapNode:
    """The mapping as a node, each value in a place with the name of its key."""
    return MapNode(
        place,
        tuple(
            (ScalarNode(place, str(key)), as_node(one, replace(place, column_name=str(key))))
            for key, one in value.items()
        ),
    )
