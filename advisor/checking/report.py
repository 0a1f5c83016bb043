"""What a check came to, as text in both languages and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.checking.counterexample import Counterexample
from advisor.checking.expectations import ScenarioResult
from advisor.checking.language import Figures, Language
from advisor.checking.lint import Lint
from advisor.checking.measures import Measure
from advisor.checking.own import tell_own
from advisor.engine.promises import PROMISES
from advisor.formats.json_data import own_data
from advisor.model.knowledge import Own
from advisor.problems import Problem, render_problems
from advisor.texts import Lang, Text

SHOWN = 5
"""How many examples of one broken promise are shown."""

COUNTED = {
    "rules": (Text("regel", "rule"), Text("regels", "rules")),
    "interventions": (Text("soort", "type"), Text("soorten", "types")),
    "forms": (Text("vorm", "form"), Text("vormen", "forms")),
    "foundations": (Text("fundament", "foundation"), Text("fundamenten", "foundations")),
    "sources": (Text("bron", "source"), Text("bronnen", "sources")),
    "scenarios": (Text("scenario", "scenario"), Text("scenario's", "scenarios")),
    "promises": (Text("belofte", "promise"), Text("beloften", "promises")),
}


@dataclass(frozen=True, slots=True)
class PromiseResult:
    """One promise over generated schools: on how many it was tested and what broke it."""

    id: str
    tested: int
    broken: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and what came of it.

    Measures, and what the lint wants to be looked at again, inform; they do not make it fail.
    """

    counts: Mapping[str, int]
    seed: int
    promises: tuple[PromiseResult, ...]
    counterexamples: tuple[Counterexample, ...]
    scenarios: tuple[ScenarioResult, ...]
    problems: tuple[Problem, ...]
    lint: Lint
    language: Language
    measures: tuple[Measure, ...]
    own: tuple[Own, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every scenario holds, no promise was broken and nothing has a problem."""
        failed = any(result.failed for result in self.scenarios)
        broken = any(result.broken for result in self.promises)
        return not (self.all_problems or failed or broken)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """What is wrong in scenarios, knowledge and texts, each with its place."""
        return (*self.problems, *self.lint.problems, *self.language.problems)

    def render(self, lang: Lang) -> str:
        """The report as plain text."""
        parts = [
            _counts(self),
            list(tell_own(self.own)),
            _promises(self),
            _scenarios(self),
            _lint(self.lint),
            _language(self.language),
            _measures(self),
        ]
        text = "\n\n".join("\n".join(t.say(lang) for t in part) for part in parts if part)
        if self.lint.signals:
            again = sorted(self.lint.signals, key=lambda one: one.sort_key)
            told = (_LOOK_AGAIN.say(lang), *(one.render(lang) for one in again))
            text += "\n\n" + "\n".join(told)
        if self.all_problems:
            text += "\n\n" + render_problems(self.all_problems, lang)
        end = _OK if self.ok else _NOT_OK
        return f"{text}\n\n{end.say(lang)}\n"

    def as_json(self) -> dict[str, object]:
        """The report as plain values, in a stable order."""
        return {
            "schema": 1,
            "ok": self.ok,
            "counts": dict(self.counts),
            "seed": self.seed,
            "own_knowledge": [own_data(one, Lang.EN) for one in self.own],
            "promises": [
                {"id": p.id, "schools": p.tested, "broken": [_both(t) for t in p.broken]}
                for p in self.promises
            ],
            "counterexamples": [
                {"promise": one.promise, "file": one.file, "answers": dict(one.answers.values)}
                for one in self.counterexamples
            ],
            "scenarios": [
                {
                    "id": result.scenario.id,
                    "file": result.scenario.file,
                    "failed": [_both(text) for text in result.failed],
                }
                for result in self.scenarios
            ],
            "problems": [_problem_data(problem) for problem in self.all_problems],
            "signals": [_problem_data(problem) for problem in self.lint.signals],
            "language": {
                lang.value: _figures_data(figures)
                for lang, figures in self.language.figures.items()
            },
            "measures": [_measure_data(measure) for measure in self.measures],
        }


_LOOK_AGAIN = Text(
    "Om nog eens naar te kijken (dit laat de controle niet mislukken)",
    "To look at again (this does not make the check fail)",
)
_OK = Text("Alles klopt.", "All is well.")
_NOT_OK = Text("Niet alles klopt; zie hierboven.", "Not all is well; see above.")


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}


def _measure_data(measure: Measure) -> dict[str, object]:
    return {
        "id": measure.id,
        "percent": measure.percent,
        "at_most": measure.at_most,
        "at_least": measure.at_least,
        "ok": measure.ok,
        "detail": _both(measure.detail),
    }


def _problem_data(problem: Problem) -> dict[str, object]:
    """The problem with its words in both languages, as the rest of the report has them."""
    remedy = None if problem.remedy is None else _both(problem.remedy)
    both = {"message": _both(problem.message), "remedy": remedy}
    return {**problem.as_data(Lang.EN), **both}


def _counts(report: Report) -> list[Text]:
    found = []
    for key, number in report.counts.items():
        one, more = COUNTED[key]
        word = one if number == 1 else more
        found.append(Text(f"{number} {word.nl}", f"{number} {word.en}"))
    return [
        Text("Gecontroleerd: {what}.", "Checked: {what}.").fill(
            what=Text.join(tuple(found), Text("en", "and"))
        )
    ]


def _promises(report: Report) -> list[Text]:
    head = Text(
        "Beloften, op bedachte scholen (reeks {seed})",
        "Promises, on generated schools (seed {seed})",
    )
    lines = [head.fill(seed=report.seed)]
    smallest = {one.promise: one for one in report.counterexamples}
    for result in report.promises:
        none, some = Text("geen gebroken", "none broken"), Text("{n} gebroken", "{n} broken")
        told = some.fill(n=len(result.broken)) if result.broken else none
        lines.append(
            Text(
                "  {id} {what}: getest op {n} scholen, {told}",
                "  {id} {what}: tested on {n} schools, {told}",
            ).fill(id=result.id.ljust(3), what=PROMISES[result.id], n=result.tested, told=told)
        )
        shown = result.broken[:SHOWN]
        lines += [Text(f"      - {text.nl}", f"      - {text.en}") for text in shown]
        if result.id in smallest:
            lines.append(_smallest(smallest[result.id]))
    return lines


def _smallest(one: Counterexample) -> Text:
    return Text(
        "      het kleinste voorbeeld ({count} antwoorden) staat als scenario in {file}: {said}",
        "      the smallest example ({count} answers) stands as a scenario in {file}: {said}",
    ).fill(count=len(one.answers.values), file=one.file, said=one.sentence)


def _scenarios(report: Report) -> list[Text]:
    right = sum(not result.failed for result in report.scenarios)
    head = Text(
        "Scenario's: {right} van {all} kloppen", "Scenarios: {right} of {all} come out right"
    ).fill(right=right, all=len(report.scenarios))
    return [head, *_failed(report)]


def _failed(report: Report) -> Iterator[Text]:
    for result in report.scenarios:
        if result.failed:
            scenario = result.scenario
            yield Text(
                f"  {scenario.file}: {scenario.name.nl}", f"  {scenario.file}: {scenario.name.en}"
            )
            yield from (Text(f"      - {text.nl}", f"      - {text.en}") for text in result.failed)


def _lint(lint: Lint) -> list[Text]:
    return [
        Text(
            "Kennis: {problems} met iets dat niet klopt, {signals} om nog eens naar te kijken",
            "Knowledge: {problems} with something wrong, {signals} to look at again",
        ).fill(problems=len(lint.problems), signals=len(lint.signals))
    ]


def _language(language: Language) -> list[Text]:
    """How the texts read, the worst first; what is wrong in them stands below with its place."""
    head = Text(
        "Teksten: {n} in twee talen, {problems} met iets dat niet klopt",
        "Texts: {n} in two languages, {problems} with something wrong",
    ).fill(n=language.texts, problems=len(language.problems))
    return [head, *(line for lang in Lang for line in _reading(language.figures[lang], lang))]


def _reading(figures: Figures, lang: Lang) -> Iterator[Text]:
    names = {Lang.NL: Text("Nederlands", "Dutch"), Lang.EN: Text("Engels", "English")}
    count, place = figures.longest_text
    of_type, name = figures.longest_type
    mean = Text(f"{figures.mean}".replace(".", ","), f"{figures.mean}")
    yield Text(
        "  {lang}: {words} woorden, {mean} per zin; langste tekst {count} ({place}); "
        "langste soort {of_type} ({name})",
        "  {lang}: {words} words, {mean} a sentence; longest text {count} ({place}); "
        "longest type {of_type} ({name})",
    ).fill(
        lang=names[lang],
        words=figures.words,
        mean=mean,
        count=count,
        place=place.short,
        of_type=of_type,
        name=name.split(" ")[-1],
    )
    for length, where, sentence in figures.longest:
        yield Text.same(f"      {length}  {where.short}: {sentence}")


def _figures_data(figures: Figures) -> dict[str, object]:
    return {
        "words": figures.words,
        "sentences": figures.sentences,
        "words_a_sentence": figures.mean,
        "longest_sentences": [
            {"words": length, "place": str(where), "text": sentence}
            for length, where, sentence in figures.longest
        ],
        "longest_text": {"words": figures.longest_text[0], "place": str(figures.longest_text[1])},
        "longest_type": {"words": figures.longest_type[0], "name": figures.longest_type[1]},
    }


def _measures(report: Report) -> list[Text]:
    if not report.measures:
        return []
    head = Text(
        "Maten van gezond verstand (een rood cijfer laat de controle niet mislukken)",
        "Measures of sense (a red figure does not make the check fail)",
    )
    return [head, *(_measure(measure) for measure in report.measures)]


def _measure(measure: Measure) -> Text:
    state = Text("goed", "good") if measure.ok else Text("rood", "red")
    if measure.at_most is not None:
        goal = Text("hoogstens {n}%", "at most {n}%").fill(n=measure.at_most)
    elif measure.at_least is not None:
        goal = Text("minstens {n}%", "at least {n}%").fill(n=measure.at_least)
    else:
        goal, state = Text("geen doel", "no goal"), Text("ter info", "for info")
    figure = Text(f"{measure.percent}".replace(".", ","), f"{measure.percent}")
    detail = Text("", "")
    if measure.detail.en not in {"", "-"}:
        detail = Text(f" [{measure.detail.nl}]", f" [{measure.detail.en}]")
    return Text(
        "  {state}: {name}: {figure}% ({goal}){detail}",
        "  {state}: {name}: {figure}% ({goal}){detail}",
    ).fill(state=state, name=measure.name, figure=figure, goal=goal, detail=detail)
