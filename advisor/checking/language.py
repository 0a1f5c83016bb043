"""Holds every text against the limits of reading, the jargon, and the other language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.checking import reading
from advisor.loading.index import Written, kind_name
from advisor.model.catalogue import Catalogue
from advisor.model.knowledge import Knowledge
from advisor.model.language import Jargon, Term
from advisor.model.rules import Limits
from advisor.problems import Message, Place, Problem
from advisor.texts import Lang, Text

_MESSAGES = {
    "T-SENTENCE": Message.of(
        "een zin van {count} woorden; hoogstens {most}: {what}",
        "a sentence of {count} words; at most {most}: {what}",
        "maak er twee zinnen van",
        "make it two sentences",
    ),
    "T-TEXT": Message.of(
        "een tekst van {count} woorden; hoogstens {most}",
        "a text of {count} words; at most {most}",
        "haal eruit wat gemist kan worden, of zet het apart",
        "take out what can be missed, or put it apart",
    ),
    "T-TYPE": Message.of(
        "de teksten van {what} hebben {count} woorden; hoogstens {most}",
        "the texts of {what} have {count} words; at most {most}",
        "maak ze korter; wat voor alle soorten geldt, staat bij de vijf vragen",
        "shorten them; what holds for all types stands with the five questions",
    ),
    "T-JARGON": Message.of(
        "een vakwoord zonder uitleg: '{what}'",
        "jargon without a word of help: '{what}'",
        "schrijf liever: {instead}",
        "rather write: {instead}",
    ),
    "T-SHORT": Message.of(
        "de afkorting '{what}' staat niet in language.yaml, of mist hier haar uitleg",
        "the abbreviation '{what}' is not in language.yaml, or lacks its meaning here",
        "schrijf haar voluit, of zet haar onder 'abbreviations:'",
        "write it out, or put it below 'abbreviations:'",
    ),
    "T-NUMBERS": Message.of(
        "de getallen verschillen per taal: {what}",
        "the numbers differ between the languages: {what}",
        "noem in beide talen dezelfde getallen",
        "name the same numbers in both languages",
    ),
    "T-LINKS": Message.of(
        "de links verschillen per taal: {what}",
        "the links differ between the languages: {what}",
        "noem in beide talen dezelfde links",
        "name the same links in both languages",
    ),
    "T-TERM": Message.of(
        "het begrip '{what}' staat maar in één taal",
        "the term '{what}' stands in one language only",
        "gebruik in beide talen het woord uit language.yaml: {instead}",
        "use the word of language.yaml in both languages: {instead}",
    ),
    "T-RATIO": Message.of(
        "Nederlands {nl} woorden, Engels {en}: te veel verschil",
        "Dutch {nl} words, English {en}: too much difference",
        "kijk of beide talen hetzelfde zeggen",
        "see whether both languages say the same",
    ),
}
_LONG_ENOUGH = 8
"""Labels shorter than this many words differ in length by chance."""

_TITLES = ("sources", "jargon", "abbreviations")
_SHOWN = 3
_MEANING = 5
"""The letters of a word that tells what an abbreviation means; shorter ones are `for` and `of`."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How the texts of one language read: each once, without titles of sources and word lists.

    The longest sentences come first.
    """

    words: int
    sentences: int
    mean: float
    longest: tuple[tuple[int, Place, str], ...]
    longest_text: tuple[int, Place]
    longest_type: tuple[int, str]


@dataclass(frozen=True, slots=True)
class Language:
    """What reading every text came to."""

    texts: int
    figures: dict[Lang, Figures]
    problems: tuple[Problem, ...]


def check_language(written: Sequence[Written], knowledge: Knowledge) -> Language:
    """All texts in both languages; what stands in several places counts once."""
    once = list({one.text: one for one in written}.values())
    problems = [
        *_each(once, knowledge),
        *_types(written, knowledge.limits),
    ]
    figures = {lang: _figures(once, written, lang) for lang in Lang}
    return Language(len(once), figures, tuple(problems))


def _each(once: Iterable[Written], knowledge: Knowledge) -> Iterator[Problem]:
    catalogue = knowledge.catalogue
    for one in once:
        yield from _parity(one, knowledge)
        if _is_title(one):
            continue
        for lang in Lang:
            yield from _length(one, lang, knowledge.limits)
            yield from _jargon(one, lang, catalogue.jargon.values())
            yield from _abbreviations(one, lang, catalogue)


def _is_title(one: Written) -> bool:
    """Descriptions of sources keep the words of those sources; the other two are about words."""
    return any(one.trail[0].startswith(f"{kind_name(kind).en} ") for kind in _TITLES)


def _place(one: Written, lang: Lang) -> Place:
    return one.places[list(Lang).index(lang)]


def _length(one: Written, lang: Lang, limits: Limits) -> Iterator[Problem]:
    text = one.text.say(lang)
    for sentence in reading.sentences_in(text):
        count = len(reading.words_in(sentence))
        if count > limits.sentence_words:
            most = limits.sentence_words
            yield _problem("T-SENTENCE", one, lang, count=count, most=most, what=sentence)
    count = len(reading.words_in(text))
    if count > limits.text_words:
        yield _problem("T-TEXT", one, lang, count=count, most=limits.text_words)


def _jargon(one: Written, lang: Lang, jargon: Iterable[Jargon]) -> Iterator[Problem]:
    text = one.text.say(lang)
    for entry in jargon:
        used = reading.has_stem(text, entry.words) if entry.lang is lang else None
        if used is not None and reading.has_stem(text, entry.help) is None:
            yield _problem("T-JARGON", one, lang, what=used, instead=entry.instead)


def _abbreviations(one: Written, lang: Lang, catalogue: Catalogue) -> Iterator[Problem]:
    text = one.text.say(lang)
    known = {entry.short: entry for entry in catalogue.abbreviations.values()}
    names = {programme.name for programme in catalogue.programmes.values()}
    for short in sorted(reading.capitals_in(text)):
        entry = known.get(short)
        if entry is None:
            is_told = any(short in name for name in names)
        else:
            means = entry.means.say(lang).split()
            told = (word for word in means if len(word) >= _MEANING)
            is_told = lang in entry.known or reading.has_stem(text, told) is not None
        if not is_told:
            yield _problem("T-SHORT", one, lang, what=short)


def _parity(one: Written, knowledge: Knowledge) -> Iterator[Problem]:
    """What both languages must share: numbers, links, terms and about the same length."""
    nl, en = one.text.nl, one.text.en
    numbers = _unlike(reading.numbers_in(nl, Lang.NL), reading.numbers_in(en, Lang.EN))
    if numbers:
        yield _problem("T-NUMBERS", one, Lang.EN, what=numbers)
    links = _unlike(reading.links_in(nl), reading.links_in(en))
    if links:
        yield _problem("T-LINKS", one, Lang.EN, what=links)
    for term in knowledge.catalogue.terms.values():
        if not _is_title(one):
            yield from _term(one, term)
    counts = len(reading.words_in(nl)), len(reading.words_in(en))
    least, most = knowledge.limits.ratio_percent
    is_like = least * counts[1] <= 100 * counts[0] <= most * counts[1]
    if max(counts) >= _LONG_ENOUGH and not is_like and not _is_title(one):
        yield _problem("T-RATIO", one, Lang.EN, nl=counts[0], en=counts[1])


def _unlike(nl: Counter[str], en: Counter[str]) -> str:
    return ", ".join(sorted(((nl - en) + (en - nl)).elements()))


def _term(one: Written, term: Term) -> Iterator[Problem]:
    pairs = ((Lang.NL, term.nl, Lang.EN, term.en), (Lang.EN, term.en, Lang.NL, term.nl))
    for lang, stems, other, wanted in pairs:
        what = reading.has_stem(one.text.say(lang), stems)
        said = reading.has_stem(one.text.say(other), (*wanted, *term.also))
        if what is not None and said is None:
            yield _problem("T-TERM", one, other, what=what, instead=" / ".join(wanted))


def _types(written: Iterable[Written], limits: Limits) -> Iterator[Problem]:
    first = {one.trail[0]: one for one in reversed(list(written))}
    for lang in Lang:
        for count, name in _by_type(written, lang):
            if count > limits.type_words:
                most, what = limits.type_words, first[name]
                yield _problem("T-TYPE", what, lang, count=count, most=most, what=name)


def _by_type(written: Iterable[Written], lang: Lang) -> list[tuple[int, str]]:
    """The words of each type of intervention, most first."""
    head = f"{kind_name('interventions').en} "
    counts: Counter[str] = Counter()
    for one in written:
        if one.trail[0].startswith(head):
            counts[one.trail[0]] += len(reading.words_in(one.text.say(lang)))
    return sorted(((count, name) for name, count in counts.items()), reverse=True)


def _figures(once: Sequence[Written], written: Sequence[Written], lang: Lang) -> Figures:
    read = [one for one in once if not _is_title(one)]
    told = [(len(reading.words_in(one.text.say(lang))), _place(one, lang)) for one in read]
    sentences = [
        (len(reading.words_in(sentence)), _place(one, lang), sentence)
        for one in read
        for sentence in reading.sentences_in(one.text.say(lang))
    ]
    worst = sorted(sentences, key=lambda found: -found[0])[:_SHOWN]
    return Figures(
        words=sum(count for count, _ in told),
        sentences=len(sentences),
        mean=round(sum(count for count, _, _ in sentences) / max(len(sentences), 1), 1),
        longest=tuple(worst),
        longest_text=max(told, key=lambda found: found[0], default=(0, Place(""))),
        longest_type=max(_by_type(written, lang), default=(0, "")),
    )


def _problem(code: str, one: Written, lang: Lang, **values: str | int | Text) -> Problem:
    message = _MESSAGES[code]
    remedy = message.remedy.fill(**values) if message.remedy is not None else None
    trail = " > ".join(one.trail)
    return Problem(code, _place(one, lang), message.sentence.fill(**values), trail, remedy)
