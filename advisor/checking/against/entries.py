"""Which entries differ between two versions of the knowledge, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, IntEnum

from advisor.checking.written import write_condition
from advisor.loading.index import Index
from advisor.model.conditions import All, Any, Condition, Leaf, Not
from advisor.model.interventions import Intervention
from advisor.model.knowledge import Key, Knowledge
from advisor.problems import Place
from advisor.texts import Text

_FORMS = "forms"
"""Of an intervention these are entries of their own."""

_OF_LIMITS = ("capacities", "reasons")
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Changed:
    """One value that differs: the fields that lead to it, and how it was and is."""

    path: tuple[str, ...]
    before: str
    after: str

    @property
    def is_text(self) -> bool:
        """Whether only the wording differs."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that is new, gone (the other place is None) or not the same any more."""

    key: Key
    before: Place | None
    after: Place | None
    values: tuple[Changed, ...] = ()

    @property
    def only_words(self) -> bool:
        """Whether both versions have it, and it differs in nothing but its texts."""
        both = self.before is not None and self.after is not None
        return self.key[0] == "words" or (both and all(one.is_text for one in self.values))


def compare_entries(
    before: Knowledge, index_before: Index, after: Knowledge, index_after: Index
) -> tuple[EntryChange, ...]:
    """Every entry that differs, by kind, in the order of the version after."""
    old, new = entries_of(before), entries_of(after)
    places_old, places_new = _places(index_before), _places(index_after)
    found: list[EntryChange] = []
    for key in dict.fromkeys((*new, *old)):
        at = places_old.get(key), places_new.get(key)
        if key not in old:
            found.append(EntryChange(key, None, at[1] or Place(NOTHING)))
        elif key not in new:
            found.append(EntryChange(key, at[0] or Place(NOTHING), None))
        elif values := tuple(_walk(old[key], new[key], ())):
            both = at[0] or Place(NOTHING), at[1] or Place(NOTHING)
            found.append(EntryChange(key, *both, values))
    return tuple(found)


def entries_of(knowledge: Knowledge) -> dict[Key, object]:
    """Every entry of the knowledge by its kind and id."""
    catalogue, limits = knowledge.catalogue, knowledge.limits
    kinds: dict[str, Mapping[str, object]] = {
        kind.name: getattr(catalogue, kind.name) for kind in fields(catalogue)
    }
    kinds["sections"] = {one.id: one for one in knowledge.questionnaire.sections}
    kinds["questions"] = knowledge.questionnaire.questions
    kinds["rules"] = {rule.id: rule for stage in knowledge.rules.values() for rule in stage}
    for name in ("steps", "existing", "left_out"):
        kinds[name] = {one.id: one for one in getattr(knowledge, name)}
    kinds["limits"] = {
        field.name.replace("_", "-"): getattr(limits, field.name)
        for field in fields(limits)
        if field.name not in _OF_LIMITS
    }
    kinds["amounts"] = limits.capacities
    return {(kind, name): entry for kind, held in kinds.items() for name, entry in held.items()}


def _places(index: Index) -> dict[Key, Place]:
    found: dict[Key, Place] = {}
    for one in index.definitions:
        found.setdefault((one.kind, one.id), one.place)
    return found


def _walk(old: object, new: object, path: tuple[str, ...]) -> Iterator[Changed]:
    """The values in which two entries differ."""
    if isinstance(old, Text) and isinstance(new, Text):
        if old != new:
            yield Changed(path, NOTHING, NOTHING)
    elif isinstance(old, Condition) or type(old) is not type(new):
        if old != new:
            yield Changed(path, show(old), show(new))
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys((*old, *new)):
            inner = (*path, show(name))
            yield from _walk(old.get(name), new.get(name), inner)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _walk_list(old, new, path)
    elif is_dataclass(old):
        for field in fields(old):
            if not (isinstance(old, Intervention) and field.name == _FORMS):
                inner = (*path, field.name)
                yield from _walk(getattr(old, field.name), getattr(new, field.name), inner)
    elif old != new:
        yield Changed(path, show(old), show(new))


def _walk_list(
    old: tuple[object, ...], new: tuple[object, ...], path: tuple[str, ...]
) -> Iterator[Changed]:
    """Things with an id by that id, texts as texts, and anything else as one value."""
    named = [{getattr(one, "id", None): one for one in side} for side in (old, new)]
    if all(None not in side for side in named):
        yield from _walk(named[0], named[1], path)
    elif len(old) == len(new) and not all(map(_is_plain, (*old, *new))):
        for number, pair in enumerate(zip(old, new, strict=True), start=1):
            yield from _walk(*pair, (*path, str(number)))
    elif old != new:
        yield Changed(path, show(old), show(new))


def _is_plain(value: object) -> bool:
    return isinstance(value, str | Enum | int)


def show(value: object) -> str:
    """A value as it would stand in the YAML, on one line."""
    match value:
        case None:
            return NOTHING
        case bool():
            return str(value).lower()
        case IntEnum():
            return value.name.lower()
        case Enum():
            return str(value.value)
        case Text():
            return f"“{value.en}”"
        case tuple():
            return f"[{', '.join(map(show, value))}]"
        case Mapping():
            return f"{{{', '.join(f'{show(k)}: {show(v)}' for k, v in value.items())}}}"
        case Leaf() | All() | Any() | Not():
            return write_condition(value)
    if is_dataclass(value):
        name = getattr(value, "id", None)
        if name is not None:
            return str(name)
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return show({name: one for name, one in held.items() if not isinstance(one, Text)})
    return str(value)
