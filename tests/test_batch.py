"""Many schools at once: the same plans as one by one, and no school stands in another's way."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pexpect
import pytest
from conftest import ANSWERS, Run
from known import KNOWLEDGE
from python_calamine import CalamineWorkbook
from tables import SCHOOLS, filled, header, write_csv, write_xlsx

from advisor.batch.schools import School, count_schools
from advisor.batch.sources import find_files, open_source
from advisor.formats.summary import heads
from advisor.interview.saving import render_answers
from advisor.model.questionnaire import Answers
from advisor.problems import UsageError
from advisor.texts import Lang
from advisor.writing import file_stem, write_whole

FEW = tuple(
    replace(answers, school=f"School {name}") for name, answers in list(SCHOOLS.items())[:36:9]
)
TWO = FEW[:2]
TOGETHER = {"summary.csv", "summary.xlsx", "network.md"}
HEADS = {key: list(heads(KNOWLEDGE, Lang.EN)).index(key) for key in heads(KNOWLEDGE, Lang.EN)}
ADVISOR = (sys.executable, "-m", "advisor")


def rows(schools: Iterable[Answers], lang: Lang | None = None) -> list[list[str]]:
    return [header(lang), *(filled(one, lang) for one in schools)]


def write_files(schools: Iterable[Answers], folder: str = "answers") -> str:
    Path(folder).mkdir(exist_ok=True)
    for number, one in enumerate(schools):
        Path(folder, f"{number:03}.yaml").write_text(render_answers(one), encoding="utf-8")
    return folder


def plans(folder: str | Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    return {name: data for name, data in found.items() if name not in TOGETHER}


def summary(folder: str) -> list[list[str]]:
    text = Path(folder, "summary.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def with_name(name: str) -> str:
    return ANSWERS.replace("De Linde", json.dumps(name, ensure_ascii=False))


# The same plans, from whatever they come


def read(source: str) -> list[School]:
    files = find_files([source], None, None)
    found = [open_source(name, KNOWLEDGE.questionnaire, None, io.BytesIO) for name in files]
    return list(count_schools(found, (), KNOWLEDGE.questionnaire))


def test_every_school_is_read_the_same_from_whatever_table_or_file(run: Run) -> None:
    every = tuple(replace(one, school=f"School {name}") for name, one in SCHOOLS.items())
    tables = {
        "csv": write_csv("a.csv", rows(every, Lang.NL), code="cp1252"),
        "xlsx": write_xlsx("a.xlsx", rows(every, Lang.EN)),
        "files": write_files(every),
    }
    found = {name: read(source) for name, source in tables.items()}
    for schools in found.values():
        assert [(one.given, one.problems, one.stem) for one in schools] == [
            ((answers,), (), file_stem(answers.school)) for answers in every
        ]


def test_a_table_a_workbook_and_files_give_the_same_plans(run: Run) -> None:
    sources = {
        "csv": write_csv("a.csv", rows(FEW, Lang.NL), code="cp1252"),
        "xlsx": write_xlsx("a.xlsx", rows(FEW, Lang.EN)),
        "files": write_files(FEW),
    }
    for name, source in sources.items():
        result = run("batch", source, "--out", name, "--lang", "nl")
        assert result.exit_code == 0, result.stderr
        assert "4 plannen gemaakt" in result.stderr
    assert plans("csv") == plans("xlsx") == plans("files")
    assert len(plans("csv")) == 4
    assert Path("csv/network.md").read_bytes() == Path("files/network.md").read_bytes()


def test_a_plan_is_that_of_one_school_alone(run: Run) -> None:
    write_files(TWO)
    assert (
        run("batch", "answers", "--out", "out", "--format", "html", "--lang", "nl").exit_code == 0
    )
    assert run("analyse", "answers/001.yaml", "-o", "one.html", "--lang", "nl").exit_code == 0
    assert plans("out")[f"{file_stem(TWO[1].school)}.html"] == Path("one.html").read_bytes()


def test_lines_of_json_come_in_and_go_out(run: Run) -> None:
    write_files(TWO)
    alone = [run("analyse", f"answers/{n:03}.yaml", "--json").stdout for n in range(2)]
    lines = "".join(f"{json.dumps(json.loads(one)['answers'])}\n\n" for one in alone)
    result = run("batch", "-", "--json", stdin=lines)
    assert result.exit_code == 0, result.stderr
    given = result.stdout.splitlines()
    assert [json.loads(line) for line in given] == [json.loads(one) for one in alone]
    Path("a.jsonl").write_text(lines, encoding="utf-8")
    again = run("batch", "a.jsonl", "--json", "--out", "out", "--format", "json")
    assert again.stdout == result.stdout
    assert {json.loads(data)["school"]["name"] for data in plans("out").values()} == {
        one.school for one in TWO
    }


@pytest.mark.parametrize("form", ["markdown", "html", "docx", "json"])
def test_each_form_of_a_plan_can_be_had(run: Run, form: str) -> None:
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")
    result = run("batch", "a.yaml", "--out", "out", "--format", form, "--format", "markdown")
    assert result.exit_code == 0, result.stderr
    suffix = {"markdown": "md"}.get(form, form)
    report = {f"network.{suffix}"} if form in ("html", "docx") else set()
    names = {path.name for path in Path("out").iterdir()}
    assert names == {"de-linde.md", f"de-linde.{suffix}"} | TOGETHER | report


def test_folders_patterns_and_files_may_stand_together_each_file_once(run: Run) -> None:
    write_files(FEW[:2], "po")
    write_files(FEW[2:3], "vo")
    Path("po/~$open.xlsx").write_bytes(b"held by Excel")
    Path("po/notes.txt").write_text("no answers", encoding="utf-8")
    result = run("batch", "po", "*o/*.yaml", "vo/000.yaml", "--out", "out")
    assert result.exit_code == 0, result.stderr
    assert len(plans("out")) == 3


# Several respondents of one school


def said_by(role: str, **change: str) -> Answers:
    one = FEW[0]
    return replace(one, respondent=role, values={**one.values, **change})


def test_rows_of_one_school_are_joined_wherever_they_stand(run: Run) -> None:
    head, mentor = said_by("head"), said_by("mentor", **{"class-climate": "serious"})
    write_csv("a.csv", rows([head, FEW[1]]))
    write_csv("b.csv", rows([mentor]))
    assert run("batch", "a.csv", "b.csv", "--out", "out").exit_code == 0
    for number, one in enumerate((head, mentor)):
        Path(f"{number}.yaml").write_text(render_answers(one), encoding="utf-8")
    assert run("analyse", "0.yaml", "1.yaml", "-o", "both.md").exit_code == 0
    assert plans("out")[f"{file_stem(head.school)}.md"] == Path("both.md").read_bytes()
    assert len(plans("out")) == 2


def test_the_same_person_twice_is_told_with_both_rows(run: Run) -> None:
    write_csv("a.csv", rows([said_by("head"), FEW[1], said_by("Head")]))
    result = run("batch", "a.csv", "--out", "out")
    assert result.exit_code == 1
    told = result.stderr
    assert f"{FEW[0].school}: no plan" in told
    assert "a.csv:4: error: 'Head' answered in a.csv:2 already" in told
    assert list(plans("out")) == [f"{file_stem(FEW[1].school)}.md"]


def test_two_rows_without_a_role_are_told_by_row(run: Run) -> None:
    unnamed = replace(FEW[0], respondent=None)
    write_csv("a.csv", rows([unnamed, unnamed]))
    result = run("batch", "a.csv", "--out", "out")
    assert result.exit_code == 1
    assert "a.csv:2" in result.stderr and "a.csv:3" in result.stderr


# A bad school


def test_a_bad_school_stops_no_other_and_is_told_under_its_name(run: Run) -> None:
    every = rows(FEW[:3])
    every[2][every[0].index("sector")] = "havo"
    every[2][every[0].index("class-climate")] = "heel erg"
    write_xlsx("a.xlsx", every, sheet="Vragen")
    result = run("batch", "a.xlsx", "--out", "out")
    assert result.exit_code == 1
    assert f"{FEW[1].school}: no plan\n  a.xlsx:Vragen:3:" in result.stderr
    assert "a.xlsx:Vragen:3:class-climate: error: 'heel erg'" in result.stderr
    assert "  2 problems" in result.stderr
    assert "2 plans made" in result.stderr and "1 school or file got no plan" in result.stderr
    assert len(plans("out")) == 2
    told = summary("out")
    assert [row[HEADS["school"]] for row in told[1:]] == [one.school for one in FEW[:3]]
    assert "'havo' is not an answer" in told[2][HEADS["problems"]]
    assert told[2][HEADS["files"]] == "" and told[1][HEADS["problems"]] == ""


def test_files_that_cannot_be_used_stop_no_other(run: Run) -> None:
    write_files(TWO, "in")
    Path("in/damaged.xlsx").write_bytes(b"PK\x03\x04 nothing")
    Path("in/empty.csv").write_bytes(b"")
    Path("in/broken.yaml").write_text("school: [", encoding="utf-8")
    Path("in/nameless.yaml").write_text("advisor: 1\nanswers: {}\n", encoding="utf-8")
    Path("in/lines.jsonl").write_text('{"school": "A"\n[1]\n', encoding="utf-8")
    result = run("batch", "in", "--out", "out", "--json")
    assert result.exit_code == 1
    assert len(plans("out")) == 2
    for place in ("damaged.xlsx", "empty.csv", "broken.yaml:", "nameless.yaml:1"):
        assert f"in/{place}" in result.stderr
    assert "in/lines.jsonl:1: no plan" in result.stderr
    assert "6 schools or files got no plan" in result.stderr
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert sum("problems" in line for line in lines) == 6
    assert sum("combination" in line for line in lines) == 2


def test_a_school_without_a_plan_is_a_line_with_its_problems(run: Run) -> None:
    result = run("batch", "-", "--json", stdin='{"school": "A", "answers": {"sector": "x"}}\n')
    assert result.exit_code == 1
    (line,) = map(json.loads, result.stdout.splitlines())
    assert line["school"] == {"name": "A"} and line["schema"] == 1
    assert {problem["code"] for problem in line["problems"]} == {"E-OPTION"}
    assert {problem["line"] for problem in line["problems"]} == {1}


# Names


NAMES = {
    "../../etc/passwd": "etc-passwd",
    "CON": "school-con",
    "=cmd|' /C calc'!A0": "cmd-c-calc-a0",
    "x" * 150: "x" * 60,
    "🎈🎈": "school",
    "Sint-Jan (Één)": "sint-jan-een",
    "summary": "summary-2",
    "Network": "network-2",
    "De Linde": "de-linde",
    "De  linde!": "de-linde-2",
    '<script>alert(1)</script> & | "x"': "script-alert-1-script-x",
}


def test_every_name_gives_a_file_of_its_own_in_the_folder(run: Run) -> None:
    Path("in").mkdir()
    for number, name in enumerate(NAMES):
        Path(f"in/{number:02}.yaml").write_text(with_name(name), encoding="utf-8")
    before = {path for path in Path().rglob("*") if "out" not in path.parts}
    result = run("batch", "in", "--out", "out", "--jobs", "2")
    assert result.exit_code == 0, result.stderr
    assert set(plans("out")) == {f"{stem}.md" for stem in NAMES.values()}
    assert {path for path in Path().rglob("*") if "out" not in path.parts} == before


def test_nothing_in_the_summary_is_a_formula(run: Run) -> None:
    Path("a.yaml").write_text(with_name("=cmd|' /C calc'!A0"), encoding="utf-8")
    Path("b.yaml").write_text(with_name("@SUM(A1)"), encoding="utf-8")
    assert run("batch", "a.yaml", "b.yaml", "--out", "out").exit_code == 0
    names = [row[HEADS["school"]] for row in summary("out")[1:]]
    assert names == ["'=cmd|' /C calc'!A0", "'@SUM(A1)"]
    sheet = CalamineWorkbook.from_path("out/summary.xlsx").get_sheet_by_index(0)
    assert [row[0] for row in sheet.to_python()[1:]] == ["=cmd|' /C calc'!A0", "@SUM(A1)"]


def test_the_summary_opens_in_dutch_excel_and_both_say_the_same(run: Run) -> None:
    write_files(FEW[:4])
    assert run("batch", "answers", "--out", "out", "--lang", "nl").exit_code == 0
    data = Path("out/summary.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfSchool;") and data.count(b"\r\n") == 5
    sheet = CalamineWorkbook.from_path("out/summary.xlsx").get_sheet_by_index(0)
    shown = [[str(int(c) if isinstance(c, float) else c) for c in row] for row in sheet.to_python()]
    assert shown == summary("out")


# Wrong use


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (("a.yaml",), 2, "add a folder: --out"),
        (("a.yaml", "--json", "--format", "html"), 2, "there is no folder"),
        (("a.yaml", "--out", "a.yaml"), 2, "not a folder"),
        (("in", "--out", "in"), 2, "the answers come from this folder"),
        (("a.yaml", "--out", "."), 2, "the answers come from this folder"),
        (("nothing.yaml", "other.csv", "--out", "out"), 2, "2 problems"),
        (("*.csv", "--out", "out"), 2, "matches this pattern"),
        (("empty", "--out", "out"), 2, "no answers in this folder"),
        (("a.yaml", "--out", "out", "--format", "terminal"), 2, "markdown, json, html, docx"),
        (("a.yaml", "--out", "out", "--jobs", "0"), 2, "1 to 64"),
        (("a.yaml", "--out", "a.yaml/out"), 2, "the folder does not exist"),
        ((), 2, "SOURCES"),
    ],
)
def test_wrong_use_is_told_before_anything_is_made(
    run: Run, call: tuple[str, ...], code: int, words: str
) -> None:
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")
    Path("in").mkdir()
    Path("in/a.yaml").write_text(ANSWERS, encoding="utf-8")
    Path("empty").mkdir()
    result = run("batch", *call)
    assert result.exit_code == code
    assert words in result.stderr
    assert not Path("out").exists() and not result.stdout


# Broken off


def test_a_full_disk_stops_the_run_with_clear_words(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(TWO)
    real, written = Path.write_bytes, list[Path]()

    def full(path: Path, data: bytes) -> int:
        if written:
            raise OSError(errno.ENOSPC, "full")
        written.append(path)
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("batch", "answers", "--out", "out")
    assert result.exit_code == 2
    assert "the disk is full" in result.stderr and "no plan" not in result.stderr
    assert [path.name for path in Path("out").iterdir()] == [f"{file_stem(TWO[0].school)}.md"]


def test_a_file_that_cannot_be_replaced_is_a_matter_of_its_school(run: Run) -> None:
    write_files(TWO)
    Path("out", f"{file_stem(TWO[0].school)}.md").mkdir(parents=True)
    result = run("batch", "answers", "--out", "out")
    assert result.exit_code == 1
    assert f"{TWO[0].school}: no plan" in result.stderr and "this is a folder" in result.stderr
    assert f"{file_stem(TWO[1].school)}.md" in {path.name for path in Path("out").iterdir()}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_and_given_again_the_bytes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(FEW)
    call = [*ADVISOR, "batch", "answers", "--jobs", jobs, "--out"]
    subprocess.run([*call, "whole"], check=True, stderr=subprocess.PIPE)
    running = subprocess.Popen([*call, "again"], stderr=subprocess.PIPE)
    while not Path("again").is_dir() or not any(Path("again").glob("school-*.md")):
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert not Path("again/network.md").exists()
    there = {p.name: p.read_bytes() for p in Path("again").glob("school-*.md")}
    whole = {path.name: path.read_bytes() for path in Path("whole").iterdir()}
    assert there.items() <= whole.items() and len(there) <= len(FEW)
    subprocess.run([*call, "again"], check=True, stderr=subprocess.PIPE)
    assert {path.name: path.read_bytes() for path in Path("again").iterdir()} == whole


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_plans_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(FEW)
    call = [*ADVISOR, "batch", "answers", "--jobs", jobs, "--out", "out"]
    running = subprocess.Popen(
        call,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs in the background of a shell ignores Ctrl-C, and so do its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not any(Path("out").glob("school-*.md")):
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Stopped. The plans that are there already" in told and "Traceback" not in told
    left = {path.name for path in Path("out").iterdir()}
    assert not left & TOGETHER and not any(name.startswith(".") for name in left)


def test_a_bar_on_a_terminal_and_silence_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(FEW[:3])
    call = [*ADVISOR[1:], "batch", "answers", "--out", "out"]
    child = pexpect.spawn(ADVISOR[0], call, encoding="utf-8", timeout=60, dimensions=(24, 80))
    child.expect("1/3")
    child.expect("3 plans made in out")
    child.expect(pexpect.EOF)
    piped = subprocess.run([ADVISOR[0], *call], check=True, capture_output=True, text=True)
    assert not piped.stdout
    assert piped.stderr.startswith("3 plans made in out") and piped.stderr.count("\n") == 1
    quiet = subprocess.run([ADVISOR[0], *call, "-q"], check=True, capture_output=True, text=True)
    assert not quiet.stdout and not quiet.stderr


def test_processes_end_when_the_one_that_started_them_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(FEW)
    call = [*ADVISOR, "batch", "answers", "--jobs", "2", "--out", "out"]
    running = subprocess.Popen(call, stderr=subprocess.PIPE)
    while not any(Path("out").glob("school-*.md")):
        time.sleep(0.01)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    assert len(children) >= 2
    running.kill()
    running.communicate()
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline, "a process is left behind"
        time.sleep(0.05)


def test_an_error_of_another_process_arrives_with_its_problems() -> None:
    with pytest.raises(UsageError) as caught:
        write_whole(Path("no/such/folder.md"), "")
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, UsageError) and again.problems == caught.value.problems


def test_lines_go_to_their_file_while_a_bar_is_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(FEW[:1])
    call = f"{sys.executable} -m advisor batch answers --json --no-annex > lines.jsonl"
    child = pexpect.spawn("sh", ["-c", call], encoding="utf-8", timeout=60)
    child.expect("1 plan made")
    child.expect(pexpect.EOF)
    (line,) = Path("lines.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["school"]["name"] == FEW[0].school


def test_lines_of_json_may_be_flat(run: Run) -> None:
    flat = {"school": "A", "date": "2026-09-01", "sector": "po", "low-mood": "ernstig"}
    nested = {"school": "A", "date": "2026-09-01", "answers": {"sector": "po"}}
    result = run("batch", "-", "--json", "--no-annex", stdin=json.dumps(nested))
    assert result.exit_code == 0, result.stderr
    result = run("batch", "-", "--json", "--no-annex", stdin=json.dumps(flat))
    assert "-:1:low-mood: error: 'ernstig' is not an answer" in result.stderr


@pytest.mark.parametrize("name", ["a.jsonl", "a.ods", "a.xls"])
def test_a_file_without_schools_is_told(run: Run, name: str) -> None:
    Path(name).write_bytes(b"")
    result = run("batch", name, "--out", "out")
    assert result.exit_code == 1 and f"{name}: no plan" in result.stderr


def test_a_table_without_the_name_of_the_school_is_told_once(run: Run) -> None:
    every = [row[1:] for row in rows(FEW)]
    result = run("batch", write_csv("a.csv", every), "--out", "out")
    assert result.exit_code == 1
    assert result.stderr.count("no column has the name of the school") == 1


def test_a_table_that_is_held_by_excel_keeps_nothing_else_from_being_written(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(FEW[:1])
    Path("out").mkdir()
    Path("out/summary.xlsx").write_bytes(b"of before")
    real = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == "summary.xlsx":
            raise PermissionError(errno.EACCES, "held")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", held)
    result = run("batch", "answers", "--out", "out", "--no-annex")
    assert result.exit_code == 2
    assert "close the file if it is open" in result.stderr
    assert {path.name for path in Path("out").iterdir()} >= {"network.md", "summary.csv"}
    assert Path("out/summary.xlsx").read_bytes() == b"of before"
    assert not any(path.name.startswith(".") for path in Path("out").iterdir())


def test_a_plan_of_before_is_told_where_there_is_none_now(run: Run) -> None:
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")
    assert run("batch", "a.yaml", "--out", "out", "--no-annex").exit_code == 0
    Path("a.yaml").write_text(ANSWERS.replace("sector: vo", "sector: havo"), encoding="utf-8")
    result = run("batch", "a.yaml", "--out", "out")
    assert "still there is of an earlier time: de-linde.md" in result.stderr


def test_no_file_of_a_plan_is_written_when_one_cannot_be(run: Run) -> None:
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")
    Path("out/de-linde.md").mkdir(parents=True)
    call = ("batch", "a.yaml", "--out", "out", "--no-annex", "--format", "html")
    assert run(*call, "--format", "markdown").exit_code == 1
    assert not Path("out/de-linde.html").exists()


def test_what_was_left_by_a_killed_program_goes_and_what_another_writes_stays(run: Run) -> None:
    Path("a.yaml").write_text(ANSWERS, encoding="utf-8")
    Path("out").mkdir()
    Path(f"out/.advisor-{os.getppid()}-0.tmp").write_bytes(b"being written")
    Path("out/.advisor-999999999-0.tmp").write_bytes(b"left")
    assert run("batch", "a.yaml", "--out", "out", "--no-annex").exit_code == 0
    left = [path.name for path in Path("out").iterdir() if path.name.startswith(".")]
    assert left == [f".advisor-{os.getppid()}-0.tmp"]


@pytest.mark.parametrize("day", ["1-9-2026", "01-09-2026", "2026-09-01 14:33:05"])
def test_days_as_excel_and_forms_write_them(run: Run, day: str) -> None:
    every = rows(FEW[:1])
    every[1][every[0].index("date")] = day
    (school,) = read(write_csv("a.csv", every))
    assert [one.date.isoformat() for one in school.given if one.date] == ["2026-09-01"]
