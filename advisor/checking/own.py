"""What own knowledge changed, as the report of a check tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.loading.index import kind_name
from advisor.model.knowledge import Key, Own
from advisor.texts import Text

_HEAD = Text("Eigen kennis van {name}", "Own knowledge of {name}")
_LINE = Text("  {what}: {entries}", "  {what}: {entries}")
_WHAT = (
    ("added", Text("erbij", "added")),
    ("replaced", Text("vervangen", "replaced")),
    ("extended", Text("meer keuzes", "more choices")),
)
_CLASH = Text(
    "ook in eerdere eigen kennis, en hier vervangen",
    "in earlier own knowledge too, and replaced here",
)


def tell_own(every: Iterable[Own]) -> Iterator[Text]:
    """Whose knowledge was laid on top, and which entries each folder added and replaced."""
    earlier: frozenset[Key] = frozenset()
    for own in every:
        yield _HEAD.fill(name=own.name)
        told = [(what, getattr(own, name)) for name, what in _WHAT]
        for what, keys in (*told, (_CLASH, own.replaced & earlier)):
            if keys:
                yield _LINE.fill(what=what, entries=Text.join(tuple(map(_name, sorted(keys)))))
        earlier |= own.added | own.replaced


def _name(key: Key) -> Text:
    kind, name = kind_name(key[0]), key[1]
    return Text(f"{kind.nl} {name}", f"{kind.en} {name}")
