"""The texts: short sentences, no jargon without a word of help, and both languages alike."""

import ast
from dataclasses import replace

import pytest
from known import INDEX, KNOWLEDGE, ROOT

from advisor.checking import reading
from advisor.checking.language import check_language
from advisor.loading.index import Written
from advisor.problems import Place
from advisor.texts import Lang, Text

ARGUMENTS = ("ANSWERS", "ID")
"""What a command takes, written in capitals as in its help."""

PLACES = (Place("a.yaml", 1, 1), Place("a.yaml", 2, 1))


def told(nl: str, en: str, *trail: str) -> list[tuple[str, int | None]]:
    """The codes and lines of what is wrong with one text."""
    written = Written(Text(nl, en), PLACES, trail or ("rule one", "because"))
    return [(p.code, p.place.line) for p in check_language([written], KNOWLEDGE).problems]


def test_the_shipped_texts_have_no_problem():
    found = check_language(INDEX.texts, KNOWLEDGE)
    assert found.problems == ()
    assert found.texts > 1_000


def test_every_question_says_what_its_answer_is_used_for():
    assert [q.id for q in KNOWLEDGE.questionnaire.questions.values() if q.why is None] == []


@pytest.mark.parametrize("lang", list(Lang))
def test_help_and_reason_of_a_question_are_short(lang):
    for question in KNOWLEDGE.questionnaire.questions.values():
        for text in (question.help, question.why):
            told = reading.sentences_in(text.say(lang)) if text is not None else []
            assert len(told) <= 3, (question.id, told)


def test_most_sentences_are_short():
    for figures in check_language(INDEX.texts, KNOWLEDGE).figures.values():
        assert figures.mean < 11
        lengths = [length for length, _, _ in figures.longest]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("nl", "en", "codes"),
    [
        ("Dit is goed.", "This is fine.", []),
        ("woord " * 21, "word " * 20, [("T-SENTENCE", 1)]),
        ("Een zin. " * 23, "One sentence. " * 22, [("T-TEXT", 1)]),
        ("Wij faciliteren dit.", "We do this.", [("T-JARGON", 1)]),
        ("Wij doen dit.", "We facilitate this.", [("T-JARGON", 2)]),
        ("Cognitieve gedragstherapie.", "A course.", [("T-JARGON", 1)]),
        ("Cognitieve gedragstherapie bij boosheid.", "A course for this.", []),
        ("Vraag het de GGD.", "Ask the GGD.", [("T-SHORT", 2)]),
        ("Vraag het de GGD.", "Ask the health service (GGD).", []),
        ("Vraag het de XYZ.", "Ask them.", [("T-SHORT", 1)]),
        ("Vraag het de WXYZQ.", "Known as COTAN.", [("T-SHORT", 1), ("T-SHORT", 2)]),
        ("Op 84 scholen.", "In 48 schools.", [("T-NUMBERS", 2)]),
        ("Met 2,5 uur in drie weken.", "With 2.5 hours in three weeks.", []),
        ("In twee weken.", "In three weeks.", [("T-NUMBERS", 2)]),
        ("Kijk op https://nji.nl nu.", "Look at https://njr.nl now.", [("T-LINKS", 2)]),
        ("Er wordt gepest.", "There is trouble.", [("T-TERM", 2)]),
        ("Er is gedoe.", "There is bullying.", [("T-TERM", 1)]),
        ("Doe dit nu maar.", "Do this now, and do it well, each day, for long.", [("T-RATIO", 2)]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(nl, en, codes):
    assert told(nl, en) == codes


def test_descriptions_of_sources_keep_their_words():
    assert told("Interventies tegen pesten", "Interventions", "source one", "about") == []


def test_a_type_with_too_many_words_is_told():
    most = KNOWLEDGE.limits.type_words
    texts = [
        Written(Text(f"Zin {n}.", f"Line {n}."), PLACES, ("intervention one",)) for n in range(most)
    ]
    assert {p.code for p in check_language(texts, KNOWLEDGE).problems} == {"T-TYPE"}
    assert check_language(texts[: most // 2], KNOWLEDGE).problems == ()


def test_what_stands_in_several_places_is_told_once():
    one = Written(Text("Wij faciliteren.", "We do."), PLACES, ("rule one",))
    assert len(check_language([one, replace(one, trail=("rule two",))], KNOWLEDGE).problems) == 1


def test_sentences_end_where_they_end():
    assert reading.sentences_in("Een. Twee? “Drie!” Vier: vijf; zes.") == [
        "Een.",
        "Twee?",
        "“Drie!",
        "Vier: vijf; zes.",
    ]


def texts_in_code() -> list[Written]:
    """The texts in Python that a school reads; help and problems of files name other things."""
    found = []
    for path in sorted((ROOT / "advisor").rglob("*.py")):
        if path.name in ("help_texts.py", "command_texts.py") or path.parent.name == "loading":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Text", "Message.of"):
                parts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                place = Place(path.relative_to(ROOT).as_posix(), node.lineno)
                pairs = [pair for pair in (parts[:2], parts[2:]) if len(pair) == 2]
                found += [Written(Text(*pair), (place, place), (path.stem,)) for pair in pairs]
    return found


def test_texts_in_code_are_held_against_the_same_rules():
    written = texts_in_code()
    assert len(written) > 100
    problems = check_language(written, KNOWLEDGE).problems
    told = [p.render(Lang.EN) for p in problems]
    assert [one for one in told if not any(f"'{name}'" in one for name in ARGUMENTS)] == []
