"""A plan as a Word document that a school can edit, made from its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from advisor.formats import markdown, word
from advisor.formats.depths import Depth, split_depths
from advisor.formats.tokens import read, text_of, title_of
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang, Text

_TABLE = Text("Tabel {n}. {what}", "Table {n}. {what}")
_LISTS = {"bullet_list_open": "List Bullet", "ordered_list_open": "List Number"}
_MARKS = {"strong": "bold", "em": "italic"}
_ROOM = re.compile(r"((?:_{10} ?)+)")
"""Room to write, as the Markdown has it; on paper it is a line, or the height of a row."""


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> bytes:
    """The page, the plan and the annex, each on a new sheet; same plan, same bytes."""
    depths = split_depths(markdown.render(plan, knowledge, lang, annex))
    return _written({depth: read(text, depth) for depth, text in depths.items()}, lang)


def render_text(text: str, lang: Lang) -> bytes:
    """Any Markdown of the formats as a Word document."""
    return _written({Depth.PAGE: read(text, Depth.PAGE)}, lang)


def _written(every: Mapping[Depth, list[Token]], lang: Lang) -> bytes:
    title = title_of(every[Depth.PAGE])
    document = word.new(title, lang)
    writer = _Writer(document, lang)
    for depth, tokens in every.items():
        writer.write(tokens, begins_sheet=depth is not Depth.PAGE)
    return word.as_bytes(document)


class _Writer:
    """Writes tokens at the end of a document."""

    def __init__(self, document: Any, lang: Lang) -> None:
        self.document = document
        self.lang = lang
        self.lists: list[str] = []
        self.numbering: int | None = None
        self.in_quote = False
        self.heading = ""
        self.tables = 0
        self.begins_sheet = False
        self.style = "Normal"

    def write(self, tokens: list[Token], begins_sheet: bool) -> None:
        """Write all tokens; the first heading may begin a sheet."""
        self.begins_sheet = begins_sheet
        left = iter(tokens)
        for token in left:
            self._write_one(token, left)

    def _write_one(self, token: Token, left: Iterator[Token]) -> None:
        match token.type:
            case "heading_open":
                self._write_heading(int(token.tag[1]), next(left))
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(_LISTS[token.type])
                if token.type == "ordered_list_open":
                    begins = int(token.attrGet("start") or 1)
                    self.numbering = word.new_numbering(self.document, begins)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "blockquote_open" | "blockquote_close":
                self.in_quote = token.nesting > 0
            case "table_open":
                self._write_table(left)
            case "paragraph_open":
                self._write_paragraph(next(left), token.attrGet("id"))

    def _write_heading(self, level: int, inline: Token) -> None:
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        paragraph.paragraph_format.page_break_before = self.begins_sheet or None
        self.begins_sheet = False
        self.heading, self.style = text_of(inline), "Normal"
        _write_inline(paragraph, inline)

    def _write_paragraph(self, inline: Token, name: str | int | float | None) -> None:
        style = self.lists[-1] if self.lists else "Quote" if self.in_quote else self.style
        self.style = "Normal"
        paragraph = self.document.add_paragraph(style=style)
        if style == "List Number" and self.numbering is not None:
            word.number(paragraph, self.numbering)
        if name is not None:
            word.bookmark(paragraph, str(name))
        if name is not None or _leads_on(inline):
            paragraph.paragraph_format.keep_with_next = True
        _write_inline(paragraph, inline)

    def _write_table(self, left: Iterator[Token]) -> None:
        """A table under its caption: the head comes back on each sheet, and no row is split."""
        rows = list(_rows(left))
        self.tables += 1
        caption = _TABLE.fill(n=self.tables, what=self.heading).say(self.lang)
        self.document.add_paragraph(caption, style="Caption")
        table = self.document.add_table(len(rows), len(rows[0]), style=word.TABLE)
        for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, inline in zip(row.cells, cells, strict=True):
                cell.paragraphs[0].style = word.CELL if at else word.HEAD
                _write_inline(cell.paragraphs[0], inline)
        word.lay_out(table, [[text_of(cell) for cell in row] for row in rows])
        self.style = word.AFTER_TABLE


def _leads_on(inline: Token) -> bool:
    """Whether a paragraph leads to what follows it: in bold alone, or with a colon at its end."""
    kinds = [child.type for child in inline.children or ()]
    is_strong = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]
    return is_strong or text_of(inline).endswith(":")


def _rows(left: Iterator[Token]) -> Iterator[list[Token]]:
    """The cells of each row, the head first."""
    cells: list[Token] = []
    for token in left:
        if token.type == "table_close":
            return
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            yield cells


def _write_inline(paragraph: Any, inline: Token) -> None:
    """Runs of text with their marks, links, breaks, and room to write."""
    marks: dict[str, bool] = {}
    link: str | None = None
    word.rule(paragraph, len(_ROOM.findall(text_of(inline))))
    for child in inline.children or ():
        name, _, side = child.type.rpartition("_")
        if name in _MARKS:
            marks[_MARKS[name]] = side == "open"
        elif name == "link":
            link = str(child.attrGet("href")) if side == "open" else None
        elif child.type == "hardbreak":
            paragraph.add_run().add_break()
        elif child.type == "softbreak":
            paragraph.add_run(" ")
        elif link is not None:
            word.add_link(paragraph, child.content, link)
        else:
            _write_text(paragraph, child, marks)


def _write_text(paragraph: Any, child: Token, marks: Mapping[str, bool]) -> None:
    for index, part in enumerate(_ROOM.split(child.content)):
        if part and (index % 2 == 0 or not word.is_in_table(paragraph)):
            run = paragraph.add_run("\t " if index % 2 else part)
            for mark, on in marks.items():
                setattr(run, mark, on or None)
            if child.type == "code_inline":
                run.style = word.CODE
