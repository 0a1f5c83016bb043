"""Reads scenario schools: a school, a sentence to judge, and what its plan must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.engine.promises import PROMISES
from advisor.loading.answers import parse_answers
from advisor.loading.messages import problem
from advisor.loading.typed import A_LIST, A_MAPPING, A_NUMBER, A_WORD
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode, load_yaml, show_path
from advisor.model.combination import Decision, Status
from advisor.model.knowledge import Knowledge
from advisor.model.lines import Cover, WhyNotFirm
from advisor.model.questionnaire import FORMAT_VERSION, Answers
from advisor.model.vocabulary import Grade, Strength
from advisor.problems import Place, Problem, ProblemList, UsageError, did_you_mean, near_name
from advisor.texts import Text

LISTS: Mapping[str, str] = {
    "rests_on": "grounds",
    "expect": "items",
    "expect_not": "items",
    "expect_foundations": "foundations",
    "expect_notices": "rules",
    "expect_open": "needs",
    "expect_covered": "needs",
    "expect_told": "told",
    "expect_not_told": "told",
    "expect_changes": "needs",
    "expect_promises": "promises",
}
"""What may stand in the list under a key."""

MAPPINGS: Mapping[str, tuple[str, str]] = {
    "expect_form": ("items", "forms"),
    "expect_status": ("items", "statuses"),
    "expect_grade": ("types", "grades"),
    "expect_why_not": ("types", "reasons"),
    "expect_existing": ("activities", "decisions or rows"),
    "expect_cover": ("needs", "covers"),
    "expect_why": ("needs", "whys"),
    "expect_link": ("needs", "strengths"),
}
"""What may stand on the left and on the right in the mapping under a key."""

LISTINGS: Mapping[str, tuple[str, str]] = {
    "expect_by": ("needs", "items"),
    "expect_actions": ("questions", "rules"),
}
"""What may stand on the left, and in the list on the right, in the mapping under a key."""

KEYS = ("name", "date", "answers", *LISTS, *MAPPINGS, *LISTINGS, "expect_starts")
_LANGS = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A school with the sentence that an expert can judge, and what it expects of the plan.

    `lists`, `mappings` and `listings` hold the ids under the keys of the file. Besides what is in
    the plan they name what it must tell: rules and safeguards, and needs with a change of the
    school's own among the first steps. Of promises they name those that this school once broke.
    A listing is complete and in order: all that covers a need, all actions of a question. So are
    the foundations and the notices, where they are named.
    """

    id: str
    file: str
    name: Text
    answers: Answers
    lists: Mapping[str, tuple[str, ...]]
    mappings: Mapping[str, Mapping[str, str]]
    listings: Mapping[str, Mapping[str, tuple[str, ...]]]
    starts: int | None


