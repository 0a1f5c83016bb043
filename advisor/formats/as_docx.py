"""A plan as a Word document that a school can edit, made from its Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from advisor.formats import markdown, word, word_styles
from advisor.formats.depths import Depth, split_depths
from advisor.formats.tokens import ROOM, leads_on, pairs, read, text_of, title_of
from advisor.formats.voice import uncapital
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang, Text

_TABLE = Text("Tabel {n}. {what}", "Table {n}. {what}")
_LISTS = {"bullet_list_open": "List Bullet", "ordered_list_open": "List Number"}
_MARKS = {"strong": "bold", "em": "italic"}
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
"""A hyphen in a number, such as that of a telephone, or in a school year."""


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
        self.heading = self.lead = ""
        self.tables = 0
        self.crowded: frozenset[str] = frozenset()
        self.begins_sheet = self.after_table = False
        self.above: Any = None

    def write(self, tokens: list[Token], begins_sheet: bool) -> None:
        """Write all tokens; the first heading may begin a sheet."""
        self.begins_sheet, self.crowded = begins_sheet, _crowded(tokens)
        left = iter(tokens)
        for token in left:
            self._write_one(token, left)

    def _write_one(self, token: Token, left: Iterator[Token]) -> None:
        match token.type:
            case "heading_open":
                self._write_heading(token, next(left))
            case "bullet_list_open" | "ordered_list_open":
                self._keep_above()
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
                self._write_paragraph(token, next(left))

    def _write_heading(self, opened: Token, inline: Token) -> None:
        paragraph = self.document.add_paragraph(style=f"Heading {opened.tag[1]}")
        paragraph.paragraph_format.page_break_before = self.begins_sheet or None
        self.begins_sheet = self.after_table = False
        self.heading, self.lead, self.above = text_of(inline), "", None
        _mark(paragraph, opened)
        _write_inline(paragraph, inline)

    def _write_paragraph(self, opened: Token, inline: Token) -> None:
        style = self.lists[-1] if self.lists else "Quote" if self.in_quote else "Normal"
        paragraph = self.document.add_paragraph(style=style)
        if self.after_table:
            word.keep_off(paragraph)
        if style == "List Number" and self.numbering is not None:
            word.number(paragraph, self.numbering)
        if not self.lists and leads_on(inline):
            paragraph.paragraph_format.keep_with_next = True
        self.lead, self.after_table = text_of(inline), False
        self.above = None if self.lists else paragraph
        _mark(paragraph, opened)
        _write_inline(paragraph, inline)

    def _write_table(self, left: Iterator[Token]) -> None:
        """A table under its caption: the head comes back on each sheet, and no row is split."""
        rows = list(_rows(left))
        self.tables += 1
        self._keep_above()
        caption = _TABLE.fill(n=self.tables, what=self._what(rows)).say(self.lang)
        self.document.add_paragraph(caption, style="Caption")
        table = self.document.add_table(len(rows), len(rows[0]), style=word_styles.TABLE)
        for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, inline in zip(row.cells, cells, strict=True):
                cell.paragraphs[0].style = word_styles.CELL if at else word_styles.HEAD
                _write_inline(cell.paragraphs[0], inline)
        texts = [[text_of(cell) for cell in row] for row in rows]
        word.lay_out(table, texts)
        word.join_rows(table, [not row[0] for row in texts])
        self.lead, self.after_table, self.above = "", True, None

    def _keep_above(self) -> None:
        """A list or a table stays with the paragraph that it is below."""
        if self.above is not None:
            self.above.paragraph_format.keep_with_next = True

    def _what(self, rows: list[list[Token]]) -> str:
        """The heading above a table; with other tables there, also what sets it apart."""
        if self.heading not in self.crowded:
            return self.heading
        apart = self.lead.removesuffix(":") if self.lead.endswith(":") else text_of(rows[0][0])
        return f"{self.heading} ({uncapital(apart)})"


def _crowded(tokens: list[Token]) -> frozenset[str]:
    """The headings that have more than one table."""
    heading, found = "", Counter[str]()
    for token, following in pairs(tokens):
        if token.type == "heading_open":
            heading = text_of(following)
        found[heading] += token.type == "table_open"
    return frozenset(one for one, count in found.items() if count > 1)


def _mark(paragraph: Any, opened: Token) -> None:
    """Where a number of a reason leads to."""
    name = opened.attrGet("id")
    if name is not None:
        word.bookmark(paragraph, str(name))


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
    word.rule(paragraph, len(ROOM.findall(text_of(inline))))
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
    for index, part in enumerate(ROOM.split(child.content)):
        if part and (index % 2 == 0 or not word.is_in_table(paragraph)):
            run = paragraph.add_run()
            word.add_text(run, ["\t "] if index % 2 else _RANGE.split(part))
            for mark, on in marks.items():
                setattr(run, mark, on or None)
            if child.type == "code_inline":
                run.style = word_styles.CODE
