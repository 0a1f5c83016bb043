"""Reading answers: every kind of answer, and every mistake with its place and remedy."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.loading.answers import load_answers, parse_answers, read_answers
from advisor.loading.yamlfile import MapNode, ScalarNode
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import (
    Answer,
    Answers,
    Kind,
    Measures,
    Option,
    Pass,
    Question,
    Questionnaire,
)
from advisor.problems import AdvisorError, AnswersError, Place, ProblemList, UsageError
from advisor.texts import Lang, Text

BROKEN = Path(__file__).parent / "broken"
WORDS = Text("Vraag", "Question")
LEVELS = ("none", "mild", "moderate", "serious")


def ask(
    name: str,
    kind: Kind,
    options: tuple[str, ...] = (),
    measures: Measures = Measures.RULES,
    most: int | None = None,
    out_of: str | None = None,
) -> Question:
    """One question of the small questionnaire."""
    target = name if measures is Measures.NEED else None
    listed = tuple(Option(option, WORDS) for option in options)
    return Question(
        name,
        "all",
        kind,
        Pass.FIRST,
        WORDS,
        None,
        measures,
        target,
        listed,
        most=most,
        out_of=out_of,
    )


SIGNALS = ("tension", "low-mood", "conflicts", "safety")
QUESTIONS = (
    ask("sector", Kind.ONE, ("po", "vo", "so"), Measures.SECTOR),
    *(ask(name, Kind.SCALE, LEVELS, Measures.NEED) for name in SIGNALS),
    ask("first", Kind.MANY, SIGNALS, Measures.FIRST, most=3),
    ask("running", Kind.MANY, ("buddies", "guest-lesson", "choir"), Measures.RUNNING),
    ask("fixed", Kind.MANY, ("buddies", "guest-lesson", "choir"), Measures.FIXED, out_of="running"),
    ask("projects", Kind.MANY, ("buddies", "choir"), Measures.PROJECTS, out_of="running"),
    ask("share", Kind.ONE, ("yes", "no")),
    ask("ambition", Kind.TEXT),
    ask("year", Kind.NUMBER),
)
QUESTIONNAIRE = Questionnaire((), {question.id: question for question in QUESTIONS})


def file(answers: str, head: str = "advisor: 1\nschool: De Springplank\n") -> bytes:
    """An answers file with these answers in flow form."""
    return f"{head}answers: {answers}\n".encode()


def values(answers: str) -> dict[str, Answer]:
    """The answers that come out of a file."""
    return dict(read_answers(file(answers), QUESTIONNAIRE)[0].values)


def told(data: bytes) -> AnswersError:
    """What reading says when it refuses."""
    with pytest.raises(AnswersError) as caught:
        read_answers(data, QUESTIONNAIRE, "school.yaml")
    assert caught.value.exit_code == 1
    return caught.value


def told_codes(data: bytes) -> list[str]:
    """The codes of what reading says."""
    return [problem.code for problem in told(data).problems]


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text(
        "# our school\nadvisor: 1\nschool: De Springplank\nrespondent: care-coordinator\n"
        "date: 2026-11-21\nanswers:\n  year: 2027\n  sector: vo\n  tension: serious\n"
        "  first: [tension]\n  running: [choir, buddies]\n  fixed: []\n  ambition: 'Samen: rust'\n",
        encoding="utf-8",
    )
    answers, notes = load_answers(path, QUESTIONNAIRE)
    assert answers == Answers(
        school="De Springplank",
        respondent="care-coordinator",
        date=dt.date(2026, 11, 21),
        values={
            "sector": "vo",
            "tension": "serious",
            "first": ("tension",),
            "running": ("buddies", "choir"),
            "fixed": (),
            "ambition": "Samen: rust",
            "year": 2027,
        },
    )
    assert notes == ()
    assert list(answers.values) == [q.id for q in QUESTIONS if q.id in answers.values]


def test_json_says_the_same() -> None:
    data = {
        "advisor": 1,
        "school": "De Boog",
        "date": None,
        "answers": {"sector": "po", "running": ["choir"], "fixed": None, "year": 3, "share": "no"},
    }
    for text in (json.dumps(data), json.dumps(data, indent="\t")):
        answers, _ = read_answers(text.encode(), QUESTIONNAIRE)
        assert answers.date is None
        assert answers.values == {"sector": "po", "running": ("choir",), "share": "no", "year": 3}


@pytest.mark.parametrize("unknown", ["unknown", "'unknown'", "null", "~", "''", "' '", ""])
def test_unknown_is_the_same_as_no_answer(unknown: str) -> None:
    for question in QUESTIONS:
        if question.kind is not Kind.TEXT or unknown != "'unknown'":
            assert values(f"{{{question.id}: {unknown}}}") == {}


def test_unknown_between_quotation_marks_is_a_text_where_any_text_may_stand() -> None:
    head = "advisor: 1\nschool: 'unknown'\nrespondent: \"unknown\"\n"
    answers, _ = read_answers(file("{ambition: 'unknown'}", head), QUESTIONNAIRE)
    assert (answers.school, answers.respondent) == ("unknown", "unknown")
    assert answers.values == {"ambition": "unknown"}


def test_unknown_in_a_list_is_unknown_and_never_none() -> None:
    assert values("{running: [unknown]}") == {}
    assert values("{running: ' ; '}") == {}


def test_an_empty_list_is_none_of_these() -> None:
    assert values("{running: [], first: '[]'}") == {"running": (), "first": ()}


def test_a_cell_with_semicolons_is_a_list() -> None:
    assert values("{running: 'choir; buddies;'}") == {"running": ("buddies", "choir")}


def test_words_stay_words() -> None:
    assert values("{share: no, ambition: 12:30}") == {"share": "no", "ambition": "12:30"}
    assert read_answers(file("{}", "advisor: 1\nschool: no\n"), QUESTIONNAIRE)[0].school == "no"


def test_a_choice_that_stands_twice_counts_once() -> None:
    answers, notes = read_answers(file("{running: [choir, choir]}"), QUESTIONNAIRE)
    assert answers.values == {"running": ("choir",)}
    assert [note.en for note in notes] == ["A choice stands twice at 'running'; it counts once."]


def test_byte_order_mark_and_windows_lines() -> None:
    data = b"\xef\xbb\xbf" + file("{sector: po}").replace(b"\n", b"\r\n")
    assert read_answers(data, QUESTIONNAIRE)[0].values == {"sector": "po"}


def test_no_answers_at_all_is_everything_unknown() -> None:
    assert values("{}") == {}
    assert values("") == {}


def test_a_row_of_a_sheet_goes_through_the_same_gate() -> None:
    def cell(column: str, text: str) -> ScalarNode:
        return ScalarNode(Place(f"s.xlsx:Blad1:12:{column}"), text, quoted=True)

    def row(**cells: str) -> MapNode:
        pairs = tuple((cell(k, k), cell(k, v)) for k, v in cells.items())
        head = (("advisor", "1"), ("school", "De Boog"))
        place = Place("s.xlsx:Blad1:12")
        entries = tuple((cell(k, k), cell(k, v)) for k, v in head)
        return MapNode(place, (*entries, (cell("answers", "answers"), MapNode(place, pairs))))

    problems = ProblemList()
    parsed = parse_answers(
        row(sector="po", running="choir;buddies", year="7"), QUESTIONNAIRE, problems
    )
    assert parsed is not None
    assert parsed[0].values == {"sector": "po", "running": ("buddies", "choir"), "year": 7}
    assert parse_answers(row(sector="bo"), QUESTIONNAIRE, problems) is None
    (problem,) = problems
    assert problem.render(Lang.EN).startswith("s.xlsx:Blad1:12:sector: error: 'bo' is not")


def test_unknown_question_offers_the_near_one_in_both_languages() -> None:
    error = told(file("{sector: vo, tensoin: mild}"))
    assert error.render(Lang.EN) == (
        "school.yaml:3:23: error: unknown question 'tensoin' (E-QUESTION)\n"
        "    did you mean 'tension'?\n1 problem"
    )
    assert error.render(Lang.NL) == (
        "school.yaml:3:23: fout: onbekende vraag 'tensoin' (E-QUESTION)\n"
        "    bedoel je 'tension'?\n1 probleem"
    )


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ("{tension: heavy}", ["E-OPTION"]),
        ("{tension: 2}", ["E-OPTION"]),
        ("{tension: [mild]}", ["E-TYPE"]),
        ("{tension: {is: mild}}", ["E-TYPE"]),
        ("{sector: [vo]}", ["E-TYPE"]),
        ("{running: {choir: yes}}", ["E-TYPE"]),
        ("{running: [[choir]]}", ["E-TYPE"]),
        ("{running: [choirs]}", ["E-OPTION"]),
        ("{running: choir buddies}", ["E-OPTION"]),
        ("{running: [unknown, choir]}", ["E-OPTION"]),
        ("{year: soon}", ["E-TYPE"]),
        ("{year: 3.5}", ["E-TYPE"]),
        ("{year: -1}", ["E-RANGE"]),
        ("{year: 100000}", ["E-RANGE"]),
        ("{year: " + "9" * 5000 + "}", ["E-RANGE"]),
        ("{year: 99999, ambition: [x]}", ["E-TYPE"]),
        ("{ambition: " + "x" * 2001 + "}", ["E-LONG"]),
        ("{tension: mild, first: [tension]}", ["E-NOT-RAISED"]),
        ("{first: [tension]}", ["E-NOT-RAISED"]),
        ("{tension: heavy, first: [tension]}", ["E-OPTION"]),
        (
            "{first: [tension, low-mood, conflicts, safety], tension: serious, low-mood: serious,"
            " conflicts: serious, safety: serious}",
            ["E-MOST"],
        ),
        ("{running: [choir], fixed: [choir, buddies]}", ["E-NOT-TICKED"]),
        ("{running: [], fixed: choir}", ["E-NOT-TICKED"]),
        ("[sector, vo]", ["E-TYPE"]),
        ("vo", ["E-TYPE"]),
        ("{sector: vo, sector: po}", ["E-TWICE"]),
        ("{sector: &a vo, share: *a}", ["E-ANCHOR"]),
        ("{running: [choirs], fixed: [choir]}", ["E-OPTION"]),
        ("{running: [&a choir, *a], fixed: [buddies]}", ["E-ANCHOR"]),
        ("{tension: mild, first: [tension, nothing]}", ["E-NOT-RAISED", "E-OPTION"]),
        ("{running: [choir], fixed: [buddies, choirs]}", ["E-NOT-TICKED", "E-OPTION"]),
        ("{fixed: [choir], projects: [choir]}", ["E-FIXED-PROJECT"]),
        ("{share: true}", ["E-OPTION"]),
        ("{sector: !!python/name:os.system x}", ["E-TAG"]),
        ("{tension: heavy, sector: xo, nothing: 1}", ["E-OPTION", "E-OPTION", "E-QUESTION"]),
    ],
)
def test_wrong_answers(answers: str, codes: list[str]) -> None:
    assert told_codes(file(answers)) == codes


@pytest.mark.parametrize(
    ("answers", "remedy"),
    [
        ("{share: ja}", "did you mean 'yes'?"),
        ("{share: true}", "did you mean 'yes'?"),
        ("{share: Nee}", "did you mean 'no'?"),
        ("{share: false}", "did you mean 'no'?"),
        ("{tension: geen}", "did you mean 'none'?"),
        ("{running: none}", "write [] for: none of these"),
        ("{running: [geen]}", "write [] for: none of these"),
        ("{running: [unknown, choir]}", "'unknown' stands alone"),
        ("{bicycle: yes}", "remove the line; 'advisor analyse' without a file asks the questions"),
    ],
)
def test_what_was_meant_is_offered_and_never_taken(answers: str, remedy: str) -> None:
    assert f"\n    {remedy}" in told(file(answers)).render(Lang.EN)


def test_a_year_that_cannot_be_names_the_range() -> None:
    text = told(file("{}", "advisor: 1\nschool: A\ndate: 1999-01-01\n")).render(Lang.EN)
    assert "'1999-01-01' is outside the years 2000 to 2100" in text


def test_strange_characters_in_an_answer_stay_on_one_line() -> None:
    text = told(file('{tension: "a\\e[2Jb\\nc"}')).render(Lang.EN)
    assert "'a\\x1b[2Jb c' is not an answer" in text


def test_fixed_is_not_judged_when_running_is_unknown() -> None:
    assert values("{fixed: [choir]}") == {"fixed": ("choir",)}


def test_an_unraised_need_is_named() -> None:
    error = told(file("{tension: serious, low-mood: mild, first: [tension, low-mood]}"))
    assert "'low-mood' cannot come first" in error.render(Lang.EN)
    assert "'low-mood' kan niet vooropstaan" in error.render(Lang.NL)


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("school: A\n", ["E-MISSING-KEY"]),
        ("advisor: 2\nschool: A\n", ["E-NEWER"]),
        ("advisor: 1.5\nschool: A\n", ["E-NEWER"]),
        ("advisor: one\nschool: A\n", ["E-VERSION"]),
        ("advisor: 0\nschool: A\n", ["E-VERSION"]),
        ("advisor: [1]\nschool: A\n", ["E-VERSION"]),
        ("advisor: 1\n", ["E-SCHOOL"]),
        ("advisor: 1\nschool:\n", ["E-SCHOOL"]),
        ("advisor: 1\nschool: ' '\n", ["E-SCHOOL"]),
        ("advisor: 1\nschool: [A]\n", ["E-TYPE"]),
        ("advisor: 1\nschool: unknown\n", ["E-SCHOOL"]),
        ("advisor: 1\nschool: A\ndate: 21-11-2026\n", ["E-DATE"]),
        ("advisor: 1\nschool: A\ndate: 2026-02-30\n", ["E-DATE"]),
        ("advisor: 1\nschool: A\ndate: 0001-01-01\n", ["E-YEAR"]),
        ("advisor: 1\nschool: A\ndate: 2101-01-01\n", ["E-YEAR"]),
        ("advisor: 1\nschool: A\nsector: vo\n", ["E-UNKNOWN-KEY"]),
        ("advisor: 1\nscool: A\n", ["E-SCHOOL", "E-UNKNOWN-KEY"]),
    ],
)
def test_wrong_headers(head: str, codes: list[str]) -> None:
    assert told_codes(file("{}", head)) == codes


def test_newer_version_says_what_to_do() -> None:
    text = told(file("{}", "advisor: 3\nschool: A\n")).render(Lang.EN)
    assert "school.yaml:1:10: error: this file was made by a newer version (3)" in text
    assert "update advisor" in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E-EMPTY"),
        (b"[1, 2", "E-YAML"),
        (b"just a letter to school", "E-MAPPING"),
        (file("{}") + b"---\n" + file("{}"), "E-DOCUMENTS"),
        (b"[" * 200_000, "E-DEEP"),
        (b"PK\x03\x04\0\0", "E-BINARY"),
        ("school: Böhler".encode("latin-1"), "E-ENCODING"),
        (b"a" * 2_000_001, "E-TOO-LARGE"),
    ],
)
def test_files_that_cannot_be_used(data: bytes, code: str) -> None:
    error = told(data)
    assert [problem.code for problem in error.problems] == [code]
    assert error.render(Lang.NL).startswith("school.yaml")


def test_paths_that_cannot_be_used(tmp_path: Path) -> None:
    for path in (tmp_path / "no.yaml", tmp_path):
        with pytest.raises(UsageError) as caught:
            load_answers(path, QUESTIONNAIRE)
        assert caught.value.exit_code == 2
        assert path.name in caught.value.render(Lang.EN)


def test_a_sparse_file_of_100_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(AnswersError) as caught:
        load_answers(path, QUESTIONNAIRE)
    assert [problem.code for problem in caught.value.problems] == ["E-TOO-LARGE"]


def test_a_flood_of_mistakes_is_told() -> None:
    keys = ", ".join(f"tensio{number}: mild" for number in range(20_000))
    options = ", ".join(["choirs"] * 20_000)
    assert set(told_codes(file(f"{{{keys}, running: [{options}]}}"))) == {"E-QUESTION", "E-OPTION"}


@pytest.mark.parametrize("path", sorted(BROKEN.glob("answers-*.yaml")), ids=lambda p: p.stem)
def test_broken_answers(path: Path) -> None:
    expected = re.findall(r"(E-[A-Z-]+) (\d+)", path.read_bytes().splitlines()[0].decode())
    assert expected, "the first line names the problem"
    with pytest.raises(AnswersError) as caught:
        load_answers(path, QUESTIONNAIRE)
    assert [(p.code, str(p.place.line)) for p in caught.value.problems] == expected


NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from([*LEVELS, "vo", "choir"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
ROUGH = st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), NODES, max_size=5)


@given(ROUGH)
def test_any_answers_are_read_or_refused(answers: dict[str, object]) -> None:
    data = json.dumps({"advisor": 1, "school": "A", "answers": answers}).encode()
    try:
        read, _ = read_answers(data, QUESTIONNAIRE)
    except AdvisorError as error:
        assert error.problems
    else:
        assert set(read.values) <= set(answers)


def test_a_text_that_points_to_a_person_is_read_with_a_word_about_it(knowledge: Knowledge) -> None:
    text = 'advisor: 1\nschool: De Linde\nanswers:\n  ambition: "Bel 06-12345678 of a@b.nl"\n'
    answers, notes = read_answers(text.encode(), knowledge.questionnaire)
    assert answers.values["ambition"] == "Bel 06-12345678 of a@b.nl"
    (note,) = notes
    assert "'ambition' seems to hold an e-mail address and a telephone number." in note.en


def test_a_name_that_points_to_a_person_is_read_with_a_word_about_it(knowledge: Knowledge) -> None:
    text = "advisor: 1\nschool: a@b.nl\nrespondent: 06 12345678\nanswers: {}\n"
    _, notes = read_answers(text.encode(), knowledge.questionnaire)
    assert ["'school'" in notes[0].en, "'respondent'" in notes[1].en] == [True, True]


@pytest.mark.parametrize("year", ["27", "2019", "99999"])
def test_a_year_that_cannot_be_is_told(knowledge: Knowledge, year: str) -> None:
    text = f"advisor: 1\nschool: De Linde\nanswers:\n  school-plan-year: {year}\n"
    with pytest.raises(AnswersError) as caught:
        read_answers(text.encode(), knowledge.questionnaire)
    assert [problem.code for problem in caught.value.problems] == ["E-RANGE"]
    assert "2020" in caught.value.render(Lang.EN)
