"""How much of the knowledge is guarded: run `python benchmarks/mutations.py`.

Makes one mistake at a time in a copy of the rules and forms, at random: a rule less, a condition
turned, another weight, a requirement less, a form for more than it is meant for. Then tells what
catches it first: loading or the lint, a scenario, or a promise on generated schools. Mistakes that
no answers can show, as is proven, are named apart and do not count. The survivors stand with file
and line. The same seed makes the same mistakes; `--list` shows them without testing any.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from advisor.checking import lint
from advisor.checking.expectations import run_scenario
from advisor.checking.lint.material import Conditioned, Material
from advisor.checking.lint.sample import Sample
from advisor.checking.promised import broken_by
from advisor.checking.scenarios import load_scenarios
from advisor.checking.schools import TODAY, realistic_schools, uniform_schools
from advisor.data import data_root
from advisor.engine.reasoning import Reasoning, reason
from advisor.loading.index import Index
from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge
from advisor.model.vocabulary import Stage
from advisor.problems import KnowledgeError

SCHOOLS = 20
"""Of each kind so many schools are tested for promises."""

CAUGHT = ("loading", "lint", "scenarios", "promises")
SAME, SURVIVED = "the same for all answers", "survived"

ENTRY = re.compile(r"(  )?- id: ")
LEAF = re.compile(r"\{(?:answer|need|circumstance|activity|capacity|advised|begins|flag): [^{}]*\}")
LEVELS = {"moderate": "serious", "serious": "moderate", "largely": "partly", "started": "partly"}
WEIGHTS = {"strong": "moderate", "moderate": "weak", "weak": "moderate"}
GRADES = {"strong": "good", "good": "limited", "mixed": "good", "limited": "good"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the lines that stand for others, from `line` (counted from one) on."""

    kind: str
    file: str
    line: int
    was: tuple[str, ...]
    becomes: tuple[str, ...]

    @property
    def said(self) -> str:
        """The place and the change on one line."""
        was, becomes = ("; ".join(part.strip() for part in p) for p in (self.was, self.becomes))
        change = f"{was[:110]} -> {becomes[:110]}" if becomes else f"without: {was[:110]}"
        return f"{self.file}:{self.line}: {self.kind}: {change}"

    def applied(self, text: str) -> str:
        """The text of the file with the mistake in it."""
        lines = text.split("\n")
        lines[self.line - 1 : self.line - 1 + len(self.was)] = self.becomes
        return "\n".join(lines)


