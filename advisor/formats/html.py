"""A plan as one HTML page for paper, phone and screen reader, made from its Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markdown_it.token import Token

from advisor.formats import figures, markdown
from advisor.formats.depths import Depth, split_depths
from advisor.formats.marks import mark
from advisor.formats.tokens import MARKDOWN, pairs, read, text_of, title_of
from advisor.formats.voice import Voice
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

_STYLE = """
:root { font: 100%/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; margin: 1.6em 0 .5em; }
h1 { font-size: 1.7rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; } .lead, p:has(+ ul, + ol, + table) { break-after: avoid; }
a { color: #0b4f8a; }
blockquote { margin: 1.2rem 0; padding: .2rem 1rem; border: 2px solid #8a1c1c; }
blockquote p { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; }
th { border-bottom: 2px solid #555; }
td { border-bottom: 1px solid #bbb; }
tr, li, figure, blockquote, .lead, .write { break-inside: avoid; }
nav, #plan, #annex { border-top: 2px solid #555; margin-top: 2rem; }
nav > ul { columns: 18rem; column-gap: 2.5rem; padding-left: 1.2rem; }
nav ul ul { padding-left: 1.2rem; }
li > p { margin: 0; }
tr:has(+ tr > td:first-child:empty) { break-after: avoid; }
tr:has(+ tr > td:first-child:empty) > td:first-child { border-bottom-color: transparent; }
td.write { height: 2.2rem; min-width: 5rem; }
p.write { display: flex; gap: 0 .5rem; align-items: baseline; break-before: avoid; }
.write .room { min-height: 1.7rem; }
p.write .room { flex: 1; border-bottom: 1px solid #555; }
.whole { white-space: nowrap; }
hr { margin: 2.2rem 0; border: 0; border-top: 1px solid #555; }
figure { margin: 1rem 0; } figcaption { font-size: .92rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; margin-bottom: .5rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media (max-width: 38rem) {
  table, thead, tbody, tr, th, td { display: block; }
  th { width: auto !important; border: 0; padding: 0; font-style: italic; font-weight: normal; }
  th:not(:first-child) { position: absolute; left: -99rem; }
  tr { border-bottom: 1px solid #555; padding: .4rem 0; }
  td { border: 0; padding: .1rem 0; }
  td:empty:not(.write):not([data-same]) { display: none; }
  td[data-same]::before { content: attr(data-same); }
  td.write { display: flex; gap: .5rem; align-items: baseline; }
  td.write .room { flex: 1; border-bottom: 1px solid #555; }
  td:first-child { font-weight: bold; }
  td:not(:first-child)::before { content: attr(data-label) ": "; font-style: italic; }
}
@media print {
  @page {
    size: A4; margin: 16mm 18mm;
    @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; }
  }
  :root { font-size: 10pt; line-height: 1.35; } body { max-width: none; padding: 0; }
  h1, h2, h3, h4 { margin: 1em 0 .3em; } p, ul, ol, table { margin: .5em 0; }
  p.write { margin: .2em 0; } .write .room { min-height: 1.5rem; }
  nav, .skip { display: none; } a { color: inherit; text-decoration: none; }
  #figures, #annex { break-before: page; } #plan, #annex { border: 0; margin: 0; }
}
"""


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The page, then what is better seen than read, then the contents, the plan and the annex."""
    voice = Voice(knowledge, lang)
    every = {
        depth: mark(read(text, depth), depth)
        for depth, text in split_depths(markdown.render(plan, knowledge, lang, annex)).items()
    }
    parts = {depth: _section(depth, tokens) for depth, tokens in every.items()}
    below = [
        token for depth, tokens in every.items() if depth is not Depth.PAGE for token in tokens
    ]
    skip = f'<a class="skip" href="#plan">{escape(voice.word("html-skip"))}</a>'
    page = parts.pop(Depth.PAGE)
    body = [skip, "<main>", page, figures.draw(plan, voice), _contents(below, voice)]
    return _document([*body, *parts.values(), "</main>"], title_of(every[Depth.PAGE]), lang)


def render_text(text: str, lang: Lang) -> str:
    """Any Markdown of the formats as an HTML page."""
    tokens = mark(read(text, Depth.PAGE), Depth.PAGE)
    return _document(["<main>", _section(Depth.PAGE, tokens), "</main>"], title_of(tokens), lang)


def _document(body: Iterable[str], title: str, lang: Lang) -> str:
    head = (
        f'<!doctype html>\n<html lang="{lang.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(part for part in body if part) + "\n</body>\n</html>\n"


def _section(depth: Depth, tokens: list[Token]) -> str:
    inside = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return f'<section id="{depth.value}">\n{inside}</section>'


def _contents(tokens: list[Token], voice: Voice) -> str:
    """Links to the plan and the annex, each with links to its parts."""
    name = escape(voice.word("html-contents"))
    links: list[tuple[str, list[str]]] = []
    for opened, inline in pairs(tokens):
        link = f'<a href="#{opened.attrGet("id")}">{escape(text_of(inline))}</a>'
        if opened.type == "heading_open" and opened.tag == "h2":
            links.append((link, []))
        elif opened.type == "heading_open" and opened.tag == "h3":
            links[-1][1].append(f"<li>{link}</li>")
    told = "\n".join(_nested(link, inside) for link, inside in links)
    return f'<nav aria-label="{name}">\n<h2>{name}</h2>\n<ul>\n{told}\n</ul>\n</nav>'


def _nested(link: str, inside: list[str]) -> str:
    parts = "\n".join(["<ul>", *inside, "</ul>\n"]) if inside else ""
    return f"<li>{link}\n{parts}</li>"
