"""Reading YAML and the knowledge: what is refused, where, and with which remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.loading.messages import MESSAGES
from advisor.loading.rules import load_knowledge
from advisor.loading.yamlfile import ListNode, MapNode, ScalarNode, load_yaml, read_yaml
from advisor.model.conditions import All, Leaf, Not, Subject
from advisor.model.conditions import Test as LeafTest
from advisor.model.knowledge import Knowledge
from advisor.model.rules import Exclude, SetFlag
from advisor.model.vocabulary import Grade, Level, Stage, Strength
from advisor.problems import (
    KnowledgeError,
    Place,
    Problem,
    ProblemList,
    UsageError,
    render_problems,
)
from advisor.texts import Lang

BROKEN = Path(__file__).parent / "broken"

T = "{nl: Tekst, en: Text}"
SOURCES = "sources: [estimate]"

CATALOGUE = {
    "needs.yaml": f"""# needs
needs:
  - {{id: tension, order: 2, name: {T}, what: {T}, look_first: [{T}], change_yourself: [{T}],
     ask: board, goal: {T}, indicator: {T}, data: {T}, theme: climate, {SOURCES},
     whole_class: true}}
  - {{id: sight, order: 1, name: {T}, what: {T}, look_first: [], change_yourself: [], ask: board,
     goal: {T}, indicator: {T}, data: {T}, theme: climate, sources: [study2020],
     foundation: watching, firm: true}}
""",
    "frames.yaml": f"""# frames
roles: [{{id: coordinator, name: {T}, primary: null}}]
themes: [{{id: climate, name: {T}}}]
pillars: [{{id: education, name: {T}}}]
layers: [{{id: class, name: {T}}}, {{id: staff, name: {T}}}]
tiers:
  - {{id: universal, name: {T}}}
  - {{id: selective, name: {T}}}
  - {{id: indicated, name: {T}}}
phases: [{{id: explore, name: {T}}}]
periods: [{{id: autumn, name: {T}, rest: {T}, first_month: 10}}]
capacities: [{{id: hours, name: {T}}}]
levels:
  - {{id: none, name: {T}}}
  - {{id: mild, name: {T}}}
  - {{id: moderate, name: {T}}}
  - {{id: serious, name: {T}}}
grades: [{{id: strong, name: {T}, what: {T}}}, {{id: good, name: {T}, what: {T}}},
  {{id: mixed, name: {T}, what: {T}}}, {{id: limited, name: {T}, what: {T}}}]
strengths: [{{id: strong, name: {T}}}, {{id: moderate, name: {T}}}, {{id: weak, name: {T}}}]
""",
    "sources.yaml": "sources: [{id: study2020, cite: A study, link: null, read: abstract}]\n",
    "rest.yaml": f"""# the rest
foundations:
  - {{id: watching, order: 1, name: {T}, what: {T}, whom: {T}, who: coordinator, layers: [staff],
     themes: [climate], pillars: [education], load: {{hours: [8, 4]}}, first_step: {T},
     upkeep: {T}, done: {T}, in_place: {{answer: insight, at_least: largely}}, {SOURCES}}}
activities:
  - {{id: buddies, name: {T}, joins: null, needs: [tension], layers: [class], frees: 4}}
circumstances: [{{id: poverty, name: {T}, now: {T}, later: {T}, {SOURCES}}}]
partners:
  - {{id: board, order: 1, name: {T}, ask: {T}, when: {{not: {{flag: route}}}}, {SOURCES}}}
harms:
  - {{id: copying, name: {T}, safeguard: {T}, forbids: [loud-form], forms: [], {SOURCES}}}
pairings:
  - {{id: calm--skills, first: calm, second: [skills], relation: requires, note: {T}, {SOURCES}}}
programmes:
  - {{id: named, name: Named, interventions: [calm], sectors: [po], ages: 4-12, decided: {T},
     link: "https://example.org"}}
lasting:
  - {{id: supported, order: 1, name: {T}, passed: {{flag: route}}, repair: {T}, {SOURCES}}}
implementation:
  - {{id: daily, order: 1, name: {T}, question: {T}, answer: {T}, in_place: {{flag: route}},
     partly: {{all: []}}, {SOURCES}}}
principles: [{{id: r1, text: {T}, {SOURCES}}}]
instruments:
  - {{id: survey, order: 1, name: {T}, ages: {T}, measures: {T}, status: {T}, sectors: [po],
     needs: [sight], {SOURCES}}}
figures:
  - {{id: worried, need: sight, instrument: survey, sectors: [po], text: {T}, {SOURCES}}}
