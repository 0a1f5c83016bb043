"""What a change of the knowledge does, as Markdown for who judges it and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.checking.against import words
from advisor.checking.against.comparing import Change, Side, What
from advisor.checking.against.entries import Changed, EntryChange
from advisor.checking.against.examples import Example, Group, Lost
from advisor.checking.against.schools import School
from advisor.formats.grounds import show_grounds
from advisor.formats.voice import Voice, bullets, capital, paragraphs, sentence, table
from advisor.loading.index import kind_name
from advisor.model.questionnaire import NotAsked
from advisor.model.reasons import Reason
from advisor.problems import Problem
from advisor.texts import Lang, Text

MOST_GROUPS = 6
MOST_VALUES = 5
MOST_ENTRIES = 60
"""What is shown of the groups of one kind, of the values of one entry, and of all entries."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Two versions of the knowledge, the schools they were tried on, and what came of it."""

    before: Side
    after: Side
    schools: tuple[School, ...]
    seed: int
    moved: tuple[School, ...]
    groups: tuple[Group, ...]
    entries: tuple[EntryChange, ...]
    unread: tuple[Problem, ...]

    def render(self, lang: Lang) -> str:
        """The report as Markdown."""
        voices = [Voice(side.knowledge, lang) for side in (self.before, self.after)]
        teller = _Teller(self, *voices)
        return paragraphs(*teller.tell()) + "\n"

    def as_json(self, lang: Lang) -> dict[str, object]:
        """The report as plain values, in a stable order."""
        return {
            "schema": 1,
            "seed": self.seed,
            "schools": len(self.schools),
            "moved": [school.name.say(lang) for school in self.moved],
            "before": self.before.knowledge.edition,
            "after": self.after.knowledge.edition,
            "groups": [_group_data(one, lang) for one in self.groups],
            "entries": [_entry_data(one) for one in self.entries],
            "not_read": {
                name: [
                    {"question": lost.question, "option": lost.option, "schools": count}
                    for lost, count in side.lost.items()
                ]
                for name, side in (("before", self.before), ("after", self.after))
            },
            "problems": [problem.as_data(lang) for problem in self.unread],
        }


def _group_data(one: Group, lang: Lang) -> dict[str, object]:
    return {
        "what": one.change.what.value,
        "id": one.change.id,
        "before": one.change.before.say(lang) or None,
        "after": one.change.after.say(lang) or None,
        "schools": [school.name.say(lang) for school in one.schools],
        "examples": [
            {
                "school": example.school.name.say(lang),
                "before": [reason.rule for reason in example.before],
                "after": [reason.rule for reason in example.after],
                "new_by_old": _lost_data(example.new_by_old, lang),
                "old_by_new": _lost_data(example.old_by_new, lang),
            }
            for example in one.examples
        ],
        "entries": [list(entry.key) for entry in one.entries],
    }


def _lost_data(lost: Lost | None, lang: Lang) -> dict[str, object] | None:
    return None if lost is None else {"step": lost.step.say(lang) if lost.step else None}


def _entry_data(one: EntryChange) -> dict[str, object]:
    return {
        "kind": one.key[0],
        "id": one.key[1],
        "before": None if one.before is None else one.before.short,
        "after": None if one.after is None else one.after.short,
        "values": [
            {"path": list(value.path), "before": value.before, "after": value.after}
            for value in one.values
        ],
    }


def _where(one: EntryChange) -> str:
    place = one.after or one.before
    return "" if place is None else place.short


