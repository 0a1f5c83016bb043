"""Tables of answers: the same plan as the same answers in a file, and clear words when not."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from conftest import Run
from known import KNOWLEDGE
from tables import (
    QUESTIONS,
    SCHOOLS,
    WRITERS,
    fill,
    filled,
    header,
    write_csv,
    write_xlsx,
)

from advisor.formats.form.interface import FormFormat, render_form
from advisor.importing.answers import load_table, open_table
from advisor.interview.saving import render_answers
from advisor.loading.answers import parse_answers
from advisor.model.questionnaire import (
    ABOUT,
    SAY_NONE,
    SAY_UNKNOWN,
    Answer,
    Answers,
    Kind,
    Measures,
    Question,
)
from advisor.problems import AnswersError, ProblemList
from advisor.texts import Lang

FORM = KNOWLEDGE.questionnaire
LISTS = [q for q in QUESTIONS if q.kind is Kind.MANY and q.out_of is None]
(SECTOR,) = FORM.measuring(Measures.SECTOR)
(RUNNING,) = FORM.measuring(Measures.RUNNING)
(AMBITION,) = FORM.measuring(Measures.AMBITION)
SIGNAL = FORM.measuring(Measures.NEED)[0]
YEAR = next(q for q in QUESTIONS if q.kind is Kind.NUMBER)


def read(name: str) -> Answers:
    ((_, answers),), _ = load_table(Path(name), FORM)
    return answers


def problems(name: str, lang: Lang = Lang.EN) -> str:
    with pytest.raises(AnswersError) as caught:
        load_table(Path(name), FORM)
    return caught.value.render(lang)


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# The same plan as from a file


@pytest.mark.parametrize("lang", [None, Lang.NL, Lang.EN])
@pytest.mark.parametrize("name", SCHOOLS)
def test_a_scenario_school_in_a_table_has_the_same_answers(name: str, lang: Lang | None) -> None:
    answers = SCHOOLS[name]
    for suffix, write in WRITERS.items():
        table = write(f"form.{suffix}", [header(lang), filled(answers, lang)])
        assert read(table) == answers


@pytest.mark.parametrize("name", list(SCHOOLS)[7:8])
def test_a_table_gives_the_same_plan_as_a_file(run: Run, name: str) -> None:
    Path("school.yaml").write_text(render_answers(SCHOOLS[name]), encoding="utf-8")
    wanted = run("analyse", "school.yaml", "--lang", "nl")
    assert wanted.exit_code == 0
    for lang in (None, Lang.NL, Lang.EN):
        for suffix, write in WRITERS.items():
            table = write(f"form.{suffix}", [header(lang), filled(SCHOOLS[name], lang)])
            found = run("analyse", table, "--lang", "nl")
            assert (found.stdout, found.stderr) == (wanted.stdout, "")


@pytest.mark.parametrize("lang", Lang)
def test_the_form_itself_can_be_filled_in(run: Run, lang: Lang) -> None:
    data = render_form(KNOWLEDGE, lang, FormFormat.XLSX)
    assert isinstance(data, bytes)
    typed = {
        0: "De Linde",
        3: SECTOR.options[0].text.say(lang),
        4: SIGNAL.options[3].text.say(lang),
    }
    Path("Form.XLSX").write_bytes(with_row(data, typed))
    plan = json.loads(run("analyse", "Form.XLSX", "--json").stdout)
    assert plan["school"]["name"] == "De Linde"
    assert plan["answers"]["answers"][SIGNAL.id] == SIGNAL.options[3].id


def with_row(data: bytes, typed: dict[int, str]) -> bytes:
    """A workbook with a second row on its first sheet."""
    cells = "".join(
        f'<c r="{chr(65 + at)}2" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in typed.items()
    )
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                part = part.replace(
                    b"</sheetData>", f'<row r="2">{cells}</row></sheetData>'.encode()
                )
            new.writestr(entry, part)
    return changed.getvalue()


# Files as schools have them


@pytest.mark.parametrize(
    ("separator", "code"),
    [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-8"), (";", "cp1252"), (",", "cp1252")],
)
def test_csv_in_every_usual_form(separator: str, code: str) -> None:
    words = "Eén, twee; en “drie” €"
    head = ["school", SECTOR.text.nl, AMBITION.text.en, RUNNING.id]
    ticked = ",".join(option.text.nl for option in RUNNING.options)
    row = ["Café 't Hoekje", SECTOR.options[1].text.nl.upper(), words, ticked]
    answers = read(write_csv("form.csv", [head, row], separator, code))
    assert answers.school == "Café 't Hoekje"
    assert answers.values == {
        SECTOR.id: SECTOR.options[1].id,
        AMBITION.id: words,
        RUNNING.id: tuple(option.id for option in RUNNING.options),
    }


def test_a_line_that_names_the_separator_is_no_row() -> None:
    Path("form.csv").write_text(f"sep=,\nschool,{SECTOR.id}\nDe Linde,vo\n", encoding="utf-8")
    assert read("form.csv").values == {SECTOR.id: "vo"}


def test_numbers_dates_and_booleans_of_excel_are_words() -> None:
    yes = next(q for q in QUESTIONS if {o.id for o in q.options} == {"yes", "no"})
    head = ["school", "date", YEAR.id, yes.id]
    answers = read(write_xlsx("form.xlsx", [head, [1234, dt.date(2026, 9, 1), 2027.0, True]]))
    assert (answers.school, answers.date) == ("1234", dt.date(2026, 9, 1))
    assert answers.values == {YEAR.id: 2027, yes.id: "yes"}


def test_a_moment_counts_as_its_day() -> None:
    head, moment = ["school", "date", SECTOR.id], dt.datetime(2026, 9, 1, 14, 33)
    assert read(write_xlsx("a.xlsx", [head, ["De Linde", moment, "vo"]])).date == moment.date()
    table = write_csv("b.csv", [head, ["De Linde", "2026-09-01 14:33:05", "vo"]])
    assert read(table).date == moment.date()


def test_free_text_stays_as_it_was_typed() -> None:
    for words in ("=1+1", "-x", "+31", "@home", "null", "~", "[a, b]", "a\nb", 'a "b"', "1; 2"):
        for suffix, write in WRITERS.items():
            table = write(f"form.{suffix}", [["school", AMBITION.id, SECTOR.id], ["A", words, ""]])
            assert read(table).values == {AMBITION.id: words}


def test_empty_rows_and_columns_and_a_title_above_do_not_count() -> None:
    rows = [
        ["Onze scholen"],
        [],
        ["", "school", SECTOR.id, "", ""],
        [],
        ["", "De Linde", "vo", " "],
    ]
    for suffix, write in WRITERS.items():
        assert read(write(f"form.{suffix}", [*rows, [], ["", " ", ""]])).school == "De Linde"


@pytest.mark.parametrize("way", [str.upper, str.title, lambda t: f"  {t}  ", lambda t: f"3. {t} ?"])
def test_headers_are_forgiving(way: Callable[[str], str]) -> None:
    for text in (SECTOR.id, SECTOR.text.nl, SECTOR.text.en):
        table = write_csv("form.csv", [["Naam van de school", way(text)], ["De Linde", "vo"]])
        assert read(table).values == {SECTOR.id: "vo"}


@pytest.mark.parametrize("way", [str.upper, str.title, lambda t: f" {t}. ", str.casefold])
def test_options_are_forgiving(way: Callable[[str], str]) -> None:
    for option in SIGNAL.options:
        for text in (option.id, option.text.nl, option.text.en):
            table = write_csv("form.csv", [["school", SIGNAL.id], ["De Linde", way(text)]])
            assert read(table).values == {SIGNAL.id: option.id}


def test_round_quotation_marks_of_word_are_straight_ones() -> None:
    quoted = [
        (question, option)
        for question in QUESTIONS
        for option in question.options
        if "'" in option.text.nl and question.out_of is None
    ]
    assert quoted
    for question, option in quoted:
        text = option.text.nl.replace("'", "\u2019")
        table = write_csv("form.csv", [["school", question.id], ["De Linde", text]])
        assert option.id in str(read(table).values[question.id])


# Lists


@pytest.mark.parametrize("between", ["; ", ";", ", ", ",", "\n", " ;\n"])
@pytest.mark.parametrize("question", LISTS, ids=lambda q: q.id)
def test_lists_in_every_form(question: Question, between: str) -> None:
    chosen = question.options[: question.most]
    wanted = tuple(option.id for option in chosen)
    for texts in (
        [option.id for option in chosen],
        [option.text.nl for option in chosen],
        [option.text.en for option in chosen],
        [option.text.nl if at % 2 else option.id for at, option in enumerate(chosen)],
    ):
        extra = [(q.id, q.options[-1].id) for q in FORM.measuring(Measures.NEED)]
        rows = [
            ["school", question.id, *(name for name, _ in extra)],
            ["A", between.join(texts), *(value for _, value in extra)],
        ]
        assert read(write_csv("form.csv", rows)).values[question.id] == wanted


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (SAY_NONE.nl, ()),
        (SAY_NONE.en.upper(), ()),
        ("[]", ()),
        (SAY_UNKNOWN.nl, None),
        (f" {SAY_UNKNOWN.en}. ", None),
        ("unknown", None),
        ("", None),
        (";", None),
    ],
)
def test_none_and_unknown_are_two_answers(cell: str, value: Answer) -> None:
    table = write_csv("form.csv", [["school", RUNNING.id, SECTOR.id], ["A", cell, "vo"]])
    assert read(table).values.get(RUNNING.id) == value


def test_a_text_with_commas_wins_from_its_parts() -> None:
    option = next(o for q in LISTS for o in q.options if ", " in o.text.nl)
    question = next(q for q in LISTS if option in q.options)
    last = question.options[-1]
    cell = f"{option.text.nl}, {last.text.nl}"
    answers = read(write_csv("form.csv", [["school", question.id], ["A", cell]]))
    assert answers.values[question.id] == (option.id, last.id)


# What is wrong, and where


def test_what_is_no_option_is_told_with_its_place() -> None:
    option = SIGNAL.options[0]
    wrong = f"{option.text.nl[:-2]}x{option.text.nl[-1]}"
    rows = [["school", SIGNAL.text.nl, SECTOR.id], ["A", wrong, "nonsense"]]
    header_ = SIGNAL.text.nl if len(SIGNAL.text.nl) <= 60 else f"{SIGNAL.text.nl[:59]}…"
    for suffix, write, place in (("csv", write_csv, ""), ("xlsx", write_xlsx, "Antwoorden:")):
        told = problems(write(f"form.{suffix}", rows))
        assert (
            f"form.{suffix}:{place}2:{header_}: error: '{wrong}' is not an answer to '{SIGNAL.id}'"
            f" (E-OPTION)\n    did you mean '{option.id}' ({option.text.en})?\n"
        ) in told
        assert f"form.{suffix}:{place}2:{SECTOR.id}: error: 'nonsense' is not an answer" in told
        assert told.endswith("\n2 problems")


def test_what_is_no_choice_in_a_list_is_told_apart() -> None:
    good = RUNNING.options[0].text.nl
    by_comma = write_csv("a.csv", [["school", RUNNING.id], ["A", f"mindfulnes, {good}, yoga"]])
    told = problems(by_comma)
    assert "'mindfulnes' is not" in told and "'yoga' is not" in told and "2 problems" in told
    whole = write_csv("b.csv", [["school", RUNNING.id], ["A", f"yoga, tai chi; {good}"]])
    assert "'yoga, tai chi' is not an answer" in problems(whole)


@pytest.mark.parametrize("word", [SAY_NONE.nl, SAY_NONE.en, SAY_UNKNOWN.nl])
def test_what_stands_alone_is_told(word: str) -> None:
    cell = f"{RUNNING.options[0].id}; {word}"
    told = problems(write_csv("form.csv", [["school", RUNNING.id], ["A", cell]]))
    assert "stands alone; remove it, or remove the other choices" in told


def test_the_checks_of_a_file_hold_for_a_table() -> None:
    fixed = FORM.measuring(Measures.FIXED)[0]
    first = FORM.measuring(Measures.FIRST)[0]
    head = ["school", "date", SIGNAL.id, first.id, RUNNING.id, fixed.id, YEAR.id]
    one, other = (option.id for option in RUNNING.options[:2])
    row = ["A", "1/9/2026", SIGNAL.options[0].id, SIGNAL.target, one, other, "soon"]
    told = problems(write_csv("form.csv", [head, row]))
    for place in (
        "2:date: error: '1/9/2026' is not a date (E-DATE)",
        f"2:{first.id}: error: '{SIGNAL.target}' cannot come first",
        f"2:{fixed.id}: error: '{other}' is not among '{RUNNING.id}' (E-NOT-TICKED)",
        f"2:{YEAR.id}: error: this should be",
    ):
        assert f"form.csv:{place}" in told
    assert told.endswith("4 problems")


def test_columns_that_are_no_question_are_named(run: Run) -> None:
    head = ["School", "Opmerking", f"{SIGNAL.id}x", SECTOR.id]
    write_csv("form.csv", [head, ["A", "geen", "serious", "vo"]])
    result = run("analyse", "form.csv", "--json")
    assert result.exit_code == 0
    assert result.stderr == (
        "These columns are no question and do not count: 'Opmerking' and "
        f"'{SIGNAL.id}x' (did you mean '{SIGNAL.id}'?).\n"
    )
    assert SIGNAL.id not in json.loads(result.stdout)["answers"]["answers"]
    assert run("analyse", "form.csv", "--json", "-q").stderr == ""


def test_two_hundred_empty_rows_do_not_count() -> None:
    rows = [["school", SECTOR.id, "remark"], ["A", "vo"], *[["", "", "..."], [" ", ""]] * 100]
    for suffix, write in WRITERS.items():
        assert read(write(f"form.{suffix}", [*rows, [], []])).values == {SECTOR.id: "vo"}


@pytest.mark.parametrize(("suffix", "place"), [("csv", ""), ("xlsx", "Antwoorden:")])
def test_a_row_in_which_every_cell_is_wrong_tells_all(suffix: str, place: str) -> None:
    asked = [q for q in QUESTIONS if q.kind is not Kind.TEXT]
    head = ["school", "date", *(q.id for q in asked), f"{LISTS[0].id}[{LISTS[0].options[0].id}]"]
    name = WRITERS[suffix](f"form.{suffix}", [head, ["", *["wr🌳ng"] * (len(head) - 1)]])
    told = problems(name)
    for column in set(head) - {LISTS[0].id}:
        assert f"form.{suffix}:{place}2:{column}: error: " in told, column
    assert told.endswith(f"{len(head) - 1} problems")


def test_rows_are_read_again_each_time() -> None:
    rows = [["school", SECTOR.id], ["A", "vo"], ["B", "wrong"], ["", "po"]]
    for suffix, write in WRITERS.items():
        table = open_table(Path(write(f"form.{suffix}", rows)), FORM)
        for _ in range(2):
            assert [row.school for row in table.rows()] == ["A", "B", None]
        assert [row.place.line for row in table.rows()] == [2, 3, 4]
        problems = ProblemList()
        parsed = [parse_answers(row.node(problems), FORM, problems) for row in table.rows()]
        assert [one and one[0].school for one in parsed] == ["A", None, None]
        assert [problem.code for problem in problems] == ["E-OPTION", "E-SCHOOL"]


def test_two_columns_for_one_question_are_told() -> None:
    rows = [["school", SECTOR.id, SECTOR.text.nl], ["A", "vo", "vo"]]
    told = problems(write_csv("form.csv", rows))
    assert f"form.csv:1:{SECTOR.text.nl}: error: two columns are for '{SECTOR.id}'" in told


def test_a_row_without_school_is_told() -> None:
    told = problems(write_csv("form.csv", [["school", SECTOR.id], ["", "vo"]]))
    assert "form.csv:2:school: error: the name of the school is missing (E-SCHOOL)" in told


NOTHING = "no row is filled in yet (E-NO-ROWS)"
NO_HEADER = "there is no row with the names of the questions (E-HEADER)"


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_table_without_answers(suffix: str) -> None:
    write, name = WRITERS[suffix], f"form.{suffix}"
    assert NOTHING in problems(write(name, [["school", SECTOR.id]]))
    assert NOTHING in problems(write(name, [["school", SECTOR.id, "remark"], ["", "", "none"]]))
    assert NO_HEADER in problems(write(name, [["De Linde", "vo"], ["De Es", "po"]]))
    assert NO_HEADER in problems(write(name, []))


@pytest.mark.parametrize("form", [FormFormat.CSV, FormFormat.XLSX])
def test_the_blank_form_has_no_answers(form: FormFormat) -> None:
    data = render_form(KNOWLEDGE, Lang.NL, form)
    name = f"form{form.value}"
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    told = problems(name, Lang.NL)
    assert "er is nog geen rij ingevuld (E-NO-ROWS)" in told
    assert "vul onder de namen van de vragen een rij in" in told


def test_a_workbook_with_only_the_sheet_that_explains() -> None:
    with xlsxwriter.Workbook("form.xlsx") as book:
        rows = [
            ["id", "text"],
            *([q.id, q.text.nl, o.text.nl, o.id] for q in LISTS for o in q.options),
        ]
        fill(book, "Uitleg", rows)
    assert NO_HEADER in problems("form.xlsx")


def test_answers_on_two_sheets_are_not_guessed() -> None:
    rows = [["school", SECTOR.id], ["De Linde", "vo"]]
    with xlsxwriter.Workbook("form.xlsx") as book:
        fill(book, "Een", rows)
        fill(book, "Twee", rows)
        fill(book, "Leeg", rows[:1])
    assert "form.xlsx: error: more than one sheet has answers: 'Een', 'Twee'" in problems(
        "form.xlsx"
    )


def test_a_formula_without_a_result_is_told_with_its_place() -> None:
    with xlsxwriter.Workbook("form.xlsx") as book:
        fill(book, "A", [["school", SECTOR.id, SIGNAL.id, AMBITION.id, "remark"]])
        sheet = book.get_worksheet_by_name("A")
        sheet.write_string(1, 0, "De Linde")
        sheet.write_formula(1, 1, "=B9", None, "")
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")
        sheet.write_formula(1, 3, '="a"&"b"', None, "ab")
        sheet.write_formula(1, 4, "=B9", None, "")
    told = problems("form.xlsx")
    assert f"form.xlsx:A:2:{SECTOR.id}: error: this cell holds a formula without a result" in told
    assert f"form.xlsx:A:2:{SIGNAL.id}: error: this cell holds a formula" in told
    assert told.endswith("2 problems")


# Several people, several schools


def test_rows_of_one_school_are_joined_as_files_are(run: Run) -> None:
    head = ["school", "respondent", SECTOR.id, SIGNAL.id]
    rows = [["De Linde", "ib", "vo", SIGNAL.options[3].id], ["de linde", "mentor", "vo", "none"]]
    write_xlsx("form.xlsx", [head, *rows])
    for name, row in zip("ab", rows, strict=True):
        values = f"answers:\n  {SECTOR.id}: {row[2]}\n  {SIGNAL.id}: {row[3]}\n"
        top = f"advisor: 1\nschool: {row[0]}\nrespondent: {row[1]}\n"
        Path(f"{name}.yaml").write_text(top + values, encoding="utf-8")
    wanted = run("analyse", "a.yaml", "b.yaml", "--json")
    assert wanted.exit_code == 0
    assert run("analyse", "form.xlsx", "--json").stdout == wanted.stdout
    write_csv("one.csv", [head, rows[0]])
    assert run("analyse", "b.yaml", "one.csv", "--json").stdout == wanted.stdout
    refused = run("analyse", "form.xlsx", "--save", "kept.yaml")
    assert refused.exit_code == 2
    assert "(E-SAVE-SEVERAL)" in refused.stderr
    assert not Path("kept.yaml").exists()


def test_the_same_person_twice_is_told_by_row(run: Run) -> None:
    rows = [["school", "role", SECTOR.id], ["A", "ib", "vo"], ["A", "IB", "vo"], ["A", "", "vo"]]
    write_xlsx("form.xlsx", rows)
    result = run("analyse", "form.xlsx")
    assert result.exit_code == 1
    told = "form.xlsx:Antwoorden:3: error: 'IB' answered in form.xlsx:Antwoorden:2 already"
    assert told in result.stderr


@pytest.mark.parametrize("command", [["analyse"], ["explain", "coordination"]])
def test_rows_of_several_schools_are_told(run: Run, command: list[str]) -> None:
    rows = [["school", SECTOR.id], ["De Linde", "vo"], ["De Es", "wrong"], ["de  linde", "vo"]]
    write_csv("form.csv", rows)
    result = run(*command, "form.csv", "--lang", "nl")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(
        "form.csv: fout: hier staan antwoorden van meer dan één school: De Linde, De Es"
        " (E-SCHOOLS)\n"
        "    dit gaat over één school tegelijk: laat alleen de rijen van één school staan"
    )
    assert "form.csv:3:" in result.stderr
    assert result.stderr.endswith("2 problemen\n")


# Other commands


def test_explain_and_compare_read_tables(run: Run) -> None:
    head = ["school", "date", SECTOR.id, SIGNAL.id, "remark"]
    write_csv("then.csv", [head, ["A", "2025-09-01", "vo", "none", ""]])
    write_xlsx("now.xlsx", [head, ["A", dt.date(2026, 9, 1), "vo", SIGNAL.options[3].id, ""]])
    told = run("explain", "coordination", "now.xlsx")
    assert told.exit_code == 0
    assert told.stdout.startswith("#")
    compared = run("compare", "then.csv", "now.xlsx")
    assert compared.exit_code == 0
    assert SIGNAL.options[3].text.en in compared.stdout
    assert "'remark'" in compared.stderr
    write_csv("two.csv", [head, ["A", "", "vo", "none", ""], ["A", "", "vo", "mild", ""]])
    refused = run("compare", "two.csv", "now.xlsx")
    assert refused.exit_code == 1
    assert "two.csv: error: there are 2 rows with answers here" in refused.stderr
    assert "advisor analyse two.csv -o plan.json" in refused.stderr


# Files that are no tables


def workbook() -> bytes:
    write_xlsx("whole.xlsx", [["school", SECTOR.id], ["A", "vo"]])
    return Path("whole.xlsx").read_bytes()


def without(part: str) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            if entry.filename != part:
                new.writestr(entry, old.read(entry))
    return changed.getvalue()


def with_part(part: str, text: str) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, text if entry.filename == part else old.read(entry))
    return changed.getvalue()


def with_wrong_bytes(part: str) -> bytes:
    data = bytearray(workbook())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(part).header_offset + 30 + len(part)
    data[start : start + 20] = b"\xff" * 20
    return bytes(data)


SHEET = "xl/worksheets/sheet1.xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FAR = '<w><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></w>'
NO_TABLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("E-NOT-EXCEL", lambda: b"school;sector\nA;vo\n"),
    "nothing": ("E-NOT-EXCEL", lambda: b""),
    "an old Excel file": ("E-OLD-EXCEL", lambda: OLD),
    "a password": ("E-PASSWORD", lambda: OLD + "EncryptedPackage".encode("utf-16-le")),
    "half a file": ("E-DAMAGED", lambda: workbook()[:2000]),
    "only a beginning": ("E-DAMAGED", lambda: b"PK\x03\x04 and then nothing"),
    "no sheets": ("E-HEADER", lambda: with_part("xl/workbook.xml", "<workbook/>")),
    "another zip": ("E-NOT-EXCEL", lambda: without("xl/workbook.xml")),
    "wrong bytes": ("E-DAMAGED", lambda: with_wrong_bytes(SHEET)),
    "no sheet": ("E-DAMAGED", lambda: without(SHEET)),
    "no words": ("E-DAMAGED", lambda: with_part("xl/sharedStrings.xml", "<sst")),
    "a broken sheet": ("E-DAMAGED", lambda: with_part(SHEET, "<worksheet><sheetData>")),
    "wrong numbers": ("E-DAMAGED", lambda: with_part(SHEET, '<w><row r="x"><c/></row></w>')),
    "one cell far away": ("E-SHEET-SIZE", lambda: with_part(SHEET, FAR)),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_workbook_is_told_in_both_languages(run: Run, name: str) -> None:
    code, make = NO_TABLES[name]
    Path("form.xlsx").write_bytes(make())
    for lang in Lang:
        result = run("analyse", "form.xlsx", "--lang", lang.value)
        assert result.exit_code == 1
        first, remedy, count = result.stderr.splitlines()
        assert first.startswith("form.xlsx") and first.endswith(f"({code})")
        assert remedy.startswith("    ")
        assert count[:2] == "1 "


@pytest.mark.parametrize("name", ["form.csv", "form.xlsx"])
def test_a_table_that_is_too_large_is_to_be_split(name: str) -> None:
    with Path(name).open("wb") as stream:
        stream.truncate(100_000_001)  # takes no room on the disk
    told = problems(name)
    assert f"{name}: error: this file is larger than 100 MB (E-TOO-LARGE)" in told
    assert "    split the rows over more files, each with the names of the columns on top" in told


def test_a_table_may_be_larger_than_a_file_with_answers() -> None:
    row = ["A", "vo", "x" * 10_000]
    table = write_csv("form.csv", [["school", SECTOR.id, "remark"], *[row] * 250])
    assert Path(table).stat().st_size > 2_000_000
    assert sum(1 for _ in open_table(Path(table), FORM).rows()) == 250


def test_a_line_without_an_end_is_refused() -> None:
    Path("form.csv").write_text("school;sector\n" + ";" * 1_000_001, encoding="utf-8")
    assert "form.csv:2: error: this is not a table in text" in problems("form.csv")


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
        with archive.open("xl/huge.xml", "w") as part:
            for _ in range(301):
                part.write(b" " * 1_000_000)
    Path("form.xlsx").write_bytes(changed.getvalue())
    assert "this file is larger than 300 MB (E-TOO-LARGE)" in problems("form.xlsx")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "E-CSV"),
        (b"school;sector\nA;v\0o", "E-CSV"),
        ("school;sector\nA;vo".encode("utf-16"), "E-ENCODING"),
        (b'school;sector\nA;vo\nB;"vo\nC;po\n', "E-QUOTE"),
        (b"school;sector\n" + b"A;vo\n" * 40_000 + b'B;"vo" x\n', "40002: error:"),
        (b"", "E-HEADER"),
        (b"\n\n \n", "E-HEADER"),
        (b"school\nA\n", "E-HEADER"),
    ],
)
def test_what_is_no_csv_is_told(data: bytes, code: str) -> None:
    Path("form.csv").write_bytes(data)
    assert (code if " " in code else f"({code})") in problems("form.csv")


def test_a_table_that_is_not_there_is_wrong_use(run: Run) -> None:
    for name in ("gone.xlsx", "gone.csv"):
        result = run("analyse", name)
        assert result.exit_code == 2
        assert f"{name}: error: there is no such file (E-NO-FILE)" in result.stderr


def test_the_words_about_a_school_are_known_in_both_languages() -> None:
    for head in (["Naam school", "Rol", "Datum"], ["Name of the school", "Role", "date"]):
        answers = read(write_csv("f.csv", [[*head, SECTOR.id], ["A", "ib", "2026-09-01", "vo"]]))
        assert (answers.school, answers.respondent) == ("A", "ib")
        assert answers.date == dt.date(2026, 9, 1)
    assert ABOUT == ("school", "respondent", "date")
