"""The advisor for programs: the same plans as the program, from any mapping, in any process."""

from __future__ import annotations

import csv
import datetime as dt
import io
import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from conftest import Run
from known import KNOWLEDGE, TODAY
from tables import SCHOOLS, filled, header

from advisor import Advisor, AnswersError, Outcome
from advisor.interview.saving import render_answers
from advisor.model.questionnaire import Measures
from advisor.texts import Lang

QUICK = Advisor(today=TODAY, second_look=False)
FLAT = {
    "school": "De Linde",
    "sector": "vo",
    "stress-pressure": "serious",
    "low-mood": "moderate",
    "first": ["stress-pressure"],
    "running": "mindfulness; guest-lesson",
    "coordination-hours": "one",
}


def test_a_plan_is_that_of_the_program(run: Run) -> None:
    name = next(iter(SCHOOLS))
    text = render_answers(SCHOOLS[name])
    result = run("analyse", "-", "--format", "markdown", "--annex", "--lang", "nl", stdin=text)
    assert result.exit_code == 0
    advisor = Advisor(today=TODAY)
    (outcome,) = advisor.analyse_many([row_of(name, Lang.NL)])
    assert outcome.plan is not None
    assert advisor.render(outcome.plan, "markdown", "nl") == result.stdout


def row_of(name: str, lang: Lang | None) -> dict[str, object]:
    return dict(zip(header(lang), filled(SCHOOLS[name], lang), strict=True))


@pytest.mark.parametrize("lang", [None, *Lang])
def test_flat_rows_may_have_ids_or_texts(lang: Lang | None) -> None:
    name = list(SCHOOLS)[7]
    nested = {"school": SCHOOLS[name].school, "answers": dict(SCHOOLS[name].values)}
    plan = QUICK.analyse(row_of(name, lang))
    assert plan.combination == QUICK.analyse(nested).combination
    assert plan.answers.values == SCHOOLS[name].values


def test_what_is_nothing_in_python_is_unknown() -> None:
    nothing = {"low-mood": None, "class-climate": float("nan"), "care": "", "anxiety": " "}
    values = QUICK.analyse({**FLAT, **nothing}).answers.values
    assert values.keys() == FLAT.keys() - {"school", "low-mood"}


def test_all_problems_are_told_at_once_with_their_key() -> None:
    with pytest.raises(AnswersError) as caught:
        QUICK.analyse({**FLAT, "sector": "xx", "lowmoood": "serious", "low-moodd": "mild"})
    told = caught.value.render(Lang.EN)
    assert "sector: error: 'xx'" in told and "did you mean 'low-mood'" in told
    assert told.endswith("3 problems")


def test_several_respondents_of_one_school_are_joined_and_others_refused() -> None:
    mentor = {**FLAT, "respondent": "mentor", "low-mood": "serious"}
    plan = QUICK.analyse({**FLAT, "respondent": "head"}, mentor)
    assert set(plan.respondents) == {"head", "mentor"}
    assert [line.question for line in plan.differences] == ["low-mood"]
    with pytest.raises(AnswersError, match="De Beuk"):
        QUICK.analyse({**FLAT, "respondent": "head"}, {**mentor, "school": "De Beuk"})


def test_many_are_made_as_they_are_asked_for_and_a_bad_one_stops_no_other() -> None:
    asked: list[int] = []

    def rows() -> object:
        for number in range(3):
            asked.append(number)
            yield FLAT if number != 1 else {"school": "De Beuk", "sector": "xx"}

    outcomes = QUICK.analyse_many(rows())  # type: ignore[arg-type]
    first = next(outcomes)
    assert asked == [0] and first.school == "De Linde" and first.plan is not None
    second, third = outcomes
    assert (second.school, second.plan) == ("De Beuk", None)
    assert second.error is not None and len(second.error.problems) == 1
    assert third == first


def test_a_table_read_by_python_itself_will_do() -> None:
    text = "school,sector,stress-pressure\nDe Linde,vo,serious\nDe Beuk,po,\n"
    every = list(QUICK.analyse_many(csv.DictReader(io.StringIO(text))))
    assert [one.school for one in every] == ["De Linde", "De Beuk"]
    assert every[0].plan is not None and [n.id for n in every[0].plan.raised] == ["stress-pressure"]


def combination(row: Mapping[str, object]) -> list[str]:
    return [item.id for item in QUICK.analyse(row).combination]


def test_it_can_be_sent_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(QUICK))
    assert again.analyse(FLAT) == QUICK.analyse(FLAT)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        (there,) = pool.map(combination, [FLAT])
    assert there == combination(FLAT)


def test_forms_and_data() -> None:
    plan = QUICK.analyse(FLAT)
    assert str(QUICK.render(plan, "html", "en")).startswith("<!doctype html>")
    assert isinstance(QUICK.render(plan, "docx", "nl"), bytes)
    data = QUICK.as_data(plan, "en")
    assert data["schema"] == 1 and data["school"]["name"] == "De Linde"
    with pytest.raises(ValueError, match="pdf"):
        QUICK.render(plan, "pdf")


def test_without_the_second_look_the_rest_is_the_same() -> None:
    whole = Advisor(today=TODAY).analyse(FLAT)
    assert whole.second_look is not None
    assert QUICK.analyse(FLAT).combination == whole.combination


def test_the_program_does_not_wait_for_what_is_offered_to_programs() -> None:
    code = "import advisor, sys; print('advisor.api' in sys.modules, advisor.__version__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("False ")


def test_what_is_offered_is_there() -> None:
    import advisor

    assert {name for name in advisor.__all__ if hasattr(advisor, name)} == set(advisor.__all__)
    assert advisor.Outcome is Outcome
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = advisor.nothing_like_it


@pytest.mark.parametrize("row", [["x"], "x", None, 3])
def test_what_is_no_row_stops_no_other(row: object) -> None:
    first, second = QUICK.analyse_many([row, FLAT])  # type: ignore[list-item]
    assert first.plan is None and first.error is not None
    assert second.plan is not None


def test_two_keys_for_one_question_are_refused() -> None:
    with pytest.raises(AnswersError, match="two columns are for 'school'"):
        QUICK.analyse({**FLAT, "Naam school": "De Beuk"})


def test_what_form_tools_add_and_what_points_to_a_person_is_passed_over() -> None:
    more = {"E-mail": "j@linde.example", "Timestamp": "2026-09-01 14:33", "Unnamed: 7": None}
    assert QUICK.analyse({**FLAT, **more}) == QUICK.analyse(FLAT)


def test_lists_may_hold_texts_and_days_may_have_an_hour() -> None:
    (running,) = KNOWLEDGE.questionnaire.measuring(Measures.RUNNING)
    texts = [option.text.nl for option in running.options[:2]]
    ids = [option.id for option in running.options[:2]]
    moment = dt.datetime(2026, 9, 1, 14, 33)
    plan = QUICK.analyse({**FLAT, "running": texts, "date": moment})
    assert plan == QUICK.analyse({**FLAT, "running": ids, "date": "1-9-2026"})
    nested = {"school": "De Linde", "answers": {"sector": "vo", "running": texts}}
    assert QUICK.analyse(nested).answers.values["running"] == tuple(ids)
