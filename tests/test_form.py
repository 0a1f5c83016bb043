"""The blank questionnaire: whole in every form, easy to fill in, the same bytes every time."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from known import KNOWLEDGE, ROOT
from python_calamine import CalamineWorkbook

from advisor.formats.escape import escape
from advisor.formats.form.asked import BOX
from advisor.formats.form.interface import FormFormat, render_form
from advisor.formats.form.only_where import Where
from advisor.formats.voice import Voice
from advisor.model.conditions import All, Any, Leaf, Not, Subject
from advisor.model.conditions import Test as Look
from advisor.model.questionnaire import (
    ABOUT,
    SAY_NO_NAMES,
    SAY_NONE,
    SAY_UNKNOWN,
    Kind,
    Measures,
    Pass,
    Question,
)
from advisor.texts import Lang

FORM = KNOWLEDGE.questionnaire
QUESTIONS = tuple(FORM.questions.values())
IDS = [question.id for question in QUESTIONS]
LANGS = tuple(Lang)
FIRST_PART = [q for q in QUESTIONS if q.asked in (Pass.START, Pass.FIRST)]


def paper(lang: Lang) -> str:
    return str(render_form(KNOWLEDGE, lang, FormFormat.MARKDOWN))


def workbook(lang: Lang) -> bytes:
    data = render_form(KNOWLEDGE, lang, FormFormat.XLSX)
    assert isinstance(data, bytes)
    return data


def sheets(lang: Lang) -> tuple[list[list[object]], list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(lang)))
    first, second = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    return list(map(list, first)), list(map(list, second))


def part_of(lang: Lang, number: int) -> str:
    """The text of one question on paper, up to the next one."""
    found = re.search(rf"\*\*{number}\. .*?(?=\*\*{number + 1}\. |\Z)", paper(lang), re.DOTALL)
    assert found is not None, number
    return found[0]


# Everything is there


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_on_paper_once_with_its_help_and_options(lang: Lang) -> None:
    text = paper(lang)
    numbers = [int(n) for n in re.findall(r"\*\*(\d+)\. ", text)]
    assert numbers == list(range(1, len(QUESTIONS) + 1))
    for question in QUESTIONS:
        assert len(re.findall(rf"\d\. {re.escape(escape(question.text.say(lang)))}\*\*", text)) == 1
        assert question.help is None or escape(question.help.say(lang)) in text
        for option in question.options:
            assert escape(option.text.say(lang)) in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_a_column_of_the_workbook_and_explained_in_it(lang: Lang) -> None:
    answers, explained = sheets(lang)
    assert answers == [[*ABOUT, *IDS]]
    told = [row for row in explained if row[0] in FORM.questions]
    assert [row[0] for row in told] == IDS
    for question, row in zip(QUESTIONS, told, strict=True):
        assert row[1] == question.text.say(lang)
        assert question.help is None or row[2] == question.help.say(lang)
        start = explained.index(row)
        choices = [(line[5], line[4]) for line in explained[start : start + len(question.options)]]
        assert choices == [(option.id, option.text.say(lang)) for option in question.options]


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_a_column_of_the_csv(lang: Lang) -> None:
    text = str(render_form(KNOWLEDGE, lang, FormFormat.CSV))
    assert text.startswith("\ufeff")
    assert list(csv.reader([text.removeprefix("\ufeff")], delimiter=";")) == [[*ABOUT, *IDS]]


def test_a_question_that_is_added_is_in_every_form() -> None:
    added = replace(
        QUESTIONS[-1], id="brand-new", text=replace(QUESTIONS[-1].text, en="Brand new?")
    )
    more = replace(FORM, questions={**FORM.questions, added.id: added})
    knowledge = replace(KNOWLEDGE, questionnaire=more)
    assert "Brand new?" in str(render_form(knowledge, Lang.EN, FormFormat.MARKDOWN))
    assert "Brand new?" in str(render_form(knowledge, Lang.EN, FormFormat.HTML))
    assert "brand-new" in str(render_form(knowledge, Lang.EN, FormFormat.CSV))
    data = render_form(knowledge, Lang.EN, FormFormat.XLSX)
    assert isinstance(data, bytes)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert all("brand-new" in str(book.get_sheet_by_index(at).to_python()) for at in (0, 1))


# Paper


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_to_tick_offers_that_nobody_knows(lang: Lang) -> None:
    for number, question in enumerate(on_paper(), start=1):
        shares = [q for q in QUESTIONS if q.options and q.options == question.options]
        part = part_of(lang, number)
        if question.kind is Kind.TEXT or len(shares) > 1:
            continue
        assert f"{BOX}\u00a0{SAY_UNKNOWN.say(lang)}" in part
        assert (SAY_NONE.say(lang) in part) is (question.kind is Kind.MANY)
        assert part.count(BOX) == len(question.options) + 1 + (question.kind is Kind.MANY)


def on_paper() -> list[Question]:
    """The questions as they are numbered: the first part, then the rest, by section."""
    order = [section.id for section in FORM.sections]
    rest = [q for q in QUESTIONS if q not in FIRST_PART]
    return [*sorted(FIRST_PART, key=lambda q: order.index(q.section)), *rest]


def test_statements_with_the_same_answers_share_a_table() -> None:
    scales = [q for q in QUESTIONS if q.kind is Kind.SCALE]
    shared = max((q.options for q in scales), key=lambda o: sum(q.options == o for q in scales))
    alike = [q for q in scales if q.options == shared]
    assert len(alike) > 5
    rows = [line for line in paper(Lang.EN).splitlines() if line.startswith("|**")]
    for question in alike:
        (row,) = [row for row in rows if f". {question.text.en}**" in row]
        assert row.count(BOX) == len(shared) + 1


@pytest.mark.parametrize(("lang", "words"), [(Lang.NL, "hoogstens"), (Lang.EN, "at most")])
def test_limits_are_told(lang: Lang, words: str) -> None:
    limited = [q for q in QUESTIONS if q.most is not None]
    assert limited
    for question in limited:
        assert f"{question.text.say(lang)}** ({words} {question.most})" in paper(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_above_every_line_to_write_on_stands_what_not_to_write(lang: Lang) -> None:
    warning = Voice(KNOWLEDGE, lang).say(SAY_NO_NAMES)
    assert re.search("e-mail", warning) and re.search("tele?foon|phone", warning)
    free = [q for q in QUESTIONS if q.kind is Kind.TEXT]
    assert free
    assert len(re.findall(rf"{re.escape(warning)}\*\n\n___", paper(lang))) == len(free)


@pytest.mark.parametrize("lang", LANGS)
def test_what_applies_to_some_stands_in_the_second_part(lang: Lang) -> None:
    before, after = paper(lang).split(f"## {Voice(KNOWLEDGE, lang).word('form-deeper')}")
    for question in QUESTIONS:
        part = before if question in FIRST_PART else after
        assert f". {escape(question.text.say(lang))}**" in part


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_with_a_condition_tells_the_answers_it_needs(lang: Lang) -> None:
    text, seen = paper(lang), 0
    for question in QUESTIONS:
        if question.when == All(()):
            continue
        told = text.split(f"{escape(question.text.say(lang))}**")[1].split("\n")[1]
        for leaf in leaves(question.when):
            asked = FORM.questions[leaf.id]
            for value in leaf.values:
                option = asked.option(value)
                assert option is not None
                assert option.text.say(lang).partition(" (")[0] in told
                seen += 1
    assert seen > 10


def leaves(condition: object) -> list[Leaf]:
    match condition:
        case Leaf():
            return [condition]
        case Not(part=part):
            return leaves(part)
        case All(parts=parts) | Any(parts=parts):
            return [leaf for part in parts for leaf in leaves(part)]
    raise AssertionError(condition)


def test_conditions_in_words() -> None:
    one, two = [q for q in QUESTIONS if q.kind is Kind.ONE and len(q.options) > 2][:2]
    a, b = (Leaf(Subject.ANSWER, one.id, Look.IN, (option.id,)) for option in one.options[:2])
    c = Leaf(Subject.ANSWER, two.id, Look.UNKNOWN)
    where = Where(Voice(KNOWLEDGE, Lang.EN), {one.id: "question 1", two.id: "question 2"})
    first, second = (f"“{option.text.en.partition(' (')[0]}”" for option in one.options[:2])
    told = {
        a: f"{first} (question 1)",
        Not(a): f"not {first} (question 1)",
        Any((a, b)): f"{first} or {second} (question 1)",
        Any((a, c)): f"{first} (question 1) or “{SAY_UNKNOWN.en}” (question 2)",
        All((b, c)): f"{second} (question 1) and “{SAY_UNKNOWN.en}” (question 2)",
        Any((a, All((b, c)))): f"{first} (question 1); or {second} (question 1) and "
        f"“{SAY_UNKNOWN.en}” (question 2)",
    }
    for condition, words in told.items():
        (said,) = where.tell(replace(two, when=condition))
        assert said == f"Only if you ticked: {words}."
    (said,) = where.tell(replace(two, when=Leaf(Subject.FLAG, "flag", Look.HOLDS)))
    assert said == "Only if this applies to you."
    assert where.tell(two) == ()


@pytest.mark.parametrize("lang", LANGS)
def test_what_cannot_wait_stands_with_its_question(lang: Lang) -> None:
    (urgent,) = FORM.measuring(Measures.URGENT)
    part = paper(lang).split(f"{urgent.text.say(lang)}**")[1].split("###")[0]
    for referral in KNOWLEDGE.catalogue.referrals.values():
        assert (f"> {escape(referral.text.say(lang))}" in part) is bool(referral.urgent)


@pytest.mark.parametrize("lang", LANGS)
def test_the_start_card_and_how_to_go_on(lang: Lang) -> None:
    voice, text = Voice(KNOWLEDGE, lang), paper(lang)
    top = text.split("## ")[0]
    for name in ABOUT:
        assert f"|{voice.word(f'form-{name}')} |…" in top
    assert "`advisor analyse`" in top
    assert "`advisor analyse form.xlsx`" in top
    assert "{" not in text


# The workbook


def xml(lang: Lang, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook(lang))) as archive:
        return archive.read(part).decode("utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_single_choices_have_a_list_with_their_texts(lang: Lang) -> None:
    sheet, (_, explained) = xml(lang, "xl/worksheets/sheet1.xml"), sheets(lang)
    ranges = re.findall(r'sqref="([A-Z]+)2:\1\d+"><formula1>[^$]*\$E\$(\d+):\$E\$(\d+)<', sheet)
    single = [q for q in QUESTIONS if q.kind in (Kind.ONE, Kind.SCALE)]
    assert len(ranges) == len(single)
    for question, (_, first, last) in zip(single, ranges, strict=True):
        offered = [row[4] for row in explained[int(first) - 1 : int(last)]]
        wanted = [*(option.text.say(lang) for option in question.options), SAY_UNKNOWN.say(lang)]
        assert offered == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_each_column_has_a_note_with_its_question(lang: Lang) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(lang))) as archive:
        (name,) = [n for n in archive.namelist() if re.search(r"comments\d*\.xml", n)]
    notes = xml(lang, name)
    for question in QUESTIONS:
        assert question.text.say(lang).replace("&", "&amp;") in notes


def test_cells_are_text_and_the_header_stays_in_sight() -> None:
    sheet, styles = xml(Lang.EN, "xl/worksheets/sheet1.xml"), xml(Lang.EN, "xl/styles.xml")
    columns = re.findall(r'<col min="(\d+)" max="(\d+)" [^>]*style="(\d+)"', sheet)
    formats = re.findall(r'<xf numFmtId="(\d+)"', styles.split("<cellXfs")[1])
    covered = {n for low, high, _ in columns for n in range(int(low), int(high) + 1)}
    assert covered == set(range(1, len(ABOUT) + len(QUESTIONS) + 1))
    # 49 is the number of "text" in every Excel.
    assert {formats[int(style)] for _, _, style in columns} == {"49"}
    assert 'state="frozen"' in sheet


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(Lang.NL))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    names = [f"{n}{form.value}" for n in "ab" for form in FormFormat]
    for seed in "ab":
        subprocess.run(
            [sys.executable, "-m", "advisor", "form", "--lang", "nl"]
            + [part for name in names if name[0] == seed for part in ("-o", name)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(ord(seed))},
            check=True,
        )
    for form in FormFormat:
        one, other = ((tmp_path / f"{n}{form.value}").read_bytes() for n in "ab")
        assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest(), form


# The command


def test_the_form_goes_to_standard_output(run: Run) -> None:
    result = run("form", "--lang", "nl")
    assert result.exit_code == 0
    assert result.stdout == paper(Lang.NL)
    assert result.stderr == ""


def test_forms_go_to_files_by_suffix(run: Run) -> None:
    result = run("form", "-o", "a.md", "-o", "b.html", "-o", "c.CSV", "-o", "d.xlsx")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "Questionnaire written: a.md, b.html, c.CSV, d.xlsx\n"
    assert Path("a.md").read_text("utf-8") == paper(Lang.EN)
    assert Path("b.html").read_text("utf-8").startswith("<!doctype html>")
    assert Path("c.CSV").read_bytes().startswith(b"\xef\xbb\xbfschool;respondent;date;")
    assert Path("d.xlsx").read_bytes() == workbook(Lang.EN)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("form.docx", "advisor form: error: advisor cannot make 'form.docx' (E-FORMAT)"),
        ("form", "the name 'form' does not end in a known kind of file (E-SUFFIX)"),
        ("nowhere/form.xlsx", "nowhere/form.xlsx: error: this file cannot be written"),
    ],
)
def test_other_files_are_refused(run: Run, name: str, told: str) -> None:
    result = run("form", "-o", "fine.md", "-o", name)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("fine.md").exists()


def test_one_file_twice_is_refused(run: Run) -> None:
    result = run("form", "-o", "a.md", "-o", "./a.md")
    assert result.exit_code == 2
    assert "(E-TWICE)" in result.stderr
