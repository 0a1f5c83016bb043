"""Own knowledge on top: what takes the place of what, what is refused, and where it shows."""

from __future__ import annotations

import csv
import io
import json
import pickle
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ANSWERS, Run
from known import KNOWLEDGE, ROOT
from test_loading import CATALOGUE, RULES, SOURCES, WHY, T

from advisor import Advisor
from advisor.checking.own import tell_own
from advisor.formats.form.interface import FormFormat, render_form
from advisor.formats.interface import Format, render
from advisor.installed import load_the_knowledge
from advisor.loading.answers import load_answers
from advisor.loading.rules import load_knowledge
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.model.vocabulary import Stage
from advisor.problems import AdvisorError, KnowledgeError, UsageError
from advisor.texts import Lang

EXAMPLE = ROOT / "docs" / "examples" / "own-knowledge"
SCHOOL = ROOT / "docs" / "examples" / "own-knowledge-school.yaml"
MARK = "from own knowledge of an example board"
QUESTION = f"section: start, kind: scale, asked: first, text: {T}, measures: rules"
OPTIONS = f"options: [{{id: no, text: {T}}}, {{id: often, text: {T}}}]"

Files = dict[str, str]
Load = Callable[..., Knowledge]
Made = tuple[Advisor, Plan]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads the small knowledge with folders of own knowledge on top, each given as its files."""
    monkeypatch.chdir(tmp_path)
    small = {f"catalogue/{name}": text for name, text in CATALOGUE.items()}
    _write(Path(), small | {f"rules/{name}": text for name, text in RULES.items()})

    def build(*folders: Files) -> Knowledge:
        names = [Path(f"own-{number}") for number, _ in enumerate(folders, start=1)]
        for name, files in zip(names, folders, strict=True):
            shutil.rmtree(name, ignore_errors=True)
            name.mkdir()
            _write(name, files)
        return load_knowledge(Path("catalogue"), Path("rules"), own_dirs=names)

    return build


def _write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def problems(load: Load, *folders: Files, error: type[AdvisorError] = KnowledgeError) -> str:
    with pytest.raises(error) as caught:
        load(*folders)
    return caught.value.render(Lang.EN)


def words(names: str, nl: str = "Anders", en: str = "Other") -> Files:
    return {"catalogue/mine.yaml": f"words: {{{names}: {{nl: {nl}, en: {en}}}}}\n"}


def questions(*entries: str) -> Files:
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    return {"catalogue/questions.yaml": f"questions:\n{lines}\n"}


def test_a_new_entry_comes_after_those_that_are_there(load: Load) -> None:
    place = f"places: [{{id: desk, name: {T}, what: {T}, link: 'https://example.org'}}]"
    knowledge = load({"catalogue/places.yaml": place})
    assert list(knowledge.catalogue.places) == ["atlas", "desk"]
    assert str(knowledge.origin("desk", "places")) == str(knowledge.own[0].name)
    assert knowledge.origin("atlas", "places") is None


def test_an_entry_with_an_id_that_exists_takes_the_place_of_the_whole_entry(load: Load) -> None:
    place = "places: [{id: atlas, name: {nl: Gids, en: Guide}, what: {nl: W, en: W}, link: x}]"
    knowledge = load({"catalogue/whatever.yaml": place})
    (atlas,) = knowledge.catalogue.places.values()
    assert (atlas.name.en, atlas.link) == ("Guide", "x")
    assert knowledge.own[0].replaced == {("places", "atlas")}


def test_of_words_and_limits_only_what_is_given_is_replaced(load: Load) -> None:
    limit = f"limits: [{{id: starts, value: 2, {WHY}}}]"
    knowledge = load({**words("hello"), "rules/limits.yaml": limit})
    assert knowledge.catalogue.words["hello"].en == "Other"
    assert (knowledge.limits.starts, knowledge.limits.years) == (2, 3)


def test_a_type_is_replaced_with_its_forms(load: Load) -> None:
    skills = CATALOGUE["interventions/skills.yaml"].replace("lessons: 12", "lessons: 6")
    knowledge = load({"catalogue/interventions/ours.yaml": skills})
    assert list(knowledge.catalogue.interventions) == ["calm", "skills"]
    assert knowledge.catalogue.forms["skills-class"].load.lessons == 6
    assert knowledge.own[0].replaced == {("interventions", "skills"), ("forms", "skills-class")}


def test_a_new_type_does_not_count_among_those_that_were_agreed(load: Load) -> None:
    skills = CATALOGUE["interventions/skills.yaml"]
    own = skills.replace("skills", "garden").replace("order: 2", "order: 3")
    knowledge = load({"catalogue/interventions/garden.yaml": own})
    assert list(knowledge.catalogue.interventions) == ["calm", "skills", "garden"]
    assert knowledge.is_added("forms", "garden-class")


def test_the_types_of_the_program_itself_are_still_counted(load: Load) -> None:
    Path("catalogue/interventions/skills.yaml").unlink()
    own = CATALOGUE["interventions/skills.yaml"].replace("id: skills\n", "id: garden\n")
    told = problems(load, {"catalogue/interventions/garden.yaml": own})
    assert "intervention: found 1, expected 2" in told


def test_a_rule_can_be_replaced_by_one_of_another_stage(load: Load) -> None:
    rule = f"{{id: tell, when: {{all: []}}, then: {{notice: {{text: {T}}}}}, {WHY}}}"
    other = f"{{id: tell-2, when: {{all: []}}, then: {{notice: {{text: {T}}}}}, {WHY}}}"
    own = {
        "rules/mine.yaml": f"stage: compose\nrules: [{rule}]\n",
        "rules/judge.yaml": f"stage: judge\nrules: [{other}]\n",
    }
    knowledge = load(own)
    stages = {stage: [rule.id for rule in knowledge.rules[stage]] for stage in Stage}
    assert "tell" in stages[Stage.COMPOSE]
    assert "tell" not in stages[Stage.JUDGE]


def test_a_question_comes_after_the_one_it_names(load: Load) -> None:
    knowledge = load(questions(f"id: more, after: tension, {QUESTION}, {OPTIONS}"))
    names = list(knowledge.questionnaire.questions)
    assert names == ["sector", "tension", "more", "insight", "care", "hours", "wish"]


def test_without_a_name_it_comes_after_the_last_that_measures_the_same(load: Load) -> None:
    own = questions(
        f"id: more, {QUESTION}, {OPTIONS}".replace("rules", "need, target: tension"),
        f"id: last, {QUESTION}, {OPTIONS}",
    )
    names = list(load(own).questionnaire.questions)
    assert names == ["sector", "tension", "more", "insight", "care", "hours", "wish", "last"]


def test_own_questions_can_have_a_section_of_their_own(load: Load) -> None:
    own = questions(
        f"id: one, {QUESTION}, {OPTIONS}".replace("section: start", "section: ours"),
        f"id: two, after: one, {QUESTION}, {OPTIONS}".replace("section: start", "section: ours"),
    )
    knowledge = load({**own, "catalogue/s.yaml": f"sections: [{{id: ours, name: {T}}}]"})
    assert list(knowledge.questionnaire.questions)[-3:] == ["wish", "one", "two"]
    assert [section.id for section in knowledge.questionnaire.sections] == ["start", "ours"]


def test_a_question_that_is_replaced_stays_where_it_was_or_moves(load: Load) -> None:
    care = f"id: care, section: start, kind: text, asked: plan, text: {T}, measures: names"
    route = "{answer: insight, is: largely}"
    rule = f"{{id: has-route, when: {route}, then: {{set: {{flag: route}}}}, {WHY}}}"
    rules = {"rules/a.yaml": f"stage: assess\nrules: [{rule}]\n"}
    stays = load({**questions(care), **rules}).questionnaire.questions
    assert list(stays)[3] == "care"
    assert stays["care"].kind.value == "text"
    moves = load({**questions(f"after: sector, {care}"), **rules}).questionnaire.questions
    assert list(moves)[1] == "care"
    assert len(moves) == len(stays)


def test_a_question_can_get_more_options(load: Load) -> None:
    knowledge = load(questions(f"id: care, add_options: [{{id: doctor, text: {T}}}]"))
    options = [option.id for option in knowledge.questionnaire.questions["care"].options]
    assert options == ["fixed-route", "partner", "doctor"]
    assert knowledge.own[0].extended == {("questions", "care")}
    assert knowledge.origin("care", "questions") is None


def test_the_last_folder_wins_and_a_check_says_so(load: Load) -> None:
    about = {"about.yaml": "name: {nl: Tweede, en: Second}\n"}
    knowledge = load(words("hello", en="One"), {**words("hello", en="Two"), **about})
    assert knowledge.catalogue.words["hello"].en == "Two"
    told = [line.en for line in tell_own(knowledge.own)]
    assert told[0] == "Own knowledge of own-1"
    assert "Own knowledge of Second" in told
    assert "  in earlier own knowledge too, and replaced here: text hello" in told


def test_a_later_folder_can_build_on_an_earlier_one(load: Load) -> None:
    first = questions(f"id: more, {QUESTION}, {OPTIONS}")
    when = "{answer: more, is: often}"
    rule = f"{{id: r, when: {when}, then: {{notice: {{text: {T}}}}}, {WHY}}}"
    second = {"rules/r.yaml": f"stage: judge\nrules: [{rule}]\n"}
    assert load(first, second).origin("r", "rules") is not None
    assert "unknown question 'more'" in problems(load, second)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (words("hello", nl="''"), "own-1/catalogue/mine.yaml:1:21: error: the text in 'nl'"),
        ({"catalogue/x.yaml": "placs: []"}, "own-1/catalogue/x.yaml:1:1: error: unknown key"),
        ({"catalogue/x.yaml": "words: {a: {nl: [}"}, "own-1/catalogue/x.yaml:1:18: error"),
        (words("helo"), "own-1/catalogue/mine.yaml:1:9: error: unknown text 'helo'"),
        ({"catalogue/x.yml": "words: {}"}, "own-1/catalogue/x.yml: error: the name does not end"),
        ({"catalogue/x.yaml": ""}, "own-1/catalogue/x.yaml:1:1: error: there is nothing in it"),
        ({"places.yaml": "places: []"}, "own-1/places.yaml: error: 'places.yaml' has no place"),
        ({"catalog/a.yaml": "words: {}"}, "did you mean 'catalogue'?"),
        ({"abuot.yaml": "name: x"}, "did you mean 'about.yaml'?"),
        ({"catalogue/intervention/a.yaml": "forms: []"}, "did you mean 'interventions'?"),
        ({"rules/more/a.yaml": "stage: judge"}, "what can stand here: *.yaml"),
        ({"catalogue/a.txt": "words: {}"}, "own-1/catalogue/a.txt: error: the name does not end"),
        (
            {"catalogue/skills.yaml": CATALOGUE["interventions/skills.yaml"]},
            "put the file in catalogue/interventions/",
        ),
        ({**words("hello"), "about.yaml": "name: {nl: Wij}"}, "own-1/about.yaml:1:7: error"),
        ({**words("hello"), "about.yaml": "nam: x"}, "did you mean 'name'?"),
        (questions(f"id: q, after: tensoin, {QUESTION}, {OPTIONS}"), "did you mean 'tension'?"),
        (questions("id: caer, add_options: []"), "did you mean 'care'?"),
        (questions("id: wish, add_options: []"), "'wish' cannot be given more choices here"),
        (questions("id: care, kind: one, add_options: []"), "unknown key 'kind'"),
        (
            questions(f"id: care, add_options: [{{id: partner, text: {T}}}]"),
            "'partner' exists already",
        ),
        (
            {"rules/a.yaml": f"limits: [{{id: strats, value: 1, {WHY}}}]"},
            "did you mean 'starts'?",
        ),
        (
            {**words("hello"), "catalogue/b.yaml": words("hello")["catalogue/mine.yaml"]},
            "'hello' exists already (own-1/catalogue/b.yaml:1)",
        ),
        (
            {
                "catalogue/a.yaml": f"sections: [{{id: ours, name: {T}}}]",
                "catalogue/b.yaml": f"sections: [{{id: ours, name: {T}}}]",
            },
            "'ours' exists already (own-1/catalogue/a.yaml:1)",
        ),
        (
            questions(f"id: care, after: tensoin, {QUESTION}, {OPTIONS}"),
            "did you mean 'tension'?",
        ),
        (
            {"catalogue/a.yaml": f"places: [{{id: a, name: {T}, what: {T}, link: no, x: 1}}]"},
            "own-1/catalogue/a.yaml:1",
        ),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_is_wrong_is_told_with_its_place_in_the_own_folder(
    load: Load, files: Files, told: str
) -> None:
    assert told in problems(load, files)


def test_all_problems_of_all_folders_are_told_at_once(load: Load) -> None:
    needs = (
        f"figures: [{{id: f, need: sigth, instrument: survey, sectors: [], text: {T}, {SOURCES}}}]"
    )
    told = problems(load, {"catalogue/a.yaml": needs}, words("hello", en="''"))
    assert "own-1/catalogue/a.yaml:1:" in told
    assert "did you mean 'sight'" in told
    assert "own-2/catalogue/mine.yaml" in told
    assert told.endswith("2 problems")


@pytest.mark.parametrize("files", [{}, {"about.yaml": "name: {nl: W, en: W}"}, {"README.md": "x"}])
def test_an_empty_folder_is_wrong_use(load: Load, files: Files) -> None:
    assert "there is no knowledge in this folder" in problems(load, files, error=UsageError)


def test_a_folder_that_is_not_there_or_is_a_file_is_wrong_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for name in ("nowhere", "file"):
        result = run("catalogue", "--knowledge", name)
        assert result.exit_code == 2
        assert f"{name}: error: there is no folder with own knowledge here" in result.stderr


# The example: a fourteenth type with its own question, from the interview to the exports.


@pytest.fixture(scope="module")
def own() -> Knowledge:
    return load_the_knowledge([str(EXAMPLE)])


@pytest.fixture(scope="module")
def plan() -> Made:
    advisor = Advisor(knowledge=[EXAMPLE])
    answers, _ = load_answers(SCHOOL, advisor.knowledge.questionnaire)
    return advisor, advisor.analyse({"school": answers.school, **answers.values})


def test_the_example_adds_a_fourteenth_type(own: Knowledge) -> None:
    types = own.catalogue.interventions
    assert list(types)[:-1] == list(KNOWLEDGE.catalogue.interventions)
    assert list(types)[-1] == "absence-approach"
    names = list(own.questionnaire.questions)
    assert names.index("sickness-absence") == names.index("motivation-concentration") + 1
    offered = own.questionnaire.questions["first"].options
    assert "sickness-absence" in [option.id for option in offered]
    assert own.edition != KNOWLEDGE.edition


@pytest.mark.parametrize("lang", Lang)
def test_it_reaches_the_plan_in_every_format(own: Knowledge, plan: Made, lang: Lang) -> None:
    _, made = plan
    name = own.catalogue.forms["absence-with-doctor"].name.say(lang)
    mark = MARK if lang is Lang.EN else "uit eigen kennis van een voorbeeldbestuur"
    for form in (Format.MARKDOWN, Format.HTML):
        told = str(render(made, own, lang, True, form))
        assert name in told
        assert f"M@ZL op het vo ({mark})" in told
        assert told.count(mark) >= 8
    data = render(made, own, lang, True, Format.DOCX)
    assert isinstance(data, bytes)
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert name in document
    assert mark in document


def test_it_says_in_json_what_came_from_where(own: Knowledge, plan: Made) -> None:
    advisor, made = plan
    data = advisor.as_data(made, "en")
    items = {item["id"]: item["origin"] for item in data["combination"]}
    assert items["absence-approach"] == "an example board"
    assert items["coordination"] is None
    (one,) = data["own_knowledge"]
    assert one["added"]["questions"] == ["sickness-absence"]
    assert one["added"]["sources"] == ["recently-recognised-2022"]
    assert one["extended"] == {"questions": ["running"]}
    needs = {need["id"]: need["origin"] for need in data["needs"]}
    assert needs["sickness-absence"] == "an example board"


def test_it_stands_on_the_blank_form(own: Knowledge) -> None:
    question = own.questionnaire.questions["sickness-absence"]
    for lang in Lang:
        assert question.text.say(lang) in str(render_form(own, lang, FormFormat.MARKDOWN))
    table = render_form(own, Lang.EN, FormFormat.CSV)
    text = table.decode("utf-8-sig") if isinstance(table, bytes) else table
    assert any("sickness-absence" in cell for row in csv.reader(io.StringIO(text)) for cell in row)


def test_every_command_takes_it(run: Run, tmp_path: Path) -> None:
    own = ("--knowledge", str(EXAMPLE))
    told = run("explain", "absence-approach", str(SCHOOL), *own)
    assert told.exit_code == 0, told.stderr
    assert f"({MARK})" in told.stdout
    assert run("explain", "absence-approach", str(SCHOOL)).exit_code == 2
    shown = run("catalogue", "absence-approach", *own)
    assert f"({MARK})" in shown.stdout
    menu = json.loads(run("catalogue", "--json", *own).stdout)
    origins = {one["id"]: one["origin"] for one in menu["interventions"]}
    assert (origins["absence-approach"], origins["resilience"]) == ("an example board", None)
    earlier = tmp_path / "earlier.yaml"
    earlier.write_text(SCHOOL.read_text("utf-8").replace("absence: serious", "absence: moderate"))
    compared = run("compare", str(earlier), str(SCHOOL), *own)
    assert compared.exit_code == 0, compared.stderr
    assert "absence through illness" in compared.stdout
    assert "Pupils are often reported ill" in run("form", *own).stdout


def test_answers_to_an_own_question_without_the_own_knowledge_say_what_is_missing(
    run: Run,
) -> None:
    result = run("analyse", str(SCHOOL))
    assert result.exit_code == 1
    assert "unknown question 'sickness-absence'" in result.stderr
    assert "If the question is of own knowledge, give --knowledge DIR" in result.stderr


def test_a_batch_in_several_processes_has_the_same_knowledge(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    answers.mkdir()
    for name in ("De Kade", "De Sluis"):
        text = SCHOOL.read_text("utf-8").replace("De Kade", name)
        (answers / f"{name}.yaml").write_text(text, encoding="utf-8")
    call = (sys.executable, "-m", "advisor", "batch", "answers", "--no-annex", "--format", "json")
    own = ("--knowledge", str(EXAMPLE), "--jobs", "2", "--out", "plans")
    done = subprocess.run([*call, *own], cwd=tmp_path, env=_env(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "plans" / "de-kade.json", tmp_path / "plans" / "de-sluis.json"):
        items = json.loads(path.read_text("utf-8"))["combination"]
        assert "absence-approach" in [item["id"] for item in items]


def _env() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT), "ADVISOR_LANG": "en"}


def test_the_advisor_of_a_program_keeps_its_knowledge_in_another_process() -> None:
    advisor = pickle.loads(pickle.dumps(Advisor(knowledge=[str(EXAMPLE)])))
    assert "absence-approach" in advisor.knowledge.catalogue.interventions
    assert "absence-approach" not in Advisor().knowledge.catalogue.interventions


def test_plans_of_the_program_alone_say_nothing_of_own_knowledge(run: Run) -> None:
    told = run("analyse", "--example", "--lang", "en").stdout
    assert "own knowledge" not in told
    data = json.loads(run("analyse", "--example", "--json").stdout)
    assert data["own_knowledge"] == []
    assert {item["origin"] for item in data["combination"]} == {None}


def test_a_check_tells_what_own_knowledge_did(run: Run, tmp_path: Path) -> None:
    result = run("check", "--schools", "1", "--knowledge", str(EXAMPLE))
    assert result.exit_code == 0, result.stdout
    assert "Own knowledge of an example board" in result.stdout
    assert "more choices: question running" in result.stdout
    broken = tmp_path / "broken"
    shutil.copytree(EXAMPLE, broken)
    types = broken / "catalogue" / "interventions" / "absence-approach.yaml"
    types.write_text(types.read_text("utf-8").replace("mazl", "mazel"), encoding="utf-8")
    refused = run("check", "--schools", "1", "--knowledge", str(broken))
    assert refused.exit_code == 1
    assert "broken/catalogue/interventions/absence-approach.yaml:" in refused.stdout
    assert "did you mean 'mazl'" in refused.stdout


def test_answers_of_the_program_alone_still_work_with_own_knowledge(own: Knowledge) -> None:
    from advisor.loading.answers import read_answers

    answers, notes = read_answers(ANSWERS.encode(), own.questionnaire)
    assert answers.values["sector"] == "vo"
    assert notes == ()