def load_scenarios(
    folder: Path, knowledge: Knowledge
) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """All scenarios in the folder by name, and the problems of those that cannot be read.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError([problem("E-NO-FILE", Place(show_path(folder)))])
    problems, known = ProblemList(), _words_of(knowledge)
    found = [_load(path, knowledge, problems, known) for path in sorted(folder.glob("*.yaml"))]
    return tuple(one for one in found if one is not None), problems.in_order()


def _load(
    path: Path, knowledge: Knowledge, problems: ProblemList, known: Mapping[str, frozenset[str]]
) -> Scenario | None:
    root = load_yaml(path, problems)
    return None if root is None else _Reader(path, root, knowledge, problems, known).read()


@dataclass(slots=True)
class _Reader:
    """Reads one scenario and tells all its problems."""

    path: Path
    root: MapNode
    knowledge: Knowledge
    problems: ProblemList
    known: Mapping[str, frozenset[str]]

    def read(self) -> Scenario | None:
        """The scenario, or None where a problem was told."""
        before = len(self.problems)
        for key, _ in self.root.entries:
            if key.text not in KEYS:
                near = near_name(key.text, KEYS)
                remedy = did_you_mean(near) if near else None
                self.tell("E-UNKNOWN-KEY", key, remedy, key=key.text, known=", ".join(KEYS))
        for name in ("name", "rests_on", "date", "answers"):
            if self.root.get(name) is None:
                self.tell("E-MISSING-KEY", self.root, key=name)
        scenario = self.build()
        return scenario if len(self.problems) == before else None

    def build(self) -> Scenario | None:
        """The values; what is wrong leaves problems."""
        lists = {key: tuple(self.ids(self.root.get(key), LISTS[key])) for key in LISTS}
        mappings = {key: dict(self.pairs(key)) for key in MAPPINGS}
        listings = {key: dict(self.listed(key)) for key in LISTINGS}
        starts, name = self.starts(), self.name()
        parsed = parse_answers(self.as_answers(), self.knowledge.questionnaire, self.problems)
        if parsed is None:
            return None
        file = show_path(self.path)
        return Scenario(self.path.stem, file, name, parsed[0], lists, mappings, listings, starts)

    def as_answers(self) -> MapNode:
        """The scenario in the shape of an answers file, for the one gate of all answers."""
        place = self.root.place
        header = {"advisor": str(FORMAT_VERSION), "school": self.path.stem}
        entries = [(self.word(key), self.word(value)) for key, value in header.items()]
        kept = [(k, v) for k, v in self.root.entries if k.text in {"date", "answers"}]
        return MapNode(place, (*entries, *kept))

    def word(self, text: str) -> ScalarNode:
        """A word that does not stand in the file."""
        return ScalarNode(self.root.place, text, quoted=True)

    def name(self) -> Text:
        """The sentence in both languages."""
        node = self.root.get("name")
        texts = {lang: node.word(lang) if isinstance(node, MapNode) else None for lang in _LANGS}
        for lang, text in texts.items():
            if not text:
                self.tell("E-LANGUAGE", node or self.root, lang=lang)
        return Text(texts["nl"] or "", texts["en"] or "")

    def starts(self) -> int | None:
        """The number of types that start, where the scenario names it."""
        node = self.root.get("expect_starts")
        if node is None:
            return None
        if not isinstance(node, ScalarNode) or not node.text.isdecimal():
            self.tell("E-TYPE", node, expected=A_NUMBER)
            return None
        return int(node.text)

    def ids(self, node: Node | None, kind: str) -> Iterator[str]:
        """The words in the list, each known."""
        if node is not None and not isinstance(node, ListNode):
            self.tell("E-TYPE", node, expected=A_LIST)
            return
        for item in node.items if isinstance(node, ListNode) else ():
            yield from self.word_of(item, kind)

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """What stands in the mapping under the key, each word known."""
        left, right = MAPPINGS[key]
        for name, value in self.entries(key):
            for word in self.word_of(value, right):
                yield self.one_of(name, left), word

    def listed(self, key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What stands in the mapping under the key, each word with its list."""
        left, right = LISTINGS[key]
        for name, value in self.entries(key):
            yield self.one_of(name, left), tuple(self.ids(value, right))

    def entries(self, key: str) -> Iterator[tuple[ScalarNode, Node]]:
        """The mapping under the key, not looked at yet."""
        node = self.root.get(key)
        if isinstance(node, MapNode):
            yield from node.entries
        elif node is not None:
            self.tell("E-TYPE", node, expected=A_MAPPING)

    def word_of(self, node: Node, kind: str) -> Iterator[str]:
        """The one word that stands there, known; nothing when it is not a word."""
        if isinstance(node, ScalarNode):
            yield self.one_of(node, kind)
        else:
            self.tell("E-TYPE", node, expected=A_WORD)

    def one_of(self, node: ScalarNode, kind: str) -> str:
        """The word, told as a problem when it is not known; principles in capitals too."""
        known = self.known[kind]
        word = node.text if node.text in known else node.text.lower()
        if word not in known:
            near = near_name(node.text, known)
            remedy = did_you_mean(near) if near else None
            self.tell("E-REF", node, remedy, kind=Text("id", "id"), id=node.text)
        return word

    def tell(
        self, code: str, node: Node, remedy: Text | None = None, /, **values: str | int | Text
    ) -> None:
        """Keep a problem."""
        trail = (f"scenario {self.path.stem}",)
        self.problems.add(problem(code, node.place, trail, remedy, **values))


def _words_of(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The words of each kind that an expectation may name."""
    catalogue = knowledge.catalogue
    rules = [rule.id for stage in knowledge.rules.values() for rule in stage]
    words: Mapping[str, Iterable[str]] = {
        "grounds": (*catalogue.sources, *catalogue.principles, *catalogue.harms),
        "items": (*catalogue.interventions, *catalogue.foundations),
        "types": catalogue.interventions,
        "foundations": catalogue.foundations,
        "forms": catalogue.forms,
        "activities": (*catalogue.interventions, *catalogue.activities),
        "needs": catalogue.needs,
        "questions": catalogue.implementation,
        "rules": rules,
        "told": (*rules, *catalogue.harms),
        "reasons": (row.id for row in knowledge.left_out),
        "promises": PROMISES,
        "statuses": Status,
        "decisions or rows": (*Decision, *(row.id for row in knowledge.existing)),
        "covers": Cover,
        "whys": WhyNotFirm,
        "strengths": (strength.name.lower() for strength in Strength),
        "grades": (grade.name.lower() for grade in Grade),
    }
    return {kind: frozenset(known) for kind, known in words.items()}
