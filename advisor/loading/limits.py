"""Reads `rules/limits.yaml`: the numbers of the choice, each with its reason."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.loading.index import KIND_NAMES, kind_name
from advisor.loading.typed import A_MAPPING, BAD, Reader, Trail
from advisor.loading.vocabulary import scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.model.interventions import Claim
from advisor.model.rules import Capacity, Limits
from advisor.model.vocabulary import SourceId
from advisor.problems import Place
from advisor.texts import Text

_HINTS = typing.get_type_hints(Limits, include_extras=True)
_APART = ("capacities", "reasons")
_NAMES = {
    f.name.replace("_", "-"): f.name for f in dataclasses.fields(Limits) if f.name not in _APART
}
_CLAIM_HINTS = typing.get_type_hints(Claim, include_extras=True)
_REASON = ("because", "sources")
_CHOOSE = Text(f"kies uit: {', '.join(_NAMES)}", f"choose from: {', '.join(_NAMES)}")
_UNITS = ("hours", "half-days", "lessons")


@dataclass(frozen=True, slots=True)
class _CapacityRow:
    """A capacity with its reason, as it stands in the file."""

    id: str
    unit: str
    bands: Mapping[str, int]
    assumed: str
    because: Text
    sources: tuple[SourceId, ...]


@dataclass(slots=True)
class LimitsReader:
    """Takes the lists of limits and capacities, from one file or several."""

    reader: Reader
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    capacities: dict[str, Capacity] = field(default_factory=dict)
    reasons: dict[str, Claim] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    counts: list[tuple[str, int, Place]] = field(default_factory=list)

    def take(self, key: str, node: ListNode) -> None:
        """Read the list under `limits` or `capacities`."""
        if key == "limits":
            self.place = node.place
        for item in node.items:
            if not isinstance(item, MapNode):
                self.reader.wrong(item, (key,), A_MAPPING)
            elif key == "limits":
                self._limit(item)
            else:
                self._capacity(item)

    def build(self, is_whole: bool) -> Limits | None:
        """The limits, or None where one is missing or could not be read.

        What is missing is told when every file `is_whole` and there are limits at all.
        """
        missing = [name for name in _NAMES if name not in self.named]
        for name in missing if is_whole and self.named else ():
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
            kind = kind_name("limits")
            reader.tell("E-REF", word, trail, remedy or _CHOOSE, kind=kind, id=word.text)
            return
        reader.index.define("limits", word.text, word.place)
        self.named.add(word.text)
        value = node.get("value")
        field_name = _NAMES[word.text]
        if value is not None:
            read = reader.read(_HINTS[field_name], value, (*trail, "value"))
            if read is not BAD:
                self.values[field_name] = read
            if field_name == "expected" and isinstance(value, MapNode):
                self._expected(value, (*trail, "value"))
            if field_name.endswith("_flag") and isinstance(read, str):
                reader.index.refer("flags", read, value.place, (*trail, "value"))
        self._reason(word.text, node, trail)

    def _expected(self, node: MapNode, trail: Trail) -> None:
        for key, value in node.entries:
            if key.text not in KIND_NAMES:
                remedy = self.reader.problems.hint(key.text, KIND_NAMES)
                told = {"value": key.text, "known": ", ".join(KIND_NAMES)}
                self.reader.tell("E-CHOICE", key, trail, remedy, **told)
            elif isinstance(value, ScalarNode) and value.text.isdecimal():
                self.counts.append((key.text, int(value.text[:9]), value.place))

    def _capacity(self, node: MapNode) -> None:
        word = scalar_under(node, "id")
        trail: Trail = ("capacities", word.text) if word else ("capacities",)
        row = self.reader.record(_CapacityRow, node, trail)
        if word is not None:
            self.reader.index.define("amounts", word.text, word.place)
            self.reader.index.refer("capacities", word.text, word.place, (*trail, "id"))
        if row is not BAD:
            capacity = Capacity(row.id, row.unit, row.bands, row.assumed)
            self._check_capacity(capacity, node, trail)
            self.capacities[row.id] = capacity
            self.reasons[row.id] = Claim(row.because, row.sources)

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