places: [{{id: atlas, name: {T}, what: {T}, link: "https://example.org"}}]
referrals: [{{id: doctor, text: {T}, urgent: [], {SOURCES}}}]
terms: [{{id: bullying, nl: [pest], en: [bull]}}]
jargon: [{{id: coping, lang: nl, words: [coping], instead: {T}}}]
abbreviations: [{{id: ggd, short: GGD, means: {T}, known: [nl]}}]
words: {{hello: {T}}}
""",
    "questionnaire.yaml": f"""# questionnaire
sections: [{{id: start, name: {T}}}]
questions:
  - {{id: sector, section: start, kind: one, asked: start, text: {T}, measures: sector,
     options: [{{id: po, text: {T}, reads: [po]}}, {{id: vo, text: {T}, reads: [vo]}}]}}
  - {{id: tension, section: start, kind: scale, asked: first, text: {T}, measures: need,
     target: tension, options: [{{id: none, text: {T}}}, {{id: mild, text: {T}}},
     {{id: moderate, text: {T}}}, {{id: serious, text: {T}}}]}}
  - {{id: insight, section: start, kind: scale, asked: first, text: {T}, measures: rules,
     options: [{{id: nothing-yet, text: {T}}}, {{id: partly, text: {T}}},
     {{id: largely, text: {T}}}, {{id: in-place, text: {T}}}]}}
  - {{id: care, section: start, kind: many, asked: first, text: {T}, measures: rules,
     options: [{{id: fixed-route, text: {T}}}, {{id: partner, text: {T}}}]}}
  - {{id: hours, section: start, kind: one, asked: first, text: {T}, measures: capacity,
     target: hours, options: [{{id: none, text: {T}}}, {{id: some, text: {T}}}]}}
  - {{id: wish, section: start, kind: text, asked: plan, text: {T}, help: {T}, measures: rules,
     when: {{need: tension, at_least: moderate}}}}
""",
    "interventions/skills.yaml": f"""# skills
id: skills
order: 2
reviewed: 2026-11-21
name: {T}
short: {T}
does: {{text: {T}, sources: [study2020]}}
does_not: {{text: {T}, sources: [study2020]}}
evidence: [{{text: {T}, sources: [study2020]}}]
limits: {{text: {T}, sources: [study2020]}}
grades: {{po: strong, vo: good}}
cautions: []
first_step: {T}
indicator: {T}
adjust: {{text: {T}, sources: [estimate]}}
fair: {{text: {T}, sources: [estimate]}}
differs: {{}}
themes: [climate]
pillars: [education]
assumed_form: skills-class
programmes: []
forms:
  - {{id: skills-class, intervention: skills, name: {T}, whom: {T}, tier: universal,
     layers: [class], who: coordinator, load: {{hours: [10, 5], lessons: 12}},
     fits: {{po: {{grade: strong,
     serves: {{tension: {{strength: strong, sources: [study2020]}}}}}}}}}}
""",
    "interventions/calm.yaml": f"""# calm
id: calm
order: 1
reviewed: 2026-11-21
name: {T}
short: {T}
does: {{text: {T}, sources: [study2020]}}
does_not: {{text: {T}, sources: [study2020]}}
evidence: [{{text: {T}, sources: [study2020]}}]
limits: {{text: {T}, sources: [study2020]}}
grades: {{po: good, vo: mixed}}
cautions: []
first_step: {T}
indicator: {T}
adjust: {{text: {T}, sources: [estimate]}}
fair: {{text: {T}, sources: [estimate]}}
differs: {{daily: {{text: {T}, sources: [estimate]}}}}
themes: [climate]
pillars: [education]
assumed_form: calm-group
programmes: [named]
forms:
  - {{id: calm-group, intervention: calm, name: {T}, whom: {T}, tier: selective, layers: [class],
     who: coordinator, load: {{hours: [6, 6]}}, at_risk: true, requires: [[skills-class]],
     fits: {{po: {{grade: good, serves: {{tension: {{strength: weak, {SOURCES}}}}}}}}}}}
  - {{id: loud-form, intervention: calm, name: {T}, whom: {T}, tier: universal, layers: [class],
     who: coordinator, load: {{hours: [0, 0]}}, fits: {{}}, never_new: {{text: {T}, {SOURCES}}}}}