def main() -> None:
    """Print what caught the mutants, and those that nothing caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--list", action="store_true", help="show the mutants, test none")
    wanted = parser.parse_args()
    mutants = choose(wanted.count, wanted.seed)
    print(f"{len(mutants)} mutants, seed {wanted.seed}", flush=True)
    if wanted.list:
        print("\n".join(mutant.said for mutant in mutants))
        return
    index = Index()
    root = data_root()
    outcome, how = catch(load_knowledge(root.catalogue, root.rules, index), index)
    if outcome != SURVIVED:
        sys.exit(f"the knowledge itself is caught by {outcome}: {how}; mend that first")
    judged: list[tuple[str, str]] = []
    with multiprocessing.Pool(wanted.jobs) as pool:
        for mutant, found in zip(mutants, pool.imap(judge, mutants), strict=True):
            judged.append(found)
            if found[0] in (SAME, SURVIVED):
                print(f"{found[0]}: {mutant.said}", flush=True)
    tell(judged)


def tell(judged: list[tuple[str, str]]) -> None:
    """How many were caught by what, and how many of those that could be."""
    counts, how = Counter(outcome for outcome, _ in judged), Counter(judged)
    for outcome in (*CAUGHT, SAME, SURVIVED):
        by = ", ".join(f"{what} {n}" for (one, what), n in sorted(how.items()) if one == outcome)
        print(f"{outcome:28}{counts[outcome]:5}  {by}".rstrip())
    counted = len(judged) - counts[SAME]
    caught = counted - counts[SURVIVED]
    print(f"caught {caught} of {counted}: {100 * caught / max(counted, 1):.1f}%")


def choose(count: int, seed: int) -> list[Mutant]:
    """So many different mutants: each kind as often, and within it each place."""
    chance = random.Random(seed)
    by_kind = {kind: list(make()) for kind, make in KINDS.items()}
    found: dict[Mutant, None] = {}
    while len(found) < min(count, sum(len(mutants) for mutants in by_kind.values())):
        kind = chance.choice(list(by_kind))
        if by_kind[kind]:
            found[by_kind[kind].pop(chance.randrange(len(by_kind[kind])))] = None
    return list(found)


def files(folder: str) -> Iterator[tuple[str, list[str]]]:
    """The files below a folder of the knowledge with their lines."""
    top = data_root().rules.parent
    for path in sorted((top / folder).rglob("*.yaml")):
        yield path.relative_to(top).as_posix(), path.read_text(encoding="utf-8").split("\n")


def blocks(lines: list[str], start: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """From where to where each part goes that begins so: until something less indented."""
    for at, line in enumerate(lines):
        if start.match(line):
            depth = len(line) - len(line.lstrip())
            end = at + 1
            while end < len(lines) and (
                len(lines[end]) - len(lines[end].lstrip()) > depth and lines[end].strip()
            ):
                end += 1
            yield at, end


def one_line(kind: str, file: str, at: int, was: str, becomes: str) -> Mutant:
    """A mutant of one line."""
    return Mutant(kind, file, at + 1, (was,), (becomes,))


def gone(kind: str, file: str, lines: list[str], at: int, end: int) -> Mutant:
    """A mutant without some lines."""
    return Mutant(kind, file, at + 1, tuple(lines[at:end]), ())


def rules_less() -> Iterator[Mutant]:
    """Every rule can go."""
    for file, lines in files("rules"):
        for at, end in blocks(lines, re.compile(r"  - id: ")):
            if any(line.startswith("    when:") for line in lines[at:end]):
                yield gone("a rule less", file, lines, at, end)


def conditions_turned() -> Iterator[Mutant]:
    """A leaf is turned, moved by a level or left out; `all` becomes `any`."""
    kind = "a condition turned"
    for file, lines in files("rules"):
        for start, end in blocks(lines, re.compile(r"    when:")):
            for at in range(start, end):
                line = lines[at]
                for leaf in LEAF.finditer(line):
                    turned = f"{{not: {leaf.group()}}}"
                    yield one_line(kind, file, at, line, _put(line, leaf, turned))
                    moved = re.sub(r"\b\w+(?=\}$)", _moved, leaf.group())
                    if moved != leaf.group():
                        yield one_line(kind, file, at, line, _put(line, leaf, moved))
                if re.match(r"\s+- \{[^{}]*\}$", line):
                    yield gone(kind, file, lines, at, at + 1)
                for word, other in (("all", "any"), ("any", "all")):
                    if re.search(rf"\b{word}:", line):
                        other_line = re.sub(rf"\b{word}:", f"{other}:", line, count=1)
                        yield one_line(kind, file, at, line, other_line)


def _put(line: str, found: re.Match[str], text: str) -> str:
    return line[: found.start()] + text + line[found.end() :]


def _moved(found: re.Match[str]) -> str:
    return LEVELS.get(found.group(), found.group())


def weights_swapped() -> Iterator[Mutant]:
    """A link gets another strength, a form another grade, two weights or ranks change places."""
    kind = "another weight"
    for file, lines in (*files("catalogue/interventions"), *files("rules")):
        for at, line in enumerate(lines):
            for key, other in (("strength", WEIGHTS), ("grade", GRADES)):
                found = re.search(rf"\b{key}: (\w+)", line)
                if found is not None and file.startswith("catalogue"):
                    changed = f"{key}: {other[found.group(1)]}"
                    yield one_line(kind, file, at, line, _put(line, found, changed))
            found = re.search(r"\brank: (\d+)", line)
            if found is not None:
                changed = f"rank: {(int(found.group(1)) + 5) % 10}"
                yield one_line(kind, file, at, line, _put(line, found, changed))
            found = re.search(r"value: \{(\w+): (\d+), (.*)\b(\w+): (\d+)\}", line)
            if found is not None:
                one, first, middle, other_name, last = found.groups()
                changed = f"value: {{{one}: {last}, {middle}{other_name}: {first}}}"
                yield one_line(kind, file, at, line, _put(line, found, changed))


def requirements_dropped() -> Iterator[Mutant]:
    """A form no longer requires others, or somebody qualified and a route."""
    for file, lines in files("catalogue/interventions"):
        for at, end in blocks(lines, re.compile(r"    (requires|at_risk):")):
            yield gone("a requirement less", file, lines, at, end)


def forms_widened() -> Iterator[Mutant]:
    """A form for other years, for another age, or to start although it should not."""
    kind = "a form widened"
    for file, lines in files("catalogue/interventions"):
        for at, end in blocks(lines, re.compile(r"        years:|    never_new:")):
            yield gone(kind, file, lines, at, end)
        for at, end in blocks(lines, re.compile(r"    fits:")):
            ages = [line.strip() for line in lines[at:end] if re.match(r"      \w+:$", line)]
            if len(ages) == 1:
                other = {"po:": "vo:", "vo:": "po:"}[ages[0]]
                more = [f"      {other}", *(x for x in lines[at + 2 : end] if "years:" not in x)]
                was = tuple(lines[at:end])
                yield Mutant(kind, file, at + 1, was, (*was, *more))


KINDS: dict[str, Callable[[], Iterator[Mutant]]] = {
    "rules": rules_less,
    "conditions": conditions_turned,
    "weights": weights_swapped,
    "requirements": requirements_dropped,
    "forms": forms_widened,
}


def judge(mutant: Mutant) -> tuple[str, str]:
    """What catches the mutant first, and how."""
    root, index = data_root(), Index()
    with tempfile.TemporaryDirectory() as place:
        for folder in (root.catalogue, root.rules):
            shutil.copytree(folder, Path(place) / folder.name)
        path = Path(place) / mutant.file
        path.write_text(mutant.applied(path.read_text(encoding="utf-8")), encoding="utf-8")
        try:
            changed = load_knowledge(Path(place) / "catalogue", Path(place) / "rules", index)
        except KnowledgeError as error:
            return "loading", error.problems[0].code
    if is_alike(changed):
        return SAME, ""
    return catch(changed, index)


@cache
def original() -> Knowledge:
    """The knowledge as it is, read once in each process."""
    root = data_root()
    return load_knowledge(root.catalogue, root.rules)


def catch(changed: Knowledge, index: Index) -> tuple[str, str]:
    """What catches it once it could be loaded; what costs least goes first."""
    material, only = Material(changed, index), Changed(changed, index)
    slow = (lint.check_reach, lint.check_parts)
    quick = (check for check in lint.PROVING if check not in slow)
    for problem in chain.from_iterable(check(material) for check in quick):
        return "lint", problem.code
    for problem in lint.check_reach(only):
        return "lint", problem.code
    reasoned: list[Reasoning] = []
    scenarios, problems = load_scenarios(data_root().scenarios, changed)
    if problems:
        return "scenarios", problems[0].code
    for scenario in scenarios:
        result = run_scenario(scenario, changed)
        reasoned.append(result.reasoning)
        if result.failed:
            return "scenarios", scenario.id
    sample = Sample(changed, reasoned)
    looks = (look(material, sample) for look in lint.LOOKING)
    for problem in chain(lint.check_parts(only), *looks):
        return "lint", problem.code
    return next(broken_on_generated(changed), (SURVIVED, ""))


def broken_on_generated(changed: Knowledge) -> Iterator[tuple[str, str]]:
    """The promises that generated schools break; the order of rules and answers is not at stake."""
    for make in (realistic_schools, uniform_schools):
        for answers in make(changed, SCHOOLS, 1):
            for broken in broken_by(reason(answers, changed, TODAY), changed):
                yield "promises", broken.promise


class Changed(Material):
    """The knowledge with the mistake, of which only the conditions that changed are gone through.

    What is derived may change all others, so then they all are.
    """

    def conditions(self) -> Iterator[Conditioned]:
        """Those that are not as they were."""
        before = {key_of(one): one for one in Material(original(), self.index).conditions()}
        derived = self.knowledge.rules[Stage.ASSESS] != original().rules[Stage.ASSESS]
        for one in super().conditions():
            if derived or before.get(key_of(one)) != one:
                yield one


def key_of(one: Conditioned) -> tuple[str, str, str]:
    """Which condition of which entry it is."""
    return one.kind, one.id, one.key


def is_alike(changed: Knowledge) -> bool:
    """Whether nothing but conditions changed, and those come to the same for all answers."""
    if rest_of(changed) != rest_of(original()):
        return False
    material = Material(changed, Index())
    before = {key_of(one): one.condition for one in Material(original(), Index()).conditions()}
    return all(
        one.condition == before[key_of(one)]
        or material.prover.are_alike(one.condition, before[key_of(one)])
        for one in material.conditions()
    )


def rest_of(knowledge: Knowledge) -> object:
    """All that a mutant may change besides conditions; what is derived with its conditions."""
    every = chain.from_iterable(knowledge.rules[stage] for stage in Stage)
    rules = [(rule.id, rule.then, rule.every_school) for rule in every]
    forms = repr(knowledge.catalogue.forms)
    return rules, knowledge.rules[Stage.ASSESS], forms, knowledge.limits


if __name__ == "__main__":
    main()
