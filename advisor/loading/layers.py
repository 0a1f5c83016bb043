"""Lays own knowledge on top of that of the program, entry by entry, before anything is read.

One rule: an entry with a new id comes after those that are there, and one with an id that exists
takes the place of the whole entry. Of a mapping, such as the words, the keys that are given do.
Two keys exist only here, for questions: `after` says behind which question one is asked, and
`add_options` gives a question that is there more options, instead of replacing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from advisor.loading.files import TYPES, File
from advisor.loading.index import kind_name
from advisor.loading.messages import problem
from advisor.loading.own_folder import OwnFolder
from advisor.loading.vocabulary import entries_under, scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.model.knowledge import Key, Own
from advisor.problems import Place, ProblemList, did_you_mean, near_name

_WORDS, _QUESTIONS, _RULES = "words", "questions", "rules"
_AFTER, _ADD = "after", "add_options"
_KIND_IN_RULES = {"capacities": "amounts"}

Files = tuple[File, ...]


def lay_on_top(
    catalogue: Files, rules: Files, folders: Iterable[OwnFolder], problems: ProblemList
) -> tuple[Files, Files, tuple[Own, ...]]:
    """The files with those of folders of own knowledge, in order, and what each folder did."""
    every: list[Own] = []
    for folder in folders:
        catalogue, rules, own = _lay(catalogue, rules, folder, problems)
        every.append(own)
    return catalogue, rules, tuple(every)


def _lay(
    catalogue: Files, rules: Files, folder: OwnFolder, problems: ProblemList
) -> tuple[Files, Files, Own]:
    in_catalogue, in_rules = _Pile(catalogue, problems), _Pile(rules, problems, _KIND_IN_RULES)
    for pile, files in ((in_catalogue, folder.catalogue), (in_rules, folder.rules)):
        for file in files:
            pile.lay(file)
    both = (in_catalogue, in_rules)
    own = Own(
        folder.name,
        added=frozenset(key for pile in both for key in pile.added),
        replaced=frozenset(key for pile in both for key in pile.replaced),
        extended=frozenset(key for pile in both for key in pile.extended),
    )
    return in_catalogue.files, in_rules.files, own


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an entry stands: the file, the key of its list, and its place in that list."""

    file: int
    key: int
    item: int
    node: MapNode


