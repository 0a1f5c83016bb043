"""The commands as people use them: results, bad input, exit codes and files."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ANSWERS, Run

from advisor import __version__
from advisor.__main__ import main as start
from advisor.cli import plans, streams
from advisor.cli.help_texts import HELP
from advisor.cli.messages import SAY
from advisor.formats.interface import Format
from advisor.model.knowledge import Knowledge
from advisor.texts import Lang

CHECKOUT = Path(__file__).parents[1]
TABLES = ["docx", "xlsxwriter", "python_calamine", "csv", "zipfile", "xml.etree.ElementTree"]


def advisor(*arguments: str, cwd: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "ADVISOR_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-m", "advisor", *arguments],
        cwd=cwd,
        env={**env, **dict(settings.pop("env", {}))},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **settings,
    )


# Plans


def test_a_file_gives_a_plan_as_markdown_when_piped(run: Run, answers_file: Path) -> None:
    result = run("analyse", str(answers_file))
    assert result.exit_code == 0
    assert result.stdout.startswith("<!-- page -->")
    assert "<!-- annex -->" in result.stdout
    assert result.stderr == ""


def test_standard_input_gives_the_same_plan(run: Run, answers_file: Path) -> None:
    from_file = run("analyse", str(answers_file), "--json")
    from_stdin = run("analyse", "-", "--json", stdin=ANSWERS)
    assert from_stdin.exit_code == 0
    assert from_stdin.stdout == from_file.stdout


def test_the_example_gives_a_plan_in_both_languages(run: Run) -> None:
    plans = {lang: run("analyse", "--example", "--json", "--lang", lang) for lang in ("nl", "en")}
    assert [result.exit_code for result in plans.values()] == [0, 0]
    assert plans["nl"].stdout != plans["en"].stdout
    assert json.loads(plans["nl"].stdout)["schema"] == 1


def test_interventions_in_and_out_of_the_combination_are_all_types(
    run: Run, answers_file: Path, knowledge: Knowledge
) -> None:
    plan = json.loads(run("analyse", str(answers_file), "--json").stdout)
    advised = [item["id"] for item in plan["combination"] if item["kind"] == "intervention"]
    left_out = [item["id"] for item in plan["not_advised"]]
    assert sorted(advised + left_out) == sorted(knowledge.catalogue.interventions)


def test_files_get_their_format_from_their_suffix(run: Run, answers_file: Path) -> None:
    result = run("analyse", str(answers_file), "-o", "plan.md", "-o", "plan.json")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "Plan written: plan.md, plan.json\n"
    assert Path("plan.md").read_text("utf-8").startswith("<!-- page -->")
    assert json.loads(Path("plan.json").read_text("utf-8"))["school"]["name"] == "De Linde"
    assert sorted(path.name for path in Path().iterdir()) == [
        "answers.yaml",
        "plan.json",
        "plan.md",
    ]


def test_an_unknown_level_is_a_word(run: Run, answers_file: Path) -> None:
    needs = json.loads(run("analyse", str(answers_file), "--json").stdout)["needs"]
    levels = {need["id"]: need["level"] for need in needs}
    assert levels["stress-pressure"] == "serious"
    assert levels["anxiety"] == "unknown"
    assert set(levels.values()) <= {"none", "mild", "moderate", "serious", "unknown"}


def test_a_dash_as_output_is_standard_output(run: Run, answers_file: Path) -> None:
    result = run("analyse", str(answers_file), "-o", "plan.md", "-o", "-", "--json", "-q")
    assert json.loads(result.stdout)["schema"] == 1
    assert Path("plan.md").exists()
    assert result.stderr == ""


def test_every_format_is_offered_and_works(run: Run, answers_file: Path) -> None:
    for form in Format:
        result = run("analyse", str(answers_file), "--format", form.value)
        assert result.exit_code == 0, form
        assert "De Linde" in result.stdout if form.is_text else result.stdout_bytes[:2] == b"PK"
        assert form.value in HELP["format"].en
        assert form.suffix is None or form.suffix in HELP["output"].en


def test_saved_answers_give_the_same_plan(run: Run, answers_file: Path) -> None:
    first = run("analyse", str(answers_file), "--json", "--save", "saved.yaml")
    assert "Answers saved: saved.yaml" in first.stderr
    assert run("analyse", "saved.yaml", "--json").stdout == first.stdout


def test_an_existing_file_is_replaced_and_keeps_its_mode(run: Run, answers_file: Path) -> None:
    old = Path("plan.md")
    old.write_text("old", "utf-8")
    old.chmod(0o640)
    assert run("analyse", str(answers_file), "-o", "plan.md").exit_code == 0
    assert old.read_text("utf-8").startswith("<!-- page -->")
    assert os.name == "nt" or old.stat().st_mode & 0o777 == 0o640


def test_brackets_in_a_name_are_shown_as_they_are(run: Run) -> None:
    answers = ANSWERS.replace("De Linde", '"De [red]Linde[/red] [/]"')
    shown = run("analyse", "-", "--format", "terminal", stdin=answers)
    assert shown.exit_code == 0
    assert "De [red]Linde[/red] [/]" in shown.stdout


# Bad contents: exit 1, the file is named, no file is left behind

BAD = {
    "an unknown question, with a near name": (
        ANSWERS.replace("low-mood", "low-moud"),
        "did you mean 'low-mood'",
    ),
    "a value that is no option": (ANSWERS.replace("serious", "huge"), "'huge'"),
    "a number out of range": (f"{ANSWERS}  school-plan-year: 9999999\n", "9999999"),
    "a list where one word belongs": (ANSWERS.replace("serious", "[serious]"), ":7:"),
    "nothing": ("", ":1:1:"),
    "only a comment": ("# hello\n", ":1:1:"),
    "not YAML": ("advisor: 1\nschool: [De Linde\n", "error"),
    "a list": ("- a\n- b\n", "error"),
    "two documents": (f"{ANSWERS}---\n{ANSWERS}", "second document"),
    "a newer version": (ANSWERS.replace("advisor: 1", "advisor: 2"), "newer version"),
    "binary": (b"\x00\x01\x02\xff" * 100, "error"),
    "text in another encoding": (ANSWERS.replace("Linde", "Ceder\xe9").encode("latin-1"), "UTF-8"),
    "UTF-16": (ANSWERS.encode("utf-16"), "UTF-8"),
    "200,000 brackets": ("[" * 200_000, "error"),
    "200,000 brackets in an answer": (f"{ANSWERS}  ambition: {'[' * 200_000}", "error"),
    "an alias bomb": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        "references with & and *",
    ),
    "a Python tag": (f"{ANSWERS}  ambition: !!python/object/apply:os.system [ls]\n", "tags with !"),
    "a key twice": (f"{ANSWERS}  sector: po\n", "second time"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("source", ["bad.yaml", "-"])
def test_bad_contents(run: Run, name: str, source: str) -> None:
    text, expected = BAD[name]
    data = text.encode() if isinstance(text, str) else text
    Path("bad.yaml").write_bytes(data)
    result = run("analyse", source, "-o", "plan.md", "--save", "saved.yaml", stdin=data)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert all(line.startswith((f"{source}:", "    ")) for line in result.stderr.splitlines()[:-1])
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
    assert not Path("plan.md").exists()
    assert not Path("saved.yaml").exists()


def test_all_problems_of_a_file_are_told_together_in_the_language_of_the_user(run: Run) -> None:
    bad = ANSWERS.replace("low-mood", "low-moud").replace("serious", "huge")
    result = run("analyse", "-", "--lang", "nl", stdin=bad)
    assert "onbekende vraag 'low-moud'" in result.stderr
    assert "'huge' is geen antwoord" in result.stderr
    assert result.stderr.splitlines()[-1].endswith("problemen")


def test_a_file_of_100_mb_is_refused_unread(run: Run) -> None:
    with Path("large.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    result = run("analyse", "large.yaml")
    assert result.exit_code == 1
    assert "large.yaml: error: this file is larger than 2 MB" in result.stderr


# Wrong use: exit 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["missing.yaml"], "missing.yaml: error: there is no such file"),
        (["."], ".: error: this is a folder"),
        ([], "advisor analyse ANSWERS.yaml"),
        (["--no-input"], "advisor analyse ANSWERS.yaml"),
        (["answers.yaml", "answers.yaml"], "stands there twice"),
        (["answers.yaml", "--example"], "--example does not go together"),
        (["answers.yaml", "--format", "jsn"], "did you mean 'json'"),
        (["answers.yaml", "--format", "markdown", "--json"], "--json contradicts"),
        (["answers.yaml", "-o", "plan.pdf"], "choose from: .md, .json, .html, .docx"),
        (["answers.yaml", "-o", "plan"], "the name 'plan' does not end in"),
        (["answers.yaml", "-o", ""], "behind it: .md, .json, .html, .docx"),
        (["answers.yaml", "--save", "-"], "--save saves in a file, not in '-'"),
        (["answers.yaml", "--save", ""], "--save saves in a file, not in ''"),
        (["answers.yaml", "-o", "a.md", "-o", "./a.md"], "a.md stands there twice"),
        (["answers.yaml", "-o", "a.json", "--save", "a.json"], "a.json stands there twice"),
        (["answers.yaml", "--save", "folder.md/../answers.yaml"], "the answers come from"),
        (["answers.yaml", "-o", "plan.md", "--json"], "add -o -"),
        (["answers.yaml", "-o", "folder.md"], "folder.md: error: this file cannot be written"),
        (["answers.yaml", "-o", "nowhere/plan.md"], "the folder does not exist"),
        (["answers.yaml", "--save", "folder.md"], "this is a folder"),
        (["answers.yaml", "--lang", "de"], "choose from: nl, en"),
        (["answers.yaml", "--lang"], "the option --lang needs a value"),
        (["answers.yaml", "--nonsense"], "there is no option --nonsense"),
        (["answers.yaml", "--exampel"], "did you mean '--example'"),
        (["answers.yaml", "--json=yes"], "the option --json takes no value"),
    ],
)
def test_wrong_use(run: Run, answers_file: Path, arguments: list[str], expected: str) -> None:
    Path("folder.md").mkdir()
    result = run("analyse", *arguments)
    assert result.exit_code == 2
    assert expected in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["answers.yaml", "folder.md"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["analyse", "--lang", "xx"], "'xx' is geen goede waarde voor --lang"),
        (["analyse", "--exampel"], "de optie --exampel bestaat niet"),
        (["analyse", "-x"], "de optie -x bestaat niet"),
        (["analyse", "-o"], "bij de optie -o hoort een waarde"),
        (["analyse", "-q=1"], "de optie -= bestaat niet"),
        (["check", "--schools", "0"], "geef een heel getal van 1 tot 1000000"),
        (["check", "--schools", "abc"], "'abc' is geen goede waarde voor --schools"),
        (["check", "--schools"], "bij de optie --schools hoort een waarde"),
        (["check", "much"], "dit is te veel: much"),
        (["catalogue", "a", "b", "c"], "dit is te veel: b c"),
        (["analyze"], "bedoel je 'analyse'?"),
        (["--nonsense"], "de optie --nonsense bestaat niet"),
        ([], "er ontbreekt een opdracht"),
    ],
)
def test_wrong_use_is_told_in_dutch(run: Run, arguments: list[str], expected: str) -> None:
    result = run("--lang", "NL", *arguments)
    assert result.exit_code == 2
    assert expected in result.stderr
    assert result.stdout == ""
    assert not re.search(r"Error|Usage|Try|Invalid|No such|option", result.stderr)


def test_no_words_at_all_show_help(run: Run) -> None:
    assert run().exit_code == 0
    assert run().stdout == run("--help").stdout


@pytest.mark.parametrize("link", ["hard", "symbolic"])
def test_the_answers_are_not_replaced_through_a_link(
    run: Run, answers_file: Path, link: str
) -> None:
    other = Path("other.yaml")
    other.hardlink_to(answers_file) if link == "hard" else other.symlink_to(answers_file)
    result = run("analyse", "other.yaml", "-o", "plan.md", "--save", str(answers_file))
    assert result.exit_code == 2
    assert "is the file that the answers come from" in result.stderr
    assert answers_file.read_text("utf-8") == ANSWERS
    assert not Path("plan.md").exists()


def test_a_read_only_file_is_not_replaced(run: Run, answers_file: Path) -> None:
    old = Path("plan.md")
    old.write_text("old", "utf-8")
    old.chmod(0o444)
    result = run("analyse", str(answers_file), "-o", "plan.md")
    assert result.exit_code == 2
    assert "plan.md: error: this file cannot be written: it exists already" in result.stderr
    assert old.read_text("utf-8") == "old"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_closed_folders(run: Run, answers_file: Path) -> None:
    closed = Path("closed")
    closed.mkdir()
    closed.chmod(0)
    try:
        assert run("analyse", "closed/answers.yaml").exit_code == 2
        result = run("analyse", str(answers_file), "-o", "closed/plan.md")
    finally:
        closed.chmod(0o755)
    assert result.exit_code == 2
    assert "you may not write here" in result.stderr


def test_a_closed_folder_is_told_before_any_work(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run("analyse", str(answers_file), "-o", "plan.md")
    assert result.exit_code == 2
    assert "plan.md: error: this file cannot be written: you may not write here" in result.stderr


def test_a_full_disk_leaves_the_old_file(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    Path("plan.md").write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", fail)
    result = run("analyse", str(answers_file), "-o", "plan.md")
    assert result.exit_code == 2
    assert "the disk is full" in result.stderr
    assert Path("plan.md").read_text("utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["answers.yaml", "plan.md"]


def test_a_device_is_written_and_not_replaced(run: Run, answers_file: Path) -> None:
    if not Path("/dev/null").is_char_device():
        pytest.skip("no /dev/null here")
    assert run("analyse", str(answers_file), "--save", "/dev/null", "-q").exit_code == 0
    assert Path("/dev/null").is_char_device()


# Errors and streams


def test_an_unexpected_error_is_one_sentence(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken [inside]")

    monkeypatch.setattr(plans, "make_plan", fail)
    result = run("analyse", str(answers_file), "-o", "plan.md")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "RuntimeError: broken [inside]" in result.stderr
    assert "--debug" in result.stderr
    assert "Traceback" in run("analyse", str(answers_file), "--debug").stderr
    assert not Path("plan.md").exists()


def test_an_interrupt_ends_with_130(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(plans, "make_plan", stop)
    result = run("analyse", str(answers_file))
    assert (result.exit_code, result.stderr) == (130, "\nStopped.\n")


def test_an_interrupt_while_loading_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loading(ModuleType):
        def __getattr__(self, _: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "advisor.cli.app", Loading("advisor.cli.app"))
    with pytest.raises(SystemExit) as end:
        start()
    assert end.value.code == 130


FULL = Path("/dev/full")
PLAN = "analyse answers.yaml -o plan.md -o - --save saved.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="no such streams")
@pytest.mark.parametrize(
    ("call", "code", "told"),
    [
        ("--help >&-", 2, "the output cannot be written: nothing is open there"),
        ("--help >/dev/full", 2, "the output cannot be written: the disk is full"),
        ("--version >/dev/full", 2, "the output cannot be written: the disk is full"),
        (f"{PLAN} >&-", 2, "the output cannot be written: nothing is open there"),
        (f"{PLAN} >/dev/full", 2, "the output cannot be written: the disk is full"),
        (f"{PLAN} 2>&- >/dev/null", 0, ""),
        (f"{PLAN} 2>/dev/full >/dev/null", 0, ""),
        (f"{PLAN} <&- >&- 2>&-", 2, ""),
        ("analyse - <&-", 2, "standard input cannot be read"),
        ("analyse <&-", 2, "advisor analyse ANSWERS.yaml"),
        ("check --schools abc 2>/dev/full", 2, ""),
    ],
)
def test_closed_and_full_streams(answers_file: Path, call: str, code: int, told: str) -> None:
    if "/dev/full" in call and not FULL.exists():
        pytest.skip("no /dev/full here")
    done = subprocess.run(
        f'"{sys.executable}" -m advisor {call}',
        shell=True,
        cwd=answers_file.parent,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert bool(done.stderr) >= bool(told)
    assert "should not happen" not in done.stderr
    assert "Exception" not in done.stderr
    if call.startswith(PLAN):
        assert (answers_file.parent / "plan.md").exists()
        assert (answers_file.parent / "saved.yaml").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no such pipes here")
@pytest.mark.parametrize(("reader", "shown"), [("head -n 1", "<!-- page -->\n"), ("true", "")])
def test_a_reader_that_goes_away_gives_no_traceback(
    answers_file: Path, reader: str, shown: str
) -> None:
    command = f'"{sys.executable}" -m advisor analyse "{answers_file}" | {reader}'
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        command, shell=True, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == (shown, "")


def test_output_is_utf_8_everywhere(answers_file: Path) -> None:
    answers_file.write_text(ANSWERS.replace("De Linde", "Zoë"), "utf-8")
    env = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = advisor("analyse", str(answers_file), cwd=answers_file.parent, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Zoë" in done.stdout


def test_closed_stdin_is_no_terminal(tmp_path: Path) -> None:
    done = advisor("analyse", cwd=tmp_path, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert "advisor analyse ANSWERS.yaml" in done.stderr


# Languages, help and start


@pytest.mark.parametrize(
    ("env", "dutch"),
    [
        ({"LC_ALL": "nl_NL.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, False),
        ({"LANG": "nl_BE"}, True),
        ({"LANG": "de_DE"}, False),
        ({}, False),
        ({"ADVISOR_LANG": "nl", "LC_ALL": "en_US"}, True),
        ({"ADVISOR_LANG": "en", "LC_ALL": "nl_NL"}, False),
        ({"ADVISOR_LANG": "NL", "LC_ALL": "en_US"}, True),
        ({"ADVISOR_LANG": "fr", "LC_ALL": "nl_NL"}, True),
        ({"ADVISOR_LANG": "nederlands", "LC_ALL": "en_US"}, False),
    ],
)
def test_the_language_of_help_follows_the_environment(
    tmp_path: Path, env: dict[str, str], dutch: bool
) -> None:
    blank = {"ADVISOR_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}
    done = advisor("--help", cwd=tmp_path, env={**blank, **env})
    assert ("Alles blijft op deze computer" in done.stdout) is dutch


def test_the_option_for_language_leads_and_stands_on_both_sides(tmp_path: Path) -> None:
    assert "Voorbeelden" in advisor("analyse", "--lang", "nl", "--help", cwd=tmp_path).stdout
    assert "Voorbeelden" in advisor("--lang=nl", "--help", cwd=tmp_path).stdout
    assert "bestand is er niet" in advisor("--lang", "nl", "analyse", "x", cwd=tmp_path).stderr
    assert (
        "no such file"
        in advisor("--lang", "nl", "analyse", "x", "--lang", "en", cwd=tmp_path).stderr
    )


@pytest.mark.parametrize("command", [[], ["analyse"], ["catalogue"], ["check"]])
def test_help_is_all_dutch(tmp_path: Path, command: list[str]) -> None:
    shown = advisor(*command, "--help", "--lang", "NL", cwd=tmp_path).stdout
    assert shown.startswith("Gebruik: advisor")
    assert "Toon deze uitleg." in shown
    english = r"\b(Usage|Options|Commands|Arguments|Show|Install|FILE|COMMAND|OPTIONS)\b"
    assert not re.search(english, shown)


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"advisor {__version__}\n"


def test_every_text_of_the_program_differs_between_languages() -> None:
    for key, text in (*HELP.items(), *SAY.items()):
        assert text.nl and text.en and text.nl != text.en, key


EXCEL = ["docx", "xlsxwriter", "python_calamine"]
SCREEN = ["rich.console", "questionary", "prompt_toolkit", "markdown_it"]
JOBS = ["multiprocessing", "concurrent.futures.process"]


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], ["yaml", "advisor.engine", *SCREEN, *TABLES, *JOBS]),
        (["analyse", "--help"], ["yaml", "advisor.engine", *SCREEN, *TABLES, *JOBS]),
        (["analyse", "answers.yaml", "-o", "plan.md"], ["rich", *SCREEN, *TABLES, *JOBS]),
        (["analyse", "answers.yaml", "--json"], ["rich", *SCREEN, *TABLES, *JOBS]),
        (["explain", "mindfulness", "answers.yaml"], [*SCREEN, *TABLES, *JOBS]),
        (["compare", "answers.yaml", "later.yaml"], [*SCREEN, *TABLES, *JOBS]),
        (["catalogue", "mindfulness"], ["advisor.engine", *SCREEN, *TABLES, *JOBS]),
        (["form"], ["advisor.engine", *SCREEN, *TABLES, *JOBS]),
        (["batch", "answers.yaml", "--json", "--jobs", "1"], [*SCREEN, *EXCEL, *JOBS]),
        (["check", "--schools", "1"], ["rich.console", *JOBS]),
    ],
    ids=lambda value: " ".join(value[:2]),
)
def test_what_a_command_does_not_need_is_not_imported(
    answers_file: Path, arguments: list[str], absent: list[str]
) -> None:
    shutil.copy(answers_file, answers_file.with_name("later.yaml"))
    code = (
        f"import sys\nfrom advisor.cli.app import main\nsys.argv = ['advisor', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"print('loaded:', [n for n in {absent!r} if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=answers_file.parent,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "loaded: []", done.stderr


# The catalogue


def test_the_menu_shows_every_type_question_and_foundation(run: Run, knowledge: Knowledge) -> None:
    menu = run("catalogue").stdout
    data = json.loads(run("catalogue", "--json").stdout)
    for kind in ("interventions", "implementation", "foundations", "places"):
        entries = getattr(knowledge.catalogue, kind)
        assert [entry["id"] for entry in data[kind]] == list(entries)
        assert all(f"(`{name}`): " in menu for name in entries)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_entry_can_be_shown(knowledge: Knowledge, lang: str) -> None:
    from advisor.cli.entry import entry_data, render_entry
    from advisor.cli.reference import find, known_ids

    for name in known_ids(knowledge):
        found = find(name, knowledge)
        assert found is not None
        text = render_entry(found, knowledge, Lang(lang), sources=True)
        assert name in text
        assert "Text(" not in text
        assert json.dumps(entry_data(found, knowledge, Lang(lang)))


def test_sources_are_shown_on_request(run: Run) -> None:
    assert "https://doi.org" not in run("catalogue", "anti-bullying").stdout
    assert "https://doi.org" in run("catalogue", "anti-bullying", "--sources").stdout


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_programmes_are_shown_with_level_and_date_and_refused_ones_apart(
    knowledge: Knowledge, lang: str
) -> None:
    from advisor.cli.entry import render_entry
    from advisor.cli.reference import find

    status = {"nl": "controleer de actuele status", "en": "check the current status"}[lang]
    refused = {"nl": "**Niet erkend**", "en": "**Not recognised**"}[lang]
    for name, intervention in knowledge.catalogue.interventions.items():
        found = find(name, knowledge)
        assert found is not None
        text = " ".join(render_entry(found, knowledge, Lang(lang), sources=False).split())
        assert text.count(status) == len(intervention.programmes)
        examples = text.split(refused)[0]
        for programme in map(knowledge.catalogue.programmes.get, intervention.programmes):
            assert programme is not None
            assert programme.decided.say(Lang(lang)) in text
            assert (f"- {programme.name}: " in examples) is (programme.level is not None)


def test_an_unknown_entry_is_wrong_use_with_a_near_name(run: Run) -> None:
    result = run("catalogue", "anti-buling")
    assert result.exit_code == 2
    assert "did you mean 'anti-bullying'" in result.stderr


# The check


def test_check_says_what_it_checked(run: Run) -> None:
    report = run("check", "--schools", "5", "--json")
    assert report.exit_code == 0, report.stdout
    assert json.loads(report.stdout)["counts"]["promises"] == 12


def test_check_names_file_line_and_remedy_in_a_broken_checkout(tmp_path: Path) -> None:
    for name in ("advisor", "catalogue", "rules"):
        _copy(CHECKOUT / name, tmp_path / name)
    _copy(CHECKOUT / "tests" / "scenarios", tmp_path / "tests" / "scenarios")
    (tmp_path / "pyproject.toml").write_bytes((CHECKOUT / "pyproject.toml").read_bytes())
    places = tmp_path / "catalogue" / "places.yaml"
    misspelt = _spoil(places, "    name:", "    nam:")
    foundations = tmp_path / "catalogue" / "foundations.yaml"
    unknown = _spoil(foundations, "who: head", "who: heat")
    needs = tmp_path / "catalogue" / "needs.yaml"
    no_key = _spoil(needs, "    order: 1", "    order: 1\n    no: x")
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "check", "--schools", "1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert f"catalogue/places.yaml:{misspelt}:5: error: unknown key 'nam'" in done.stdout
    assert "did you mean 'name'" in done.stdout
    assert f"catalogue/foundations.yaml:{unknown}:10: error: " in done.stdout
    assert "did you mean 'head'" in done.stdout
    assert f"catalogue/needs.yaml:{no_key + 1}:5: error: unknown key 'no'" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def _spoil(path: Path, good: str, bad: str) -> int:
    """Replace the first `good` in a file; the line it stands on."""
    before, after = path.read_text("utf-8").split(good, 1)
    path.write_text(before + bad + after, "utf-8")
    return before.count("\n") + 1


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            new = target / path.relative_to(source)
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(path.read_bytes())


def test_questions_need_a_terminal_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    for stdin, stdout in ((True, False), (False, True), (False, False)):
        monkeypatch.setattr(sys, "stdin", _Stream(stdin))
        monkeypatch.setattr(sys, "stdout", _Stream(stdout))
        assert not streams.is_interactive()


class _Stream:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--resume", "form.xlsx"], "E-RESUME"),
        (["--resume", "-"], "E-RESUME"),
        (["--resume", "nowhere.yaml"], "E-NO-FILE"),
        (["--resume", "a.json", "-o", "a.json"], "E-OVER-SOURCE"),
        (["--resume", "a.yaml", "answers.yaml"], "E-NOT-ASKING"),
        (["--full", "--example"], "E-NOT-ASKING"),
    ],
)
def test_an_interview_goes_on_only_with_its_own_file(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], code: str
) -> None:
    monkeypatch.setattr("advisor.cli.sources.is_interactive", lambda: True)
    result = run("analyse", *options)
    assert result.exit_code == 2
    assert f"({code})" in result.stderr


def test_git_bash_is_told_how_to_ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--no-input" in run("analyse").stderr
    monkeypatch.setenv("MSYSTEM", "MINGW64")
    result = run("analyse")
    assert result.exit_code == 2
    assert "winpty advisor analyse --plain" in result.stderr
    assert "winpty" not in run("analyse", "--no-input").stderr
