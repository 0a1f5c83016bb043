"""Reads `rules/limits.yaml`: the numbers of the choice, each with its reason."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass, field
from typing import Any

from advisor.loading.index import kind_name
from advisor.loading.typed import A_MAPPING, BAD, Reader, Trail
from advisor.loading.vocabulary import scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, Node
from advisor.model.interventions import Claim
from advisor.model.rules import Capacity, Limits
from advisor.problems import Place

_HINTS = typing.get_type_hints(Limits, include_extras=True)
_APART = ("capacities", "reasons")
_NAMES = {
    f.name.replace("_", "-"): f.name for f in dataclasses.fields(Limits) if f.name not in _APART
}
_CLAIM_HINTS = typing.get_type_hints(Claim, include_extras=True)
_REASON = ("because", "sources")
_UNITS = ("hours", "half-days", "lessons")


@dataclass(slots=True)
class LimitsReader:
    """Takes the lists of limits and capacities, from one file or several."""

    reader: Reader
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    capacities: dict[str, Capacity] = field(default_factory=dict)
    reasons: dict[str, Claim] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def take(self, key: str, node: ListNode) -> None:
        """Read the list under `limits` or `capacities`."""
        self.place = node.place
        for item in node.items:
            if not isinstance(item, MapNode):
                self.reader.wrong(item, (key,), A_MAPPING)
            elif key == "limits":
                self._limit(item)
            else:
                self._capacity(item)

    def build(self) -> Limits | None:
        """The limits, or None where one is missing or could not be read."""
        missing = [name for name in _NAMES if name not in self.named]
        for name in missing:
            node = MapNode(self.place, ())
            self.reader.tell("E-MISSING-KEY", node, ("limits",), key=name)
        if missing or len(self.values) < len(_NAMES):
            return None
        return Limits(**self.values, capacities=self.capacities, reasons=self.reasons)

    def _limit(self, node: MapNode) -> None:
        reader, word = self.reader, scalar_under(node, "id")
        trail: Trail = ("limits", word.text) if word else ("limits",)
        keys = ("id", "value", *_REASON)
        reader.check_keys(node, keys, frozenset(keys), trail)
        if word is None:
            return
        if word.text not in _NAMES:
            remedy = reader.problems.hint(word.text, _NAMES)
            reader.tell("E-REF", word, trail, remedy, kind=kind_name("limits"), id=word.text)
            return
        reader.index.define("limits", word.text, word.place)
        self.named.add(word.text)
        value = node.get("value")
        field_name = _NAMES[word.text]
        if value is not None:
            read = reader.read(_HINTS[field_name], value, (*trail, "value"))
            if read is not BAD:
                self.values[field_name] = read
            if field_name.endswith("_flag") and isinstance(read, str):
                reader.index.refer("flags", read, value.place, (*trail, "value"))
        self._reason(word.text, node, trail)

    def _capacity(self, node: MapNode) -> None:
        word = scalar_under(node, "id")
        trail: Trail = ("capacities", word.text) if word else ("capacities",)
        rest = tuple(pair for pair in node.entries if pair[0].text not in _REASON)
        capacity = self.reader.record(Capacity, MapNode(node.place, rest), trail)
        for key in _REASON:
            if node.get(key) is None:
                self.reader.tell("E-MISSING-KEY", node, trail, key=key)
        if word is not None:
            self.reader.index.define("amounts", word.text, word.place)
            self.reader.index.refer("capacities", word.text, word.place, (*trail, "id"))
            self._reason(word.text, node, trail)
        if capacity is not BAD:
            self._check_capacity(capacity, node, trail)
            self.capacities[capacity.id] = capacity

    def _check_capacity(self, capacity: Capacity, node: MapNode, trail: Trail) -> None:
        choices = (("unit", capacity.unit, _UNITS), ("assumed", capacity.assumed, capacity.bands))
        for key, value, known in choices:
            if value not in known:
                at = node.get(key) or node
                listed = ", ".join(known)
                self.reader.tell("E-CHOICE", at, (*trail, key), value=value, known=listed)
        amounts = list(capacity.bands.values())
        if amounts != sorted(amounts):
            at = node.get("bands") or node
            self.reader.tell("E-RISING", at, (*trail, "bands"))

    def _reason(self, name: str, node: MapNode, trail: Trail) -> None:
        because, sources = node.get("because"), node.get("sources")
        text = self._part("text", because, (*trail, "because"))
        ids = self._part("sources", sources, (*trail, "sources"))
        if text is not BAD and ids is not BAD:
            self.reasons[name] = Claim(text, ids)

    def _part(self, name: str, node: Node | None, trail: Trail) -> Any:
        return BAD if node is None else self.reader.read(_CLAIM_HINTS[name], node, trail)
