"""Finds an entry of the catalogue by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.model.knowledge import Knowledge

# What a reader most likely means comes first: a type before its form of the same name.
KINDS = (
    "interventions",
    "foundations",
    "implementation",
    "activities",
    "needs",
    "forms",
    "programmes",
    "instruments",
    "figures",
    "places",
    "partners",
    "lasting",
    "harms",
    "circumstances",
    "themes",
    "pairings",
    "principles",
    "referrals",
    "sources",
)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the catalogue with its kind."""

    kind: str
    entry: Any


def entries(knowledge: Knowledge, kind: str) -> Mapping[str, Any]:
    """All entries of a kind by id."""
    found: Mapping[str, Any] = getattr(knowledge.catalogue, kind)
    return found


def find(name: str, knowledge: Knowledge) -> Found | None:
    """The entry with that id, or None."""
    held = (Found(kind, entries(knowledge, kind).get(name)) for kind in KINDS)
    return next((found for found in held if found.entry is not None), None)


def known_ids(knowledge: Knowledge) -> tuple[str, ...]:
    """Every id that can be asked for."""
    return tuple(dict.fromkeys(name for kind in KINDS for name in entries(knowledge, kind)))
