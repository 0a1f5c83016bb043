"""Reads conditions: `all`, `any`, `not` over leaves that are checked and written out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.loading.index import Index
from advisor.loading.messages import problem
from advisor.loading.vocabulary import Vocabulary
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.model.conditions import All, Any, Condition, Leaf, Not, Subject, Test
from advisor.model.vocabulary import Level
from advisor.problems import ProblemList
from advisor.texts import Text

Trail = tuple[str, ...]

EVERYWHERE = frozenset(Subject) - {Subject.ADVISED, Subject.BEGINS}
ASSESSING = frozenset({Subject.ANSWER, Subject.CIRCUMSTANCE, Subject.ACTIVITY, Subject.NEED})
COMPOSING = frozenset(Subject)

LEVELS = tuple(level.name.lower() for level in sorted(Level))
WAYS_OF_RUNNING = ("embedded", "project", "one-off", "loose")

_KIND_OF = {
    Subject.ANSWER: "questions",
    Subject.NEED: "needs",
    Subject.CIRCUMSTANCE: "circumstances",
    Subject.ACTIVITY: "running",
    Subject.CAPACITY: "capacities",
    Subject.ADVISED: "advised",
    Subject.BEGINS: "advised",
    Subject.FLAG: "flags",
}
_OPERATORS = {
    Subject.NEED: ("is", "in", "at_least", "first", "unknown"),
    Subject.CIRCUMSTANCE: (),
    Subject.ACTIVITY: ("is", "in"),
    Subject.CAPACITY: ("is", "in", "at_least", "unknown"),
    Subject.ADVISED: (),
    Subject.BEGINS: (),
    Subject.FLAG: (),
}
_OPERATORS_OF_ANSWERS = {
    "one": ("is", "in", "unknown"),
    "scale": ("is", "in", "at_least", "unknown"),
    "many": ("includes", "unknown"),
    "number": ("is", "in", "unknown"),
    "text": ("unknown",),
}
_EVERY_OPERATOR = ("is", "in", "at_least", "includes", "first", "unknown")
_MAY_STAND_BARE = frozenset(Subject) - {Subject.ANSWER, Subject.NEED, Subject.CAPACITY}


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads one condition where `subjects` may be looked at; None where a problem was told."""

    problems: ProblemList
    index: Index
    vocabulary: Vocabulary
    subjects: frozenset[Subject] = EVERYWHERE
    asked_needs_only: bool = False

    def read(self, node: Node, trail: Trail) -> Condition | None:
        """The condition that stands in `node`."""
        if isinstance(node, MapNode) and len(node.entries) == 1:
            key, value = node.entries[0]
            if key.text == "not":
                part = self.read(value, (*trail, "not"))
                return None if part is None else Not(part)
            if key.text in ("all", "any") and isinstance(value, ListNode):
                return self._parts(key.text, value, (*trail, key.text))
        if not isinstance(node, MapNode) or not node.entries:
            return self._shape(node, trail)
        return self._leaf(node, trail)

    def _parts(self, word: str, node: ListNode, trail: Trail) -> Condition | None:
        parts = [
            self.read(item, (*trail, str(number))) for number, item in enumerate(node.items, 1)
        ]
        whole = tuple(part for part in parts if part is not None)
        if len(whole) < len(parts):
            return None
        return All(whole) if word == "all" else Any(whole)

    def _leaf(self, node: MapNode, trail: Trail) -> Condition | None:
        subjects = [key.text for key, _ in node.entries if key.text in set(Subject)]
        if len(subjects) != 1:
            return self._shape(node, trail)
        subject = Subject(subjects[0])
        named = node.get(subject)
        if not isinstance(named, ScalarNode) or named.is_absent:
            return self._shape(node, trail)
        if not self._is_visible(subject, named, trail):
            return None
        self.index.refer(_KIND_OF[subject], named.text, named.place, (*trail, subject.value))
        rest = [(key, value) for key, value in node.entries if key.text != subject]
        if not rest and subject in _MAY_STAND_BARE:
            return Leaf(subject, named.text, Test.HOLDS)
        if len(rest) != 1:
            allowed = self._operators(subject, named.text)
            return self._operator(rest[-1][0] if rest else named, subject, allowed, trail)
        return self._tested(subject, named.text, *rest[0], trail)

    def _is_visible(self, subject: Subject, named: ScalarNode, trail: Trail) -> bool:
        needs = self.vocabulary.asked_needs
        asked = subject is not Subject.NEED or not needs or named.text in needs
        if subject in self.subjects and (asked or not self.asked_needs_only):
            return True
        known = ", ".join(sorted(self.subjects))
        self._tell("E-STAGE", named, trail, subject=f"{subject}: {named.text}", known=known)
        return False

    def _tested(
        self, subject: Subject, name: str, key: ScalarNode, value: Node, trail: Trail
    ) -> Condition | None:
        allowed = self._operators(subject, name)
        if key.text not in allowed:
            return self._operator(key, subject, allowed, trail)
        trail = (*trail, key.text)
        if key.text in ("first", "unknown"):
            if not (isinstance(value, ScalarNode) and value.text == "true"):
                self._tell("E-CHOICE", value, trail, value=_shown(value), known="true")
                return None
            return Leaf(subject, name, Test(key.text))
        words = self._words(key.text, value, trail)
        options = self._options(subject, name)
        if words is None or not self._are_known(words, options, trail):
            return None
        values = tuple(word.text for word in words)
        if key.text == "at_least":
            values = options[options.index(values[0]) :] if options else values
        test = Test.INCLUDES if key.text == "includes" else Test.IN
        return Leaf(subject, name, test, values)

    def _words(self, operator: str, value: Node, trail: Trail) -> list[ScalarNode] | None:
        many = operator == "in"
        items: Iterable[Node] = value.items if isinstance(value, ListNode) else (value,)
        words = [n for n in items if isinstance(n, ScalarNode) and not n.is_absent]
        if isinstance(value, ListNode) is many and words and len(words) == len(tuple(items)):
            return words
        expected = (
            Text("een lijst woorden", "a list of words") if many else Text("een woord", "a word")
        )
        self._tell("E-TYPE", value, trail, expected=expected)
        return None

    def _are_known(self, words: list[ScalarNode], options: tuple[str, ...], trail: Trail) -> bool:
        unknown = [word for word in words if options and word.text not in options]
        for word in unknown:
            remedy = self.problems.hint(word.text, options)
            values: dict[str, str] = {"value": word.text, "known": ", ".join(options)}
            self.problems.add(problem("E-CHOICE", word.place, trail, remedy, **values))
        return not unknown

    def _operators(self, subject: Subject, name: str) -> tuple[str, ...]:
        if subject is not Subject.ANSWER:
            return _OPERATORS[subject]
        asked = self.vocabulary.questions.get(name)
        kind = "" if asked is None else "scale" if asked.rises else asked.kind
        return _OPERATORS_OF_ANSWERS.get(kind, _EVERY_OPERATOR)

    def _options(self, subject: Subject, name: str) -> tuple[str, ...]:
        """The values in rising order; empty where any word will do or the id is unknown."""
        if subject is Subject.NEED:
            return LEVELS
        if subject is Subject.ACTIVITY:
            return WAYS_OF_RUNNING
        if subject is Subject.CAPACITY:
            return self.vocabulary.capacities.get(name, ())
        asked = self.vocabulary.questions.get(name)
        return asked.options if asked else ()

    def _operator(
        self, node: ScalarNode, subject: Subject, allowed: tuple[str, ...], trail: Trail
    ) -> Condition | None:
        known = ", ".join(allowed) or subject.value
        self._tell(
            "E-OPERATOR", node, trail, operator=node.text, subject=subject.value, known=known
        )
        return None

    def _shape(self, node: Node, trail: Trail) -> Condition | None:
        if not (isinstance(node, ScalarNode) and node.broken):
            self._tell("E-CONDITION", node, trail, subjects=", ".join(Subject))
        return None

    def _tell(self, code: str, node: Node, trail: Trail, **values: str | Text) -> None:
        self.problems.add(problem(code, node.place, trail, **values))


def _shown(node: Node) -> str:
    return node.text if isinstance(node, ScalarNode) else "…"
