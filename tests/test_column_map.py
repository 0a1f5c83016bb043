"""A map of columns: written for a table, edited by hand, and told where it is wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from forms import SHORTEST, TOOLS, schools
from known import KNOWLEDGE

from advisor.importing.answers import open_table
from advisor.importing.mapping import ColumnMap, load_map, render_map
from advisor.loading.answers import parse_answers
from advisor.model.questionnaire import Answer, Measures
from advisor.problems import AnswersError, ProblemList, UsageError
from advisor.texts import Lang

FORM = KNOWLEDGE.questionnaire
(SECTOR,) = FORM.measuring(Measures.SECTOR)
SIGNAL, OTHER = FORM.measuring(Measures.NEED)[:2]
MANY = SHORTEST
IDS = [option.id for option in MANY.options]
ASKED = ["Hoe noemt u uw school?", "Wat ziet u?", "Opmerkingen"]
MEANT = dict(zip(ASKED, ("school", SIGNAL.id, "ignore"), strict=True))


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(*rows: list[str]) -> Path:
    with Path("form.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return Path("form.csv")


def written(columns: dict[str, str]) -> ColumnMap:
    lines = (f'  "{header}": {target}\n' for header, target in columns.items())
    Path("map.yaml").write_text("columns:\n" + "".join(lines), encoding="utf-8")
    return load_map(Path("map.yaml"), FORM)


def read(path: Path, mapping: ColumnMap) -> tuple[dict[str, Answer], list[str]]:
    opened, problems = open_table(path, FORM, mapping), ProblemList()
    (row,) = opened.rows()
    parsed = parse_answers(row.node(problems), FORM, problems)
    assert parsed is not None
    return {"school": parsed[0].school, **parsed[0].values}, [note.en for note in opened.notes]


def wrong(text: str, lang: Lang = Lang.EN) -> str:
    Path("map.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(AnswersError) as caught:
        load_map(Path("map.yaml"), FORM)
    return caught.value.render(lang)


# Reading a table with a map


def test_a_map_names_columns_that_say_nothing_themselves() -> None:
    path = table(ASKED, ["De Es", "serious", "veel te doen"])
    assert read(path, written(MEANT)) == ({"school": "De Es", SIGNAL.id: "serious"}, [])
    with pytest.raises(AnswersError, match="E-HEADER"):
        open_table(path, FORM)


def test_a_map_goes_before_what_stands_above_a_column() -> None:
    path = table(["school", SIGNAL.id, "Naam"], ["De Es", "serious", "De Linde"])
    found, notes = read(path, written({"Naam": "school", SIGNAL.id: OTHER.id}))
    assert found == {"school": "De Linde", OTHER.id: "serious"}
    assert notes == ["One column is no question and does not count: 'school'."]


def test_a_map_names_columns_with_one_option_each() -> None:
    targets = [f"{MANY.id}/{option}" for option in (*IDS, "none")]
    columns = {f"Q7_{at}": target for at, target in enumerate(targets)}
    path = table(["school", *columns], ["De Es", *["N"] * len(IDS), "Y"])
    assert read(path, written(columns))[0] == {"school": "De Es", MANY.id: ()}


def test_one_map_serves_several_tables() -> None:
    path = table(["School", SECTOR.id, "Opmerking"], ["De Es", "vo", ""])
    found, notes = read(path, written({"Opmerkingen": "ignore", "Wat ziet u?": SIGNAL.id}))
    assert found == {"school": "De Es", SECTOR.id: "vo"}
    assert notes[-1] == (
        "map.yaml has columns that this table does not have: 'Opmerkingen' (did you mean"
        " 'Opmerking'?) and 'Wat ziet u?'."
    )


def test_two_columns_for_one_question_are_told() -> None:
    mapping = written({"Wat ziet u?": SIGNAL.id, "Wat zag u?": SIGNAL.id})
    path = table(["school", "Wat ziet u?", "Wat zag u?"], ["De Es", "mild", "mild"])
    with pytest.raises(AnswersError) as caught:
        open_table(path, FORM, mapping)
    assert caught.value.render(Lang.EN).startswith(
        f"form.csv:1:Wat zag u?: error: two columns are for '{SIGNAL.id}'"
    )


# Writing a map for a table


def test_a_map_has_every_column_and_what_may_be_done_with_it() -> None:
    head = ["Naam school", "E-mail", f"{SIGNAL.text.nl}!!", "Opmerkingen", f"{OTHER.id}x", "ID"]
    text = render_map([table(head, ["A"])], FORM, Lang.NL)
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "columns:",
        '  "Naam school": school',
        '  "E-mail": ignore  # wijst naar een persoon en wordt nooit gelezen',
        f'  "{SIGNAL.text.nl}!!": {SIGNAL.id}',
        '  "Opmerkingen": ignore',
        f'  "{OTHER.id}x": ignore  # misschien {OTHER.id}?',
        '  "ID": ignore',
    ]
    assert text.startswith("# De kolommen van form.csv, met hun vragen.\n")
    english = render_map([Path("form.csv")], FORM, Lang.EN)
    assert english.startswith("# The columns of form.csv, with their questions.\n")
    assert "  # points to a person and is never read\n" in english


def test_a_map_can_be_written_where_nothing_is_known() -> None:
    text = render_map(
        [table(["Resultaten"], ["V1", "V2", "V3"], ["A", "vo", "mild"])], FORM, Lang.EN
    )
    assert text.endswith('columns:\n  "V1": ignore\n  "V2": ignore\n  "V3": ignore\n')
    with pytest.raises(AnswersError, match="E-HEADER"):
        render_map([table([])], FORM, Lang.EN)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_map_that_was_written_reads_the_same(tool: str) -> None:
    path = TOOLS[tool](schools())
    Path("map.yaml").write_text(render_map([path], FORM, Lang.NL), encoding="utf-8")
    mapping = load_map(Path("map.yaml"), FORM)
    alone, mapped = open_table(path, FORM), open_table(path, FORM, mapping)
    for one, other in zip(alone.rows(), mapped.rows(), strict=True):
        assert one.node(ProblemList()) == other.node(ProblemList())
    assert mapped.notes == ()
    assert render_map([path], FORM, Lang.NL) == Path("map.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "odd", ['a "b" \\ c', "a: b # c", "- x", "🌳 é", "'", "%", "null", "x" * 3_000, "a\n\tb", "[x]"]
)
def test_odd_names_of_columns_survive(odd: str) -> None:
    path = table(["school", SECTOR.id, odd], ["De Es", "vo", "x"])
    text = render_map([path], FORM, Lang.EN).replace("ignore\n", f"{SIGNAL.id}\n")
    Path("map.yaml").write_text(text, encoding="utf-8")
    mapping = load_map(Path("map.yaml"), FORM)
    columns = [str(target) for target in mapping.columns.values()]
    assert columns == ["school", SECTOR.id, SIGNAL.id]
    (row,) = open_table(path, FORM, mapping).rows()
    assert SIGNAL.id in repr(row.node(ProblemList()))


# What is wrong in a map


def test_all_problems_of_a_map_are_told_at_once() -> None:
    told = wrong(
        "columns:\n"
        f"  A: {SIGNAL.id}x\n"
        f"  B: {MANY.id}/{IDS[0]}x\n"
        f"  C: {SIGNAL.id}/mild\n"
        "  D: [school]\n"
        "  E:\n"
        "  e: school\n"
        "  E-mail: respondent\n"
        "colums: {}\n"
    )
    for line, said in (
        (2, f"a column cannot be for '{SIGNAL.id}x' (E-COLUMN)\n    did you mean '{SIGNAL.id}'?"),
        (3, f"'{IDS[0]}x' is no choice of '{MANY.id}' that has a column of its own"),
        (4, f"'mild' is no choice of '{SIGNAL.id}' that has a column of its own"),
        (5, "this should be a word"),
        (6, "this should be a word"),
        (7, "'e' stands here for the second time; first on line 6"),
        (8, "the column 'E-mail' points to a person and is not read (E-PERSONAL)"),
        (9, "unknown key 'colums'"),
    ):
        assert f"map.yaml:{line}:" in told
        assert f"error: {said}" in told
    assert told.endswith("\n8 problems")
    assert f"did you mean '{MANY.id}/{IDS[0]}'?" in told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E-EMPTY"),
        ("- a\n", "E-MAPPING"),
        ("columns: [a]\n", "E-TYPE"),
        ("colums: {a: school}\n", "E-MISSING-KEY"),
        ("columns: {a: school, a: date}\n", "E-TWICE"),
        ("columns: {a: iets}\n", "E-COLUMN"),
    ],
)
def test_what_is_no_map_is_told_in_both_languages(text: str, code: str) -> None:
    for lang in Lang:
        assert f"({code})" in wrong(text, lang)


def test_a_map_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="E-NO-FILE"):
        load_map(Path("gone.yaml"), FORM)
