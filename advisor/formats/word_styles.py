"""The styles of a Word document, so that a school that edits it keeps its look."""

from __future__ import annotations

from typing import Any

from advisor.formats.word_xml import element, w

TABLE, CELL, HEAD = "Advisor Table", "Advisor Cell", "Advisor Head"
CODE, LINK = "Advisor Code", "Hyperlink"
_FONT, _INK, _LINE = "Calibri", "1A1A1A", "BBBBBB"
_SIZES = {"Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5, "Heading 4": 11}


def set_styles(document: Any, language: str) -> None:
    """Give a new document its styles, and the language of its words."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles = document.styles
    for style in styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_font(style)
    _set_language(styles, language)
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.1
    for name, size in _SIZES.items():
        heading = styles[name]
        heading.font.size, heading.font.bold, heading.font.italic = Pt(size), True, False
        heading.paragraph_format.space_before = Pt(0 if name == "Heading 1" else 0.8 * size)
        heading.paragraph_format.space_after = Pt(4)
        heading.paragraph_format.keep_with_next = True
    caption = styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.italic = Pt(9), False, True
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(2)
    _box(styles["Quote"])
    _add_styles(styles)


def _add_styles(styles: Any) -> None:
    """The styles of our own: for tables, for code and for links."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for name in (CELL, HEAD):
        cell = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = styles["Normal"], Pt(9.5)
        cell.font.bold = name == HEAD or None
        cell.paragraph_format.space_after = Pt(0)
        cell.paragraph_format.keep_with_next = name == HEAD or None
    styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER).font.name = "Consolas"
    link = styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
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
        fonts.attrib.pop(w(theme), None)


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
    style.element.pPr.find(w("spacing")).addprevious(
        element("w:pBdr", element("w:left", val="single", sz="24", space="8", color=_INK))
    )


def _set_borders(style: Any) -> None:
    edges, drawn = ("top", "left", "bottom", "right"), ("top", "bottom", "insideH")
    line, none = {"val": "single", "sz": "4", "space": "0", "color": _LINE}, {"val": "nil"}
    borders = [
        element(f"w:{side}", **(line if side in drawn else none))
        for side in (*edges, "insideH", "insideV")
    ]
    margins = [element(f"w:{edge}", w="70", type="dxa") for edge in edges]
    properties = element(
        "w:tblPr", element("w:tblBorders", *borders), element("w:tblCellMar", *margins)
    )
    style.element.append(properties)
