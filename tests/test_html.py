"""The plan as one HTML page: whole, safe, the same words as the Markdown, found by link and ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Run
from known import KNOWLEDGE, SCENARIOS, TODAY, school
from markdown_it import MarkdownIt

from advisor.checking.scenarios import load_scenarios
from advisor.engine.reasoning import make_plan
from advisor.formats.depths import Depth, split_depths
from advisor.formats.interface import Format, render, render_kit
from advisor.model.plan import Plan
from advisor.texts import Lang

BOTH = pytest.mark.parametrize("lang", list(Lang))
EVIL = '<script>alert(1)</script> & | "x"'
GFM = MarkdownIt("commonmark", {"html": False}).enable("table")
ROOM = re.compile(r"(?:_{10} ?)+")
VOID = {"meta", "br"}


@dataclass
class Page(HTMLParser):
    """What a reader meets on a page: tags with their attributes, and texts with their section."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[tuple[str | None, str]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    section: str | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "section":
            self.section = dict(attrs)["id"]
        if tag not in VOID:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag
        if tag == "section":
            self.section = None

    def handle_data(self, data: str) -> None:
        if data.strip() and "style" not in self.opened:
            self.texts.append((self.section, data))


def plans() -> Iterator[Plan]:
    scenarios, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
    for one in scenarios[::6]:
        yield make_plan(one.answers, KNOWLEDGE, TODAY)


def html(plan: Plan, lang: Lang = Lang.EN, annex: bool = True) -> str:
    return render(plan, KNOWLEDGE, lang, annex, Format.HTML)


def read(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    assert page.opened == []
    return page


def letters(texts: Iterator[str]) -> str:
    """All that is said, without the spaces between parts."""
    return re.sub(r"\s+", "", "".join(texts))


@BOTH
def test_page_plan_and_annex_say_what_the_markdown_says(lang: Lang) -> None:
    for plan in plans():
        page = read(html(plan, lang))
        markdown = split_depths(render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN))
        assert list(markdown) == list(Depth)
        for depth, text in markdown.items():
            inline = (t for t in GFM.parse(text) if t.type == "inline")
            said = (child.content for token in inline for child in token.children or ())
            shown = (text for section, text in page.texts if section == depth.value)
            assert letters(shown) == letters(iter([ROOM.sub("", "".join(said))]))


@BOTH
def test_a_page_stands_alone_and_every_link_leads_somewhere(lang: Lang) -> None:
    for plan in plans():
        text = html(plan, lang)
        page = read(text)
        assert ("html", {"lang": lang.value}) in page.tags
        assert not {"script", "link", "img", "iframe", "object", "base"} & {t for t, _ in page.tags}
        assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
        assert "url(" not in text and "@import" not in text
        assert not any("src" in attrs for _, attrs in page.tags)
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(set(ids)) == len(ids)
        targets = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
        inside = {target[1:] for target in targets if target.startswith("#")}
        assert inside and inside <= set(ids)
        assert all(t.startswith(("#", "https://", "http://")) for t in targets)


