"""The formats: escaping, depths and their limits, JSON keys, both languages, the terminal."""

import datetime as dt
import html
import io
import itertools
import json
import random
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known import KNOWLEDGE, ROOT, TODAY, school
from markdown_it import MarkdownIt
from rich.console import Console

from advisor.checking.schools import realistic_school, uniform_school
from advisor.data import example_school
from advisor.engine.reasoning import make_plan
from advisor.formats import depths, interface, terminal
from advisor.formats.depths import WORD_LIMITS, Depth, Section, count_words, fit, split_depths
from advisor.formats.escape import escape, one_line, shorten
from advisor.formats.existing import decision_key, ran_name
from advisor.formats.grounds import show_ground, show_value
from advisor.formats.interface import Format
from advisor.formats.voice import Voice, sentence, table
from advisor.loading.answers import load_answers
from advisor.model.combination import Decision, Status
from advisor.model.conditions import Ground
from advisor.model.lines import Cover, Passed, State, WhyNotFirm
from advisor.model.monitoring import Monitoring
from advisor.model.plan import Plan
from advisor.model.profile import Certainty, Runs
from advisor.model.together import LearningNetwork
from advisor.texts import Lang, Text

EVIL = '<script>alert(1)</script> & | "x"'
BOTH = pytest.mark.parametrize("lang", list(Lang))
GFM = MarkdownIt("commonmark", {"html": True}).enable("table")


def bare_plan() -> Plan:
    """A plan in which nothing was found: every list is empty."""
    return Plan(
        answers=school(sector="vo"),
        school="De Linde",
        date=dt.date(2026, 11, 21),
        date_given=True,
        under_way=None,
        sector="vo",
        reading=("vo",),
        ambition=None,
        names=None,
        needs=(),
        existing=(),
        combination=(),
        not_advised=(),
        implementation=(),
        lasting=(),
        weak_points=(),
        equal_opportunities=(),
        fair=(),
        approvals=(),
        partners=(),
        more_partners=(),
        monitoring=Monitoring((), (), (), (), ()),
        unknowns=(),
        notices=(),
        referrals=(),
        coverage={},
        use=(),
        runner_up=None,
        first_steps=(),
        head=Text("Houd vast wat werkt.", "Hold on to what works."),
        network=LearningNetwork(Text("Hoe?", "How?"), None, None, (), (), Text("Wie", "Who"), ()),
        programmes=(),
    )


def stressed_plan() -> Plan:
    """A secondary school with stress first, mindfulness and a guest lesson that run."""
    answers = school(
        sector="vo",
        stress_pressure="serious",
        low_mood="moderate",
        class_climate="moderate",
        first=["stress-pressure"],
        right_now=[],
        circumstances=["poverty"],
        running=["mindfulness", "guest-lesson"],
        fixed=[],
        projects=[],
        lesson_room="within-lessons",
        care=["fixed-route", "qualified-person"],
        coordination_hours="two-or-three",
        training_half_days="one",
        ambition="Leerlingen gaan graag naar school",
    )
    return make_plan(answers, KNOWLEDGE, TODAY)


def heaviest_plan() -> Plan:
    """All signals serious, much that runs, all circumstances, everything urgent, long texts."""
    signals = {
        need.id: "serious"
        for need in KNOWLEDGE.catalogue.needs.values()
        if need.id in KNOWLEDGE.questionnaire.questions and need.id != "insight"
    }
    running = [*list(KNOWLEDGE.catalogue.interventions)[:6], *KNOWLEDGE.catalogue.activities]
    answers = school(
        sector="vo",
        **signals,
        first=["low-mood", "anxiety", "bullying-safety"],
        right_now=["danger", "suicidality", "abuse", "building"],
        circumstances=list(KNOWLEDGE.catalogue.circumstances),
        running=running,
        fixed=running[:2],
        care=[],
        lasting=[],
        staff_trained="nothing-yet",
        everyday="nothing-yet",
        parents_along="nothing-yet",
        insight="nothing-yet",
        lesson_room="more",
        coordination_hours="four-or-more",
        training_half_days="four-or-more",
        ambition=f"{EVIL}\n# {'woord ' * 400}",
    )
    return make_plan(
        replace(answers, school=f"{EVIL} {'lang ' * 300}", date=None), KNOWLEDGE, TODAY
    )