""",
}

LIMIT_VALUES = {
    "years": "3",
    "starts": "3",
    "starts-with-required": "4",
    "starts-a-year": "2",
    "foundations-a-year": "3",
    "layers": "3",
    "layers-always": "[staff]",
    "base-foundation": "watching",
    "layer-foundations": "{staff: watching}",
    "route-foundation": "watching",
    "reserved-foundations": "[watching]",
    "route-flag": "route",
    "qualified-flag": "route",
    "level-weights": "{moderate: 1, serious: 2}",
    "link-weights": "{weak: 0, moderate: 1, strong: 2}",
    "strengthen-percent": "{project: 50}",
    "firm-grade": "good",
    "actions-a-question": "3",
    "actions-a-year": "12",
    "monitoring-rows": "5",
    "partners": "5",
    "network-group": "3",
    "sentence-words": "20",
    "text-words": "45",
    "type-words": "350",
    "ratio-percent": "[60, 170]",
    "expected": "{needs: 2, interventions: 2, layers: 2}",
}
WHY = f"because: {T}, {SOURCES}"


def table(key: str, column: str, names: str, more: str = "") -> str:
    """A table of rules with one row a name."""
    rows = (f"  - {{id: row-{n}, {column}: {n}, {WHY}{more}}}" for n in names.split())
    return "\n".join([f"{key}:", *rows, ""])


STEPS = "first-needs earlier other-needs fewer-starts lower-load catalogue-order"
TESTS = (
    "harmful-form perhaps-harmful-form part-of-foundation embedded in-chosen-set "
    "serves-need-of-chosen serves-open-need anything-else unclear for-other-years "
    "without-company nobody-qualified without-route standing-never-new"
)
LEFT_OUT = (
    "excluded runs-never-new never-new fits-some weak-link no-raised-need not-yet-known "
    "nobody-qualified wrong-years outweighed no-capacity"
)

RULES = {
    "assess.yaml": f"""stage: assess
rules:
  - {{id: sight-missing, when: {{answer: insight, is: nothing-yet}},
     then: {{set: {{need: sight, level: serious}}}}, {WHY}}}
  - {{id: has-route, when: {{answer: care, includes: fixed-route}},
     then: {{set: {{flag: route}}}}, {WHY}}}
""",
    "judge.yaml": f"""stage: judge
rules:
  - {{id: not-loud, when: {{all: []}},
     then: {{exclude: {{form: loud-form, harm: copying}}}}, {WHY}}}
  - {{id: a-watch, when: {{need: sight, at_least: moderate}},
     then: {{require: {{foundation: watching, rank: 1}}}}, {WHY}}}
  - {{id: skills-with-calm, when: {{all: []}},
     then: {{require: {{form: skills-class, one_of: [calm-group]}}}}, {WHY}}}
  - {{id: tell, when: {{flag: route}}, then: {{notice: {{text: {T}}}}}, {WHY}}}
""",
    "compose.yaml": f"""stage: compose
rules:
  - {{id: start-daily, when: {{all: []}}, then: {{action: {{question: daily, rank: 1, what: {T},
     role: coordinator, period: autumn, done: {T}}}}}, {WHY}}}
  - {{id: weak, when: {{all: []}}, then: {{weak_point: {{text: {T}, repair: {T}}}}}, {WHY}}}
  - {{id: told, when: {{advised: calm}}, then: {{notice: {{text: {T}}}}}, {WHY}}}
  - {{id: yes, when: {{advised: calm}}, then: {{approval: {{who: {T}, what: {T}}}}}, {WHY}}}
  - {{id: look, when: {{need: tension, at_least: moderate}}, then: {{watch: {{text: {T}}}}}, {WHY}}}
