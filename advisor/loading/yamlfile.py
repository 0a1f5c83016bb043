"""A strict reader of YAML (and JSON): every scalar stays a word, every node has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from advisor.loading.messages import problem
from advisor.loading.syntax import explain_syntax
from advisor.problems import Place, ProblemList, UsageError

MAX_BYTES = 2_000_000
MAX_DEPTH = 64

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
_STRANGE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATES = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One word or text. `broken`: a problem was already told, so say no more about it."""

    place: Place
    text: str
    quoted: bool = False
    broken: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether nothing was written: empty, `~` or `null` without quotes."""
        return not self.quoted and self.text in _ABSENT


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of nodes."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping in the order of the file; each key stands once."""

    place: Place
    entries: tuple[tuple[ScalarNode, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def word(self, key: str) -> str | None:
        """The scalar under `key` as text, or None."""
        node = self.get(key)
        return node.text if isinstance(node, ScalarNode) and not node.is_absent else None


Node = ScalarNode | ListNode | MapNode


def load_yaml(path: Path, problems: ProblemList) -> MapNode | None:
    """Read one file; None where it cannot be used, with the reason in `problems`.

    Raises:
        UsageError: there is no such file, it is a folder, or it may not be read.
    """
    file = show_path(path)
    data = read_bytes(path, file, problems)
    return None if data is None else read_yaml(data, file, problems)


def show_path(path: Path) -> str:
    """The path as a reader knows it: below the current folder without the way to it."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def read_bytes(path: Path, file: str, problems: ProblemList) -> bytes | None:
    """The bytes of one file, not too many; None where a problem was told.

    Raises:
        UsageError: there is no such file, it is a folder, or it may not be read.
    """
    with open_bytes(path, file) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) <= MAX_BYTES:
        return data
    problems.add(problem("E-TOO-LARGE", Place(file), megabytes=MAX_BYTES // 1_000_000))
    return None


@contextmanager
def open_bytes(path: Path, file: str) -> Iterator[BinaryIO]:
    """The file, open to be read.

    Raises:
        UsageError: there is no such file, it is a folder, or it may not be read.
    """
    try:
        if path.is_dir():
            raise UsageError([problem("E-FOLDER", Place(file))])
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise UsageError([problem("E-NO-FILE", Place(file))]) from None
    except (OSError, ValueError):
        raise UsageError([problem("E-UNREADABLE", Place(file))]) from None


def read_yaml(data: bytes, file: str, problems: ProblemList) -> MapNode | None:
    """Read the bytes of one file or of standard input, which must hold one mapping."""
    if len(data) > MAX_BYTES:
        problems.add(problem("E-TOO-LARGE", Place(file), megabytes=MAX_BYTES // 1_000_000))
        return None
    text = _decode(data, file, problems)
    if text is None:
        return None
    root = _read_document(text, file, problems)
    if isinstance(root, MapNode) or root is None:
        return root
    if isinstance(root, ScalarNode) and root.broken:
        return None
    empty = isinstance(root, ScalarNode) and root.is_absent
    problems.add(problem("E-EMPTY" if empty else "E-MAPPING", Place(file, 1, 1)))
    return None


def _decode(data: bytes, file: str, problems: ProblemList) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(problem("E-ENCODING", Place(file, 1, 1)))
        return None
    if b"\0" in data:
        problems.add(problem("E-BINARY", Place(file)))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        problems.add(problem("E-ENCODING", _place_after(before, file)))
        return None
    strange = _STRANGE.search(text)
    if strange is not None:
        problems.add(problem("E-BINARY", _place_after(text[: strange.start()], file)))
        return None
    return _as_yaml(text)


def _place_after(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _as_yaml(text: str) -> str:
    """JSON differs from YAML in two ways: tabs before a line and characters in two halves."""
    if not text.lstrip().startswith("{"):
        return text
    spaced = re.sub(r"^[ \t]+", lambda m: m[0].replace("\t", " "), text, flags=re.MULTILINE)

    def whole(match: re.Match[str]) -> str:
        pair = bytes.fromhex(match[2] + match[3])
        return match[1] + pair.decode("utf-16-be")

    return _SURROGATES.sub(whole, spaced)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end was not reached yet."""

    place: Place
    is_map: bool
    is_tagged: bool
    items: list[Node] = field(default_factory=list)


class _Stop(Exception):
    """Reading cannot go on; the problem was told."""


@dataclass(slots=True)
class _Builder:
    """Makes nodes from events on a stack of its own, so that depth cannot crash it."""

    file: str
    problems: ProblemList
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0
    anchors: list[Place] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._tell("E-DOCUMENTS", event)
                raise _Stop
        elif isinstance(event, yaml.AliasEvent):
            self.anchors.append(self._place(event))
            self._put(ScalarNode(self._place(event), "", broken=True))
        elif isinstance(event, yaml.ScalarEvent):
            broken = self._is_tagged(event)
            quoted = bool(event.style)
            self._put(ScalarNode(self._place(event), event.value, quoted, broken))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        tagged = self._is_tagged(event)
        if len(self.stack) >= MAX_DEPTH:
            self.problems.add(problem("E-DEEP", self._place(event), most=MAX_DEPTH))
            raise _Stop
        is_map = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(self._place(event), is_map, tagged))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.is_tagged:
            self._put(ScalarNode(done.place, "", broken=True))
        elif done.is_map:
            self._put(MapNode(done.place, tuple(self._pairs(done.items))))
        else:
            self._put(ListNode(done.place, tuple(done.items)))

    def _pairs(self, items: list[Node]) -> Iterator[tuple[ScalarNode, Node]]:
        seen: dict[str, Place] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, ScalarNode) or key.is_absent:
                if not (isinstance(key, ScalarNode) and key.broken):
                    self.problems.add(problem("E-KEY", key.place))
            elif key.text in seen:
                line = seen[key.text].line or 0
                self.problems.add(problem("E-TWICE", key.place, key=key.text, line=line))
            else:
                seen[key.text] = key.place
                yield key, value

    def _put(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].items.append(node)
        else:
            self.root = node

    def _is_tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        if event.anchor is not None:
            self.anchors.append(self._place(event))
        if event.tag is not None:
            self._tell("E-TAG", event)
        return event.tag is not None

    def tell_anchors(self) -> None:
        """One problem for all references, since one habit makes them all."""
        if self.anchors:
            count = len(self.anchors)
            self.problems.add(problem("E-ANCHOR", self.anchors[0], count=count))

    def _tell(self, code: str, event: yaml.Event) -> None:
        self.problems.add(problem(code, self._place(event)))

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)


def _read_document(text: str, file: str, problems: ProblemList) -> Node | None:
    builder = _Builder(file, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Stop:
        return None
    except yaml.YAMLError as error:
        where, what = explain_syntax(error, text)
        place = Place(file, *where) if where else Place(file)
        # libyaml reads ahead, and since 0.2.6 it stops at a depth of its own before we see ours.
        too_deep = "nesting depth" in str(error)
        told = problem("E-DEEP", place, most=MAX_DEPTH) if too_deep else None
        problems.add(told or problem("E-YAML", place, what=what))
        return None
    finally:
        builder.tell_anchors()
    if builder.root is None:
        problems.add(problem("E-EMPTY", Place(file, 1, 1)))
    return builder.root
