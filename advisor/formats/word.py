"""What Word needs besides text: styles, numbering, links, fields, room to write, fixed bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import Any

from advisor.texts import Lang, Text

TABLE, CELL, HEAD = "Advisor Table", "Advisor Cell", "Advisor Head"
AFTER_TABLE, CODE = "Advisor After Table", "Advisor Code"
_LINK = "Hyperlink"
_PAGE = Text("bladzijde ", "page ")
_OF = Text(" van ", " of ")
_LANGUAGE = {Lang.NL: "nl-NL", Lang.EN: "en-GB"}
_WIDE, _LETTER, _PAD = 17.0, 0.19, 0.35
"""Centimetres: the width of the text, of a letter in a table, and of the edges of a cell."""

_FONT, _INK, _LINE = "Calibri", "1A1A1A", "BBBBBB"
_SIZES = {"Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5, "Heading 4": 11}
_MOMENT = dt.datetime(2026, 1, 1)
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Fixed moments, so that the same plan gives the same bytes."""


def new(title: str, lang: Lang) -> Any:
    """An empty document on A4 with its styles, its title above and its page number below."""
    import docx
    from docx.shared import Cm

    document: Any = docx.Document()
    _drop_thumbnail(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _set_styles(document, lang)
    # Each paragraph asks for its style by name, which python-docx looks up in all of them.
    document.part.get_style_id = cache(document.part.get_style_id)
    _set_properties(document, title, lang)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.text = title
    foot.add_run(_PAGE.say(lang))
    _add_field(foot, "PAGE")
    foot.add_run(_OF.say(lang))
    _add_field(foot, "NUMPAGES")
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


def _set_styles(document: Any, lang: Lang) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles = document.styles
    for style in styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_font(style)
    _set_language(styles, _LANGUAGE[lang])
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.1
    for name, size in _SIZES.items():
        heading = styles[name]
        heading.font.size, heading.font.bold, heading.font.italic = Pt(size), True, False
        heading.paragraph_format.space_before = Pt(size)
        heading.paragraph_format.space_after = Pt(4)
        heading.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
    caption = styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.italic = Pt(9), False, True
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(2)
    _box(styles["Quote"])
    _add_styles(styles)


def _add_styles(styles: Any) -> None:
    """The styles of our own: for tables and what follows them, for code and for links."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for name in (CELL, HEAD):
        cell = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = styles["Normal"], Pt(9.5)
        cell.font.bold = name == HEAD or None
        cell.paragraph_format.space_after = Pt(0)
        cell.paragraph_format.keep_with_next = name == HEAD or None
    after = styles.add_style(AFTER_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    after.base_style, after.paragraph_format.space_before = styles["Normal"], Pt(6)
    styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER).font.name = "Consolas"
    link = styles.add_style(_LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    table = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = styles["Table Grid"]
    _set_borders(table)


def _set_font(style: Any) -> None:
    """One font and one colour everywhere: the template has its own for headings."""
    from docx.shared import RGBColor

    style.font.name = _FONT
    style.font.color.rgb = RGBColor.from_string(_INK)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_w(theme), None)


def _set_language(styles: Any, code: str) -> None:
    from docx.oxml.ns import qn

    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), code)


def _box(style: Any) -> None:
    """A line on the left, so that a referral stands out without colour."""
    from docx.shared import Cm, Pt

    style.font.italic = False
    style.paragraph_format.left_indent = Cm(0.4)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.keep_together = True
    # Word refuses a file whose elements stand in another order than its schema has.
    style.element.pPr.find(_w("spacing")).addprevious(
        _element("w:pBdr", _element("w:left", val="single", sz="24", space="8", color=_INK))
    )


def _set_borders(style: Any) -> None:
    edges, drawn = ("top", "left", "bottom", "right"), ("top", "bottom", "insideH")
    line, none = {"val": "single", "sz": "4", "space": "0", "color": _LINE}, {"val": "nil"}
    borders = [
        _element(f"w:{side}", **(line if side in drawn else none))
        for side in (*edges, "insideH", "insideV")
    ]
    margins = [_element(f"w:{edge}", w="70", type="dxa") for edge in edges]
    properties = _element(
        "w:tblPr", _element("w:tblBorders", *borders), _element("w:tblCellMar", *margins)
    )
    style.element.append(properties)


def lay_out(table: Any, rows: Sequence[Sequence[str]]) -> None:
    """The widths of the columns by what they hold; the head comes back, no row is split."""
    from docx.shared import Cm

    table.autofit = False
    widths = [Cm(width) for width in _widths(rows)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    table.rows[0]._tr.trPr.append(_element("w:tblHeader"))


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Each column at least its longest word; the rest goes to the columns that hold more.

    The columns that hold most get less than their share: a few lines more do not hurt them. What
    is written by hand takes more than what is printed.
    """
    columns = [[one.replace("_", "___") for one in column] for column in zip(*rows, strict=True)]
    words = [
        max((len(w.strip("_")) for one in column for w in one.split()), default=1)
        for column in columns
    ]
    least = [_LETTER * word + _PAD for word in words]
    wanted = [(_LETTER * max(map(len, column)) + _PAD) ** 0.7 for column in columns]
    spare = max(_WIDE - sum(least), 0.0) / sum(wanted)
    widths = [low + spare * want for low, want in zip(least, wanted, strict=True)]
    return [width * _WIDE / sum(widths) for width in widths]


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
    paragraph._p.append(_element("w:bookmarkStart", id=number, name=_anchor(name)))
    paragraph._p.append(_element("w:bookmarkEnd", id=number))


def add_link(paragraph: Any, text: str, target: str) -> None:
    """A link to a page, or to a place in the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    link = _element("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), _anchor(target[1:]))
    else:
        relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    if not target.startswith("#"):
        run.style = _LINK
    link.append(run._r)
    paragraph._p.append(link)


def rule(paragraph: Any, rooms: int) -> None:
    """Room to write: lines up to tabs that share the width, or in a table a higher row."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    if rooms and is_in_table(paragraph):
        row = next(paragraph._p.iterancestors(_w("tr"))).get_or_add_trPr()
        if row.find(_w("trHeight")) is None:
            row.append(_element("w:trHeight", val="900", hRule="atLeast"))
        return
    for at in range(1, rooms + 1):
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(_WIDE * at / rooms), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def is_in_table(paragraph: Any) -> bool:
    """Whether a paragraph stands in a cell."""
    return next(paragraph._p.iterancestors(_w("tr")), None) is not None


def _add_field(paragraph: Any, name: str) -> None:
    """A value that Word counts itself, such as the number of a page."""
    run = paragraph.add_run()
    run._r.append(_element("w:fldChar", fldCharType="begin"))
    code = _element("w:instrText")
    code.text = name
    run._r.append(code)
    run._r.append(_element("w:fldChar", fldCharType="end"))


def _anchor(name: str) -> str:
    return name.replace("-", "_")


def _element(tag: str, /, *inside: Any, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(_w(key), value)
    element.extend(inside)
    return element


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