""",
    "steps.yaml": table("steps", "measure", STEPS, f", name: {T}"),
    "existing.yaml": table("existing", "test", TESTS, f", decision: keep, first_step: {T}"),
    "left-out.yaml": table("left_out", "test", LEFT_OUT),
    "limits.yaml": "\n".join(
        [
            "limits:",
            *(f"  - {{id: {name}, value: {v}, {WHY}}}" for name, v in LIMIT_VALUES.items()),
            "capacities:",
            f"  - {{id: hours, unit: hours, bands: {{none: 0, some: 20}}, assumed: some, {WHY}}}",
            "",
        ]
    ),
}

Load = Callable[..., Knowledge]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads the small knowledge, with files on top or words changed."""
    monkeypatch.chdir(tmp_path)

    def build(
        files: dict[str, str] | None = None, change: tuple[str, str] | None = None
    ) -> Knowledge:
        small = {f"catalogue/{name}": text for name, text in CATALOGUE.items()}
        small |= {f"rules/{name}": text for name, text in RULES.items()}
        if change is not None:
            assert any(change[0] in text for text in small.values()), change
            small = {name: text.replace(*change) for name, text in small.items()}
        for name, text in {**small, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_knowledge(tmp_path / "catalogue", tmp_path / "rules")

    return build


def problems_of(load: Load, change: tuple[str, str]) -> tuple[Problem, ...]:
    """The problems after changing words in the small knowledge."""
    with pytest.raises(KnowledgeError) as caught:
        load(change=change)
    return caught.value.problems


def codes(data: bytes | str) -> list[str]:
    """The codes of the problems in one YAML text."""
    problems = ProblemList()
    read_yaml(data.encode() if isinstance(data, str) else data, "f.yaml", problems)
    return [problem.code for problem in problems.in_order()]


def read(text: str) -> MapNode:
    """A YAML text without problems."""
    problems = ProblemList()
    root = read_yaml(text.encode(), "f.yaml", problems)
    assert root is not None
    assert not len(problems)
    return root


def test_small_knowledge_loads(load: Load) -> None:
    knowledge = load()
    catalogue = knowledge.catalogue
    assert list(catalogue.needs) == ["sight", "tension"]
    assert list(catalogue.interventions) == ["calm", "skills"]
    assert list(catalogue.forms) == ["calm-group", "loud-form", "skills-class"]
    fit = catalogue.forms["skills-class"].fits["po"]
    assert (fit.grade, fit.serves["tension"].strength) == (Grade.STRONG, Strength.STRONG)
    assert catalogue.forms["calm-group"].requires == (("skills-class",),)
    assert catalogue.forms["skills-class"].load.hours == (10, 5)
    assert catalogue.sources["study2020"].link is None
    assert catalogue.words["hello"].say(Lang.NL) == "Tekst"


def test_our_own_knowledge_loads() -> None:
    root = Path(__file__).parents[1]
    knowledge = load_knowledge(root / "catalogue", root / "rules")
    assert knowledge.catalogue.needs
    assert all(knowledge.rules[stage] for stage in Stage)


def test_rules_come_by_stage_and_id(load: Load) -> None:
    rules = load().rules
    judged = ["a-watch", "not-loud", "skills-with-calm", "tell"]
    assert [rule.id for rule in rules[Stage.JUDGE]] == judged
    assert [rule.id for rule in rules[Stage.COMPOSE]] == [
        "look",
        "start-daily",
        "told",
        "weak",
        "yes",
    ]
    assert rules[Stage.ASSESS][0].then == SetFlag("route")
    assert rules[Stage.JUDGE][1].then == Exclude("loud-form", "copying")


def test_conditions_are_written_out(load: Load) -> None:
    knowledge = load()
    raised = Leaf(Subject.NEED, "tension", LeafTest.IN, ("moderate", "serious"))
    assert knowledge.questionnaire.questions["wish"].when == raised
    in_place = Leaf(Subject.ANSWER, "insight", LeafTest.IN, ("largely", "in-place"))
    assert knowledge.catalogue.foundations["watching"].in_place == in_place
    route = Not(Leaf(Subject.FLAG, "route", LeafTest.HOLDS))
    assert knowledge.catalogue.partners["board"].when == route
    assert knowledge.rules[Stage.JUDGE][1].when == All(())


def test_limits_keep_their_reasons(load: Load) -> None:
    limits = load().limits
    assert limits.level_weights == {Level.MODERATE: 1, Level.SERIOUS: 2}
    assert limits.capacities["hours"].bands == {"none": 0, "some": 20}
    assert limits.firm_grade is Grade.GOOD
    assert limits.reasons["starts-a-year"].text.en == "Text"
    assert "hours" in limits.reasons


def test_several_files_add_to_one_kind(load: Load) -> None:
    more = "sources: [{id: other2021, cite: B, link: x, read: page}]"
    knowledge = load({"catalogue/sources/b.yaml": more})
    assert set(knowledge.catalogue.sources) == {"study2020", "other2021"}


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("ask: board", "ask: bord", "E-REF", "unknown partner 'bord'"),
        ("id: sight, order: 1", "id: sight, order: one", "E-TYPE", "whole number"),
        ("grade: good", "grade: god", "E-CHOICE", "'god'"),
        ("tier: selective", "teir: selective", "E-UNKNOWN-KEY", "'teir'"),
        ("frees: 4", "joins2: 4", "E-MISSING-KEY", "'frees'"),
        ("strength: weak", "strength: moderate", "E-GROUP-LINK", "weakly"),
        ("assumed_form: calm-group", "assumed_form: skills-class", "E-ASSUMED-FORM", "calm"),
        ("harm: copying", "harm: null", "E-HARM", "no rule excludes"),
        ("requires: [[skills-class]]", "requires: []", "E-PAIRING", "requires"),
        ("need: sight, level", "need: tension, level", "E-NEED-UNSEEN", "sight"),
        ("id: none, text", 'id: "2-3", text', "E-ID", "2-3"),
        ("id: partner, text", "id: mei-4, text", "E-ID", "mei-4"),
        ("includes: fixed-route", "is: fixed-route", "E-OPERATOR", "includes"),
        ("is: nothing-yet", "is: nothing", "E-CHOICE", "nothing"),
        ("at_least: largely", "at_least: larg", "E-CHOICE", "larg"),
        ("{answer: insight, at_least", "{advised: calm, at_least", "E-STAGE", "advised"),
        ("answer: insight, is: nothing-yet", "flag: route", "E-STAGE", "flag"),
        ("answer: insight, is: nothing-yet", "need: sight, is: mild", "E-STAGE", "need"),
        ("{all: []}", "{al: []}", "E-CONDITION", "condition"),
        ("{all: []}", "{any: [{all: []}, always]}", "E-CONDITION", "condition"),
        ("measure: earlier", "measure: early", "E-CHOICE", "early"),
        ("measure: earlier", "measure: lower-load", "E-UNIQUE", "lower-load"),
        ("test: unclear", "test: embedded", "E-INCOMPLETE", "unclear"),
        ("id: partners, value", "id: partner, value", "E-REF", "limit 'partner'"),
        ("assumed: some", "assumed: lots", "E-CHOICE", "lots"),
        ("none: 0, some: 20", "none: 30, some: 20", "E-RISING", "rise"),
        ("id: some, text", "id: lots, text", "E-CHOICE", "lots"),
        ("id: study2020, cite", "id: estimate, cite", "E-ESTIMATE", "estimate"),
        ("sources: [study2020]", "sources: []", "E-SOURCES", "source"),
        ("sectors: [po]", "sectors: [pro]", "E-CHOICE", "pro"),
        ("id: buddies", "id: calm", "E-UNIQUE", "calm"),
        ("relation: requires", "relation: demands", "E-CHOICE", "demands"),
        ("stage: judge", "stage: assess", "E-CONSEQUENCE", "exclude"),
        ("decision: keep", "decision: kept", "E-CHOICE", "kept"),
        ("route-flag, value: route", "route-flag, value: rout", "E-REF", "flag 'rout'"),
        ("target: hours", "most: 1", "E-MEASURES", "target"),
        ("first_month: 10", "first_month: 13", "E-CHOICE", "'13'"),
        ("{po: strong, vo: good}", "{no: strong, vo: good}", "E-REF", "age group 'no'"),
        ("{po: strong, vo: good}", "{po: strong}", "E-INCOMPLETE", "'vo'"),
        ("fits: {po: {grade: good", "fits: {so: {grade: good", "E-CHOICE", "'so'"),
        ("reads: [vo]", "reads: [ov]", "E-REF", "sector 'ov'"),
        ("because: {nl: Tekst", "becuse: {nl: Tekst", "E-UNKNOWN-KEY", "did you mean 'because'"),
        ("{needs: 2, ", "{needs: 3, ", "E-COUNT", "need: found 2, expected 3"),
        ("{needs: 2, ", "{neds: 2, ", "E-CHOICE", "did you mean 'needs'"),
        ("{notice: {text: " + T + "}}", "{exclude: {form: loud-form}}", "E-CONSEQUENCE", "notice"),
        ("set: {flag: route}", "set: {need: sight, level: mild}", "E-NO-RULE", "'set: flag'"),
        (
            "require: {form: skills-class, one_of: [calm-group]}",
            "exclude: {form: loud-form}",
            "E-NO-RULE",
            "'require: form'",
        ),
    ],
)
def test_knowledge_that_is_off_is_told(
    load: Load, old: str, new: str, code: str, says: str
) -> None:
    problems = problems_of(load, (old, new))
    told = [p for p in problems if p.code == code]
    assert told, [p.render(Lang.EN) for p in problems]
    assert any(says in p.render(Lang.EN) for p in told)
    assert all(p.place.file.startswith(("catalogue", "rules")) for p in problems)