@dataclass(slots=True)
class _Pile:
    """The files of one folder, on which those of another are laid."""

    files: Files
    problems: ProblemList
    kinds: dict[str, str] = field(default_factory=dict)
    added: dict[Key, Place] = field(default_factory=dict)
    replaced: dict[Key, Place] = field(default_factory=dict)
    extended: set[Key] = field(default_factory=set)

    def lay(self, file: File) -> None:
        """Put what is there already in its place, and keep the rest in a file of its own."""
        if file.is_type:
            self._lay_type(file)
            return
        rest: list[tuple[ScalarNode, Node]] = []
        for key, node in file.root.entries:
            left: Node | None = node
            if isinstance(node, ListNode):
                items = tuple(self._left_of(key.text, node, file.root))
                left = replace(node, items=items) if items or not node.items else None
            elif isinstance(node, MapNode) and key.text == _WORDS:
                self._lay_words(node)
                left = None
            rest += [(key, left)] if left is not None else []
        if any(key.text != "stage" for key, _ in rest):
            self.files += (replace(file, root=replace(file.root, entries=tuple(rest))),)

    def _lay_type(self, file: File) -> None:
        name = file.root.word("id")
        inside = [("forms", form.word("id") or "") for form in entries_under(file.root, "forms")]
        for at, other in enumerate(self.files):
            if other.is_type and name is not None and other.root.word("id") == name:
                if self._is_first((TYPES, name), file.root):
                    known = {form.word("id") for form in entries_under(other.root, "forms")}
                    for form in inside:
                        goes = self.replaced if form[1] in known else self.added
                        goes[form] = file.root.place
                    self.files = (*self.files[:at], file, *self.files[at + 1 :])
                return
        self.added |= dict.fromkeys(((TYPES, name or ""), *inside), file.root.place)
        self.files += (file,)

    def _left_of(self, key: str, node: ListNode, root: MapNode) -> Iterator[Node]:
        """The items of a list that are not in their place yet."""
        for item in node.items:
            word = scalar_under(item, "id") if isinstance(item, MapNode) else None
            if not isinstance(item, MapNode) or word is None:
                yield item
            elif key == _QUESTIONS:
                yield from self._left_of_questions(item, word)
            elif not self._takes_place(key, item, word.text, root):
                yield item

    def _takes_place(self, key: str, item: MapNode, name: str, root: MapNode) -> bool:
        """Whether the item now stands where one with its id stood; else it is new."""
        spot, full = self._find(key, name), (self.kinds.get(key, key), name)
        if spot is None:
            self.added[full] = item.place
            return False
        if not self._is_first(full, item):
            return True
        if key == _RULES and self.files[spot.file].root.word("stage") != root.word("stage"):
            # Rules have no order, and a rule of another stage cannot stand where the old one did.
            self._put(spot)
            return False
        self._put(spot, item)
        return True

    def _is_first(self, key: Key, node: Node) -> bool:
        """Whether the folder did not give this already; twice is a mistake."""
        earlier = self.added.get(key) or self.replaced.setdefault(key, node.place)
        if earlier is node.place:
            return True
        trail, where = (f"{kind_name(key[0]).en} {key[1]}",), earlier.short
        self.problems.add(problem("E-UNIQUE", node.place, trail, id=key[1], where=where))
        return False

    def _lay_words(self, node: MapNode) -> None:
        """Replace the words that are there; the program asks for no others."""
        given = {key.text: (key, value) for key, value in node.entries}
        known: list[str] = []
        for at, file in enumerate(self.files):
            old = file.root.get(_WORDS)
            for key, _ in old.entries if isinstance(old, MapNode) else ():
                known.append(key.text)
                if key.text in given and isinstance(old, MapNode):
                    pair = given.pop(key.text)
                    if self._is_first((_WORDS, key.text), pair[0]):
                        old = replace(old, entries=tuple(_swap(old.entries, key.text, pair)))
            if isinstance(old, MapNode):
                words = next(k for k, _ in file.root.entries if k.text == _WORDS)
                self._set_root(at, tuple(_swap(file.root.entries, _WORDS, (words, old))))
        for key, _ in given.values():
            self._refuse(_WORDS, key, (_WORDS,), known)

    def _left_of_questions(self, item: MapNode, word: ScalarNode) -> Iterator[Node]:
        """A question goes to its place among the others, where it has one."""
        if item.get(_ADD) is not None:
            self._extend(item, word)
            return
        after, plain = scalar_under(item, _AFTER), _without(item, _AFTER)
        key, spot = (_QUESTIONS, word.text), self._find(_QUESTIONS, word.text)
        anchor = self._anchor(plain, after) if after is not None or spot is None else None
        if spot is None:
            self.added[key] = item.place
        elif not self._is_first(key, item):
            return
        elif anchor is None:
            self._put(spot, plain)
            return
        else:
            self._put(spot)
            # What stood behind it has moved up.
            anchor = self._anchor(plain, after)
        if anchor is None:
            yield plain
        else:
            self._put(anchor, anchor.node, plain)

    def _anchor(self, item: MapNode, after: ScalarNode | None) -> _Spot | None:
        """The question to stand behind: the one named, else the last that is most like it.

        That is one of its section that measures the same, since what is chosen from other answers
        has to be asked after them; else one of its section, else the last of all.
        """
        if after is not None:
            return self._named(after, _AFTER)
        section, measures = item.word("section"), item.word("measures")
        every = list(self._spots(_QUESTIONS))
        alike = [spot for spot in every if spot.node.word("section") == section]
        same = [spot for spot in alike if spot.node.word("measures") == measures]
        return next(iter([*same[-1:], *alike[-1:], *every[-1:]]), None)

    def _extend(self, item: MapNode, word: ScalarNode) -> None:
        """Give a question that is there more options."""
        spot, more = self._named(word, "id"), item.get(_ADD)
        trail = (f"question {word.text}", _ADD)
        for key, _ in item.entries:
            if key.text not in ("id", _ADD):
                told = {"key": key.text, "known": f"id, {_ADD}"}
                self.problems.add(problem("E-UNKNOWN-KEY", key.place, trail, **told))
        if spot is None or more is None:
            return
        options = spot.node.get("options")
        if not isinstance(options, ListNode) or not isinstance(more, ListNode):
            self.problems.add(problem("E-ADD-OPTIONS", more.place, trail, id=word.text))
            return
        key = next(k for k, _ in spot.node.entries if k.text == "options")
        longer = replace(options, items=(*options.items, *more.items))
        entries = tuple(_swap(spot.node.entries, "options", (key, longer)))
        self._put(spot, replace(spot.node, entries=entries))
        self.extended.add((_QUESTIONS, word.text))

    def _named(self, word: ScalarNode, key: str) -> _Spot | None:
        """The question with that id; a problem where there is none."""
        spot = self._find(_QUESTIONS, word.text)
        if spot is None:
            known = [one.node.word("id") or "" for one in self._spots(_QUESTIONS)]
            self._refuse(_QUESTIONS, word, (_QUESTIONS, key), known)
        return spot

    def _refuse(
        self, kind: str, word: ScalarNode, trail: tuple[str, ...], known: Iterable[str]
    ) -> None:
        """Tell that there is nothing with that id, with the near name if there is one."""
        near = near_name(word.text, known)
        remedy, told = did_you_mean(near) if near else None, kind_name(kind)
        self.problems.add(problem("E-REF", word.place, trail, remedy, kind=told, id=word.text))

    def _find(self, key: str, name: str) -> _Spot | None:
        return next((spot for spot in self._spots(key) if spot.node.word("id") == name), None)

    def _spots(self, key: str) -> Iterator[_Spot]:
        for at, file in enumerate(self.files):
            for which, (word, node) in enumerate(file.root.entries):
                if word.text == key and isinstance(node, ListNode) and not file.is_type:
                    for number, item in enumerate(node.items):
                        if isinstance(item, MapNode):
                            yield _Spot(at, which, number, item)

    def _put(self, spot: _Spot, *nodes: Node) -> None:
        """These nodes where one stood."""
        entries = list(self.files[spot.file].root.entries)
        key, node = entries[spot.key]
        assert isinstance(node, ListNode)
        items = (*node.items[: spot.item], *nodes, *node.items[spot.item + 1 :])
        entries[spot.key] = (key, replace(node, items=items))
        self._set_root(spot.file, tuple(entries))

    def _set_root(self, at: int, entries: tuple[tuple[ScalarNode, Node], ...]) -> None:
        file = self.files[at]
        changed = replace(file, root=replace(file.root, entries=entries))
        self.files = (*self.files[:at], changed, *self.files[at + 1 :])


def _swap(
    entries: Iterable[tuple[ScalarNode, Node]], name: str, pair: tuple[ScalarNode, Node]
) -> Iterator[tuple[ScalarNode, Node]]:
    return (pair if key.text == name else (key, value) for key, value in entries)


def _without(node: MapNode, name: str) -> MapNode:
    return replace(node, entries=tuple(pair for pair in node.entries if pair[0].text != name))
