"""Reads the files below `rules/`, and all knowledge together."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from advisor.loading.catalogue import KINDS, read_catalogue
from advisor.loading.completeness import (
    Homes,
    check_consequences,
    check_counts,
    check_presence,
    short_kinds,
)
from advisor.loading.conditions import ASSESSING, COMPOSING, EVERYWHERE
from advisor.loading.crosscheck import check_knowledge
from advisor.loading.edition import edition_of
from advisor.loading.files import File, open_files
from advisor.loading.index import Index
from advisor.loading.layers import lay_on_top
from advisor.loading.limits import LimitsReader
from advisor.loading.messages import problem
from advisor.loading.own_folder import open_own
from advisor.loading.references import check_ids, check_references
from advisor.loading.shared_options import share_options
from advisor.loading.typed import A_LIST, A_MAPPING, BAD, Reader, Trail
from advisor.loading.vocabulary import gather_vocabulary, scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, Node, show_path
from advisor.model.conditions import Condition
from advisor.model.knowledge import Knowledge
from advisor.model.rules import (
    Action,
    Approval,
    Consequence,
    Exclude,
    Notice,
    RequireForms,
    RequireFoundation,
    Rule,
    SetFlag,
    SetNeed,
    Watch,
    WeakPoint,
)
from advisor.model.vocabulary import SourceId, Stage
from advisor.problems import KnowledgeError, Place, Problem, ProblemList
from advisor.texts import Text

_CONSEQUENCES: dict[Stage, tuple[str, ...]] = {
    Stage.ASSESS: ("set",),
    Stage.JUDGE: ("exclude", "require", "notice"),
    Stage.COMPOSE: ("action", "weak_point", "approval", "watch", "notice"),
}
_SUBJECTS = {Stage.ASSESS: ASSESSING, Stage.JUDGE: EVERYWHERE, Stage.COMPOSE: COMPOSING}
_SHAPES: dict[str, tuple[tuple[str, type[Any]], ...]] = {
    "set": (("flag", SetFlag), ("", SetNeed)),
    "exclude": (("", Exclude),),
    "require": (("foundation", RequireFoundation), ("", RequireForms)),
    "action": (("", Action),),
    "weak_point": (("", WeakPoint),),
    "approval": (("", Approval),),
    "watch": (("", Watch),),
    "notice": (("", Notice),),
}

_APART = ("questionnaire", "catalogue", "rules", "limits", "edition", "own")
_TABLES: dict[str, Any] = {
    kind: typing.get_args(hint)[0]
    for kind, hint in typing.get_type_hints(Knowledge).items()
    if kind not in _APART
}
"""The tables of rules with the class of their rows."""

_KIND_OF = {"capacities": "amounts"}
_EVERY_KIND = (*KINDS, "sections", "questions", "words", *_TABLES, "limits", "amounts")

_TOP_LEVEL = ("stage", "rules", *_TABLES, "limits", "capacities")


@dataclass(frozen=True, slots=True)
class _Head:
    """A rule with its consequence as it stands, which is read by the stage."""

    id: str
    when: Condition
    because: Text
    sources: tuple[SourceId, ...]
    then: Node
    every_school: bool = False


@dataclass(slots=True)
class _Gathered:
    rules: list[Rule] = field(default_factory=list)
    tables: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind in _TABLES})


def load_knowledge(
    catalogue_dir: Path, rules_dir: Path, index: Index | None = None, own_dirs: Sequence[Path] = ()
) -> Knowledge:
    """Read and check everything below the two folders, with folders of own knowledge on top.

    An empty `index` is filled with where everything stands, for who wants to look further.

    Raises:
        KnowledgeError: with all problems of all files.
        UsageError: a folder is missing, or one of own knowledge is empty.
    """
    problems, index = ProblemList(), index if index is not None else Index()
    homes = Homes(show_path(catalogue_dir), show_path(rules_dir))
    catalogue_files = open_files(catalogue_dir, problems)
    rules_files = open_files(rules_dir, problems)
    folders = [open_own(path, problems) for path in own_dirs]
    is_whole = not problems.has_errors
    catalogue_files, rules_files, own = lay_on_top(catalogue_files, rules_files, folders, problems)
    counted: tuple[Problem, ...] = ()
    shared = share_options((file.root for file in catalogue_files), problems)
    with_options = zip(catalogue_files, shared, strict=True)
    catalogue_files = tuple(replace(file, root=root) for file, root in with_options)
    roots = [file.root for file in (*catalogue_files, *rules_files)]
    reader = Reader(problems, index, gather_vocabulary(roots))
    catalogue, questionnaire = read_catalogue(reader, catalogue_files, homes.catalogue)
    gathered, limits = _read_rules_files(reader, rules_files, homes)
    found_limits = limits.build(is_whole)
    problems.extend(check_ids(index))
    if is_whole:
        # What stands in a file that cannot be read is not known, so nothing is called missing.
        problems.extend(check_presence(_EVERY_KIND, index, homes))
        counted = tuple(check_counts(limits.counts, index, homes, own))
        index.unsure |= short_kinds(limits.counts, index)
        problems.extend(check_references(index))
    can_go_on = is_whole and not problems.has_errors and not index.unsure
    problems.extend(counted)
    if found_limits is None or not can_go_on:
        raise KnowledgeError(problems.in_order())
    stages = {stage: _of_stage(gathered.rules, stage) for stage in Stage}
    tables = {kind: tuple(entries) for kind, entries in gathered.tables.items()}
    edition = edition_of(roots)
    knowledge = Knowledge(
        questionnaire, catalogue, stages, limits=found_limits, edition=edition, own=own, **tables
    )
    problems.extend(check_consequences(stages, homes))
    problems.extend(check_knowledge(knowledge, index))
    if problems.has_errors:
        raise KnowledgeError(problems.in_order())
    return knowledge


def _read_rules_files(
    reader: Reader, files: Iterable[File], homes: Homes
) -> tuple[_Gathered, LimitsReader]:
    gathered, limits = _Gathered(), LimitsReader(reader, Place(homes.rules))
    for file in files:
        _read_file(reader, file, gathered, limits)
    return gathered, limits


def _of_stage(rules: Iterable[Rule], stage: Stage) -> tuple[Rule, ...]:
    return tuple(sorted((r for r in rules if r.stage is stage), key=lambda r: r.id))


def _read_file(reader: Reader, file: File, gathered: _Gathered, limits: LimitsReader) -> None:
    root = file.root
    required = frozenset({"stage"}) if root.get("rules") is not None else frozenset()
    reader.check_keys(root, _TOP_LEVEL, required, ())
    for key, node in root.entries:
        if key.text not in _TOP_LEVEL or key.text == "stage":
            continue
        if not isinstance(node, ListNode):
            reader.index.unsure.add(_KIND_OF.get(key.text, key.text))
            reader.wrong(node, (key.text,), A_LIST)
        elif key.text == "rules":
            gathered.rules += _read_rules(reader, root, node)
        elif key.text in _TABLES:
            gathered.tables[key.text] += _read_entries(reader, key.text, node)
        else:
            limits.take(key.text, node)


def _read_entries(reader: Reader, kind: str, node: ListNode) -> list[Any]:
    read = [reader.entry(_TABLES[kind], kind, item, ()) for item in node.items]
    return [entry for entry in read if entry is not None]


def _read_rules(reader: Reader, root: MapNode, node: ListNode) -> list[Rule]:
    named = root.get("stage")
    stage = BAD if named is None else reader.read(Stage, named, ("stage",))
    if stage is BAD:
        reader.index.unsure.add("rules")
        return []
    view = reader.limited_to(_SUBJECTS[stage], stage is Stage.ASSESS)
    rules = [_read_rule(view, stage, item) for item in node.items]
    return [rule for rule in rules if rule is not None]


def _read_rule(reader: Reader, stage: Stage, node: Node) -> Rule | None:
    if not isinstance(node, MapNode):
        reader.index.unsure.add("rules")
        reader.wrong(node, ("rules",), A_MAPPING)
        return None
    head = reader.entry(_Head, "rules", node, ())
    then = node.get("then")
    if then is None:
        return None
    consequence = _read_consequence(reader, stage, then, (f"rule {node.word('id')}", "then"))
    if head is None or consequence is None:
        return None
    return Rule(
        head.id, stage, head.when, consequence, head.because, head.sources, head.every_school
    )


def _read_consequence(reader: Reader, stage: Stage, node: Node, trail: Trail) -> Consequence | None:
    if not isinstance(node, MapNode) or len(node.entries) != 1:
        one = Text("een blok met precies een gevolg", "a block with exactly one consequence")
        reader.wrong(node, trail, one)
        return None
    key, value = node.entries[0]
    allowed = _CONSEQUENCES[stage]
    if key.text not in allowed:
        values = {"consequence": key.text, "stage": stage.value, "known": ", ".join(allowed)}
        reader.problems.add(problem("E-CONSEQUENCE", key.place, trail, **values))
        return None
    cls = _shape(_SHAPES[key.text], value)
    found = reader.record(cls, value, (*trail, key.text))
    if cls is SetFlag and isinstance(value, MapNode):
        word = scalar_under(value, "flag")
        if word is not None:
            reader.index.define("flags", word.text, word.place)
    return None if found is BAD else found


def _shape(shapes: tuple[tuple[str, type[Any]], ...], node: Node) -> type[Any]:
    keys = {key.text for key, _ in node.entries} if isinstance(node, MapNode) else set()
    fitting = (cls for key, cls in shapes if not key or key in keys)
    return next(fitting)