def test_reference_names_the_near_id_and_its_place(load: Load) -> None:
    (problem,) = problems_of(load, ("joins: null", "joins: watchin"))
    assert problem.render(Lang.EN) == (
        "catalogue/rest.yaml:7:55: error: unknown foundation 'watchin' "
        "[activity buddies > joins] (E-REF)\n"
        "    did you mean 'watching' (catalogue/rest.yaml:3)?"
    )
    assert "fout: fundament 'watchin' bestaat niet" in problem.render(Lang.NL)


def test_all_problems_of_all_files_come_at_once(load: Load) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(
            {
                "catalogue/a.yaml": "layers: [{id: x}]\nroles: [{id: y}]",
                "rules/a.yaml": "steps: [",
                "catalogue/b.yml": "",
                "catalogue/frames.yaml": "",
            }
        )
    found = [(p.place.file, p.code) for p in caught.value.problems]
    assert found == [
        ("catalogue/a.yaml", "E-MISSING-KEY"),
        ("catalogue/a.yaml", "E-MISSING-KEY"),
        ("catalogue/b.yml", "E-SUFFIX"),
        ("catalogue/frames.yaml", "E-EMPTY"),
        ("rules/a.yaml", "E-YAML"),
    ]
    assert caught.value.exit_code == 1
    assert caught.value.render(Lang.NL).endswith("\n5 problemen")


