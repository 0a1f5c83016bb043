"""Writes a condition on one line, for a message or a report."""

from __future__ import annotations

from advisor.model.conditions import ALWAYS, All, Any, Condition, Leaf, Not, Test


def write_condition(condition: Condition) -> str:
    """The condition on one line, about as it stands in the file."""
    if condition == ALWAYS:
        return "always"
    if isinstance(condition, Not):
        return f"not: {write_condition(condition.part)}"
    if isinstance(condition, All | Any):
        word = "all" if isinstance(condition, All) else "any"
        return f"{word}: [{', '.join(write_condition(part) for part in condition.parts)}]"
    return f"{{{_leaf(condition)}}}"


def _leaf(leaf: Leaf) -> str:
    said = f"{leaf.subject}: {leaf.id}"
    match leaf.test:
        case Test.HOLDS:
            return said
        case Test.FIRST | Test.UNKNOWN:
            return f"{said}, {leaf.test}: true"
        case Test.INCLUDES:
            return f"{said}, includes: {leaf.values[0]}"
    values = ", ".join(leaf.values)
    return f"{said}, is: {values}" if len(leaf.values) == 1 else f"{said}, in: [{values}]"
