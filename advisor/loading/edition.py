"""Which state of the knowledge this is: a short mark that changes when the choice may change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from advisor import __version__
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode

_TEXT = {"nl", "en"}
_NOT_WEIGHED = frozenset({"words", "terms", "jargon", "abbreviations"})
"""What the files hold besides knowledge: how the program speaks."""

_LENGTH = 12


def edition_of(roots: Iterable[MapNode]) -> str:
    """The version of the program with a mark of all entries, such as `0.1.0-3fa94c0d12ab`.

    It rests on the entries alone: not on names and order of files, on layout, comments, line ends,
    nor on texts, which can be corrected without the advice becoming another.
    """
    parts = sorted(_mark(_written(root, _NOT_WEIGHED)) for root in roots)
    return f"{__version__}-{_mark(''.join(parts))[:_LENGTH]}"


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _written(node: Node, without: frozenset[str] = frozenset()) -> str:
    """A node in one fixed form, without its texts."""
    if isinstance(node, ScalarNode):
        return repr(node.text)
    if isinstance(node, ListNode):
        return f"[{','.join(map(_written, node.items))}]"
    kept = [(key.text, value) for key, value in node.entries if key.text not in without]
    if {key for key, _ in kept} == _TEXT:
        return "{}"
    told = sorted(f"{key!r}:{_written(value)}" for key, value in kept)
    return f"{{{','.join(told)}}}"
