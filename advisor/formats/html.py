"""A plan as one HTML page for paper, phone and screen reader, made from its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.formats import figures, markdown
from advisor.formats.depths import Depth, split_depths
from advisor.formats.voice import Voice
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

# Without `text_join` a bracket that is escaped, as a school may write one, stays a token apart.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("text_join")
_LOWER = {Depth.PAGE: 0, Depth.PLAN: 1, Depth.ANNEX: 1}
"""How much lower the headings of a depth stand, so that the title alone is the highest."""

_LISTED = ("h2", "h3")
_NUMBER = re.compile(r"\[(\d+)\]")
_REASON = re.compile(r"\*\*\[(\d+)\] ")
_CELLS = {"th_open": "columnheader", "td_open": "cell"}
_ROLES = {"table_open": "table", "thead_open": "rowgroup", "tbody_open": "rowgroup"}
"""Said in so many words, since a table that is shown as cards loses them in some browsers."""

_STYLE = """
:root { font: 100%/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; margin: 1.6em 0 .5em; }
h1 { font-size: 1.7rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
a { color: #0b4f8a; }
blockquote { margin: 1.2rem 0; padding: .2rem 1rem; border: 2px solid #8a1c1c; }
blockquote p { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; }
th { border-bottom: 2px solid #555; }
td { border-bottom: 1px solid #bbb; }
tr, li, figure, blockquote { break-inside: avoid; }
nav, #plan, #annex { border-top: 2px solid #555; margin-top: 2rem; }
nav ul { columns: 18rem; column-gap: 2.5rem; padding-left: 1.2rem; }
figure { margin: 1rem 0; } figcaption { font-size: .92rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; margin-bottom: .5rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media (max-width: 38rem) {
  thead { position: absolute; left: -99rem; }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid #555; padding: .4rem 0; }
  td { border: 0; padding: .1rem 0; }
  td:empty { display: none; }
  td:first-child { font-weight: bold; }
  td:not(:first-child)::before { content: attr(data-label) ": "; font-style: italic; }
}
@media print {
  @page { size: A4; margin: 16mm 18mm; }
  :root { font-size: 10pt; line-height: 1.35; } body { max-width: none; padding: 0; }
  h1, h2, h3, h4 { margin: 1em 0 .3em; } p, ul, ol, table { margin: .5em 0; }
  nav, .skip { display: none; } a { color: inherit; text-decoration: none; }
  #figures, #annex { break-before: page; } #plan, #annex { border: 0; margin: 0; }
}
"""


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The page, then what is better seen than read, then the contents, the plan and the annex."""
    voice = Voice(knowledge, lang)
    read = {
        depth: _read(text, depth)
        for depth, text in split_depths(markdown.render(plan, knowledge, lang, annex)).items()
    }
    parts = {depth: _section(depth, tokens) for depth, tokens in read.items()}
    below = [token for depth, tokens in read.items() if depth is not Depth.PAGE for token in tokens]
    skip = f'<a class="skip" href="#plan">{escape(voice.word("html-skip"))}</a>'
    page = parts.pop(Depth.PAGE)
    body = [skip, "<main>", page, figures.draw(plan, voice), _contents(below, voice)]
    return _document([*body, *parts.values(), "</main>"], _title(read[Depth.PAGE]), lang)


def render_text(text: str, lang: Lang) -> str:
    """Any Markdown of the formats as an HTML page."""
    tokens = _read(text, Depth.PAGE)
    return _document(["<main>", _section(Depth.PAGE, tokens), "</main>"], _title(tokens), lang)


def _document(body: Iterable[str], title: str, lang: Lang) -> str:
    head = (
        f'<!doctype html>\n<html lang="{lang.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(part for part in body if part) + "\n</body>\n</html>\n"


def _section(depth: Depth, tokens: list[Token]) -> str:
    inside = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return f'<section id="{depth.value}">\n{inside}</section>'


def _title(tokens: list[Token]) -> str:
    """The text of the highest heading."""
    return next(_text(t) for o, t in _pairs(tokens) if o.tag == "h1" and o.nesting == 1)


def _contents(tokens: list[Token], voice: Voice) -> str:
    """Links to the parts of the plan and the annex."""
    name = escape(voice.word("html-contents"))
    links = "\n".join(
        f'<li><a href="#{opened.attrGet("id")}">{escape(_text(inline))}</a></li>'
        for opened, inline in _pairs(tokens)
        if opened.type == "heading_open" and opened.tag in _LISTED
    )
    return f'<nav aria-label="{name}">\n<h2>{name}</h2>\n<ul>\n{links}\n</ul>\n</nav>'


def _read(text: str, depth: Depth) -> list[Token]:
    """The Markdown of a depth as tokens, with what a reader on screen needs to find the way."""
    tokens = _MARKDOWN.parse(text)
    for number, (token, following) in enumerate(_pairs(tokens)):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{int(token.tag[1]) + _LOWER[depth]}"
        if token.type == "heading_open":
            token.attrSet("id", f"{depth.value}-{number}")
        elif token.type == "paragraph_open" and depth is Depth.ANNEX:
            found = _REASON.match(following.content)
            if found:
                token.attrSet("id", f"reason-{found[1]}")
        elif token.children:
            token.children = list(_linked(token.children, depth))
    _label_cells(tokens)
    return tokens


def _pairs(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Each token with the one that follows it; the last one with itself."""
    return zip(tokens, [*tokens[1:], *tokens[-1:]], strict=True)


def _linked(children: Iterable[Token], depth: Depth) -> Iterator[Token]:
    """What is escaped as text, and outside the annex the numbers of reasons as links to it."""
    for child in children:
        if child.type == "text_special":
            yield Token("text", "", 0, content=child.content)
            continue
        if child.type != "text" or depth is Depth.ANNEX:
            yield child
            continue
        for index, part in enumerate(_NUMBER.split(child.content)):
            if index % 2:
                yield Token("link_open", "a", 1, attrs={"href": f"#reason-{part}"})
                yield Token("text", "", 0, content=f"[{part}]")
                yield Token("link_close", "a", -1)
            else:
                yield Token("text", "", 0, content=part)


def _label_cells(tokens: list[Token]) -> None:
    """Each cell with its role and the head of its column, for where a row is shown as a card."""
    heads: list[str] = []
    column = 0
    for token, following in _pairs(tokens):
        if token.type == "table_open":
            heads = []
        if token.type in _ROLES:
            token.attrSet("role", _ROLES[token.type])
        elif token.type == "tr_open":
            token.attrSet("role", "row")
            column = 0
        elif token.type in _CELLS:
            token.attrs = {"role": _CELLS[token.type]}
            if token.type == "th_open":
                token.attrSet("scope", "col")
                heads.append(_text(following))
            else:
                token.attrSet("data-label", heads[column])
                column += 1


def _text(inline: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(child.content for child in inline.children or ())