def test_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_knowledge(tmp_path / "no", tmp_path)
    assert caught.value.exit_code == 2


def test_first_pass_is_limited(load: Load) -> None:
    many = "\n".join(
        f"  - {{id: more-{letter}, section: start, kind: text, asked: first, text: {T},"
        " measures: rules}"
        for letter in "abcdefghijklmnopqrstuvwxyz"
    )
    with pytest.raises(KnowledgeError) as caught:
        load({"catalogue/more.yaml": f"questions:\n{many}\n"})
    assert [p.code for p in caught.value.problems] == ["E-FIRST-PASS"]


def test_what_a_question_chooses_among_is_asked_before_it(load: Load) -> None:
    levels = ", ".join(f"{{id: {level}, text: {T}}}" for level in ("none", "mild", "serious"))
    choosing = (
        f"  - {{id: choose, section: start, kind: many, asked: first, text: {T},"
        f" measures: first, options: [{{id: tension, text: {T}}}]}}\n"
    )
    need = (
        f"  - {{id: other-need, section: start, kind: one, asked: first, text: {T},"
        f" measures: need, target: sight, options: [{levels}]}}\n"
    )
    load({"catalogue/then.yaml": f"questions:\n{need}{choosing}"})
    with pytest.raises(KnowledgeError) as caught:
        load({"catalogue/then.yaml": f"questions:\n{choosing}{need}"})
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("E-ASKED-LATE", 3)
    assert "'other-need' is asked only after 'choose'" in problem.render(Lang.EN)


@pytest.mark.parametrize(
    ("gone", "place", "says"),
    [
        ("rules/limits.yaml", "rules/limits.yaml", "limit and amount of room"),
        ("rules/steps.yaml", "rules/steps.yaml", "step"),
        ("rules/existing.yaml", "rules/existing.yaml", "row"),
        ("rules/left-out.yaml", "rules/left-out.yaml", "reason"),
        ("catalogue/questionnaire.yaml", "catalogue/questionnaire.yaml", "section and question"),
        ("catalogue/needs.yaml", "catalogue/needs.yaml", "need"),
        ("catalogue/frames.yaml", "catalogue/frames.yaml", "role, theme, pillar"),
        ("rules/compose.yaml", "rules", "'action'"),
        ("rules/assess.yaml", "rules", "'set: need'"),
    ],
)
def test_a_file_that_is_gone_is_told_by_name(
    load: Load, tmp_path: Path, gone: str, place: str, says: str
) -> None:
    load()
    (tmp_path / gone).unlink()
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path / "catalogue", tmp_path / "rules")
    told = caught.value.problems
    assert {p.place.file for p in told if p.code != "E-NEED-UNSEEN"} == {place}
    assert any(says in p.render(Lang.EN) for p in told)
    assert len(told) <= 5


