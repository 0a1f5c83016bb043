"""Checks that nothing is gone: every kind, as many entries as agreed, every kind of rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.loading.index import Index, kind_name
from advisor.loading.messages import problem
from advisor.model.knowledge import Own
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
from advisor.model.vocabulary import Stage
from advisor.problems import Place, Problem, shorten
from advisor.texts import Text

_IN_RULES = {
    "steps": "steps.yaml",
    "existing": "existing.yaml",
    "left_out": "left-out.yaml",
    "limits": "limits.yaml",
    "amounts": "limits.yaml",
}
_IN_CATALOGUE = {
    "interventions": "interventions",
    "sources": "sources",
    "sections": "questionnaire.yaml",
    "questions": "questionnaire.yaml",
    "words": "wording.yaml",
    **dict.fromkeys(
        ("roles", "themes", "pillars", "layers", "tiers", "phases", "periods"), "frames.yaml"
    ),
    **dict.fromkeys(("terms", "jargon", "abbreviations"), "language.yaml"),
    **dict.fromkeys(("capacities", "levels", "grades", "strengths"), "frames.yaml"),
}
_MOST_NAMED = 10
_YAML_KEYS = {"amounts": "capacities", "interventions": "id"}
_CONSEQUENCES: Mapping[Stage, Mapping[str, type[Consequence]]] = {
    Stage.ASSESS: {"set: need": SetNeed, "set: flag": SetFlag},
    Stage.JUDGE: {
        "exclude": Exclude,
        "require: form": RequireForms,
        "require: foundation": RequireFoundation,
        "notice": Notice,
    },
    Stage.COMPOSE: {
        "action": Action,
        "weak_point": WeakPoint,
        "approval": Approval,
        "watch": Watch,
        "notice": Notice,
    },
}


@dataclass(frozen=True, slots=True)
class Homes:
    """The two folders of knowledge, as a reader knows them."""

    catalogue: str
    rules: str

    def of(self, kind: str) -> str:
        """The file or folder where the entries of a kind usually stand."""
        if kind in _IN_RULES:
            return f"{self.rules}/{_IN_RULES[kind]}"
        return f"{self.catalogue}/{_IN_CATALOGUE.get(kind, f'{kind}.yaml')}"


def check_presence(kinds: Iterable[str], index: Index, homes: Homes) -> Iterator[Problem]:
    """One problem for each file of which every kind is gone."""
    gone: dict[str, list[str]] = {}
    for kind in kinds:
        if index.is_empty(kind) and kind not in index.unsure:
            gone.setdefault(homes.of(kind), []).append(kind)
    for file, missing in gone.items():
        what = Text.join(tuple(kind_name(kind) for kind in missing))
        keys = ", ".join(f"{_YAML_KEYS.get(kind, kind)}:" for kind in missing)
        yield problem("E-ABSENT", Place(file), what=what, file=file, keys=keys)


def check_counts(
    expected: Iterable[tuple[str, int, Place]], index: Index, homes: Homes, own: Sequence[Own]
) -> Iterator[Problem]:
    """The kinds with another number of entries than was agreed; own entries come on top of it."""
    added = {key for one in own for key in one.added}
    for kind, wanted, place in expected:
        count = sum((kind, name) not in added for name in index.places(kind))
        if count and count != wanted and kind not in index.unsure:
            told = {"count": count, "expected": wanted}
            trail, file = ("limits", "expected", kind), homes.of(kind)
            remedy = _put_back(kind, index, file) if count < wanted else None
            what = kind_name(kind)
            yield problem("E-COUNT", place, trail, remedy, what=what, file=file, **told)


def short_kinds(expected: Iterable[tuple[str, int, Place]], index: Index) -> set[str]:
    """The kinds with fewer entries than was agreed: who names such an entry may well be right."""
    return {kind for kind, wanted, _ in expected if len(index.places(kind)) < wanted}


def _put_back(kind: str, index: Index, file: str) -> Text | None:
    known = index.places(kind)
    named = (one.id for one in index.references if one.kind == kind and one.id not in known)
    gone = ", ".join(shorten(name) for name in tuple(dict.fromkeys(named))[:_MOST_NAMED])
    if not gone:
        return None
    return Text(
        f"genoemd, maar nergens te vinden: {gone}; zet dit terug in {file}",
        f"named, but nowhere to be found: {gone}; put this back in {file}",
    )


def check_consequences(rules: Mapping[Stage, tuple[Rule, ...]], homes: Homes) -> Iterator[Problem]:
    """The kinds of consequence that no rule of their stage has."""
    for stage, wanted in _CONSEQUENCES.items():
        for name, cls in wanted.items():
            if not any(isinstance(rule.then, cls) for rule in rules[stage]):
                told = {"stage": stage.value, "consequence": name, "file": homes.rules}
                yield problem("E-NO-RULE", Place(homes.rules), **told)