@dataclass(frozen=True, slots=True)
class _Teller:
    """Writes the report; each version speaks with its own words."""

    effect: Effect
    old: Voice
    new: Voice

    def say(self, text: Text, **values: str | int | Text) -> str:
        """A sentence of the report; the values are Markdown already."""
        return text.say_with(self.new.lang, values)

    def tell(self) -> Iterator[str]:
        """The whole report, part by part."""
        effect = self.effect
        yield f"# {self.say(words.TITLE)}"
        yield self._summary()
        yield self._unread()
        for what, heading in words.HEADINGS.items():
            groups = [one for one in effect.groups if one.change.what is what]
            if groups:
                yield f"## {self.say(heading)}"
                yield from (self._group(one) for one in groups[:MOST_GROUPS])
                rest = groups[MOST_GROUPS:]
                named = ", ".join(f"`{one.change.id}` ({len(one.schools)})" for one in rest)
                yield self.say(words.MORE, named=named) if rest else ""
        yield f"## {self.say(words.ENTRIES)}"
        yield self._entries()

    def _summary(self) -> str:
        moved, every = self.effect.moved, self.effect.schools
        if not moved:
            first = self.say(words.NO_SCHOOL, all=len(every), seed=self.effect.seed)
            return paragraphs(f"**{first}**", self._versions())
        count = Counter(school.is_scenario for school in moved)
        of = Counter(school.is_scenario for school in every)
        first = self.say(
            words.SUMMARY,
            n=len(moved),
            all=len(every),
            scenarios=count[True],
            of_scenarios=of[True],
            generated=count[False],
            of_generated=of[False],
            seed=self.effect.seed,
        )
        kinds = [(what, self._schools_with(what)) for what in What]
        told = (f"{self.say(words.HEADINGS[what])}: {number}" for what, number in kinds if number)
        return paragraphs(first, bullets(told), self._versions())

    def _versions(self) -> str:
        editions = (side.knowledge.edition for side in (self.effect.before, self.effect.after))
        return self.say(words.VERSIONS, **dict(zip(("before", "after"), editions, strict=True)))

    def _schools_with(self, what: What) -> int:
        groups = (one for one in self.effect.groups if one.change.what is what)
        return len({school.name.en for one in groups for school in one.schools})

    def _unread(self) -> str:
        """The answers that one of the versions has no place for."""
        sides = ((words.BEFORE, self.effect.before), (words.AFTER, self.effect.after))
        lines = [
            self._lost(name, lost, count)
            for name, side in sides
            for lost, count in side.lost.items()
        ]
        lines += [sentence(self.new.say(problem.message)) for problem in self.effect.unread]
        return bullets(lines)

    def _lost(self, side: Text, lost: NotAsked, count: int) -> str:
        text = words.NO_QUESTION if lost.option is None else words.NO_OPTION
        named = {"question": lost.question, "option": lost.option or ""}
        return self.say(text, side=self.say(side), n=count, **named)

    def _group(self, one: Group) -> str:
        count = self.say(words.ONE if len(one.schools) == 1 else words.SCHOOLS, n=len(one.schools))
        return paragraphs(
            f"### {self._name(one.change)}: {count}",
            bullets(self._example(example) for example in one.examples),
            self._behind(one.entries),
        )

    def _name(self, change: Change) -> str:
        catalogues = (voice.knowledge.catalogue for voice in (self.new, self.old))
        kinds = ("interventions", "foundations", "activities")
        held = (getattr(one, kind).get(change.id) for one in catalogues for kind in kinds)
        entry = next((one for one in held if one is not None), None)
        name = capital(self.new.say(entry.name)) if entry is not None else change.id
        told = f"{name} (`{change.id}`)"
        if change.before.en:
            told += f", {self.say(change.before)} → {self.say(change.after)}"
        return told

    def _example(self, example: Example) -> str:
        answers = show_grounds(example.grounds, self.new)
        parts = [
            f"**{capital(self.say(example.school.name))}.**",
            self.say(words.ANSWERS, answers=sentence(answers)) if answers else "",
        ]
        lines = [
            f"*{self.say(words.BEFORE)}:* {self._reasons(example.before, self.old)}",
            f"*{self.say(words.AFTER)}:* {self._reasons(example.after, self.new)}",
            *self._choice(example),
        ]
        return "\n".join([" ".join(filter(None, parts)), *(f"  - {line}" for line in lines)])

    def _reasons(self, reasons: Iterable[Reason], voice: Voice) -> str:
        told = (f"{sentence(voice.say(one.because))} (`{one.rule}`)" for one in reasons)
        return " ".join(told) or self.say(words.NO_REASON)

    def _choice(self, example: Example) -> Iterator[str]:
        if example.new_by_old is not None and example.old_by_new is not None:
            yield self._lost_at(words.OLD_SAYS, example.new_by_old, self.old)
            yield self._lost_at(words.NEW_SAYS, example.old_by_new, self.new)

    def _lost_at(self, text: Text, lost: Lost, voice: Voice) -> str:
        step = None if lost.step is None else voice.inside(lost.step)
        how = self.say(words.CANNOT) if step is None else self.say(words.AT_STEP, step=step)
        return self.say(text, how=how)

    def _behind(self, entries: Iterable[EntryChange]) -> str:
        told = "; ".join(f"{self._entry(one)}: {self._difference(one)}" for one in entries)
        return self.say(words.BEHIND, entries=told) if told else self.say(words.BEHIND_NOTHING)

    def _entry(self, one: EntryChange) -> str:
        return f"{self.say(kind_name(one.key[0]))} `{one.key[1]}`"

    def _difference(self, one: EntryChange) -> str:
        """In what an entry differs; of texts only that they do."""
        if one.before is None or one.after is None:
            return self.say(words.IS_NEW if one.before is None else words.IS_GONE)
        values = [self._value(value) for value in one.values if not value.is_text]
        more = "…" if len(values) > MOST_VALUES else ""
        return ", ".join(values[:MOST_VALUES]) + more or self.say(words.IS_REWORDED)

    def _value(self, value: Changed) -> str:
        told, path = f"{value.before} → {value.after}", " > ".join(value.path)
        return f"{path}: {told}" if path else told

    def _entries(self) -> str:
        """Every entry that differs, where it stands, and in what; first what is more than words."""
        entries = self.effect.entries
        if not entries:
            return self.say(words.NO_ENTRIES)
        rows = [
            [self._entry(one), _where(one), self._difference(one).replace("|", r"\|")]
            for one in sorted(entries, key=lambda one: one.only_words)[:MOST_ENTRIES]
        ]
        rest = len(entries) - MOST_ENTRIES
        heads = [self.say(words.ENTRY), self.say(words.WHERE), self.say(words.DIFFERS)]
        return paragraphs(table(heads, rows), self.say(words.AND_MORE, n=rest) if rest > 0 else "")