def test_an_intervention_that_is_gone_is_counted(load: Load, tmp_path: Path) -> None:
    load()
    (tmp_path / "catalogue/interventions/calm.yaml").unlink()
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path / "catalogue", tmp_path / "rules")
    (problem,) = caught.value.problems
    assert "intervention: found 1, expected 2" in problem.render(Lang.EN)
    assert "nowhere to be found: calm; put this back in catalogue/interv" in problem.render(Lang.EN)
    assert "interventie: 1 gevonden, 2 verwacht" in caught.value.render(Lang.NL)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("catalogue/needs.yaml", "needs: ["),
        ("catalogue/questionnaire.yaml", "questions:\n\t- x"),
        ("rules/limits.yaml", "limits: [a: {"),
        ("rules/assess.yaml", ""),
    ],
)
def test_a_broken_file_does_not_bury_its_message(load: Load, name: str, text: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load({name: text})
    assert [p.place.file for p in caught.value.problems] == [name]


def test_a_list_that_is_none_hides_no_references(load: Load) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load({"catalogue/needs.yaml": "needs: {id: tension}"})
    assert [p.code for p in caught.value.problems] == ["E-TYPE"]


def test_a_reference_without_near_name_says_what_there_is(load: Load) -> None:
    (problem,) = problems_of(load, ("joins: null", "joins: bicycle"))
    assert problem.render(Lang.EN).endswith("\n    choose from: watching")
    (problem,) = problems_of(load, ("harm: copying", "harm: copying-everything-else-too"))
    assert "choose from: copying" in problem.render(Lang.EN)


def test_a_missing_text_is_one_readable_problem(load: Load) -> None:
    words = load().catalogue.words
    assert "hello" in words
    assert "fmt-gone" not in words
    assert words["hello"].en == "Text"
    with pytest.raises(KnowledgeError) as caught:
        words["fmt-gone"]
    assert caught.value.exit_code == 1
    assert caught.value.render(Lang.EN) == (
        "catalogue/wording*.yaml: error: the text 'fmt-gone' is missing (E-WORD)\n"
        "    add 'fmt-gone' below 'words:', in both languages: {nl: …, en: …}\n1 problem"
    )


def test_a_message_stays_one_short_line(load: Load) -> None:
    strange = '"watch\\e[31m\\nnext ' + "x" * 200 + '"'
    (problem,) = problems_of(load, ("joins: null", f"joins: {strange}"))
    line, remedy = problem.render(Lang.EN).splitlines()
    assert "watch\\x1b[31m next xxx" in line
    assert "x…" in line
    assert len(line) < 200
    assert remedy.startswith("    ")


def test_a_file_name_stays_on_one_line() -> None:
    problems = ProblemList()
    read_yaml(b"[]", "a\nb\x1b[2J.yaml", problems)
    (problem,) = problems
    assert problem.render(Lang.EN).startswith("a b\\x1b[2J.yaml:1:1: error")


def test_at_most_fifty_problems_of_one_file_are_shown() -> None:
    problems = ProblemList()
    read_yaml("\n".join(["a: 1"] * 61).encode(), "f.yaml", problems)
    read_yaml(b"[]", "g.yaml", problems)
    for lang, more, count in (
        (Lang.EN, "and 10 more", "61 problems"),
        (Lang.NL, "en nog 10", "61 problemen"),
    ):
        text = render_problems(problems, lang)
        assert text.count("(E-TWICE)") == 50
        assert f"\nf.yaml: {more}\ng.yaml:1:1: " in text
        assert text.endswith(f"\n{count}")


def where_to_put(name: str) -> str:
    """The path below the small knowledge for a broken file, by the first word of its name."""
    folder, rest = name.split("-", 1)
    return {"intervention": f"catalogue/interventions/{rest}"}.get(folder, f"{folder}/{rest}")


@pytest.mark.parametrize(
    "path",
    sorted(p for p in BROKEN.glob("*.yaml") if not p.name.startswith("answers-")),
    ids=lambda p: p.stem,
)
def test_broken_knowledge(path: Path, load: Load) -> None:
    text = path.read_text(encoding="utf-8")
    expected = re.findall(r"(E-[A-Z-]+) (\d+)", text.splitlines()[0])
    assert expected, "the first line names the problem"
    with pytest.raises(KnowledgeError) as caught:
        load({where_to_put(path.name): text})
    here = [p for p in caught.value.problems if p.place.file == where_to_put(path.name)]
    assert [(p.code, str(p.place.line)) for p in here] == expected


def test_every_scalar_stays_a_word() -> None:
    root = read("a: no\nb: 12:30\nc: 2026-11-21\nd: 007\ne: 1_000\nf: 'null'\ng: 0x1F\n")
    words = [value.text for _, value in root.entries if isinstance(value, ScalarNode)]
    assert words == ["no", "12:30", "2026-11-21", "007", "1_000", "null", "0x1F"]


def test_only_unquoted_nothing_is_absent() -> None:
    root = read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    absent = [v.is_absent for _, v in root.entries if isinstance(v, ScalarNode)]
    assert absent == [True, True, True, False, False]


def test_nodes_know_their_place() -> None:
    root = read("# comment\na:\n  - x\n  - {b: y}\n")
    items = root.get("a")
    assert isinstance(items, ListNode)
    assert [item.place for item in items.items] == [Place("f.yaml", 3, 5), Place("f.yaml", 4, 5)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E-EMPTY"),
        ("# only a comment\n", "E-EMPTY"),
        ("---\n", "E-EMPTY"),
        ("just words", "E-MAPPING"),
        ("- a\n- b", "E-MAPPING"),
        ("a: 1\n---\nb: 2", "E-DOCUMENTS"),
        ("a: 1\na: 2", "E-TWICE"),
        ("a: &x 1\n", "E-ANCHOR"),
        ("a: *x\n", "E-ANCHOR"),
        ("a: &x 1\nb: &y 2\nc: [*x, *y]", "E-ANCHOR"),
        ("a: !!python/object/apply:os.system ['true']", "E-TAG"),
        ("a: !!str 1", "E-TAG"),
        ("? [a, b]\n: c", "E-KEY"),
        ("a: [1, 2", "E-YAML"),
        ("a: 'x", "E-YAML"),
        ("a: b: c", "E-YAML"),
        ("a:\n\t- b", "E-YAML"),
        ("a: @b", "E-YAML"),
        ("a: 1\n b: 2", "E-YAML"),
        ("a: {b", "E-YAML"),
        ("%PDF-1.7\n%binary", "E-YAML"),
        ("a: \x07", "E-BINARY"),
    ],
)
def test_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [1, 2", "f.yaml:1:4: error: a list with '[' is not closed"),
        ("b: 1\na: 'x\n", "f.yaml:2:4: error: a quotation mark is not closed"),
        ("a: b: c", "a colon cannot stand here"),
        ("a: b\n\t- c: d\n", "a tab"),
        ("a: @b", "f.yaml:1:4: error: a value cannot start with '@'"),
        ("a:\n  - b\n c: 1", "f.yaml:3:2: error: this line does not fit"),
    ],
)
def test_syntax_is_explained_in_plain_words(text: str, says: str) -> None:
    problems = ProblemList()
    read_yaml(text.encode(), "f.yaml", problems)
    (problem,) = problems
    assert says in problem.render(Lang.EN)


