"""Texts in two languages: filling in, enumerating, dates, and the choice of a language."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.texts import Lang, Text, parse_lang, show_date

WORDS = st.text(max_size=20)


def test_a_text_says_the_same_in_each_language():
    text = Text("Zorgroute", "Care route")
    assert text.say(Lang.NL) == "Zorgroute"
    assert text.say(Lang.EN) == "Care route"
    assert Text.same("KiVa") == Text("KiVa", "KiVa")


def test_filling_in_takes_each_language_of_a_bilingual_value():
    text = Text("{n} keer {what}", "{what} {n} times")
    assert text.fill(n=2, what=Text("les", "lesson")) == Text("2 keer les", "lesson 2 times")


def test_filling_in_leaves_unnamed_places_alone():
    assert Text("{a} {b}", "{a} {b}").fill(a="x") == Text("x {b}", "x {b}")


@given(WORDS)
def test_braces_in_an_answer_stay_as_they_are(word):
    assert Text("<{a}>", "<{a}>").fill(a=word + "{a}") == Text.same(f"<{word}{{a}}>")


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (0, "", ""),
        (1, "een", "one"),
        (2, "een en twee", "one and two"),
        (3, "een, twee en drie", "one, two and three"),
    ],
)
def test_enumerating(count, nl, en):
    all_of_them = (Text("een", "one"), Text("twee", "two"), Text("drie", "three"))
    assert Text.join(all_of_them[:count], Text("en", "and")) == Text(nl, en)


@pytest.mark.parametrize(
    ("day", "nl", "en"),
    [
        (dt.date(2026, 11, 21), "21 november 2026", "21 November 2026"),
        (dt.date(2027, 3, 1), "1 maart 2027", "1 March 2027"),
        (dt.date(2026, 8, 31), "31 augustus 2026", "31 August 2026"),
    ],
)
def test_a_date_in_words(day, nl, en):
    assert show_date(day) == Text(nl, en)


@pytest.mark.parametrize(
    ("code", "lang"),
    [
        ("nl", Lang.NL),
        ("nl_NL.UTF-8", Lang.NL),
        ("NL", Lang.NL),
        ("en", Lang.EN),
        ("de_DE", Lang.EN),
        ("C", Lang.EN),
        ("", Lang.EN),
        (None, Lang.EN),
    ],
)
def test_the_language_of_a_locale(code, lang):
    assert parse_lang(code) is lang
