"""Exports of form tools: the same answers as files that say the same, and nobody's name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import xlsxwriter
from forms import PRIVATE, QUESTIONS, SHORTEST, TOOLS, schools
from known import KNOWLEDGE

from advisor.importing.answers import Table, open_table
from advisor.importing.ignored import is_personal, is_technical
from advisor.interview.saving import render_answers
from advisor.loading.answers import load_answers, parse_answers
from advisor.model.questionnaire import SAY_NONE, SAY_UNKNOWN, Answer, Answers, Kind, Measures
from advisor.problems import AnswersError, ProblemList
from advisor.texts import Lang

FORM = KNOWLEDGE.questionnaire
(SECTOR,) = FORM.measuring(Measures.SECTOR)
(RUNNING,) = FORM.measuring(Measures.RUNNING)
SIGNAL = FORM.measuring(Measures.NEED)[0]
YEAR = next(q for q in QUESTIONS if q.kind is Kind.NUMBER)
MANY = SHORTEST
IDS = [option.id for option in MANY.options]
SHORT = [q for q in QUESTIONS if q.kind is Kind.SCALE][:3]


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_csv(*rows: list[str], name: str = "form.csv") -> Path:
    with Path(name).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return Path(name)


def read(table: Table) -> list[Answers]:
    problems = ProblemList()
    parsed = [parse_answers(row.node(problems), FORM, problems) for row in table.rows()]
    assert not problems, "\n".join(problem.render(Lang.EN) for problem in problems)
    return [one[0] for one in parsed if one is not None]


def read_one(*rows: list[str]) -> dict[str, Answer]:
    (answers,) = read(open_table(write_csv(*rows), FORM))
    return dict(answers.values)


def problems_of(*rows: list[str]) -> list[str]:
    problems = ProblemList()
    for row in open_table(write_csv(*rows), FORM).rows():
        parse_answers(row.node(problems), FORM, problems)
    return [problem.render(Lang.EN) for problem in problems.in_order()]


# Four tools


@pytest.mark.parametrize("tool", TOOLS)
def test_an_export_has_the_same_answers_as_files(tool: str) -> None:
    wanted = []
    for at, answers in enumerate(schools()):
        Path(f"{at}.yaml").write_text(render_answers(answers), encoding="utf-8")
        wanted.append(load_answers(Path(f"{at}.yaml"), FORM)[0])
    table = open_table(TOOLS[tool](schools()), FORM)
    assert read(table) == wanted
    assert [row.school for row in table.rows()] == [answers.school for answers in schools()]


@pytest.mark.parametrize("tool", TOOLS)
def test_what_a_tool_knows_of_a_person_is_never_read(tool: str) -> None:
    path = TOOLS[tool](schools())
    if path.suffix == ".csv":
        assert any(secret in path.read_text("utf-8") for secret in PRIVATE)
    table = open_table(path, FORM)
    seen = repr([row.node(ProblemList()) for row in table.rows()])
    assert not any(secret in seen for secret in PRIVATE)
    (note,) = table.notes
    assert note.nl.startswith(("Een kolom wijst naar een persoon", "Deze kolommen wijzen naar"))
    assert table.unread == ()


def test_columns_that_point_to_a_person_are_known_in_both_languages() -> None:
    for header in (
        "E-mail", "Email", "E-mailadres", "Email Address", "Name", "Naam", "Naam2", "Username",
        "ipaddr", "IP address", "IP-adres", "firstname", "Last name", "Achternaam", "token",
        "_submitted_by", "deviceid", "phonenumber", "Telefoonnummer", "Wat is je e-mailadres?",
        "Wat is uw naam?", "What is your name?", "Naam invuller", "Naam van de respondent",
        "Ingevuld door", "Contactpersoon",
    ):  # fmt: skip
        assert is_personal(header), header
    for header in (
        "Naam van het programma", "Naam van uw school", "Opmerkingen", "Programme name",
        "Wat is uw rol?", *(text for q in QUESTIONS for text in (q.text.nl, q.text.en, q.id)),
    ):  # fmt: skip
        assert not is_personal(header), header
        assert not is_technical(header), header


@pytest.mark.parametrize(
    "header", ["Naam school", "Naam van uw school", "Hoe heet uw school?", "School name"]
)
def test_the_name_of_the_school_is_no_name_of_a_person(header: str) -> None:
    table = open_table(write_csv([header, "Naam", SECTOR.id], ["De Es", "Jan", "vo"]), FORM)
    assert [row.school for row in table.rows()] == ["De Es"]
    assert [note.en for note in table.notes] == [
        "One column points to a person and is not read: 'Naam'."
    ]


# A column for each option


def header(*options: str, form: str = "{}[{}]") -> list[str]:
    return ["school", SECTOR.id, *(form.format(MANY.id, option) for option in options)]


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Y", "N"), ("Ja", "Nee"), ("yes", "no"), ("1", "0"), ("TRUE", "FALSE"), ("1.0", "0.0")],
)
@pytest.mark.parametrize("form", ["{}[{}]", "{}/{}", "groep/{}/{}", "{} [{}]"])
def test_a_column_for_each_option_makes_one_answer(form: str, yes: str, no: str) -> None:
    head = header(*IDS, form=form)
    one = [yes, *[no] * (len(IDS) - 1)]
    assert read_one(head, ["A", "vo", *one])[MANY.id] == (IDS[0],)
    assert read_one(head, ["A", "vo", *[no] * len(IDS)])[MANY.id] == ()


@pytest.mark.parametrize("lang", Lang)
def test_columns_may_have_the_texts_of_question_and_options(lang: Lang) -> None:
    for form in ("{} [{}]", "{}/{}", "G01Q02. {} [{}]"):
        above = [form.format(MANY.text.say(lang), one.text.say(lang)) for one in MANY.options]
        row = ["A", "vo", *["Y"] * len(IDS)]
        assert read_one(["school", SECTOR.id, *above], row)[MANY.id] == tuple(IDS)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (["", ""], None),
        (["N/A", "N.v.t."], None),
        (["dat weten we niet", "unknown"], None),
        (["N", ""], None),
        (["Y", ""], (IDS[0],)),
        (["", "Y"], (IDS[1],)),
        (["N", "N"], ()),
    ],
)
def test_a_blank_is_never_a_no(cells: list[str], value: Answer) -> None:
    rest = [cells[1]] * (len(IDS) - 2)
    found = read_one(header(*IDS), ["A", "vo", *cells, *rest]).get(MANY.id)
    assert found == (tuple(IDS[1:]) if value == (IDS[1],) else value)


@pytest.mark.parametrize("none", ["none", SAY_NONE.nl, SAY_NONE.en])
@pytest.mark.parametrize("unknown", ["unknown", SAY_UNKNOWN.nl, SAY_UNKNOWN.en])
def test_none_and_unknown_may_have_a_column_too(none: str, unknown: str) -> None:
    head, count = header(*IDS, none, unknown), len(IDS)
    no = ["N"] * count
    assert read_one(head, ["A", "vo", *no, "Y", "N"])[MANY.id] == ()
    assert MANY.id not in read_one(head, ["A", "vo", *no, "N", "Y"])
    # Who could say "none of these" and did not, ticked nothing at all.
    assert MANY.id not in read_one(head, ["A", "vo", *no, "N", "N"])
    assert read_one(head, ["A", "vo", "Y", *no[1:], "N", "N"])[MANY.id] == (IDS[0],)
    (told,) = problems_of(head, ["A", "vo", "Y", *no[1:], "Y", "N"])
    assert f"form.csv:2:{MANY.id}[{none}]: error: this is ticked beside other choices" in told


def test_an_option_without_a_column_is_not_refused() -> None:
    table = open_table(write_csv(header(*IDS[1:]), ["A", "vo", *["N"] * (len(IDS) - 1)]), FORM)
    assert MANY.id not in read(table)[0].values
    (note,) = table.notes
    assert f"'{IDS[0]}' is missing" in note.en


def test_a_cell_that_is_neither_yes_nor_no_is_told_with_its_place() -> None:
    (told,) = problems_of(header(*IDS), ["A", "vo", "perhaps", *["N"] * (len(IDS) - 1)])
    assert told == (
        f"form.csv:2:{MANY.id}[{IDS[0]}]: error: 'perhaps' is neither yes nor no (E-TICK)\n"
        "    write yes or no, or empty the cell when it is not known"
    )


def test_ticks_go_before_the_words_in_one_cell() -> None:
    head = [*header(*IDS, form="{}/{}"), MANY.id]
    blank = [""] * len(IDS)
    assert read_one(head, ["A", "vo", "1", *blank[1:], "words"])[MANY.id] == (IDS[0],)
    assert read_one(head, ["A", "vo", *blank, f"{IDS[0]} {IDS[1]}"])[MANY.id] == tuple(IDS[:2])


def test_an_option_that_has_two_columns_is_told() -> None:
    with pytest.raises(AnswersError, match=f"two columns are for '{MANY.id}/{IDS[0]}'"):
        open_table(write_csv(header(IDS[0], IDS[0]), ["A", "vo", "Y", "Y"]), FORM)


def test_an_option_that_is_nearly_there_is_named() -> None:
    table = open_table(write_csv(header(*IDS, f"{IDS[0]}x"), ["A", "vo"]), FORM)
    assert f"(did you mean '{MANY.id}/{IDS[0]}'?)" in table.notes[0].en


# Names and values as tools write them


def test_names_may_have_no_dashes() -> None:
    for way in ("", "_", " "):
        for question in QUESTIONS:
            above = question.id.replace("-", way)
            table = open_table(write_csv(["school", above], ["A", "x"]), FORM)
            assert table.unread == ()
        for option in SIGNAL.options:
            row = ["A", option.id.replace("-", way)]
            assert read_one(["school", SIGNAL.id], row)[SIGNAL.id] == option.id


def test_a_header_that_stands_there_again_is_for_the_same() -> None:
    rows = (["school", SECTOR.text.nl, f"{SECTOR.text.nl}2"], ["A", "vo", "vo"])
    with pytest.raises(AnswersError, match="two columns are for"):
        open_table(write_csv(*rows), FORM)


@pytest.mark.parametrize("between", [" ", "  "])
def test_ids_may_be_separated_by_spaces(between: str) -> None:
    names = [option.id.replace("-", "_") for option in RUNNING.options]
    found = read_one(["school", RUNNING.id], ["A", between.join(names)])
    assert found[RUNNING.id] == tuple(option.id for option in RUNNING.options)


@pytest.mark.parametrize("text", ["2027", "2027,0", "2027.0", "+2027"])
def test_whole_numbers_in_every_form(text: str) -> None:
    assert read_one(["school", YEAR.id], ["A", text])[YEAR.id] == 2027


def test_a_number_that_is_not_whole_is_told() -> None:
    (told,) = problems_of(["school", YEAR.id], ["A", "2027,5"])
    assert "this should be a whole number" in told


# Two rows of names


CODES = ["school", *(q.id for q in SHORT), f"{MANY.id}[{IDS[0]}]"]
TEXTS = ["Naam school", *(q.text.nl for q in SHORT), f"{MANY.text.nl} [{MANY.options[0].text.nl}]"]
ROW = ["De Linde", *(q.options[-1].id for q in SHORT), "Y"]


@pytest.mark.parametrize(("first", "second"), [(CODES, TEXTS), (TEXTS, CODES)])
def test_a_second_row_of_names_is_no_answer(first: list[str], second: list[str]) -> None:
    table = open_table(write_csv(first, second, ROW), FORM)
    (answers,) = read(table)
    assert answers.school == "De Linde"
    assert set(answers.values) == {*(q.id for q in SHORT), MANY.id}
    assert table.notes[0].en.startswith("Row 2 belongs to the names of the columns")


def test_options_below_their_question_as_surveymonkey_has_them() -> None:
    texts = [option.text.en for option in MANY.options]
    first = ["Respondent ID", "School", SECTOR.text.en, MANY.text.en, *[""] * (len(IDS) - 1)]
    second = ["", "Open-Ended Response", "Response", *texts]
    row = ["114", "De Es", SECTOR.options[0].text.en, texts[0], *[""] * (len(IDS) - 1)]
    extra = [RUNNING.text.en, *[""] * (len(RUNNING.options) - 1)]
    below = [option.text.en for option in RUNNING.options]
    (answers,) = read(
        open_table(write_csv([*first, *extra], [*second, *below], [*row, below[0]]), FORM)
    )
    assert answers.values[MANY.id] == (IDS[0],)
    assert answers.values[RUNNING.id] == (RUNNING.options[0].id,)


def test_a_row_of_answers_is_no_second_row_of_names() -> None:
    lists = [q for q in QUESTIONS if q.kind is Kind.MANY and q.out_of is None]
    row = ["A", *(q.options[0].id for q in lists)]
    raised = [q.id for q in FORM.measuring(Measures.NEED)]
    rows = (["school", *(q.id for q in lists), *raised], [*row, *["serious"] * len(raised)])
    found = read_one(*rows)
    assert {q.id for q in lists} <= set(found)


def test_titles_over_several_columns_stand_above_the_header() -> None:
    titles = (("Over de school", 2), ("Wat jullie zien", len(SHORT)), (MANY.text.nl, len(IDS)))
    with xlsxwriter.Workbook("form.xlsx") as book:
        sheet, at = book.add_worksheet("Scan"), 0
        sheet.merge_range(0, 0, 0, 8, "Welbevinden 2026")
        for title, width in titles:
            sheet.merge_range(1, at, 1, at + width - 1, title)
            at += width
        texts = [option.text.nl for option in MANY.options]
        sheet.write_row(2, 0, ["School", "Rol", *(q.text.nl for q in SHORT), *texts])
        sheet.write_row(3, 0, ["De Es", "ib", *ROW[1:-1], "x"])
        sheet.write_row(5, 0, ["De Linde", "ib", *ROW[1:-1], *["nee"] * len(IDS)])
    first, second = read(open_table(Path("form.xlsx"), FORM))
    assert (first.school, first.values[MANY.id]) == ("De Es", (IDS[0],))
    assert (second.school, second.values[MANY.id]) == ("De Linde", ())