def test_deep_nesting_is_refused() -> None:
    for text in ("[" * 200_000, "a: " + "[" * 200_000 + "]" * 200_000, '{"a":' * 200_000):
        assert codes(text) == ["E-DEEP"]


def test_alias_bomb_is_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in zip("abcdefg", "bcdefgh", strict=True)
    ]
    assert set(codes("\n".join(lines))) == {"E-ANCHOR"}


def test_encodings() -> None:
    assert codes("a: één".encode("latin-1")) == ["E-ENCODING"]
    assert codes("a: één".encode("utf-16")) == ["E-ENCODING"]
    assert codes("a: één".encode("utf-8-sig")) == []
    assert codes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") == ["E-BINARY"]


def test_place_of_a_wrong_byte() -> None:
    problems = ProblemList()
    read_yaml(b"a: 1\nb: caf\xe9\n", "f.yaml", problems)
    assert [p.place for p in problems] == [Place("f.yaml", 2, 7)]


def test_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    problems = ProblemList()
    assert load_yaml(path, problems) is None
    assert [p.code for p in problems] == ["E-TOO-LARGE"]


@pytest.mark.parametrize("name", ["no.yaml", ".", "a\0b"])
def test_paths_that_cannot_be_read_are_wrong_use(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        load_yaml(tmp_path / name, ProblemList())


def test_json_reads_the_same() -> None:
    root = read('{\n\t"a": null,\n\t"b": ["x",\n\t\t"\\ud83d\\ude00 \\u00e9 \\/"],"c":12}')
    assert root.word("a") is None
    assert root.word("c") == "12"
    items = root.get("b")
    assert isinstance(items, ListNode)
    assert [i.text for i in items.items if isinstance(i, ScalarNode)] == ["x", "😀 é /"]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_a_mapping_or_a_problem(data: bytes) -> None:
    problems = ProblemList()
    root = read_yaml(data, "f.yaml", problems)
    assert (root is not None) or len(problems)


def test_every_message_says_the_same_in_both_languages() -> None:
    for code, message in MESSAGES.items():
        assert message.remedy is not None, code
        for text in (message.sentence, message.remedy):
            assert text.nl, code
            assert text.en, code
            assert set(re.findall(r"\{\w+\}", text.nl)) == set(re.findall(r"\{\w+\}", text.en))
