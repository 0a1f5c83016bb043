"""The plan as a Word document: the same words as the Markdown, styles to edit with, same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import Run
from docx.oxml.ns import qn
from known import KNOWLEDGE, SCENARIOS, TODAY, school
from markdown_it import MarkdownIt

from advisor.checking.scenarios import load_scenarios
from advisor.engine.reasoning import make_plan
from advisor.formats.columns import WIDE, widths
from advisor.formats.depths import split_depths
from advisor.formats.interface import Format, render, render_kit
from advisor.model.plan import Plan
from advisor.texts import Lang

BOTH = pytest.mark.parametrize("lang", list(Lang))
EVIL = '<script>alert(1)</script> & | "x"'
GFM = MarkdownIt("commonmark", {"html": False}).enable("table")
ROOM = re.compile(r"(?:_{10} ?)+")


def plans() -> Iterator[Plan]:
    scenarios, _ = load_scenarios(SCENARIOS, KNOWLEDGE)
    for one in scenarios[::9]:
        yield make_plan(one.answers, KNOWLEDGE, TODAY)


def word(plan: Plan, lang: Lang = Lang.EN, annex: bool = True) -> bytes:
    made = render(plan, KNOWLEDGE, lang, annex, Format.DOCX)
    assert isinstance(made, bytes)
    return made


def opened(made: bytes) -> Any:
    return docx.Document(io.BytesIO(made))


def paragraphs(document: Any) -> Iterator[Any]:
    """All paragraphs in the order of the document, those in tables included."""
    for element in document.element.body.iter(qn("w:p")):
        yield docx.text.paragraph.Paragraph(element, document)


def letters(texts: Iterator[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def said_by(markdown: str) -> str:
    inline = (token for token in GFM.parse(markdown) if token.type == "inline")
    children = (child.content for token in inline for child in token.children or ())
    return letters(ROOM.sub("", "".join(children)).splitlines())


@BOTH
def test_the_document_says_what_the_markdown_says_in_the_same_order(lang: Lang) -> None:
    for plan in plans():
        markdown = render(plan, KNOWLEDGE, lang, True, Format.MARKDOWN)
        assert isinstance(markdown, str)
        markdown = "\n".join(split_depths(markdown).values())
        shown = (p.text for p in paragraphs(opened(word(plan, lang))) if p.style.name != "Caption")
        assert letters(shown) == said_by(markdown)


def test_headings_lists_tables_and_captions_have_real_styles() -> None:
    document = opened(word(next(plans())))
    used = {paragraph.style.name for paragraph in paragraphs(document)}
    assert used >= {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Caption"}
    levels = [int(n[-1]) for p in paragraphs(document) if (n := p.style.name).startswith("Heading")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    captions = [p.text for p in paragraphs(document) if p.style.name == "Caption"]
    assert len(captions) == len(document.tables)
    assert [text.split(".")[0] for text in captions] == [
        f"Table {n}" for n in range(1, len(captions) + 1)
    ]


def test_a_row_is_not_split_and_the_head_of_a_table_comes_back() -> None:
    document = opened(word(next(plans())))
    assert document.tables
    for table in document.tables:
        first, *rest = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in rest)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        widths = [cell.width.cm for cell in first.cells]
        assert sum(widths) == pytest.approx(17, abs=0.1)


def test_a_row_that_goes_on_stays_with_the_one_above_without_a_line() -> None:
    document = opened(word(list(plans())[1]))
    rows = [row for table in document.tables for row in table.rows[1:]]
    going = [number for number, row in enumerate(rows) if not row.cells[0].text]
    assert going
    for number in going:
        above, here = rows[number - 1], rows[number]
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in above.cells)
        for row, side in ((above, "bottom"), (here, "top")):
            borders = row.cells[0]._tc.tcPr.find(qn("w:tcBorders"))
            assert borders.find(qn(f"w:{side}")).get(qn("w:val")) == "nil"


def test_each_table_has_a_caption_of_its_own_under_a_heading() -> None:
    document = opened(word(list(plans())[1], Lang.NL))
    heading, captions = "", []
    for paragraph in paragraphs(document):
        if paragraph.style.name.startswith("Heading"):
            heading = paragraph.text
        elif paragraph.style.name == "Caption":
            what = paragraph.text.split(". ", 1)[1]
            assert what.startswith(heading)
            captions.append((heading, what))
    assert ("Besluiten", "Besluiten") in captions
    heading = "Overzicht: welk onderdeel helpt waar"
    assert (heading, f"{heading} (voor wie)") in captions
    assert ("Kalender", "Kalender (de jaren daarna)") in captions


def test_columns_are_as_wide_as_their_words_and_give_room_to_what_is_long() -> None:
    long = "Regel toestemming van leerling en ouders, een plek en een tijd. " * 2
    rows = [["Vraag", "Wat", "Wie", "Wanneer"], ["Zorg", long, "zorgcoördinator", "januari 2027"]]
    question, what, who, when = widths(rows)
    assert question < when < who < what
    assert sum(widths(rows)) == pytest.approx(WIDE)
    assert who < 3.2 and when > 2.3
    by_hand, printed = widths([["Besluit", "Wie"], ["_" * 10, "Mentoren"]])
    assert by_hand > printed
    question, *ticks = widths([["Vraag", *["nog niet begonnen"] * 5], [long, *"ooooo"]])
    assert question > 2 * max(ticks)
    assert sum(widths([["x" * 80, "y" * 80], ["", ""]])) == pytest.approx(WIDE)


def test_a_number_with_a_hyphen_is_not_broken_over_lines() -> None:
    document = opened(word(next(plans())))
    (told,) = (p for p in document.paragraphs if "0800-2000" in p.text)
    assert told._p.find(f".//{qn('w:noBreakHyphen')}") is not None


def test_what_leads_to_a_list_or_a_table_stays_with_it() -> None:
    document = opened(word(next(plans())))
    body = list(document.element.body)
    kept = {"Caption", "Advisor Head"}
    kept |= {name for p in paragraphs(document) if (name := p.style.name).startswith("Heading")}
    for element, following in pairwise(body):
        if element.tag != qn("w:p"):
            continue
        paragraph = docx.text.paragraph.Paragraph(element, document)
        keeps = paragraph.paragraph_format.keep_with_next or paragraph.style.name in kept
        is_bold = bool(paragraph.runs) and all(run.bold for run in paragraph.runs)
        is_list = paragraph.style.name.startswith("List")
        leads = following.tag == qn("w:tbl") or "List" in (getattr(following, "style", None) or "")
        if leads or paragraph.text.endswith(":") or is_bold:
            assert keeps or is_list, paragraph.text


@BOTH
def test_the_school_stands_above_and_the_page_number_below(lang: Lang) -> None:
    """On the first page the school stands in the title already."""
    plan = next(plans())
    section = opened(word(plan, lang)).sections[0]
    assert plan.school in section.header.paragraphs[0].text
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        fields = [element.text for element in foot._p.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert foot.text == {Lang.NL: "bladzijde  van ", Lang.EN: "page  of "}[lang]
    assert (section.page_width.cm, section.page_height.cm) == (
        pytest.approx(21, abs=0.01),
        pytest.approx(29.7, abs=0.01),
    )


def test_the_same_plan_gives_the_same_bytes_without_a_moment() -> None:
    plan = next(plans())
    made = word(plan)
    assert made == word(plan)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.testzip() is None


def test_each_numbered_list_begins_at_one() -> None:
    document = opened(word(next(plans())))
    numbered = [p for p in document.paragraphs if p.style.name == "List Number"]
    used = dict.fromkeys(p._p.pPr.numPr.numId.val for p in numbered)
    markdown = render(next(plans()), KNOWLEDGE, Lang.EN, True, Format.MARKDOWN)
    assert isinstance(markdown, str)
    lists = [token for token in GFM.parse(markdown) if token.type == "ordered_list_open"]
    assert len(used) == len(lists) > 1
    starts = document.part.numbering_part.element.iter(qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["1"] * len(lists)


def test_every_link_inside_leads_somewhere() -> None:
    body = opened(word(next(plans()))).element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(marks) > 0
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert links and links <= set(marks)


@BOTH
def test_what_a_school_writes_shows_as_just_that(lang: Lang) -> None:
    answers = replace(school(sector="vo", low_mood="serious", ambition=EVIL), school=EVIL)
    document = opened(word(make_plan(answers, KNOWLEDGE, TODAY), lang))
    texts = [p.text for p in document.paragraphs]
    assert EVIL in texts[0]
    assert any(EVIL in text for text in texts[1:])
    assert EVIL in document.sections[0].header.paragraphs[0].text
    assert EVIL in document.core_properties.title


@BOTH
def test_the_kit_has_room_to_write(lang: Lang) -> None:
    answers = school(sector="vo", low_mood="serious", running=["guest-lesson"], fixed=[])
    made = render_kit(make_plan(answers, KNOWLEDGE, TODAY), KNOWLEDGE, lang, Format.DOCX)
    assert isinstance(made, bytes)
    document = opened(made)
    assert not any("__" in p.text for p in paragraphs(document))
    lines = [p for p in document.paragraphs if "\t" in p.text]
    assert len(lines) == 2 * len(KNOWLEDGE.catalogue.implementation)
    assert all(len(p.paragraph_format.tab_stops) == p.text.count("\t") for p in lines)
    heights = list(document.element.body.iter(qn("w:trHeight")))
    assert len(heights) == len(document.tables[0].rows) - 1


def test_the_suffix_gives_a_document_and_a_pipe_gives_its_bytes(
    run: Run, answers_file: Path
) -> None:
    written = run("analyse", str(answers_file), "-o", "plan.docx")
    assert written.exit_code == 0
    made = Path("plan.docx").read_bytes()
    assert opened(made).paragraphs
    assert run("analyse", str(answers_file), "--format", "docx").stdout_bytes == made
    told = run("explain", "mindfulness", str(answers_file), "-o", "why.docx")
    assert told.exit_code == 0
    assert opened(Path("why.docx").read_bytes()).paragraphs[0].style.name == "Heading 1"


def test_elements_stand_in_the_order_that_word_asks_for() -> None:
    """The order of ISO 29500 for what is put in by hand; Word calls another order damaged."""
    orders = {
        "w:pPr": (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
            "spacing ind contextualSpacing jc outlineLvl rPr"
        ),
        "w:tblBorders": "top left bottom right insideH insideV",
        "w:tblCellMar": "top left bottom right",
        "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
        "w:tcBorders": "top left bottom right",
        "w:tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook",
    }
    document = opened(word(next(plans())))
    for root in (document.element, document.styles.element):
        for name, order in orders.items():
            known = [qn(f"w:{part}") for part in order.split()]
            for element in root.iter(qn(name)):
                places = [known.index(child.tag) for child in element if child.tag in known]
                assert places == sorted(places), (name, [child.tag for child in element])
    for name in ("w:pBdr", "w:tblBorders", "w:tblCellMar"):
        assert document.styles.element.find(f".//{qn(name)}") is not None
