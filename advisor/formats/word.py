"""What Word needs besides text: tables, numbering, links, fields, room to write, fixed bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import Any

from advisor.formats.columns import WIDE, widths
from advisor.formats.word_styles import LINK, set_styles
from advisor.formats.word_xml import element, w
from advisor.texts import Lang, Text

_PAGE = Text("bladzijde ", "page ")
_OF = Text(" van ", " of ")
_LANGUAGE = {Lang.NL: "nl-NL", Lang.EN: "en-GB"}
_MOMENT = dt.datetime(2026, 1, 1)
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Fixed moments, so that the same plan gives the same bytes."""


def new(title: str, lang: Lang) -> Any:
    """An empty document on A4 with its styles, and below its page number.

    From the second page its title stands above; on the first it would stand there twice.
    """
    import docx
    from docx.shared import Cm

    document: Any = docx.Document()
    _drop_thumbnail(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    set_styles(document, _LANGUAGE[lang])
    # Each paragraph asks for its style by name, which python-docx looks up in all of them.
    document.part.get_style_id = cache(document.part.get_style_id)
    _set_properties(document, title, lang)
    section.header.paragraphs[0].text = title
    section.different_first_page_header_footer = True
    for footer in (section.footer, section.first_page_footer):
        _number_pages(footer.paragraphs[0], lang)
    return document


def _drop_thumbnail(document: Any) -> None:
    """The template has a picture of itself, which would stand for every plan."""
    relations = document.part.package.rels
    for name in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[name]


def as_bytes(document: Any) -> bytes:
    """The file, with nothing in it of the moment at which it was made."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for entry in source.infolist():
            name = zipfile.ZipInfo(entry.filename, _ZIP_MOMENT)
            target.writestr(name, source.read(entry), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _set_properties(document: Any, title: str, lang: Lang) -> None:
    properties = document.core_properties
    properties.title, properties.language = title[:255], _LANGUAGE[lang]
    properties.author = properties.last_modified_by = "advisor"
    properties.comments = ""
    properties.created = properties.modified = _MOMENT


def lay_out(table: Any, rows: Sequence[Sequence[str]]) -> None:
    """The widths of the columns by what they hold; the head comes back, no row is split."""
    from docx.shared import Cm

    table.autofit = False
    of_columns = [Cm(width) for width in widths(rows)]
    for column, width in zip(table.columns, of_columns, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, of_columns, strict=True):
            cell.width = width
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    table.rows[0]._tr.trPr.append(element("w:tblHeader"))


def join_rows(table: Any, goes_on: Sequence[bool]) -> None:
    """Keep a row that goes on with the one above on its sheet, without a line in its first cell."""
    has_more = (*goes_on[1:], False)
    for row, going, more in zip(table.rows, goes_on, has_more, strict=True):
        first = row.cells[0]
        # In the order that Word asks for: top before bottom.
        sides = [side for side, drop in (("top", going), ("bottom", more)) if drop]
        if sides:
            nothing = [element(f"w:{side}", val="nil") for side in sides]
            first._tc.get_or_add_tcPr().append(element("w:tcBorders", *nothing))
        for cell in row.cells if more else ():
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def keep_off(paragraph: Any) -> None:
    """Room between a table and what follows it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(6)


def new_numbering(document: Any, start: int) -> int:
    """A numbering that begins anew, since Word counts on from list to list."""
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    (abstract,) = (num.abstractNumId.val for num in numbering.num_lst if num.numId == used)
    num = numbering.add_num(abstract)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(num.get(qn("w:numId")))


def number(paragraph: Any, numbering: int) -> None:
    """Let a paragraph count in that numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def bookmark(paragraph: Any, name: str) -> None:
    """A place that links in the document lead to."""
    number = "".join(filter(str.isdigit, name))
    paragraph._p.append(element("w:bookmarkStart", id=number, name=_anchor(name)))
    paragraph._p.append(element("w:bookmarkEnd", id=number))


def add_text(run: Any, parts: Sequence[str]) -> None:
    """Parts with a hyphen between them at which no line ends."""
    for number, part in enumerate(parts):
        if number:
            run._r.append(element("w:noBreakHyphen"))
        run.add_text(part)


def add_link(paragraph: Any, text: str, target: str) -> None:
    """A link to a page, or to a place in the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    link = element("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), _anchor(target[1:]))
    else:
        relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    if not target.startswith("#"):
        run.style = LINK
    link.append(run._r)
    paragraph._p.append(link)


def rule(paragraph: Any, rooms: int) -> None:
    """Room to write: lines up to tabs that share the width, or in a table a higher row."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    if rooms and is_in_table(paragraph):
        row = next(paragraph._p.iterancestors(w("tr"))).get_or_add_trPr()
        if row.find(w("trHeight")) is None:
            row.append(element("w:trHeight", val="720", hRule="atLeast"))
        return
    if rooms:
        _keep_with_previous(paragraph)
    for at in range(1, rooms + 1):
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(WIDE * at / rooms), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def _keep_with_previous(paragraph: Any) -> None:
    """Word only knows what keeps with the next."""
    previous = paragraph._p.getprevious()
    if previous is not None and previous.tag == w("p"):
        previous.get_or_add_pPr().keepNext_val = True


def is_in_table(paragraph: Any) -> bool:
    """Whether a paragraph stands in a cell."""
    return next(paragraph._p.iterancestors(w("tr")), None) is not None


def _number_pages(foot: Any, lang: Lang) -> None:
    foot.add_run(_PAGE.say(lang))
    _add_field(foot, "PAGE")
    foot.add_run(_OF.say(lang))
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Any, name: str) -> None:
    """A value that Word counts itself, such as the number of a page."""
    run = paragraph.add_run()
    run._r.append(element("w:fldChar", fldCharType="begin"))
    code = element("w:instrText")
    code.text = name
    run._r.append(code)
    run._r.append(element("w:fldChar", fldCharType="end"))


def _anchor(name: str) -> str:
    return name.replace("-", "_")
