"""Several files with answers on the command line: one plan, or every problem of every file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ANSWERS, Run

ROLE = "respondent: care-coordinator"


@pytest.fixture
def three(run: Run) -> tuple[str, str, str]:
    """Three files of one school, in the current folder."""
    Path("a.yaml").write_text(ANSWERS, "utf-8")
    Path("b.yaml").write_text(
        ANSWERS.replace(ROLE, "respondent: tutor").replace("De Linde", "de  LINDE"), "utf-8"
    )
    Path("c.yaml").write_text(
        ANSWERS.replace(ROLE, "respondent: head").replace("care: [fixed-route]", "care: []"),
        "utf-8",
    )
    return "a.yaml", "b.yaml", "c.yaml"


def write(name: str, *changes: tuple[str, str]) -> None:
    text = ANSWERS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path(name).write_text(text, "utf-8")


def test_several_files_give_one_plan(run: Run, three: tuple[str, ...]) -> None:
    shown = run("analyse", *three)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    assert "Filled in by 3 people: care-coordinator, head and tutor." in shown.stdout
    assert "# Wellbeing plan: De Linde" in shown.stdout


def test_the_order_of_the_files_does_not_matter(run: Run, three: tuple[str, ...]) -> None:
    plans = {run("analyse", *order, "--json").stdout for order in (three, three[::-1])}
    assert len(plans) == 1
    assert [d["question"] for d in json.loads(plans.pop())["differences"]] == ["care"]


def test_one_may_come_from_standard_input(run: Run, three: tuple[str, ...]) -> None:
    text = Path("b.yaml").read_text("utf-8")
    piped = run("analyse", "a.yaml", "-", "c.yaml", "--json", stdin=text)
    assert piped.stdout == run("analyse", *three, "--json").stdout


def test_of_one_file_json_names_the_respondent_too(run: Run, answers_file: Path) -> None:
    found = json.loads(run("analyse", str(answers_file), "--json").stdout)
    assert (found["respondents"], found["differences"]) == (["care-coordinator"], [])


def test_one_respondent_may_have_no_role(run: Run, three: tuple[str, ...]) -> None:
    write("c.yaml", (f"{ROLE}\n", ""))
    shown = run("analyse", *three)
    assert "by 3 people: care-coordinator, tutor and role unknown." in shown.stdout


PROBLEMS = {
    "another school": (
        [("De Linde", "De Es"), (ROLE, "respondent: head")],
        "c.yaml: error: this is about 'De Es', and a.yaml about 'De Linde' (E-OTHER-SCHOOL)\n"
        "    give answers of one school only, or write its name the same everywhere\n",
        "c.yaml: fout: dit gaat over 'De Es', en a.yaml over 'De Linde' (E-OTHER-SCHOOL)\n"
        "    geef alleen antwoorden van één school, of schrijf de naam overal hetzelfde\n",
    ),
    "another kind of school": (
        [("sector: vo", "sector: po"), (ROLE, "respondent: head")],
        "c.yaml: error: 'sector' is 'po' here, and 'vo' in a.yaml (E-OTHER-SECTOR)\n"
        "    give answers of one school only, or put 'sector' right everywhere\n",
        "c.yaml: fout: bij 'sector' staat hier 'po', en in a.yaml 'vo' (E-OTHER-SECTOR)\n"
        "    geef alleen antwoorden van één school, of zet 'sector' overal goed\n",
    ),
    "the same respondent": (
        [(ROLE, "respondent: Care-Coordinator")],
        "c.yaml: error: 'Care-Coordinator' answered in a.yaml already (E-SAME-RESPONDENT)\n"
        "    leave one of the two out, or say at 'respondent' who this was, such as mentor-2\n",
        "c.yaml: fout: 'Care-Coordinator' antwoordde ook al in a.yaml (E-SAME-RESPONDENT)\n"
        "    laat een van de twee weg, of zet bij 'respondent' wie dit was, zoals mentor-2\n",
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_what_does_not_belong_together_is_told(run: Run, three: tuple[str, ...], name: str) -> None:
    changes, en, nl = PROBLEMS[name]
    write("c.yaml", *changes)
    for lang, told in (("en", en), ("nl", nl)):
        result = run("analyse", *three, "-o", "plan.md", "--lang", lang)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr.startswith(told)
        assert not Path("plan.md").exists()


def test_two_files_without_respondent_are_asked_for_it(run: Run) -> None:
    write("a.yaml", (f"{ROLE}\n", ""))
    write("b.yaml", (f"{ROLE}\n", ""))
    result = run("analyse", "a.yaml", "b.yaml")
    assert result.exit_code == 1
    for name in ("a.yaml", "b.yaml"):
        assert f"{name}: error: this does not say who answered" in result.stderr
    assert "put a role at 'respondent', such as mentor" in result.stderr


def test_an_unknown_sector_is_no_other_sector(run: Run, three: tuple[str, ...]) -> None:
    write("c.yaml", ("  sector: vo\n", ""), (ROLE, "respondent: head"))
    plan = json.loads(run("analyse", *three, "--json").stdout)
    assert plan["school"]["sector"] == "vo"


def test_all_problems_of_all_files_are_told_at_once(run: Run, three: tuple[str, ...]) -> None:
    write("b.yaml", ("low-mood", "low-moud"))
    write("c.yaml", ("De Linde", "De Es"), ("serious", "huge"))
    write("d.yaml", ("De Linde", "De Es"))
    result = run("analyse", *three, "d.yaml")
    assert result.exit_code == 1
    codes = ("E-QUESTION", "E-OPTION", "E-OTHER-SCHOOL", "E-SAME-RESPONDENT")
    assert all(result.stderr.count(f"({code})") == 1 for code in codes)
    assert result.stderr.endswith("4 problems\n")


def test_a_missing_file_is_wrong_use_beside_the_problems_of_others(
    run: Run, three: tuple[str, ...]
) -> None:
    write("b.yaml", ("low-mood", "low-moud"))
    result = run("analyse", "a.yaml", "b.yaml", "gone.yaml")
    assert result.exit_code == 2
    assert "(E-QUESTION)" in result.stderr
    assert "gone.yaml: error: there is no such file" in result.stderr


@pytest.mark.parametrize("again", ["a.yaml", "./a.yaml", "link.yaml"])
def test_the_same_file_twice_is_wrong_use(run: Run, three: tuple[str, ...], again: str) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    result = run("analyse", "a.yaml", again)
    assert result.exit_code == 2
    assert f"{again} stands there twice (E-SAME-FILE)" in result.stderr
    assert "give one file for each person who answered" in result.stderr


def test_standard_input_can_be_read_once(run: Run) -> None:
    result = run("analyse", "-", "-", "--lang", "nl", stdin=ANSWERS)
    assert result.exit_code == 2
    assert "- staat er twee keer (E-SAME-FILE)" in result.stderr


def test_there_is_no_one_file_to_save(run: Run, three: tuple[str, ...]) -> None:
    result = run("analyse", *three, "--save", "all.yaml")
    assert result.exit_code == 2
    assert "(E-SAVE-SEVERAL)" in result.stderr
    assert not Path("all.yaml").exists()


def test_no_source_is_written_over(run: Run, three: tuple[str, ...]) -> None:
    result = run("analyse", *three, "--format", "json", "-o", "b.yaml.json", "-o", "c.yaml")
    assert result.exit_code == 2
    write("plan.json")
    result = run("analyse", "a.yaml", "plan.json", "-o", "plan.json")
    assert result.exit_code == 2
    assert "plan.json is the file that the answers come from" in result.stderr


def test_a_note_names_its_file(run: Run, three: tuple[str, ...]) -> None:
    write("c.yaml", ("[fixed-route]", "[fixed-route, fixed-route]"), (ROLE, "respondent: head"))
    shown = run("analyse", *three)
    assert shown.exit_code == 0
    assert shown.stderr.startswith("c.yaml: A choice stands twice")
