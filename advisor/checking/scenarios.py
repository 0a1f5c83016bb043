"""Reads scenario schools: a school, a sentence to judge, and what its plan must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
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
from advisor.problems import Place, Problem, ProblemList, UsageError, did_you_mean, near_name
from advisor.texts import Text

LISTS = (
    "rests_on",
    "expect",
    "expect_not",
    "expect_open",
    "expect_covered",
    "expect_told",
    "expect_not_told",
    "expect_changes",
    "expect_promises",
)
MAPPINGS = ("expect_form", "expect_status", "expect_existing", "expect_cover", "expect_why")
KEYS = ("name", "date", "answers", *LISTS, *MAPPINGS, "expect_starts")
_LANGS = ("nl", "en")
_VALUES: Mapping[str, type[StrEnum]] = {
    "expect_status": Status,
    "expect_existing": Decision,
    "expect_cover": Cover,
    "expect_why": WhyNotFirm,
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """A school with the sentence that an expert can judge, and what it expects of the plan.

    `lists` and `mappings` hold the ids under the keys of the file. Besides what is in the plan
    they name what it must tell: rules and safeguards, and needs with a change of the school's own
    among the first steps. Of promises they name those that this school once broke.
    """

    id: str
    file: str
    name: Text
    answers: Answers
    lists: Mapping[str, tuple[str, ...]]
    mappings: Mapping[str, Mapping[str, str]]
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
    problems = ProblemList()
    found = [_load(path, knowledge, problems) for path in sorted(folder.glob("*.yaml"))]
    return tuple(one for one in found if one is not None), problems.in_order()


def _load(path: Path, knowledge: Knowledge, problems: ProblemList) -> Scenario | None:
    root = load_yaml(path, problems)
    return None if root is None else _Reader(path, root, knowledge, problems).read()


@dataclass(slots=True)
class _Reader:
    """Reads one scenario and tells all its problems."""

    path: Path
    root: MapNode
    knowledge: Knowledge
    problems: ProblemList
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        catalogue = self.knowledge.catalogue
        self.known = frozenset((*catalogue.interventions, *catalogue.foundations))

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
        lists = {key: tuple(self.ids(key)) for key in LISTS}
        mappings = {key: dict(self.pairs(key)) for key in MAPPINGS}
        starts, name = self.starts(), self.name()
        parsed = parse_answers(self.as_answers(), self.knowledge.questionnaire, self.problems)
        if parsed is None:
            return None
        file = show_path(self.path)
        return Scenario(self.path.stem, file, name, parsed[0], lists, mappings, starts)

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

    def ids(self, key: str) -> Iterator[str]:
        """The ids in the list under the key, each known."""
        node = self.root.get(key)
        if node is not None and not isinstance(node, ListNode):
            self.tell("E-TYPE", node, expected=A_LIST)
            return
        for item in node.items if isinstance(node, ListNode) else ():
            if isinstance(item, ScalarNode):
                yield self.one_of(item, self.allowed(key))
            else:
                self.tell("E-TYPE", item, expected=A_WORD)

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """The ids in the mapping under the key, with their values, each known."""
        node = self.root.get(key)
        if node is not None and not isinstance(node, MapNode):
            self.tell("E-TYPE", node, expected=A_MAPPING)
            return
        keys = self.allowed(key)
        for name, value in node.entries if isinstance(node, MapNode) else ():
            if isinstance(value, ScalarNode):
                yield self.one_of(name, keys), self.one_of(value, self.values(key))
            else:
                self.tell("E-TYPE", value, expected=A_WORD)

    def allowed(self, key: str) -> frozenset[str]:
        """What may stand in the list, or on the left in the mapping."""
        catalogue = self.knowledge.catalogue
        if key == "rests_on":
            return frozenset((*catalogue.sources, *catalogue.principles, *catalogue.harms))
        if key in {"expect_open", "expect_covered", "expect_changes", "expect_cover", "expect_why"}:
            return frozenset(catalogue.needs)
        if key in {"expect_told", "expect_not_told"}:
            return frozenset((*self.rules(), *catalogue.harms))
        if key == "expect_promises":
            return frozenset(PROMISES)
        if key == "expect_existing":
            return frozenset((*catalogue.interventions, *catalogue.activities))
        return self.known

    def values(self, key: str) -> frozenset[str]:
        """What may stand on the right in the mapping."""
        if key == "expect_form":
            return frozenset(self.knowledge.catalogue.forms)
        return frozenset(_VALUES[key])

    def rules(self) -> Iterator[str]:
        """The ids of all rules."""
        return (rule.id for stage in self.knowledge.rules.values() for rule in stage)

    def one_of(self, node: ScalarNode, known: frozenset[str]) -> str:
        """The word, told as a problem when it is not known; principles in capitals too."""
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