def test_headings_go_down_a_step_at_a_time_from_one_title() -> None:
    for plan in plans():
        levels = [int(t[1]) for t, _ in read(html(plan)).tags if re.fullmatch(r"h[1-6]", t)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_cell_knows_its_column() -> None:
    page = read(html(next(plans())))
    cells = [attrs for tag, attrs in page.tags if tag == "td"]
    assert cells and all(cell["role"] == "cell" and cell["data-label"] for cell in cells)
    heads = [attrs for tag, attrs in page.tags if tag == "th"]
    assert all((head["role"], head["scope"]) == ("columnheader", "col") for head in heads)
    widths = [int((head["style"] or "").strip("width: %")) for head in heads]
    assert all(0 < width < 100 for width in widths)


def test_a_row_that_goes_on_knows_what_it_is_about_where_it_is_a_card() -> None:
    page = read(html(list(plans())[1]))
    cells = [attrs["data-same"] for tag, attrs in page.tags if tag == "td" and "data-same" in attrs]
    assert cells and set(cells) <= {text for _, text in page.texts}


def test_a_title_in_bold_is_a_heading() -> None:
    """A reader by ear goes from heading to heading, and on paper no heading is left behind."""
    plan = list(plans())[1]
    kit = render_kit(plan, KNOWLEDGE, Lang.EN, Format.HTML)
    assert isinstance(kit, str)
    assert kit.count("<h1") == 1 and kit.count("<h2") >= 5
    assert '<h4 id="reason-1">[1] ' in html(plan)
    assert not re.search(r"<p[^>]*><strong>[^<]*[^.:<]</strong></p>", html(plan) + kit)


def test_there_is_room_to_write_and_no_row_of_signs() -> None:
    kit = render_kit(next(plans()), KNOWLEDGE, Lang.NL, Format.HTML)
    assert isinstance(kit, str)
    assert "__" not in kit
    assert '<p class="write">Wie: <span class="room"></span>Wanneer: ' in kit


def test_a_number_with_a_hyphen_is_not_broken_over_lines() -> None:
    text = html(next(plans()))
    assert '<span class="whole">0800-2000</span>' in text
    links = re.findall(r"<a [^>]*>(.*?)</a>", text)
    assert links and not any("<span" in link for link in links)


def test_the_contents_say_what_is_part_of_what() -> None:
    text = html(next(plans()))
    nav = text[text.index("<nav") : text.index("</nav>")]
    assert re.search(r'<li><a href="#plan-\d+">The plan</a>\n<ul>\n<li>', nav)
    assert re.search(r'</ul>\n</li>\n<li><a href="#annex-\d+">Annex</a>\n<ul>', nav)


@BOTH
def test_what_a_school_writes_shows_as_just_that(lang: Lang) -> None:
    answers = replace(school(sector="vo", low_mood="serious", ambition=EVIL), school=EVIL)
    page = read(html(make_plan(answers, KNOWLEDGE, TODAY), lang))
    assert "script" not in {tag for tag, _ in page.tags}
    title = "".join(text for section, text in page.texts[:6] if section is None)
    assert EVIL in title
    assert any(EVIL in text for section, text in page.texts if section == "page")


@pytest.mark.parametrize("annex", [True, False])
def test_brackets_that_a_school_writes_are_no_link(annex: bool) -> None:
    answers = school(sector="vo", low_mood="serious", ambition="As in [1] and [99] & <b>.")
    page = read(html(make_plan(answers, KNOWLEDGE, TODAY), annex=annex))
    said = "".join(text for section, text in page.texts if section == "page")
    assert "As in [1] and [99] & <b>." in said
    targets = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert "#reason-99" not in targets
    assert ("#reason-1" in targets) is annex


@BOTH
def test_figures_count_what_the_plan_covers(lang: Lang) -> None:
    for plan in plans():
        page = read(html(plan, lang))
        blocks = [attrs for tag, attrs in page.tags if tag == "rect"]
        assert len(blocks) == len(plan.raised)
        layers = [attrs for tag, attrs in page.tags if tag == "polygon"]
        assert len(layers) in {0, len(KNOWLEDGE.catalogue.tiers)}
        drawn = [attrs for tag, attrs in page.tags if tag == "svg"]
        assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in drawn)


def test_the_suffix_and_the_name_give_html(run: Run, answers_file: Path) -> None:
    written = run("analyse", str(answers_file), "-o", "plan.html", "--annex")
    assert written.exit_code == 0
    text = Path("plan.html").read_text("utf-8")
    assert text.startswith("<!doctype html>") and text.endswith("</html>\n")
    assert run("analyse", str(answers_file), "--format", "html", "--annex").stdout == text
    kit = run("analyse", str(answers_file), "--kit", "-o", "kit.html")
    assert kit.exit_code == 0
    assert read(Path("kit.html").read_text("utf-8")).section is None
    told = run("explain", "mindfulness", str(answers_file), "--format", "html")
    assert told.exit_code == 0 and "<h1" in told.stdout


def test_without_an_annex_no_number_points_to_it() -> None:
    page = read(html(next(plans()), annex=False))
    assert {section for section, _ in page.texts} >= {"page", "plan"}
    assert "annex" not in {attrs.get("id") for _, attrs in page.tags}
    assert not any((attrs.get("href") or "").startswith("#reason") for _, attrs in page.tags)