def the_example() -> Plan:
    """The plan of the built-in school."""
    answers, _ = load_answers(example_school(Lang.NL), KNOWLEDGE.questionnaire)
    return make_plan(answers, KNOWLEDGE, TODAY)


def markdown(plan: Plan, lang: Lang = Lang.NL, annex: bool = True) -> str:
    return interface.render(plan, KNOWLEDGE, lang, annex, Format.MARKDOWN)


def shown(text: str) -> str:
    """What a reader of the rendered Markdown sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", GFM.render(text))).split())


# Escaping


@pytest.mark.parametrize(
    "text",
    [
        EVIL,
        "# kop",
        "- lijst",
        "+ plus",
        "1. een",
        "1) een",
        "> citaat",
        "*ster* _streep_ `code` ~~weg~~",
        "[klik](http://x) ![beeld](y) [1]: z",
        "a\\b \\| c",
        "&lt;b&gt; &#35;",
        "===",
        "<!-- plan -->",
        "{braces} {school}",
    ],
)
def test_text_from_answers_shows_as_just_that(text: str) -> None:
    assert shown(escape(text)) == text
    cell = shown(table(["a", "b"], [[escape(text), "x"]]))
    assert cell == f"a b {text} x"


@given(st.text(max_size=60))
def test_any_text_stays_one_line_of_text(text: str) -> None:
    line = escape(text)
    assert "\n" not in line
    rendered = GFM.render(f"# x {line} x")
    assert rendered.startswith("<h1>x")
    assert not re.search(r"<(?!/?h1>)", rendered)


def test_control_and_direction_characters_do_not_reach_the_reader() -> None:
    assert escape("a\x1b[31mb\u202ec\r\nd") == "a \\[31mb c d"


def test_nothing_that_can_be_printed_is_hidden() -> None:
    # Beside a line end every character is looked at; a text without one is taken as it is.
    every = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable()]
    assert one_line("\n".join(every)) == " ".join("".join(every).replace(" ", ""))


@BOTH
def test_a_school_called_after_a_script_is_only_a_name(lang: Lang) -> None:
    text = markdown(replace(stressed_plan(), school=EVIL), lang)
    assert f": {EVIL}" in shown(text)
    assert "<script" not in GFM.render(text).replace("&lt;", "")


def test_an_answer_cannot_open_a_depth() -> None:
    plan = replace(stressed_plan(), school="x\n<!-- annex -->\n", ambition="\n<!-- page -->\n")
    assert list(split_depths(markdown(plan))) == list(Depth)
    assert len(re.findall(r"^<!--", markdown(plan), re.MULTILINE)) == len(Depth)


def test_shorten_says_that_words_were_left_out() -> None:
    assert shorten("een twee drie", 2) == "een twee …"
    assert shorten("een twee", 2) == "een twee"
    assert len(shorten("x" * 5000, 2)) < 100


# Depths and limits


def test_the_three_depths_stand_in_order_and_the_annex_only_on_request() -> None:
    plan = stressed_plan()
    assert list(split_depths(markdown(plan))) == [Depth.PAGE, Depth.PLAN, Depth.ANNEX]
    without = markdown(plan, annex=False)
    assert list(split_depths(without)) == [Depth.PAGE, Depth.PLAN]
    assert not re.search(r"\[\d+\]", without)


def test_words_are_counted_with_tables_and_without_their_lines() -> None:
    text = "<!-- page -->\n\n# Een plan\n\n|Wat |Wie|\n|---|---|\n|de les |*de mentor*|\n\n- één\n"
    assert count_words(text) == {Depth.PAGE: 9}


@BOTH
@pytest.mark.parametrize("make", [bare_plan, stressed_plan, heaviest_plan])
def test_page_and_plan_stay_within_their_words(make: object, lang: Lang) -> None:
    text = markdown(make(), lang)  # type: ignore[operator]
    counts = count_words(text)
    for depth, limit in WORD_LIMITS.items():
        assert counts[depth] <= limit
        assert len(split_depths(text)[depth].split()) <= limit


@BOTH
def test_generated_schools_stay_within_their_words(lang: Lang) -> None:
    chance = random.Random(7)
    for kind in (realistic_school, uniform_school):
        for _ in range(25):
            text = markdown(make_plan(kind(chance, KNOWLEDGE), KNOWLEDGE, TODAY), lang)
            parts = split_depths(text)
            assert all(len(parts[d].split()) <= limit for d, limit in WORD_LIMITS.items())


@BOTH
def test_a_school_with_seventeen_things_running_stays_within_its_words(lang: Lang) -> None:
    plan = make_plan(uniform_school(random.Random(847), KNOWLEDGE), KNOWLEDGE, TODAY)
    assert len(plan.existing) == 17
    parts = split_depths(markdown(plan, lang))
    assert all(len(parts[depth].split()) <= limit for depth, limit in WORD_LIMITS.items())


def test_what_the_plan_shortens_stands_in_full_in_the_annex() -> None:
    annex = split_depths(markdown(heaviest_plan()))[Depth.ANNEX]
    assert "## Wat op de pagina of in het plan is ingekort, hier voluit" in annex
    assert "ingekort" not in split_depths(markdown(bare_plan()))[Depth.ANNEX]


@BOTH
def test_for_whom_each_item_is_stands_in_full_somewhere(lang: Lang) -> None:
    chance = random.Random(3)
    schools = [kind(chance, KNOWLEDGE) for kind in (realistic_school, uniform_school) * 10]
    for plan in (heaviest_plan(), *(make_plan(one, KNOWLEDGE, TODAY) for one in schools)):
        text = shown(markdown(plan, lang))
        assert [item.id for item in plan.combination if item.whom.say(lang) not in text] == []


def test_what_gives_way_first_is_shortened_first() -> None:
    long, short = "woord " * 300, "kort"
    first = Section("a", "# a", (long, short))
    second = Section("b", "# b", (long, short))
    fitted = fit([second, first], [], Depth.PAGE, ("a", "b"))
    assert fitted.shortened == (first,)
    assert fitted.text.count("kort") == 1


@BOTH
def test_no_section_is_empty_and_none_shows_a_hole(lang: Lang) -> None:
    for plan in (bare_plan(), stressed_plan(), heaviest_plan()):
        for annex in (True, False):
            text = markdown(plan, lang, annex)
            heads = [re.match("#*", line) for line in text.splitlines() if line]
            levels = [len(head[0]) for head in heads if head]
            if annex or plan.needs:
                assert all(not a or not b or b > a for a, b in itertools.pairwise(levels))
            assert not re.search(r"\{\w+\}|\bfmt-|\bNone\b(?! of)|\*\*\*\*|\w\.\.(?!\.)|  +", text)


# The page


def test_the_page_has_its_parts() -> None:
    page = split_depths(markdown(stressed_plan()))[Depth.PAGE]
    assert page.startswith(
        "# Plan voor welbevinden: De Springplank\n\nDit plan loopt vanaf 1 september"
    )
    assert "Jullie willen beginnen bij stress en prestatiedruk" in page
    assert "|Wat |Voor wie |Rol |Vanaf |Wie|" in page
    assert "2026-2027" in page
    assert "## Wat stopt of verandert" in page
    assert "## Voor de schoolleider" in page


@BOTH
def test_the_ambition_stands_on_the_page(lang: Lang) -> None:
    told = {Lang.NL: "Over drie jaar willen jullie: “", Lang.EN: "In three years you want: “"}
    assert told[lang] in split_depths(markdown(the_example(), lang))[Depth.PAGE]


def test_a_project_that_stays_is_not_told_as_new() -> None:
    answers = school(
        sector="po",
        conflicts="moderate",
        first=["conflicts"],
        running=["peer-mediation"],
        fixed=[],
        projects=["peer-mediation"],
        coordination_hours="none",
    )
    plan = make_plan(answers, KNOWLEDGE, TODAY)
    page = split_depths(markdown(plan))[Depth.PAGE]
    (row,) = (line for line in page.splitlines() if line.startswith("|Leerlingmed"))
    assert "|gaat door; zoek uit wat nodig is |loopt al |" in row


def test_without_a_date_the_page_says_what_it_counts_from() -> None:
    plan = replace(bare_plan(), date_given=False)
    assert "This plan starts on 21 November 2026; the answers carried no date." in markdown(
        plan, Lang.EN
    )


def test_the_referrals_stand_in_three_lines_at_the_end_of_the_page() -> None:
    page = split_depths(markdown(stressed_plan()))[Depth.PAGE]
    box = [line for line in page.splitlines() if line.startswith("> ")]
    assert len(box) == 3
    assert page.splitlines()[-1] == box[-1]
    assert not any(line.startswith("> **") for line in box)


def test_urgent_referrals_stand_on_top() -> None:
    plan = stressed_plan()
    last = plan.referrals[-1]
    urgent = replace(plan, referrals=(*plan.referrals[:-1], replace(last, on_top=True)))
    page = split_depths(markdown(urgent))[Depth.PAGE].splitlines()
    box = [number for number, line in enumerate(page) if line.startswith("> ")]
    assert len(box) == 3
    assert page[box[0]] == f"> **{last.text.nl}**"
    assert box[-1] < next(n for n, line in enumerate(page) if line.startswith("## "))


def test_many_items_keep_types_and_dated_foundations_on_the_page() -> None:
    plan = heaviest_plan()
    page = split_depths(markdown(plan))[Depth.PAGE]
    assert plan.combination[0].name.nl in page
    assert re.search(r"En nog \d+ in het plan\.", page)


# The plan and the annex


def test_every_raised_need_and_everything_that_runs_is_in_the_plan() -> None:
    for plan in (stressed_plan(), heaviest_plan()):
        text = shown(split_depths(markdown(plan))[Depth.PLAN])
        assert all(need.name.nl in text for need in plan.raised)
        for line in plan.existing:
            assert line.name.nl[1:] in text or ran_name(line, voice())[1:] in text


def test_needs_show_the_answer_in_the_words_of_the_respondent() -> None:
    text = markdown(stressed_plan())
    assert "ernstig: elke dag of bijna overal" in text


def test_unknown_needs_are_named_as_unknown() -> None:
    plan = split_depths(markdown(stressed_plan()))[Depth.PLAN]
    unknown = next(line for line in plan.splitlines() if "Weten jullie nog niet:" in line)
    assert "angst" in unknown


@pytest.mark.parametrize(("age", "read"), [("primary", "po"), ("secondary", "vo")])
def test_a_special_school_reads_the_evidence_for_the_age_of_its_pupils(age: str, read: str) -> None:
    answers = school(
        sector="so",
        so_age=age,
        stress_pressure="serious",
        running=["stress-management"],
        fixed=["stress-management"],
        form_stress="voluntary",
    )
    text = shown(markdown(make_plan(answers, KNOWLEDGE, TODAY)))
    stress = KNOWLEDGE.catalogue.interventions["stress-management"]
    claims = (*stress.evidence, stress.limits, *stress.cautions)
    by_age = [claim for claim in claims if claim.ages]
    assert {age for claim in by_age for age in claim.ages} == {"po", "vo"}
    for claim in by_age:
        assert (claim.text.nl in text) is (read in claim.ages)


def test_what_may_do_harm_is_found_out_and_what_does_is_changed() -> None:
    running = ["cognitive-behavioural-therapy", "mindfulness"]
    told = school(sector="vo", running=running, form_cbt="class")
    lines = make_plan(told, KNOWLEDGE, TODAY).existing
    assert {line.decision for line in lines} == {Decision.CHANGE_FORM}
    assert {line.id: decision_key(line) for line in lines} == {
        "cognitive-behavioural-therapy": "change-form",
        "mindfulness": "find-out",
    }
    (harmful, _) = sorted(lines, key=lambda line: line.id)
    assert decision_key(replace(harmful, form=None)) == "change-form"


def test_a_period_that_is_under_way_is_told_as_what_is_left_of_it() -> None:
    autumn = KNOWLEDGE.catalogue.periods["autumn"]
    for day, under_way, now, never in (
        (dt.date(2026, 11, 21), "autumn", autumn.rest.nl, autumn.name.nl),
        (dt.date(2026, 10, 31), None, autumn.name.nl, autumn.rest.nl),
    ):
        answers, _ = load_answers(example_school(Lang.NL), KNOWLEDGE.questionnaire)
        plan = make_plan(replace(answers, date=day), KNOWLEDGE, TODAY)
        assert plan.under_way == under_way
        text = split_depths(markdown(plan))[Depth.PLAN]
        assert f"|{now} " in text and f"|{never} " not in text


def test_every_safeguard_stands_in_the_plan() -> None:
    for plan in (stressed_plan(), heaviest_plan()):
        text = shown(split_depths(markdown(plan))[Depth.PLAN])
        texts = [text.nl for item in plan.combination for _, text in item.safeguards]
        assert texts and all(" ".join(safeguard.split()) in text for safeguard in texts)


def test_every_number_in_the_plan_has_its_note_and_every_note_its_sources() -> None:
    text = markdown(heaviest_plan())
    parts = split_depths(text)
    noted = set(re.findall(r"^\*\*\[(\d+)\]", parts[Depth.ANNEX], re.MULTILINE))
    used = set(re.findall(r"(?<!\\)\[(\d+)\]", parts[Depth.PAGE] + parts[Depth.PLAN]))
    assert used and used <= noted
    sources = re.findall(r"^\d+\. .*gelezen\)$", parts[Depth.ANNEX], re.MULTILINE)
    numbers = re.findall(r"[Bb]ron ([\d, ]+)", parts[Depth.ANNEX])
    highest = max(int(number) for group in numbers for number in group.split(", ") if number)
    assert highest == len(sources)


def test_our_own_judgement_is_called_that() -> None:
    assert "igen oordeel" in markdown(stressed_plan())
    assert "ur own judgement" in markdown(stressed_plan(), Lang.EN)
    assert "estimate" not in re.sub(
        r"(an|our|and) estimate", "", markdown(stressed_plan(), Lang.EN)
    )


def test_the_annex_tells_why_not_for_each_type_that_is_left_out() -> None:
    plan = stressed_plan()
    annex = shown(split_depths(markdown(plan))[Depth.ANNEX])
    assert all(
        f"{left.name.nl}. {left.reasons[0].because.nl}" in annex for left in plan.not_advised
    )


def test_refused_programmes_stand_apart_and_each_asks_to_check_its_status() -> None:
    programmes = tuple(
        (programme.interventions[0], programme)
        for programme in KNOWLEDGE.catalogue.programmes.values()
    )
    annex = markdown(replace(stressed_plan(), programmes=programmes), Lang.EN)
    part = annex.partition("## Example programmes")[2].partition("\n## ")[0]
    good, _, refused = part.partition("were refused recognition")
    for _, programme in programmes:
        where = refused if programme.level is None else good
        assert f"**{escape(programme.name)}**" in where
    assert part.count("Check the current status:") == len(programmes)


# Answers in the words of the respondent


def voice(lang: Lang = Lang.NL) -> Voice:
    return Voice(KNOWLEDGE, lang)


def test_an_unknown_answer_is_no_empty_one() -> None:
    assert show_value(Ground("running", None), voice()) == "niet ingevuld of niet bekend"
    assert show_value(Ground("running", ()), voice()) == "niets hiervan"


def test_answers_are_shown_as_asked() -> None:
    assert show_ground(Ground("sector", "vo"), voice(Lang.EN)).endswith(": secondary education")
    assert show_value(Ground("first", ("low-mood",)), voice()) == "somberheid"
    assert show_value(Ground("ambition", "a *b*"), voice()) == "“a \\*b\\*”"
    assert show_value(Ground("fixed", ("buddies",)), voice()).startswith("buddy")


def test_of_a_long_answer_the_option_that_it_is_about_is_shown() -> None:
    running = Ground("running", ("mindfulness", "buddies", "guest-lesson", "coach-talks"))
    assert show_value(running, voice(Lang.EN)).endswith("; 2 more")
    assert show_value(running, voice(Lang.EN), "guest-lesson").endswith("theme week; 3 more")
    assert "more" not in show_value(running, voice(Lang.EN), most=9)


def test_sentences_end_once() -> None:
    assert [sentence(t) for t in ("a", "a.", "a?", "")] == ["A.", "A.", "A?", ""]


# JSON


def as_json(plan: Plan, lang: Lang = Lang.NL) -> dict[str, object]:
    text = interface.render(plan, KNOWLEDGE, lang, False, Format.JSON)
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


@BOTH
def test_json_has_the_keys_of_the_design_in_a_stable_order(lang: Lang) -> None:
    wanted = [
        "schema",
        "school",
        "needs",
        "existing",
        "combination",
        "not_advised",
        "open_needs",
        "coverage",
        "load",
        "implementation",
        "lasting",
        "equal_opportunities",
        "partners",
        "calendar",
        "monitoring",
        "unknowns",
        "notices",
        "runner_up",
    ]
    for plan in (bare_plan(), stressed_plan()):
        found = as_json(plan, lang)
        assert [key for key in found if key in wanted] == wanted
        assert found["schema"] == 1
        assert list(found) == list(as_json(bare_plan(), lang))


def test_json_says_what_the_plan_says() -> None:
    plan = stressed_plan()
    found = as_json(plan)
    assert [x["id"] for x in found["combination"]] == [i.id for i in plan.combination]  # type: ignore[attr-defined]
    types = {x["id"] for x in found["combination"] if x["kind"] == "intervention"}  # type: ignore[attr-defined]
    types |= {x["id"] for x in found["not_advised"]}  # type: ignore[attr-defined]
    assert types == set(KNOWLEDGE.catalogue.interventions)
    assert all(isinstance(use["asked"], int) for use in found["load"])  # type: ignore[attr-defined]
    reason = found["combination"][0]["reasons"][0]  # type: ignore[index]
    assert set(reason) == {"rule", "because", "answers", "sources"}


def test_json_keeps_unknown_answers_as_null_and_text_as_it_was() -> None:
    plan = replace(stressed_plan(), school=EVIL)
    found = as_json(plan)
    assert found["school"]["name"] == EVIL  # type: ignore[index]
    answers = [a for need in found["needs"] for a in need["answers"]]  # type: ignore[attr-defined]
    assert {"question": "anxiety", "value": None} in answers
    text = interface.render(plan, KNOWLEDGE, Lang.NL, False, Format.JSON)
    assert "\\u" not in text and text.endswith("}\n")


# Terminal


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_terminal_shows_the_plan_without_markers_in_its_width(width: int) -> None:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None)
    text = markdown(replace(stressed_plan(), school=EVIL))
    terminal.show_depths(text, console, Depth.PAGE, Depth.PLAN)
    lines = out.getvalue().splitlines()
    assert all(len(line) <= width for line in lines)
    assert "<!--" not in out.getvalue() and "\x1b" not in out.getvalue()
    assert EVIL in " ".join(out.getvalue().split())
    assert "Wat er al is" in out.getvalue() and "Bronnen" not in out.getvalue()


def on_screen(text: str, width: int) -> list[str]:
    """What a real terminal shows, line by line."""
    out = io.StringIO()
    terminal.show(text, Console(file=out, width=width, color_system=None, force_terminal=True))
    return [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in out.getvalue().splitlines()]


def long_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{5,}", text))


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("lang", list(Lang))
def test_no_word_of_the_plan_is_broken_on_the_terminal(width: int, lang: Lang) -> None:
    for plan in (stressed_plan(), the_example(), heaviest_plan()):
        for part in split_depths(markdown(plan, lang)).values():
            text = re.sub(r"<http[^>]*>", "", part)
            # Cards stand under their first cell, without the head of that column.
            least = re.sub(r"^\|[^|\n]*(?=\|.*\n\|---)", "", text, flags=re.MULTILINE)
            shown = long_words("\n".join(on_screen(text, width)))
            assert long_words(least) <= shown <= long_words(text)


def test_a_table_stays_one_while_it_is_readable_and_becomes_cards_where_it_is_not() -> None:
    text = "|Wat |Wie |Klaar als|\n|---|---|---|\n|Toetsen |team |Je ziet het rooster.|"
    assert on_screen(text, 60)[0].split() == ["Wat", "Wie", "Klaar", "als"]
    narrow = text.replace("team", "leerlingondersteuningsteam")
    assert on_screen(narrow, 40)[:3] == [
        "Toetsen",
        "  Wie: leerlingondersteuningsteam",
        "  Klaar als: Je ziet het rooster.",
    ]
    unnamed = f"{narrow}\n| |directie |Het staat er.|"
    assert on_screen(unnamed, 40)[3:6] == ["", "  Wie: directie", "  Klaar als: Het staat er."]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_fits_on_one_screen(lang: Lang) -> None:
    page = split_depths(markdown(the_example(), lang))[Depth.PAGE]
    assert len("\n".join(on_screen(page, 80)).strip().splitlines()) <= 50


def test_an_address_is_told_once() -> None:
    shown = on_screen("Kijk op <https://voorbeeld.nl/een_*twee*_drie>.", 80)
    assert shown == ["Kijk op https://voorbeeld.nl/een_*twee*_drie.", ""]


def test_an_address_from_an_answer_shows_as_it_was_written() -> None:
    answer = "Kijk op <https://voorbeeld.nl/een_twee>."
    assert on_screen(escape(answer), 80) == [answer, ""]


def test_headings_stand_out_without_any_style() -> None:
    out = io.StringIO()
    terminal.show("# Kop\n\n## Deel\n\nTekst.", Console(file=out, width=60))
    assert out.getvalue().split("\n")[:5] == ["Kop", "===", "Deel", "----", "Tekst.".ljust(60)]


def test_no_heading_is_underlined_beyond_the_screen() -> None:
    out = io.StringIO()
    terminal.show("## Een lange kop", Console(file=out, width=10))
    assert out.getvalue().split("\n")[2] == "-" * 10


def test_rendered_as_text_the_terminal_has_page_and_plan() -> None:
    text = interface.render(stressed_plan(), KNOWLEDGE, Lang.EN, False, Format.TERMINAL)
    assert "What you do this school year" in text and "Sources" not in text


# The registry and the words


def test_every_format_renders_and_is_found_by_its_suffix() -> None:
    for form in Format:
        assert interface.render(stressed_plan(), KNOWLEDGE, Lang.NL, False, form).strip()
        if form.suffix is not None:
            assert Format.of_suffix(form.suffix.upper()) is form
    assert Format.of_suffix(".pdf") is None
    assert Format.suffixes() == (".md", ".json", ".html", ".docx")


def test_the_same_plan_renders_the_same() -> None:
    assert markdown(stressed_plan()) == markdown(stressed_plan())


def word_patterns() -> set[str]:
    """The keys in the code as patterns; a part that is filled in stands for any word."""
    found = {"(col|limits)-[a-z-]+", "(hours|half-days|lessons|activities)-(one|more)"}
    found.add("(differ-rest|other-ways|actions-ask|actions-in-annex)-(one|more)")
    for path in Path(depths.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for key in re.findall(r"[\"']([a-z][a-z0-9-]*(?:\{[^{}\"']*\})?)[\"']", source):
            found.add(re.sub(r"\{.*\}", "[a-z-]+", key))
    return found


def test_every_word_of_the_formats_is_used() -> None:
    words = [key.removeprefix("fmt-") for key in KNOWLEDGE.catalogue.words if key[:4] == "fmt-"]
    used = re.compile("|".join(f"(?:{pattern})" for pattern in word_patterns()))
    assert words
    assert [key for key in words if not used.fullmatch(key)] == []


def test_there_is_a_word_for_every_closed_choice() -> None:
    words = KNOWLEDGE.catalogue.words
    choices = [
        ("status", Status),
        ("decision", Decision),
        ("runs", Runs),
        ("certainty", Certainty),
        ("cover", Cover),
        ("why", WhyNotFirm),
        ("state", State),
    ]
    wanted = [f"fmt-{name}-{member.value}" for name, kind in choices for member in kind]
    wanted += [f"fmt-lasting-{state.value}" for state in Passed if state is not Passed.WEAK]
    wanted += [f"fmt-cover-{cover.value}-word" for cover in Cover]
    wanted += [f"fmt-stops-{key}" for key in (Decision.LET_END, Decision.CHANGE_FORM, "find-out")]
    wanted += ["fmt-decision-find-out", "fmt-status-goes-on"]
    wanted += [f"fmt-read-{source.read}" for source in KNOWLEDGE.catalogue.sources.values()]
    assert [key for key in wanted if key not in words] == []


def test_both_languages_of_a_word_have_the_same_places_to_fill() -> None:
    for key, text in KNOWLEDGE.catalogue.words.items():
        places = [sorted(re.findall(r"\{(\w+)\}", part)) for part in (text.nl, text.en)]
        assert places[0] == places[1], key


def test_the_words_hold_no_claims_that_the_house_rules_forbid() -> None:
    text = (ROOT / "catalogue" / "wording.yaml").read_text(encoding="utf-8")
    assert not re.search("bewezen effectief|proven effective|—", text)
