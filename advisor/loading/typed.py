"""Reads nodes into the dataclasses of the model by their type hints."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Annotated, Any, Final, TypeVar

from advisor.loading.conditions import EVERYWHERE, ConditionReader
from advisor.loading.index import Index, Written, kind_name
from advisor.loading.messages import problem
from advisor.loading.vocabulary import Vocabulary
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.model.conditions import Condition, Subject
from advisor.model.interventions import Form
from advisor.model.vocabulary import ESTIMATE, Ref
from advisor.problems import ProblemList
from advisor.texts import Lang, Text

Entry = TypeVar("Entry")
Trail = tuple[str, ...]


class _Bad(Enum):
    BAD = "bad"


BAD: Final = _Bad.BAD
"""What reading gives where a problem was told."""

_KINDS_INSIDE: dict[type, str] = {Form: "forms"}
"""Entries with an id of their own that stand inside another entry."""

_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,9}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

A_WORD = Text("een woord", "a word")
A_NUMBER = Text("een heel getal", "a whole number")
A_LIST = Text("een lijst", "a list")
A_MAPPING = Text("een blok met 'sleutel: waarde'", "a block with 'key: value'")
A_DATE = Text("een dag als 2026-11-21", "a day such as 2026-11-21")
A_TEXT = Text("een tekst in twee talen: {nl: …, en: …}", "a text in two languages: {nl: …, en: …}")
YES_OR_NO = Text("true of false", "true or false")


@functools.cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls, include_extras=True)


@functools.cache
def _without_default(cls: Any) -> frozenset[str]:
    missing = dataclasses.MISSING
    fields = dataclasses.fields(cls)
    return frozenset(
        f.name for f in fields if f.default is missing and f.default_factory is missing
    )


@functools.cache
def _none_if_absent(cls: Any) -> frozenset[str]:
    names = _without_default(cls)
    return frozenset(n for n in names if type(None) in typing.get_args(_hints(cls)[n]))


def _day(word: str | None) -> dt.date | None:
    """The day in `2026-11-21`, or None where the word is no such day."""
    if word is None or not _DAY.fullmatch(word):
        return None
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        return None


def required_keys(cls: Any) -> frozenset[str]:
    """The fields that must be written: those without a default that cannot be None."""
    return _without_default(cls) - _none_if_absent(cls)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values; tells problems and notes ids instead of stopping.

    `subjects` are what conditions may look at here.
    """

    problems: ProblemList
    index: Index
    vocabulary: Vocabulary
    subjects: frozenset[Subject] = EVERYWHERE
    asked_needs_only: bool = False

    def limited_to(self, subjects: frozenset[Subject], asked_needs_only: bool) -> Reader:
        """The same reader with another view for conditions."""
        return replace(self, subjects=subjects, asked_needs_only=asked_needs_only)

    def entry(self, cls: type[Entry], kind: str, node: Node, trail: Trail) -> Entry | None:
        """Read one entry with an id, which is noted as an entry of that kind."""
        if not isinstance(node, MapNode):
            self.index.unsure.add(kind)
            self.wrong(node, trail, A_MAPPING)
            return None
        name = node.get("id")
        if isinstance(name, ScalarNode) and not name.is_absent:
            self.index.define(kind, name.text, name.place)
            trail = (*trail, f"{kind_name(kind).en} {name.text}")
            if kind != "sources" and not _ID.fullmatch(name.text):
                self.tell("E-ID", name, (*trail, "id"), value=name.text)
        else:
            self.index.unsure.add(kind)
        value = self.record(cls, node, trail)
        return None if value is BAD else typing.cast("Entry", value)

    def record(self, cls: Any, node: Node, trail: Trail) -> Any:
        """Read a mapping into a dataclass, key by field."""
        if not isinstance(node, MapNode):
            return self.wrong(node, trail, A_MAPPING)
        hints = _hints(cls)
        values: dict[str, Any] = {}
        for key, value in node.entries:
            if key.text in hints:
                values[key.text] = self.read(hints[key.text], value, (*trail, key.text))
        self.check_keys(node, tuple(hints), required_keys(cls), trail)
        absent = [name for name in required_keys(cls) if name not in values]
        if absent or any(value is BAD for value in values.values()):
            return BAD
        return cls(**dict.fromkeys(_none_if_absent(cls) - values.keys()), **values)

    def check_keys(
        self, node: MapNode, known: tuple[str, ...], required: frozenset[str], trail: Trail
    ) -> None:
        """Tell about keys that cannot stand here and keys that must."""
        names = [key.text for key, _ in node.entries]
        for key, _ in node.entries:
            if key.text not in known:
                self.unknown_key(key, tuple(k for k in known if k not in names), known, trail)
        for name in known:
            if name in required and name not in names:
                self.tell("E-MISSING-KEY", node, trail, key=name)

    def unknown_key(
        self, key: ScalarNode, free: tuple[str, ...], known: tuple[str, ...], trail: Trail
    ) -> None:
        """Tell about one key, with the near name that is not used yet."""
        remedy = self.problems.hint(key.text, free)
        self.tell("E-UNKNOWN-KEY", key, trail, remedy, key=key.text, known=", ".join(known))

    def read(self, hint: Any, node: Node, trail: Trail) -> Any:
        """Read one value of the type that the hint names."""
        if isinstance(node, ScalarNode) and node.broken:
            return BAD
        if hint == Node:
            return node
        if hint == Condition:
            view = (self.subjects, self.asked_needs_only)
            reader = ConditionReader(self.problems, self.index, self.vocabulary, *view)
            return reader.read(node, trail) or BAD
        origin = typing.get_origin(hint)
        if origin is Annotated:
            return self._reference(typing.get_args(hint)[1], node, trail)
        if origin in (typing.Union, types.UnionType):
            return self._optional(hint, node, trail)
        if origin is tuple:
            return self._tuple(typing.get_args(hint), node, trail)
        if origin is Mapping:
            key_hint, value_hint = typing.get_args(hint)
            return self._mapping(key_hint, value_hint, node, trail)
        if hint is Text:
            return self.text(node, trail)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            return self._nested(hint, node, trail)
        return self._scalar(hint, node, trail)

    def _nested(self, cls: type[Any], node: Node, trail: Trail) -> Any:
        if cls not in _KINDS_INSIDE:
            return self.record(cls, node, trail)
        entry = self.entry(cls, _KINDS_INSIDE[cls], node, trail)
        return BAD if entry is None else entry

    def _optional(self, hint: Any, node: Node, trail: Trail) -> Any:
        if isinstance(node, ScalarNode) and node.is_absent:
            return None
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        return self.read(inner, node, trail)

    def _tuple(self, args: tuple[Any, ...], node: Node, trail: Trail) -> Any:
        if not isinstance(node, ListNode):
            return self.wrong(node, trail, A_LIST)
        if args[-1] is Ellipsis:
            hints = (args[0],) * len(node.items)
        elif len(args) == len(node.items):
            hints = args
        else:
            count = Text(f"een lijst van {len(args)}", f"a list of {len(args)}")
            return self.wrong(node, trail, count)
        if not node.items and args[0] == Annotated[str, Ref("sources")]:
            return self.tell("E-SOURCES", node, trail)
        numbered = zip(hints, node.items, range(1, len(hints) + 1), strict=True)
        values = tuple(self.read(h, item, (*trail, str(number))) for h, item, number in numbered)
        return BAD if any(v is BAD for v in values) else values

    def _mapping(self, key_hint: Any, value_hint: Any, node: Node, trail: Trail) -> Any:
        if not isinstance(node, MapNode):
            return self.wrong(node, trail, A_MAPPING)
        values: dict[Any, Any] = {}
        bad = False
        for key, item in node.entries:
            inner = (*trail, key.text)
            name, value = self.read(key_hint, key, inner), self.read(value_hint, item, inner)
            bad = bad or name is BAD or value is BAD
            values[name] = value
        return BAD if bad else values

    def _reference(self, ref: Ref, node: Node, trail: Trail) -> Any:
        word = self._scalar(str, node, trail)
        if word is not BAD and not (ref.kind == "sources" and word == ESTIMATE):
            self.index.refer(ref.kind, word, node.place, trail)
        return word

    def text(self, node: Node, trail: Trail) -> Any:
        """Read a text in two languages; both must be there and fill in the same places."""
        if not isinstance(node, MapNode):
            return self.wrong(node, trail, A_TEXT)
        self.check_keys(node, ("nl", "en"), frozenset(), trail)
        found = {lang: (node.word(lang) or "").strip() for lang in Lang}
        for lang in (lang for lang, said in found.items() if not said):
            self.tell("E-LANGUAGE", node.get(lang) or node, trail, lang=lang.value)
        nl, en = (set(_PLACEHOLDER.findall(found[lang])) for lang in (Lang.NL, Lang.EN))
        if all(found.values()) and nl != en:
            self.tell("E-PLACEHOLDER", node, trail, names=", ".join(sorted(nl ^ en)))
        if not all(found.values()):
            return BAD
        text = Text(found[Lang.NL], found[Lang.EN])
        at = tuple((node.get(lang) or node).place for lang in Lang)
        self.index.texts.append(Written(text, (at[0], at[1]), trail))
        return text

    def _scalar(self, hint: Any, node: Node, trail: Trail) -> Any:
        word = node.text if isinstance(node, ScalarNode) and not node.is_absent else None
        if hint is int:
            number = word if word is not None and _WHOLE_NUMBER.fullmatch(word) else None
            return int(number) if number is not None else self.wrong(node, trail, A_NUMBER)
        if hint is bool:
            return (
                word == "true" if word in ("true", "false") else self.wrong(node, trail, YES_OR_NO)
            )
        if hint is dt.date:
            return _day(word) or self.wrong(node, trail, A_DATE)
        if word is None or not word.strip():
            return self.wrong(node, trail, A_WORD)
        return word if hint is str else self._choice(hint, word, node, trail)

    def _choice(self, enum: type[Enum], word: str, node: Node, trail: Trail) -> Any:
        by_name = issubclass(enum, IntEnum)
        members = {m.name.lower() if by_name else str(m.value): m for m in enum}
        if word in members:
            return members[word]
        remedy, known = self.problems.hint(word, members), ", ".join(members)
        return self.tell("E-CHOICE", node, trail, remedy, value=word, known=known)

    def wrong(self, node: Node, trail: Trail, expected: Text) -> _Bad:
        """Tell that something else should stand here."""
        if isinstance(node, ScalarNode) and node.broken:
            return BAD
        return self.tell("E-TYPE", node, trail, expected=expected)

    def tell(
        self,
        code: str,
        node: Node,
        trail: Trail,
        remedy: Text | None = None,
        /,
        **values: str | int | Text,
    ) -> _Bad:
        """Tell a problem at the place of a node."""
        self.problems.add(problem(code, node.place, trail, remedy, **values))
        return BAD
